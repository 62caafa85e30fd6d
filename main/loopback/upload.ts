/** Takes in a file the window sends: its bytes go to the workspace's spool as they come, readable by this user alone. */
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { lstat, mkdir, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../src/contract/wire.ts'
import type { AdoptedFile } from '../../src/service/environment.ts'

export const FILE_NAME_HEADER = 'x-file-name'
export const UPLOAD_LIMIT_BYTES = 8 * 1024 ** 3
const NAME_LIMIT = 255

const tooLarge = () =>
  new AppError('bad-input', 'This file is larger than 8 GiB. Split it, or use the command line, which reads it in place.')

/** Rejects with AppError when the name or the size is refused, and with the system's error when the disk refuses; nothing stays behind then. */
export async function receiveUpload(request: IncomingMessage, spool: string, limitBytes = UPLOAD_LIMIT_BYTES): Promise<AdoptedFile> {
  const name = nameOf(request.headers[FILE_NAME_HEADER])
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge()
  await mkdir(spool, { recursive: true, mode: 0o700 })
  // A workspace that came from elsewhere could bring a link in the place of its spool.
  if (!(await lstat(spool)).isDirectory()) throw new AppError('damaged', 'The workspace’s spool is not a folder. Nothing was stored.')

  // Its own name, so that what the window calls the file never touches a path.
  const file = path.join(spool, `${randomBytes(16).toString('hex')}.upload`)
  let bytes = 0
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > limitBytes) done(tooLarge())
      else done(null, chunk)
    },
  })
  try {
    await pipeline(request, limit, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
  return { path: file, name, temporary: true }
}

function nameOf(header: string | string[] | undefined): string {
  const refused = () => new AppError('bad-request', 'The name of this file cannot be used. Rename it and choose it again.')
  if (typeof header !== 'string' || header === '') throw refused()
  let name: string
  try {
    name = decodeURIComponent(header)
  } catch {
    throw refused()
  }
  const isPlain = name.length <= NAME_LIMIT && name !== '.' && name !== '..' && !/[\p{Cc}/\\]/u.test(name)
  if (!isPlain) throw refused()
  return name
}
