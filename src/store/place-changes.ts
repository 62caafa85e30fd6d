/** Job events that files of people without dates tell by saying another place than the file before. */
import { type EpochDay, monthOf } from '../domain/calendar.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { PersonRow } from '../domain/person.ts'

export type Place = Omit<JobEventRow, 'personId' | 'effectiveDate' | 'reason'>
type Field = keyof Place

export const NOWHERE: Place = { title: null, level: null, levelRank: null, track: null, manager: null, orgUnit: null, fte: null }
const FIELDS = Object.keys(NOWHERE) as Field[] // NOWHERE has exactly these keys

/** What the files of one day say of a person. */
export interface Report {
  readonly day: EpochDay
  /** Dated files have told their events when they were read. */
  readonly isDated: boolean
  readonly row: PersonRow
}

interface Told {
  readonly value: Place[Field]
  readonly since: EpochDay
  /** The last day on which a file said so. */
  readonly last: EpochDay
}

/**
 * Of one person, reports in the order of days. A value that follows another filled one is an event of
 * its day, unless `history` tells the same: since the file before, or within the same quarter. What was
 * known before the first such event is an event of the day it was first said, so that the change has a beginning.
 */
export function placeChanges(
  personId: string,
  reports: readonly Report[],
  history: readonly JobEventRow[],
  meaningOf: (manager: string) => string,
): JobEventRow[] {
  const told = new Map<Field, Told>()
  const events = new Map<EpochDay, Partial<Place>>()
  // A computed key loses the field's own type; the value was read from the same field.
  const note = (day: EpochDay, field: Field, value: Place[Field]) =>
    events.set(day, { ...events.get(day), [field]: value } as Partial<Place>)
  const isSame = (field: Field, a: Place[Field], b: Place[Field]) => a === b || fold(field, a, meaningOf) === fold(field, b, meaningOf)
  for (const { day, isDated, row } of reports) {
    const changed = FIELDS.filter(field => {
      const before = told.get(field)
      return before !== undefined && row[field] !== null && !isSame(field, before.value, row[field])
    })
    const isTold = (field: Field) =>
      history.some(
        event =>
          isSame(field, event[field], row[field]) &&
          ((event.effectiveDate > told.get(field)!.last && event.effectiveDate <= day) ||
            quarterOf(event.effectiveDate) === quarterOf(day)),
      )
    const explained = new Set(changed.filter(isTold).flatMap(field => [field, ...ALONG_WITH[field]]))
    for (const field of isDated ? [] : changed.filter(each => !explained.has(each))) {
      const before = told.get(field)!
      const hasBeginning = history.some(event => event[field] !== null && event.effectiveDate <= day)
      if (!hasBeginning && events.get(before.since)?.[field] === undefined) note(before.since, field, before.value)
      note(day, field, row[field])
    }
    for (const field of FIELDS) {
      if (row[field] === null) continue
      const since = told.has(field) && !changed.includes(field) ? told.get(field)!.since : day
      told.set(field, { value: row[field], since, last: day })
    }
  }
  return [...events].map(([effectiveDate, place]) => ({ ...NOWHERE, ...place, personId, effectiveDate, reason: null }))
}

/** What one change brings with it: an event that tells the first need not tell the other. */
const ALONG_WITH: Readonly<Record<Field, readonly Field[]>> = {
  title: ['track'],
  level: ['levelRank'],
  levelRank: ['level'],
  track: [],
  manager: [],
  orgUnit: [],
  fte: [],
}

function fold(field: Field, value: Place[Field], meaningOf: (manager: string) => string): string | number | null {
  if (typeof value !== 'string') return value
  const folded = value.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
  return field === 'manager' ? meaningOf(folded) : folded
}

const MONTHS_A_QUARTER = 3
export const quarterOf = (day: EpochDay) => Math.floor(monthOf(day) / MONTHS_A_QUARTER)
