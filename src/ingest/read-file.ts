/** Files to rows: looking at a file before it is imported, and reading it row by row. */
import { createHash, type Hash } from 'node:crypto'
import type { EpochDay } from '../domain/calendar.ts'
import type { InputKind } from '../domain/input-kind.ts'
import type { Problem, RowCounts } from '../domain/problem.ts'
import { type CancelSignal, throwIfCancelled } from './cancelled-error.ts'
import { surveyColumns } from './column-survey.ts'
import type { Dialect } from './dialect.ts'
import { InputError } from './input-error.ts'
import type { Mapping } from './mapping.ts'
import type { ProblemCount } from './problem-log.ts'
import { type ProtectedColumn, protectionOf } from './protected-columns.ts'
import type { Source } from './source.ts'
import { isSecondHeader, planColumns, readTableHead, type TableHead } from './table-head.ts'
import { type OnRow, TableIntake } from './table-intake.ts'
import { tableRecords } from './table-records.ts'

export type { AcceptedRow } from './accepted-row.ts'

export interface Inspection {
  readonly file: string
  readonly bytes: number
  readonly dialect: Dialect
  readonly headers: readonly string[]
  readonly kind: InputKind | null
  /** 0 to 1: the share of columns that are known; 1 when the kind was given. */
  readonly confidence: number
  readonly mapping: Mapping | null
  /** Our field -> 0 to 1, how sure its column is: 1 said or spelt as ours, 0.95 a known system's, 0.8 a synonym, less by the look of values. */
  readonly fieldConfidence: Readonly<Record<string, number>>
  readonly unknownColumns: readonly string[]
  readonly protectedColumns: readonly ProtectedColumn[]
  /** Up to 5 rows, a cell per header; cells of protected columns are blank. */
  readonly sample: readonly (readonly string[])[]
  /** A `fatal` one means that readSource would refuse the file as it stands. */
  readonly problems: readonly Problem[]
}

export interface FileReport extends RowCounts {
  readonly file: string
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string
  readonly bytes: number
  readonly kind: InputKind
  readonly dialect: Dialect
  readonly mapping: Mapping
  readonly unknownColumns: readonly string[]
  readonly protectedColumns: readonly ProtectedColumn[]
  /** The first 1000, in line order. */
  readonly problems: readonly Problem[]
  /** All of them. */
  readonly problemCounts: readonly ProblemCount[]
  /** Our fields that the file has. */
  readonly presentColumns: readonly string[]
  /** Our field -> the share of rows, 0 to 1, in which it is not blank. */
  readonly columnFill: Readonly<Record<string, number>>
}

export interface InspectOptions {
  readonly kind?: InputKind | undefined
  readonly mapping?: Mapping | undefined
}

export interface ReadProgress {
  readonly bytesRead: number
  readonly bytesTotal: number
  readonly rows: number
}

export interface ReadOptions extends InspectOptions {
  /** Rows of contributions and meetings dated after this day are errors. */
  readonly today: EpochDay
  readonly signal?: CancelSignal | undefined
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined
  /** Called for each good row, in file order; says whether it is new to the caller. */
  readonly onRow: OnRow
}

const SAMPLE_ROWS = 5
const SAMPLE_CELL_LENGTH = 200

/** Looks at the head of a file. Throws InputError only where there is no table to look at. */
export async function inspectSource(source: Source, options: InspectOptions = {}): Promise<Inspection> {
  const head = await readTableHead(source, options)
  const plan = planColumns(head, options)
  const { kind, confidence } = plan
  const mapped = plan.mapped ? await surveyColumns(source, head, plan.mapped) : null
  const problems = [...plan.problems.filter(problem => plan.mapped?.problems.includes(problem) !== true), ...(mapped?.problems ?? [])]
  const protectedColumns = mapped?.protectedColumns ?? protectedAmong(head.headers)
  const rows = mapped ? head.rows.filter((cells, index) => index > 0 || !isSecondHeader(cells, head.headers, mapped.mapping)) : head.rows
  return {
    file: source.name,
    bytes: source.bytes,
    dialect: head.dialect,
    headers: head.headers,
    kind,
    confidence,
    mapping: mapped?.mapping ?? null,
    fieldConfidence: mapped?.confidence ?? {},
    unknownColumns: mapped?.unknown ?? [],
    protectedColumns,
    sample: sampleOf(head.headers, rows, protectedColumns),
    problems,
  }
}

