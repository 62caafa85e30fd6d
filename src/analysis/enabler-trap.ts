/**
 * Enabler trap: many keep building on what somebody does for others, and what they get for it is below
 * the middle. The enabler who is recognised is none, nor is the writer of what nobody uses.
 */
import type { Dataset } from '../domain/dataset.ts'
import { areMet, bandOf } from './band.ts'
import type { Gate } from './band.ts'
import { candidatesOf, isIndividualContributor, tooFewWeeks } from './candidates.ts'
import { contributorPeersOf } from './contributor-peers.ts'
import { enablerFinding } from './enabler-trap-finding.ts'
import type { EnablerTrapSettings } from './enabler-trap-settings.ts'
import { enablerWeeksOf } from './enabler-weeks.ts'
import { fadesOf } from './enabling-quarters.ts'
import type { Fade } from './enabling-quarters.ts'
import type { Finding, NotEnough, PatternResult } from './finding.ts'
import type { Ground } from './ground.ts'
import { leverageOf, typicalPeers } from './leverage.ts'
import type { Leverage, TypicalPeer } from './leverage.ts'
import { liftsOf } from './lift.ts'
import type { Lift } from './lift.ts'
import { missingInputs } from './missing-inputs.ts'
import { reachOf } from './reach.ts'
import type { Reach } from './reach.ts'
import { RECOGNITION_COLUMNS, RECOGNITION_INPUTS, recognitionOf } from './recognition.ts'
import type { Recognition } from './recognition.ts'
import type { FlaggedInDraw, PersonWeeks } from './week-resampling.ts'

export interface EnablerTrapMeasures {
  readonly reach: Reach
  readonly leverage: Leverage
  readonly recognition: Recognition
  /** Leverage less recognition per person; NaN where one is unknown. */
  readonly gap: Float64Array
  readonly fades: readonly (Fade | null)[]
  /** By person, for those of high leverage who reach enough people; null where too few adopters can be compared. */
  readonly lifts: ReadonlyMap<number, Lift | null>
  /** The people somebody has to reach, of so many individual contributors. */
  readonly reachFloor: number
  readonly contributors: number
  /** Per person whom they are held against; null for those who are not observed. */
  readonly typicalPeers: readonly (TypicalPeer | null)[]
}

export interface EnablerTraps extends PatternResult {
  readonly measures: EnablerTrapMeasures
  /** Which people are flagged in a draw of `weeks`. */
  readonly resample: (weeks: PersonWeeks) => FlaggedInDraw
}

export function findEnablerTraps(dataset: Dataset, ground: Ground, settings: EnablerTrapSettings): EnablerTraps {
  const measures = measuresOf(dataset, ground, settings)
  const { reach, recognition, gap, fades } = measures
  const candidates = candidatesOf(dataset, ground.model)
  const columns = missingInputs(dataset, 'enabler_trap')
  const findings: Finding[] = []
  const notEnough: NotEnough[] = []
  const scores = new Float64Array(dataset.people.length).fill(NaN)
  for (const [person, isCandidate] of candidates.entries()) {
    if (isCandidate === 0) continue
    const missing = missingForEnabler(person, dataset, ground, settings, measures, columns.blocking)
    if (missing.length > 0) {
      notEnough.push({ person, pattern: 'enabler_trap', missing })
      continue
    }
    scores[person] = Math.min(1, Math.max(0, gap[person]!))
    const gates = enablerGates(person, measures, settings)
    const band = bandOf({
      gates,
      isLikely: gap[person]! >= settings.enablerLikely,
      isStrong: gap[person]! >= settings.enablerStrong,
      isRaised: fades[person]?.isFading === true,
    })
    const coverage = (3 + recognition.known[person]! - (dataset.people[person]!.roleFamily === null ? 1 : 0)) / INPUTS
    if (band) findings.push(enablerFinding(dataset, ground, settings, { person, band, gates, measures, coverage }))
  }
  const flagged = findings.map(({ person }) => person)
  const peers = contributorPeersOf(dataset, ground)
  const resample = (weeks: PersonWeeks): FlaggedInDraw => {
    const drawn = enablerWeeksOf(dataset, ground, reach.pairs, weeks)
    return times => {
      const { enablingPace, reach: drawnReach, leverageOf: drawnLeverage } = drawn(times)
      const typicalOf = typicalPeers(enablingPace, drawnReach)
      const isRaised = (person: number) => {
        const leverage = drawnLeverage(person)
        const typical = typicalOf(peers.ofCohort(person))
        const own = { leverage, gap: leverage - recognition.recognition[person]!, pace: enablingPace[person]!, reach: drawnReach[person]! }
        return areMet(weeklyGates(own, typical, settings))
      }
      return new Set(flagged.filter(isRaised))
    }
  }
  return { findings, notEnough, scores, measures, resample }
}

