/** What the imported files lack: whole kinds of file, and columns of those that are there. */
import { kindName } from '../imports/kind-words.ts'
import type { ColumnsShown } from '../navigation/address.ts'
import type { InputKind, QualityColumn } from './answers.ts'

export interface ColumnsOfKind {
  readonly kind: InputKind
  /** Whether any live import is of the kind. */
  readonly isThere: boolean
  readonly columns: readonly QualityColumn[]
}

export interface MissingInput {
  /** `A file of meetings` or `The column fte of people`. */
  readonly label: string
  readonly feeds: readonly string[]
  readonly costs: readonly string[]
}

/** In the order given; a kind is there when one of its columns is. */
export function columnsByKind(columns: readonly QualityColumn[]): ColumnsOfKind[] {
  const kinds = [...new Set(columns.map(column => column.kind))]
  return kinds.map(kind => {
    const own = columns.filter(column => column.kind === kind)
    return { kind, isThere: own.some(column => column.present), columns: own }
  })
}

export function isShown(column: QualityColumn, show: ColumnsShown): boolean {
  switch (show) {
    case 'all':
      return true
    case 'missing':
      return !column.present
    case 'partly':
      return column.present && column.filled !== null && column.filled < 1
  }
}

export const countShown = (columns: readonly QualityColumn[], show: ColumnsShown) => columns.filter(column => isShown(column, show)).length

/** Those whose lack costs something: what most figures would read comes first. A kind nobody imported is one entry. */
export function missingInputs(columns: readonly QualityColumn[]): MissingInput[] {
  const inputs = columnsByKind(columns).flatMap(({ kind, isThere, columns: own }) => {
    const missing = own.filter(column => !column.present)
    return isThere
      ? missing.map(column => inputOf(`The column ${column.column} of ${kindName(kind).toLowerCase()}`, [column]))
      : [inputOf(`A file of ${kindName(kind).toLowerCase()}`, missing)]
  })
  return inputs.filter(({ costs }) => costs.length > 0).toSorted((a, b) => b.feeds.length - a.feeds.length)
}

function inputOf(label: string, missing: readonly QualityColumn[]): MissingInput {
  const columns = missing.filter(column => column.cost !== null)
  return {
    label,
    feeds: [...new Set(columns.flatMap(column => column.feeds))],
    costs: [...new Set(columns.flatMap(column => column.cost ?? []))],
  }
}
