/** Opening a workspace folder: both databases checked, damage moved aside and explained, a backup put back. */
import { basename, join } from 'node:path'
import { catchUp } from './audit.ts'
import { type Backup, listBackups } from './backup.ts'
import { createDatabase, DATA, type DatabaseKind, examine, newerError, REVIEW, saveDatabase, type Verdict } from './database-file.ts'
import { type StoreEnvironment, filesOf } from './environment.ts'
import { replaceFile } from './file-system.ts'
import { BACKUPS_FOLDER, DAMAGED_FOLDER, makeFolders, moveAside, sweepLeftovers } from './folder.ts'
import { readJournal } from './journal.ts'
import { migrate } from './migrations.ts'
import { listSegments } from './segment-list.ts'
import { type Database, select } from './sqlite.ts'
import { inWords, NOTHING_CHANGED, StoreError } from './store-error.ts'

export interface Databases {
  readonly review: Database
  readonly data: Database
}

type Found = Verdict | { readonly state: 'missing' }

/** Throws `not-a-workspace` for a folder that never was one. */
export async function requireWorkspace(directory: string, environment: StoreEnvironment): Promise<void> {
  const files = filesOf(environment)
  const wrong = (what: string) =>
    new StoreError('not-a-workspace', `${basename(directory)} ${what}. Choose a folder whose name ends in .switchyard.`)
  const there = await files.look(directory)
  if (!there) throw wrong('does not exist')
  for (const kind of [REVIEW, DATA]) {
    if ((await files.look(join(directory, kind.file))) || (await listBackups(directory, kind.file, environment)).length > 0) return
  }
  throw wrong('is not a Switchyard workspace')
}

/** The databases of a folder the caller has locked: the newest schema, leftovers swept, the audit chain caught up. */
export async function openDatabases(directory: string, environment: StoreEnvironment): Promise<Databases> {
  const [review, data] = [await find(directory, REVIEW, environment), await find(directory, DATA, environment)]
  try {
    const databases = await judge(directory, environment, review, data)
    await upgrade(directory, environment, databases, review, data)
    await makeFolders(filesOf(environment), directory)
    await sweepLeftovers(environment, directory, new Set(listSegments(databases.data).map(entry => entry.name)))
    if (catchUp(databases.review, readJournal(databases.data)) > 0) await saveDatabase(directory, REVIEW, databases.review, environment)
    return databases
  } catch (error) {
    for (const found of [review, data]) if (found.state === 'good') found.database.close()
    throw inWords(error, 'The workspace folder', 'The workspace was not opened.')
  }
}

async function find(directory: string, kind: DatabaseKind, environment: StoreEnvironment): Promise<Found> {
  // Reading may fail for reasons that pass (a disk unplugged): only bytes that were read can be called damaged.
  const bytes = await filesOf(environment)
    .readFile(join(directory, kind.file))
    .catch(error => {
      throw inWords(error, kind.file, NOTHING_CHANGED)
    })
  return bytes ? examine(environment.sqlite, kind, bytes) : { state: 'missing' }
}

async function judge(directory: string, environment: StoreEnvironment, review: Found, data: Found): Promise<Databases> {
  if (review.state === 'newer') throw newerError(REVIEW)
  if (data.state === 'newer') throw newerError(DATA)
  if (review.state === 'good' && data.state === 'good') return { review: review.database, data: data.database }
  if (review.state === 'good' && data.state === 'missing' && !hasRecordedData(review.database)) {
    // The creation of this workspace was interrupted between its two files; there was no data yet.
    const empty = createDatabase(environment.sqlite, DATA)
    await saveDatabase(directory, DATA, empty, environment)
    return { review: review.database, data: empty }
  }
  throw await damageError(directory, environment, [
    [REVIEW, review],
    [DATA, data],
  ])
}

const hasRecordedData = (review: Database) =>
  select(review, 'SELECT 1 FROM audit WHERE event IS NOT NULL LIMIT 1', [], () => true).length > 0

async function damageError(
  directory: string,
  environment: StoreEnvironment,
  findings: readonly (readonly [DatabaseKind, Found])[],
): Promise<StoreError> {
  const sentences: string[] = []
  for (const [kind, found] of findings) {
    if (found.state === 'good') {
      sentences.push(`${kind.file}, which holds ${kind.holds}, is safe.`)
      continue
    }
    const what =
      found.state === 'missing'
        ? 'is missing'
        : `is damaged and was moved to ${await moveAside(environment, directory, kind.file, DAMAGED_FOLDER)}; nothing was deleted`
    sentences.push(`${kind.file}, which holds ${kind.holds}, ${what}.`)
    const backup = await newestGoodBackup(directory, kind, environment)
    sentences.push(
      backup
        ? `The newest good backup of it is of ${backup.backup.date}. Restoring brings back the state of then; what was done later has to be done again.`
        : 'There is no good backup of it.',
    )
  }
  return new StoreError('damaged', sentences.join(' '))
}

async function newestGoodBackup(
  directory: string,
  kind: DatabaseKind,
  environment: StoreEnvironment,
): Promise<{ backup: Backup; bytes: Uint8Array } | null> {
  for (const backup of await listBackups(directory, kind.file, environment)) {
    const bytes = await filesOf(environment).readFile(join(directory, BACKUPS_FOLDER, backup.name))
    const verdict = bytes ? examine(environment.sqlite, kind, bytes) : null
    if (!bytes || verdict?.state !== 'good') continue
    verdict.database.close()
    return { backup, bytes }
  }
  return null
}

export interface Restoration {
  readonly file: string
  readonly backup: string
}

/** Puts the newest good backup in the place of each database that is missing or damaged. The caller holds the lock. */
export async function restoreDatabases(directory: string, environment: StoreEnvironment): Promise<Restoration[]> {
  const restored: Restoration[] = []
  for (const kind of [REVIEW, DATA]) {
    const found = await find(directory, kind, environment)
    if (found.state === 'newer') throw newerError(kind)
    if (found.state === 'good') {
      found.database.close()
      continue
    }
    const good = await newestGoodBackup(directory, kind, environment)
    if (!good) throw new StoreError('damaged', `There is no good backup of ${kind.file}, so it cannot be restored.`)
    if (found.state === 'damaged') await moveAside(environment, directory, kind.file, DAMAGED_FOLDER)
    await replaceFile(filesOf(environment), directory, kind.file, good.bytes)
    restored.push({ file: kind.file, backup: good.backup.name })
  }
  return restored
}

async function upgrade(directory: string, environment: StoreEnvironment, databases: Databases, review: Found, data: Found): Promise<void> {
  if (review.state === 'good' && migrate(databases.review, REVIEW.migrations, review.version)) {
    await saveDatabase(directory, REVIEW, databases.review, environment)
  }
  if (data.state === 'good' && migrate(databases.data, DATA.migrations, data.version)) {
    await saveDatabase(directory, DATA, databases.data, environment)
  }
}
