/** All units, read page by page, and which of them stand open in the tree. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { OrganisationAnswer, Unit } from './answers.ts'
import { openAtFirst } from './unit-tree.ts'

interface OrganisationState {
  readonly units: readonly Unit[] | null
  readonly about: Omit<OrganisationAnswer, 'units' | 'total'> | null
  /** Paths of units whose units below are in sight. */
  readonly open: ReadonlySet<string>
  readonly panelWidth: number
  readonly failure: Failure | null
  readonly load: () => Promise<void>
  readonly setOpen: (paths: readonly string[], isOpen: boolean) => void
  readonly setPanelWidth: (width: number) => void
}

export function createOrganisationStore(backend: Backend) {
  let newest = 0
  return createStore<OrganisationState>()((set, get) => ({
    units: null,
    about: null,
    open: new Set(),
    panelWidth: 340,
    failure: null,
    load: async () => {
      const ticket = ++newest
      try {
        const units: Unit[] = []
        for (let page = 0; ; page++) {
          const { units: some, total, ...about } = await backend.call('organisation.get', { page })
          if (ticket !== newest) return
          units.push(...some)
          if (some.length > 0 && units.length < total) continue
          const isFirst = get().units === null
          set({ units, about, failure: null, ...(isFirst ? { open: openAtFirst(units) } : {}) })
          return
        }
      } catch (error) {
        if (ticket === newest) set({ failure: failureOf(error, 'Reading the units') })
      }
    },
    setOpen: (paths, isOpen) =>
      set(({ open }) => ({ open: isOpen ? new Set([...open, ...paths]) : new Set([...open].filter(path => !paths.includes(path))) })),
    setPanelWidth: panelWidth => set({ panelWidth: Math.max(280, Math.min(560, panelWidth)) }),
  }))
}
