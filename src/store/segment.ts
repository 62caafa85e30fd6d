/** Reading one segment: checked against the list in data.db, its columns as typed arrays. */
import { join } from 'node:path'
import { sha256 } from './canonical-json.ts'
import { bytes, number } from './codec.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { SEGMENTS_FOLDER } from './folder.ts'
import {
  type BlockPart,
  type ColumnName,
  type ColumnType,
  LATER_COLUMNS,
  NO_CODE,
  NUMBER_ARRAYS,
  type NumberArray,
  type NumberType,
  SEGMENT_COLUMNS,
  SEGMENT_FORMAT,
} from './segment-format.ts'
import { checkSegmentName, type SegmentEntry, type SegmentKind } from './segment-list.ts'
import { type Database, select, type Sqlite } from './sqlite.ts'
import { DamageError, inWords, NOTHING_CHANGED } from './store-error.ts'

/** A column of repeated names: row i has names[codes[i]], or nothing where the code is -1. */
export interface CodeColumn {
  readonly codes: Int32Array
  readonly names: readonly string[]
}

/** Lists of names: row i has names[codes[k]] for k from starts[i] up to, not including, starts[i + 1]. */
export interface ListColumn {
  /** Length rows + 1. */
  readonly starts: Uint32Array
  readonly codes: Int32Array
  readonly names: readonly string[]
}

/** Texts decoded when asked for; null where the cell was blank. */
export interface TextColumn {
  readonly at: (row: number) => string | null
}

type ColumnOf<Type extends ColumnType> = Type extends NumberType
  ? NumberArray<Type>
  : Type extends 'code'
    ? CodeColumn
    : Type extends 'list'
      ? ListColumn
      : TextColumn

export type SegmentColumnsByName<Kind extends SegmentKind> = {
  readonly [Name in ColumnName<Kind>]: (typeof SEGMENT_COLUMNS)[Kind][Name] extends ColumnType
    ? ColumnOf<(typeof SEGMENT_COLUMNS)[Kind][Name]>
    : never
}

/** Columns of equal length, save `fingerprint`, which has four numbers a row. */
export interface SegmentColumns<Kind extends SegmentKind, Name extends ColumnName<Kind> = ColumnName<Kind>> {
  readonly kind: Kind
  readonly rows: number
  readonly columns: Pick<SegmentColumnsByName<Kind>, Name>
}

export interface ReadSegmentOptions<Name extends string> {
  /** Which columns; all when absent. */
  readonly columns?: readonly Name[]
  /** Segments already checked in this process, added to here: SHA-256 is computed once for each. */
  readonly verified?: Set<string>
  readonly files?: FileSystem
}

/** Throws `DamageError` where the file is missing or is not what was written. */
export async function readSegment<Kind extends SegmentKind, Name extends ColumnName<Kind> = ColumnName<Kind>>(
  directory: string,
  entry: SegmentEntry<Kind>,
  sqlite: Sqlite,
  options: ReadSegmentOptions<Name> = {},
): Promise<SegmentColumns<Kind, Name>> {
  const database = new sqlite.Database(await readChecked(directory, entry, options))
  try {
    const [header] = select(database, 'SELECT format, kind, row_count FROM segment', [], ([format, kind, rows]) => ({ format, kind, rows }))
    if (header?.format !== SEGMENT_FORMAT || header.kind !== entry.kind || header.rows !== entry.rows) {
      throw new DamageError(`${SEGMENTS_FOLDER}/${entry.name}`, `The segment ${entry.name} does not hold what data.db says it does.`)
    }
    const types: Readonly<Record<string, ColumnType>> = SEGMENT_COLUMNS[entry.kind]
    const wanted: readonly string[] = options.columns ?? Object.keys(types)
    const read = (name: string) => {
      if (LATER_COLUMNS.has(name) && !holdsColumn(database, name)) return new Float64Array(entry.rows).fill(Number.NaN)
      return readColumn(database, name, types[name] ?? unknownColumn(name))
    }
    const columns = wanted.map(name => [name, read(name)] as const)
    // The table of types above is what ColumnOf is computed from.
    return { kind: entry.kind, rows: entry.rows, columns: Object.fromEntries(columns) as Pick<SegmentColumnsByName<Kind>, Name> }
  } finally {
    database.close()
  }
}