/** Enabling effort, reach, role family and the inputs of recognition. */
const INPUTS = 3 + RECOGNITION_INPUTS.length

function measuresOf(dataset: Dataset, ground: Ground, settings: EnablerTrapSettings): EnablerTrapMeasures {
  const reach = reachOf(dataset, ground, settings)
  const leverage = leverageOf(dataset, ground, reach.reach)
  const recognition = recognitionOf(dataset, ground, settings)
  const candidates = candidatesOf(dataset, ground.model)
  const peers = contributorPeersOf(dataset, ground)
  const paces = Float64Array.from(leverage.enablingPace, standing => standing?.value ?? NaN)
  const typicalOf = typicalPeers(paces, reach.reach)
  const contributors = dataset.people.filter((person, index) => candidates[index] === 1 && isIndividualContributor(person)).length
  const reachFloor = Math.max(settings.reachMinimum, settings.reachShare * contributors)
  const reaching = [...dataset.people.keys()].filter(
    person => reach.reach[person]! >= reachFloor && leverage.leverage[person]! >= settings.enablerLeverage,
  )
  return {
    reach,
    leverage,
    recognition,
    lifts: liftsOf(dataset, ground, reaching),
    gap: leverage.leverage.map((value, person) => value - recognition.recognition[person]!),
    fades: fadesOf(dataset, ground, settings),
    reachFloor,
    contributors,
    typicalPeers: dataset.people.map((_, person) => (Number.isNaN(paces[person]!) ? null : typicalOf(peers.ofCohort(person)))),
  }
}

export function missingForEnabler(
  person: number,
  dataset: Dataset,
  ground: Ground,
  settings: EnablerTrapSettings,
  { reach, recognition }: EnablerTrapMeasures,
  blocking: readonly string[],
): readonly string[] {
  if (!reach.isRecorded) return blocking.length > 0 ? blocking : ['contributions.uses']
  if (ground.activity.observed[person] === 0) return [tooFewWeeks(ground.activity.activeWeeks[person]!, ground.settings.minimumActiveWeeks)]
  if (recognition.known[person]! >= settings.recognitionInputs) return []
  return RECOGNITION_INPUTS.filter(input => recognition.standings[input][person] == null).map(input => RECOGNITION_COLUMNS[input])
}

export function enablerGates(person: number, measures: EnablerTrapMeasures, settings: EnablerTrapSettings): Gate[] {
  const { reach, leverage, recognition, gap, reachFloor, typicalPeers } = measures
  const own = {
    leverage: leverage.leverage[person]!,
    gap: gap[person]!,
    pace: leverage.enablingPace[person]!.value,
    reach: reach.reach[person]!,
  }
  return [
    { measure: 'reach', value: own.reach, threshold: reachFloor, asks: 'at_least' },
    ...weeklyGates(own, typicalPeers[person]!, settings),
    { measure: 'most_recognition', value: recognition.mostAtOrBelow[person]!, threshold: settings.recognitionMiddle, asks: 'under' },
  ]
}

interface OwnMeasures {
  readonly leverage: number
  readonly gap: number
  readonly pace: number
  readonly reach: number
}

/** The gates that weeks of the window decide. Use by enough people in enough months is a floor of the full sample. */
function weeklyGates(own: OwnMeasures, typical: TypicalPeer, settings: EnablerTrapSettings): Gate[] {
  return [
    { measure: 'leverage', value: own.leverage, threshold: settings.enablerLeverage, asks: 'at_least' },
    { measure: 'gap', value: own.gap, threshold: settings.enablerGap, asks: 'at_least' },
    { measure: 'enabling_pace', value: own.pace, threshold: settings.enablerPaceRatio * typical.enablingPace, asks: 'at_least' },
    { measure: 'reach_ratio', value: own.reach, threshold: settings.enablerReachRatio * typical.reach, asks: 'at_least' },
  ]
}
