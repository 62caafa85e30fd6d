/** Takes the records of one file in, one after another, and keeps the account of them. */
import type { EpochDay } from '../domain/calendar.ts'
import type { Problem, RowCounts } from '../domain/problem.ts'
import type { AcceptedRow, PersonRecord, RowParser } from './accepted-row.ts'
import { type Examination, Examiner, type RejectedRow, type RowOutcome } from './examination.ts'
import { sha256 } from './fingerprint.ts'
import type { FixUse } from './fixes.ts'
import type { MappedHeaders } from './mapping.ts'
import { ProblemLog } from './problem-log.ts'
import { columnFinder } from './column-finder.ts'
import { foldPeople, type PersonLine, type Settlement } from './people-fold.ts'
import { createRowParser } from './row-parsers.ts'
import type { Column } from './column.ts'
import { RowFixer } from './row-fixer.ts'
import { RowReader } from './row-reader.ts'
import { isFooter } from './footer.ts'
import { shownCells } from './shown-cells.ts'
import { hasExtraCells, isBlankRecord, isSecondHeader, mayHaveSlipped } from './table-head.ts'
import { cellText } from './values.ts'

export type OnRow = (row: AcceptedRow, line: number) => 'accepted' | 'duplicate'

export interface TableIntakeOptions {
  readonly headers: readonly string[]
  /** How many cells a row may have. */
  readonly width: number
  readonly mapped: MappedHeaders
  /** What was found in the header. */
  readonly problems: readonly Problem[]
  readonly today: EpochDay
  readonly onRow: OnRow
  /** What joined cells are put together with. */
  readonly delimiter: string
  readonly examine: boolean
  readonly onRejected: ((rejected: RejectedRow) => void) | null
}

export class TableIntake {
  readonly log: ProblemLog
  readonly #headers: readonly string[]
  readonly #width: number
  readonly #mapped: MappedHeaders
  readonly #onRow: OnRow
  /** Null where nobody asks, so that reading a million rows costs nothing more. */
  readonly #examiner: Examiner | null
  readonly #fixer: RowFixer | null
  readonly #hasProtected: boolean
  readonly #reader: RowReader
  readonly #parse: RowParser
  readonly #personId: Column
  readonly #fields: readonly string[]
  readonly #indexes: Int32Array
  readonly #filled: Float64Array
  /** Of people, by person_id: where the first row stands and what it says. */
  readonly #people = new Map<string, { readonly line: number; readonly content: string }>()
  /** The rows of a people file with several rows a person, until all are known; null where each row is a person. */
  readonly #lines: PersonLine[] | null
  readonly #today: EpochDay
  readonly #mails = new Map<string, { readonly personId: string; readonly line: number }>()
  #isFirst = true
  #isBelowBlank = false
  #rows = 0
  #accepted = 0
  #rejected = 0
  #duplicates = 0

  constructor({ headers, width, mapped, problems, today, onRow, delimiter, examine, onRejected }: TableIntakeOptions) {
    const { mapping, protectedColumns } = mapped
    const shown = shownCells(headers, mapping, protectedColumns)
    const { protectedIndexes } = shown
    const examiner = examine || onRejected !== null ? new Examiner({ headers, mapped, shown, examine, onRejected }) : null
    const { fixes = [] } = mapping
    this.#examiner = examiner
    this.log = new ProblemLog(examiner === null ? null : problem => examiner.note(problem))
    this.#fixer = fixes.length === 0 ? null : new RowFixer(fixes, { headers, width, protectedIndexes, delimiter })
    this.#hasProtected = protectedIndexes.size > 0
    this.#headers = headers
    this.#width = width
    this.#mapped = mapped
    this.#onRow = onRow
    this.#reader = new RowReader(this.log)
    this.#parse = createRowParser(this.#reader, { mapping, headers, protectedColumns, today })
    const columnOf = columnFinder(mapping, headers)
    this.#personId = columnOf('person_id')
    this.#fields = Object.keys(mapping.columns)
    this.#today = today
    const isDated = mapping.columns['effective_date'] !== undefined || (mapping.constants?.['effective_date'] ?? '') !== ''
    this.#lines = mapping.kind === 'people' && (mapped.repeatsPeople === true || isDated) ? [] : null
    this.#indexes = Int32Array.from(this.#fields, field => columnOf(field).index)
    this.#filled = new Float64Array(this.#fields.length)
    this.log.addAll(problems)
  }

