/** The fairness check of the result, as the host answers it. */
import { createStore } from 'zustand'
import type { Output } from '../../src/contract/contract.ts'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'

export type Fairness = Output<'fairness.get'>
export type Comparison = Fairness['comparisons'][number]

interface FairnessState {
  readonly fairness: Fairness | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
}

export function createFairnessStore(backend: Caller) {
  let newest = 0
  return createStore<FairnessState>()(set => ({
    fairness: null,
    failure: null,
    load: async () => {
      const ticket = ++newest
      try {
        const fairness = await backend.call('fairness.get', {})
        if (ticket === newest) set({ fairness, failure: null })
      } catch (error) {
        if (ticket === newest) set({ fairness: null, failure: failureOf(error, 'Reading the fairness check') })
      }
    },
  }))
}
