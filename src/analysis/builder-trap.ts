/**
 * Builder trap: somebody who delivers clearly more than peers is held by a system that matters and that
 * nobody else could keep. Sole keeping of something unimportant, or high output others can take over, is none.
 */
import type { Dataset } from '../domain/dataset.ts'
import { areMet, bandOf } from './band.ts'
import type { Gate } from './band.ts'
import { buildPace, paceStandings } from './build-pace.ts'
import type { PaceStanding } from './build-pace.ts'
import { builderFinding } from './builder-trap-finding.ts'
import type { BuilderTrapSettings } from './builder-trap-settings.ts'
import { candidatesOf, isIndividualContributor, tooFewWeeks } from './candidates.ts'
import { componentAges } from './component-age.ts'
import { contributorPeersOf } from './contributor-peers.ts'
import type { ContributorPeers } from './contributor-peers.ts'
import type { Finding, NotEnough, PatternResult } from './finding.ts'
import type { Ground } from './ground.ts'
import { builderWeeksOf } from './builder-weeks.ts'
import { keptComponents } from './kept-components.ts'
import type { KeptComponent } from './kept-components.ts'
import { missingInputs } from './missing-inputs.ts'
import { spreadingOf } from './spreading.ts'
import type { Spreading } from './spreading.ts'
import type { FlaggedInDraw, PersonWeeks } from './week-resampling.ts'

/** Per person; NaN where unknown, or where somebody keeps nothing that matters. */
export interface BuilderTrapMeasures {
  /** The kept component that matters and takes most of their effort; -1 where there is none. */
  readonly component: Int32Array
  readonly hold: Float64Array
  readonly share: Float64Array
  readonly ownEffortThere: Float64Array
  /** Build hours per active week at full time, over the median individual contributor's. */
  readonly buildPaceRatio: Float64Array
  readonly buildPacePercentile: Float64Array
  /** The keeper's share of the work there, window less baseline: above 0 it gets worse. */
  readonly shareTrend: Float64Array
}

/** A keeper who meets the gates and is yet no trap. */
export interface Excused {
  readonly person: number
  readonly component: number
  readonly why: 'two_person_unit' | 'new_component' | 'paired'
}

export interface BuilderTraps extends PatternResult {
  readonly measures: BuilderTrapMeasures
  /** Said where a finding might be missed: a unit of two by design, a new system, work done in pairs. */
  readonly excused: readonly Excused[]
  /** Which people are flagged in a draw of `weeks`. */
  readonly resample: (weeks: PersonWeeks) => FlaggedInDraw
}

export function findBuilderTraps(dataset: Dataset, ground: Ground, settings: BuilderTrapSettings): BuilderTraps {
  const candidates = candidatesOf(dataset, ground.model)
  const { missing, coverage, blocking } = missingInputs(dataset, 'builder_trap')
  const peers = contributorPeersOf(dataset, ground)
  const pace = buildPace(dataset, ground)
  const kept = keptComponents(dataset, ground, peers, pace)
  const spread = spreadingOf(dataset, ground)
  const ageOf = componentAges(dataset)
  const isUnitOfTwo = unitsOfTwo(dataset, ground)
  const measures = blankMeasures(dataset.people.length)
  const findings: Finding[] = []
  const notEnough: NotEnough[] = []
  const excused: Excused[] = []
  const flagged: KeptComponent[] = []
  const scores = new Float64Array(dataset.people.length).fill(NaN)
  const isBlind = blocking.length > 0 || coverage < 0.5
  const keptBy = new Map<number, KeptComponent[]>()
  for (const one of kept) keptBy.set(one.person, [...(keptBy.get(one.person) ?? []), one])

  for (const [person, isCandidate] of candidates.entries()) {
    const own = (keptBy.get(person) ?? []).toSorted((a, b) => b.ownEffortThere - a.ownEffortThere || a.component - b.component)
    const spreadings = own.map(one => spread(one.component, person))
    if (own[0]) note(measures, own[0], spreadings[0]!)
    if (isCandidate === 0) continue
    if (isBlind || ground.activity.observed[person] === 0) {
      const lacks = isBlind ? missing : [tooFewWeeks(ground.activity.activeWeeks[person]!, ground.settings.minimumActiveWeeks)]
      notEnough.push({ person, pattern: 'builder_trap', missing: lacks })
      continue
    }
    scores[person] = Math.max(0, ...own.map(one => strengthOf(one) * (one.pacePercentile || 0)))
    const raised = own.flatMap((one, index) => {
      const gates = builderGates(one, ground, settings)
      const strength = strengthOf(one)
      const band = bandOf({ gates, isLikely: strength >= settings.builderLikely, isStrong: strength >= settings.builderStrong })
      const why = band && excuse(settings, one, spreadings[index]!, ageOf, isUnitOfTwo)
      if (why) excused.push({ person, component: one.component, why })
      return band && !why ? [{ kept: one, gates, band, spreading: spreadings[index]! }] : []
    })
    flagged.push(...raised.map(one => one.kept))
    const [strongest] = raised.toSorted((a, b) => strengthOf(b.kept) - strengthOf(a.kept) || a.kept.component - b.kept.component)
    if (strongest) findings.push(builderFinding(dataset, ground, settings, { ...strongest, coverage, cohort: peers.cohortKind(person) }))
  }
  const resample = (weeks: PersonWeeks) => resampler(dataset, ground, settings, peers, flagged, weeks)
  return { findings, notEnough, scores, measures, excused, resample }
}