function unknownColumn(name: string): never {
  throw new Error(`A segment has no column ${name}`)
}

async function readChecked(directory: string, entry: SegmentEntry, options: ReadSegmentOptions<string>): Promise<Uint8Array> {
  const file = `${SEGMENTS_FOLDER}/${checkSegmentName(entry.name)}`
  const content = await (options.files ?? nodeFileSystem).readFile(join(directory, file)).catch(error => {
    throw inWords(error, file, NOTHING_CHANGED)
  })
  const advice = 'Undo its import and import the file again, or put the segment back from a backup of the workspace folder.'
  if (!content) throw new DamageError(file, `${file} is missing; it holds ${entry.rows} imported rows. ${advice}`)
  const key = `${entry.name} ${entry.sha256}`
  const isIntact = content.length === entry.bytes && (options.verified?.has(key) || sha256(content) === entry.sha256)
  if (!isIntact)
    throw new DamageError(file, `${file} is damaged: it is not what was written when its ${entry.rows} rows were imported. ${advice}`)
  options.verified?.add(key)
  return content
}

function readColumn(database: Database, name: string, type: ColumnType): NumberArray | CodeColumn | ListColumn | TextColumn {
  switch (type) {
    case 'code':
      return { codes: readNumbers(database, name, 'numbers', 'int32'), names: readNames(database, name) }
    case 'list':
      return {
        starts: readNumbers(database, name, 'starts', 'uint32'),
        codes: readNumbers(database, name, 'numbers', 'int32'),
        names: readNames(database, name),
      }
    case 'text': {
      const slice = readTexts(database, name)
      return { at: row => slice(row) || null }
    }
    case 'uint8':
    case 'int32':
    case 'uint32':
    case 'float32':
    case 'float64':
      return readNumbers(database, name, 'numbers', type)
  }
}

const holdsColumn = (database: Database, name: string) =>
  select(database, 'SELECT 1 FROM block WHERE column_name = ?', [name], () => true).length > 0

function readBlock(database: Database, name: string, part: BlockPart): { bytes: Uint8Array; entries: number } {
  const [block] = select(
    database,
    'SELECT bytes, entries FROM block WHERE column_name = ? AND part = ?',
    [name, part],
    ([content, entries]) => ({
      bytes: bytes.read(content),
      entries: number.read(entries),
    }),
  )
  if (!block) throw new Error(`A segment lacks the block ${name}.${part}`)
  return block
}

function readNumbers<Type extends NumberType>(database: Database, name: string, part: BlockPart, type: Type): NumberArray<Type> {
  const block = readBlock(database, name, part)
  // SQLite's answer may start anywhere in its buffer; a copy starts at 0, which typed arrays need.
  const aligned = block.bytes.byteOffset % 8 === 0 ? block.bytes : block.bytes.slice()
  const buffer = aligned.buffer as ArrayBuffer // SQLite copies answers out; they are never in shared memory.
  // NUMBER_ARRAYS[type] makes exactly that array; the compiler does not follow an index into a union of constructors.
  return new NUMBER_ARRAYS[type](buffer, aligned.byteOffset, block.entries) as NumberArray<Type>
}

function readTexts(database: Database, name: string): (index: number) => string {
  const { bytes: content } = readBlock(database, name, 'text')
  const offsets = readNumbers(database, name, 'offsets', 'uint32')
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return index => buffer.toString('utf8', offsets[index] ?? 0, offsets[index + 1] ?? 0)
}

function readNames(database: Database, name: string): string[] {
  const count = readBlock(database, name, 'offsets').entries - 1
  const slice = readTexts(database, name)
  return Array.from({ length: count }, (_, index) => slice(index))
}

/** The name a code stands for, or null. */
export function nameAt(column: CodeColumn, row: number): string | null {
  const code = column.codes[row] ?? NO_CODE
  return code === NO_CODE ? null : (column.names[code] ?? null)
}
