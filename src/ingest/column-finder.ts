/** Where each of our fields stands in the records of a file, and how it is written there. */
import { INPUT_COLUMNS } from '../domain/input-kind.ts'
import type { ColumnOf } from './accepted-row.ts'
import { isListField, type Mapping } from './mapping-model.ts'
import { dateReading } from './written-dates.ts'
import { wordsOf } from './vocabulary.ts'

export function columnFinder(mapping: Mapping, headers: readonly string[]): ColumnOf {
  const { kind, columns, joined, fallbacks, constants, formats, values, repeats } = mapping
  const must: readonly string[] = INPUT_COLUMNS[kind].must
  const everyIndexOf = (header: string) => headers.flatMap((each, index) => (each === header ? [index] : []))
  return field => {
    const header = columns[field]
    const [index = -1, ...again] = header === undefined ? [] : everyIndexOf(header)
    const others = (fallbacks?.[field] ?? []).flatMap(everyIndexOf)
    const words = (formats?.[field] ?? '').split(' ').filter(word => word !== '')
    const parts = joined?.[field]?.map(part => headers.indexOf(part)).filter(part => part >= 0) ?? []
    const further = repeats === true || isListField(field) ? [...again, ...others] : others
    const [constant, meanings] = [constants?.[field] || null, values?.[field] ? wordsOf(values[field]) : null]
    return {
      index,
      header: header ?? field,
      isMust: must.includes(field),
      isPlain: further.length === 0 && parts.length < 2 && constant === null && meanings === null,
      others: further,
      joined: parts.length > 1 ? parts : null,
      constant,
      formats: words,
      dates: dateReading(words),
      values: meanings,
    }
  }
}
