/** Text of cells to values. Nothing is guessed: what is not plainly a value is bad, and says so. */
import { type EpochDay, epochDay, type InstantSeconds, isoDate, parseIsoMoment } from '../domain/calendar.ts'

/** What systems write where they have nothing to say. */
const NOTHING = new Set(['-', '--', '\u2013', '\u2014', 'NULL', 'null', 'N/A', 'n/a', '#N/A', 'NaN', 'nan', '(null)', '(blank)'])
const NO_DATE = new Set(['0000-00-00', '0001-01-01', '9999-01-01', '9999-12-31', 'NA', 'none', 'None'])

/** The text of a cell without the blanks around it (tab and no-break space too); null when nothing is there. */
export function cellText(raw: string | undefined): string | null {
  if (raw === undefined || raw.length === 0) return null
  const [first, last] = [raw.charCodeAt(0), raw.charCodeAt(raw.length - 1)]
  const isTrimmed = first > 32 && first < 128 && last > 32 && last < 128
  const text = isTrimmed ? raw : raw.trim()
  const start = text.charCodeAt(0)
  if (start === EQUALS || start === APOSTROPHE) return unwrapped(text)
  if (text.length > 7) return text
  return text.length === 0 || NOTHING.has(text) ? null : text
}

const EQUALS = 61
const LINK = /^=HYPERLINK\("(?:[^"]|"")*"[,;] ?"((?:[^"]|"")*)"\)$/i
const APOSTROPHE = 39

/** The text that spreadsheets are kept from changing, `="007"` and `'007`, and what a link shows. Other formulas stay the text they are. */
function unwrapped(text: string): string | null {
  const label = LINK.exec(text)?.[1]?.replaceAll('""', '"')
  const quoted = label ?? (text.length > 2 && text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1) : text)
  const plain = /^'[\d=+@-]/.test(quoted) && !quoted.endsWith("'") ? quoted.slice(1) : quoted
  return plain.trim() === '' ? null : plain.trim()
}

/** A moment read from a cell, to be reused row after row. */
export interface ReadMoment {
  day: EpochDay
  instant: InstantSeconds
}

const FIRST_YEAR_DAY = epochDay(1900, 1, 1)!
const LAST_YEAR_DAY = epochDay(2200, 12, 31)!
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Reads an ISO date or date-time into `into`. `nothing`: a sentinel such as 9999-12-31. */
export function readMoment(text: string, into: ReadMoment): 'read' | 'nothing' | 'bad' {
  if (!readPlainMoment(text, into)) {
    const moment = parseIsoMoment(text)
    if (!moment) return NO_DATE.has(text) || NO_DATE.has(text.slice(0, 10)) ? 'nothing' : 'bad'
    into.day = moment.day
    into.instant = moment.instant
  }
  if (into.day >= FIRST_YEAR_DAY && into.day <= LAST_YEAR_DAY) return 'read'
  return NO_DATE.has(text.slice(0, 10)) ? 'nothing' : 'bad'
}

/**
 * The forms nearly all exports use, `2024-05-01` and `2024-05-01T10:00:00` with `Z`, `+02:00` or
 * nothing behind it; false when the text is another one, for parseIsoMoment to judge.
 */
function readPlainMoment(text: string, into: ReadMoment): boolean {
  const { length } = text
  if (length !== 10 && length !== 19 && length !== 20 && length !== 25) return false
  const year = digits(text, 0) * 100 + digits(text, 2)
  const [month, day] = [digits(text, 5), digits(text, 8)]
  // A character that is no digit makes its number NaN, and no comparison holds.
  if (!(year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1)) return false
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (day > daysIn(month, isLeapYear)) return false
  const before = year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 477
  into.day = (year - 1970) * 365 + leapDays + DAYS_BEFORE_MONTH[month - 1]! + (isLeapYear && month > 2 ? 1 : 0) + day - 1
  if (length === 10) {
    into.instant = into.day * 86_400
    return true
  }
  const separator = text.charCodeAt(10)
  if ((separator !== 84 && separator !== 32) || text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return false
  const [hours, minutes, seconds] = [digits(text, 11), digits(text, 14), digits(text, 17)]
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return false
  let offsetSeconds = 0
  if (length === 20 && text.charCodeAt(19) !== 90) return false
  if (length === 25) {
    const sign = text.charCodeAt(19)
    offsetSeconds = (digits(text, 20) * 60 + digits(text, 23)) * (sign === DASH ? -60 : 60)
    if ((sign !== DASH && sign !== 43) || text.charCodeAt(22) !== COLON || Number.isNaN(offsetSeconds)) return false
  }
  into.instant = into.day * 86_400 + hours * 3600 + minutes * 60 + seconds - offsetSeconds
  return true
}

const DASH = 45
const COLON = 58

/** Two digits as a number; NaN when one is none. */
function digits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}

const daysIn = (month: number, isLeapYear: boolean) =>
  month === 2 ? (isLeapYear ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i

/** The number written plainly with a point for decimals; NaN for anything else. */
export function readNumber(text: string): number {
  const { length } = text
  if (length <= 9) {
    let value = 0
    let at = 0
    for (; at < length; at++) {
      const digit = text.charCodeAt(at) - 48
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    if (at === length && length > 0) return value
  }
  const value = PLAIN_NUMBER.test(text) ? Number(text) : NaN
  return Number.isFinite(value) ? value : NaN
}

/** Why a text is no number and how to write it. */
export function numberAdvice(text: string): string {
  if (/^[+-]?\d{1,3}(?:[,.'\u2019 \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/.test(text)) return 'Write it without thousands separators, as 12345.'
  if (/^[+-]?\d+,\d+$/.test(text)) return 'Write it with a decimal point, as 3.5.'
  if (text.endsWith('%')) return 'Write it as a plain number, without %.'
  return 'Write a plain number such as 12 or 3.5.'
}

/** How to write a date that was not understood. */
export function dateAdvice(text: string): string {
  if (/^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})/.test(text)) return 'Write dates as 2024-05-31, so that day and month cannot be mistaken.'
  const moment = parseIsoMoment(text)
  return moment
    ? `${isoDate(moment.day).slice(0, -6)} is no year we read. Write a year from 1900 to 2200.`
    : 'Write dates as 2024-05-31 or 2024-05-31T14:05:00Z.'
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', 't', '1', 'on', 'ja', 'j', 'ein', 'oui', 'o', 'si', 'sí', 'wahr', 'vrai', 'verdadero'].map(
    word => [word, true] as const,
  ),
  ...['no', 'n', 'false', 'f', '0', 'off', 'nein', 'aus', 'non', 'falsch', 'faux', 'falso'].map(word => [word, false] as const),
])

/** Yes or no, in the words exports use for it; null for anything else. */
export const readYesNo = (text: string): boolean | null => YES_NO.get(text.length > 9 ? text : text.toLowerCase()) ?? null

const EMPTY: readonly string[] = []

/** The parts of a `;`-separated list: trimmed, none blank, none twice. */
export function readList(text: string | null): readonly string[] {
  if (text === null) return EMPTY
  if (!text.includes(';')) return [text]
  const parts = new Set<string>()
  for (const part of text.split(';')) {
    const trimmed = cellText(part)
    if (trimmed !== null) parts.add(trimmed)
  }
  return [...parts]
}

/** Lower case, blanks and dashes as `_`: `Pull Request` is `pull_request`. */
export const foldWord = (text: string) => text.toLowerCase().replace(/[\s-]+/g, '_')

/** A copy that does not keep alive the whole block of file the text was cut from. */
export const detached = (text: string) => (text.length < 13 ? text : ` ${text}`.slice(1))
