/** The one backend behind both hosts: the contract's methods over the open workspace. */
import { mkdir } from 'node:fs/promises'
import type { Handlers, Output } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { auditHandlers } from './audit-handlers.ts'
import { Configuration } from './configuration.ts'
import type { ServiceEnvironment } from './environment.ts'
import { fairnessHandlers } from './fairness-handlers.ts'
import { identityHandlers } from './identity-handlers.ts'
import { importHandlers } from './import-handlers.ts'
import { JobDesk } from './job-desk.ts'
import type { Session, SessionTools } from './session.ts'
import { methodHandlers } from './method-handlers.ts'
import { organisationHandlers } from './organisation-handlers.ts'
import { openOrCreate } from './open-workspace.ts'
import { peopleHandlers } from './people-handlers.ts'
import { periodHandlers } from './period-handlers.ts'
import { scopedHandlers } from './scope.ts'
import { settingsHandlers } from './settings-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'
import { qualityHandlers } from './quality-handlers.ts'
import { systemHandlers } from './system-handlers.ts'
import { workspaceHandlers } from './workspace-handlers.ts'
import { workspaceState } from './workspace-state.ts'

export interface Service {
  readonly handlers: Handlers
  /** Opens the workspace at a path given on the command line, or makes one there. */
  openAt(directory: string): Promise<void>
  /** Where an upload is spooled; null while no workspace is open. */
  spoolDirectory(): string | null
  stop(): Promise<void>
}

/** What the handlers share: the open session, if any, and the ways to change it. */
export interface ServiceCore {
  readonly environment: ServiceEnvironment
  readonly configuration: Configuration
  readonly jobs: JobDesk
  /** Throws AppError `not-found` while no workspace is open. */
  session(): Session
  /** The state the window shows, or null while no workspace is open. */
  state(): Output<'workspace.current'>
  /** Puts a session in the place of the open one, and remembers it. */
  enter(open: (tools: SessionTools) => Promise<Session>): Promise<Output<'workspace.open'>>
  leave(): Promise<void>
  spoolDirectory(): string | null
  /** Tells the window that something about the workspace has changed. */
  changed(): void
  /** Starts an analysis when the last one is not current. */
  refreshAnalysis(): void
}

export async function createService(environment: ServiceEnvironment): Promise<Service> {
  const configuration = await Configuration.open(environment.places.configuration)
  await mkdir(environment.places.workspaces, { recursive: true, mode: 0o700 })
  const core = createCore(environment, configuration)
  return {
    handlers: scopedHandlers(core, {
      ...workspaceHandlers(core),
      ...importHandlers(core),
      ...systemHandlers(core),
      ...peopleHandlers(core),
      ...organisationHandlers(core),
      ...periodHandlers(core),
      ...settingsHandlers(core),
      ...profileHandlers(core),
      ...identityHandlers(core),
      ...qualityHandlers(core),
      ...methodHandlers(),
      ...fairnessHandlers(core),
      ...auditHandlers(core),
    }),
    openAt: async directory => {
      await core.enter(tools => openOrCreate(directory, tools))
    },
    spoolDirectory: () => core.spoolDirectory(),
    stop: () => core.leave(),
  }
}

function createCore(environment: ServiceEnvironment, configuration: Configuration): ServiceCore {
  const { sqlite, now, process, runJob, emit, report } = environment
  const tools: SessionTools = { sqlite, now, process: { pid: process.pid, host: process.hostName }, runJob }
  const jobs = new JobDesk({ now, emit, report })
  let open: Session | null = null
  // Opening and closing run one after the other.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Answer>(change: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(change)
    last = answer.catch(() => undefined)
    return answer
  }

  const requireOpen = () => {
    if (!open) throw new AppError('not-found', 'No workspace is open. Open one, or try the sample organisation.')
    return open
  }

  const core: ServiceCore = {
    environment,
    configuration,
    jobs,
    session: requireOpen,
    state: () => (open ? workspaceState(open, jobs.state) : null),
    enter: opening =>
      inTurn(async () => {
        // A job that began on the workspace that is left would lose it under its feet.
        const release = await jobs.reserve()
        try {
          const next = await opening(tools)
          const former = open
          open = next
          await former?.close()
          const { directory, name, sample } = next.workspace.info()
          await configuration.remember({ directory, name, sample, openedAt: now().toISOString() })
          core.changed()
        } finally {
          release()
          // Also where nothing was opened: the analysis that made way is taken up again.
          core.refreshAnalysis()
        }
        return workspaceState(requireOpen(), jobs.state)
      }),
    leave: () =>
      inTurn(async () => {
        const former = open
        open = null
        await jobs.stop()
        await former?.close()
        core.changed()
      }),
    spoolDirectory: () => open?.workspace.spoolFolder() ?? null,
    changed: () => emit({ name: 'workspace.changed', data: core.state() }),
    refreshAnalysis: () => {
      if (!open || jobs.isTaken || open.analysisStatus() === 'current') return
      if (open.workspace.imports().every(record => record.undone)) return
      const session = open
      jobs.begin(
        'analysis',
        onProgress => session.analyse(session.basis(), onProgress),
        () => ({ message: 'The analysis is up to date.', imports: [] }),
        () => core.changed(),
      )
      core.changed()
    },
  }
  return core
}
