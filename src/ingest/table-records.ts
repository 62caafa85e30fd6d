/** The records of a file that are rows of its table: what stands below the header. */
import type { Problem } from '../domain/problem.ts'
import type { Dialect } from './dialect.ts'
import { GitLog, type LogRecord } from './git-log.ts'
import { recordBlocks } from './record-blocks.ts'
import { parseBlock } from './records.ts'
import { isBlankRecord } from './table-head.ts'

/** Valid until the next is asked for. */
export interface TableRecords {
  readonly records: readonly (readonly string[])[]
  /** The line each record starts on; may be longer. */
  readonly lines: ArrayLike<number>
  /** The index of the first record below the header. */
  readonly first: number
  readonly count: number
  /** In line order. */
  readonly problems: readonly Problem[]
}

/** Throws InputError as recordBlocks does. */
export async function* tableRecords(bytes: AsyncIterable<Uint8Array>, dialect: Dialect, file: string): AsyncGenerator<TableRecords> {
  const log = dialect.layout === 'git-log' ? new GitLog() : null
  let isBelowHeader = log !== null
  for await (const block of recordBlocks(bytes, dialect, file)) {
    const { records, problems } = parseBlock(block, dialect)
    if (log) {
      const made = records.flatMap((cells, index) => log.take(cells, block.lines[index]!))
      yield ofLog(made, problems)
      continue
    }
    let first = 0
    while (!isBelowHeader && first < block.count) {
      isBelowHeader = block.lines[first]! >= dialect.headerLine && !isBlankRecord(records[first]!)
      first++
    }
    const lost = problems.filter(problem => problem.line === null || problem.line >= dialect.headerLine)
    yield { records, lines: block.lines, first, count: block.count, problems: lost }
  }
  if (log) yield ofLog(log.finish(), [])
}

const ofLog = (made: readonly LogRecord[], problems: readonly Problem[]): TableRecords => ({
  records: made.map(({ cells }) => cells),
  lines: made.map(({ line }) => line),
  first: 0,
  count: made.length,
  problems,
})
