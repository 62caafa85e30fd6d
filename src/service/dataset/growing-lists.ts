/** Lists of integers per row, collected row by row. */
import type { IntegerLists } from '../../domain/contribution.ts'

const FIRST_CAPACITY = 1024

export class GrowingLists {
  #offsets: Uint32Array
  #values = new Int32Array(FIRST_CAPACITY)
  #rows = 0
  #length = 0

  constructor(mostRows: number) {
    this.#offsets = new Uint32Array(mostRows + 1)
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length++] = value
  }

  endRow(): void {
    this.#offsets[++this.#rows] = this.#length
  }

  /** Ends the collecting, and lets go of it. The lists of the given rows, each value replaced; values that become negative are left out, and so are repeats within a row. */
  finish(rows: Uint32Array, replace: (value: number, row: number) => number): IntegerLists {
    const offsets = new Uint32Array(rows.length + 1)
    const values = new Int32Array(this.#length)
    let length = 0
    for (let to = 0; to < rows.length; to++) {
      const row = rows[to]!
      const start = length
      for (let index = this.#offsets[row]!; index < this.#offsets[row + 1]!; index++) {
        const value = replace(this.#values[index]!, row)
        if (value < 0 || values.subarray(start, length).includes(value)) continue
        values[length++] = value
      }
      values.subarray(start, length).sort()
      offsets[to + 1] = length
    }
    this.#offsets = new Uint32Array(1)
    this.#values = new Int32Array(FIRST_CAPACITY)
    this.#rows = 0
    this.#length = 0
    return { offsets, values: values.slice(0, length) }
  }
}
