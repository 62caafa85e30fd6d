/** The lock of an engine that died inside a process that lives on: to everybody else its owner is still there. */
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { LOCK_FILE } from '../../src/store/folder.ts'

/** Removes the lock of the workspace when `owner` is this process, whose only engine is known to be dead. */
export async function dropDeadLock(directory: string, owner: { readonly pid: number; readonly host: string }): Promise<void> {
  const file = path.join(directory, LOCK_FILE)
  const text = await readFile(file, 'utf8').catch(() => '')
  if (isOf(text, owner)) await rm(file, { force: true })
}

function isOf(text: string, owner: { readonly pid: number; readonly host: string }): boolean {
  try {
    const lock: unknown = JSON.parse(text)
    return (
      typeof lock === 'object' && lock !== null && 'pid' in lock && 'host' in lock && lock.pid === owner.pid && lock.host === owner.host
    )
  } catch {
    return false
  }
}