  get counts(): RowCounts {
    return { rows: this.#rows, accepted: this.#accepted, rejected: this.#rejected, duplicates: this.#duplicates }
  }

  /** Our fields that the file has. */
  get presentColumns(): string[] {
    return [...this.#fields]
  }

  /** The share of rows in which each field is not blank. */
  get columnFill(): Record<string, number> {
    const share = (index: number) => (this.#rows === 0 ? 0 : this.#filled[index]! / this.#rows)
    return Object.fromEntries(this.#fields.map((field, index) => [field, share(index)]))
  }

  get fixUses(): readonly FixUse[] {
    return this.#fixer?.uses ?? []
  }

  get examination(): Examination | null {
    return this.#examiner?.examination ?? null
  }

  /** A problem found while cutting and decoding; an error among them is a row that was lost. */
  report(problem: Problem): void {
    this.log.addAll([problem])
    if (problem.severity !== 'error') return
    this.#rows++
    this.#rejected++
  }

  take(cells: readonly string[], line: number): void {
    if (isBlankRecord(cells)) {
      this.#isBelowBlank = this.#rows > 0
      return
    }
    if (isFooter(cells, this.#headers.length, this.#isBelowBlank)) {
      this.log.add('warning', 'footer-line', line, null, () => 'This line stands below the table and is no row of it; it was not read.')
      return
    }
    this.#isBelowBlank = false
    if (this.#isFirst) {
      this.#isFirst = false
      if (this.#skipSecondHeader(cells, line)) return
    }
    this.#rows++
    const fixed = this.#fixer?.apply(cells)
    this.#takeRow(cells, fixed?.cells ?? cells, line, fixed?.isLeftOut ?? false)
  }

  /** To be called after the last record. */
  finish(): void {
    for (const settlement of foldPeople(this.#lines ?? [], this.#today)) this.#settleFolded(settlement)
  }

  #takeRow(record: readonly string[], cells: readonly string[], line: number, isLeftOut: boolean): void {
    const canBeShown = !this.#hasProtected || !mayHaveSlipped(record, { headers: this.#headers, width: this.#width })
    this.#examiner?.begin(record, cells, line, canBeShown)
    if (isLeftOut) {
      this.log.add('error', 'left-out', line, null, () => 'A fix of the mapping left this row out. Remove the fix to read it.')
      this.#conclude('rejected')
      return
    }
    if (hasExtraCells(cells, this.#width)) {
      const message = () => `The row has ${cells.length} cells, the header ${this.#width}. Put cells that hold a separator in quotes.`
      this.log.add('error', 'long-row', line, null, message)
      this.#conclude('rejected')
      return
    }
    if (cells.length < this.#headers.length) {
      const message = () => `The row has ${cells.length} cells, the header ${this.#headers.length}. The missing cells count as blank.`
      this.log.add('warning', 'short-row', line, null, message)
    }
    this.#reader.begin(cells, line, canBeShown)
    this.#countFilled(cells)
    this.#examiner?.countWords(cells)
    const row = this.#parse()
    if (row === null) this.#conclude('rejected')
    else this.#settle(row, line)
  }

  #conclude(outcome: RowOutcome): void {
    if (outcome === 'accepted') this.#accepted++
    else if (outcome === 'rejected') this.#rejected++
    else this.#duplicates++
    this.#examiner?.end(outcome)
  }

  #settleFolded({ line, verdict, rows, insteadOf, sharesTogether }: Settlement): void {
    this.#examiner?.resume(line)
    if (verdict === 'accepted') {
      const outcomes = rows.map(row => this.#onRow(row, line))
      this.#conclude(outcomes.length > 0 && outcomes.every(outcome => outcome === 'duplicate') ? 'duplicate' : 'accepted')
      return
    }
    if (verdict === 'conflict') {
      this.log.add('error', 'duplicate-person', line, this.#personId.header, () => this.#otherRow(insteadOf!))
      this.#conclude('rejected')
      return
    }
    const message = () => severalRows(insteadOf!, sharesTogether ?? null)
    if (verdict === 'several-rows') this.log.add('warning', 'several-rows', line, this.#personId.header, message)
    this.#conclude('duplicate')
  }

  #otherRow(line: number): string {
    return `This person also stands on line ${line}, with other values. Keep one row per ${this.#personId.header}.`
  }

  /** One e-mail under two ids is one person whom a transfer gave another key, or a mistake: for a person to judge. */
  #noteMail({ personId, email }: PersonRecord['row'], line: number): void {
    const mail = email?.includes('@') === true ? email.toLowerCase() : null
    const first = mail === null ? undefined : this.#mails.get(mail)
    if (mail !== null && first === undefined) this.#mails.set(mail, { personId, line })
    if (first === undefined || first.personId === personId) return
    const message = () =>
      `The e-mail also stands on line ${first.line} under another id. If that is one person with a new id, merge the two.`
    this.log.add('warning', 'same-email', line, this.#personId.header, message)
  }

  #settle(row: AcceptedRow, line: number): void {
    if (row.kind === 'people') this.#noteMail(row.row, line)
    if (this.#lines !== null) {
      this.#lines.push({ line, record: row as PersonRecord }) // the lines are those of a people file
      this.#examiner?.wait()
      return
    }
    const isNew = row.kind === 'people' ? this.#claimPerson(row, line) : 'new'
    if (isNew === 'conflict') this.#conclude('rejected')
    else this.#conclude(isNew === 'same' ? 'duplicate' : this.#onRow(row, line))
  }

  #claimPerson(row: Extract<AcceptedRow, { kind: 'people' }>, line: number): 'new' | 'same' | 'conflict' {
    const { personId } = row.row
    const content = sha256(JSON.stringify([row.row, row.demographics])).toString('base64')
    const first = this.#people.get(personId)
    if (!first) {
      this.#people.set(personId, { line, content })
      return 'new'
    }
    if (first.content === content) return 'same'
    this.#reader.report(this.#personId, 'duplicate-person', () => this.#otherRow(first.line))
    return 'conflict'
  }

  #skipSecondHeader(cells: readonly string[], line: number): boolean {
    if (!isSecondHeader(cells, this.#headers, this.#mapped.mapping)) return false
    this.log.add('warning', 'second-header', line, null, () => 'This line names the columns once more; it was not read as a row.')
    return true
  }

  #countFilled(cells: readonly string[]): void {
    const { length } = this.#indexes
    for (let field = 0; field < length; field++) {
      const cell = cells[this.#indexes[field]!]
      if (cell !== undefined && cell.length > 0 && cellText(cell) !== null) this.#filled[field]!++
    }
  }
}

function severalRows(line: number, sharesTogether: number | null): string {
  const time =
    sharesTogether === null
      ? 'State the share of working time on each row as fte, so that the larger one is the place.'
      : `The shares of the rows add up to ${sharesTogether} of full time, and that line has the most.`
  return `The person also stands on line ${line}, in another place. A person has one place here, that of line ${line}; what else the rows say of the person is kept. ${time}`
}
