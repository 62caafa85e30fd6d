/** Rows of the workspace before and after an import, held against each other by key. */
import type { Output } from '../contract/contract.ts'
import { type EpochDay, isoDate } from '../domain/calendar.ts'
import type { ArtifactRow, ComponentRow, WorkItemRow } from '../domain/component.ts'
import type { PersonRow } from '../domain/person.ts'
import { isDateField } from '../ingest/mapping-model.ts'
import type { LiveRows } from '../store/live-rows.ts'
import { ROW_TABLES } from '../store/row-table.ts'
import { artifactKey, type ComparedKind, eventKey } from './row-keys.ts'

export type ChangedRow = Output<'imports.changes'>['rows'][number]
export type FieldChange = ChangedRow['fields'][number]

/** Enough to look at; the counts tell of all. */
export const KEPT_CHANGES = 5_000
const SHOWN_TEXT = 400

export interface RowComparison {
  readonly new: number
  readonly updated: number
  readonly unchanged: number
  readonly newRows: readonly ChangedRow[]
  readonly updatedRows: readonly ChangedRow[]
}

/** `keys` are those of the batch; `formerKeyOf` names a row that went by another key before. */
export function compareRows(
  kind: ComparedKind,
  keys: ReadonlySet<string>,
  { before, after }: { readonly before: LiveRows; readonly after: LiveRows },
  formerKeyOf: (key: string) => string | undefined = () => undefined,
): RowComparison {
  const [former, later] = [rowsByKey(kind, before), rowsByKey(kind, after)]
  const counts = { new: 0, updated: 0, unchanged: 0 }
  const newRows: ChangedRow[] = []
  const updatedRows: ChangedRow[] = []
  for (const key of keys) {
    const now = later.get(key)
    const then = former.get(key) ?? former.get(formerKeyOf(key) ?? key)
    const isEvent = kind === 'history'
    const fields = now === undefined || isEvent ? [] : fieldChanges(kind, then ?? null, now)
    const change = then === undefined ? 'new' : fields.length > 0 ? 'updated' : 'unchanged'
    counts[change]++
    if (change === 'unchanged' || now === undefined || isEvent) continue
    const rows = change === 'new' ? newRows : updatedRows
    if (rows.length < KEPT_CHANGES) rows.push({ kind, key: keyInWords(kind, now, key), name: nameOf(now), fields })
  }
  return { ...counts, newRows, updatedRows }
}

type AnyRow = object

function rowsByKey(kind: ComparedKind, live: LiveRows): ReadonlyMap<string, AnyRow> {
  switch (kind) {
    case 'people':
      return new Map(live.people.map(row => [row.personId, row]))
    case 'history':
      return new Map(live.history.map(row => [eventKey(row), row]))
    case 'components':
      return new Map(live.components.map(row => [row.component, row]))
    case 'work_items':
      return new Map(live.workItems.map(row => [row.workItem, row]))
    case 'artifacts':
      return new Map(live.artifacts.map(row => [artifactKey(row), row]))
  }
}

function keyInWords(kind: ComparedKind, row: AnyRow, key: string): string {
  if (kind !== 'artifacts') return key
  const { component, artifact } = row as ArtifactRow // rows of artifacts
  return component === null ? artifact : `${component}: ${artifact}`
}

function nameOf(row: AnyRow): string | null {
  const { name, title, personId } = row as Partial<PersonRow & ComponentRow & WorkItemRow> // whichever it is
  return personId === undefined ? (title ?? null) : (name ?? null)
}

/** Our fields that differ, as they would be written; a new row is held against blank ones. */
export function fieldChanges(kind: ComparedKind, before: AnyRow | null, after: AnyRow): FieldChange[] {
  const former = new Map<string, unknown>(Object.entries(before ?? {}))
  const later = new Map<string, unknown>(Object.entries(after))
  return FIELDS[kind].flatMap(({ property, field }) => {
    const [was, is] = [written(field, former.get(property)), written(field, later.get(property))]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

const FIELDS: Readonly<Record<ComparedKind, readonly { readonly property: string; readonly field: string }[]>> = {
  people: fieldsOf('people', 'personId'),
  history: fieldsOf('history', 'personId'),
  components: fieldsOf('components', 'component'),
  work_items: fieldsOf('work_items', 'workItem'),
  artifacts: fieldsOf('artifacts', 'artifact'),
}

/** All but the key, under our names of the columns. */
function fieldsOf(kind: ComparedKind, key: string) {
  return Object.entries(ROW_TABLES[kind].fields)
    .filter(([property]) => property !== key)
    .map(([property, [column]]) => ({ property, field: column === 'manager' ? 'manager_id' : column }))
}

function written(field: string, value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.length === 0 ? null : cut(value.join('; '))
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number' && isDateField(field)) return isoDate(value as EpochDay)
  return cut(typeof value === 'string' ? value : JSON.stringify(value))
}

const cut = (text: string) => (text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT - 1)}…` : text)
