/** A person's months in an unbroken row: those without a record are there too, and are unknown, never 0. */
import type { Mode, ModeHours, Move } from '../people/answers.ts'
import { MODES, totalHours } from '../people/modes.ts'

const MONTHS_A_YEAR = 12
const DAY_MS = 86_400_000
const DAYS_BEFORE = 364
const DAYS_SINCE = 182

export type Shares = Readonly<Record<Mode, number>>

export interface RouteMonth {
  /** Months since the year 0. */
  readonly index: number
  /** Null where nothing is recorded. */
  readonly hours: ModeHours | null
  readonly shares: Shares | null
}

/** `date` is YYYY-MM or YYYY-MM-DD. */
export const monthIndex = (date: string) => Number(date.slice(0, 4)) * MONTHS_A_YEAR + Number(date.slice(5, 7)) - 1

export function monthName(index: number): string {
  return `${Math.floor(index / MONTHS_A_YEAR)}-${String((index % MONTHS_A_YEAR) + 1).padStart(2, '0')}`
}

/** Where a day stands among months: 24312.5 is the middle of the first month of 2026. */
export function monthPosition(date: string): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  return monthIndex(date) + (day - 1) / new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function sharesOf(hours: ModeHours): Shares | null {
  const total = totalHours(hours)
  if (total <= 0) return null
  return Object.fromEntries(MODES.map(mode => [mode, hours[mode] / total])) as Shares // one entry a mode
}

/** From the first month on record to the last one, or to the as-of date where that is later. */
export function routeMonths(months: readonly { month: string; hours: ModeHours }[], asOf: string | null): readonly RouteMonth[] {
  const known = new Map(months.map(({ month, hours }) => [monthIndex(month), hours]))
  const indexes = [...known.keys()]
  if (indexes.length === 0) return []
  const first = Math.min(...indexes)
  const last = Math.max(...indexes, ...(asOf === null ? [] : [monthIndex(asOf)]))
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const hours = known.get(first + step) ?? null
    return { index: first + step, hours, shares: hours && sharesOf(hours) }
  })
}

/** Shares of the effort of several months; null where none is on record. `from` and `to` are positions; a month counts by its first day. */
export function sharesBetween(months: readonly RouteMonth[], from: number, to: number): Shares | null {
  const sum = { build: 0, enable: 0, decide: 0, coordinate: 0, govern: 0 }
  for (const { index, hours } of months) if (hours && index >= from && index < to) for (const mode of MODES) sum[mode] += hours[mode]
  return sharesOf(sum)
}

export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface Turn {
  readonly date: string
  readonly position: number
  readonly kind: Move['kind']
  /** The 52 weeks before it, and the last 26 weeks since it; null while it has not come. */
  readonly before: Stretch
  readonly since: Stretch | null
}

const later = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The point a route turns at, with the stretches that are compared. A drift turns where its change was found. */
export function turnOf(move: Move | null, asOf: string | null): Turn | null {
  const date = move?.date ?? move?.changePoint ?? null
  if (!move || date === null || asOf === null) return null
  const isPast = date < asOf
  const end = isPast ? date : asOf
  const lastWeeks = later(asOf, -DAYS_SINCE)
  return {
    date,
    position: monthPosition(date),
    kind: move.kind,
    before: { from: monthPosition(later(end, -DAYS_BEFORE)), to: monthPosition(end) },
    since: isPast ? { from: monthPosition(date > lastWeeks ? date : lastWeeks), to: monthPosition(asOf) } : null,
  }
}
