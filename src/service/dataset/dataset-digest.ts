/** A name for what an analysis reads: equal for equal inputs, whatever files they came in and whatever came after the as-of date. */
import { createHash } from 'node:crypto'
import { rowsInOrder } from '../../analysis/row-order.ts'
import type { IntegerLists } from '../../domain/contribution.ts'
import type { Dataset } from '../../domain/dataset.ts'

/** What was counted of the inputs: rows that count, by what they are. */
export interface InputCounts {
  readonly contributions: number
  readonly meetingWeeks: number
  readonly people: number
  readonly jobEvents: number
  readonly workItems: number
  readonly components: number
}

export const inputCounts = ({ contributions, meetings, people, history, workItems, components }: Dataset): InputCounts => ({
  contributions: contributions.length,
  meetingWeeks: meetings.length,
  people: people.filter(({ inHris }) => inHris).length,
  jobEvents: history.length,
  workItems: workItems.filter(item => item !== null).length,
  components: components.filter(component => component !== null).length,
})

/** SHA-256, hexadecimal. Kinds and titles are read by the settings, so they are no part of it. */
export function datasetDigest(dataset: Dataset): string {
  const { contributions, meetings, presentColumns, artifactScope, kindOf: _kindOf, titleRules: _titleRules, ...named } = dataset
  const hash = createHash('sha256').update(JSON.stringify({ ...named, presentColumns: [...presentColumns].sort() }))
  if (artifactScope) hash.update(artifactScope)
  const { length: _weeks, ...weeks } = meetings
  for (const column of Object.values(weeks)) hash.update(column)
  // Where a row is stored says nothing of what it is.
  const { length, storedRow: _storedRow, participants, uses, ...columns } = contributions
  const order = rowsInOrder(length, [columns.instant, columns.tieBreak, columns.artifact, columns.person])
  for (const column of Object.values(columns)) hash.update(column.map((_, place) => column[order[place]!]!))
  for (const lists of [participants, uses]) for (const numbers of inBlocks(lists, order)) hash.update(numbers)
  return hash.digest('hex')
}

const BLOCK_NUMBERS = 65_536

/** Each row's list, led by its length. */
function* inBlocks({ offsets, values }: IntegerLists, order: ArrayLike<number>): Generator<Int32Array> {
  let block: number[] = []
  for (let place = 0; place < order.length; place++) {
    const row = order[place]!
    block.push(offsets[row + 1]! - offsets[row]!, ...values.subarray(offsets[row]!, offsets[row + 1]!))
    if (block.length < BLOCK_NUMBERS) continue
    yield Int32Array.from(block)
    block = []
  }
  yield Int32Array.from(block)
}
