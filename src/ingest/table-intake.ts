/** Takes the records of one file in, one after another, and keeps the account of them. */
import type { EpochDay } from '../domain/calendar.ts'
import type { Problem, RowCounts } from '../domain/problem.ts'
import type { AcceptedRow, PersonRecord, RowParser } from './accepted-row.ts'
import { sha256 } from './fingerprint.ts'
import type { MappedHeaders } from './mapping.ts'
import { ProblemLog } from './problem-log.ts'
import { columnFinder } from './column-finder.ts'
import { foldPeople, type PersonLine, type Settlement } from './people-fold.ts'
import { createRowParser } from './row-parsers.ts'
import type { Column } from './column.ts'
import { RowReader } from './row-reader.ts'
import { isFooter } from './footer.ts'
import { isBlankRecord, isSecondHeader } from './table-head.ts'
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
}

export class TableIntake {
  readonly log = new ProblemLog()
  readonly #headers: readonly string[]
  readonly #width: number
  readonly #mapped: MappedHeaders
  readonly #onRow: OnRow
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

  constructor({ headers, width, mapped, problems, today, onRow }: TableIntakeOptions) {
    const { mapping, protectedColumns } = mapped
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
    this.#lines =
      mapping.kind === 'people' && (mapped.repeatsPeople === true || mapping.columns['effective_date'] !== undefined) ? [] : null
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
    if (cells.length > this.#width && this.#hasExtraCells(cells)) {
      this.#rejected++
      const message = () => `The row has ${cells.length} cells, the header ${this.#width}. Put cells that hold a separator in quotes.`
      this.log.add('error', 'long-row', line, null, message)
      return
    }
    const isShort = cells.length < this.#headers.length
    if (isShort) {
      const message = () => `The row has ${cells.length} cells, the header ${this.#headers.length}. The missing cells count as blank.`
      this.log.add('warning', 'short-row', line, null, message)
    }
    this.#reader.begin(cells, line, !isShort || this.#mapped.protectedColumns.length === 0)
    this.#countFilled(cells)
    const row = this.#parse()
    if (row === null) this.#rejected++
    else this.#settle(row, line)
  }

  /** To be called after the last record. */
  finish(): void {
    for (const settlement of foldPeople(this.#lines ?? [], this.#today)) this.#settleFolded(settlement)
  }

  #settleFolded({ line, verdict, rows, insteadOf }: Settlement): void {
    if (verdict === 'accepted') {
      const outcomes = rows.map(row => this.#onRow(row, line))
      if (outcomes.length > 0 && outcomes.every(outcome => outcome === 'duplicate')) this.#duplicates++
      else this.#accepted++
      return
    }
    if (verdict === 'conflict') {
      this.#rejected++
      this.log.add('error', 'duplicate-person', line, this.#personId.header, () => this.#otherRow(insteadOf!))
      return
    }
    this.#duplicates++
    const message = () =>
      `The person also stands on line ${insteadOf}, in another place; that row is read. State what share of their time each has in separate exports, or keep one row.`
    if (verdict === 'several-rows') this.log.add('warning', 'several-rows', line, this.#personId.header, message)
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
      return
    }
    const isNew = row.kind === 'people' ? this.#claimPerson(row, line) : 'new'
    if (isNew === 'conflict') this.#rejected++
    else if (isNew === 'same' || this.#onRow(row, line) === 'duplicate') this.#duplicates++
    else this.#accepted++
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

  #hasExtraCells(cells: readonly string[]): boolean {
    for (let index = this.#width; index < cells.length; index++) if (cells[index]!.trim() !== '') return true
    return false
  }

  #countFilled(cells: readonly string[]): void {
    const { length } = this.#indexes
    for (let field = 0; field < length; field++) {
      const cell = cells[this.#indexes[field]!]
      if (cell !== undefined && cell.length > 0 && cellText(cell) !== null) this.#filled[field]!++
    }
  }
}
