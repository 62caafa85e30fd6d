/** How good the imported data is, as the host answers it. */
import { createStore } from 'zustand'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Quality } from './answers.ts'

interface QualityState {
  readonly quality: Quality | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
}

export function createQualityStore(backend: Caller) {
  let newest = 0
  return createStore<QualityState>()(set => ({
    quality: null,
    failure: null,
    load: async () => {
      const ticket = ++newest
      try {
        const quality = await backend.call('quality.get', {})
        if (ticket === newest) set({ quality, failure: null })
      } catch (error) {
        if (ticket === newest) set({ failure: failureOf(error, 'Reading how good the data is') })
      }
    },
  }))
}
