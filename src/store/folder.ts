/** The workspace folder: what lies where, and what an interrupted run may have left in it. */
import { join } from 'node:path'
import { type StoreEnvironment, filesOf, fileStamp } from './environment.ts'
import type { FileSystem } from './file-system.ts'

export const REVIEW_FILE = 'review.db'
export const DATA_FILE = 'data.db'
/** An import, and a result, that a job has prepared and the engine has not committed. */
export const STAGED_IMPORT_FILE = 'data.db.staged'
export const STAGED_RESULT_FILE = 'result.db.staged'
/** There while a job prepares an import, so that no second one writes the same segments. */
export const STAGING_MARK_FILE = 'import.staged'
export const LOCK_FILE = 'lock'

export const SEGMENTS_FOLDER = 'segments'
export const BACKUPS_FOLDER = 'backups'
export const DAMAGED_FOLDER = 'damaged'
export const LOST_FOLDER = 'lost'
/** Uploaded files wait here, and are deleted after use. */
export const SPOOL_FOLDER = 'spool'
export const FOLDERS = [SEGMENTS_FOLDER, BACKUPS_FOLDER, DAMAGED_FOLDER, LOST_FOLDER, SPOOL_FOLDER] as const

const isLeftover = (name: string) => name.endsWith('.tmp') || name.endsWith('.staged')

/** True for a folder that holds nothing, or only what an interrupted creation of a workspace leaves. */
export async function isFreeForWorkspace(files: FileSystem, directory: string): Promise<boolean> {
  for (const name of await files.list(directory)) {
    const isEmptyFolder = FOLDERS.some(folder => folder === name) && (await files.list(join(directory, name))).length === 0
    if (!isEmptyFolder && !isLeftover(name) && name !== LOCK_FILE && !name.startsWith(`${LOCK_FILE}-`)) return false
  }
  return true
}

export async function makeFolders(files: FileSystem, directory: string): Promise<void> {
  for (const folder of FOLDERS) {
    if ((await files.look(join(directory, folder))) === null) await files.makeFolder(join(directory, folder))
  }
}

/** Clears what an interrupted run left. Only who holds the lock may call it. */
export async function sweepLeftovers(environment: StoreEnvironment, directory: string, listedSegments: ReadonlySet<string>): Promise<void> {
  const files = filesOf(environment)
  for (const folder of [directory, join(directory, SEGMENTS_FOLDER), join(directory, BACKUPS_FOLDER)]) {
    for (const name of await files.list(folder)) if (isLeftover(name)) await files.remove(join(folder, name))
  }
  for (const name of await files.list(directory)) if (name.startsWith(`${LOCK_FILE}-`)) await files.remove(join(directory, name))
  const spool = join(directory, SPOOL_FOLDER)
  for (const name of await files.list(spool)) await files.remove(join(spool, name))
  for (const name of await files.list(join(directory, SEGMENTS_FOLDER))) {
    if (!listedSegments.has(name)) await moveAside(environment, directory, join(SEGMENTS_FOLDER, name), LOST_FOLDER)
  }
}

/** Removes what a cancelled or refused job prepared; segments it wrote are not listed, and nobody needs them. */
export async function discardStagedFiles(files: FileSystem, directory: string, listedSegments: ReadonlySet<string>): Promise<void> {
  const segments = join(directory, SEGMENTS_FOLDER)
  for (const name of await files.list(segments)) if (!listedSegments.has(name)) await files.remove(join(segments, name))
  for (const name of [STAGED_IMPORT_FILE, STAGED_RESULT_FILE, STAGING_MARK_FILE]) {
    await files.remove(join(directory, name))
    await files.remove(join(directory, `${name}.tmp`))
  }
}

/** Moves a file to `lost/` or `damaged/` under a name with the time in it; returns that path inside the workspace. */
export async function moveAside(environment: StoreEnvironment, directory: string, file: string, folder: string): Promise<string> {
  const files = filesOf(environment)
  await files.makeFolder(join(directory, folder))
  const name = `${fileStamp(environment.now())}-${file.replaceAll(/[\\/]/g, '-')}`
  let free = name
  for (let copy = 2; (await files.look(join(directory, folder, free))) !== null; copy++) free = `${copy}-${name}`
  await files.rename(join(directory, file), join(directory, folder, free))
  await files.syncFolder(join(directory, folder))
  await files.syncFolder(directory)
  return `${folder}/${free}`
}
