/** The start of a table: its dialect, its headers, the first rows below them, and what its columns are. */
import type { InputKind } from '../domain/input-kind.ts'
import type { Problem } from '../domain/problem.ts'
import type { CancelSignal } from './cancelled-error.ts'
import { type Dialect, type Expectation, sniffDialect } from './dialect.ts'
import { settleEncoding } from './encoding.ts'
import { GIT_LOG_HEADERS, GitLog } from './git-log.ts'
import { squeezeHeader } from './headers.ts'
import { isNameOf } from './field-names.ts'
import { recogniseKind } from './kind-recognition.ts'
import { mapHeaders, type MappedHeaders, type Mapping } from './mapping.ts'
import { recordBlocks } from './record-blocks.ts'
import { parseBlock } from './records.ts'
import type { Source } from './source.ts'

const HEAD_BYTES = 65_536
const HEAD_ROWS = 6

export interface TableHead {
  readonly dialect: Dialect
  /** Trimmed, without the empty ones at the end of the line. */
  readonly headers: readonly string[]
  /** How many cells the header has, empty ones at its end included. */
  readonly width: number
  /** The first rows below the header that are not blank. */
  readonly rows: readonly (readonly string[])[]
  /** Lines with text above the header, such as a title; a `sep=` line is none. */
  readonly titleLines: number
}

export interface ColumnPlan {
  readonly kind: InputKind | null
  readonly confidence: number
  /** Null when the kind is not known. */
  readonly mapped: MappedHeaders | null
  readonly problems: readonly Problem[]
}

/** Throws InputError for what is no table of text, CancelledError when told to stop. */
export async function readTableHead(source: Source, expected: Expectation, signal?: CancelSignal): Promise<TableHead> {
  const head = await source.head(HEAD_BYTES)
  const sniffed = sniffDialect(head, source.name, expected)
  const isSaid = expected.mapping?.dialect?.encoding !== undefined
  const dialect = isSaid ? sniffed : { ...sniffed, encoding: await settleEncoding(source, head.length, sniffed, signal) }
  if (dialect.layout === 'git-log') return gitLogHead(source, dialect)
  let header: readonly string[] | null = null
  const rows: (readonly string[])[] = []
  let titleLines = 0
  for await (const block of recordBlocks(source.read(), dialect, source.name)) {
    const { records } = parseBlock(block, dialect)
    for (let index = 0; index < block.count && rows.length < HEAD_ROWS; index++) {
      const cells = records[index]!
      if (isBlankRecord(cells)) continue
      const isAbove = block.lines[index]! < dialect.headerLine
      if (isAbove && !/^sep=/i.test(cells[0]!)) titleLines++
      if (isAbove) continue
      if (header === null) header = cells
      else rows.push(cells)
    }
    if (rows.length === HEAD_ROWS) break
  }
  return { dialect, headers: trimmedHeaders(header ?? []), width: header?.length ?? 0, rows, titleLines }
}

async function gitLogHead(source: Source, dialect: Dialect): Promise<TableHead> {
  const log = new GitLog()
  const rows: (readonly string[])[] = []
  for await (const block of recordBlocks(source.read(), dialect, source.name)) {
    const { records } = parseBlock(block, dialect)
    for (let index = 0; index < block.count && rows.length < HEAD_ROWS; index++)
      rows.push(...log.take(records[index]!, block.lines[index]!).map(({ cells }) => cells))
    if (rows.length >= HEAD_ROWS) break
  }
  return { dialect, headers: [...GIT_LOG_HEADERS], width: GIT_LOG_HEADERS.length, rows, titleLines: 0 }
}

/** What the columns are: as the user says, else as the headers look. */
export function planColumns({ headers, dialect, titleLines }: TableHead, { kind, mapping }: Expectation): ColumnPlan {
  const { headerLine } = dialect
  const fatal = (code: string, message: string): ColumnPlan => ({
    kind: null,
    confidence: 0,
    mapped: null,
    problems: [{ severity: 'fatal', code, line: headerLine, column: null, message }],
  })
  if (kind && mapping && kind !== mapping.kind) {
    return fatal(
      'mapping-kind',
      `The mapping is for a file of the kind ${mapping.kind}, but this one is given as ${kind}. Choose the mapping for ${kind}.`,
    )
  }
  const stated = mapping?.kind ?? kind
  const recognised = stated ? { kind: stated, confidence: 1 } : recogniseKind(headers)
  if (!recognised) {
    const shown = headers.slice(0, 12).join(', ')
    const message = `The header on line ${headerLine} (${shown || 'blank'}) fits no kind of file. Say which kind it is, or map its columns.`
    return fatal('unknown-kind', message)
  }
  const mapped = mapHeaders(recognised.kind, headers, { mapping, headerLine })
  const titles: Problem = {
    severity: 'warning',
    code: 'title-lines',
    line: headerLine,
    column: null,
    message: `The header was found on line ${headerLine}; what stands above it was not read.`,
  }
  return { ...recognised, mapped, problems: titleLines > 0 ? [titles, ...mapped.problems] : mapped.problems }
}

/**
 * Whether a row only names the columns once more, as exports with system keys and labels do. Two
 * columns at least must say so: a single cell may well be called like its column.
 */
export function isSecondHeader(cells: readonly string[], headers: readonly string[], { kind, columns }: Mapping): boolean {
  const named = Object.entries(columns).filter(([, header]) => (cells[headers.indexOf(header)] ?? '').trim() !== '')
  const namesItself = ([field, header]: readonly [string, string]) => {
    const cell = cells[headers.indexOf(header)]!
    return cell.length < 100 && (squeezeHeader(cell) === squeezeHeader(header) || isNameOf(kind, field, cell))
  }
  return named.length > 1 && named.every(namesItself)
}

export function isBlankRecord(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.length > 0 && cell.trim() !== '') return false
  return true
}

/** Whether something stands beyond the last cell a row may have. */
export function hasExtraCells(cells: readonly string[], width: number): boolean {
  for (let index = width; index < cells.length; index++) if (cells[index]!.trim() !== '') return true
  return false
}

/** Whether cells may stand under another header than their own: protected ones could be taken for others there. */
export const mayHaveSlipped = (cells: readonly string[], { headers, width }: Pick<TableHead, 'headers' | 'width'>) =>
  cells.length < headers.length || hasExtraCells(cells, width)

function trimmedHeaders(cells: readonly string[]): string[] {
  const headers = cells.map(cell => cell.trim())
  while (headers.at(-1) === '') headers.pop()
  return headers
}
