/** What the store takes from its host: SQLite, the clock, who is running, and the disk. */
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import type { Sqlite } from './sqlite.ts'

export interface StoreEnvironment {
  readonly sqlite: Sqlite
  readonly now: () => Date
  /** Written into the lock, so that a second process can tell who has the workspace. */
  readonly process: { readonly pid: number; readonly host: string }
  /** The real disk when absent. */
  readonly files?: FileSystem
}

export const filesOf = (environment: { readonly files?: FileSystem }): FileSystem => environment.files ?? nodeFileSystem

/** A moment as part of a file name: sortable, and allowed on every system. */
export const fileStamp = (moment: Date) => moment.toISOString().replaceAll(':', '-')
