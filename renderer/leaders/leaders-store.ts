/** A page of leaders, as the host answers it. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { LeadersAnswer, LeadersShown } from './answers.ts'

export interface LeadersAsked {
  readonly text: string
  readonly show: LeadersShown
  /** From 0. */
  readonly page: number
}

interface LeadersState {
  readonly answer: LeadersAnswer | null
  readonly panelWidth: number
  /** The rebuild test as a table. */
  readonly asTable: boolean
  readonly failure: Failure | null
  readonly load: (asked: LeadersAsked) => Promise<void>
  readonly setPanelWidth: (width: number) => void
  readonly toggleTable: () => void
}

export function createLeadersStore(backend: Backend) {
  let newest = 0
  return createStore<LeadersState>()(set => ({
    answer: null,
    panelWidth: 380,
    asTable: false,
    failure: null,
    load: async ({ text, show, page }) => {
      const ticket = ++newest
      try {
        const answer = await backend.call('leaders.get', { filter: { text, show }, page })
        if (ticket === newest) set({ answer, failure: null })
      } catch (error) {
        if (ticket === newest) set({ failure: failureOf(error, 'Reading the leaders') })
      }
    },
    setPanelWidth: panelWidth => set({ panelWidth: Math.max(280, Math.min(560, panelWidth)) }),
    toggleTable: () => set(state => ({ asTable: !state.asTable })),
  }))
}
