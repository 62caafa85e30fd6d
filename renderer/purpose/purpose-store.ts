/** Why this workspace is analysed at all: asked before the first analysis, may be skipped, and then said everywhere. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Workspace, WorkspaceStore } from '../shell/workspace-store.ts'
import type { NoticeFacts } from './notice-template.ts'

interface PurposeState {
  readonly open: boolean
  readonly saving: boolean
  readonly failure: Failure | null
  /** Workspaces for which the question was answered with Skip while this window was open. */
  readonly skipped: readonly string[]
  /** Opens the question; `then` runs once it is answered or skipped. */
  readonly ask: (then?: () => void) => void
  /** True when the question has to be put before an analysis. */
  readonly isDue: (workspace: Workspace) => boolean
  readonly save: (facts: NoticeFacts) => Promise<void>
  readonly skip: () => void
  readonly close: () => void
}

export function createPurposeStore(backend: Backend, workspaceStore: WorkspaceStore) {
  return createStore<PurposeState>()((set, get) => {
    let next: (() => void) | undefined
    const done = () => {
      set({ open: false })
      next?.()
      next = undefined
    }
    return {
      open: false,
      saving: false,
      failure: null,
      skipped: [],
      ask: then => {
        next = then
        set({ open: true, failure: null })
      },
      isDue: workspace => !workspace.sample && workspace.purpose === null && !get().skipped.includes(workspace.location),
      save: async ({ purpose, legalBasis, noticeDate }) => {
        set({ saving: true, failure: null })
        try {
          const workspace = await backend.call('purpose.set', {
            purpose: purpose.trim(),
            legalBasis: legalBasis.trim() === '' ? null : legalBasis.trim(),
            noticeDate: noticeDate === '' ? null : noticeDate,
          })
          workspaceStore.getState().adopt(workspace)
          done()
        } catch (error) {
          set({ failure: failureOf(error, 'Recording the purpose') })
        } finally {
          set({ saving: false })
        }
      },
      skip: () => {
        const location = workspaceStore.getState().workspace?.location
        if (location !== undefined) set(state => ({ skipped: [...state.skipped, location] }))
        done()
      },
      close: () => {
        next = undefined
        set({ open: false })
      },
    }
  })
}
