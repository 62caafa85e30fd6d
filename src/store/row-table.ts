/** The tables of data.db that hold accepted rows per import, and how a row becomes cells and back. */
import { type ArtifactRow, type ComponentRow, type WorkItemRow } from '../domain/component.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { DemographicValue, PersonRow } from '../domain/person.ts'
import { boolean, type Codec, list, number, oneOf, orNull, text } from './codec.ts'
import { type Database, select, type SqlValue, type Statement } from './sqlite.ts'

export interface RowTable<Row> {
  readonly name: string
  /** Of every field its column and codec. */
  readonly fields: { readonly [Field in keyof Row]-?: readonly [column: string, codec: Codec<Row[Field]>] }
}

const textOrNull = orNull(text)
const numberOrNull = orNull(number)
const booleanOrNull = orNull(boolean)
const trackOrNull = orNull(oneOf(['ic', 'manager']))

const people: RowTable<PersonRow> = {
  name: 'person_row',
  fields: {
    personId: ['person_id', text],
    name: ['name', textOrNull],
    email: ['email', textOrNull],
    aliases: ['aliases', list],
    manager: ['manager', textOrNull],
    title: ['title', textOrNull],
    roleFamily: ['role_family', textOrNull],
    level: ['level', textOrNull],
    levelRank: ['level_rank', numberOrNull],
    track: ['track', trackOrNull],
    orgUnit: ['org_unit', textOrNull],
    location: ['location', textOrNull],
    fte: ['fte', numberOrNull],
    hireDate: ['hire_date', numberOrNull],
    terminationDate: ['termination_date', numberOrNull],
    employmentStatus: ['employment_status', textOrNull],
    leaveFrom: ['leave_from', numberOrNull],
    leaveTo: ['leave_to', numberOrNull],
    performanceRating: ['performance_rating', numberOrNull],
    ratingMax: ['rating_max', numberOrNull],
    compRatio: ['comp_ratio', numberOrNull],
    governance: ['governance', booleanOrNull],
    accountableFor: ['accountable_for', list],
    plannedTitle: ['planned_title', textOrNull],
    plannedTrack: ['planned_track', trackOrNull],
    plannedDate: ['planned_date', numberOrNull],
  },
}

const history: RowTable<JobEventRow> = {
  name: 'job_event_row',
  fields: {
    personId: ['person_id', text],
    effectiveDate: ['effective_date', number],
    title: ['title', textOrNull],
    level: ['level', textOrNull],
    levelRank: ['level_rank', numberOrNull],
    track: ['track', trackOrNull],
    manager: ['manager', textOrNull],
    orgUnit: ['org_unit', textOrNull],
    fte: ['fte', numberOrNull],
    reason: ['reason', textOrNull],
  },
}

const components: RowTable<ComponentRow> = {
  name: 'component_row',
  fields: {
    component: ['component', text],
    criticality: ['criticality', numberOrNull],
    ownerUnit: ['owner_unit', textOrNull],
    regulated: ['regulated', booleanOrNull],
    core: ['core', booleanOrNull],
  },
}

const workItems: RowTable<WorkItemRow> = {
  name: 'work_item_row',
  fields: {
    workItem: ['work_item', text],
    title: ['title', textOrNull],
    component: ['component', textOrNull],
    openedAt: ['opened_at', numberOrNull],
    startedAt: ['started_at', numberOrNull],
    finishedAt: ['finished_at', numberOrNull],
    status: ['status', textOrNull],
    size: ['size', numberOrNull],
    handoffs: ['handoffs', numberOrNull],
  },
}

const artifacts: RowTable<ArtifactRow> = {
  name: 'artifact_row',
  fields: {
    artifact: ['artifact', text],
    component: ['component', textOrNull],
    status: ['status', oneOf(['current', 'removed', 'out_of_scope'])],
    lines: ['lines', numberOrNull],
  },
}

const demographics: RowTable<DemographicValue> = {
  name: 'demographic_value',
  fields: { personId: ['person_id', text], attribute: ['attribute', text], value: ['value', text] },
}

/** The kinds of input whose rows are kept in data.db; contributions and meetings are kept in segments. */
export interface RowOfKind {
  readonly people: PersonRow
  readonly history: JobEventRow
  readonly components: ComponentRow
  readonly work_items: WorkItemRow
  readonly artifacts: ArtifactRow
}
export type RowKind = keyof RowOfKind

export const ROW_TABLES: { readonly [Kind in RowKind]: RowTable<RowOfKind[Kind]> } = {
  people,
  history,
  components,
  work_items: workItems,
  artifacts,
}
export const DEMOGRAPHICS_TABLE = demographics

/** Prepares the insertion of rows of one import; free the statement when done. */
export function prepareInsert<Row>(database: Database, table: RowTable<Row>): Statement {
  const columns = ['import_sequence', 'line', ...entries(table).map(([, column]) => column)]
  return database.prepare(`INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
}

export function cellsOf<Row>(table: RowTable<Row>, row: Row, importSequence: number, line: number): SqlValue[] {
  return [importSequence, line, ...entries(table).map(([field, , codec]) => codec.write(row[field]))]
}

/** A row with the sequence of the import that brought it. */
export interface ImportedRow<Row> {
  readonly sequence: number
  readonly row: Row
}

export function selectLive<Row>(database: Database, table: RowTable<Row>): Row[] {
  return selectImported(database, table).map(({ row }) => row)
}

/** Rows of live imports in the order of the imports; within one by content, so that the order of lines in a file decides nothing. */
export function selectImported<Row>(database: Database, table: RowTable<Row>): ImportedRow<Row>[] {
  const columns = entries(table)
  const names = columns.map(([, column]) => column).join(', ')
  const sql = `
    SELECT import_sequence, ${names} FROM ${table.name}
    WHERE import_sequence IN (SELECT sequence FROM import WHERE undone = 0) ORDER BY import_sequence, ${names}`
  return select(database, sql, [], ([sequence, ...cells]) => {
    const row: Partial<Row> = {}
    columns.forEach(([field, , codec], index) => {
      row[field] = codec.read(cells[index])
    })
    // Every field of Row is a key of the table's fields, so none is missing here.
    return { sequence: number.read(sequence), row: row as Row }
  })
}

function entries<Row>(table: RowTable<Row>): (readonly [field: keyof Row, column: string, codec: Codec<Row[keyof Row]>])[] {
  const fields = Object.keys(table.fields) as (keyof Row)[] // Object.keys forgets that the keys are those of the type.
  return fields.map(field => [field, ...table.fields[field]])
}
