/** The live state: the rows of all imports that are not undone, folded in the order of the imports. */
import type { EpochDay } from '../domain/calendar.ts'
import type { ArtifactRow, ComponentRow, WorkItemRow } from '../domain/component.ts'
import { compareText } from '../domain/identifiers.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { DemographicValue, PersonRow } from '../domain/person.ts'
import { readImports, reportField } from './import-record.ts'
import { overlay } from './overlay.ts'
import { followPeople, type PeopleOverImports } from './people-over-imports.ts'
import { DEMOGRAPHICS_TABLE, ROW_TABLES, selectImported, selectLive } from './row-table.ts'
import type { Database } from './sqlite.ts'

/** Every list is sorted by its key, by code unit. Demographic values are not in here. */
export interface LiveRows {
  /** One a person: a filled cell replaces a former one, a blank cell never does. Ids they had before are aliases. */
  readonly people: readonly PersonRow[]
  /** Every distinct event: those of the files, and those that lie between files of people (see people-over-imports.ts). */
  readonly history: readonly JobEventRow[]
  /** The sequence of the import that listed each person last, by id. */
  readonly lastListed: ReadonlyMap<string, number>
  /** One a component, folded like people. */
  readonly components: readonly ComponentRow[]
  /** One a work item, folded like people. */
  readonly workItems: readonly WorkItemRow[]
  /** One a component and name: the last row. */
  readonly artifacts: readonly ArtifactRow[]
  /** Columns the live imports had, as `people.manager_id`; those of history also where files of people tell of job events. */
  readonly presentColumns: ReadonlySet<string>
}

/** What of the live rows the lists of people tell. */
export type PeopleRows = Pick<LiveRows, 'people' | 'history' | 'lastListed' | 'presentColumns'>

export function readLiveRows(data: Database): LiveRows {
  return {
    ...readPeopleRows(data, null),
    components: foldByKey(selectLive(data, ROW_TABLES.components), row => row.component, overlay),
    workItems: foldByKey(selectLive(data, ROW_TABLES.work_items), row => row.workItem, overlay),
    artifacts: foldByKey(selectLive(data, ROW_TABLES.artifacts), artifactKey, (_, later) => later),
  }
}

/** As far as lists tell that speak of days up to the given one; null for all. */
export function readPeopleRows(data: Database, until: EpochDay | null): PeopleRows {
  const { people, history, lastListed } = readPeople(data, until)
  return {
    people: foldByKey(people, row => row.personId, overlay),
    history: foldByKey(history, eventKey, former => former),
    lastListed,
    presentColumns: readPresentColumns(data, history),
  }
}

/** The protected values: read by the fairness analysis and by nothing else. The last value of a person and attribute counts. */
export function readDemographics(data: Database): DemographicValue[] {
  const values = selectImported(data, DEMOGRAPHICS_TABLE)
  const { currentId } = readPeople(data)
  return foldByKey(
    values.map(({ sequence, row }) => ({ ...row, personId: currentId(row.personId, sequence) })),
    value => JSON.stringify([value.personId, value.attribute]),
    (_, later) => later,
  )
}

function readPeople(data: Database, until: EpochDay | null = null): PeopleOverImports {
  return followPeople(readImports(data), selectImported(data, ROW_TABLES.people), selectImported(data, ROW_TABLES.history), until)
}

const eventKey = (event: JobEventRow) =>
  JSON.stringify([
    event.personId,
    event.effectiveDate,
    event.title,
    event.level,
    event.levelRank,
    event.track,
    event.manager,
    event.orgUnit,
    event.fte,
    event.reason,
  ])

const artifactKey = (row: ArtifactRow) => JSON.stringify([row.component ?? '', row.artifact])

function foldByKey<Row>(rows: readonly Row[], key: (row: Row) => string, fold: (former: Row, later: Row) => Row): Row[] {
  const folded = new Map<string, Row>()
  for (const row of rows) {
    const former = folded.get(key(row))
    folded.set(key(row), former === undefined ? row : fold(former, row))
  }
  return [...folded].toSorted(([a], [b]) => compareText(a, b)).map(([, row]) => row)
}

/** What events tell counts as a column but their reasons, which files of people tell only of some. */
function readPresentColumns(data: Database, history: readonly JobEventRow[]): Set<string> {
  const columns = new Set<string>()
  const live = readImports(data).filter(({ undone }) => !undone)
  for (const { report } of live) {
    const present = reportField(report, 'presentColumns')
    if (Array.isArray(present)) for (const column of present) columns.add(String(column))
  }
  if (history.length === 0 || live.some(({ kind }) => kind === 'history')) return columns
  const isTold = (field: keyof JobEventRow) => history.some(event => event[field] !== null)
  for (const [field, column] of HISTORY_COLUMNS) if (isTold(field)) columns.add(`history.${column}`)
  return columns
}

const HISTORY_COLUMNS: readonly (readonly [keyof JobEventRow, string])[] = [
  ['personId', 'person_id'],
  ['effectiveDate', 'effective_date'],
  ['title', 'title'],
  ['level', 'level'],
  ['levelRank', 'level_rank'],
  ['track', 'track'],
  ['manager', 'manager_id'],
  ['orgUnit', 'org_unit'],
  ['fte', 'fte'],
]
