/** Who is still here on the as-of date, as far as the HRIS export says. */
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { isEmployedOn } from '../domain/person.ts'
import { personIndexes } from './person-index.ts'

export const LEFT = 0
export const EMPLOYED = 1
/** Not in the HRIS export: neither here nor gone. */
export const OUTSIDE = 2

export interface Employment {
  /** False when no people file was imported: then nobody is known to have left, or to be here. */
  readonly known: boolean
  /** Per person: LEFT (or not begun), EMPLOYED or OUTSIDE. */
  readonly status: Uint8Array
}

export function employmentOf(dataset: Dataset): Employment {
  const exits = exitDays(dataset)
  const status = Uint8Array.from(dataset.people, (person, index) => {
    const employed = isEmployedOn(person, dataset.asOf)
    if (employed === null) return OUTSIDE
    // The people file decides; an exit in the history counts where that file says nothing of an end or a status.
    const saysNothing = person.terminationDate === null && person.employmentStatus === null
    const exitedOn = exits.get(index)
    const hasExited = exitedOn !== undefined && exitedOn < dataset.asOf && (person.hireDate === null || person.hireDate <= exitedOn)
    return employed && !(saysNothing && hasExited) ? EMPLOYED : LEFT
  })
  return { known: dataset.presentColumns.has('people.person_id') || dataset.people.some(person => person.inHris), status }
}

/** The last day of those whose newest event is an exit; any later event means they came back. */
function exitDays(dataset: Dataset): ReadonlyMap<number, EpochDay> {
  const indexes = personIndexes(dataset.people)
  const newest = new Map<number, { day: EpochDay; isExit: boolean }>()
  for (const event of dataset.history) {
    const person = indexes.get(event.personId)
    if (person === undefined || event.effectiveDate > dataset.asOf) continue
    const before = newest.get(person)
    const isExit = event.reason === 'exit'
    if (before === undefined || event.effectiveDate > before.day) newest.set(person, { day: event.effectiveDate, isExit })
    else if (event.effectiveDate === before.day && isExit) before.isExit = true
  }
  return new Map([...newest].flatMap(([person, { day, isExit }]) => (isExit ? [[person, day] as const] : [])))
}

/**
 * Who counts as being there to know something: the employed; everybody when employment is unknown.
 * Never somebody outside the HRIS export when there is one.
 */
export function presentPeople(employment: Employment): Uint8Array {
  return employment.status.map(status => (!employment.known || status === EMPLOYED ? 1 : 0))
}
