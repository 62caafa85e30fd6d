/** A saved mapping in words: where each field comes from, how its cells are written, and what is mended. */
import { formatList } from '../format.ts'
import type { Mapping } from './answers.ts'
import { besideWords } from './our-fields.ts'

export interface FieldRead {
  readonly field: string
  /** Where its cells come from. */
  readonly from: string
  /** How they are written; null where no cell is read. */
  readonly written: string | null
}

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  YMD: 'year, month, day',
  DMY: 'day before month',
  MDY: 'month before day',
  'excel-1900': 'day numbers of Excel',
  'excel-1904': 'day numbers of Excel since 1904',
  'decimal-comma': 'decimal comma',
  'decimal-point': 'decimal point',
  percent: 'per cent',
  minutes: 'minutes',
  seconds: 'seconds',
  'last-first': 'last name first',
}

const formatWords = (format: string) => formatList(format.split(' ').map(word => FORMAT_WORDS[word] ?? word))

/** One entry per field the mapping says something about, in the order of its columns; left-out fields come last. */
export function fieldsRead(mapping: Mapping): FieldRead[] {
  const { columns, joined = {}, fallbacks = {}, constants = {}, formats = {} } = mapping
  const fields = [...new Set([columns, joined, fallbacks, constants, formats].flatMap(part => Object.keys(part)))]
  const entries = fields.map(field => {
    const header = columns[field]
    const constant = constants[field]
    const parts = [
      ...(joined[field] ? [joined[field].join(' + ')] : header ? [header] : []),
      ...(fallbacks[field] ? [`${header ? `${besideWords(field)}: ` : ''}${formatList(fallbacks[field])}`] : []),
    ]
    const format = formats[field]
    const isRead = parts.length > 0 || (header === undefined && !constant)
    return {
      field,
      from:
        [...parts, ...(constant ? [`${parts.length > 0 ? 'else' : 'always'} “${constant}”`] : [])].join('; ') ||
        (header === '' ? 'left out' : 'found by its header'),
      written: isRead ? (format ? formatWords(format) : 'as found in the file') : null,
    }
  })
  const isLeftOut = ({ from }: FieldRead) => from === 'left out'
  return [...entries.filter(entry => !isLeftOut(entry)), ...entries.filter(isLeftOut)]
}

export interface WordsRead {
  readonly field: string
  readonly word: string
  readonly meant: string
}

/** What words of the file are taken for; the empty text is blank. */
export const wordsRead = ({ values = {} }: Mapping): WordsRead[] =>
  Object.entries(values).flatMap(([field, words]) => Object.entries(words).map(([word, meant]) => ({ field, word, meant })))

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** What somebody said about how the file is written; what is not said is found out anew. */
export function dialectSaid({ dialect = {}, repeats }: Mapping): string[] {
  const { encoding, delimiter, quote, headerLine } = dialect
  return [
    ...(encoding === undefined ? [] : [`Characters are read as ${encoding}.`]),
    ...(delimiter === undefined ? [] : [`Cells are separated by ${DELIMITERS[delimiter] ?? `“${delimiter}”`}.`]),
    ...(quote === undefined ? [] : [quote === '' ? 'Cells are not quoted.' : `Cells are quoted by ${quote}.`]),
    ...(headerLine === undefined ? [] : [`The header is on line ${headerLine}.`]),
    ...(repeats === true ? ['A header that stands several times is read again where it was blank before.'] : []),
  ]
}

/** What becomes of people a file does not list, or lists under another id. */
export function peopleSaid({ missingPeople, changedIds }: Mapping): string[] {
  return [
    ...(missingPeople === undefined
      ? []
      : [
          missingPeople === 'left'
            ? 'People whom the file does not list have left.'
            : 'People whom the file does not list stay as they are.',
        ]),
    ...(changedIds === undefined
      ? []
      : [
          changedIds === 'same'
            ? 'People whose e-mail comes back under another id are the same people.'
            : 'People whose e-mail comes back under another id are other people.',
        ]),
  ]
}
