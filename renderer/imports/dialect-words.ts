/** How a file is written, in words, and what else it could be taken for. */
import type { Inspection } from './answers.ts'

type Dialect = NonNullable<Inspection['dialect']>

interface DialectOption {
  readonly value: string
  readonly label: string
}

const ENCODINGS: readonly DialectOption[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Windows-1252' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
]

const DELIMITERS: readonly DialectOption[] = [
  { value: ',', label: 'comma ,' },
  { value: ';', label: 'semicolon ;' },
  { value: '\t', label: 'tab' },
  { value: '|', label: 'bar |' },
]

const QUOTES: readonly DialectOption[] = [
  { value: '"', label: 'double "' },
  { value: "'", label: "single '" },
]

const HEADER_WITHIN_LINES = 20

const withFound = (options: readonly DialectOption[], found: string) =>
  options.some(option => option.value === found) ? options : [{ value: found, label: found === '\0' ? 'none' : found }, ...options]

/** The parts of a dialect that can be said otherwise, each with what it is now. */
export const dialectChoices = ({ encoding, delimiter, quote }: Dialect) => [
  { part: 'encoding' as const, name: 'Encoding', value: encoding, options: withFound(ENCODINGS, encoding) },
  { part: 'delimiter' as const, name: 'Separated by', value: delimiter, options: withFound(DELIMITERS, delimiter) },
  { part: 'quote' as const, name: 'Quotes', value: quote, options: withFound(QUOTES, quote) },
]

/** Lines the header may stand on; line 0 means that the file has none. */
export const headerLines = ({ headerLine }: Dialect): readonly DialectOption[] =>
  Array.from({ length: Math.max(HEADER_WITHIN_LINES, headerLine) + 1 }, (_, line) => line)
    .filter(line => line > 0 || headerLine === 0)
    .map(line => ({ value: String(line), label: line === 0 ? 'no header' : `line ${line}` }))

const nameOf = (options: readonly DialectOption[], value: string) => options.find(option => option.value === value)?.label ?? value

export const dialectWords = ({ encoding, delimiter, headerLine }: Dialect) =>
  [
    nameOf(ENCODINGS, encoding),
    `separated by ${nameOf(DELIMITERS, delimiter)}`,
    headerLine === 0 ? 'without a header' : `header on line ${headerLine}`,
  ].join(' · ')
