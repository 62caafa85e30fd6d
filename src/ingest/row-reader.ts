/** Reads the cells of one record after another as values, and says what is wrong with them. */
import type { EpochDay } from '../domain/calendar.ts'
import type { Problem } from '../domain/problem.ts'
import { type Column, textOf } from './column.ts'
import type { ProblemLog } from './problem-log.ts'
import { readWrittenMoment } from './written-dates.ts'
import { readWrittenNumber } from './written-numbers.ts'
import { cellText, dateAdvice, detached, foldWord, numberAdvice, readList, type ReadMoment, readYesNo } from './values.ts'

/** Numbers from `least` to `most`, both allowed. */
export interface Range {
  readonly least: number
  readonly most: number
}

export const AT_LEAST_ZERO: Range = { least: 0, most: Number.MAX_SAFE_INTEGER }
const INTERNED_TEXTS = 8192

/**
 * One reader serves one file. A bad cell of a must column fails the record; any other bad cell is
 * null, with a warning.
 */
export class RowReader {
  readonly #log: ProblemLog
  readonly #moment: ReadMoment = { day: 0, instant: 0 }
  readonly #interned = new Map<string, string>()
  readonly #folded = new Map<string, string>()
  #cells: readonly string[] = []
  #line = 0
  #quotesCells = true
  #hasFailed = false

  constructor(log: ProblemLog) {
    this.#log = log
  }

  /** `quotesCells`: whether messages may repeat what a cell says; not where a protected one may have slipped into its place. */
  begin(cells: readonly string[], line: number, quotesCells: boolean): void {
    this.#cells = cells
    this.#line = line
    this.#quotesCells = quotesCells
    this.#hasFailed = false
  }

  /** The record as text, for cells that are no field of ours. */
  get cells(): readonly string[] {
    return this.#cells
  }

  /** Whether a problem since `begin` keeps the record out. */
  get hasFailed(): boolean {
    return this.#hasFailed
  }

  /** UTC seconds of the moment `day` read last. */
  get instant(): number {
    return this.#moment.instant
  }

  text(column: Column): string | null {
    const text = this.#cell(column)
    if (text === null && column.isMust) this.#blank(column)
    return text
  }

  /** For names that come again and again: equal texts are one string, which keeps nothing else alive. */
  name(column: Column): string | null {
    const text = this.text(column)
    return text === null ? null : this.shared(text)
  }

