/** A source in memory that hands its bytes out in blocks of any size, always in the same buffer as files do. */
import { readSource, type AcceptedRow, type FileReport, type ReadOptions } from '../../src/ingest/read-file.ts'
import type { Source } from '../../src/ingest/source.ts'

export function memorySource(content: string | Uint8Array, { name = 'file.csv', blockBytes = 1024 * 1024 } = {}): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  async function* read(): AsyncGenerator<Uint8Array> {
    const buffer = new Uint8Array(blockBytes)
    for (let start = 0; start < bytes.length; start += blockBytes) {
      const block = bytes.subarray(start, start + blockBytes)
      buffer.set(block)
      yield buffer.subarray(0, block.length)
    }
  }
  return { name, bytes: bytes.length, read, head: limit => Promise.resolve(bytes.slice(0, limit)) }
}

export interface ReadResult {
  readonly rows: AcceptedRow[]
  readonly lines: number[]
  readonly report: FileReport
}

/** 2026-01-01. */
export const TODAY = 20_454

export async function readAll(source: Source, options: Partial<ReadOptions> = {}): Promise<ReadResult> {
  const rows: AcceptedRow[] = []
  const lines: number[] = []
  const report = await readSource(source, {
    today: TODAY,
    ...options,
    onRow: (row, line) => {
      rows.push(row)
      lines.push(line)
      return 'accepted'
    },
  })
  return { rows, lines, report }
}

export const readText = (text: string, options: Partial<ReadOptions> = {}) => readAll(memorySource(text), options)

export const codesOf = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code)
