/** The leave simulation: who is picked, who could be, and what would follow. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Departure, PersonFound } from './answers.ts'

interface LeaveState {
  readonly departure: Departure | null
  /** The people the result is for, joined; tells a stale result from the one asked for. */
  readonly simulated: readonly string[]
  readonly running: boolean
  readonly found: readonly PersonFound[]
  readonly foundTotal: number
  readonly failure: Failure | null
  readonly find: (text: string) => Promise<void>
  readonly simulate: (people: readonly string[]) => Promise<void>
}

export function createLeaveStore(backend: Backend) {
  let newestFind = 0
  let newestRun = 0
  return createStore<LeaveState>()(set => ({
    departure: null,
    simulated: [],
    running: false,
    found: [],
    foundTotal: 0,
    failure: null,
    find: async text => {
      const ticket = ++newestFind
      try {
        const { rows, total } = await backend.call('people.find', { text, page: 0 })
        if (ticket === newestFind) set({ found: rows, foundTotal: total })
      } catch (error) {
        if (ticket === newestFind) set({ failure: failureOf(error, 'Looking for people') })
      }
    },
    simulate: async people => {
      const ticket = ++newestRun
      if (people.length === 0) {
        set({ departure: null, simulated: [], running: false, failure: null })
        return
      }
      set({ running: true, failure: null })
      try {
        const departure = await backend.call('simulation.leave', { people: [...people] })
        if (ticket === newestRun) set({ departure, simulated: people, running: false })
      } catch (error) {
        if (ticket === newestRun) set({ running: false, failure: failureOf(error, 'Simulating who leaves') })
      }
    },
  }))
}
