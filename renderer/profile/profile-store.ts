/** One person: what the records show, and the contributions behind all of it or behind one reason. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { ReasonOpened } from '../navigation/address.ts'
import type { EvidenceRow, Profile } from '../people/answers.ts'

export interface EvidencePage {
  readonly rows: readonly EvidenceRow[]
  readonly total: number
  readonly page: number
}

interface ProfileState {
  readonly person: string | null
  readonly profile: Profile | null
  readonly failure: Failure | null
  /** All contributions; null until they are there. */
  readonly evidence: EvidencePage | null
  /** The reason that is opened, and the contributions behind it. */
  readonly behind: ReasonOpened | null
  readonly behindEvidence: EvidencePage | null
  readonly load: (person: string) => Promise<void>
  readonly showEvidence: (page: number) => Promise<void>
  readonly showBehind: (behind: ReasonOpened | null, page: number) => Promise<void>
}

export type ProfileStore = ReturnType<typeof createProfileStore>

const NOBODY = { profile: null, failure: null, evidence: null, behind: null, behindEvidence: null } as const

export function createProfileStore(backend: Backend) {
  let [newestLoad, newestEvidence, newestBehind] = [0, 0, 0]
  return createStore<ProfileState>()((set, get) => ({
    person: null,
    ...NOBODY,
    load: async person => {
      const load = ++newestLoad
      if (get().person !== person) {
        newestEvidence++
        newestBehind++
        set({ person, ...NOBODY })
      }
      try {
        const [profile] = await Promise.all([
          backend.call('people.get', { person }),
          get().showEvidence(get().evidence?.page ?? 0),
          get().showBehind(get().behind, get().behindEvidence?.page ?? 0),
        ])
        if (load === newestLoad) set({ profile, failure: null })
      } catch (error) {
        if (load === newestLoad) set({ failure: failureOf(error, 'Reading a person') })
      }
    },
    showEvidence: async page => {
      const { person } = get()
      const ticket = ++newestEvidence
      if (person === null) return
      try {
        const answer = await backend.call('people.evidence', { person, flag: null, page })
        if (ticket === newestEvidence) set({ evidence: { ...answer, page } })
      } catch (error) {
        if (ticket === newestEvidence) set({ failure: failureOf(error, 'Reading the contributions of a person') })
      }
    },
    showBehind: async (behind, page) => {
      const { person, behind: former } = get()
      const ticket = ++newestBehind
      if (behind?.pattern !== former?.pattern || behind?.reason !== former?.reason) set({ behind, behindEvidence: null })
      if (person === null || behind === null) return
      try {
        const answer = await backend.call('people.evidence', { person, flag: behind, page })
        if (ticket === newestBehind) set({ behind, behindEvidence: { ...answer, page } })
      } catch (error) {
        if (ticket === newestBehind) set({ failure: failureOf(error, 'Reading the contributions behind a reason') })
      }
    },
  }))
}
