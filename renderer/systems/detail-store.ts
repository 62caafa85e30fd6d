/** One system: its verdict with reasons, its removal curve, and the rows it comes from. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { EvidenceRow, Removal, SystemDetail } from './answers.ts'

interface DetailState {
  readonly component: string | null
  readonly detail: SystemDetail | null
  readonly removal: Removal | null
  readonly evidence: readonly EvidenceRow[] | null
  readonly evidenceTotal: number
  readonly evidencePage: number
  /** Whose contributions are shown; null for everybody's. */
  readonly evidencePerson: string | null
  readonly failure: Failure | null
  readonly load: (component: string) => Promise<void>
  readonly showEvidence: (person: string | null, page: number) => Promise<void>
}

export function createDetailStore(backend: Backend) {
  return createStore<DetailState>()((set, get) => ({
    component: null,
    detail: null,
    removal: null,
    evidence: null,
    evidenceTotal: 0,
    evidencePage: 0,
    evidencePerson: null,
    failure: null,
    load: async component => {
      if (get().component !== component)
        set({
          component,
          detail: null,
          removal: null,
          evidence: null,
          evidenceTotal: 0,
          evidencePage: 0,
          evidencePerson: null,
          failure: null,
        })
      try {
        const [detail, removal] = await Promise.all([
          backend.call('systems.get', { component }),
          backend.call('systems.removal', { component }),
          get().showEvidence(get().evidencePerson, get().evidencePage),
        ])
        if (get().component === component) set({ detail, removal, failure: null })
      } catch (error) {
        if (get().component === component) set({ failure: failureOf(error, `Reading the system ${component}`) })
      }
    },
    showEvidence: async (person, page) => {
      const { component } = get()
      if (component === null) return
      set({ evidencePerson: person, evidencePage: page })
      try {
        const { rows, total } = await backend.call('systems.evidence', { component, person, page })
        const now = get()
        if (now.component === component && now.evidencePerson === person && now.evidencePage === page)
          set({ evidence: rows, evidenceTotal: total })
      } catch (error) {
        if (get().component === component) set({ failure: failureOf(error, 'Reading the contributions behind a system') })
      }
    },
  }))
}
