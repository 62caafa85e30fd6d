/** What a dry run tells of a file beyond its report: the rows with problems, the problems in groups, the words of its vocabularies. */
import type { Problem } from '../domain/problem.ts'
import { EXCLUDED } from './contribution-parser.ts'
import { rowDigest } from './fixes.ts'
import type { MappedHeaders } from './mapping.ts'
import { type ProblemGroup, ProblemGroups } from './problem-groups.ts'
import type { ShownCells } from './shown-cells.ts'
import { detached } from './values.ts'
import { WordCounter, type WordUse } from './word-uses.ts'

export interface Examination {
  /** The first 2,000 rows with a problem or a fix, in line order. */
  readonly rows: readonly ExaminedRow[]
  /** All problems, those of the whole file among them; most frequent first. */
  readonly groups: readonly ProblemGroup[]
  /** Of the fields whose words mean something to us; at most 200 words a field, most frequent first. */
  readonly words: readonly WordUse[]
}

export interface ExaminedRow {
  readonly line: number
  /** The digest that fixes name the row by; `''` where the row could not be cut into cells. */
  readonly row: string
  /** As the file has them, one per header; protected ones `''`, and what tells the kind of a leave. None where protected cells may stand in the wrong place, or the row is an excluded appointment. */
  readonly cells: readonly string[]
  /** The same after the fixes; null where no fix changed any. */
  readonly after: readonly string[] | null
  /** What stands beyond the last header; none where `cells` has none. */
  readonly surplus: readonly string[]
  readonly outcome: RowOutcome
  readonly problems: readonly Problem[]
}

export type RowOutcome = 'accepted' | 'rejected' | 'duplicate'

export interface RejectedRow {
  readonly line: number
  /** One per header, protected ones `''`, then any surplus cells; none where protected cells may stand in the wrong place, or the row is an excluded appointment. */
  readonly cells: readonly string[]
  readonly problems: readonly Problem[]
}

export interface ExaminerOptions {
  readonly headers: readonly string[]
  readonly mapped: MappedHeaders
  readonly shown: ShownCells
  /** Whether rows, groups and words are kept; else only rejected rows are told. */
  readonly examine: boolean
  readonly onRejected: ((rejected: RejectedRow) => void) | null
}

interface OpenRow {
  readonly line: number
  readonly record: readonly string[]
  /** The record itself where no fix changed it. */
  readonly fixed: readonly string[]
  canBeShown: boolean
  readonly problems: Problem[]
}

/** A row in little space: a people file is known as a whole before its rows are decided on. */
interface WaitingRow extends Pick<OpenRow, 'canBeShown' | 'problems'> {
  readonly record: string
  readonly fixed: string | null
}

const KEPT_ROWS = 2000

/** Follows one row after another through the intake. */
export class Examiner {
  readonly #options: ExaminerOptions
  readonly #groups = new ProblemGroups()
  readonly #words: WordCounter
  readonly #indexOf: ReadonlyMap<string, number>
  readonly #rows: ExaminedRow[] = []
  readonly #waiting = new Map<number, WaitingRow>()
  /** Said of a line before its record came. */
  #ahead: Problem[] = []
  #open: OpenRow | null = null
  #mostRows = KEPT_ROWS

  constructor(options: ExaminerOptions) {
    this.#options = options
    this.#words = new WordCounter(options.mapped.mapping, options.headers)
    this.#indexOf = new Map(options.headers.map((header, index) => [header, index] as const).toReversed())
  }

  get examination(): Examination | null {
    if (!this.#options.examine) return null
    const rows = this.#rows.toSorted((a, b) => a.line - b.line).slice(0, KEPT_ROWS)
    return { rows, groups: this.#groups.all, words: this.#words.words }
  }

  /** `fixed` is the record itself where no fix changed it; `canBeShown`: each cell stands under its header, as far as that matters. */
  begin(record: readonly string[], fixed: readonly string[], line: number, canBeShown: boolean): void {
    const problems = this.#ahead.filter(problem => problem.line === line)
    this.#ahead = []
    this.#open = { line, record, fixed, canBeShown, problems }
  }

  /** The cells as they are about to be read. */
  countWords(cells: readonly string[]): void {
    if (this.#options.examine && this.#open?.canBeShown === true) this.#words.add(cells)
  }

  note(problem: Problem): void {
    const row = this.#open?.line === problem.line ? this.#open : null
    if (this.#options.examine) this.#groups.add(problem, row === null ? null : this.#textAt(problem.column, row))
    // A private appointment is nobody's business, not even as a problem.
    if (row && problem.code === EXCLUDED) row.canBeShown = false
    if (row) row.problems.push(problem)
    else if (problem.severity === 'error') this.#lose(problem)
    else if (problem.line !== null) this.#ahead.push(problem)
  }

  /** The row under way is decided on once all are known. */
  wait(): void {
    const row = this.#open
    this.#open = null
    if (!row) return
    const { line, record, fixed, canBeShown, problems } = row
    const packed = JSON.stringify(record)
    this.#waiting.set(line, { record: packed, fixed: fixed === record ? null : JSON.stringify(fixed), canBeShown, problems })
  }

  /** Back to a row that waits: in the order of lines, after all others. */
  resume(line: number): void {
    this.#mostRows = 2 * KEPT_ROWS
    const row = this.#waiting.get(line)
    this.#waiting.delete(line)
    if (!row) return
    const record = JSON.parse(row.record) as string[] // as `wait` packed it
    const fixed = row.fixed === null ? record : (JSON.parse(row.fixed) as string[]) // likewise
    this.#open = { ...row, line, record, fixed }
  }

  end(outcome: RowOutcome): void {
    const row = this.#open
    this.#open = null
    if (!row || (row.problems.length === 0 && row.fixed === row.record)) return
    const { line, record, fixed, problems } = row
    const { shown, examine, onRejected } = this.#options
    const [cells, surplus] = [this.#shown(record, row), this.#surplus(row)]
    if (outcome === 'rejected') onRejected?.({ line, cells: [...cells, ...surplus], problems })
    if (!examine || this.#rows.length >= this.#mostRows) return
    const after = fixed === record ? null : this.#shown(fixed, row)
    this.#rows.push({ line, row: rowDigest(record, shown.protectedIndexes), cells, after, surplus, outcome, problems })
  }

  /** A row of which nothing but the problem is known. */
  #lose(problem: Problem): void {
    const line = problem.line ?? 0
    this.#options.onRejected?.({ line, cells: [], problems: [problem] })
    if (this.#options.examine && this.#rows.length < this.#mostRows)
      this.#rows.push({ line, row: '', cells: [], after: null, surplus: [], outcome: 'rejected', problems: [problem] })
  }

  #shown(cells: readonly string[], { canBeShown }: OpenRow): string[] {
    const { headers, shown } = this.#options
    const cellAt = (index: number) => (shown.mayShow(index, cells[index] ?? '') ? detached(cells[index] ?? '') : '')
    return canBeShown ? headers.map((_, index) => cellAt(index)) : []
  }

  #surplus({ canBeShown, record }: OpenRow): string[] {
    return canBeShown ? record.slice(this.#options.headers.length).map(detached) : []
  }

  /** What the file has in a column, its cells joined where a fix joins them. */
  #textAt(column: string | null, { record, fixed, canBeShown }: OpenRow): string | null {
    const index = column === null ? undefined : this.#indexOf.get(column)
    if (index === undefined || !canBeShown) return null
    const text = ((fixed.length === record.length ? record : fixed)[index] ?? '').trim()
    return this.#options.shown.mayShow(index, text) ? text : null
  }
}
