/** Files that are no text: recognised by their first bytes, so that the message can say what to do instead. */
import { type InputError, unusable } from './input-error.ts'

const AS_CSV = 'Open it and save it as “CSV UTF-8”, then choose that file.'

interface Signature {
  /** Latin-1 text of the first bytes. */
  readonly start: string
  readonly what: string
  readonly advice: string
}

const SIGNATURES: readonly Signature[] = [
  { start: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', what: 'an old Excel workbook (.xls)', advice: AS_CSV },
  { start: '%PDF-', what: 'a PDF document', advice: 'Export the data behind it as CSV and choose that file.' },
  { start: '\x1f\x8b', what: 'a gzip archive', advice: 'Unpack it and choose the CSV file inside.' },
  { start: 'BZh', what: 'a bzip2 archive', advice: 'Unpack it and choose the CSV file inside.' },
  { start: '\xfd7zXZ\x00', what: 'an xz archive', advice: 'Unpack it and choose the CSV file inside.' },
  { start: '7z\xbc\xaf\x27\x1c', what: 'a 7-Zip archive', advice: 'Unpack it and choose the CSV file inside.' },
  { start: '\x28\xb5\x2f\xfd', what: 'a Zstandard archive', advice: 'Unpack it and choose the CSV file inside.' },
  { start: 'Rar!\x1a\x07', what: 'a RAR archive', advice: 'Unpack it and choose the CSV file inside.' },
  { start: '\x89PNG', what: 'an image (PNG)', advice: 'Choose the CSV export itself.' },
  { start: '\xff\xd8\xff', what: 'an image (JPEG)', advice: 'Choose the CSV export itself.' },
  { start: 'GIF8', what: 'an image (GIF)', advice: 'Choose the CSV export itself.' },
  { start: 'PAR1', what: 'a Parquet file', advice: 'Export the table as CSV and choose that file.' },
  { start: 'SQLite format 3\x00', what: 'a SQLite database', advice: 'Export the table as CSV and choose that file.' },
  { start: '\xff\xfe\x00\x00', what: 'text in UTF-32', advice: AS_CSV },
  { start: '\x00\x00\xfe\xff', what: 'text in UTF-32', advice: AS_CSV },
]

const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|table|meta|\?xml|workbook|svg)\b/i
const JSON_START = /^(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[{[\]])/

/** The error to throw for a file that is something else than a table of text; null when it may be one. */
export function foreignFile(head: Uint8Array, file: string): InputError | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 65_536)).toString('latin1')
  const found = describe(start)
  return found && unusable(file, found.code, `${file} is ${found.what}. ${found.advice}`)
}

function describe(start: string): { code: string; what: string; advice: string } | null {
  if (ZIP_STARTS.some(each => start.startsWith(each))) return { code: 'not-text', ...describeZip(start) }
  const signature = SIGNATURES.find(each => start.startsWith(each.start))
  if (signature) return { code: 'not-text', what: signature.what, advice: signature.advice }
  if (MARKUP.test(start)) return { code: 'not-a-table', what: 'a web page or XML, even if it is named like a table', advice: AS_CSV }
  if (JSON_START.test(start)) return { code: 'not-a-table', what: 'JSON', advice: 'Export the data as CSV and choose that file.' }
  return null
}

function describeZip(start: string): { what: string; advice: string } {
  if (/xl\/|\[Content_Types\]\.xml/.test(start)) return { what: 'an Excel workbook', advice: AS_CSV }
  if (start.includes('opendocument.spreadsheet')) return { what: 'an OpenDocument spreadsheet', advice: AS_CSV }
  return { what: 'a ZIP archive', advice: 'Unpack it and choose the CSV file inside; if it is a workbook, save it as “CSV UTF-8”.' }
}
