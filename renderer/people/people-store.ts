/** The table of people: its columns, the rows a query selects, the cursor, and the person peeked at. */
import { createStore } from 'zustand'
import type { Backend } from '../bridge.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Profile } from './answers.ts'
import { peopleData, type PeopleData } from './people-data.ts'
import { orderBy } from './people-order.ts'
import { peopleParameters, type PeopleQuery } from './people-query.ts'
import { peopleView, type PeopleView } from './people-view.ts'

interface PeopleState {
  readonly data: PeopleData | null
  readonly query: PeopleQuery | null
  readonly view: PeopleView | null
  readonly failure: Failure | null
  /** Index in the order of the view. */
  readonly cursor: number
  readonly facetsOpen: boolean
  readonly peekOpen: boolean
  readonly peek: Profile | null
  readonly peekFailure: Failure | null
  readonly peekWidth: number
  /** `version` is that of the workspace's data: what is there already is not asked for again. */
  readonly load: (version: number) => Promise<void>
  readonly show: (query: PeopleQuery) => void
  readonly moveTo: (index: number) => void
  readonly setFacetsOpen: (open: boolean) => void
  readonly setPeekOpen: (open: boolean) => void
  readonly setPeekWidth: (width: number) => void
  readonly loadPeek: (person: string) => Promise<void>
}

export type PeopleStore = ReturnType<typeof createPeopleStore>

const ROOM_FOR_FACETS_PX = 1200

/** The person at a place of the table. */
export function personAt({ data, view }: Pick<PeopleState, 'data' | 'view'>, index: number): string | undefined {
  const row = view?.order[index]
  return row === undefined ? undefined : data?.ids[row]
}

const rowsKey = (query: PeopleQuery) => peopleParameters({ ...query, columns: [] }).toString()

export function createPeopleStore(backend: Backend, page: { readonly innerWidth: number }) {
  let newestLoad = 0
  let loadedVersion = -1
  let newestPeek = ''
  /** The last permutation: typing in the filter does not sort again. */
  let sorted: { data: PeopleData; key: string; order: Uint32Array } | null = null

  const orderOf = (data: PeopleData, { sort, descending }: PeopleQuery) => {
    const key = `${sort} ${descending}`
    if (sorted?.data !== data || sorted.key !== key) sorted = { data, key, order: orderBy(data, sort, descending) }
    return sorted.order
  }

  return createStore<PeopleState>()((set, get) => ({
    data: null,
    query: null,
    view: null,
    failure: null,
    cursor: 0,
    facetsOpen: page.innerWidth >= ROOM_FOR_FACETS_PX,
    peekOpen: false,
    peek: null,
    peekFailure: null,
    peekWidth: 340,
    load: async version => {
      if (get().data && version === loadedVersion) return
      const load = ++newestLoad
      try {
        const data = peopleData(await backend.call('people.table', {}))
        if (load !== newestLoad) return
        loadedVersion = version
        const { query } = get()
        const view = query && peopleView(data, query, orderOf(data, query))
        set(state => ({ data, view, failure: null, cursor: Math.max(0, Math.min(state.cursor, (view?.order.length ?? 1) - 1)) }))
      } catch (error) {
        if (load === newestLoad) set({ failure: failureOf(error, 'Reading the table of people') })
      }
    },
    show: query => {
      const { data, query: former, view: shown } = get()
      const sameRows = former !== null && rowsKey(former) === rowsKey(query)
      if (sameRows && shown) return set({ query })
      set({ query, view: data && peopleView(data, query, orderOf(data, query)), cursor: sameRows ? get().cursor : 0 })
    },
    moveTo: index => set({ cursor: Math.max(0, Math.min(index, (get().view?.order.length ?? 1) - 1)) }),
    setFacetsOpen: facetsOpen => set({ facetsOpen }),
    setPeekOpen: peekOpen => set({ peekOpen }),
    setPeekWidth: peekWidth => set({ peekWidth: Math.max(280, Math.min(560, peekWidth)) }),
    loadPeek: async person => {
      newestPeek = person
      try {
        const peek = await backend.call('people.get', { person })
        if (newestPeek === person) set({ peek, peekFailure: null })
      } catch (error) {
        if (newestPeek === person) set({ peek: null, peekFailure: failureOf(error, 'Reading a person') })
      }
    },
  }))
}
