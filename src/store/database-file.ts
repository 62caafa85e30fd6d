/** A database as a file: read with checks, saved beside and moved into place, the former state kept as a backup. */
import { join } from 'node:path'
import { keepBackup } from './backup.ts'
import { type StoreEnvironment, filesOf } from './environment.ts'
import { DATA_FILE, REVIEW_FILE } from './folder.ts'
import { type FileSystem, writeBeside } from './file-system.ts'
import { DATA_MIGRATIONS, migrate, REVIEW_MIGRATIONS } from './migrations.ts'
import { type Database, select, type Sqlite } from './sqlite.ts'
import { inWords, NOTHING_CHANGED, StoreError } from './store-error.ts'

export interface DatabaseKind {
  readonly file: string
  readonly holds: string
  readonly migrations: readonly string[]
}
export const REVIEW: DatabaseKind = { file: REVIEW_FILE, holds: 'what people decided and the audit trail', migrations: REVIEW_MIGRATIONS }
export const DATA: DatabaseKind = { file: DATA_FILE, holds: 'the imported rows and the results', migrations: DATA_MIGRATIONS }

export type Verdict =
  | { readonly state: 'good'; readonly database: Database; readonly version: number }
  | { readonly state: 'damaged' }
  | { readonly state: 'newer'; readonly version: number }

const MAGIC = 'SQLite format 3\0'
const USER_VERSION_OFFSET = 60
const HEADER_BYTES = 100

/** Opens the bytes of a database after `quick_check`. The caller closes it. */
export function examine(sqlite: Sqlite, kind: DatabaseKind, bytes: Uint8Array): Verdict {
  if (bytes.length < HEADER_BYTES || new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    return { state: 'damaged' }
  // Read off the header, because a newer schema must not even be opened.
  const version = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(USER_VERSION_OFFSET)
  if (version > kind.migrations.length) return { state: 'newer', version }
  if (version < 1) return { state: 'damaged' }
  const database = new sqlite.Database(bytes)
  if (passesQuickCheck(database)) return { state: 'good', database, version }
  database.close()
  return { state: 'damaged' }
}

function passesQuickCheck(database: Database): boolean {
  try {
    const findings = select(database, 'PRAGMA quick_check', [], ([finding]) => finding)
    return findings.length === 1 && findings[0] === 'ok'
  } catch {
    return false
  }
}

export function newerError(kind: DatabaseKind): StoreError {
  return new StoreError(
    'newer',
    `This workspace was saved by a newer version of Switchyard (${kind.file} has a format this version does not know). Nothing was touched. Open it with the newer version.`,
  )
}

/** Opens data.db or review.db beside the engine that owns it. Throws `damaged`, `newer`, `not-found`. */
export async function openBeside(
  directory: string,
  kind: DatabaseKind,
  environment: Pick<StoreEnvironment, 'sqlite' | 'files'>,
): Promise<Database> {
  const bytes = await filesOf(environment)
    .readFile(join(directory, kind.file))
    .catch(error => {
      throw inWords(error, kind.file, NOTHING_CHANGED)
    })
  if (!bytes)
    throw new StoreError('not-found', `${kind.file} is missing from the workspace. Open the workspace again to see what can be restored.`)
  const verdict = examine(environment.sqlite, kind, bytes)
  switch (verdict.state) {
    case 'good':
      return verdict.database
    case 'newer':
      throw newerError(kind)
    case 'damaged':
      throw new StoreError('damaged', `${kind.file} is damaged. Close the workspace and open it again to restore a backup.`)
  }
}

/** Saves a database so that a crash at any moment leaves the former or the new state, whole. */
export async function saveDatabase(
  directory: string,
  kind: DatabaseKind,
  database: Database,
  environment: StoreEnvironment,
): Promise<void> {
  const staged = `${kind.file}.tmp`
  await writeBeside(filesOf(environment), join(directory, staged), database.export())
  await putInPlace(directory, kind, staged, environment)
}

/** Makes a written and fsynced file the database; the former one becomes a backup. */
export async function putInPlace(directory: string, kind: DatabaseKind, staged: string, environment: StoreEnvironment): Promise<void> {
  const files = filesOf(environment)
  await keepBackup(directory, kind.file, environment)
  await moveInPlace(directory, kind, staged, files)
}

/** The same without a backup. */
export async function moveInPlace(directory: string, kind: DatabaseKind, staged: string, files: FileSystem): Promise<void> {
  await files.rename(join(directory, staged), join(directory, kind.file))
  await files.syncFolder(directory).catch(error => {
    const words = 'The change was saved, but the disk did not confirm it. Check the disk before you go on.'
    throw new StoreError('io', words, { cause: error })
  })
}

/** A fresh database with the newest schema. */
export function createDatabase(sqlite: Sqlite, kind: DatabaseKind): Database {
  const database = new sqlite.Database()
  migrate(database, kind.migrations, 0)
  return database
}
