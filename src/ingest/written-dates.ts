/** Dates as people and spreadsheets write them, beside ISO: day and month in either order, month names, serial numbers. */
import { type EpochDay, epochDay } from '../domain/calendar.ts'
import { type ReadMoment, readMoment } from './values.ts'

/** `DMY` and `MDY` say how 03/04/2024 is meant; a serial is counted from 1900 or from 1904. */
export const DATE_FORMATS = ['DMY', 'MDY', 'excel-1900', 'excel-1904'] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

export interface DateReading {
  readonly order: 'DMY' | 'MDY' | null
  /** The epoch day of serial 0; null where a plain number is no date. */
  readonly serialZero: EpochDay | null
}

const SERIAL_ZERO_1900 = -25_569
const SERIAL_ZERO_1904 = -24_107
/** 1927 to 2119, counted from 1900: what a five-digit number in a column of dates can mean. */
const SERIALS = { least: 10_000, most: 80_000 }

/** What a column's formats come to; without any, only what has one meaning is read. */
export function dateReading(formats: readonly string[]): DateReading {
  return {
    order: formats.includes('DMY') ? 'DMY' : formats.includes('MDY') ? 'MDY' : null,
    serialZero: formats.includes('excel-1904') ? SERIAL_ZERO_1904 : SERIAL_ZERO_1900,
  }
}

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ ,T])/
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?=$|[ ,T])/
const COMPACT = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/
const DAY_NAME_MONTH =
  /^(?:\p{L}{2,10}\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.)?[ /-](?:de )?(\p{L}{3,12})\.?,?[ /-](?:de )?(\d{4}|\d{2})(?=$|[ ,T])/iu
const MONTH_DAY = /^(?:\p{L}{2,10}\.?,? )?(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?=$|[ ,T])/iu
const GIT_DATE = /^\p{L}{3} (\p{L}{3}) (\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})(?: ([+-]\d{4}))?$/u
const SERIAL = /^\d{5}(?:[.,]\d+)?$/
/** The days that systems end an open period on, in any order of day and month, and the day 0 of spreadsheets. */
const NEVER =
  /^(?:(?:0000|0001|2999|4712|9999)[-/.]?\d{2}[-/.]?\d{2}|\d{1,2}[-/.](?:\d{1,2}|\p{L}{3,9})[-/.](?:0000|0001|2999|4712|9999)|(?:00?\/0?1|0?1\/00?)\/1900)(?=$|[ T,])/u
