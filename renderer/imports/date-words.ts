/** The two readings of one date, each in the order of those who write it so. Months in full: no figure may be mistaken. */
import type { DateColumn } from './answers.ts'

const dayFirst = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthFirst = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** 3 April 2025. */
export const dayMonthWords = (isoDate: string) => dayFirst.format(new Date(`${isoDate}T00:00:00Z`))
/** March 4, 2025. */
export const monthDayWords = (isoDate: string) => monthFirst.format(new Date(`${isoDate}T00:00:00Z`))

export type DateQuestionAsked = NonNullable<DateColumn['question']>

const WRITTEN = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/

/** Both readings of a cell such as 03/04/2025; null where only one of them is a day. */
export function bothReadings(raw: string): DateQuestionAsked | null {
  const [, first, second, year] = WRITTEN.exec(raw) ?? []
  if (first === undefined || second === undefined || year === undefined) return null
  const [asDMY, asMDY] = [isoDay(year, second, first), isoDay(year, first, second)]
  return asDMY && asMDY && asDMY !== asMDY ? { raw, asDMY, asMDY } : null
}

function isoDay(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso
}
