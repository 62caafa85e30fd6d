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
  let [first, last] = [Infinity, -Infinity]
  const see = (month: number) => {
    first = Math.min(first, month)
    last = Math.max(last, month)
  }
  const monthOfRow = Int32Array.from(contributions.day, monthOf)
  const monthOfWeek = Int32Array.from(week, one => monthOf(weekStart(one)))
  monthOfRow.forEach(see)
  monthOfWeek.forEach(see)
  const monthCount = first === Infinity ? 0 : last - first + 1
  const sums = new Map<number, Float64Array>()
  const add = (person: number, month: number, mode: number, microHours: number) => {
    const key = person * monthCount + month - first
    const modes = sums.get(key) ?? new Float64Array(WORK_MODES.length)
    modes[mode]! += microHours
    sums.set(key, modes)
  }
  for (let row = 0; row < contributions.length; row++) {
    const mode = modeOfKind[contributions.kind[row]!]!
    if (mode >= 0) add(contributions.person[row]!, monthOfRow[row]!, mode, effort.microHours[row]!)
  }
  for (let person = 0; person < people.length; person++) {
    for (let entry = weekOffsets[person]!; entry < weekOffsets[person + 1]!; entry++) {
      if (unlistedMicroHours[entry]! > 0) add(person, monthOfWeek[entry]!, COORDINATE, unlistedMicroHours[entry]!)
    }
  }
  const keys = Float64Array.from(sums.keys()).sort()
  const offsets = new Uint32Array(people.length + 1)
  for (const key of keys) offsets[Math.floor(key / monthCount) + 1]!++
  for (let person = 0; person < people.length; person++) offsets[person + 1]! += offsets[person]!
  const hours = new Float32Array(keys.length * WORK_MODES.length)
  keys.forEach((key, entry) =>
    sums.get(key)!.forEach((microHours, mode) => (hours[entry * WORK_MODES.length + mode] = microHours / MICRO_HOURS)),
  )
  return { offsets, month: Int32Array.from(keys, key => (key % monthCount) + first), hours }
}
