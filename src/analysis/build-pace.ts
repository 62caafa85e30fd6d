/** Build pace against that of the contributors around: whether somebody delivers clearly more than peers. */
import type { Dataset } from '../domain/dataset.ts'
import { WORK_MODES } from '../domain/kinds.ts'
import type { ContributorPeers } from './contributor-peers.ts'
import type { Ground } from './ground.ts'
import { medianOf } from './median.ts'
import { MICRO_HOURS } from './points.ts'
import { fullTimeOf } from './role-families.ts'

/** NaN where the person is not observed, or no peer builds. */
export interface PaceStanding {
  /** Over the median contributor of the role family. */
  readonly paceRatio: number
  /** Mid-rank among the contributors of the cohort. */
  readonly pacePercentile: number
}

const BUILD = WORK_MODES.indexOf('build')

/** Build hours per active week at full time; NaN for those who are not observed. */
export function buildPace(dataset: Dataset, { activity, modeEffort }: Ground): Float64Array {
  return Float64Array.from(dataset.people, (person, index) => {
    if (activity.observed[index] === 0) return NaN
    return modeEffort[index * WORK_MODES.length + BUILD]! / MICRO_HOURS / (activity.activeWeeks[index]! * fullTimeOf(person))
  })
}

export function paceStanding(peers: ContributorPeers, pace: Float64Array, person: number): PaceStanding {
  const own = pace[person]!
  const median = medianBuildPace(pace, peers.ofFamily(person))
  if (Number.isNaN(own) || median === null) return { paceRatio: NaN, pacePercentile: NaN }
  return { paceRatio: own / median, pacePercentile: buildPercentile(pace, peers.ofCohort(person), person) }
}

/** The median of those who build at all; null where nobody does. */
function medianBuildPace(pace: Float64Array, peers: Int32Array): number | null {
  return medianOf(Float64Array.from(peers, peer => pace[peer]!).filter(value => value > 0))
}

/** Mid-rank of a person's pace among the peers who build, the person among them whether a peer or not. */
function buildPercentile(pace: Float64Array, peers: Int32Array, person: number): number {
  const own = pace[person]!
  let [below, equal, count] = [0, 1, 1]
  for (const peer of peers) {
    const value = pace[peer]!
    if (peer === person || !(value > 0)) continue
    count++
    if (value < own) below++
    else if (value === own) equal++
  }
  return (below + equal / 2) / count
}
