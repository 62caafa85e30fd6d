/** People who leave because a whole list of people lacks them, and those who come back. */
import type { EpochDay } from '../domain/calendar.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import { isEmployedOn, type PersonRow } from '../domain/person.ts'
import { NOWHERE, quarterOf } from './place-changes.ts'

/** The person as known before the list; `history` are the events that files tell of them. */
export interface Listed {
  readonly row: PersonRow
  /** The newest day they were listed on. */
  readonly day: EpochDay
  readonly history: readonly JobEventRow[]
}

/** The first day away: their last is the day before the list's. Null for those who had left, whose end is known, or who are listed later. */
export function departureOn(listDay: EpochDay, { row, day, history }: Listed): JobEventRow | null {
  if (listDay < day || hasKnownEnd(row) || isEmployedOn({ ...row, inHris: true }, listDay - 1) !== true) return null
  const hired = (from: EpochDay) =>
    history.some(event => event.reason === 'hire' && event.effectiveDate > from && event.effectiveDate <= listDay)
  const isToldGone = history.some(
    event => event.reason === 'exit' && (row.hireDate === null || event.effectiveDate > row.hireDate) && !hired(event.effectiveDate),
  )
  return isToldGone ? null : { ...NOWHERE, personId: row.personId, effectiveDate: listDay, reason: 'exit' }
}

/** What becomes of a departure when the person is listed again: it stands, it is taken back, or they were hired again. */
export function afterReturn(departure: JobEventRow, { row, day, history }: Listed): 'stands' | 'never-left' | JobEventRow | 'told' {
  if (hasKnownEnd(row) || day <= departure.effectiveDate) return 'never-left'
  if (isEmployedOn({ ...row, inHris: true }, day) !== true) return 'stands'
  const isTold = history.some(
    ({ reason, effectiveDate }) =>
      reason === 'hire' &&
      effectiveDate >= departure.effectiveDate &&
      (effectiveDate <= day || quarterOf(effectiveDate) === quarterOf(day)),
  )
  if (isTold) return 'told'
  const isHiredSince = row.hireDate !== null && row.hireDate >= departure.effectiveDate && row.hireDate <= day
  return { ...NOWHERE, personId: row.personId, effectiveDate: isHiredSince ? row.hireDate : day, reason: 'hire' }
}

/** A hire after the end date is a return: that end is of the former spell. */
const hasKnownEnd = ({ hireDate, terminationDate }: PersonRow) =>
  terminationDate !== null && !(hireDate !== null && hireDate > terminationDate)
