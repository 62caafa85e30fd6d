/** What the rows of files would have said on an earlier day: nothing that is dated after it. */
import type { EpochDay } from '../../domain/calendar.ts'
import type { WorkItemRow } from '../../domain/component.ts'
import type { JobEventRow } from '../../domain/job-event.ts'
import type { PersonRow } from '../../domain/person.ts'
import type { LiveRows } from '../../store/live-rows.ts'

/** Whether something is named by a contribution up to the day, only by later ones, or by none. */
export type Naming = 'by-then' | 'only-later' | 'never'

export interface Namings {
  readonly component: (name: string) => Naming
  readonly artifact: (name: string) => Naming
  readonly workItem: (name: string) => Naming
}

/**
 * Later events tell that a value of today is not that of then: then the newest earlier event has it, and where there
 * is none it is unknown. What bears no date (ratings, pay, criticality, scope) stands as it is.
 */
export function knownBy(rows: LiveRows, day: EpochDay, named: Namings): LiveRows {
  const [past, later] = [rows.history.filter(event => event.effectiveDate <= day), rows.history.filter(event => event.effectiveDate > day)]
  const [pastOf, laterOf] = [eventsByKey(past), eventsByKey(later)]
  const isKnown = (naming: Naming) => naming !== 'only-later'
  return {
    ...rows,
    history: past,
    people: rows.people.flatMap(row => personThen(row, eventsOf(row, pastOf), eventsOf(row, laterOf), day) ?? []),
    components: rows.components.filter(({ component }) => isKnown(named.component(component))),
    workItems: rows.workItems.flatMap(row => workItemThen(row, named.workItem(row.workItem), day) ?? []),
    artifacts: rows.artifacts.filter(({ artifact }) => isKnown(named.artifact(artifact))),
  }
}

/** Null for somebody who came later, and was not there before. */
function personThen(row: PersonRow, past: readonly JobEventRow[], later: readonly JobEventRow[], day: EpochDay): PersonRow | null {
  const { hireDate, terminationDate, leaveFrom } = row
  const isHiredLater = hireDate !== null && hireDate > day
  const hadLeftBefore = terminationDate !== null && hireDate !== null && terminationDate < hireDate && terminationDate <= day
  if (isHiredLater && past.length === 0 && !hadLeftBefore) return null
  const then = <Field extends keyof JobEventRow & keyof PersonRow>(field: Field): PersonRow[Field] => {
    if (later.every(event => event[field] === null)) return row[field]
    const told: JobEventRow[keyof JobEventRow] = past.findLast(event => event[field] !== null)?.[field] ?? null
    return told as PersonRow[Field] // the same field of an event and of a person is of one type
  }
  const endsLater = (terminationDate !== null && terminationDate > day) || later.some(event => event.reason === 'exit')
  const leavesLater = leaveFrom !== null && leaveFrom > day
  return {
    ...row,
    title: then('title'),
    level: then('level'),
    levelRank: then('levelRank'),
    track: then('track'),
    manager: then('manager'),
    orgUnit: then('orgUnit'),
    fte: then('fte'),
    hireDate: isHiredLater ? null : hireDate,
    terminationDate: terminationDate !== null && terminationDate > day ? null : terminationDate,
    employmentStatus: endsLater || isHiredLater ? null : row.employmentStatus,
    leaveFrom: leavesLater ? null : leaveFrom,
    leaveTo: leavesLater || (row.leaveTo !== null && row.leaveTo > day) ? null : row.leaveTo,
    // Nobody knows of a plan since when it was one.
    plannedTitle: null,
    plannedTrack: null,
    plannedDate: null,
  }
}

/** An item that is known by contributions was there, whatever its dates say. */
function workItemThen(row: WorkItemRow, naming: Naming, day: EpochDay): WorkItemRow | null {
  const isLater = (date: EpochDay | null) => date !== null && date > day
  const firstDay = row.openedAt ?? row.startedAt ?? row.finishedAt
  const isFromLater = firstDay === null ? naming === 'only-later' : isLater(firstDay)
  if (naming !== 'by-then' && isFromLater) return null
  const endsLater = isLater(row.finishedAt)
  return {
    ...row,
    openedAt: isLater(row.openedAt) ? null : row.openedAt,
    startedAt: isLater(row.startedAt) ? null : row.startedAt,
    finishedAt: endsLater ? null : row.finishedAt,
    status: endsLater ? null : row.status,
    handoffs: endsLater ? null : row.handoffs,
  }
}

type EventsByKey = ReadonlyMap<string, readonly JobEventRow[]>

/** By the person as written, in the order of time. */
function eventsByKey(events: readonly JobEventRow[]): EventsByKey {
  const byKey = new Map<string, JobEventRow[]>()
  for (const event of events.toSorted((a, b) => a.effectiveDate - b.effectiveDate)) {
    const key = event.personId.toLowerCase()
    const own = byKey.get(key)
    if (own) own.push(event)
    else byKey.set(key, [event])
  }
  return byKey
}

function eventsOf({ personId, email, aliases }: PersonRow, byKey: EventsByKey): JobEventRow[] {
  const keys = new Set([personId, ...(email === null ? [] : [email]), ...aliases].map(key => key.toLowerCase()))
  const events = [...keys].flatMap(key => byKey.get(key) ?? [])
  return keys.size === 1 ? events : events.toSorted((a, b) => a.effectiveDate - b.effectiveDate)
}
