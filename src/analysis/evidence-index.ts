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
  const newestFirst = rowsInOrder(length, [instant.map(moment => -moment), tieBreak, storedRow])
  const stored = ({ offsets, rows }: Groups): EvidenceLists => ({ offsets, storedRow: rows.map(row => storedRow[row]!) })
  return {
    byComponent: stored(groupRows(newestFirst, row => component[row]!, dataset.componentNames.length)),
    byPerson: stored(groupRows(newestFirst, row => person[row]!, dataset.people.length)),
  }
}
