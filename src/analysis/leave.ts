/** When people were away: from the people file and from leave events in their history. */
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { personIndexes } from './person-index.ts'
import type { Period } from './window.ts'

/** Per person (index into Dataset.people), the periods away; the kind of leave is never known here. */
export type Leaves = readonly (readonly Period[])[]

/** A `leave_end` event is the first day back; a leave without an end lasts to the as-of date. */
export function leavesOf(dataset: Dataset): Leaves {
  const leaves: Period[][] = dataset.people.map(person =>
    person.leaveFrom === null ? [] : [{ from: person.leaveFrom, to: person.leaveTo ?? dataset.asOf }],
  )
  const indexes = personIndexes(dataset.people)
  const started = new Map<number, EpochDay>()
  for (const event of dataset.history) {
    const person = indexes.get(event.personId)
    if (person === undefined || event.effectiveDate > dataset.asOf) continue
    const since = started.get(person)
    if (event.reason === 'leave_start' && since === undefined) started.set(person, event.effectiveDate)
    if (event.reason === 'leave_end' && since !== undefined) {
      leaves[person]!.push({ from: since, to: event.effectiveDate - 1 })
      started.delete(person)
    }
  }
  for (const [person, since] of started) {
    // The people file knows how this leave went on: its dates are newer than the event.
    const known = dataset.people[person]!.leaveFrom
    if (known === null || known > since) leaves[person]!.push({ from: since, to: dataset.asOf })
  }
  return leaves
}

export const isAway = (leaves: readonly Period[], day: EpochDay) => leaves.some(leave => leave.from <= day && day <= leave.to)

/** Whether all five working days of the week that starts on this Monday were leave. */
export function isAwayAllWeek(leaves: readonly Period[], monday: EpochDay): boolean {
  if (leaves.length === 0) return false
  return [0, 1, 2, 3, 4].every(offset => isAway(leaves, monday + offset))
}
