/** An enabler trap in words and rows: why it is raised, what speaks against it and what would change it. */
import type { Band } from '../domain/flag.ts'
import type { Dataset } from '../domain/dataset.ts'
import { survivesMovedThresholds } from './band.ts'
import type { Gate } from './band.ts'
import { COHORT_WORDS } from './candidates.ts'
import type { Standing } from './cohort.ts'
import type { EnablerTrapMeasures } from './enabler-trap.ts'
import type { EnablerTrapSettings } from './enabler-trap-settings.ts'
import { enablingKinds } from './enabling-quarters.ts'
import { newestFirst } from './evidence-rows.ts'
import type { Finding, Reason } from './finding.ts'
import type { Ground } from './ground.ts'
import { countText, numberText, percentText } from './in-words.ts'
import { rowsOfPieces } from './pieces.ts'
import { RECOGNITION_INPUTS } from './recognition.ts'
import type { RecognitionInput } from './recognition.ts'
import { isWithin } from './window.ts'

interface Raised {
  readonly person: number
  readonly band: Band
  readonly gates: readonly Gate[]
  readonly measures: EnablerTrapMeasures
  readonly coverage: number
}

const DAYS_PER_MONTH = 365.25 / 12

const INPUT_WORDS: Readonly<Record<RecognitionInput, string>> = {
  rating: 'Their rating',
  comp_ratio: 'Their pay within the band',
  promotion_pace: 'Their pace of promotion',
}

export function enablerFinding(dataset: Dataset, ground: Ground, settings: EnablerTrapSettings, raised: Raised): Finding {
  const { person, band, coverage } = raised
  return {
    person,
    pattern: 'enabler_trap',
    band,
    coverage,
    survivesMoved: survivesMovedThresholds(raised.gates),
    reasons: reasonsOf(dataset, ground, settings, raised),
    counter: counterOf(dataset, settings, raised),
    wouldChange: changesOf(settings, raised),
    routes: [
      'solver: problems that cross units, with a mandate and the credit for it',
      'right hand of a leader who needs what they make others able to do',
      'architect or tech lead of what others build on',
      'the work they do for others made part of their goals, rating and level',
    ],
  }
}

function reasonsOf(dataset: Dataset, ground: Ground, settings: EnablerTrapSettings, { person, measures }: Raised): Reason[] {
  const { reach, leverage, recognition, gap, fades, lifts, reachFloor, typicalPeers } = measures
  const { offsets, rowOffsets, rows } = reach.pairs
  const useRows = newestFirst(dataset, [...new Set(rows.subarray(rowOffsets[offsets[person]!], rowOffsets[offsets[person + 1]!]))])
  const enablingRows = enablingRowsOf(dataset, ground, person)
  const [pace, reachStanding] = [leverage.enablingPace[person]!, leverage.reach[person]!]
  const fade = fades[person]
  const lift = lifts.get(person)
  const compared = (measure: string, { value, percentile, cohort }: Standing, threshold: number | null, behind: Uint32Array): Reason => ({
    measure,
    value,
    percentile,
    cohort: COHORT_WORDS[cohort],
    threshold,
    rows: behind,
  })
  const noRows = new Uint32Array()
  return [
    compared('reach', reachStanding, Math.max(reachFloor, settings.enablerReachRatio * typicalPeers[person]!.reach), useRows),
    { measure: 'recognition_gap', value: gap[person]!, percentile: null, cohort: null, threshold: settings.enablerGap, rows: noRows },
    compared('enabling_pace', pace, settings.enablerPaceRatio * typicalPeers[person]!.enablingPace, enablingRows),
    ...RECOGNITION_INPUTS.flatMap(input => {
      const standing = recognition.standings[input][person]
      // Held against the middle is the percentile; the value shown is the recorded one, before any strictness is taken off.
      return standing && standing.percentile < settings.recognitionMiddle
        ? [{ ...compared(input, standing, settings.recognitionMiddle, noRows), value: recorded(dataset, person, input, standing) }]
        : []
    }),
    ...(fade?.isFading
      ? [{ measure: 'fade', value: fade.slopePerQuarter, percentile: null, cohort: null, threshold: 0, rows: enablingRows }]
      : []),
    ...(lift && lift.low > 0 && lift.parallelTrends
      ? [{ measure: 'lift', value: lift.hoursPerMonth, percentile: null, cohort: null, threshold: 0, rows: useRows }]
      : []),
  ]
}

