/** A field of ours in the records of one file. */
import { cellText, foldWord } from './values.ts'
import type { DateReading } from './written-dates.ts'

export interface Column {
  /** -1 when the file does not have the field. */
  readonly index: number
  /** The header as the file spells it; our own name where it has none. */
  readonly header: string
  readonly isMust: boolean
  /** Nothing but one cell is to be looked at, as nearly always. */
  readonly isPlain: boolean
  /** Read in this order where the first is blank; of a list all are read. */
  readonly others: readonly number[]
  /** The columns whose texts make the value together, the first among them; null for one column. */
  readonly joined: readonly number[] | null
  /** What the field is where nothing is written. */
  readonly constant: string | null
  readonly formats: readonly string[]
  readonly dates: DateReading
  /** Words of the file, in lower snake case, and what they mean; a blank one means nothing. */
  readonly values: ReadonlyMap<string, string> | null
}

/** The columns of a field that is a sum, each by itself; what is to be summed stands beside each other, not in place of another. */
export const summandsOf = (column: Column, headers: readonly string[]): readonly Column[] =>
  column.others.length === 0
    ? [column]
    : [column.index, ...column.others].map(index => ({
        ...column,
        index,
        header: headers[index] ?? column.header,
        others: [],
        constant: null,
      }))

/** What a record says in a field; null when it says nothing. */
export function textOf(column: Column, cells: readonly string[]): string | null {
  const { index, joined, others, values } = column
  let text = index < 0 ? null : cellText(cells[index])
  if (joined !== null) text = joinedText(joined, cells)
  for (let at = 0; text === null && at < others.length; at++) text = cellText(cells[others[at]!])
  if (values !== null && text !== null) {
    const meant = values.get(foldWord(text))
    if (meant !== undefined) text = meant === '' ? null : meant
  }
  return text ?? column.constant
}

function joinedText(indexes: readonly number[], cells: readonly string[]): string | null {
  let whole: string | null = null
  for (const index of indexes) {
    const part = cellText(cells[index])
    if (part !== null) whole = whole === null ? part : `${whole} ${part}`
  }
  return whole
}
