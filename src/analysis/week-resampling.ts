/**
 * Resampling of contributions by week within person. Rows are gathered into one entry a person and week
 * once; a draw says how often each entry counts, so that a sum over a draw is a weighted sum of entries.
 */
import { weekOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { seededRandom } from './seeded-random.ts'
import type { SeededRandom } from './seeded-random.ts'
import { isWeekWithin, isWithin, weeksOf } from './window.ts'
import type { Period } from './window.ts'

/** Person p has the entries offsets[p] up to offsets[p + 1], by week. */
export interface PersonWeeks {
  readonly period: Period
  readonly offsets: Uint32Array
  /** Per entry its person and its week (calendar.weekOf). */
  readonly person: Int32Array
  readonly week: Int32Array
  /** The entry of a person's week; -1 where nothing is recorded in it. */
  readonly entryOf: (person: number, week: number) => number
}

/** Weeks of the period in which a contribution or a meeting row of the person is recorded. */
export function personWeeksOf(dataset: Dataset, period: Period): PersonWeeks {
  const { contributions, meetings } = dataset
  const { firstWeek, weekCount } = weeksOf(period)
  const entryAt = new Int32Array(dataset.people.length * weekCount).fill(-1)
  const mark = (person: number, week: number) => (entryAt[person * weekCount + week - firstWeek] = 0)
  for (let row = 0; row < contributions.length; row++) {
    const day = contributions.day[row]!
    if (isWithin(period, day)) mark(contributions.person[row]!, weekOf(day))
  }
  for (let row = 0; row < meetings.length; row++)
    if (isWeekWithin(period, meetings.week[row]!)) mark(meetings.person[row]!, meetings.week[row]!)
  let count = 0
  for (let cell = 0; cell < entryAt.length; cell++) if (entryAt[cell] === 0) count++
  const [person, week] = [new Int32Array(count), new Int32Array(count)]
  const offsets = new Uint32Array(dataset.people.length + 1)
  let entry = 0
  for (let one = 0; one < dataset.people.length; one++) {
    for (let at = 0; at < weekCount; at++) {
      if (entryAt[one * weekCount + at] !== 0) continue
      person[entry] = one
      week[entry] = firstWeek + at
      entryAt[one * weekCount + at] = entry++
    }
    offsets[one + 1] = entry
  }
  return {
    period,
    offsets,
    person,
    week,
    entryOf: (one, asked) => (asked < firstWeek || asked >= firstWeek + weekCount ? -1 : entryAt[one * weekCount + asked - firstWeek]!),
  }
}

/**
 * Draws as many entries of each group as it has, with replacement. A group is a person, or a stretch of a
 * person's weeks where a pattern compares stretches. Returns how often each entry was drawn.
 */
export function drawWeeks(offsets: Uint32Array, random: SeededRandom, times: Uint16Array): Uint16Array {
  times.fill(0)
  for (let group = 0; group + 1 < offsets.length; group++) {
    const from = offsets[group]!
    random.tally(offsets[group + 1]! - from, times, from)
  }
  return times
}

/** Which people are flagged in one draw: `times` says how often each entry counts. */
export type FlaggedInDraw = (times: Uint16Array, random: SeededRandom) => ReadonlySet<number>

export interface Resampling {
  readonly draws: number
  readonly seed: number
}

export const DEFAULT_RESAMPLING: Resampling = { draws: 200, seed: 20_201 }

/** Per person the share of draws in which the flag is still raised. Draw d is the same whatever the other draws do. */
export function steadinessOf(
  personCount: number,
  offsets: Uint32Array,
  flaggedInDraw: FlaggedInDraw,
  { draws, seed }: Resampling = DEFAULT_RESAMPLING,
): Float64Array {
  const raised = new Float64Array(personCount)
  const times = new Uint16Array(offsets.at(-1) ?? 0)
  for (let draw = 0; draw < draws; draw++) {
    const random = seededRandom(seed, draw)
    for (const person of flaggedInDraw(drawWeeks(offsets, random, times), random)) raised[person]!++
  }
  return raised.map(count => count / draws)
}

/** Per group the sum of an amount over the drawn entries. */
export function drawnSums(offsets: Uint32Array, amounts: ArrayLike<number>, times: Uint16Array, into: Float64Array): Float64Array {
  for (let group = 0; group + 1 < offsets.length; group++) {
    let sum = 0
    for (let entry = offsets[group]!; entry < offsets[group + 1]!; entry++) sum += amounts[entry]! * times[entry]!
    into[group] = sum
  }
  return into
}
