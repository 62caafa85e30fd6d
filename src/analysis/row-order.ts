/** Orders of rows by what they hold, never by where they stand: a stable radix sort over integer columns. */
export type IntegerColumn = Int32Array | Uint8Array | Uint16Array | Uint32Array | Float64Array

const SMALL = 8192

/**
 * The given rows (all of them, when a count is given) by the first key, then the second, and so on.
 * Keys are integers of any sign below 2^53.
 */
export function rowsInOrder(rows: Uint32Array | number, keys: readonly IntegerColumn[]): Uint32Array {
  let order: Uint32Array = typeof rows === 'number' ? countedUp(rows) : rows.slice()
  let spare: Uint32Array = new Uint32Array(order.length)
  const digitBits = order.length < SMALL ? 8 : 16
  const counts = new Uint32Array((1 << digitBits) + 1)
  for (const key of keys.toReversed()) {
    const { minimum, range } = rangeOf(key, order)
    for (let unit = 1; unit <= range; unit *= 1 << digitBits) {
      sortByDigit(order, spare, key, minimum, unit, counts)
      ;[order, spare] = [spare, order]
    }
  }
  return order
}

function countedUp(count: number): Uint32Array {
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++) rows[row] = row
  return rows
}

function rangeOf(key: IntegerColumn, rows: Uint32Array): { minimum: number; range: number } {
  let minimum = Infinity
  let maximum = -Infinity
  for (let index = 0; index < rows.length; index++) {
    const value = key[rows[index]!]!
    if (value < minimum) minimum = value
    if (value > maximum) maximum = value
  }
  return { minimum, range: rows.length === 0 ? 0 : maximum - minimum }
}

function sortByDigit(from: Uint32Array, to: Uint32Array, key: IntegerColumn, minimum: number, unit: number, counts: Uint32Array): void {
  const base = counts.length - 1
  counts.fill(0)
  for (let index = 0; index < from.length; index++) counts[digitOf(key[from[index]!]! - minimum, unit, base) + 1]!++
  for (let digit = 0; digit < base; digit++) counts[digit + 1]! += counts[digit]!
  for (let index = 0; index < from.length; index++) {
    const row = from[index]!
    to[counts[digitOf(key[row]! - minimum, unit, base)]!++] = row
  }
}

const digitOf = (value: number, unit: number, base: number) => (unit === 1 ? value : Math.floor(value / unit)) % base

/** Groups of rows: group g has rows[offsets[g]] up to rows[offsets[g + 1]]. */
export interface Groups {
  readonly offsets: Uint32Array
  readonly rows: Uint32Array
}

/** The rows by group, in their given order within each; a group below 0 leaves its rows out. */
export function groupRows(rows: Uint32Array | number, groupOf: (row: number) => number, groupCount: number): Groups {
  const count = typeof rows === 'number' ? rows : rows.length
  const rowAt = typeof rows === 'number' ? (index: number) => index : (index: number) => rows[index]!
  const offsets = new Uint32Array(groupCount + 1)
  for (let index = 0; index < count; index++) {
    const group = groupOf(rowAt(index))
    if (group >= 0) offsets[group + 1]!++
  }
  for (let group = 0; group < groupCount; group++) offsets[group + 1]! += offsets[group]!
  const next = offsets.slice(0, groupCount)
  const grouped = new Uint32Array(offsets[groupCount]!)
  for (let index = 0; index < count; index++) {
    const row = rowAt(index)
    const group = groupOf(row)
    if (group >= 0) grouped[next[group]!++] = row
  }
  return { offsets, rows: grouped }
}
