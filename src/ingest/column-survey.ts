/** Looks at the values of a file before it is read: how they are written, and which column the managers refer to. */
import { INPUT_COLUMNS } from '../domain/input-kind.ts'
import type { Problem } from '../domain/problem.ts'
import { type CancelSignal, throwIfCancelled } from './cancelled-error.ts'
import { type Column, textOf } from './column.ts'
import { columnFinder } from './column-finder.ts'
import { ambiguousDate, blankDates, DateLook, NameLook, NumberLook, spreadsheetDays } from './column-look.ts'
import { isFooter } from './footer.ts'
import { squeezeHeader } from './headers.ts'
import { IdSurvey, type SettledIds } from './id-survey.ts'
import type { MappedHeaders } from './mapping.ts'
import { isDateField, isNumberField, type Mapping } from './mapping-model.ts'
import { saysLastNameFirst } from './person-names.ts'
import { SalutationLook, withoutSalutations } from './salutations.ts'
import type { Source } from './source.ts'
import { isBlankRecord, isSecondHeader, type TableHead } from './table-head.ts'
import { tableRecords } from './table-records.ts'

/** Enough to see how a column is written; what the rest of the file contradicts is reported row by row. */
export const SAMPLE_RECORDS = 5_000
const SAMPLE_PEOPLE = 50_000

interface Look<Kind> {
  readonly field: string
  readonly column: Column
  readonly look: Kind
}

export interface SurveyOptions {
  readonly signal?: CancelSignal | undefined
  /** How many of the first rows are kept. */
  readonly keptRows?: number
}

export interface SurveyedHeaders extends MappedHeaders {
  readonly rows: readonly (readonly string[])[]
  /** Date field -> a cell that may be either of two days, where nothing settles which. */
  readonly questions: Readonly<Record<string, string>>
}

/** The mapping with what its values show: formats, a better person_id, an e-mail column. Reads on only for dates that may be two days. */
export async function surveyColumns(
  source: Source,
  head: TableHead,
  mapped: MappedHeaders,
  { signal, keptRows = 0 }: SurveyOptions = {},
): Promise<SurveyedHeaders> {
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
  const salutations = ids || mapping.kind === 'history' ? new SalutationLook(headers) : null
  const looks = [...dates, ...numbers, ...names]
  const limit = ids ? SAMPLE_PEOPLE : SAMPLE_RECORDS

  const rows: (readonly string[])[] = []
  let seen = 0
  let isBelowBlank = false
  for await (const { records, first, count } of tableRecords(source.read(), dialect, source.name)) {
    throwIfCancelled(signal)
    for (let index = first; index < count; index++) {
      const cells = records[index]!
      if (isBlankRecord(cells)) {
        isBelowBlank = seen > 0
        continue
      }
      if (isFooter(cells, headers.length, isBelowBlank) || (seen === 0 && isSecondHeader(cells, headers, mapping))) continue
      isBelowBlank = false
      if (++seen <= limit) ids?.add(cells)
      if (seen <= SAMPLE_RECORDS) salutations?.add(cells)
      if (rows.length < keptRows) rows.push(cells)
      for (const { column, look } of seen <= SAMPLE_RECORDS ? looks : dates) {
        const text = textOf(column, cells)
        if (text !== null) look.add(text)
      }
    }
    if (seen >= limit && dates.every(({ look }) => !look.isOpen)) break
  }

  const formats: Record<string, string> = {}
  const questions: Record<string, string> = {}
  const problems: Problem[] = [...mapped.problems]
  const must: readonly string[] = INPUT_COLUMNS[mapping.kind].must
  const line = dialect.headerLine
  for (const { field, column, look } of dates) {
    if (column.dates.order === null && look.order !== null) note(formats, field, look.order)
    if (look.question !== null && column.dates.order === null) {
      questions[field] = look.question
      problems.push(ambiguousDate(field, column.header, look.question, line, must.includes(field)))
    }
    if (look.serial !== null && !column.formats.some(format => format.startsWith('excel')))
      problems.push(spreadsheetDays(field, column.header, look.serial, line))
  }
  if (seen > 0 && seen <= limit) {
    for (const { field, column, look } of dates)
      if (look.isBlank && must.includes(field) && column.constant === null) problems.push(blankDates(field, column.header, line))
  }
  for (const { field, column, look } of numbers) {
    if (!column.formats.includes('decimal-comma') && !column.formats.includes('decimal-point') && look.decimals !== null)
      note(formats, field, look.decimals)
    if (field === 'fte' && look.isOutOfHundred && !column.formats.includes('percent')) note(formats, field, 'percent')
    const unit = /minute/.test(squeezeHeader(column.header)) ? 'minutes' : null
    if (unit !== null && field.endsWith('hours') && !column.formats.includes(unit)) note(formats, field, unit)
  }
  for (const { field, column, look } of names) {
    if (mapping.formats?.[field] !== undefined) continue
    if (look.isWithId && mapping.kind === 'people') note(formats, field, 'name-and-id')
    if (look.isLastNameFirst || saysLastNameFirst(column.header)) note(formats, field, 'last-first')
  }
  const named = names.find(({ field, look }) => field === 'name' && look.isWithId)
  const withIds =
    mapping.kind === 'people' && mapping.columns['person_id'] === undefined && named
      ? keyedByName(mapped, named.column.header, named.look.repeatsIds)
      : (ids?.settled() ?? { mapping, confidence: mapped.confidence, problems: [], repeatsPeople: false })
  const isKeyFound = withIds.mapping.columns['person_id'] !== undefined
  const surveyed: MappedHeaders = {
    ...mapped,
    mapping: withFormats(withIds.mapping, formats),
    confidence: withIds.confidence,
    repeatsPeople: withIds.repeatsPeople,
    unknown: mapped.unknown.filter(header => !readBy(withIds.mapping).has(header)),
    problems: [
      ...problems.filter(({ code, column }) => !(isKeyFound && code === 'missing-column' && column === 'person_id')),
      ...withIds.problems.map(problem => ({ ...problem, line })),
    ],
  }
  const { header = null, isFound = false } = salutations ?? {}
  return { ...(header !== null && isFound ? withoutSalutations(surveyed, header, line) : surveyed), rows, questions }
}

/** A file whose only key stands behind the name, as in `Ann Lee (1042)`. */
function keyedByName({ mapping, confidence }: MappedHeaders, header: string, repeatsPeople: boolean): SettledIds {
  const message = `No column holds the id alone, so the one in brackets behind the name in “${header}” is the key. Map person_id to change it.`
  return {
    mapping: {
      ...mapping,
      columns: { person_id: header, ...mapping.columns },
      formats: { person_id: 'name-and-id', ...mapping.formats },
    },
    confidence: { ...confidence, person_id: 0.7 },
    problems: [{ severity: 'warning', code: 'id-in-name', column: header, message }],
    repeatsPeople,
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
