/**
 * The lock that keeps a second process out of a workspace: a file that names its owner by process
 * id, start time of the process and host. The lock of a dead owner is taken over; where several
 * processes try, a claim on that very lock, which only one can create, decides who may.
 */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { setTimeout as wait } from 'node:timers/promises'
import { sha256 } from './canonical-json.ts'
import { type StoreEnvironment, filesOf } from './environment.ts'
import type { FileSystem } from './file-system.ts'
import { LOCK_FILE } from './folder.ts'
import { StoreError, systemCode } from './store-error.ts'

export interface Lock {
  readonly release: () => Promise<void>
}

interface Owner {
  readonly pid: number
  readonly host: string
  /** Clock ticks from the start of the system to that of the process; null where the system does not say. */
  readonly startTicks: string | null
}

const ATTEMPTS = 40
const PAUSE_MS = 25
let locksTaken = 0

/** Throws `StoreError` (`locked`) when somebody else has the workspace. */
export async function takeLock(directory: string, environment: StoreEnvironment): Promise<Lock> {
  const files = filesOf(environment)
  const path = join(directory, LOCK_FILE)
  const { pid, host } = environment.process
  const serial = `${pid}-${threadId}-${++locksTaken}`
  const mine = JSON.stringify({ pid, host, startTicks: (await processStart(pid)).startTicks, serial })
  const contender = { files, directory, mine, draft: join(directory, `${LOCK_FILE}-${serial}`) }

  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await placeOnce(contender, path)) return { release: () => release(files, path, mine) }
    const present = await readText(files, path)
    if (present === null) continue
    const owner = parseOwner(present)
    // Unreadable may mean half written; only after half of the attempts does it count as left behind.
    const isStale = owner ? await isGone(owner, environment, directory) : attempt > ATTEMPTS / 2
    if (isStale && (await takeOver(contender, path, present))) return { release: () => release(files, path, mine) }
    await wait(PAUSE_MS)
  }
  throw new StoreError('locked', `The workspace ${basename(directory)} is being opened by another Switchyard. Try again in a moment.`)
}

async function release(files: FileSystem, path: string, mine: string): Promise<void> {
  if ((await readText(files, path)) === mine) await files.remove(path)
}

/** True when the owner's process has ended. Throws `locked` while it lives, or where that cannot be known. */
async function isGone(owner: Owner, environment: StoreEnvironment, directory: string): Promise<boolean> {
  const workspace = basename(directory)
  if (owner.host !== environment.process.host) {
    throw new StoreError(
      'locked',
      `The workspace ${workspace} is marked as open on the computer ${owner.host}. Close it there. If it is certainly not open there any more, delete the file "${LOCK_FILE}" in the workspace folder and try again.`,
    )
  }
  const present = await processStart(owner.pid)
  const lives = present.lives && (owner.startTicks === null || present.startTicks === null || present.startTicks === owner.startTicks)
  if (!lives) return true
  if (owner.pid === environment.process.pid)
    throw new StoreError('locked', `The workspace ${workspace} is already open in this Switchyard.`)
  throw new StoreError(
    'locked',
    `The workspace ${workspace} is open in another Switchyard (process ${owner.pid}). Close it there and try again.`,
  )
}

interface Contender {
  readonly files: FileSystem
  readonly directory: string
  readonly mine: string
  /** A file with `mine` in it, ready to be linked or moved. */
  readonly draft: string
}

/** Creates the file with the contender's name in it, whole, unless it is there; true when it did. */
async function placeOnce({ files, mine, draft }: Contender, path: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(mine)
  try {
    await files.remove(draft)
    await files.createFile(draft, bytes)
    await files.link(draft, path)
    return true
  } catch (error) {
    const code = systemCode(error)
    // ENOENT: the winner of the lock swept the draft away.
    if (code === 'EEXIST' || code === 'ENOENT') return false
    if (code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS') throw error
    // A disk without links: creating exclusively is the next best, the content follows a moment later.
    return await files.createFile(path, bytes).then(
      () => true,
      (other: unknown) => {
        if (systemCode(other) === 'EEXIST') return false
        throw other
      },
    )
  } finally {
    await files.remove(draft)
  }
}

/** Replaces a dead owner's lock; false when somebody else is doing so. */
async function takeOver(contender: Contender, path: string, stale: string): Promise<boolean> {
  const { files, draft, mine } = contender
  const claims = await claim(contender, stale)
  if (!claims) return false
  try {
    // Whoever held the claim before may have replaced the lock already; the claim then is worth nothing.
    if ((await readText(files, path)) !== stale) return false
    await files.remove(draft)
    await files.createFile(draft, new TextEncoder().encode(mine))
    await files.rename(draft, path)
    return true
  } finally {
    for (const name of claims) await files.remove(name)
  }
}

/**
 * Claims the right to replace the lock with this very content. A claim whose own owner died can be
 * claimed in turn. Returns the claims to remove afterwards, or null.
 */
async function claim(contender: Contender, content: string): Promise<string[] | null> {
  const path = join(contender.directory, `${LOCK_FILE}-claim-${sha256(content).slice(0, 32)}`)
  if (await placeOnce(contender, path)) return [path]
  const holder = await readText(contender.files, path)
  const owner = holder === null ? null : parseOwner(holder)
  if (holder === null || owner === null) return null
  const present = await processStart(owner.pid)
  if (present.lives && present.startTicks === owner.startTicks) return null
  const further = await claim(contender, holder)
  return further ? [path, ...further] : null
}

async function readText(files: FileSystem, path: string): Promise<string | null> {
  const bytes = await files.readFile(path)
  return bytes ? new TextDecoder().decode(bytes) : null
}

function parseOwner(content: string): Owner | null {
  try {
    const value = JSON.parse(content) as Partial<Record<keyof Owner, unknown>> | null // Every field is checked below.
    const { pid, host, startTicks } = value ?? {}
    if (typeof pid !== 'number' || typeof host !== 'string') return null
    return { pid, host, startTicks: typeof startTicks === 'string' ? startTicks : null }
  } catch {
    return null
  }
}

/** Whether a process lives, and since when: process ids are used again, starting times are not. */
async function processStart(pid: number): Promise<{ lives: boolean; startTicks: string | null }> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => null)
    // The name, in parentheses, may hold anything; fields are counted from behind it: state, then 19th the start.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    const isDead = !fields || fields[0] === 'Z' || fields[0] === 'X'
    return { lives: !isDead, startTicks: isDead ? null : (fields[19] ?? null) }
  }
  try {
    process.kill(pid, 0)
    return { lives: true, startTicks: null }
  } catch (error) {
    return { lives: systemCode(error) === 'EPERM', startTicks: null }
  }
}
