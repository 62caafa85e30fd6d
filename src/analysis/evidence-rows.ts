/** The contributions behind a figure, newest first: what a reason opens to. */
import type { Dataset } from '../domain/dataset.ts'
import { groupRows, rowsInOrder } from './row-order.ts'

/** Rows of one moment stand in the order of their fingerprints, wherever they stood. */
export function newestFirst(dataset: Dataset, rows: readonly number[] | Uint32Array): Uint32Array {
  const { instant, tieBreak, storedRow } = dataset.contributions
  const chosen = Uint32Array.from(rows)
  const keys = {
    newest: Float64Array.from(chosen, row => -instant[row]!),
    tie: Uint32Array.from(chosen, row => tieBreak[row]!),
    stored: Uint32Array.from(chosen, row => storedRow[row]!),
  }
  return rowsInOrder(chosen.length, [keys.newest, keys.tie, keys.stored]).map(index => chosen[index]!)
}

export type RowsOfPerson = (person: number, counts: (row: number) => boolean) => Uint32Array

/** Gathers rows by person once, so that the few findings do not each read all rows. */
export function rowsOfPerson(dataset: Dataset): RowsOfPerson {
  const { offsets, rows } = groupRows(dataset.contributions.length, row => dataset.contributions.person[row]!, dataset.people.length)
  return (person, counts) => newestFirst(dataset, rows.subarray(offsets[person], offsets[person + 1]).filter(counts))
}
