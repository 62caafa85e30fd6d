/** What may be shown of the cells of a record: nothing of protected columns, and no word that tells the kind of a leave. */
import { MAY_TELL_LEAVES, tellsKindOfLeave } from './leave-words.ts'
import type { Mapping } from './mapping-model.ts'
import type { ProtectedColumn } from './protected-columns.ts'

export interface ShownCells {
  readonly protectedIndexes: ReadonlySet<number>
  /** Whether what stands in the column may be shown. */
  readonly mayShow: (index: number, text: string) => boolean
}

/** `mapping` is null where it is not known what the columns are. */
export function shownCells(headers: readonly string[], mapping: Mapping | null, protectedColumns: readonly ProtectedColumn[]): ShownCells {
  const indexesOf = (wanted: ReadonlySet<string>) => new Set(headers.flatMap((header, index) => (wanted.has(header) ? [index] : [])))
  const protectedIndexes = indexesOf(new Set(protectedColumns.map(({ header }) => header)))
  const leaveIndexes = indexesOf(mayTellLeaves(headers, mapping))
  return {
    protectedIndexes,
    mayShow: (index, text) => !protectedIndexes.has(index) && !(leaveIndexes.has(index) && tellsKindOfLeave(text)),
  }
}

/** Statuses and reasons, and of files about people every column that is read as nothing. */
function mayTellLeaves(headers: readonly string[], mapping: Mapping | null): ReadonlySet<string> {
  if (mapping === null) return new Set(headers)
  const headersOf = (field: string) => [mapping.columns[field] ?? [], mapping.fallbacks?.[field] ?? []].flat()
  const told = [...MAY_TELL_LEAVES].flatMap(headersOf)
  if (mapping.kind !== 'people' && mapping.kind !== 'history') return new Set(told)
  const read = new Set([mapping.columns, mapping.joined ?? {}, mapping.fallbacks ?? {}].flatMap(perField => Object.values(perField).flat()))
  return new Set([...told, ...headers.filter(header => !read.has(header))])
}
