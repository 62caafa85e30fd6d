/** Records of text cells, from a block of whole records. */
import Papa from 'papaparse'
import type { Problem } from '../domain/problem.ts'
import { splitCells } from './cell-splitter.ts'
import type { Dialect } from './dialect.ts'
import { asBuffer, decodeText, decodeWindows1252, isValid } from './encoding.ts'
import type { RecordBlock } from './record-blocks.ts'

export interface ParsedBlock {
  /** As many as the block has, in its order; a record that was given up is blank. */
  readonly records: readonly (readonly string[])[]
  /** In line order. Each `error` among them is one record given up. */
  readonly problems: readonly Problem[]
}

const BLANK_RECORD: readonly string[] = ['']

/** Papaparse says what the records are; of most blocks splitCells says the same sooner. */
export function parseBlock(block: RecordBlock, dialect: Dialect): ParsedBlock {
  const { bytes, count } = block
  const encoding = dialect.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8'
  const split = isValid(bytes, encoding) ? splitCells(asBuffer(bytes), dialect) : null
  if (split?.length === count) return { records: split, problems: block.problems }
  const text = decodeText(bytes, encoding)
  const records = text === null ? null : parseText(text, dialect)
  return records?.length === count ? { records, problems: block.problems } : parseOneByOne(block, dialect)
}

/** For blocks with lines that are not UTF-8, and wherever papaparse sees other records than the cutter. */
function parseOneByOne({ bytes, count, starts, lines, problems }: RecordBlock, dialect: Dialect): ParsedBlock {
  const found: Problem[] = []
  const records = Array.from({ length: count }, (_, index) => {
    const record = bytes.subarray(starts[index], index + 1 < count ? starts[index + 1] : bytes.length)
    const text = decodeText(record, dialect.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8')
    if (text === null) found.push(otherEncoding(lines[index]!))
    const parsed = parseText(text ?? decodeWindows1252(record), dialect)
    if (parsed.length === 1) return parsed[0]!
    found.push(unreadableQuotes(lines[index]!))
    return BLANK_RECORD
  })
  return { records, problems: [...problems, ...found].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

/** The records papaparse sees, with a line feed at the end: without one papaparse takes blanks behind the last quote for a stray quote. */
export function parseText(text: string, { delimiter, quote }: Pick<Dialect, 'delimiter' | 'quote'>): string[][] {
  const whole = text.endsWith('\n') ? text : `${text}\n`
  const { data } = Papa.parse<string[]>(whole, { delimiter, newline: '\n', quoteChar: quote, escapeChar: quote })
  // What papaparse sees behind the last line feed.
  data.pop()
  return data
}

const otherEncoding = (line: number): Problem => ({
  severity: 'warning',
  code: 'mixed-encoding',
  line,
  column: null,
  message: 'This line is not UTF-8, unlike the rest of the file; it was read as Windows-1252. Check its special characters.',
})

const unreadableQuotes = (line: number): Problem => ({
  severity: 'error',
  code: 'unclosed-quote',
  line,
  column: null,
  message: 'The quotes on this line do not pair up. The line was left out; close or remove the stray quote.',
})
