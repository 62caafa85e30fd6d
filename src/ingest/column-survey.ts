/** Looks at the values of a file before it is read: how they are written, and which column the managers refer to. */
import { INPUT_COLUMNS } from '../domain/input-kind.ts'
import type { Problem } from '../domain/problem.ts'
import { type CancelSignal, throwIfCancelled } from './cancelled-error.ts'
import { type Column, textOf } from './column.ts'
import { columnFinder } from './column-finder.ts'
import { ambiguousDate, DateLook, NameLook, NumberLook, spreadsheetDays } from './column-look.ts'
import { squeezeHeader } from './headers.ts'
import { IdSurvey } from './id-survey.ts'
import type { MappedHeaders } from './mapping.ts'
import { isDateField, isNumberField, type Mapping } from './mapping-model.ts'
import type { Source } from './source.ts'
import { isBlankRecord, isSecondHeader, type TableHead } from './table-head.ts'
import { tableRecords } from './table-records.ts'

/** Enough to see how a column is written; what the rest of the file contradicts is reported row by row. */
const SAMPLE_RECORDS = 5_000
const SAMPLE_PEOPLE = 50_000

interface Look<Kind> {
  readonly field: string
  readonly column: Column
  readonly look: Kind
}

/** The mapping with what its values show: formats, a better person_id, an e-mail column. Reads on only for dates that may be two days. */
export async function surveyColumns(source: Source, head: TableHead, mapped: MappedHeaders, signal?: CancelSignal): Promise<MappedHeaders> {
  const { headers, dialect } = head
  const { mapping } = mapped
  const columnOf = columnFinder(mapping, headers)
  const fields = Object.keys(mapping.columns)
  const lookAt = <Kind>(names: readonly string[], make: () => Kind): Look<Kind>[] =>
    names.map(field => ({ field, column: columnOf(field), look: make() }))
  const dates = lookAt(fields.filter(isDateField), () => new DateLook())
  const numbers = lookAt(fields.filter(isNumberField), () => new NumberLook())
  const names = lookAt(
    fields.filter(field => field === 'name' || field === 'person_name'),
    () => new NameLook(),
  )
  const ids = mapping.kind === 'people' ? new IdSurvey(headers, mapped) : null
  const looks = [...dates, ...numbers, ...names]
  const limit = ids ? SAMPLE_PEOPLE : SAMPLE_RECORDS

  let seen = 0
  for await (const { records, first, count } of tableRecords(source.read(), dialect, source.name)) {
    throwIfCancelled(signal)
    for (let index = first; index < count; index++) {
      const cells = records[index]!
      if (isBlankRecord(cells) || (seen === 0 && isSecondHeader(cells, headers, mapping))) continue
      if (++seen <= limit) ids?.add(cells)
      for (const { column, look } of seen <= SAMPLE_RECORDS ? looks : dates) {
        const text = textOf(column, cells)
        if (text !== null) look.add(text)
      }
    }
    if (seen >= limit && dates.every(({ look }) => !look.isOpen)) break
  }

  const formats: Record<string, string> = {}
  const problems: Problem[] = [...mapped.problems]
  const must: readonly string[] = INPUT_COLUMNS[mapping.kind].must
  const line = dialect.headerLine
  for (const { field, column, look } of dates) {
    if (column.dates.order === null && look.order !== null) note(formats, field, look.order)
    if (look.question !== null && column.dates.order === null)
      problems.push(ambiguousDate(field, column.header, look.question, line, must.includes(field)))
    if (look.serial !== null && !column.formats.some(format => format.startsWith('excel')))
      problems.push(spreadsheetDays(field, column.header, look.serial, line))
  }
  for (const { field, column, look } of numbers) {
    if (!column.formats.includes('decimal-comma') && !column.formats.includes('decimal-point') && look.decimals !== null)
      note(formats, field, look.decimals)
    if (field === 'fte' && look.isOutOfHundred && !column.formats.includes('percent')) note(formats, field, 'percent')
    const unit = /minute/.test(squeezeHeader(column.header)) ? 'minutes' : null
    if (unit !== null && field.endsWith('hours') && !column.formats.includes(unit)) note(formats, field, unit)
  }
  for (const { field, look } of names)
    if (look.isLastNameFirst && mapping.formats?.[field] === undefined) note(formats, field, 'last-first')
  const withIds = ids?.settled() ?? { mapping, confidence: mapped.confidence, problems: [], repeatsPeople: false }
  return {
    ...mapped,
    mapping: withFormats(withIds.mapping, formats),
    confidence: withIds.confidence,
    repeatsPeople: withIds.repeatsPeople,
    unknown: mapped.unknown.filter(header => !readBy(withIds.mapping).has(header)),
    problems: [...problems, ...withIds.problems.map(problem => ({ ...problem, line }))],
  }
}

const note = (formats: Record<string, string>, field: string, format: string) =>
  (formats[field] = [formats[field], format].filter(Boolean).join(' '))

function withFormats(mapping: Mapping, found: Readonly<Record<string, string>>): Mapping {
  if (Object.keys(found).length === 0) return mapping
  const formats: Record<string, string> = { ...mapping.formats }
  for (const [field, format] of Object.entries(found)) formats[field] = formats[field] ? `${formats[field]} ${format}` : format
  return { ...mapping, formats }
}

const readBy = ({ columns, fallbacks }: Mapping) => new Set([...Object.values(columns), ...Object.values(fallbacks ?? {}).flat()])
