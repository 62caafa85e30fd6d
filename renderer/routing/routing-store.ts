/** Who is routed where, as the host answers it. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Routing } from '../people/answers.ts'

interface RoutingState {
  readonly routing: Routing | null
  readonly failure: Failure | null
  readonly load: () => Promise<void>
}

export type RoutingStore = ReturnType<typeof createRoutingStore>

export function createRoutingStore(backend: Backend) {
  let newest = 0
  return createStore<RoutingState>()(set => ({
    routing: null,
    failure: null,
    load: async () => {
      const ticket = ++newest
      try {
        const routing = await backend.call('routing.get', {})
        if (ticket === newest) set({ routing, failure: null })
      } catch (error) {
        if (ticket === newest) set({ failure: failureOf(error, 'Reading who is routed where') })
      }
    },
  }))
}
