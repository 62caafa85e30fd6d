/** The newest three former states of each database, as numbered files in `backups/`. */
import { join } from 'node:path'
import { type StoreEnvironment, filesOf, fileStamp } from './environment.ts'
import { writeBeside } from './file-system.ts'
import { BACKUPS_FOLDER } from './folder.ts'
import { systemCode } from './store-error.ts'

const KEPT = 3

export interface Backup {
  readonly name: string
  readonly number: number
  /** When the state in it was replaced, to the minute, UTC. */
  readonly date: string
}

/** Keeps the present file under a backup's name, without copying where the disk can link; drops the oldest. */
export async function keepBackup(directory: string, file: string, environment: StoreEnvironment): Promise<void> {
  const files = filesOf(environment)
  const present = join(directory, file)
  if ((await files.look(present)) === null) return
  const backups = await listBackups(directory, file, environment)
  // Numbers, not times, order the backups: a clock may be set back.
  const next = String((backups[0]?.number ?? 0) + 1).padStart(6, '0')
  const name = join(directory, BACKUPS_FOLDER, `${stem(file)}-${next}-${fileStamp(environment.now())}.db`)
  try {
    await files.link(present, name)
  } catch (error) {
    if (!NO_LINKS.has(systemCode(error) ?? '')) throw error
    const bytes = await files.readFile(present)
    await writeBeside(files, `${name}.tmp`, bytes ?? new Uint8Array())
    await files.rename(`${name}.tmp`, name)
  }
  await files.syncFolder(join(directory, BACKUPS_FOLDER))
  for (const old of backups.slice(KEPT - 1)) await files.remove(join(directory, BACKUPS_FOLDER, old.name))
}

const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK', 'EINVAL'])

/** Backups of a file, newest first. */
export async function listBackups(directory: string, file: string, environment: StoreEnvironment): Promise<Backup[]> {
  const names = await filesOf(environment).list(join(directory, BACKUPS_FOLDER))
  const pattern = /^(\w+)-(\d{6,})-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-.*\.db$/
  return names
    .map(name => ({ name, match: pattern.exec(name) }))
    .filter(({ match }) => match?.[1] === stem(file))
    .map(({ name, match }) => ({ name, number: Number(match?.[2]), date: `${match?.[3]} ${match?.[4]}:${match?.[5]} UTC` }))
    .toSorted((a, b) => b.number - a.number)
}

const stem = (file: string) => file.replace(/\.db$/, '')
