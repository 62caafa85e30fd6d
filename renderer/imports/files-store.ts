/** Files on their way in: looked at, mapped by the user, not read yet. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { InputKind, Inspection } from './answers.ts'

interface FilesState {
  readonly files: readonly Inspection[]
  /** Handles of files whose columns are being looked at again. */
  readonly checking: readonly string[]
  /** How many files are being handed over and inspected. */
  readonly arriving: number
  readonly starting: boolean
  readonly failure: Failure | null
  readonly add: (files: readonly File[]) => Promise<void>
  readonly remove: (handle: string) => void
  readonly chooseKind: (handle: string, kind: InputKind) => Promise<void>
  /** `header` null leaves the field out. */
  readonly chooseColumn: (handle: string, field: string, header: string | null) => Promise<void>
  /** Resolves to true when the job has started. */
  readonly start: () => Promise<boolean>
  readonly clear: () => void
}

export function createFilesStore(backend: Backend) {
  return createStore<FilesState>()((set, get) => {
    const inspectAgain = async (handle: string, kind: InputKind, columns: Record<string, string> | null) => {
      set(state => ({ checking: [...state.checking, handle], failure: null }))
      try {
        const inspection = await backend.call('imports.columns', { file: handle, kind, columns })
        set(state => ({ files: state.files.map(file => (file.handle === handle ? inspection : file)) }))
      } catch (error) {
        set({ failure: failureOf(error, 'Looking at the columns again') })
      } finally {
        set(state => ({ checking: state.checking.filter(other => other !== handle) }))
      }
    }

    return {
      files: [],
      checking: [],
      arriving: 0,
      starting: false,
      failure: null,
      add: async files => {
        if (files.length === 0) return
        set(state => ({ arriving: state.arriving + files.length, failure: null }))
        try {
          const handles = await Promise.all(files.map(file => backend.takeFile(file)))
          const inspections = await backend.call('imports.inspect', { files: handles })
          set(state => ({ files: [...state.files, ...inspections] }))
        } catch (error) {
          set({ failure: failureOf(error, 'Looking at the files') })
        } finally {
          set(state => ({ arriving: state.arriving - files.length }))
        }
      },
      remove: handle => set(state => ({ files: state.files.filter(file => file.handle !== handle) })),
      chooseKind: (handle, kind) => inspectAgain(handle, kind, null),
      chooseColumn: async (handle, field, header) => {
        const file = get().files.find(candidate => candidate.handle === handle)
        if (!file?.kind) return
        const { [field]: _former, ...others } = file.columns
        await inspectAgain(handle, file.kind, header === null ? others : { ...others, [field]: header })
      },
      start: async () => {
        const files = get().files.flatMap(({ handle, kind, columns }) => (kind ? [{ handle, kind, columns }] : []))
        set({ starting: true, failure: null })
        try {
          await backend.call('imports.start', { files })
          set({ files: [] })
          return true
        } catch (error) {
          set({ failure: failureOf(error, 'Starting the import') })
          return false
        } finally {
          set({ starting: false })
        }
      },
      clear: () => set({ files: [], failure: null }),
    }
  })
}
