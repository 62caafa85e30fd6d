/** Rows about people: who they are now (people) and what happened to their jobs (history). */
import type { DemographicValue, Track } from '../domain/person.ts'
import type { AcceptedRow, ColumnOf, RowParser } from './accepted-row.ts'
import { AT_LEAST_ZERO, type Column, type RowReader } from './row-reader.ts'
import { cellText, foldWord } from './values.ts'

const FTE = { least: 0, most: 1.5 }
const RANK = { least: -1_000_000, most: 1_000_000 }
/** What systems write in place of a manager at the top. */
const NO_MANAGER = new Set(['no_manager', 'no_mgr', 'none'])
const REASONS = new Set(['hire', 'promotion', 'transfer', 'reorganisation', 'leave_start', 'leave_end', 'exit'])

export interface QuarantinedColumn {
  readonly index: number
  readonly attribute: string
}

export function personParser(reader: RowReader, columnOf: ColumnOf, quarantined: readonly QuarantinedColumn[]): RowParser {
  const [personId, name, email, aliases] = [columnOf('person_id'), columnOf('name'), columnOf('email'), columnOf('aliases')]
  const [manager, title, roleFamily, level] = [columnOf('manager_id'), columnOf('title'), columnOf('role_family'), columnOf('level')]
  const [levelRank, track, orgUnit, location] = [columnOf('level_rank'), columnOf('track'), columnOf('org_unit'), columnOf('location')]
  const [fte, hireDate, terminationDate] = [columnOf('fte'), columnOf('hire_date'), columnOf('termination_date')]
  const [employmentStatus, leaveFrom, leaveTo] = [columnOf('employment_status'), columnOf('leave_from'), columnOf('leave_to')]
  const [performanceRating, ratingMax, compRatio] = [columnOf('performance_rating'), columnOf('rating_max'), columnOf('comp_ratio')]
  const [governance, accountableFor] = [columnOf('governance'), columnOf('accountable_for')]
  const [plannedTitle, plannedTrack, plannedDate] = [columnOf('planned_title'), columnOf('planned_track'), columnOf('planned_date')]
  return () => {
    const id = reader.text(personId)
    const row = {
      name: reader.text(name),
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
      employmentStatus: reader.name(employmentStatus),
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
    return { kind: 'people', row: { personId: id, ...row }, demographics: readDemographics(reader, id, quarantined) } satisfies AcceptedRow
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

const TRACKS = ['ic', 'manager', 'individual_contributor', 'people_manager', 'management'] as const

function readTrack(reader: RowReader, column: Column): Track | null {
  const word = reader.oneOf(column, TRACKS)
  return word === null ? null : word === 'ic' || word === 'individual_contributor' ? 'ic' : 'manager'
}

/** One of the known reasons in their own spelling; other text as it is. */
function readReason(reader: RowReader, column: Column): string | null {
  const text = reader.name(column)
  if (text === null) return null
  const folded = foldWord(text)
  return REASONS.has(folded) ? folded : text
}

function readDemographics(reader: RowReader, personId: string, quarantined: readonly QuarantinedColumn[]): DemographicValue[] {
  const values: DemographicValue[] = []
  for (const { index, attribute } of quarantined) {
    const value = cellText(reader.cells[index])
    if (value !== null) values.push({ personId, attribute, value })
  }
  return values
}
