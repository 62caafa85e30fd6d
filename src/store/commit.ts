/** The commit point: what a job prepared becomes the workspace's data by one rename. */
import { join } from 'node:path'
import { sha256 } from './canonical-json.ts'
import { DATA, examine, moveInPlace, putInPlace } from './database-file.ts'
import { type StoreEnvironment, filesOf } from './environment.ts'
import { SEGMENTS_FOLDER, STAGED_IMPORT_FILE, STAGED_RESULT_FILE, STAGING_MARK_FILE } from './folder.ts'
import { readGeneration } from './journal.ts'
import { listSegments } from './segment-list.ts'
import type { Database } from './sqlite.ts'
import { changedMeanwhile, type StagedImport, type StagedResult } from './staging.ts'
import { NOTHING_CHANGED, NOTHING_IMPORTED, StoreError } from './store-error.ts'

/** The data after the commit. Throws `conflict` when it was built on another generation, `damaged` when it is not whole. */
export async function commitStaged(
  directory: string,
  environment: StoreEnvironment,
  current: Database,
  staged: StagedImport | StagedResult,
): Promise<Database> {
  const next = await examineStaged(directory, environment, readGeneration(current), staged)
  const files = filesOf(environment)
  try {
    switch (staged.kind) {
      case 'import':
        await requireSegments(directory, environment, next, staged)
        await putInPlace(directory, DATA, STAGED_IMPORT_FILE, environment)
        await files.remove(join(directory, STAGING_MARK_FILE))
        break
      case 'result':
        // A result can be computed again, so it pushes no import out of the backups.
        await moveInPlace(directory, DATA, STAGED_RESULT_FILE, files)
        break
    }
    return next
  } catch (error) {
    next.close()
    throw error
  }
}

async function examineStaged(
  directory: string,
  environment: StoreEnvironment,
  generation: number,
  staged: StagedImport | StagedResult,
): Promise<Database> {
  if (staged.generation !== generation) throw changedMeanwhile()
  const file = staged.kind === 'import' ? STAGED_IMPORT_FILE : STAGED_RESULT_FILE
  const bytes = await filesOf(environment).readFile(join(directory, file))
  const isWhole = bytes?.length === staged.bytes && sha256(bytes) === staged.sha256
  // Hashing and checking take tens of milliseconds each: whoever asks meanwhile is answered in between.
  await new Promise(resolve => setImmediate(resolve))
  const verdict = isWhole ? examine(environment.sqlite, DATA, bytes) : null
  if (verdict?.state !== 'good') throw incomplete(staged)
  if (readGeneration(verdict.database) === generation + 1) return verdict.database
  verdict.database.close()
  throw changedMeanwhile()
}

async function requireSegments(directory: string, environment: StoreEnvironment, next: Database, staged: StagedImport): Promise<void> {
  for (const entry of listSegments(next)) {
    if (!staged.imports.some(id => id === String(entry.importSequence))) continue
    const there = await filesOf(environment).look(join(directory, SEGMENTS_FOLDER, entry.name))
    if (there?.bytes !== entry.bytes) throw incomplete(staged)
  }
}

const incomplete = (staged: StagedImport | StagedResult) =>
  staged.kind === 'import'
    ? new StoreError('damaged', `What was prepared of the import is not whole on the disk. ${NOTHING_IMPORTED} Start the import again.`)
    : new StoreError('damaged', `What was prepared of the analysis is not whole on the disk. ${NOTHING_CHANGED} Start the analysis again.`)
