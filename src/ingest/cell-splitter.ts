/** Splits plain and regularly quoted blocks into cells, as papaparse would and several times as fast; leaves all others to it. */
import type { Dialect } from './dialect.ts'
import { decodeWindows1252, type Encoding } from './encoding.ts'

const LF = 10
const BLANK = 32
const FIRST_NOT_ASCII = 128
const BYTE_ORDER_MARK_START = 0xef

/**
 * The cells of whole records, which all end with LF (the last may end without) and are valid in their
 * encoding; null where a quote leaves a doubt. One long loop: a call a cell would double its time.
 */
export function splitCells(bytes: Buffer, dialect: Pick<Dialect, 'delimiter' | 'quote' | 'encoding'>): string[][] | null {
  // Papaparse takes a mark at the start of what it is given for one of the file, and no text at all for a record of one blank cell.
  if (bytes.length === 0 || bytes[0] === BYTE_ORDER_MARK_START) return null
  const delimiter = dialect.delimiter.charCodeAt(0)
  const quote = dialect.quote.charCodeAt(0)
  // Each byte is one character here, so a cell of ASCII is cut out where its bytes are.
  const text = bytes.toString('latin1')
  const { length } = bytes
  const records: string[][] = []
  let cells: string[] = []
  for (let at = 0; at < length; at++) {
    let start = at
    let end = at
    let allBits = 0
    let hasDoubled = false
    let byte = bytes[at]!
    if (byte !== quote) {
      while (byte !== delimiter && byte !== LF) {
        allBits |= byte
        if (++at === length) break
        byte = bytes[at]!
      }
      end = at
    } else {
      start++
      for (;;) {
        if (++at >= length) return null
        byte = bytes[at]!
        if (byte === quote) {
          if (bytes[at + 1] !== quote) break
          hasDoubled = true
          at++
        }
        allBits |= byte
      }
      end = at++
      while (bytes[at] === BLANK) at++
      byte = at < length ? bytes[at]! : LF
      if (byte !== delimiter && byte !== LF) return null
    }
    const cell = allBits < FIRST_NOT_ASCII ? text.substring(start, end) : decoded(bytes.subarray(start, end), dialect.encoding)
    cells.push(hasDoubled ? cell.replaceAll(dialect.quote + dialect.quote, dialect.quote) : cell)

    if (byte === delimiter && at + 1 < length) continue
    if (byte === delimiter) cells.push('')
    records.push(cells)
    cells = []
  }
  return records
}

const decoded = (bytes: Buffer, encoding: Encoding) => (encoding === 'windows-1252' ? decodeWindows1252(bytes) : bytes.toString('utf8'))
