/** Starts the engine on a thread of its own and keeps it: an engine that dies is started once more on what was last saved. */
import { randomBytes } from 'node:crypto'
import os from 'node:os'
import type { Event } from '../../src/contract/contract.ts'
import { AppError, type Handle, type Outcome } from '../../src/contract/wire.ts'
import type { AdoptedFile, ServiceEnvironment } from '../../src/service/environment.ts'
import { dropDeadLock } from './dead-lock.ts'
import { EngineConnection } from './engine-connection.ts'
import type { EngineSetting, Question } from './messages.ts'
import { refuse, valueOf, type Fault } from './refusal.ts'

export interface EngineOptions {
  /** The built engine thread and job thread. */
  readonly entry: URL
  readonly jobEntry: URL
  readonly host: ServiceEnvironment['host']
  readonly version: string
  readonly places: ServiceEnvironment['places']
  /** The folder of a workspace to open at once. */
  readonly workspace?: string
  readonly report: (fault: Fault) => void
}

export interface Engine {
  /** Never rejects: whatever happens is an outcome. */
  call(method: string, input: unknown): Promise<Outcome>
  /** Returns the function that stops listening. */
  onEvent(listener: (event: Event) => void): () => void
  /** Takes in a file or folder the user gave to the host. The handle cannot be guessed. */
  adopt(file: AdoptedFile): Promise<Handle>
  /** Where uploads of the open workspace go. Rejects with AppError `conflict` when none is open. */
  spoolDirectory(): Promise<string>
  stop(): Promise<void>
}

const HANDLE_BYTES = 24
const STOP_TIMEOUT_MS = 10_000
const STARTS = 2
const DEAD = refuse(
  'unavailable',
  'Switchyard’s engine stopped twice and was not started again. What was saved before is safe. Close the app and start it again.',
)

/** Rejects with AppError when the engine cannot start or `workspace` cannot be opened. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { host, version, places, report } = options
  const setting: EngineSetting = { jobEntry: options.jobEntry.href, host, version, places }
  const listeners = new Set<(event: Event) => void>()
  const adopted = new Map<Handle, AdoptedFile>()
  let directory: string | null = null
  let jobUnderWay: Event<'job.progress'>['data'] | null = null
  let starts = 0
  let isUp = false

  function emit(event: Event): void {
    if (event.name === 'job.progress') jobUnderWay = event.data
    if (event.name === 'job.ended') jobUnderWay = null
    for (const listener of listeners) listener(event)
  }

  function connect(): EngineConnection {
    starts += 1
    return new EngineConnection(options.entry, setting, {
      event: emit,
      workspace: opened => (directory = opened),
      fault: report,
      died: () => {
        report({ where: 'engine', error: `died, start ${starts} of ${STARTS}` })
        if (!isUp) return
        endLostJob()
        serving = starts < STARTS ? revive() : Promise.resolve(null)
      },
    })
  }

  function endLostJob(): void {
    if (!jobUnderWay) return
    const { job, kind } = jobUnderWay
    const message = 'Switchyard’s engine stopped while it worked on this. What was saved before is safe. Start it again.'
    emit({ name: 'job.ended', data: { job, kind, outcome: 'failed', message, imports: [] } })
  }

  async function revive(): Promise<EngineConnection | null> {
    const connection = connect()
    if (!(await connection.started).ok) {
      await connection.end(STOP_TIMEOUT_MS)
      return null
    }
    for (const [handle, file] of adopted) connection.adopt(handle, file)
    if (directory !== null) {
      await dropDeadLock(directory, { pid: process.pid, host: os.hostname() })
      await connection.ask({ kind: 'openAt', directory })
    }
    const current = await connection.ask({ kind: 'call', method: 'workspace.current', input: {} })
    if (!connection.isAlive) return null
    const data = current.ok ? (current.value as Event<'workspace.changed'>['data']) : null // the dispatch has parsed it
    if (data === null) directory = null
    emit({ name: 'workspace.changed', data })
    return connection
  }

  async function startFirst(): Promise<EngineConnection> {
    const connection = connect()
    try {
      valueOf(await connection.started)
      if (options.workspace !== undefined) valueOf(await connection.ask({ kind: 'openAt', directory: options.workspace }))
    } catch (error) {
      await connection.end(STOP_TIMEOUT_MS)
      throw error
    }
    return connection
  }

  let serving: Promise<EngineConnection | null> = Promise.resolve(await startFirst())
  isUp = true

  async function ask(question: Question): Promise<Outcome> {
    const connection = await serving
    return connection ? connection.ask(question) : DEAD
  }

  return {
    call: (method, input) => ask({ kind: 'call', method, input }),
    onEvent: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    adopt: async file => {
      const handle = randomBytes(HANDLE_BYTES).toString('base64url')
      adopted.set(handle, file)
      const connection = await serving
      connection?.adopt(handle, file)
      return handle
    },
    spoolDirectory: async () => {
      const spool = valueOf(await ask({ kind: 'spoolDirectory' })) as string | null // answered by the engine's thread
      if (spool === null) throw new AppError('conflict', 'Open a workspace before you add files.')
      return spool
    },
    stop: async () => {
      const connection = await serving
      await connection?.end(STOP_TIMEOUT_MS)
    },
  }
}
