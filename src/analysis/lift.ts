/**
 * Lift: what building on somebody's artifacts did for those who took them up, against comparable people who had not yet
 * (difference in differences over six months either side). Shown, and never a reason to flag: its error is large.
 */
import { monthOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { artifactUsesOf } from './artifact-uses.ts'
import type { Ground } from './ground.ts'
import { MICRO_HOURS } from './points.ts'
import { roleFamiliesOf } from './role-families.ts'
import { student95 } from './student.ts'

export interface Lift {
  /** Build hours a month, adopters' change less that of comparable people. */
  readonly hoursPerMonth: number
  /** 95 %. */
  readonly low: number
  readonly high: number
  /** Whether adopters and the others went alike before: the same difference between the two quarters before is not clearly other than 0. */
  readonly parallelTrends: boolean
  readonly adopters: number
}

const MONTHS_AROUND = 6
const FEWEST_ADOPTERS = 5
const FEWEST_COMPARABLE = 5

/** For the authors asked for; null where too few adopters have six recorded months on both sides. */
export function liftsOf(dataset: Dataset, ground: Ground, authors: readonly number[]): ReadonlyMap<number, Lift | null> {
  const { day, length } = dataset.contributions
  let [from, to] = [Infinity, dataset.asOf]
  for (let row = 0; row < length; row++) from = Math.min(from, day[row]!)
  if (from === Infinity) return new Map(authors.map(author => [author, null]))
  const uses = artifactUsesOf(dataset, ground, { from, to })
  const { authorOffsets, author: authorOf } = ground.authorship
  const wanted = new Map(authors.map(author => [author, new Map<number, number>()]))
  for (const [use, artifact] of uses.artifact.entries()) {
    for (let at = authorOffsets[artifact]!; at < authorOffsets[artifact + 1]!; at++) {
      const adopted = wanted.get(authorOf[at]!)
      const user = uses.user[use]!
      adopted?.set(user, Math.min(adopted.get(user) ?? Infinity, uses.month[use]!))
    }
  }
  const building = monthlyBuilding(dataset, ground, from)
  return new Map([...wanted].map(([author, adopted]) => [author, liftOf(dataset, building, author, adopted)]))
}

interface Building {
  readonly firstMonth: number
  readonly monthCount: number
  /** Build hours of person p before month m, running: at p * (monthCount + 1) + m. */
  readonly hoursBefore: Float64Array
  /** Per person, the first and the last month with any build effort; -1 without. */
  readonly first: Int32Array
  readonly last: Int32Array
}

function monthlyBuilding(dataset: Dataset, { effort }: Ground, from: number): Building {
  const { contributions, kindOf } = dataset
  const firstMonth = monthOf(from)
  const monthCount = monthOf(dataset.asOf) - firstMonth + 1
  const microHours = new Float64Array(dataset.people.length * (monthCount + 1))
  const first = new Int32Array(dataset.people.length).fill(-1)
  const last = new Int32Array(dataset.people.length).fill(-1)
  for (let row = 0; row < contributions.length; row++) {
    if (kindOf[contributions.kind[row]!]?.mode !== 'build') continue
    const person = contributions.person[row]!
    const month = monthOf(contributions.day[row]!) - firstMonth
    microHours[person * (monthCount + 1) + month + 1]! += effort.microHours[row]!
    if (first[person]! < 0 || month < first[person]!) first[person] = month
    last[person] = Math.max(last[person]!, month)
  }
  for (let cell = 1; cell < microHours.length; cell++) if (cell % (monthCount + 1) > 0) microHours[cell]! += microHours[cell - 1]!
  return { firstMonth, monthCount, hoursBefore: microHours.map(sum => sum / MICRO_HOURS), first, last }
}

function liftOf(dataset: Dataset, building: Building, author: number, adopted: ReadonlyMap<number, number>): Lift | null {
  const { familyOf } = roleFamiliesOf(dataset)
  const { firstMonth, monthCount, hoursBefore, first, last } = building
  const mean = (person: number, from: number, months: number) => {
    const at = person * (monthCount + 1) + from
    return (hoursBefore[at + months]! - hoursBefore[at]!) / months
  }
  const change = (person: number, before: number, after: number, months: number) =>
    mean(person, after, months) - mean(person, before, months)
  const [effects, earlier]: [number[], number[]] = [[], []]
  for (const [user, month] of [...adopted].sort((a, b) => a[0] - b[0])) {
    const at = month - firstMonth
    const covers = (person: number) =>
      first[person]! >= 0 && first[person]! <= at - MONTHS_AROUND && last[person]! >= at + MONTHS_AROUND - 1
    // The last month may have begun only just: it is no whole month.
    if (at - MONTHS_AROUND < 0 || at + MONTHS_AROUND > monthCount - 1 || !covers(user)) continue
    const comparable: number[] = []
    for (const other of dataset.people.keys()) {
      const isNotYet = (adopted.get(other) ?? Infinity) >= month + MONTHS_AROUND
      if (other !== author && other !== user && isNotYet && familyOf[other] === familyOf[user] && covers(other)) comparable.push(other)
    }
    if (comparable.length < FEWEST_COMPARABLE) continue
    const difference = (before: number, after: number, months: number) =>
      change(user, before, after, months) -
      comparable.reduce((sum, other) => sum + change(other, before, after, months), 0) / comparable.length
    effects.push(difference(at - MONTHS_AROUND, at, MONTHS_AROUND))
    earlier.push(difference(at - MONTHS_AROUND, at - MONTHS_AROUND / 2, MONTHS_AROUND / 2))
  }
  if (effects.length < FEWEST_ADOPTERS) return null
  const effect = interval(effects)
  const before = interval(earlier)
  return {
    hoursPerMonth: effect.mean,
    low: effect.low,
    high: effect.high,
    parallelTrends: before.low <= 0 && before.high >= 0,
    adopters: effects.length,
  }
}

/** Student's interval of a mean. */
function interval(values: readonly number[]): { readonly mean: number; readonly low: number; readonly high: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1)
  const half = student95(values.length - 1) * Math.sqrt(variance / values.length)
  return { mean, low: mean - half, high: mean + half }
}