export const strengthOf = ({ hold, share }: KeptComponent) => Math.min(hold, share)

export function builderGates(kept: KeptComponent, ground: Ground, settings: BuilderTrapSettings): Gate[] {
  return [
    { measure: 'hold', value: kept.hold, threshold: ground.settings.keeperHold, asks: 'at_least' },
    { measure: 'effort_share', value: kept.share, threshold: ground.settings.keeperShare, asks: 'at_least' },
    { measure: 'next_to_leading', value: kept.nextToLeading, threshold: ground.settings.keeperSecond, asks: 'at_most' },
    ...weeklyGates(kept, settings),
  ]
}

/** The gates that weeks of the window decide; the others are of ownership, which stays fixed in a draw. */
function weeklyGates(kept: PaceStanding & Pick<KeptComponent, 'ownEffortThere'>, settings: BuilderTrapSettings): Gate[] {
  return [
    { measure: 'own_effort_there', value: kept.ownEffortThere, threshold: settings.builderOwnEffort, asks: 'at_least' },
    { measure: 'build_pace_ratio', value: kept.paceRatio, threshold: settings.builderPaceRatio, asks: 'at_least' },
    { measure: 'build_pace_percentile', value: kept.pacePercentile, threshold: settings.builderPacePercentile, asks: 'at_least' },
  ]
}

function excuse(
  settings: BuilderTrapSettings,
  { person, component }: KeptComponent,
  { isPartner, pairedShare }: Spreading,
  ageOf: (component: number) => number,
  isUnitOfTwo: (person: number, component: number) => boolean,
): Excused['why'] | null {
  if (isPartner && pairedShare >= settings.builderPairedShare) return 'paired'
  if (ageOf(component) < settings.builderNewComponentWeeks) return 'new_component'
  return isUnitOfTwo(person, component) ? 'two_person_unit' : null
}

/** A unit of two specialists, both of whom work there, is small by design. */
export function unitsOfTwo(dataset: Dataset, { model }: Ground): (person: number, component: number) => boolean {
  const candidates = candidatesOf(dataset, model)
  const units = new Map<string, number[]>()
  for (const [person, { orgUnit }] of dataset.people.entries()) {
    if (orgUnit === null || candidates[person] === 0) continue
    const members = units.get(orgUnit)
    if (members) members.push(person)
    else units.set(orgUnit, [person])
  }
  return (person, component) => {
    const { orgUnit } = dataset.people[person]!
    const unit = (orgUnit === null ? null : units.get(orgUnit)) ?? []
    const other = unit.find(one => one !== person)
    // Somebody and their manager are no pair of specialists.
    if (unit.length !== 2 || other === undefined || !isIndividualContributor(dataset.people[other]!)) return false
    const [from, to] = [model.effort.offsets[component]!, model.effort.offsets[component + 1]!]
    const at = model.effort.person.subarray(from, to).indexOf(other)
    return at >= 0 && model.effort.recentMicroHours[from + at]! > 0
  }
}

function blankMeasures(people: number): BuilderTrapMeasures {
  const blank = () => new Float64Array(people).fill(NaN)
  return {
    component: new Int32Array(people).fill(-1),
    hold: blank(),
    share: blank(),
    ownEffortThere: blank(),
    buildPaceRatio: blank(),
    buildPacePercentile: blank(),
    shareTrend: blank(),
  }
}

function note(measures: BuilderTrapMeasures, kept: KeptComponent, { shareInWindow, shareInBaseline }: Spreading): void {
  const { person } = kept
  measures.component[person] = kept.component
  measures.hold[person] = kept.hold
  measures.share[person] = kept.share
  measures.ownEffortThere[person] = kept.ownEffortThere
  measures.buildPaceRatio[person] = kept.paceRatio
  measures.buildPacePercentile[person] = kept.pacePercentile
  if (shareInWindow !== null && shareInBaseline !== null) measures.shareTrend[person] = shareInWindow - shareInBaseline
}

function resampler(
  dataset: Dataset,
  ground: Ground,
  settings: BuilderTrapSettings,
  peers: ContributorPeers,
  kept: readonly KeptComponent[],
  weeks: PersonWeeks,
): FlaggedInDraw {
  const drawn = builderWeeksOf(dataset, ground, kept, weeks)
  return times => {
    const { pace, ownEffortThere } = drawn(times)
    const standing = paceStandings(peers, pace)
    const flagged = kept.filter((one, index) =>
      areMet(weeklyGates({ ownEffortThere: ownEffortThere[index]!, ...standing(one.person) }, settings)),
    )
    return new Set(flagged.map(one => one.person))
  }
}
