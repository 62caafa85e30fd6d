/** The rejected rows of a checked file as a CSV file on the disk, cut into parts that a window can be sent. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { RejectedRow } from '../ingest/examination.ts'
import { csvRecord, csvStart } from '../report/csv.ts'

/** Of a part, as JSON carries it; a single record is cut to it. */
const PART_BYTES = 400_000
const READ_ONLY_BY_OWNER = 0o600

/** Where each part begins, in bytes, and where the last ends. */
export type PartBounds = readonly number[]

/** Writes to a file that must not be there yet; columns are `line`, `reasons`, then the file's own headers. */
export class RejectedRowsWriter {
  readonly #descriptor: number
  readonly #bounds = [0]
  #bytes = 0
  #partBytes = 0

  constructor(path: string, headers: readonly string[]) {
    this.#descriptor = openSync(path, 'wx', READ_ONLY_BY_OWNER)
    this.#write(shortRecord(['line', 'reasons', ...headers], csvStart))
  }

  add({ line, cells, problems }: RejectedRow): void {
    const reasons = problems.map(({ column, message }) => (column === null ? message : `${column}: ${message}`)).join(' ')
    this.#write(shortRecord([String(line), reasons, ...cells]))
  }

  get bounds(): PartBounds {
    return [...this.#bounds, this.#bytes]
  }

  close(): void {
    closeSync(this.#descriptor)
  }

  #write(record: string): void {
    const partBytes = sizeInJson(record)
    if (this.#partBytes > 0 && this.#partBytes + partBytes > PART_BYTES) {
      this.#bounds.push(this.#bytes)
      this.#partBytes = 0
    }
    this.#partBytes += partBytes
    this.#bytes += writeSync(this.#descriptor, record)
  }
}

/** Null for a part that is not there. */
export async function readRejectedPart(path: string, bounds: PartBounds, part: number): Promise<string | null> {
  const [start, end] = [bounds[part], bounds[part + 1]]
  if (start === undefined || end === undefined) return null
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(end - start), 0, end - start, start)
    return buffer.toString('utf8')
  } finally {
    await file.close()
  }
}

const sizeInJson = (text: string) => Buffer.byteLength(JSON.stringify(text))

/** Where a record is too long to be sent, its longest cells are cut. */
function shortRecord(cells: readonly string[], write: (cells: readonly string[]) => string = csvRecord): string {
  let longest = PART_BYTES
  let record = write(cells)
  while (sizeInJson(record) > PART_BYTES && longest > 1) {
    longest = Math.floor(longest / 2)
    record = write(cells.map(cell => (cell.length > longest ? `${cell.slice(0, longest)}…` : cell)))
  }
  return record
}
