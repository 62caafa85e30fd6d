/** Leverage: how much of somebody's work is done for others, and how many build on it; the lower of the two. */
import type { Dataset } from '../domain/dataset.ts'
import { knownValues, standingsOf } from './cohort.ts'
import type { Standing } from './cohort.ts'
import { enablingKinds } from './enabling-quarters.ts'
import type { Ground } from './ground.ts'
import { medianOfSorted } from './median.ts'
import { MICRO_HOURS } from './points.ts'
import { fullTimeOf } from './role-families.ts'
import { isWithin } from './window.ts'

export interface Leverage {
  /** Enabling hours without reviews per active week at full time; null for those who are not observed. */
  readonly enablingPace: readonly (Standing | null)[]
  /** Null where use is not recorded. */
  readonly reach: readonly (Standing | null)[]
  /** The lower percentile of the two; NaN where one is unknown. */
  readonly leverage: Float64Array
}

/** What the median contributor around somebody does for others, and how many they reach. */
export interface TypicalPeer {
  readonly enablingPace: number
  readonly reach: number
}

/** Values per person, NaN where unknown; 0 where there is nobody to compare with. A group's medians are looked for once. */
export function typicalPeers(enablingPace: Float64Array, reach: Float64Array): (peers: Int32Array) => TypicalPeer {
  const known = new Map<Int32Array, TypicalPeer>()
  const median = (values: Float64Array, peers: Int32Array) => medianOfSorted(knownValues(values, peers)) ?? 0
  return peers => {
    const typical = known.get(peers) ?? { enablingPace: median(enablingPace, peers), reach: median(reach, peers) }
    known.set(peers, typical)
    return typical
  }
}

export function leverageOf(dataset: Dataset, ground: Ground, reach: Float64Array): Leverage {
  const enablingPace = standingsOf(enablingPaces(dataset, ground), ground.cohorts, ground.settings)
  const reachStanding = standingsOf(reach, ground.cohorts, ground.settings)
  return {
    enablingPace,
    reach: reachStanding,
    leverage: Float64Array.from(dataset.people, (_, person) =>
      Math.min(enablingPace[person]?.percentile ?? NaN, reachStanding[person]?.percentile ?? NaN),
    ),
  }
}

function enablingPaces(dataset: Dataset, { activity, effort }: Ground): Float64Array {
  const { contributions } = dataset
  const isEnabling = enablingKinds(dataset)
  const microHours = new Float64Array(dataset.people.length)
  for (let row = 0; row < contributions.length; row++) {
    if (isEnabling[contributions.kind[row]!]! && isWithin(activity.period, contributions.day[row]!))
      microHours[contributions.person[row]!]! += effort.microHours[row]!
  }
  return Float64Array.from(dataset.people, (person, index) =>
    activity.observed[index] === 0 ? NaN : microHours[index]! / MICRO_HOURS / (activity.activeWeeks[index]! * fullTimeOf(person)),
  )
}
