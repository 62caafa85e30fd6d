/** Pieces of work: the rows of one person, kind and moment, such as the files of one commit. */
import type { Dataset } from '../domain/dataset.ts'
import { rowsInOrder } from './row-order.ts'

export interface Pieces {
  readonly count: number
  /** All rows by person, kind, moment and then content, so that a piece's rows stand together. */
  readonly order: Uint32Array
  /** Piece k is order[starts[k]] up to order[starts[k + 1]]. */
  readonly starts: Uint32Array
}

/** The rows of one person: they stand together in the order of pieces, so that nobody else's are read. */
export function rowsOfPieces({ contributions }: Dataset, { order }: Pieces, person: number): Uint32Array {
  const firstFrom = (wanted: number) => {
    let [low, high] = [0, order.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (contributions.person[order[middle]!]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
  return order.subarray(firstFrom(person), firstFrom(person + 1))
}

export function piecesOf(dataset: Dataset): Pieces {
  const { person, kind, instant, tieBreak, component, artifact, length } = dataset.contributions
  const order = rowsInOrder(length, [person, kind, instant, tieBreak, component, artifact])
  const starts = new Uint32Array(length + 1)
  let count = 0
  for (let index = 0; index < length; index++) {
    const row = order[index]!
    const before = order[index - 1] ?? row
    const sameWork = index > 0 && person[row] === person[before] && kind[row] === kind[before] && instant[row] === instant[before]
    if (!sameWork) starts[count++] = index
  }
  starts[count] = length
  return { count, order, starts: starts.slice(0, count + 1) }
}