/** The rating as given, the pay ratio, or months in the level. */
function recorded(dataset: Dataset, person: number, input: RecognitionInput, standing: Standing): number | null {
  const { performanceRating, compRatio } = dataset.people[person]!
  switch (input) {
    case 'rating':
      return performanceRating
    case 'comp_ratio':
      return compRatio
    case 'promotion_pace':
      return -standing.value / DAYS_PER_MONTH
  }
}

function enablingRowsOf(dataset: Dataset, { periods, pieces }: Ground, person: number): Uint32Array {
  const { kind, day } = dataset.contributions
  const isEnabling = enablingKinds(dataset)
  const own = rowsOfPieces(dataset, pieces, person)
  return newestFirst(
    dataset,
    own.filter(row => isEnabling[kind[row]!]! && isWithin(periods.window, day[row]!)),
  )
}

function counterOf(dataset: Dataset, settings: EnablerTrapSettings, { person, measures }: Raised): string[] {
  const { reach, recognition, fades, leverage, lifts } = measures
  const fade = fades[person]
  const lift = lifts.get(person)
  const { offsets, user } = reach.pairs
  const users = [...user.subarray(offsets[person], offsets[person + 1])]
  const { orgUnit } = dataset.people[person]!
  const near = orgUnit === null ? 0 : users.filter(one => dataset.people[one]!.orgUnit === orgUnit).length
  const mandatory = reach.mandatoryReach[person]!
  return [
    ...RECOGNITION_INPUTS.flatMap(input => {
      const standing = recognition.standings[input][person]
      return standing && standing.percentile >= settings.recognitionMiddle
        ? [`${INPUT_WORDS[input]} is not below the middle: ${percentText(standing.percentile)} of the peers.`]
        : []
    }),
    ...(recognition.known[person]! < RECOGNITION_INPUTS.length
      ? [`Recognition rests on ${recognition.known[person]} of ${RECOGNITION_INPUTS.length} inputs.`]
      : []),
    ...(near * 2 > users.length ? [`${near} of the ${users.length} people who use it are of their own unit.`] : []),
    ...(mandatory > 0
      ? [`${countText(mandatory, 'person uses', 'people use')} something of theirs because everybody has to; that is not counted.`]
      : []),
    ...(fade && fade.slopePerQuarter > 0
      ? [`Their enabling grew by ${numberText(fade.slopePerQuarter)} hours a week from quarter to quarter.`]
      : []),
    ...(lift && lift.high < 0
      ? [`Those who took it up build ${numberText(-lift.hoursPerMonth)} hours a month less than comparable people, not more.`]
      : []),
    ...(leverage.reach[person]!.n < 8 || leverage.enablingPace[person]!.n < 8
      ? [`They are compared with ${leverage.reach[person]!.n} people only.`]
      : []),
  ]
}

function changesOf(settings: EnablerTrapSettings, { person, measures }: Raised): string[] {
  const { reach, leverage, recognition, reachFloor, typicalPeers } = measures
  const typical = typicalPeers[person]!
  const leastReach = Math.ceil(Math.max(reachFloor, settings.enablerReachRatio * typical.reach))
  const enough = leverage.leverage[person]! - settings.enablerGap
  return [
    `Recognition above ${percentText(enough)} of the peers would close the gap (now ${percentText(recognition.recognition[person]!)}).`,
    `Half of the recognition inputs at the middle or above would end it (now ${recognition.known[person]! - recognition.belowMiddle[person]!} of ${recognition.known[person]}).`,
    `A reach under ${countText(leastReach, 'person', 'people')} would end it (now ${reach.reach[person]}).`,
    `Enabling under ${numberText(settings.enablerPaceRatio * typical.enablingPace)} hours a week would end it (now ${numberText(leverage.enablingPace[person]!.value)}).`,
    `Enabling or reach outside the upper ${percentText(1 - settings.enablerLeverage)} of peers would end it (now at ${percentText(leverage.leverage[person]!)}).`,
  ]
}
