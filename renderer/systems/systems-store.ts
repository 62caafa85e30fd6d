/** The list of systems, its summary and the system peeked at. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import { formatAddress, type SystemsQuery } from '../navigation/address.ts'
import type { SystemDetail, SystemRow, SystemsSummary } from './answers.ts'

const PAGE_ROWS = 100

interface SystemsState {
  readonly summary: SystemsSummary | null
  readonly query: SystemsQuery | null
  /** Null until the first page is there. */
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly SystemRow[]>
  readonly failure: Failure | null
  /** Index of the row under the cursor. */
  readonly cursor: number
  readonly peekOpen: boolean
  readonly peek: SystemDetail | null
  readonly peekWidth: number
  readonly loadSummary: () => Promise<void>
  readonly show: (query: SystemsQuery) => Promise<void>
  /** Fetches the pages that hold these rows, unless they are there. */
  readonly need: (firstRow: number, lastRow: number) => void
  readonly moveTo: (index: number) => void
  readonly setPeekOpen: (open: boolean) => void
  readonly setPeekWidth: (width: number) => void
  readonly loadPeek: (component: string) => Promise<void>
}

/** The row at an index of the whole list; undefined while its page is not there. */
export const rowAt = (state: Pick<SystemsState, 'pages'>, index: number) =>
  state.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS]

const queryKey = (query: SystemsQuery) => formatAddress({ screen: 'systems', query })

export function createSystemsStore(backend: Backend) {
  let newestShow = 0
  let newestPeek = ''
  return createStore<SystemsState>()((set, get) => {
    const asked = new Set<number>()

    const page = ({ sort, ...filter }: SystemsQuery, number: number) => backend.call('systems.list', { filter, sort, page: number })

    const loadPage = async (number: number) => {
      const { query } = get()
      if (!query || asked.has(number)) return
      asked.add(number)
      const show = newestShow
      try {
        const { rows, total } = await page(query, number)
        if (show === newestShow) set(state => ({ total, pages: new Map(state.pages).set(number, rows) }))
      } catch (error) {
        asked.delete(number)
        if (show === newestShow) set({ failure: failureOf(error, 'Reading the list of systems') })
      }
    }

    return {
      summary: null,
      query: null,
      total: null,
      pages: new Map(),
      failure: null,
      cursor: 0,
      peekOpen: false,
      peek: null,
      peekWidth: 340,
      loadSummary: async () => {
        try {
          set({ summary: await backend.call('systems.summary', {}) })
        } catch (error) {
          set({ failure: failureOf(error, 'Reading the summary of systems') })
        }
      },
      // The former rows stay until the new ones are there: a list that empties itself for a moment flickers.
      show: async query => {
        const show = ++newestShow
        const sameList = get().query !== null && queryKey(get().query ?? query) === queryKey(query)
        try {
          const { rows, total } = await page(query, 0)
          if (show !== newestShow) return
          asked.clear()
          asked.add(0)
          set(state => ({
            query,
            total,
            pages: new Map([[0, rows]]),
            failure: null,
            cursor: sameList ? Math.min(state.cursor, Math.max(0, total - 1)) : 0,
          }))
        } catch (error) {
          if (show === newestShow) set({ query, failure: failureOf(error, 'Reading the list of systems') })
        }
      },
      need: (firstRow, lastRow) => {
        for (let number = Math.floor(firstRow / PAGE_ROWS); number <= Math.floor(lastRow / PAGE_ROWS); number++) void loadPage(number)
      },
      moveTo: index => set({ cursor: Math.max(0, Math.min(index, (get().total ?? 1) - 1)) }),
      setPeekOpen: peekOpen => set({ peekOpen }),
      setPeekWidth: peekWidth => set({ peekWidth: Math.max(280, Math.min(560, peekWidth)) }),
      loadPeek: async component => {
        newestPeek = component
        try {
          const peek = await backend.call('systems.get', { component })
          if (newestPeek === component) set({ peek })
        } catch (error) {
          set({ failure: failureOf(error, 'Reading a system') })
        }
      },
    }
  })
}
