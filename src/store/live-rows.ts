/** The live state: the rows of all imports that are not undone, folded in the order of the imports. */
import type { ArtifactRow, ComponentRow, WorkItemRow } from '../domain/component.ts'
import { compareText } from '../domain/identifiers.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { DemographicValue, PersonRow } from '../domain/person.ts'
import { readImports, reportField } from './import-record.ts'
import { DEMOGRAPHICS_TABLE, ROW_TABLES, selectLive } from './row-table.ts'
import type { Database } from './sqlite.ts'

/** Every list is sorted by its key, by code unit. Demographic values are not in here. */
export interface LiveRows {
  /** One a person: a filled cell replaces a former one, a blank cell never does. */
  readonly people: readonly PersonRow[]
  /** Every distinct event. */
  readonly history: readonly JobEventRow[]
  /** One a component, folded like people. */
  readonly components: readonly ComponentRow[]
  /** One a work item, folded like people. */
  readonly workItems: readonly WorkItemRow[]
  /** One a component and name: the last row. */
  readonly artifacts: readonly ArtifactRow[]
  /** Columns the live imports had, as `people.manager_id`. */
  readonly presentColumns: ReadonlySet<string>
}

export function readLiveRows(data: Database): LiveRows {
  return {
    people: foldByKey(selectLive(data, ROW_TABLES.people), row => row.personId, overlay),
    history: foldByKey(selectLive(data, ROW_TABLES.history), eventKey, former => former),
    components: foldByKey(selectLive(data, ROW_TABLES.components), row => row.component, overlay),
    workItems: foldByKey(selectLive(data, ROW_TABLES.work_items), row => row.workItem, overlay),
    artifacts: foldByKey(selectLive(data, ROW_TABLES.artifacts), artifactKey, (_, later) => later),
    presentColumns: readPresentColumns(data),
  }
}

/** The protected values: read by the fairness analysis and by nothing else. The last value of a person and attribute counts. */
export function readDemographics(data: Database): DemographicValue[] {
  return foldByKey(
    selectLive(data, DEMOGRAPHICS_TABLE),
    value => JSON.stringify([value.personId, value.attribute]),
    (_, later) => later,
  )
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

/** The former row with every filled cell of the later one put over it; empty lists are blank cells. */
function overlay<Row extends object>(former: Row, later: Row): Row {
  const isFilled = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0)
  return { ...former, ...Object.fromEntries(Object.entries(later).filter(([, value]) => isFilled(value))) }
}

function readPresentColumns(data: Database): Set<string> {
  const columns = new Set<string>()
  for (const { undone, report } of readImports(data)) {
    const present = undone ? [] : reportField(report, 'presentColumns')
    if (Array.isArray(present)) for (const column of present) columns.add(String(column))
  }
  return columns
}
