/** The removal curve of all systems together. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Removal } from './answers.ts'

interface RemovalState {
  readonly removal: Removal | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
}

export function createRemovalStore(backend: Backend) {
  return createStore<RemovalState>()(set => ({
    removal: null,
    failure: null,
    load: async () => {
      try {
        set({ removal: await backend.call('systems.removal', { component: null }), failure: null })
      } catch (error) {
        set({ failure: failureOf(error, 'Reading the removal curve') })
      }
    },
  }))
}
