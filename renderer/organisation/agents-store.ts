/** Work with agents, as the host answers it. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { AgentsAnswer } from './answers.ts'

interface AgentsState {
  readonly answer: AgentsAnswer | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
}

export function createAgentsStore(backend: Backend) {
  let newest = 0
  return createStore<AgentsState>()(set => ({
    answer: null,
    failure: null,
    load: async () => {
      const ticket = ++newest
      try {
        const answer = await backend.call('agents.get', {})
        if (ticket === newest) set({ answer, failure: null })
      } catch (error) {
        if (ticket === newest) set({ failure: failureOf(error, 'Reading the work with agents') })
      }
    },
  }))
}
