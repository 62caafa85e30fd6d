/** The few things the store asks of a disk; tests put a full or failing disk in its place. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { chmod, link, lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from './store-error.ts'

export interface FileSystem {
  /** Null when there is no such file. */
  readonly readFile: (path: string) => Promise<Uint8Array | null>
  /** Creates a file of mode 0600 that must not exist yet, writes it and fsyncs it. */
  readonly createFile: (path: string, bytes: Uint8Array) => Promise<void>
  /** The same, blocking: only a job thread, which has nothing else to do, calls it. */
  readonly createFileBlocking: (path: string, bytes: Uint8Array) => void
  readonly rename: (from: string, to: string) => Promise<void>
  readonly renameBlocking: (from: string, to: string) => void
  /** A second name for a file; fails with EEXIST where the name is taken. */
  readonly link: (from: string, to: string) => Promise<void>
  /** Removes a file or folder, never following links; content that is not there is no error. */
  readonly remove: (path: string) => Promise<void>
  readonly removeBlocking: (path: string) => void
  /** Creates a folder of mode 0700, or gives an existing one that mode. */
  readonly makeFolder: (path: string) => Promise<void>
  /** Names in a folder, sorted by code unit; empty where there is no folder, or only a link to one. */
  readonly list: (path: string) => Promise<string[]>
  /** What is at the path, links not followed. */
  readonly look: (path: string) => Promise<{ kind: 'file' | 'folder' | 'other'; bytes: number } | null>
  /** Makes creations and renames in the folder last. */
  readonly syncFolder: (path: string) => Promise<void>
}

const unlessMissing =
  <Answer>(missing: Answer) =>
  (error: unknown): Answer => {
    if (systemCode(error) === 'ENOENT') return missing
    throw error
  }

async function look(path: string) {
  const stats = await lstat(path).catch(unlessMissing(null))
  if (!stats) return null
  return { kind: stats.isFile() ? ('file' as const) : stats.isDirectory() ? ('folder' as const) : ('other' as const), bytes: stats.size }
}

export const nodeFileSystem: FileSystem = {
  readFile: path => readFile(path).catch(unlessMissing(null)),
  async createFile(path, bytes) {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  createFileBlocking(path, bytes) {
    const file = openSync(path, 'wx', 0o600)
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  },
  rename,
  renameBlocking: renameSync,
  link,
  remove: path => rm(path, { force: true, recursive: true }),
  removeBlocking: path => rmSync(path, { force: true, recursive: true }),
  async makeFolder(path) {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await chmod(path, 0o700)
  },
  async list(path) {
    return (await look(path))?.kind === 'folder' ? (await readdir(path)).toSorted() : []
  },
  look,
  async syncFolder(path) {
    // Windows cannot open a folder, and makes renames last by itself.
    if (process.platform === 'win32') return
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
}

/** Writes a file beside its place, fsyncs it and moves it there: it is never seen half. */
export async function replaceFile(files: FileSystem, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await writeBeside(files, join(folder, `${name}.tmp`), bytes)
  await files.rename(join(folder, `${name}.tmp`), join(folder, name))
  await files.syncFolder(folder)
}

/** Writes and fsyncs a new file; what a failed attempt left (here or earlier) is removed. */
export async function writeBeside(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await files.remove(path)
  try {
    await files.createFile(path, bytes)
  } catch (error) {
    await files.remove(path)
    throw error
  }
}
