/** What the first rows of a file show of each mapped field: samples, how full it is, and cells beside what they are read as. */
import { isoDate } from '../domain/calendar.ts'
import { type Column, textOf } from './column.ts'
import { columnFinder } from './column-finder.ts'
import type { SurveyedHeaders } from './column-survey.ts'
import { MAY_TELL_LEAVES, tellsKindOfLeave } from './leave-words.ts'
import { isDateField, isNumberField, type Mapping } from './mapping-model.ts'
import { type DateReading, orderShownBy, readWrittenMoment } from './written-dates.ts'
import { decimalsShownBy, readWrittenNumber } from './written-numbers.ts'

export interface FieldSamples {
  /** How many rows were looked at. */
  readonly surveyedRows: number
  /** Mapped field -> its first three distinct filled values, as in the file. */
  readonly samples: Readonly<Record<string, readonly string[]>>
  /** Mapped field -> the share of the surveyed rows, 0 to 1, in which it is not blank. */
  readonly filled: Readonly<Record<string, number>>
  readonly dates: readonly DateSamples[]
  /** The number fields in which a decimal comma was found. */
  readonly decimals: readonly DecimalSamples[]
}

export interface DateSamples {
  readonly field: string
  readonly header: string
  /** How its dates are written, as far as proven or said; null where they are written otherwise or nothing proves it. */
  readonly order: 'YMD' | 'DMY' | 'MDY' | null
  /** Up to three distinct cells and the ISO day each is read as; null where it is no day, or might be two. */
  readonly samples: readonly { readonly raw: string; readonly read: string | null }[]
  /** A cell that may be either of two days (ISO), where nothing settles which. */
  readonly question: { readonly raw: string; readonly asDMY: string; readonly asMDY: string } | null
}

export interface DecimalSamples {
  readonly field: string
  readonly header: string
  /** Up to three distinct cells with a comma and the number each is read as. */
  readonly samples: readonly { readonly raw: string; readonly read: number | null }[]
}

const SHOWN_SAMPLES = 3
const SAMPLE_LENGTH = 200

interface SampledField {
  readonly field: string
  readonly column: Column
  readonly filled: number
  /** The first distinct ones, trimmed. */
  readonly texts: readonly string[]
  readonly ofComma: readonly string[]
  readonly orders: ReadonlySet<'YMD' | 'DMY' | 'MDY' | null>
}

/** `rows` are the first of the file; where it has protected columns, without those in which cells may have slipped. */
export function sampleFields(
  mapping: Mapping,
  headers: readonly string[],
  rows: SurveyedHeaders['rows'],
  questions: SurveyedHeaders['questions'],
): FieldSamples {
  const columnOf = columnFinder(mapping, headers)
  const fields = Object.keys(mapping.columns).map(field => sampleField(field, columnOf(field), rows))
  const share = (count: number) => (rows.length === 0 ? 0 : count / rows.length)
  return {
    surveyedRows: rows.length,
    samples: Object.fromEntries(fields.map(({ field, texts }) => [field, texts.map(shortened)])),
    filled: Object.fromEntries(fields.map(({ field, filled }) => [field, share(filled)])),
    dates: fields.filter(({ field }) => isDateField(field)).map(each => dateSamples(each, questions[each.field])),
    decimals: fields
      .filter(({ field, ofComma }) => isNumberField(field) && ofComma.length > 0)
      .map(({ field, column, ofComma }) => ({
        field,
        header: column.header,
        samples: ofComma.map(raw => ({ raw: shortened(raw), read: numberOf(raw, column) })),
      })),
  }
}

function sampleField(field: string, column: Column, rows: SurveyedHeaders['rows']): SampledField {
  const written: Column = { ...column, values: null, constant: null }
  const [texts, ofComma] = [new Set<string>(), new Set<string>()]
  const orders = new Set<'YMD' | 'DMY' | 'MDY' | null>()
  let filled = 0
  for (const cells of rows) {
    const text = textOf(written, cells)
    if (text === null) continue
    filled++
    if (MAY_TELL_LEAVES.has(field) && tellsKindOfLeave(text)) continue
    if (texts.size < SHOWN_SAMPLES) texts.add(text)
    if (isDateField(field)) orders.add(orderOf(text))
    else if (isNumberField(field) && ofComma.size < SHOWN_SAMPLES && decimalsShownBy(text) === 'decimal-comma') ofComma.add(text)
  }
  return { field, column, filled, texts: [...texts], ofComma: [...ofComma], orders }
}

/** What one cell shows of the order; null for a month's name, a day number or a date that may be two. */
function orderOf(text: string): 'YMD' | 'DMY' | 'MDY' | null {
  if (/^\d{4}(?:\d{4}$|[-/.]\d{1,2}[-/.])/.test(text)) return 'YMD'
  const shown = orderShownBy(text)
  return shown === 'DMY' || shown === 'MDY' ? shown : null
}

function dateSamples({ field, column, texts, orders }: SampledField, question: string | undefined): DateSamples {
  const only = orders.size === 1 ? [...orders][0]! : null
  return {
    field,
    header: column.header,
    order: question === undefined ? (column.dates.order ?? only) : null,
    samples: texts.map(raw => ({ raw: shortened(raw), read: dayOf(raw, column.dates) })),
    question: question === undefined ? null : eitherDay(question, column.dates),
  }
}

function eitherDay(raw: string, reading: DateReading): DateSamples['question'] {
  const [asDMY, asMDY] = [dayOf(raw, { ...reading, order: 'DMY' }), dayOf(raw, { ...reading, order: 'MDY' })]
  return asDMY === null || asMDY === null ? null : { raw, asDMY, asMDY }
}

function dayOf(text: string, reading: DateReading): string | null {
  const moment = { day: 0, instant: 0 }
  return readWrittenMoment(text, reading, moment) === 'read' ? isoDate(moment.day) : null
}

function numberOf(text: string, { formats }: Column): number | null {
  const value = readWrittenNumber(text, formats)
  return Number.isNaN(value) ? null : value
}

const shortened = (text: string) => text.slice(0, SAMPLE_LENGTH)
