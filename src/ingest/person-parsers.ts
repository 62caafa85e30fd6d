/** Rows about people: who they are now (people) and what happened to their jobs (history). */
import type { EpochDay } from '../domain/calendar.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { DemographicValue, PersonRow, Track } from '../domain/person.ts'
import type { ColumnOf, PersonRecord, RowParser } from './accepted-row.ts'
import type { Column } from './column.ts'
import { AT_LEAST_ZERO, type RowReader } from './row-reader.ts'
import { firstNameFirst } from './person-names.ts'
import { readDurationDays } from './written-numbers.ts'
import { cellText, foldWord } from './values.ts'
import { REASON_WORDS, STATUS_WORDS, TRACK_WORDS } from './vocabulary.ts'

const FTE = { least: 0, most: 1.5 }
const RANK = { least: -1_000_000, most: 1_000_000 }
/** What systems write in place of a manager at the top. */
const NO_MANAGER = new Set(
  'no_manager no_mgr none no_hr n/a na nobody unassigned not_assigned vacant tbd tba unknown (none) (no_manager) kein keine keiner aucun ninguno top_level self_managed'.split(
    ' ',
  ),
)

export interface QuarantinedColumn {
  readonly index: number
  readonly attribute: string
}

/** `today` is the day that time in a role is counted back from, where the row bears no date of its own. */
export function personParser(
  reader: RowReader,
  columnOf: ColumnOf,
  quarantined: readonly QuarantinedColumn[],
  today: EpochDay,
): () => PersonRecord | null {
  const [personId, name, email, aliases] = [columnOf('person_id'), columnOf('name'), columnOf('email'), columnOf('aliases')]
  const [manager, title, roleFamily, level] = [columnOf('manager_id'), columnOf('title'), columnOf('role_family'), columnOf('level')]
  const [levelRank, track, orgUnit, location] = [columnOf('level_rank'), columnOf('track'), columnOf('org_unit'), columnOf('location')]
  const [fte, hireDate, terminationDate] = [columnOf('fte'), columnOf('hire_date'), columnOf('termination_date')]
  const [employmentStatus, leaveFrom, leaveTo] = [columnOf('employment_status'), columnOf('leave_from'), columnOf('leave_to')]
  const [performanceRating, ratingMax, compRatio] = [columnOf('performance_rating'), columnOf('rating_max'), columnOf('comp_ratio')]
  const [governance, accountableFor] = [columnOf('governance'), columnOf('accountable_for')]
  const [plannedTitle, plannedTrack, plannedDate] = [columnOf('planned_title'), columnOf('planned_track'), columnOf('planned_date')]
  const [effectiveDate, reason, timeInRole] = [columnOf('effective_date'), columnOf('reason'), columnOf('time_in_role')]
  const isDated = effectiveDate.index >= 0
  return () => {
    const id = reader.text(personId)
    const from = isDated ? reader.day(effectiveDate) : null
    const row = {
      name: readPersonName(reader, name),
      email: reader.text(email),
      aliases: reader.names(aliases),
      manager: readManager(reader, manager),
      title: reader.name(title),
      roleFamily: reader.name(roleFamily),
      level: reader.name(level),
      levelRank: reader.integer(levelRank, RANK),
      track: readTrack(reader, track),
      orgUnit: reader.name(orgUnit),
      location: reader.name(location),
      fte: reader.number(fte, FTE),
      hireDate: reader.day(hireDate),
      terminationDate: reader.day(terminationDate),
      employmentStatus: readStatus(reader, employmentStatus),
      leaveFrom: reader.day(leaveFrom),
      leaveTo: reader.day(leaveTo),
      performanceRating: reader.number(performanceRating, RANK),
      ratingMax: reader.number(ratingMax, AT_LEAST_ZERO),
      compRatio: reader.number(compRatio, AT_LEAST_ZERO),
      governance: reader.yesNo(governance),
      accountableFor: reader.names(accountableFor),
      plannedTitle: reader.name(plannedTitle),
      plannedTrack: readTrack(reader, plannedTrack),
      plannedDate: reader.day(plannedDate),
    }
    if (reader.hasFailed || id === null) return null
    const person: PersonRow = { personId: id, ...row }
    const demographics = readDemographics(reader, id, quarantined)
    const since = readDaysInRole(reader, timeInRole)
    return {
      kind: 'people',
      row: person,
      demographics,
      ...(from === null ? {} : { from, reason: readReason(reader, reason) }),
      ...(since === null ? {} : { events: [roleBegun(person, Math.round((from ?? today) - since))] }),
    }
  }
}

