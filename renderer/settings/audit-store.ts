/** The audit log, a page at a time. */
import { createStore } from 'zustand'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { AuditPage } from './answers.ts'

interface AuditState {
  readonly log: AuditPage | null
  readonly page: number
  readonly failure: Failure | null
  readonly load: (page: number) => Promise<void>
}

export function createAuditStore(backend: Caller) {
  let newest = 0
  return createStore<AuditState>()(set => ({
    log: null,
    page: 0,
    failure: null,
    load: async page => {
      const ticket = ++newest
      try {
        const log = await backend.call('audit.list', { page })
        if (ticket === newest) set({ log, page, failure: null })
      } catch (error) {
        if (ticket === newest) set({ failure: failureOf(error, 'Reading the audit log') })
      }
    },
  }))
}
