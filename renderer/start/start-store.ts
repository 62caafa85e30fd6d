/** The workspaces this computer knows, and the ways to open another one. */
import { createStore } from 'zustand'
import type { Input, Output } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Workspace } from '../shell/workspace-store.ts'

export type Recent = Output<'workspace.recent'>[number]
type Place = Input<'workspace.open'>

interface StartState {
  readonly recents: readonly Recent[] | null
  /** What is being opened, in words; null when nothing is. */
  readonly opening: string | null
  readonly failure: Failure | null
  /** Set when the last thing opened is damaged: what Restore would restore. */
  readonly damaged: Place | null
  readonly canChooseFolder: boolean
  readonly load: () => Promise<void>
  readonly create: (name: string) => Promise<Workspace | null>
  readonly openRecent: (recent: Recent) => Promise<Workspace | null>
  readonly openFolder: () => Promise<Workspace | null>
  readonly openSample: () => Promise<Workspace | null>
  readonly restore: () => Promise<Workspace | null>
  readonly close: () => Promise<void>
}

export function createStartStore(backend: Backend, adopt: (workspace: Workspace | null) => void) {
  return createStore<StartState>()((set, get) => {
    const attempt = async (doing: string, place: Place | null, open: () => Promise<Workspace | null>) => {
      set({ opening: doing, failure: null, damaged: null })
      try {
        const workspace = await open()
        if (workspace) adopt(workspace)
        return workspace
      } catch (error) {
        set({ failure: failureOf(error, doing), damaged: error instanceof AppError && error.code === 'damaged' ? place : null })
        return null
      } finally {
        set({ opening: null })
      }
    }
    return {
      recents: null,
      opening: null,
      failure: null,
      damaged: null,
      canChooseFolder: backend.chooseFolder !== null,
      load: async () => {
        try {
          set({ recents: await backend.call('workspace.recent', {}) })
        } catch (error) {
          set({ recents: [], failure: failureOf(error, 'Reading the list of recent workspaces') })
        }
      },
      create: name => attempt(`Creating ${name}`, null, () => backend.call('workspace.create', { name })),
      openRecent: ({ recent, name }) => attempt(`Opening ${name}`, { recent }, () => backend.call('workspace.open', { recent })),
      openFolder: async () => {
        const folder = await backend.chooseFolder?.()
        return folder ? attempt('Opening the folder', { folder }, () => backend.call('workspace.open', { folder })) : null
      },
      openSample: () => attempt('Opening the sample organisation', null, () => backend.call('workspace.sample', {})),
      restore: async () => {
        const place = get().damaged
        return place ? attempt('Restoring the newest good backup', place, () => backend.call('workspace.restore', place)) : null
      },
      close: async () => {
        await attempt('Closing the workspace', null, async () => {
          await backend.call('workspace.close', {})
          adopt(null)
          return null
        })
        await get().load()
      },
    }
  })
}
