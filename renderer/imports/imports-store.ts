/** What went in: the history of imports, and the report of one. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Toasts } from '../shell/toasts-store.ts'
import type { WorkspaceStore } from '../shell/workspace-store.ts'
import type { ImportEntry, ImportReport } from './answers.ts'

interface ImportsState {
  readonly entries: readonly ImportEntry[] | null
  readonly total: number
  readonly page: number
  readonly report: ImportReport | null
  readonly reportPage: number
  readonly failure: Failure | null
  /** The import being undone or redone. */
  readonly busy: string | null
  /** Undone in this window, the latest last: what Redo brings back. */
  readonly undone: readonly string[]
  readonly load: (page: number) => Promise<void>
  readonly loadReport: (id: string, page: number) => Promise<void>
  readonly undo: (id: string) => Promise<void>
  readonly redo: (id: string) => Promise<void>
  readonly undoLatest: () => Promise<void>
  readonly redoLatest: () => Promise<void>
}

export function createImportsStore(backend: Backend, workspaceStore: WorkspaceStore, toasts: Toasts) {
  return createStore<ImportsState>()((set, get) => {
    const fileOf = (id: string) =>
      get().entries?.find(entry => entry.import === id)?.file ??
      (get().report?.import === id ? get().report?.file : undefined) ??
      `import ${id}`

    const change = async (id: string, method: 'imports.undo' | 'imports.redo') => {
      const file = fileOf(id)
      set({ busy: id, failure: null })
      try {
        const workspace = await backend.call(method, { import: id })
        const undoing = method === 'imports.undo'
        set(state => ({ undone: undoing ? [...state.undone, id] : state.undone.filter(other => other !== id) }))
        workspaceStore.getState().adopt(workspace)
        toasts
          .getState()
          .say(
            undoing ? `${file} is taken out again.` : `${file} is back in.`,
            undoing ? { label: 'Redo', run: () => void get().redo(id) } : { label: 'Undo', run: () => void get().undo(id) },
          )
        const { report, reportPage, page } = get()
        await Promise.all([get().load(page), report?.import === id ? get().loadReport(id, reportPage) : null])
      } catch (error) {
        set({ failure: failureOf(error, method === 'imports.undo' ? `Undoing the import of ${file}` : `Redoing the import of ${file}`) })
      } finally {
        set({ busy: null })
      }
    }

    return {
      entries: null,
      total: 0,
      page: 0,
      report: null,
      reportPage: 0,
      failure: null,
      busy: null,
      undone: [],
      load: async page => {
        try {
          const { total, rows } = await backend.call('imports.list', { page })
          set({ entries: rows, total, page, failure: null })
        } catch (error) {
          set({ failure: failureOf(error, 'Reading the history of imports') })
        }
      },
      loadReport: async (id, page) => {
        if (get().report?.import !== id) set({ report: null })
        try {
          set({ report: await backend.call('imports.report', { import: id, page }), reportPage: page, failure: null })
        } catch (error) {
          set({ failure: failureOf(error, 'Reading the report of an import') })
        }
      },
      undo: id => change(id, 'imports.undo'),
      redo: id => change(id, 'imports.redo'),
      undoLatest: async () => {
        const latest = get().entries?.find(entry => !entry.undone)
        if (latest && get().busy === null) await change(latest.import, 'imports.undo')
      },
      redoLatest: async () => {
        const latest = get().undone.at(-1)
        if (latest !== undefined && get().busy === null) await change(latest, 'imports.redo')
      },
    }
  })
}
