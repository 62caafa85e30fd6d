/** How each figure is computed, as the host explains it. */
import { createStore } from 'zustand'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Explanation } from './answers.ts'

interface MethodState {
  readonly explanations: readonly Explanation[] | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
}

export const createMethodStore = (backend: Caller) =>
  createStore<MethodState>()(set => ({
    explanations: null,
    failure: null,
    load: async () => {
      try {
        const { explanations } = await backend.call('method.get', {})
        set({ explanations, failure: null })
      } catch (error) {
        set({ failure: failureOf(error, 'Reading the method') })
      }
    },
  }))