/**
 * Reads a file once from start to end, a block at a time. Throws InputError when the file cannot be
 * used and CancelledError when told to stop; anything `onRow` throws passes through.
 */
export async function readSource(source: Source, options: ReadOptions): Promise<FileReport> {
  const { today, signal, onProgress, onRow } = options
  throwIfCancelled(signal)
  const head = await readTableHead(source, options, signal)
  const { dialect, headers } = head
  const plan = planColumns(head, options)
  const mapped = plan.mapped ? await surveyColumns(source, head, plan.mapped, signal) : null
  const problems = [...plan.problems.filter(problem => plan.mapped?.problems.includes(problem) !== true), ...(mapped?.problems ?? [])]
  const fatal = problems.find(({ severity }) => severity === 'fatal')
  if (fatal) throw new InputError(source.name, fatal)
  if (!mapped) throw new Error('A plan without columns has a fatal problem')

  const intake = new TableIntake({ headers, width: head.width, mapped, problems, today, onRow })
  const bytes = new CountedBytes(signal)
  for await (const { records, lines, first, count, problems: lost } of tableRecords(bytes.of(source), dialect, source.name)) {
    throwIfCancelled(signal)
    let nextProblem = 0
    for (let index = first; index < count; index++) {
      const line = lines[index]!
      while (nextProblem < lost.length && lost[nextProblem]!.line! < line) intake.report(lost[nextProblem++]!)
      intake.take(records[index]!, line)
    }
    for (const problem of lost.slice(nextProblem)) intake.report(problem)
    onProgress?.({ bytesRead: bytes.read, bytesTotal: source.bytes, rows: intake.counts.rows })
  }
  intake.finish()
  return {
    ...intake.counts,
    file: source.name,
    sha256: bytes.sha256(),
    bytes: bytes.read,
    kind: mapped.mapping.kind,
    dialect,
    mapping: mapped.mapping,
    unknownColumns: mapped.unknown,
    protectedColumns: mapped.protectedColumns,
    problems: intake.log.kept,
    problemCounts: intake.log.counts,
    presentColumns: intake.presentColumns,
    columnFill: intake.columnFill,
  }
}

/** The blocks of a source, counted and hashed on their way. */
class CountedBytes {
  readonly #hash: Hash = createHash('sha256')
  readonly #signal: CancelSignal | undefined
  #read = 0

  constructor(signal: CancelSignal | undefined) {
    this.#signal = signal
  }

  get read(): number {
    return this.#read
  }

  async *of(source: Source): AsyncGenerator<Uint8Array> {
    for await (const block of source.read()) {
      throwIfCancelled(this.#signal)
      this.#hash.update(block)
      this.#read += block.length
      yield block
    }
  }

  sha256(): string {
    return this.#hash.digest('hex')
  }
}

const protectedAmong = (headers: readonly string[]) => headers.flatMap(header => protectionOf(header) ?? [])

/** Rows of another width than the header are left out: a protected cell may stand in the wrong place there. */
function sampleOf(headers: readonly string[], rows: TableHead['rows'], protectedColumns: readonly ProtectedColumn[]): string[][] {
  const hidden = new Set(protectedColumns.map(({ header }) => header))
  const shown = rows.filter(cells => hidden.size === 0 || cells.length >= headers.length).slice(0, SAMPLE_ROWS)
  return shown.map(cells =>
    headers.map((header, index) => (hidden.has(header) ? '' : (cells[index] ?? '').trim().slice(0, SAMPLE_CELL_LENGTH))),
  )
}
