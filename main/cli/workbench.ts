/** What every command works with: SQLite, threads for jobs, a workspace that is closed whatever happens. */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import wasmPath from 'sql.js/dist/sql-wasm.wasm?asset'
import { AppError } from '../../src/contract/wire.ts'
import { openOrCreate } from '../../src/service/open-workspace.ts'
import type { RunningJob } from '../../src/service/job.ts'
import { Session, type SessionTools } from '../../src/service/session.ts'
import { loadSqlite } from '../../src/store/sqlite.ts'
import { createJobRunner } from '../engine/job-runner.ts'
import type { Installation } from '../engine/places.ts'

export interface Workbench {
  readonly installation: Installation
  readonly tools: SessionTools
  /** Waits for a job; an interrupt cancels it. */
  finish<Result>(job: RunningJob<Result>): Promise<Result>
}

export async function createWorkbench(installation: Installation): Promise<Workbench> {
  let current: RunningJob<unknown> | null = null
  let isInterrupted = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      isInterrupted = true
      current?.cancel()
    })
  const tools: SessionTools = {
    sqlite: await loadSqlite(await readFile(wasmPath)),
    now: () => new Date(),
    process: { pid: process.pid, host: os.hostname() },
    runJob: createJobRunner(installation.job),
  }
  return {
    installation,
    tools,
    finish: async job => {
      current = job
      if (isInterrupted) job.cancel()
      try {
        return await job.result
      } finally {
        current = null
      }
    },
  }
}

/** Works in an existing workspace. */
export async function inWorkspace<Answer>(
  { tools }: Workbench,
  directory: string,
  work: (session: Session) => Promise<Answer>,
): Promise<Answer> {
  const session = await withRestoreHint(directory, () => Session.open(path.resolve(directory), tools))
  return closing(session, work)
}

/** Works in the workspace, which is made where there is none; a new one that took nothing in is removed again. */
export async function inNewOrOldWorkspace<Answer>(
  { tools }: Workbench,
  directory: string,
  work: (session: Session) => Promise<Answer>,
): Promise<Answer> {
  const resolved = path.resolve(directory)
  const wasThere = existsSync(resolved)
  const session = await withRestoreHint(directory, () => openOrCreate(resolved, tools))
  try {
    return await work(session)
  } finally {
    const isEmpty = session.workspace.imports().length === 0
    await session.close()
    if (!wasThere && isEmpty) await rm(resolved, { recursive: true, force: true })
  }
}

/** The store knows of backups, and only the command line knows the command that brings them back. */
async function withRestoreHint(directory: string, open: () => Promise<Session>): Promise<Session> {
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'damaged') throw error
    throw new AppError('damaged', `${error.message}\nTo bring back the newest good backup: switchyard restore --workspace ${directory}`)
  }
}

/** Works in a workspace that is gone afterwards. */
export async function inTemporaryWorkspace<Answer>({ tools }: Workbench, work: (session: Session) => Promise<Answer>): Promise<Answer> {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'switchyard-'))
  try {
    const session = await Session.create(path.join(parent, 'analysis.switchyard'), { name: 'Analysis', sample: false }, tools)
    return await closing(session, work)
  } finally {
    await rm(parent, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function closing<Answer>(session: Session, work: (session: Session) => Promise<Answer>): Promise<Answer> {
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}