  /** A word of a vocabulary that may grow: lower snake case. */
  word(column: Column, synonyms?: ReadonlyMap<string, string>): string | null {
    const text = this.text(column)
    if (text === null) return null
    const known = this.#folded.get(text)
    if (known !== undefined) return known
    const written = foldWord(text)
    const folded = this.shared(synonyms?.get(written) ?? written)
    if (this.#folded.size < INTERNED_TEXTS) this.#folded.set(detached(text), folded)
    return folded
  }

  names(column: Column): readonly string[] {
    if (column.others.length > 0) return this.#allNames(column)
    const texts = readList(this.text(column))
    return texts.length === 0 ? texts : texts.map(text => this.shared(text))
  }

  day(column: Column): EpochDay | null {
    const text = this.#cell(column)
    const outcome = text === null ? 'nothing' : readWrittenMoment(text, column.dates, this.#moment)
    if (outcome === 'read') return this.#moment.day
    if (outcome === 'nothing' || text === null) {
      if (column.isMust) this.#blank(column)
      return null
    }
    // Said once for the whole column, where it was found out; here only what it costs.
    if (outcome === 'ambiguous')
      this.report(column, 'ambiguous-date', () => `${this.#quoted(text)} may be two different days. Say which comes first, day or month.`)
    else if (outcome === 'contrary')
      this.report(
        column,
        'contrary-date',
        () => `${this.#quoted(text)} does not fit the rest of the column, which is read as ${column.dates.order}. Correct it.`,
      )
    else this.report(column, 'bad-date', () => `${this.#quoted(text)} is no date we can read. ${dateAdvice(text)}`)
    return null
  }

  /** A day that must not lie after `today`. */
  dayUntil(column: Column, today: EpochDay): EpochDay | null {
    const day = this.day(column)
    if (day === null || day <= today) return day
    this.report(column, 'future-date', () => `The date lies after the day of import. Correct it, or import the row when the day has come.`)
    return null
  }

  number(column: Column, range: Range): number | null {
    const text = this.#cell(column)
    if (text === null || text === 'NA') {
      if (column.isMust) this.#blank(column)
      return null
    }
    const value = readWrittenNumber(text, column.formats)
    if (Number.isNaN(value)) {
      this.report(column, 'bad-number', () => `${this.#quoted(text)} is no number. ${numberAdvice(text)}`)
      return null
    }
    if (value >= range.least && value <= range.most) return value
    const most = range.most === Number.MAX_SAFE_INTEGER ? 'or more' : `to ${range.most}`
    this.report(column, 'out-of-range', () => `${this.#quoted(text)} is out of range. Write a number of ${range.least} ${most}.`)
    return null
  }

  /** Of all that can be read of the columns; null where none says anything. */
  sum(columns: readonly Column[], range: Range): number | null {
    let sum: number | null = null
    for (const column of columns) {
      const value = this.number(column, range)
      if (value !== null) sum = (sum ?? 0) + value
    }
    return sum
  }

  integer(column: Column, range: Range): number | null {
    const value = this.number(column, range)
    if (value === null || Number.isInteger(value)) return value
    this.report(column, 'bad-number', () => `${this.#quoted(String(value))} is no whole number. Write one without decimals.`)
    return null
  }

  yesNo(column: Column): boolean | null {
    const text = this.#cell(column)
    if (text === null) return null
    const value = readYesNo(text)
    if (value === null) this.report(column, 'bad-yes-no', () => `${this.#quoted(text)} is neither yes nor no. Write yes or no.`)
    return value
  }

  /** Whether any of the columns of a field says yes. */
  anyYes({ index, others }: Column): boolean {
    const saysYes = (at: number) => readYesNo(cellText(this.#cells[at]) ?? '') === true
    return index >= 0 && (saysYes(index) || others.some(saysYes))
  }

  /** One of the words, whatever its case; null, with a problem, for any other. */
  oneOf<Word extends string>(column: Column, words: readonly Word[], synonyms?: ReadonlyMap<string, string>): Word | null {
    const text = this.#cell(column)
    if (text === null) return null
    let word = words.find(each => each === text)
    if (word === undefined) {
      const folded = foldWord(text)
      const meant = synonyms?.get(folded) ?? folded
      word = words.find(each => each === folded) ?? words.find(each => each === meant)
    }
    if (word === undefined)
      this.report(column, 'unknown-word', () => `${this.#quoted(text)} is none of ${words.join(', ')}. Write one of these.`)
    return word ?? null
  }

  /** The one string that stands for all equal texts lately read; it keeps no block of the file alive. */
  shared(text: string): string {
    const known = this.#interned.get(text)
    if (known !== undefined) return known
    if (this.#interned.size >= INTERNED_TEXTS) this.#interned.clear()
    const own = detached(text)
    this.#interned.set(own, own)
    return own
  }

  /** A problem with a cell: an error when the column is a must, else a warning. */
  report(column: Column, code: string, message: () => string, severity: Problem['severity'] = column.isMust ? 'error' : 'warning'): void {
    if (severity === 'error') this.#hasFailed = true
    this.#log.add(severity, code, this.#line, column.header, message)
  }

  /** Keeps the record out for what it is, whatever its cells say. */
  leaveOut(code: string, message: () => string): void {
    this.#hasFailed = true
    this.#log.add('error', code, this.#line, null, message)
  }

  #cell(column: Column): string | null {
    if (!column.isPlain) return textOf(column, this.#cells)
    return column.index < 0 ? null : cellText(this.#cells[column.index])
  }

  #allNames({ index, others }: Column): readonly string[] {
    const all = new Set<string>()
    for (const at of index < 0 ? others : [index, ...others])
      for (const text of readList(cellText(this.#cells[at]))) all.add(this.shared(text))
    return [...all]
  }

  #blank(column: Column): void {
    this.report(column, 'blank-cell', () => `The cell is blank. Every row needs a ${column.header}.`)
  }

  #quoted(text: string): string {
    if (!this.#quotesCells) return 'What stands here'
    return text.length > 40 ? `“${text.slice(0, 40)}…”` : `“${text}”`
  }
}
