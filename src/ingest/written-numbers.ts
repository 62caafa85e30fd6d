/** Numbers as people write them: decimal commas, thousands, currencies, percent, hours in minutes. */
import { readNumber } from './values.ts'

/** How the numbers of a column are written, or in which unit. */
export const NUMBER_FORMATS = ['decimal-comma', 'decimal-point', 'percent', 'minutes', 'seconds'] as const
export type NumberFormat = (typeof NUMBER_FORMATS)[number]

const CURRENCY = /^(?:[€$£¥]|(?:EUR|USD|GBP|CHF|CAD|AUD|JPY)\b\.?|Fr\.)\s*|\s*(?:[€$£¥]|\b(?:EUR|USD|GBP|CHF|CAD|AUD|JPY))$/gi
const SPACED_THOUSANDS = /(?<=\d)[ \u00a0\u202f'\u2019](?=\d{3}(?!\d))/g
const GROUPED_BY_COMMA = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const GROUPED_BY_POINT = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const COMMA_DECIMALS = /^[+-]?\d+,\d+$/

/** What a number shows of how its column is written; null where it could be either. */
export function decimalsShownBy(text: string): 'decimal-comma' | 'decimal-point' | null {
  const bare = bareNumber(text)
  if (GROUPED_BY_COMMA.test(bare)) return bare.includes('.') || bare.indexOf(',') !== bare.lastIndexOf(',') ? 'decimal-point' : null
  if (COMMA_DECIMALS.test(bare)) return 'decimal-comma'
  if (GROUPED_BY_POINT.test(bare)) return bare.includes(',') || bare.indexOf('.') !== bare.lastIndexOf('.') ? 'decimal-comma' : null
  return /\.\d/.test(bare) ? 'decimal-point' : null
}

/** The number; NaN for what is none, or might be another one: `1,234` with nothing known of its column. */
export function readWrittenNumber(text: string, formats: readonly string[]): number {
  const plain = readNumber(text)
  if (formats.length === 0 && !Number.isNaN(plain)) return plain
  const hasComma = formats.includes('decimal-comma')
  if (!hasComma && !Number.isNaN(plain)) return plain * unitOf(formats)
  const isPercent = text.endsWith('%')
  const bare = bareNumber(text)
  const shown = decimalsShownBy(bare) ?? (hasComma ? 'decimal-comma' : formats.includes('decimal-point') ? 'decimal-point' : null)
  if (hasComma && shown === 'decimal-point') return NaN
  const normal = shown === 'decimal-comma' ? bare.replaceAll('.', '').replace(',', '.') : shown === null ? bare : bare.replaceAll(',', '')
  const value = readNumber(normal)
  return isPercent ? value / 100 : value * unitOf(formats)
}

function unitOf(formats: readonly string[]): number {
  if (formats.length === 0) return 1
  return formats.includes('percent') ? 1 / 100 : formats.includes('minutes') ? 1 / 60 : formats.includes('seconds') ? 1 / 3600 : 1
}

const bareNumber = (text: string) => text.replace(CURRENCY, '').replace(/\s*%$/, '').replace(SPACED_THOUSANDS, '').trim()

const DURATION_PART =
  /(\d+(?:[.,]\d+)?)\s*(years?|yrs?|y|months?|mos?|m|weeks?|w|days?|d|jahre?|monate?|tage?|ans?|mois|jours?|años?|meses|mes|días?)\b/giu
const MONTH_DAYS = 365.25 / 12

/** A length of service in days, `3 years, 2 months` or a number of `unit`; null for anything else. */
export function readDurationDays(text: string, unit: 'years' | 'months' | 'days'): number | null {
  const number = readWrittenNumber(text, [])
  if (!Number.isNaN(number)) return number < 0 ? null : number * (unit === 'years' ? 365.25 : unit === 'months' ? MONTH_DAYS : 1)
  let days = 0
  let found = false
  for (const [, amount, word] of text.matchAll(DURATION_PART)) {
    found = true
    days += Number(amount!.replace(',', '.')) * daysOf(word!.toLowerCase())
  }
  return found ? days : null
}

function daysOf(word: string): number {
  if (/^(?:y|j|an|año)/.test(word)) return 365.25
  if (word.startsWith('m')) return MONTH_DAYS
  return word.startsWith('w') ? 7 : 1
}
