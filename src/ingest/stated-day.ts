/** The day a file is of, where its own name states one. */
import { addMonths, type EpochDay, epochDay, isoDate } from '../domain/calendar.ts'
import type { MappedHeaders } from './mapping.ts'

export interface StatedDay {
  readonly day: EpochDay
  /** As it stands in the name. */
  readonly text: string
}

const YEAR = '(?<year>(?:19|20)\\d{2})'
const MONTH = '(?<month>0[1-9]|1[0-2])'
const DAY = '(?<day>0[1-9]|[12]\\d|3[01])'
/** The fullest first, so that no part of a date is taken for a shorter one. */
const FORMS = [
  `(?<!\\d)${YEAR}(?<gap>[-_.]?)${MONTH}\\k<gap>${DAY}(?:\\d{4}|\\d{6})?(?!\\d)`,
  `(?<!\\d)${DAY}\\.${MONTH}\\.${YEAR}(?!\\d)`,
  `(?<![\\dA-Za-z])${YEAR}[-_. ]?Q(?<quarter>[1-4])(?!\\d)`,
  `(?<![\\dA-Za-z])Q(?<quarter>[1-4])[-_. ]?${YEAR}(?!\\d)`,
  `(?<![\\dA-Za-z])${YEAR}[-_]${MONTH}(?!\\d|[-_.]\\d{1,2}(?!\\d))`,
].map(form => new RegExp(form, 'gi'))

/**
 * `2026-09-30`, `20260930`, `30.09.2026`, `2026-Q3` and `Q3-2026` (the quarter's last day), `2026-09` (the month's last day).
 * Null where the name states none, or several such as a range.
 */
export function statedDay(name: string): StatedDay | null {
  const found: StatedDay[] = []
  let rest = name
  for (const form of FORMS) {
    for (const match of rest.matchAll(form)) {
      const day = dayOf(match.groups ?? {})
      if (day !== null) found.push({ day, text: match[0] })
    }
    rest = rest.replace(form, text => ' '.repeat(text.length))
  }
  const [first] = found
  return first && found.every(({ day }) => day === first.day) ? first : null
}

/**
 * A people file named after a day not after `today` is a snapshot of that day: its rows hold from then, unless a column
 * or a constant of the mapping says from when. Without `today` nothing is taken from the name.
 */
export function datedByName(mapped: MappedHeaders, name: string, today: EpochDay | undefined): MappedHeaders {
  const { mapping } = mapped
  const isDated = mapping.columns['effective_date'] !== undefined || mapping.constants?.['effective_date'] !== undefined
  const stated = mapping.kind === 'people' && !isDated ? statedDay(name) : null
  if (stated === null || today === undefined || stated.day > today) return mapped
  return { ...mapped, mapping: { ...mapping, constants: { ...mapping.constants, effective_date: isoDate(stated.day) } } }
}

function dayOf({ year, quarter, month, day }: Readonly<Record<string, string | undefined>>): EpochDay | null {
  if (day !== undefined) return epochDay(Number(year), Number(month), Number(day))
  const firstOfLastMonth = epochDay(Number(year), quarter === undefined ? Number(month) : 3 * Number(quarter), 1)
  return firstOfLastMonth === null ? null : addMonths(firstOfLastMonth, 1) - 1
}
