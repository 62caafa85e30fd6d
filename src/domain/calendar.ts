/**
 * Days are integers: days since 1970-01-01 as written in the file (local days, no time zone).
 * Instants are seconds since 1970-01-01T00:00Z and serve only to order and to group rows.
 */
export type EpochDay = number
export type InstantSeconds = number

const DAY_MS = 86_400_000
const DAY_SECONDS = 86_400

/** The epoch day of a calendar date, or null when there is no such date (31 February). */
export function epochDay(year: number, month: number, day: number): EpochDay | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? Math.round(date.getTime() / DAY_MS) : null
}

export function isoDate(day: EpochDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export interface Moment {
  /** The local day, as written. */
  readonly day: EpochDay
  /** Seconds UTC where the text has an offset; the written time read as UTC where it has none. */
  readonly instant: InstantSeconds
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

/** Reads an ISO 8601 date or date-time; null when the text is something else or no real date. */
export function parseIsoMoment(text: string): Moment | null {
  const match = ISO.exec(text)
  if (!match) return null
  const day = epochDay(Number(match[1]), Number(match[2]), Number(match[3]))
  if (day === null) return null
  const [hours, minutes, seconds] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)]
  if (hours > 24 || minutes > 59 || seconds > 60) return null
  const offset = match[7]
  const offsetSeconds = offset && offset.length > 1 ? offsetToSeconds(offset) : 0
  return { day, instant: day * DAY_SECONDS + hours * 3600 + minutes * 60 + seconds - offsetSeconds }
}

function offsetToSeconds(offset: string): number {
  const sign = offset.startsWith('-') ? -1 : 1
  const digits = offset.slice(1).replace(':', '')
  return sign * (Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60)
}

/** Weeks start on Monday and are numbered from the one that holds 1970-01-01 (a Thursday). */
export const weekOf = (day: EpochDay) => Math.floor((day + 3) / 7)
/** The Monday a week starts on. */
export const weekStart = (week: number): EpochDay => week * 7 - 3

/** Months since January 1970. */
export function monthOf(day: EpochDay): number {
  const date = new Date(day * DAY_MS)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}

/** The same day of the month `months` later (or earlier); the month's last day where it is shorter. */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const date = new Date(day * DAY_MS)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return Math.round(date.getTime() / DAY_MS)
}
