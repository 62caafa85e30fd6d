/** Who of the people files is employed on a day, job events folded in. */
import type { EpochDay } from '../domain/calendar.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import { isEmployedOn, type PersonRow } from '../domain/person.ts'
import type { LiveRows } from '../store/live-rows.ts'
import { foldHistory } from './dataset/people.ts'

/** By person_id, each as they are on that day. */
export function peopleOn({ people, history }: Pick<LiveRows, 'people' | 'history'>, day: EpochDay): Map<string, PersonRow> {
  const eventsOf = new Map<string, JobEventRow[]>()
  for (const event of history) {
    const events = eventsOf.get(event.personId)
    if (events) events.push(event)
    else eventsOf.set(event.personId, [event])
  }
  return new Map(people.map(row => [row.personId, foldHistory(row, eventsOf.get(row.personId) ?? [], day)]))
}

export function employedAmong(people: ReadonlyMap<string, PersonRow>, day: EpochDay): Map<string, PersonRow> {
  return new Map([...people].filter(([, row]) => isEmployedOn({ ...row, inHris: true }, day) === true))
}