export function jobEventParser(reader: RowReader, columnOf: ColumnOf): RowParser {
  const [personId, effectiveDate, title, level] = [columnOf('person_id'), columnOf('effective_date'), columnOf('title'), columnOf('level')]
  const [levelRank, track, manager] = [columnOf('level_rank'), columnOf('track'), columnOf('manager_id')]
  const [orgUnit, fte, reason] = [columnOf('org_unit'), columnOf('fte'), columnOf('reason')]
  return () => {
    const id = reader.name(personId)
    const day = reader.day(effectiveDate)
    const row = {
      title: reader.name(title),
      level: reader.name(level),
      levelRank: reader.integer(levelRank, RANK),
      track: readTrack(reader, track),
      manager: readManager(reader, manager),
      orgUnit: reader.name(orgUnit),
      fte: reader.number(fte, FTE),
      reason: readReason(reader, reason),
    }
    if (reader.hasFailed || id === null || day === null) return null
    return { kind: 'history', row: { personId: id, effectiveDate: day, ...row } }
  }
}

function readManager(reader: RowReader, column: Column): string | null {
  const text = reader.name(column)
  return text === null || NO_MANAGER.has(foldWord(text)) ? null : text
}

const TRACKS: readonly Track[] = ['ic', 'manager']

const readTrack = (reader: RowReader, column: Column): Track | null => reader.oneOf(column, TRACKS, TRACK_WORDS)

/** How long somebody has been in their role, in days; numbers are years unless the header says months or days. */
function readDaysInRole(reader: RowReader, column: Column): number | null {
  const text = column.index < 0 ? null : reader.text(column)
  if (text === null) return null
  const unit = /month|monat|mois|mes/i.test(column.header) ? 'months' : /day|tag|jour|d[ií]a/i.test(column.header) ? 'days' : 'years'
  const days = readDurationDays(text, unit)
  if (days === null)
    reader.report(column, 'bad-duration', () => 'This is no length of time we can read. Write years as 2.5, or “2 years, 6 months”.')
  return days
}

const roleBegun = (
  { personId, title, level, levelRank, track, manager: _manager, orgUnit: _orgUnit, fte: _fte }: PersonRow,
  day: EpochDay,
): JobEventRow => ({
  personId,
  effectiveDate: day,
  title,
  level,
  levelRank,
  track,
  manager: null,
  orgUnit: null,
  fte: null,
  reason: null,
})

/** One of the known reasons in our spelling; other text as it is. */
function readReason(reader: RowReader, column: Column): string | null {
  const text = reader.name(column)
  return text === null ? null : (REASON_WORDS.get(foldWord(text)) ?? text)
}

/** In English where it is another language's word or a code; other text as it is. */
function readStatus(reader: RowReader, column: Column): string | null {
  const text = reader.name(column)
  return text === null ? null : (STATUS_WORDS.get(foldWord(text)) ?? text)
}

/** `Lee, Ann` as `Ann Lee` where the column is written so. */
function readPersonName(reader: RowReader, column: Column): string | null {
  const text = reader.text(column)
  return text === null || !column.formats.includes('last-first') ? text : firstNameFirst(text)
}

function readDemographics(reader: RowReader, personId: string, quarantined: readonly QuarantinedColumn[]): DemographicValue[] {
  const values: DemographicValue[] = []
  for (const { index, attribute } of quarantined) {
    const value = cellText(reader.cells[index])
    if (value !== null) values.push({ personId, attribute, value })
  }
  return values
}
