/** Build pace against that of the contributors around: whether somebody delivers clearly more than peers. */
import type { Dataset } from '../domain/dataset.ts'
import { WORK_MODES } from '../domain/kinds.ts'
import { countBelow, countNotAbove, knownValues } from './cohort.ts'
import type { ContributorPeers } from './contributor-peers.ts'
import type { Ground } from './ground.ts'
import { medianOfSorted } from './median.ts'
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

/** Where people stand at these paces. Whoever builds in a group is put in order once, however many are held against it. */
export function paceStandings(peers: ContributorPeers, pace: Float64Array): (person: number) => PaceStanding {
  const ordered = new Map<Int32Array, Float64Array>()
  const buildersAmong = (group: Int32Array) => {
    const found = ordered.get(group)
    if (found) return found
    const known = knownValues(pace, group)
    const builders = known.subarray(countNotAbove(known, 0))
    ordered.set(group, builders)
    return builders
  }
  return person => {
    const own = pace[person]!
    const median = medianOfSorted(buildersAmong(peers.ofFamily(person)))
    if (Number.isNaN(own) || median === null) return { paceRatio: NaN, pacePercentile: NaN }
    const builders = buildersAmong(peers.ofCohort(person))
    // The person is among them, whether a peer or not.
    const added = own > 0 && peers.isContributor(person) ? 0 : 1
    const midRank = (countBelow(builders, own) + countNotAbove(builders, own) + added) / 2
    return { paceRatio: own / median, pacePercentile: midRank / (builders.length + added) }
  }
}
