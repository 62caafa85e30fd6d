/** Whom somebody is compared with, and where they stand among them. */
import type { Dataset } from '../domain/dataset.ts'
import type { Activity } from './activity.ts'
import { ranksWithinFamily } from './level-order.ts'
import { roleFamiliesOf } from './role-families.ts'
import type { Settings } from './settings.ts'

/** `level`: same role family and neighbouring level; widened to the role family, then to all, while it is too small. */
export type CohortKind = 'level' | 'role_family' | 'all'

export interface Cohort {
  readonly kind: CohortKind
  /** People as indexes, ascending; the person themselves among them. */
  readonly members: Int32Array
}

/** Per person their cohort, shared by all who have the same; null for those who are not observed. */
export type Cohorts = readonly (Cohort | null)[]

export interface Standing {
  readonly value: number
  /** Mid-rank within the cohort, 0 to 1, unshrunk: what gates are tested against. */
  readonly percentile: number
  /** Shrunk towards 0.5 by n / (n + shrinkage): what is shown. */
  readonly shown: number
  readonly cohort: CohortKind
  readonly n: number
}

export function cohortsOf(dataset: Dataset, activity: Activity, settings: Settings): Cohorts {
  const { familyOf } = roleFamiliesOf(dataset)
  const rank = ranksWithinFamily(dataset.people)
  const observed = Int32Array.from(dataset.people.keys()).filter(person => activity.observed[person] === 1)
  const everybody: Cohort = { kind: 'all', members: observed }
  const known = new Map<string, Cohort>()
  const remember = (key: string, make: () => Cohort) => {
    const found = known.get(key) ?? make()
    known.set(key, found)
    return found
  }
  return dataset.people.map(({ roleFamily }, person) => {
    if (activity.observed[person] !== 1) return null
    if (roleFamily === null) return everybody
    const family = familyOf[person]!
    const ofFamily = remember(`${family}`, () => ({ kind: 'role_family', members: observed.filter(other => familyOf[other] === family) }))
    const level = rank[person]!
    const isNeighbour = (other: number) => Math.abs(rank[other]! - level) <= 1
    const ofLevel = remember(`${family} ${level}`, () => ({ kind: 'level', members: ofFamily.members.filter(isNeighbour) }))
    if (ofLevel.members.length >= settings.cohortMinimum) return ofLevel
    return ofFamily.members.length >= settings.cohortMinimum ? ofFamily : everybody
  })
}

/** Where each observed person's value stands; NaN values leave the comparison. Null where there is none. */
export function standingsOf(values: Float64Array, cohorts: Cohorts, settings: Settings): (Standing | null)[] {
  const sortedValues = new Map<Cohort, Float64Array>()
  return cohorts.map((cohort, person) => {
    const value = values[person]!
    if (cohort === null || Number.isNaN(value)) return null
    const sorted = sortedValues.get(cohort) ?? knownValues(values, cohort.members)
    sortedValues.set(cohort, sorted)
    const n = sorted.length
    const percentile = (countBelow(sorted, value) + countNotAbove(sorted, value)) / (2 * n)
    return { value, percentile, shown: 0.5 + ((percentile - 0.5) * n) / (n + settings.shrinkage), cohort: cohort.kind, n }
  })
}

/** Ascending. */
export function knownValues(values: Float64Array, members: Int32Array): Float64Array {
  const known = new Float64Array(members.length)
  let count = 0
  for (let at = 0; at < members.length; at++) {
    const value = values[members[at]!]!
    if (!Number.isNaN(value)) known[count++] = value
  }
  return known.subarray(0, count).sort()
}

/** How many values of a sorted list are below a value, and how many are not above it. */
export const countBelow = (sorted: Float64Array, value: number) => countWhile(sorted, other => other < value)
export const countNotAbove = (sorted: Float64Array, value: number) => countWhile(sorted, other => other <= value)

/** How many leading values a condition holds for, given that it holds for a leading part. */
function countWhile(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
