/** Files to rows: looking at a file before it is imported, and reading it row by row. */
import { createHash, type Hash } from 'node:crypto'
import type { EpochDay } from '../domain/calendar.ts'
import type { InputKind } from '../domain/input-kind.ts'
import type { Problem, RowCounts } from '../domain/problem.ts'
import { type CancelSignal, throwIfCancelled } from './cancelled-error.ts'
import { SAMPLE_RECORDS, surveyColumns, type SurveyOptions } from './column-survey.ts'
import type { Dialect } from './dialect.ts'
import type { Examination, RejectedRow } from './examination.ts'
import { type FieldSamples, sampleFields } from './field-samples.ts'
import type { FixUse } from './fixes.ts'
import { InputError } from './input-error.ts'
import type { Mapping } from './mapping.ts'
import type { ProblemCount } from './problem-log.ts'
import { type ProtectedColumn, protectionOf } from './protected-columns.ts'
import { type ShownCells, shownCells } from './shown-cells.ts'
import type { Source } from './source.ts'
import { datedByName, statedDay, type StatedDay } from './stated-day.ts'
import { isSecondHeader, mayHaveSlipped, planColumns, readTableHead, type TableHead } from './table-head.ts'
import { type OnRow, TableIntake } from './table-intake.ts'
import { tableRecords } from './table-records.ts'

export type { AcceptedRow } from './accepted-row.ts'

export interface Inspection extends FieldSamples {
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
  /** The day in the name of the file, which may lie ahead. */
  readonly statedOn: StatedDay | null
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
  /** The fixes of the mapping, in its order, and how often each was of use. */
  readonly fixes: readonly FixUse[]
  /** Null unless the file was examined. */
  readonly examination: Examination | null
}

export interface InspectOptions {
  readonly kind?: InputKind | undefined
  readonly mapping?: Mapping | undefined
  /** A people file that is named after a day not after this one holds from that day, unless its rows or its mapping say from when. */
  readonly today?: EpochDay | undefined
}

export interface ReadProgress {
  readonly bytesRead: number
  readonly bytesTotal: number
  readonly rows: number
}

export interface ReadOptions extends InspectOptions {
  /** As for a look; and rows of contributions and meetings dated after this day are errors. */
  readonly today: EpochDay
  readonly signal?: CancelSignal | undefined
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined
  /** Called for each good row, in file order; says whether it is new to the caller. */
  readonly onRow: OnRow
  /** Whether the report is to have an examination: for a dry run, it costs time. */
  readonly examine?: boolean | undefined
  /** Called for each row that does not go in, once all that is wrong with it is known. */
  readonly onRejected?: ((rejected: RejectedRow) => void) | undefined
}

const SAMPLE_ROWS = 5
const SAMPLE_CELL_LENGTH = 200

/** Looks at the head of a file. Throws InputError only where there is no table to look at. */
export async function inspectSource(source: Source, options: InspectOptions = {}): Promise<Inspection> {
  const { head, kind, confidence, mapped, problems } = await planReading(source, options, { keptRows: SAMPLE_RECORDS })
  const protectedColumns = mapped?.protectedColumns ?? protectedAmong(head.headers)
  const canBeShown = (cells: readonly string[]) => protectedColumns.length === 0 || !mayHaveSlipped(cells, head)
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
    sample: sampleOf(head.headers, rows.filter(canBeShown), shownCells(head.headers, mapped?.mapping ?? null, protectedColumns)),
    problems,
    statedOn: statedDay(source.name),
    ...(mapped ? sampleFields(mapped.mapping, head.headers, mapped.rows.filter(canBeShown), mapped.questions) : NO_SAMPLES),
  }
}

const NO_SAMPLES: FieldSamples = { surveyedRows: 0, samples: {}, filled: {}, dates: [], decimals: [] }

/** The head of a file and what its columns are, the same for a look and for a reading. */
async function planReading(source: Source, options: InspectOptions, survey: SurveyOptions) {
  const head = await readTableHead(source, options, survey.signal)
  const { kind, confidence, mapped: planned, problems: found } = planColumns(head, options)
  const named = planned === null ? null : datedByName(planned, source.name, options.today)
  const mapped = named === null ? null : await surveyColumns(source, head, named, survey)
  const problems = [...found.filter(problem => planned?.problems.includes(problem) !== true), ...(mapped?.problems ?? [])]
  return { head, kind, confidence, mapped, problems }
}

/**
 * Reads a file once from start to end, a block at a time. Throws InputError when the file cannot be
 * used and CancelledError when told to stop; anything `onRow` throws passes through.
 */
export async function readSource(source: Source, options: ReadOptions): Promise<FileReport> {
  const { today, signal, onProgress, onRow, examine = false, onRejected = null } = options
  throwIfCancelled(signal)
  const { head, mapped, problems } = await planReading(source, options, { signal })
  const { dialect, headers, width } = head
  const fatal = problems.find(({ severity }) => severity === 'fatal')
  if (fatal) throw new InputError(source.name, fatal)
  if (!mapped) throw new Error('A plan without columns has a fatal problem')

  const { delimiter } = dialect
  const intake = new TableIntake({ headers, width, mapped, problems, today, onRow, delimiter, examine, onRejected })
  const bytes = new CountedBytes(signal)
  for await (const { records, lines, first, count, problems: lost } of tableRecords(bytes.of(source), dialect, source.name)) {
    throwIfCancelled(signal)
    let nextProblem = 0
    for (let index = first; index < count; index++) {
      const line = lines[index]!
      while (nextProblem < lost.length && lost[nextProblem]!.line! <= line) intake.report(lost[nextProblem++]!)
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
    fixes: intake.fixUses,
    examination: intake.examination,
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

function sampleOf(headers: readonly string[], rows: TableHead['rows'], { mayShow }: ShownCells): string[][] {
  const cellAt = (text: string, index: number) => (mayShow(index, text) ? text.trim().slice(0, SAMPLE_CELL_LENGTH) : '')
  return rows.slice(0, SAMPLE_ROWS).map(cells => headers.map((_, index) => cellAt(cells[index] ?? '', index)))
}
