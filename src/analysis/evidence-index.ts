/** From a person or a component to the rows behind it, newest first. */
import type { Dataset } from '../domain/dataset.ts'
import { groupRows, rowsInOrder } from './row-order.ts'
import type { Groups } from './row-order.ts'

/** Entry g has storedRow[offsets[g]] up to storedRow[offsets[g + 1]]. */
export interface EvidenceLists {
  readonly offsets: Uint32Array
  readonly storedRow: Uint32Array
}

export interface EvidenceIndex {
  /** By index into Dataset.componentNames; rows without a component are in no list. */
  readonly byComponent: EvidenceLists
  /** By index into Dataset.people. */
  readonly byPerson: EvidenceLists
}

/** Rows of one moment stand in the order of their fingerprints. */
export function evidenceIndexOf(dataset: Dataset): EvidenceIndex {
  const { instant, tieBreak, person, component, storedRow, length } = dataset.contributions
  const newestFirst = rowsInOrder(length, [instant.map(moment => -moment)])
  for (let start = 0, end = 0; start < length; start = end) {
    while (end < length && instant[newestFirst[end]!] === instant[newestFirst[start]!]) end++
    if (end - start > FEW) newestFirst.set(rowsInOrder(newestFirst.slice(start, end), [tieBreak, storedRow]), start)
    else sortFew(newestFirst, start, end, (a, b) => tieBreak[a]! - tieBreak[b]! || storedRow[a]! - storedRow[b]!)
  }
  const stored = ({ offsets, rows }: Groups): EvidenceLists => ({ offsets, storedRow: rows.map(row => storedRow[row]!) })
  return {
    byComponent: stored(groupRows(newestFirst, row => component[row]!, dataset.componentNames.length)),
    byPerson: stored(groupRows(newestFirst, row => person[row]!, dataset.people.length)),
  }
}

/** Rows of one moment are few nearly everywhere: a sort over all rows by what only ties ask for would take three times as long. */
const FEW = 32

/** Insertion sort of rows[start] up to rows[end]. */
function sortFew(rows: Uint32Array, start: number, end: number, compare: (a: number, b: number) => number): void {
  for (let next = start + 1; next < end; next++) {
    const row = rows[next]!
    let at = next
    for (; at > start && compare(rows[at - 1]!, row) > 0; at--) rows[at] = rows[at - 1]!
    rows[at] = row
  }
}
