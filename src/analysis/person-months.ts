/** Hours per person, month and mode of work, over the whole history: what a person's route is drawn from. */
import { monthOf, weekStart } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { WORK_MODES } from '../domain/kinds.ts'
import type { Effort } from './effort.ts'
import { MICRO_HOURS } from './points.ts'

/** Person p has the entries offsets[p] up to offsets[p + 1], in the order of months; entry e has hours[e * 5 + mode]. */
export interface PersonMonths {
  readonly offsets: Uint32Array
  /** Months as in calendar.monthOf. */
  readonly month: Int32Array
  readonly hours: Float32Array
}

const COORDINATE = WORK_MODES.indexOf('coordinate')

export function personMonthsOf(dataset: Dataset, effort: Effort): PersonMonths {
  const { contributions, people, kindOf } = dataset
  const { offsets: weekOffsets, week, unlistedMicroHours } = effort.meetings.weeks
  const modeOfKind = kindOf.map(kind => (kind === null ? -1 : WORK_MODES.indexOf(kind.mode)))
  const monthOfRow = contributions.day.map(monthOf)
  const monthOfWeek = week.map(one => monthOf(weekStart(one)))
  const { first, count } = spanOf(monthOfRow, monthOfWeek)
  const modes = WORK_MODES.length
  // Whole micro-hours, so that no order of rows matters; one cell for each person, month and mode.
  const sums = new Float64Array(people.length * count * modes)
  const add = (person: number, month: number, mode: number, microHours: number) => {
    sums[(person * count + month - first) * modes + mode]! += microHours
  }
  for (let row = 0; row < contributions.length; row++) {
    const mode = modeOfKind[contributions.kind[row]!]!
    if (mode >= 0) add(contributions.person[row]!, monthOfRow[row]!, mode, effort.microHours[row]!)
  }
  for (let person = 0; person < people.length; person++) {
    for (let entry = weekOffsets[person]!; entry < weekOffsets[person + 1]!; entry++)
      add(person, monthOfWeek[entry]!, COORDINATE, unlistedMicroHours[entry]!)
  }
  return withoutEmptyMonths(sums, people.length, first, count)
}

function spanOf(...months: readonly Int32Array[]): { readonly first: number; readonly count: number } {
  let [first, last] = [Infinity, -Infinity]
  for (const list of months)
    for (const month of list) {
      first = Math.min(first, month)
      last = Math.max(last, month)
    }
  return first === Infinity ? { first: 0, count: 0 } : { first, count: last - first + 1 }
}

function withoutEmptyMonths(sums: Float64Array, people: number, first: number, count: number): PersonMonths {
  const modes = WORK_MODES.length
  const isFilled = (cell: number) => {
    for (let mode = 0; mode < modes; mode++) if (sums[cell * modes + mode]! > 0) return true
    return false
  }
  const offsets = new Uint32Array(people + 1)
  for (let cell = 0; cell < people * count; cell++) if (isFilled(cell)) offsets[Math.floor(cell / count) + 1]!++
  for (let person = 0; person < people; person++) offsets[person + 1]! += offsets[person]!
  const month = new Int32Array(offsets[people]!)
  const hours = new Float32Array(month.length * modes)
  for (let cell = 0, entry = 0; cell < people * count; cell++) {
    if (!isFilled(cell)) continue
    month[entry] = first + (cell % count)
    for (let mode = 0; mode < modes; mode++) hours[entry * modes + mode] = sums[cell * modes + mode]! / MICRO_HOURS
    entry++
  }
  return { offsets, month, hours }
}
