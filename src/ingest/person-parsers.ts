/** Rows about people: who they are now (people) and what happened to their jobs (history). */
import type { EpochDay } from '../domain/calendar.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { DemographicValue, PersonRow, Track } from '../domain/person.ts'
import type { ColumnOf, PersonRecord, RowParser } from './accepted-row.ts'
import type { Column } from './column.ts'
import { AT_LEAST_ZERO, type RowReader } from './row-reader.ts'
import { leaveReason, leaveStatus } from './leave-words.ts'
import { firstNameFirst, nameWithId, withoutState } from './person-names.ts'
import { readDurationDays } from './written-numbers.ts'
import { cellText, foldWord } from './values.ts'
import { REASON_WORDS, STATUS_WORDS, TRACK_WORDS } from './vocabulary.ts'

export const FTE = { least: 0, most: 1.5 }
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
  const isDated = effectiveDate.index >= 0 || effectiveDate.constant !== null
  return () => {
    const id = readKey(reader, personId)
    const from = isDated ? reader.day(effectiveDate) : null
    const mail = reader.text(email)
    const row = {
      name: readPersonName(reader, name),
      email: mail,
      aliases: reader.names(aliases).filter(alias => alias !== id && alias !== mail),
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
  return text === null || NO_MANAGER.has(foldWord(text)) || /^0+$/.test(text) ? null : text
}

export const TRACKS: readonly Track[] = ['ic', 'manager']

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

/** One of the known reasons in our spelling; other text as it is, without the kind of a leave. */
function readReason(reader: RowReader, column: Column): string | null {
  const text = reader.name(column)
  return text === null ? null : (REASON_WORDS.get(foldWord(text)) ?? leaveReason(text) ?? reasonAmong(text.split(/\s*[>:]\s*/)) ?? text)
}

/** `Change Job > Promotion > Annual`: the first step that is a known reason; a return from a leave names the leave first. */
function reasonAmong(steps: readonly string[]): string | null {
  const known = steps.flatMap(step => REASON_WORDS.get(foldWord(step)) ?? [])
  return known.includes('leave_end') ? 'leave_end' : (known[0] ?? null)
}

/** In English where it is another language's word or a code; other text as it is, without the kind of a leave. */
function readStatus(reader: RowReader, column: Column): string | null {
  const text = reader.name(column)
  return text === null ? null : (STATUS_WORDS.get(foldWord(text)) ?? leaveStatus(text) ?? text)
}

/** The id itself, or the one behind the name where the column is written so. */
function readKey(reader: RowReader, column: Column): string | null {
  const text = reader.text(column)
  if (text === null || !column.formats.includes('name-and-id')) return text
  const id = nameWithId(text)?.id ?? null
  if (id === null) reader.report(column, 'no-id', () => 'No id stands in brackets behind the name. Every row needs one.')
  return id
}

/** `Lee, Ann (1042)` as `Ann Lee` where the column is written so; whether somebody is on leave or gone is no part of a name. */
function readPersonName(reader: RowReader, column: Column): string | null {
  const written = reader.text(column)
  const text = written?.endsWith(')') === true ? withoutState(written) : written
  if (text === null || column.formats.length === 0) return text
  const name = column.formats.includes('name-and-id') ? (nameWithId(text)?.name ?? text) : text
  return column.formats.includes('last-first') ? firstNameFirst(name) : name
}

function readDemographics(reader: RowReader, personId: string, quarantined: readonly QuarantinedColumn[]): DemographicValue[] {
  const values: DemographicValue[] = []
  for (const { index, attribute } of quarantined) {
    const value = cellText(reader.cells[index])
    if (value !== null) values.push({ personId, attribute, value })
  }
  return values
}
