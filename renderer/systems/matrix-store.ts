/** Cells of the person x system matrix for the systems a filter selects, riskiest first. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { SystemsQuery } from '../navigation/address.ts'
import { matrixView, type MatrixView, type Measure } from './matrix-view.ts'
import type { SystemRow } from './answers.ts'

export const MATRIX_SYSTEMS = 40
export const MATRIX_PEOPLE = 60

interface MatrixState {
  readonly view: MatrixView | null
  readonly systems: readonly SystemRow[]
  /** All systems the filter selects; the matrix shows the first of them. */
  readonly total: number
  readonly measure: Measure
  readonly asTable: boolean
  /** People marked for the leave simulation. */
  readonly marked: readonly string[]
  readonly failure: Failure | null
  readonly load: (query: SystemsQuery) => Promise<void>
  readonly setMeasure: (measure: Measure) => void
  readonly toggleTable: () => void
  readonly toggleMark: (personId: string) => void
  readonly clearMarks: () => void
}

export function createMatrixStore(backend: Backend) {
  let newest = 0
  return createStore<MatrixState>()(set => ({
    view: null,
    systems: [],
    total: 0,
    measure: 'authored',
    asTable: false,
    marked: [],
    failure: null,
    load: async ({ sort, ...filter }) => {
      const ticket = ++newest
      try {
        const { rows, total } = await backend.call('systems.list', { filter, sort, page: 0 })
        const systems = rows.slice(0, MATRIX_SYSTEMS)
        const components = systems.map(row => row.component)
        const columns = components.length === 0 ? null : await backend.call('systems.matrix', { components, people: MATRIX_PEOPLE })
        if (ticket !== newest) return
        const view = columns ? matrixView(columns, components) : { people: [], components: [], cells: [] }
        set({ view, systems, total, failure: null })
      } catch (error) {
        if (ticket === newest) set({ failure: failureOf(error, 'Reading the matrix of people and systems') })
      }
    },
    setMeasure: measure => set({ measure }),
    toggleTable: () => set(state => ({ asTable: !state.asTable })),
    toggleMark: personId =>
      set(({ marked }) => ({ marked: marked.includes(personId) ? marked.filter(other => other !== personId) : [...marked, personId] })),
    clearMarks: () => set({ marked: [] }),
  }))
}
