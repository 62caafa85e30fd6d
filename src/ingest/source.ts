/** A file to read: its name, its size and its bytes, in blocks. */
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { unusable } from './input-error.ts'

const BLOCK_BYTES = 1024 * 1024

export interface Source {
  /** Base name, for reports and errors; never a path. */
  readonly name: string
  readonly bytes: number
  /**
   * The bytes from the start, in blocks of 1 MiB, each valid until the next is asked for. May be called
   * again. Throws InputError when the file cannot be read.
   */
  read(): AsyncIterable<Uint8Array>
  /** The first bytes, at most `limit`. Throws InputError when the file cannot be read. */
  head(limit: number): Promise<Uint8Array>
}

/** Throws InputError for a path that is missing, a folder, empty, unreadable or no ordinary file. */
export async function openSource(path: string, name: string = basename(path)): Promise<Source> {
  const handle = await openFile(path, name)
  try {
    const stats = await handle.stat()
    if (stats.isDirectory()) throw unusable(name, 'is-a-folder', `${name} is a folder. Choose the CSV file in it.`)
    if (!stats.isFile()) throw unusable(name, 'not-a-file', `${name} is not an ordinary file. Save the data as a CSV file and choose that.`)
    if (stats.size === 0) throw unusable(name, 'empty-file', `${name} is empty (0 bytes). Export it again and check that it has rows.`)
    return { name, bytes: stats.size, read: () => readBlocks(path, name), head: limit => readHead(path, name, limit) }
  } finally {
    await handle.close()
  }
}

async function* readBlocks(path: string, name: string): AsyncGenerator<Uint8Array> {
  const handle = await openFile(path, name)
  try {
    const buffer = new Uint8Array(BLOCK_BYTES)
    for (;;) {
      const block = await fill(handle, name, buffer)
      if (block.length > 0) yield block
      if (block.length < BLOCK_BYTES) return
    }
  } finally {
    await handle.close()
  }
}

async function readHead(path: string, name: string, limit: number): Promise<Uint8Array> {
  const handle = await openFile(path, name)
  try {
    return await fill(handle, name, new Uint8Array(limit))
  } finally {
    await handle.close()
  }
}

/** As many bytes as the buffer holds; fewer only at the end of the file. */
async function fill(handle: FileHandle, name: string, buffer: Uint8Array): Promise<Uint8Array> {
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length).catch((error: unknown) => {
      throw unreadable(name, error)
    })
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}

async function openFile(path: string, name: string): Promise<FileHandle> {
  try {
    // Without O_NONBLOCK the opening of a named pipe would wait for its writer for ever.
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    throw unreadable(name, error)
  }
}

function unreadable(name: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return unusable(name, 'missing-file', `${name} does not exist. Check the name and the folder.`)
  if (code === 'EISDIR') return unusable(name, 'is-a-folder', `${name} is a folder. Choose the CSV file in it.`)
  if (code === 'EACCES' || code === 'EPERM') {
    return unusable(name, 'no-permission', `${name} may not be read by this user. Change its permissions, or copy it to a folder of yours.`)
  }
  return unusable(name, 'unreadable-file', `${name} could not be read (${code}). Check the disk or copy the file to another one.`)
}
