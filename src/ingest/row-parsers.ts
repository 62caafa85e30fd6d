/** Records to typed rows: one parser for each kind of file. */
import type { EpochDay } from '../domain/calendar.ts'
import type { ArtifactStatus } from '../domain/component.ts'
import type { ColumnOf, RowParser } from './accepted-row.ts'
import { summandsOf } from './column.ts'
import { columnFinder } from './column-finder.ts'
import { contributionParser } from './contribution-parser.ts'
import type { Mapping } from './mapping-model.ts'
import { jobEventParser, personParser } from './person-parsers.ts'
import type { ProtectedColumn } from './protected-columns.ts'
import { AT_LEAST_ZERO, type RowReader } from './row-reader.ts'
import { ARTIFACT_STATUS_WORDS } from './vocabulary.ts'

export interface RowParserSource {
  readonly mapping: Mapping
  readonly headers: readonly string[]
  readonly protectedColumns: readonly ProtectedColumn[]
  /** Contributions and meetings after this day are errors. */
  readonly today: EpochDay
}

export function createRowParser(reader: RowReader, { mapping, headers, protectedColumns, today }: RowParserSource): RowParser {
  const columnOf = columnFinder(mapping, headers)
  switch (mapping.kind) {
    case 'people':
      return personParser(
        reader,
        columnOf,
        protectedColumns
          .filter(({ treatment }) => treatment === 'quarantined')
          .map(column => ({ ...column, index: headers.indexOf(column.header) })),
        today,
      )
    case 'history':
      return jobEventParser(reader, columnOf)
    case 'contributions':
      return contributionParser(reader, columnOf, today)
    case 'meetings':
      return meetingParser(reader, columnOf, headers, today)
    case 'components':
      return componentParser(reader, columnOf)
    case 'work_items':
      return workItemParser(reader, columnOf)
    case 'artifacts':
      return artifactParser(reader, columnOf)
  }
}

const WEEK_HOURS = { least: 0, most: 168 }

function meetingParser(reader: RowReader, columnOf: ColumnOf, headers: readonly string[], today: EpochDay): RowParser {
  const [person, week, meetingHours] = [columnOf('person'), columnOf('week'), columnOf('meeting_hours')]
  const [focusHours, meetings, attendees] = [columnOf('focus_hours'), columnOf('meetings'), columnOf('attendees')]
  const oneOnOneHours = columnOf('one_on_one_hours')
  const agentActions = summandsOf(columnOf('agent_actions'), headers)
  return () => {
    const key = reader.name(person)
    const day = reader.dayUntil(week, today)
    const hours = reader.number(meetingHours, WEEK_HOURS)
    const row = {
      focusHours: reader.number(focusHours, WEEK_HOURS),
      meetings: reader.number(meetings, AT_LEAST_ZERO),
      attendees: reader.number(attendees, AT_LEAST_ZERO),
      oneOnOneHours: reader.number(oneOnOneHours, WEEK_HOURS),
      agentActions: reader.sum(agentActions, AT_LEAST_ZERO),
    }
    if (reader.hasFailed || key === null || day === null || hours === null) return null
    return { kind: 'meetings', row: { person: key, day, meetingHours: hours, ...row } }
  }
}

function componentParser(reader: RowReader, columnOf: ColumnOf): RowParser {
  const [component, criticality, ownerUnit] = [columnOf('component'), columnOf('criticality'), columnOf('owner_unit')]
  const [regulated, core] = [columnOf('regulated'), columnOf('core')]
  return () => {
    const name = reader.text(component)
    const row = {
      criticality: reader.integer(criticality, { least: 1, most: 5 }),
      ownerUnit: reader.text(ownerUnit),
      regulated: reader.yesNo(regulated),
      core: reader.yesNo(core),
    }
    return reader.hasFailed || name === null ? null : { kind: 'components', row: { component: name, ...row } }
  }
}

function workItemParser(reader: RowReader, columnOf: ColumnOf): RowParser {
  const [workItem, title, component, status] = [columnOf('work_item'), columnOf('title'), columnOf('component'), columnOf('status')]
  const [openedAt, startedAt, finishedAt] = [columnOf('opened_at'), columnOf('started_at'), columnOf('finished_at')]
  const [size, handoffs] = [columnOf('size'), columnOf('handoffs')]
  return () => {
    const id = reader.text(workItem)
    const row = {
      title: reader.text(title),
      component: reader.name(component),
      openedAt: reader.day(openedAt),
      startedAt: reader.day(startedAt),
      finishedAt: reader.day(finishedAt),
      status: reader.name(status),
      size: reader.number(size, AT_LEAST_ZERO),
      handoffs: reader.integer(handoffs, AT_LEAST_ZERO),
    }
    if (row.startedAt !== null && row.finishedAt !== null && row.finishedAt < row.startedAt)
      reader.report(finishedAt, 'dates-reversed', finishedEarly)
    else if (row.openedAt !== null && row.finishedAt !== null && row.finishedAt < row.openedAt)
      reader.report(finishedAt, 'dates-reversed', finishedEarly)
    return reader.hasFailed || id === null ? null : { kind: 'work_items', row: { workItem: id, ...row } }
  }
}

const finishedEarly = () => 'The end lies before the start. Check both dates; they were kept as they are.'

export const ARTIFACT_STATUSES: readonly ArtifactStatus[] = ['current', 'removed', 'out_of_scope']

function artifactParser(reader: RowReader, columnOf: ColumnOf): RowParser {
  const [artifact, component, status, lines] = [columnOf('artifact'), columnOf('component'), columnOf('status'), columnOf('lines')]
  return () => {
    const name = reader.text(artifact)
    const row = {
      component: reader.name(component),
      status: reader.oneOf(status, ARTIFACT_STATUSES, ARTIFACT_STATUS_WORDS) ?? 'current',
      lines: reader.integer(lines, AT_LEAST_ZERO),
    }
    return reader.hasFailed || name === null ? null : { kind: 'artifacts', row: { artifact: name, ...row } }
  }
}
