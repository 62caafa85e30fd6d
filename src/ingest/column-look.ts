/** What the values of one column look like: how dates and numbers are written, and what kind of value they are. */
import type { Problem } from '../domain/problem.ts'
import { isLastNameFirst, isNameWithId, nameWithId } from './person-names.ts'
import { isSerial, orderShownBy } from './written-dates.ts'
import { decimalsShownBy, readWrittenNumber } from './written-numbers.ts'

/** In which order the day and the month of a column stand, as far as its values show. */
export class DateLook {
  #proofs = { DMY: 0, MDY: 0 }
  #either: string | null = null
  #serial: string | null = null
  #isBlank = true

  add(text: string): void {
    this.#isBlank = false
    const shown = orderShownBy(text)
    if (shown === 'either') this.#either ??= text
    else if ((shown === 'DMY' || shown === 'MDY') && !text.includes('.')) this.#proofs[shown]++
    else if (shown === null && isSerial(text)) this.#serial ??= text
  }

  get isBlank(): boolean {
    return this.#isBlank
  }

  /** Whether more values could still settle something. */
  get isOpen(): boolean {
    return this.#either !== null && this.order === null
  }

  /** The order its values prove; a stray value in a hundred the other way round is a mistake, more are a question. */
  get order(): 'DMY' | 'MDY' | null {
    const { DMY, MDY } = this.#proofs
    if (DMY > 0 && MDY * 100 <= DMY) return 'DMY'
    return MDY > 0 && DMY * 100 <= MDY ? 'MDY' : null
  }

  /** A value that may be two days, where nothing settles which. */
  get question(): string | null {
    return this.isOpen ? this.#either : null
  }

  /** A value that counts days, as spreadsheets do. */
  get serial(): string | null {
    return this.#serial
  }
}

export class NumberLook {
  #comma = 0
  #point = 0
  #unclear = 0
  #numbers = 0
  #asPercent = 0

  add(text: string): void {
    const shown = decimalsShownBy(text)
    if (shown === 'decimal-comma') this.#comma++
    else if (shown === 'decimal-point') this.#point++
    else if (/[.,]/.test(text)) this.#unclear++
    const value = readWrittenNumber(text, shown === null ? [] : [shown])
    if (Number.isNaN(value) || value === 0) return
    this.#numbers++
    if (value >= 10 && value <= 100) this.#asPercent++
  }

  get decimals(): 'decimal-comma' | 'decimal-point' | null {
    if (this.#comma > 0 && this.#point === 0) return 'decimal-comma'
    return this.#point > 0 && this.#comma === 0 && this.#unclear > 0 ? 'decimal-point' : null
  }

  /** Every number is one that only makes sense out of a hundred. */
  get isOutOfHundred(): boolean {
    return this.#numbers > 0 && this.#asPercent === this.#numbers
  }
}

export class NameLook {
  #all = 0
  #lastFirst = 0
  #withId = 0
  readonly #ids = new Set<string>()

  add(text: string): void {
    this.#all++
    const apart = isNameWithId(text) ? nameWithId(text) : null
    if (isLastNameFirst(apart?.name ?? text)) this.#lastFirst++
    if (apart === null) return
    this.#withId++
    this.#ids.add(apart.id)
  }

  get isWithId(): boolean {
    return this.#withId > 0 && this.#withId >= 0.8 * this.#all
  }

  /** Whether an id stands on several rows. */
  get repeatsIds(): boolean {
    return this.#ids.size < this.#withId
  }

  get isLastNameFirst(): boolean {
    return this.#lastFirst > 0 && this.#lastFirst >= 0.8 * this.#all
  }
}

const DAY_NAMES = { DMY: 'the day', MDY: 'the month' }

/** The question only a person can answer: fatal where the file cannot do without the column. */
export function ambiguousDate(field: string, header: string, example: string, line: number, isMust: boolean): Problem {
  const answers = (['DMY', 'MDY'] as const).map(order => `"${order}" if ${DAY_NAMES[order]} comes first`)
  return {
    severity: isMust ? 'fatal' : 'warning',
    code: 'ambiguous-date',
    line,
    column: header,
    message: `“${example}” in the column “${header}” may be two different days, and no value of the column settles which. ${
      isMust ? 'Nothing was read.' : 'Such cells were left blank.'
    } Say it in the mapping: "formats": {"${field}": ...} with ${answers.join(', ')}.`,
  }
}

/** No row of the whole file could go in. */
export const blankDates = (field: string, header: string, line: number): Problem => ({
  severity: 'fatal',
  code: 'blank-column',
  line,
  column: header,
  message: `The column “${header}” is blank on every row, and without a date no row can go in. Export the file again with its dates, or map ${field} to a column that has them.`,
})

export const spreadsheetDays = (field: string, header: string, example: string, line: number): Problem => ({
  severity: 'warning',
  code: 'serial-date',
  line,
  column: header,
  message: `The column “${header}” holds day numbers of a spreadsheet, such as ${example}, counted from 1900. If the sheet counts from 1904, say "formats": {"${field}": "excel-1904"} in the mapping.`,
})
