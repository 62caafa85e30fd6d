/**
 * Distant leader: somebody who answers for a system that matters and is not near it by any behaviour that leaves records.
 * New leaders, and leaders of whom too little is on record, are no distant leaders.
 */
import { weekOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { areMet, bandOf, survivesMovedThresholds } from './band.ts'
import type { Gate } from './band.ts'
import { candidatesOf } from './candidates.ts'
import { describeDistantLeader } from './distant-leader-words.ts'
import type { Finding, NotEnough, PatternResult } from './finding.ts'
import type { Ground } from './ground.ts'
import { isTold, seenIn, shareOf } from './leader-behaviours.ts'
import type { Behaviour, Told } from './leader-behaviours.ts'
import { accountableButDistant } from './leader-measure.ts'
import type { LeaderMeasure } from './leader-measure.ts'
import type { LeaderSettings } from './leader-settings.ts'
import { fullTimeOf } from './role-families.ts'
import { isPresent } from './route-inputs.ts'
import { seededRandom } from './seeded-random.ts'
import type { SeededRandom } from './seeded-random.ts'
import { DEFAULT_RESAMPLING } from './week-resampling.ts'

const PATTERN = 'distant_leader'
const COVERAGE_LEAST = 0.5

export interface DistantLeaders extends PatternResult {
  readonly steadiness: Float64Array
}

export function distantLeaders(
  dataset: Dataset,
  ground: Ground,
  measures: readonly LeaderMeasure[],
  settings: LeaderSettings,
): DistantLeaders {
  const candidates = candidatesOf(dataset, ground.model)
  const findings: Finding[] = []
  const notEnough: NotEnough[] = []
  const scores = new Float64Array(dataset.people.length).fill(NaN)
  const steadiness = new Float64Array(dataset.people.length)
  for (const measure of measures) {
    const { person } = measure.leader
    if (candidates[person] === 0) continue
    const gates = distantGates(dataset, measure, settings)
    // Whoever is near by one behaviour is not distant, whatever else is not known of them.
    if (!areMet(gates)) {
      scores[person] = accountableButDistant(measure) ?? NaN
      continue
    }
    const missing = missingForDistance(dataset, measure)
    if (missing.length > 0) {
      notEnough.push({ person, pattern: PATTERN, missing })
      continue
    }
    scores[person] = accountableButDistant(measure) ?? NaN
    if (!measure.matters) continue
    const band = bandOf({
      gates,
      isLikely: measure.proximity! < settings.distantLikely,
      isStrong: measure.proximity! < settings.distantStrong,
    })
    if (band === null) continue
    findings.push({
      person,
      pattern: PATTERN,
      band,
      coverage: measure.coverage,
      survivesMoved: survivesMovedThresholds(gates),
      ...(measure.answersFor === null ? {} : { component: measure.answersFor }),
      ...describeDistantLeader(dataset, ground, measure, measures, settings),
    })
    steadiness[person] = steadinessOf(dataset, measure, settings)
  }
  return { findings, notEnough, scores, steadiness }
}

/** The weeks since they came to the place they lead from; null where nothing tells when that was. */
export const weeksLeading = ({ asOf }: Dataset, { leader: { since } }: LeaderMeasure) =>
  since === null ? null : weekOf(asOf) - weekOf(since)

/** A behaviour that cannot be told is no gate. */
export function distantGates(dataset: Dataset, measure: LeaderMeasure, settings: LeaderSettings): Gate[] {
  const { usesTools, presentAtDecisions, pushesBack, freshness } = measure.behaviours
  const under = (name: string, told: Told, threshold: number): Gate[] =>
    isTold(told) ? [{ measure: name, value: told.share, threshold, asks: 'under' }] : []
  const weeks = weeksLeading(dataset, measure)
  return [
    ...under('uses_tools', usesTools, settings.distantTools),
    ...under('present_at_decisions', presentAtDecisions, settings.distantDecisions),
    ...under('pushes_back', pushesBack, settings.distantReviews),
    ...(freshness === null
      ? []
      : [{ measure: 'freshness', value: freshness, threshold: settings.distantFreshness, asks: 'under' } as const]),
    ...(weeks === null
      ? []
      : [{ measure: 'weeks_leading', value: weeks, threshold: settings.leadingWeeksLeast, asks: 'at_least' } as const]),
  ]
}

/** What would have to be known of somebody who may be distant. Nothing of somebody who answers for nothing that matters. */
export function missingForDistance(
  dataset: Dataset,
  { behaviours, accountability, matters, coverage, proximity }: LeaderMeasure,
): string[] {
  const isAnswerable = ['people.accountable_for', 'components.owner_unit'].some(column => isPresent(dataset, column))
  if (accountability === null) return isAnswerable ? [] : ['people.accountable_for', 'components.owner_unit']
  if (!isPresent(dataset, 'components.criticality') && !matters) return ['components.criticality']
  if (!matters) return []
  const needed = [behaviours.usesTools, behaviours.presentAtDecisions]
  const missing = needed.flatMap(told => (isTold(told) ? [] : [told.missing]))
  if (missing.length > 0) return missing
  if (coverage >= COVERAGE_LEAST && proximity !== null) return []
  return isTold(behaviours.pushesBack) ? ['people.hire_date'] : [behaviours.pushesBack.missing]
}

/** The share of seeded draws of the weeks, decisions and months in which they are still distant. Each person's draws are their own. */
function steadinessOf(dataset: Dataset, { leader, behaviours }: LeaderMeasure, settings: LeaderSettings): number {
  const fullTime = fullTimeOf(dataset.people[leader.person]!)
  const drawn: readonly (readonly [Told, number])[] = [
    [behaviours.usesTools, settings.distantTools],
    [behaviours.presentAtDecisions, settings.distantDecisions],
    [behaviours.pushesBack, settings.distantReviews],
  ]
  const { draws, seed } = DEFAULT_RESAMPLING
  let raised = 0
  for (let draw = 0; draw < draws; draw++) {
    const random = seededRandom(seed, draw)
    const isStill = drawn.map(([told, threshold]) => !isTold(told) || drawnShare(told, fullTime, random) < threshold)
    if (isStill.every(Boolean)) raised++
  }
  return raised / draws
}

function drawnShare(behaviour: Behaviour, fullTime: number, random: SeededRandom): number {
  const { length } = behaviour.occasions
  // Whether an occasion was seen is all a draw needs: that many were.
  const seen = seenIn(behaviour)
  let drawn = 0
  for (let one = 0; one < length; one++) if (random.below(length) < seen) drawn++
  return shareOf(drawn, length, fullTime)
}
