/** Rows as CSV files, in any of the dialects that exports come in. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { shuffled } from './random.ts'
import { type Files, KINDS, optionOf, type Row } from './small-organisation.ts'

export interface Dialect {
  readonly delimiter?: ',' | ';' | '\t'
  readonly encoding?: 'utf8' | 'utf8-bom' | 'utf16le'
  readonly newline?: '\n' | '\r\n'
  /** Seeds of the order of rows and of columns; as given without. */
  readonly rowSeed?: number
  readonly columnSeed?: number
}

export function csvBytes(rows: readonly Row[], dialect: Dialect = {}): Buffer {
  const { delimiter = ',', encoding = 'utf8', newline = '\n', rowSeed, columnSeed } = dialect
  const known = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const columns = columnSeed === undefined ? known : shuffled(known, columnSeed)
  const ordered = rowSeed === undefined ? rows : shuffled(rows, rowSeed)
  const quoted = (cell: string) => (/["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines = [columns, ...ordered.map(row => columns.map(column => row[column] ?? ''))]
  const text = lines.map(cells => `${cells.map(quoted).join(delimiter)}${newline}`).join('')
  if (encoding === 'utf16le') return Buffer.from(`\uFEFF${text}`, 'utf16le')
  return Buffer.from(encoding === 'utf8-bom' ? `\uFEFF${text}` : text, 'utf8')
}

/** Writes each kind into `folder/KIND.csv`; returns the words of a command that name them. */
export async function writeFiles(folder: string, files: Partial<Files>, dialect?: Dialect): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const words: string[] = []
  for (const kind of KINDS) {
    const rows = files[kind]
    if (rows !== undefined) words.push(optionOf(kind), await writeCsv(path.join(folder, `${kind}.csv`), rows, dialect))
  }
  return words
}

export async function writeCsv(file: string, rows: readonly Row[], dialect?: Dialect): Promise<string> {
  await writeFile(file, csvBytes(rows, dialect))
  return file
}

export const withoutColumn = (rows: readonly Row[], column: string): Row[] =>
  rows.map(row => Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)))
