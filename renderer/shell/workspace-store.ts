/** The open workspace, the job under way, and whether the host still answers. Every screen reads it. */
import { createStore } from 'zustand'
import type { Event, Output } from '../../src/contract/contract.ts'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Toasts } from './toasts-store.ts'

export type Workspace = NonNullable<Output<'workspace.current'>>
export type AppInfo = Output<'app.info'>
export type JobProgress = Event<'job.progress'>['data']
type JobEnd = Event<'job.ended'>['data']

/** A job shorter than this is never shown. */
const JOB_CARD_AFTER_MS = 1000

interface WorkspaceState {
  /** Undefined until the host has answered once. */
  readonly workspace: Workspace | null | undefined
  readonly app: AppInfo | null
  readonly job: JobProgress | null
  readonly jobShown: boolean
  readonly cancelling: boolean
  readonly lastEnd: JobEnd | null
  /** Grows whenever what is stored or computed may have changed. */
  readonly dataVersion: number
  readonly failure: Failure | null
  readonly hostGone: boolean
  readonly hiddenNotices: readonly string[]
  readonly load: () => Promise<void>
  /** Takes over the state that a call answered with. */
  readonly adopt: (workspace: Workspace | null) => void
  readonly hostLost: () => void
  readonly analyse: () => Promise<void>
  readonly setScope: (scope: Workspace['scope']) => Promise<void>
  readonly cancelJob: () => Promise<void>
  readonly dismissFailure: () => void
  readonly hideNotice: (notice: string) => void
}

export type WorkspaceStore = ReturnType<typeof createWorkspaceStore>

export function createWorkspaceStore(backend: Backend, toasts: Toasts) {
  let timer: ReturnType<typeof setTimeout> | undefined

  const store = createStore<WorkspaceState>()((set, get) => ({
    workspace: undefined,
    app: null,
    job: null,
    jobShown: false,
    cancelling: false,
    lastEnd: null,
    dataVersion: 0,
    failure: null,
    hostGone: false,
    hiddenNotices: [],
    load: async () => {
      try {
        const [app, workspace] = await Promise.all([backend.call('app.info', {}), backend.call('workspace.current', {})])
        set({ app, hostGone: false, failure: null })
        get().adopt(workspace)
      } catch (error) {
        set({ failure: failureOf(error, 'Opening the window') })
      }
    },
    adopt: workspace => {
      const other = workspace?.location !== get().workspace?.location
      set(state => ({
        workspace,
        dataVersion: state.dataVersion + 1,
        ...(other ? { hiddenNotices: [], lastEnd: null, failure: null } : {}),
      }))
      showProgress(workspace?.job ?? null)
    },
    hostLost: () => set({ hostGone: true }),
    analyse: async () => {
      try {
        await backend.call('analysis.start', { asOf: null })
      } catch (error) {
        set({ failure: failureOf(error, 'Starting the analysis') })
      }
    },
    setScope: async scope => {
      try {
        get().adopt(await backend.call('workspace.setScope', scope))
      } catch (error) {
        set({ failure: failureOf(error, 'Changing what is shown') })
      }
    },
    cancelJob: async () => {
      const { job } = get()
      if (!job) return
      set({ cancelling: true })
      try {
        await backend.call('jobs.cancel', { job: job.job })
      } catch (error) {
        set({ cancelling: false, failure: failureOf(error, 'Cancelling') })
      }
    },
    dismissFailure: () => set({ failure: null }),
    hideNotice: notice => set(state => ({ hiddenNotices: [...state.hiddenNotices, notice] })),
  }))

  function showProgress(job: JobProgress | null) {
    const known = store.getState().job
    if (job === null || known?.job !== job.job) {
      clearTimeout(timer)
      store.setState({ jobShown: false, cancelling: false })
      if (job) timer = setTimeout(() => store.setState({ jobShown: true }), JOB_CARD_AFTER_MS)
    }
    store.setState({ job })
  }

  backend.on('job.progress', showProgress)
  backend.on('job.ended', end => {
    showProgress(null)
    // A check changes nothing, and its screen says itself what it found.
    if (end.kind === 'check') return
    store.setState(state => ({ lastEnd: end, dataVersion: state.dataVersion + 1 }))
    if (end.outcome === 'failed') store.setState({ failure: failureOfJob(end) })
    else toasts.getState().say(end.message)
  })
  backend.on('workspace.changed', workspace => store.getState().adopt(workspace))
  return store
}

/** The message of a failed job says all three already: what happened, what is safe, what to do. */
const failureOfJob = ({ kind, message }: JobEnd): Failure => ({
  code: 'bad-input',
  doing: kind === 'import' ? 'Importing files' : 'Analysing',
  happened: message,
  safe: '',
  toDo: '',
})
