/** People as the analysis sees them: HRIS rows and job events folded, managers and tracks filled in, strangers beside them. */
import type { EpochDay } from '../../domain/calendar.ts'
import { compareText, componentName, personId, type PersonId } from '../../domain/identifiers.ts'
import type { JobEvent, JobEventRow } from '../../domain/job-event.ts'
import type { Person, PersonRow, Track } from '../../domain/person.ts'

const EMPTY_ROW: Omit<PersonRow, 'personId'> = {
  name: null,
  email: null,
  aliases: [],
  manager: null,
  title: null,
  roleFamily: null,
  level: null,
  levelRank: null,
  track: null,
  orgUnit: null,
  location: null,
  fte: null,
  hireDate: null,
  terminationDate: null,
  employmentStatus: null,
  leaveFrom: null,
  leaveTo: null,
  performanceRating: null,
  ratingMax: null,
  compRatio: null,
  governance: null,
  accountableFor: [],
  plannedTitle: null,
  plannedTrack: null,
  plannedDate: null,
}

/** Somebody known only from contributions, meetings or history. */
export interface Stranger {
  readonly id: PersonId
  readonly name: string | null
  readonly email: string | null
}

/** In the order given: the HRIS rows, then the strangers. Managers are indexes into the rows. */
export function personRows(rows: readonly PersonRow[], strangers: readonly Stranger[]): PersonRow[] {
  return [...rows, ...strangers.map(({ id, name, email }) => ({ ...EMPTY_ROW, personId: id, name, email }))]
}

/**
 * A blank cell of the people file is filled from the newest job event up to the as-of date; an exit
 * without a later hire is an end date. What the people file says always stands.
 */
export function foldHistory(row: PersonRow, events: readonly JobEventRow[], asOf: EpochDay): PersonRow {
  const past = events.filter(event => event.effectiveDate <= asOf).toSorted((a, b) => a.effectiveDate - b.effectiveDate)
  if (past.length === 0) return row
  const newest = <Field extends keyof JobEventRow>(field: Field): JobEventRow[Field] | null =>
    past.findLast(event => event[field] !== null)?.[field] ?? null
  const turn = past.findLast(event => event.reason === 'exit' || event.reason === 'hire')
  // Who left before the first hire that is told was hired before: that hire is a return.
  const firstTurn = past.find(event => event.reason === 'exit' || event.reason === 'hire')
  const firstHire = firstTurn?.reason === 'hire' ? firstTurn : undefined
  const newestHire = past.findLast(event => event.reason === 'hire')
  const isHiredLater = row.hireDate !== null && row.hireDate > asOf && newestHire !== undefined
  const leave = row.leaveFrom === null ? past.findLast(event => event.reason === 'leave_start') : undefined
  const isRehired = turn?.reason === 'hire' && row.terminationDate !== null && turn.effectiveDate > row.terminationDate
  const isFormerEnd = row.terminationDate !== null && row.hireDate !== null && row.hireDate > row.terminationDate
  const isGoneAgain = isFormerEnd && turn?.reason === 'exit' && turn.effectiveDate > row.hireDate
  const statedEnd = isGoneAgain ? null : row.terminationDate
  return {
    ...row,
    title: row.title ?? newest('title'),
    level: row.level ?? newest('level'),
    levelRank: row.levelRank ?? newest('levelRank'),
    track: row.track ?? newest('track'),
    manager: row.manager ?? newest('manager'),
    orgUnit: row.orgUnit ?? newest('orgUnit'),
    fte: row.fte ?? newest('fte'),
    // A later return is not known yet: until then the former spell counts.
    hireDate: isHiredLater ? newestHire.effectiveDate : (row.hireDate ?? firstHire?.effectiveDate ?? null),
    leaveFrom: leave?.effectiveDate ?? row.leaveFrom,
    leaveTo: leave ? returnFrom(leave, events) : row.leaveTo,
    // An exit names the first day away; the end date is the last day there.
    terminationDate: isRehired ? null : (statedEnd ?? (turn?.reason === 'exit' ? turn.effectiveDate - 1 : null)),
  }
}

/** The last day of a leave: the one before the first return after it, also one to come; null where none is known. */
function returnFrom(leave: JobEventRow, events: readonly JobEventRow[]): EpochDay | null {
  const returns = events.filter(event => event.reason === 'leave_end' && event.effectiveDate > leave.effectiveDate)
  return returns.length === 0 ? null : Math.min(...returns.map(event => event.effectiveDate)) - 1
}

const MANAGER_TITLE = /\b(manager|head of|director|vp|vice president|chief|c[etfop]o|teamleiter(in)?|responsable)\b/i
// People with these titles manage a product or a project, not people.
const NOT_OF_PEOPLE = /\b(product|project|program|programme|account|community|content|release) manager\b/i

function inferredTrack(title: string | null, hasReports: boolean, managersAreKnown: boolean): Track | null {
  if (hasReports) return 'manager'
  if (title !== null && MANAGER_TITLE.test(title) && !NOT_OF_PEOPLE.test(title)) return 'manager'
  return title !== null || managersAreKnown ? 'ic' : null
}

/** `managerOf` holds, per row, the index of the manager's row or null. */
export function toPeople(rows: readonly PersonRow[], hrisCount: number, managerOf: readonly (number | null)[]): Person[] {
  const reports = new Set(managerOf.filter(manager => manager !== null))
  const managersAreKnown = reports.size > 0
  return rows.map((row, index) => {
    const { personId: id, manager: _manager, track, accountableFor, ...rest } = row
    const manager = managerOf[index] ?? null
    const inHris = index < hrisCount
    return {
      ...rest,
      id: personId(id),
      inHris,
      managerId: manager === null ? null : personId(rows[manager]!.personId),
      track: track ?? (inHris ? inferredTrack(row.title, reports.has(index), managersAreKnown) : null),
      trackInferred: track === null,
      accountableFor: accountableFor.map(name => (name.toLowerCase() === 'ai' ? 'ai' : componentName(name))),
    }
  })
}

/** The order of all people by id, and for each of them the place it gets. */
export function orderOfPeople(people: readonly Person[]): { readonly people: readonly Person[]; readonly placeOf: Int32Array } {
  const order = people.map((_, index) => index).toSorted((a, b) => compareText(people[a]!.id, people[b]!.id))
  const placeOf = new Int32Array(people.length)
  order.forEach((index, place) => (placeOf[index] = place))
  return { people: order.map(index => people[index]!), placeOf }
}

export function toJobEvents(rows: readonly JobEventRow[], idOf: (key: string) => PersonId | null): JobEvent[] {
  const events: JobEvent[] = []
  for (const { personId: key, ...event } of rows) {
    const id = idOf(key)
    if (id !== null) events.push({ ...event, personId: id })
  }
  return events
    .map(event => ({ event, text: JSON.stringify(event) }))
    .toSorted(
      (a, b) =>
        compareText(a.event.personId, b.event.personId) || a.event.effectiveDate - b.event.effectiveDate || compareText(a.text, b.text),
    )
    .map(({ event }) => event)
}
