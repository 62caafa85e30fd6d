/** One import from the press of the button to its reports. */
import { createStore } from 'zustand'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Toasts } from '../shell/toasts-store.ts'
import type { ImportReport, ImportRequest, JobEnd } from './answers.ts'

interface Host extends Caller {
  on(event: 'job.ended', listener: (end: JobEnd) => void): () => void
}

interface RunState {
  readonly stage: 'none' | 'starting' | 'running' | 'done' | 'cancelled' | 'failed'
  /** Names of the files on their way in. */
  readonly files: readonly string[]
  readonly reports: readonly ImportReport[]
  readonly message: string
  /** The import whose mapping is being saved as a profile. */
  readonly saving: string | null
  readonly failure: Failure | null
  /** Resolves to whether the job has started. */
  readonly start: (requests: readonly ImportRequest[], files: readonly string[]) => Promise<boolean>
  /** Resolves to whether it was saved. */
  /** By import, the profile its mapping was saved as here. */
  readonly savedAs: Readonly<Record<string, string>>
  readonly saveProfile: (report: ImportReport, name: string) => Promise<boolean>
}

/** `onDone` runs once the files are in. */
export function createRunStore(backend: Host, toasts: Toasts, onDone: () => void) {
  const store = createStore<RunState>()((set, get) => ({
    stage: 'none',
    files: [],
    reports: [],
    message: '',
    saving: null,
    savedAs: {},
    failure: null,
    start: async (requests, files) => {
      if (get().stage === 'starting' || get().stage === 'running') return false
      set({ stage: 'starting', files, reports: [], message: '', savedAs: {}, failure: null })
      try {
        await backend.call('imports.start', { files: [...requests] })
        // The end of a short job can be told before its start is.
        if (get().stage === 'starting') set({ stage: 'running' })
        return true
      } catch (error) {
        set({ stage: 'none', failure: failureOf(error, 'Starting the import') })
        return false
      }
    },
    saveProfile: async (report, name) => {
      set({ saving: report.import, failure: null })
      try {
        await backend.call('profiles.save', { name, mapping: { ...report.mapping, name } })
        set(state => ({ savedAs: { ...state.savedAs, [report.import]: name } }))
        toasts.getState().say(`Saved as the profile ${name}. It is applied to the next file with these columns.`)
        return true
      } catch (error) {
        set({ failure: failureOf(error, 'Saving the profile') })
        return false
      } finally {
        set({ saving: null })
      }
    },
  }))

  const finish = async ({ outcome, message, imports }: JobEnd) => {
    if (outcome !== 'done') return store.setState({ stage: outcome, message })
    onDone()
    try {
      const reports = await Promise.all(imports.map(id => backend.call('imports.report', { import: id, page: 0 })))
      store.setState({ stage: 'done', message, reports })
    } catch (error) {
      store.setState({ stage: 'done', message, failure: failureOf(error, 'Reading the reports') })
    }
  }
  backend.on('job.ended', end => {
    const { stage } = store.getState()
    if (end.kind === 'import' && (stage === 'starting' || stage === 'running')) void finish(end)
  })
  return store
}
