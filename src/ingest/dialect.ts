/** How a file is written: its encoding, what separates and quotes its cells, and where its header stands. */
import type { InputKind } from '../domain/input-kind.ts'
import { asciiCompatibleHead, type Encoding, isEncoding, sniffEncoding } from './encoding.ts'
import { foreignFile } from './file-signature.ts'
import { isGitLog } from './git-log.ts'
import { foldHeader } from './headers.ts'
import { unusable } from './input-error.ts'
import { countKnownHeaders, recogniseKind } from './kind-recognition.ts'
import { mapHeaders, type Mapping } from './mapping.ts'
import { type RecordBlock, RecordCutter } from './record-blocks.ts'
import { parseBlock } from './records.ts'

export interface Dialect {
  readonly encoding: Encoding
  readonly byteOrderMark: boolean
  readonly delimiter: Delimiter
  readonly quote: Quote
  /** The 1-based line the header stands on; 0 where there is none. */
  readonly headerLine: number
  /** What stands in place of a table with a header. */
  readonly layout?: 'git-log'
}

export type Delimiter = ',' | ';' | '\t' | '|'
/** NUL, which no text holds, stands for none. */
export type Quote = '"' | "'" | '\0'

/** What a user said about the file, where they did. */
export interface Expectation {
  readonly kind?: InputKind | undefined
  readonly mapping?: Mapping | undefined
}

/** The double quote first: of two readings equally good its own is taken. */
const QUOTES: readonly Quote[] = ['"', "'"]
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|']
const SNIFFED_BYTES = 65_536
const SNIFFED_RECORDS = 50
const HEADER_WITHIN_LINES = 20

interface HeadRecord {
  readonly cells: readonly string[]
  readonly line: number
}

interface Reading {
  readonly dialect: Dialect
  readonly score: number
}

/** Reads the dialect off the head of a file. Throws InputError for what is no text or has no line with text. */
export function sniffDialect(head: Uint8Array, file: string, expected: Expectation = {}): Dialect {
  const foreign = foreignFile(head, file)
  if (foreign) throw foreign
  const said = expected.mapping?.dialect ?? {}
  const sniffed = { ...sniffEncoding(head), ...(isEncoding(said.encoding) ? { encoding: said.encoding } : {}) }
  const bytes = asciiCompatibleHead(head.subarray(0, SNIFFED_BYTES), sniffed)
  if (bytes.includes(0)) {
    throw unusable(file, 'not-text', `${file} is not a text file: it holds NUL bytes. Export the data as “CSV UTF-8” and choose that file.`)
  }
  if (isGitLog(String.fromCharCode(...bytes.subarray(0, 80))))
    return { ...sniffed, delimiter: '\t', quote: '\0', headerLine: 0, layout: 'git-log' }
  const named = separatorLine(bytes)
  const chosen = DELIMITERS.find(each => each === said.delimiter) ?? named
  const quotes = QUOTES.filter(each => said.quote === undefined || said.quote === each)
  let best: Reading | null = null
  for (const delimiter of chosen ? [chosen] : DELIMITERS) {
    const reading = (quote: Quote) => {
      const dialect: Dialect = { ...sniffed, delimiter, quote, headerLine: 1 }
      const records = headRecords(bytes, dialect, file).slice(named ? 1 : 0)
      return read(records, dialect, expected)
    }
    for (const each of quotes.map(reading)) {
      if (each && (best === null || each.score > best.score)) best = each
    }
  }
  if (best === null) {
    throw unusable(file, 'empty-file', `${file} has no line with text in it. Export it again and check that it has a header and rows.`)
  }
  return best.dialect
}

/** The delimiter of a first line such as `sep=;`, which Excel writes and understands. */
function separatorLine(bytes: Uint8Array): Delimiter | null {
  const start = String.fromCharCode(...bytes.subarray(0, 10))
  const delimiter = /^"?sep=([,;\t|])"?[\r\n]/i.exec(start)?.[1]
  return DELIMITERS.find(each => each === delimiter) ?? null
}

function headRecords(bytes: Uint8Array, dialect: Dialect, file: string): HeadRecord[] {
  const cutter = new RecordCutter(dialect, file)
  const records: HeadRecord[] = []
  const take = (block: RecordBlock | null) => {
    if (!block) return
    const parsed = parseBlock(block, dialect).records
    for (let index = 0; index < block.count && records.length < SNIFFED_RECORDS; index++) {
      records.push({ cells: parsed[index]!.map(cell => cell.trim()), line: block.lines[index]! })
    }
  }
  take(cutter.push(bytes))
  take(cutter.finish())
  return records
}

/** How well the records look under a dialect, and where its header is; null when there is no text at all. */
function read(records: readonly HeadRecord[], dialect: Dialect, expected: Expectation): Reading | null {
  const filled = records.filter(({ cells }) => cells.some(cell => cell !== ''))
  const first = filled[0]
  if (!first) return null
  const header = findHeader(filled.slice(0, HEADER_WITHIN_LINES), first, expected)
  const isRecognised = isHeader(header.cells, expected)
  const known = countKnown(header.cells, expected)
  const body = filled.slice(filled.indexOf(header))
  const width = header.cells.length
  const consistency = body.filter(({ cells }) => cells.length === width).length / body.length
  const spread = width > 1 ? (consistency * Math.min(width, 20)) / 2 : 0
  const wrapped = wrappedShare(body, dialect.quote)
  const score = (isRecognised ? 100 : 0) + 10 * known + spread - (wrapped > 0.2 ? 3 * wrapped : 0)
  return { dialect: { ...dialect, headerLine: header.line }, score }
}

/**
 * The first line, unless a must column is missing there and a later line has them all, or at least
 * looks more like a header. One familiar word is not enough: it may be a cell of a row.
 */
function findHeader(candidates: readonly HeadRecord[], first: HeadRecord, expected: Expectation): HeadRecord {
  const said = expected.mapping?.dialect?.headerLine
  if (said !== undefined) return candidates.find(({ line }) => line >= said) ?? first
  if (isHeader(first.cells, expected)) return first
  const knownOnFirst = countKnown(first.cells, expected)
  const better = candidates.filter(({ cells }) => countKnown(cells, expected) > Math.max(1, knownOnFirst))
  return better.find(({ cells }) => isHeader(cells, expected)) ?? better[0] ?? first
}

function isHeader(cells: readonly string[], { kind, mapping }: Expectation): boolean {
  const expectedKind = mapping?.kind ?? kind
  if (expectedKind === undefined) return recogniseKind(cells) !== null
  return !mapHeaders(expectedKind, cells, { mapping }).problems.some(
    ({ severity, code }) => severity === 'fatal' && code === 'missing-column',
  )
}

function countKnown(cells: readonly string[], { mapping }: Expectation): number {
  if (!mapping) return countKnownHeaders(cells)
  const folded = new Set(cells.map(foldHeader))
  const mapped = Object.values(mapping.columns).filter(header => header !== '' && folded.has(foldHeader(header)))
  return countKnownHeaders(cells) + mapped.length
}

/** The share of cells that still stand in quotes of the other kind: a sign that the other kind is the right one. */
function wrappedShare(records: readonly HeadRecord[], quote: Quote): number {
  const otherQuote = quote === '"' ? "'" : '"'
  let filled = 0
  let wrapped = 0
  for (const { cells } of records) {
    for (const cell of cells) {
      if (cell === '') continue
      filled++
      if (cell.length > 1 && cell.startsWith(otherQuote) && cell.endsWith(otherQuote)) wrapped++
    }
  }
  return filled === 0 ? 0 : wrapped / filled
}
