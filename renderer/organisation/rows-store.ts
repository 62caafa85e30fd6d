/** The contributions behind the figure that is open, a page at a time. */
import { createStore } from 'zustand'
import type { Output } from '../../src/contract/contract.ts'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Figure } from './answers.ts'

interface RowsState {
  readonly evidence: (Output<'organisation.rows'> & { readonly page: number }) | null
  readonly failure: Failure | null
  readonly load: (figure: Figure, page: number) => Promise<void>
  /** Nothing is open any more. */
  readonly clear: () => void
}

export type RowsStore = ReturnType<typeof createRowsStore>

export function createRowsStore(backend: Backend) {
  let newest = 0
  return createStore<RowsState>()(set => ({
    evidence: null,
    failure: null,
    load: async (figure, page) => {
      const ticket = ++newest
      try {
        const answer = await backend.call('organisation.rows', { figure, page })
        if (ticket === newest) set({ evidence: { ...answer, page }, failure: null })
      } catch (error) {
        if (ticket === newest) set({ evidence: null, failure: failureOf(error, 'Reading the contributions behind a figure') })
      }
    },
    clear: () => {
      newest++
      set({ evidence: null, failure: null })
    },
  }))
}