/** Seconds or milliseconds since 1970, from 2001 to 2033. */
const UNIX_TIME = /^(1\d{9})(?:\d{3})?$/
const CLOCK =
  /^(?:T|,? +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(?:(Z|UTC|GMT)|([+-]\d{2})(?::?(\d{2}))?(?: \(?[A-Z]{3,5}\)?)?)?$/i

const MONTHS = new Map(
  `jan january januar janvier enero ene jän jänner janv
   feb february februar février febrero fév févr fevrier fevr
   mar march märz mars marzo mär mrz maerz
   apr april avril abril avr abr
   may mai mayo
   jun june juni juin junio
   jul july juli juillet julio juil
   aug august août agosto ago aout
   sep september sept septembre septiembre
   oct october oktober octobre octubre okt
   nov november novembre noviembre
   dec december dezember décembre diciembre dez dic déc decembre`
    .split('\n')
    .flatMap((line, month) =>
      line
        .trim()
        .split(' ')
        .map(name => [name, month + 1] as const),
    ),
)

/** How day and month stand in this text: proof of an order, either order, or no such date at all. */
export function orderShownBy(text: string): 'DMY' | 'MDY' | 'either' | 'same' | null {
  const match = NUMERIC.exec(text)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  // Nobody writes the month first with dots.
  if (match[2] === '.' && second <= 12) return 'DMY'
  if (first > 12) return second <= 12 ? 'DMY' : null
  return second > 12 ? 'MDY' : first === second ? 'same' : 'either'
}

export const isSerial = (text: string) => SERIAL.test(text) && Number.parseInt(text, 10) <= SERIALS.most

/**
 * Reads a date or date-time into `into`: its local day as written, its instant in UTC seconds.
 * `ambiguous`: day and month may be either; `contrary`: it can only be the other order than its column's.
 */
export function readWrittenMoment(
  text: string,
  reading: DateReading,
  into: ReadMoment,
): 'read' | 'nothing' | 'bad' | 'ambiguous' | 'contrary' {
  const plain = readMoment(text, into)
  if (plain !== 'bad') return plain
  if (NEVER.test(text)) return 'nothing'
  const shown = orderShownBy(text)
  if (shown === 'either' && reading.order === null) return 'ambiguous'
  if ((shown === 'DMY' || shown === 'MDY') && reading.order !== null && shown !== reading.order && !text.includes('.')) return 'contrary'
  const order = shown === 'either' ? reading.order : shown
  const date = numericDate(text, order) ?? namedDate(text)
  if (date) return withClock(date.day, text.slice(date.length), into) ? 'read' : 'bad'
  if (reading.serialZero !== null && isSerial(text)) return readSerial(text, reading.serialZero, into) ? 'read' : 'bad'
  return readGitDate(text, into) || readShortOffset(text, into) || readUnixTime(text, into) ? 'read' : 'bad'
}

interface ReadDate {
  readonly day: EpochDay
  /** How much of the text it took. */
  readonly length: number
}

function numericDate(text: string, order: 'DMY' | 'MDY' | 'same' | null): ReadDate | null {
  const match = order === null ? (YEAR_FIRST.exec(text) ?? COMPACT.exec(text)) : NUMERIC.exec(text)
  if (!match) return null
  const [length, first] = [match[0].length, Number(match[1])]
  if (order !== null) {
    const [day, month] = order === 'MDY' ? [Number(match[3]), first] : [first, Number(match[3])]
    return dated(fullYear(match[4]!), month, day, length)
  }
  const isCompact = match[2] !== undefined && match[2].length === 2
  return isCompact ? dated(first, Number(match[2]), Number(match[3]), length) : dated(first, Number(match[3]), Number(match[4]), length)
}

function namedDate(text: string): ReadDate | null {
  const dayFirst = DAY_NAME_MONTH.exec(text)
  const monthFirst = dayFirst ? null : MONTH_DAY.exec(text)
  const match = dayFirst ?? monthFirst
  if (!match) return null
  const month = MONTHS.get(match[dayFirst ? 2 : 1]!.toLowerCase())
  return month === undefined ? null : dated(fullYear(match[3]!), month, Number(match[dayFirst ? 1 : 2]), match[0].length)
}

function dated(year: number, month: number, day: number, length: number): ReadDate | null {
  const found = year >= 1900 && year <= 2200 && month >= 1 && month <= 12 ? epochDay(year, month, day) : null
  return found === null ? null : { day: found, length }
}

/** 69 to 99 are of the last century, as POSIX has it. */
const fullYear = (digits: string) => (digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 69 ? 2000 : 1900))

function withClock(day: EpochDay, rest: string, into: ReadMoment): boolean {
  into.day = day
  into.instant = day * 86_400
  if (rest.trim() === '') return true
  const match = CLOCK.exec(rest)
  if (!match) return false
  let hours = Number(match[1])
  const half = match[4]?.[0]?.toLowerCase()
  if (half !== undefined && (hours < 1 || hours > 12)) return false
  if (half !== undefined) hours = (hours % 12) + (half === 'p' ? 12 : 0)
  const [minutes, seconds] = [Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 24 || minutes > 59 || seconds > 60) return false
  const offsetHours = Number(match[6] ?? 0)
  const offsetMinutes = Math.abs(offsetHours) * 60 + Number(match[7] ?? 0)
  const sign = match[6]?.startsWith('-') === true ? -1 : 1
  into.instant += hours * 3600 + minutes * 60 + seconds - sign * offsetMinutes * 60
  return true
}

function readSerial(text: string, zero: EpochDay, into: ReadMoment): boolean {
  const value = Number(text.replace(',', '.'))
  if (!(value >= SERIALS.least && value <= SERIALS.most)) return false
  into.day = zero + Math.floor(value)
  into.instant = into.day * 86_400 + Math.round((value % 1) * 86_400)
  return true
}

/** `Mon May 1 12:00:00 2024 +0200`. */
function readGitDate(text: string, into: ReadMoment): boolean {
  const match = GIT_DATE.exec(text)
  const month = match ? MONTHS.get(match[1]!.toLowerCase()) : undefined
  if (!match || month === undefined) return false
  const day = epochDay(Number(match[4]), month, Number(match[2]))
  return day !== null && withClock(day, ` ${match[3]} ${match[5] ?? ''}`, into)
}

function readUnixTime(text: string, into: ReadMoment): boolean {
  const match = UNIX_TIME.exec(text)
  if (!match) return false
  into.instant = Number(match[1])
  into.day = Math.floor(into.instant / 86_400)
  return true
}

/** ISO with an offset of hours only, in words, or with AM and PM: `2024-05-01 10:00:00+00`. */
function readShortOffset(text: string, into: ReadMoment): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?=[ T])/.exec(text)
  const day = match ? dated(Number(match[1]), Number(match[2]), Number(match[3]), 10) : null
  return day !== null && withClock(day.day, text.slice(10), into)
}
