/** Where the window is, and the ways to another place. The browser's own history does the remembering. */
import { createStore } from 'zustand'
import { formatAddress, parseAddress, type Address } from './address.ts'
import { captureView, restoreView, type ViewMemory } from './view-memory.ts'

interface NavigationState {
  readonly address: Address
  readonly arrived: 'start' | 'forward' | 'replaced' | 'back'
  /** A new number for every move, so that two moves to one address are told apart. */
  readonly move: number
  readonly go: (address: Address) => void
  /** Changes the address in place, for what Back should not step through: each letter of a filter. */
  readonly replace: (address: Address) => void
  readonly back: () => void
  readonly restore: () => void
}

export function createNavigation(page: Window, home: Address) {
  const memories = new Map<number, ViewMemory>()
  let entry = entryOf(page.history.state) ?? 0
  let newestEntry = entry
  const current = () => parseAddress(page.location.hash) ?? home

  const store = createStore<NavigationState>()((set, get) => ({
    address: current(),
    arrived: 'start',
    move: 0,
    go: address => {
      if (formatAddress(address) === page.location.hash) return
      memories.set(entry, captureView(page.document))
      entry = ++newestEntry
      page.history.pushState({ entry }, '', formatAddress(address))
      set({ address, arrived: 'forward', move: get().move + 1 })
    },
    replace: address => {
      page.history.replaceState({ entry }, '', formatAddress(address))
      set({ address, arrived: 'replaced', move: get().move + 1 })
    },
    back: () => page.history.back(),
    restore: () => {
      const memory = memories.get(entry)
      if (memory) restoreView(page.document, memory)
    },
  }))

  page.history.replaceState({ entry }, '', formatAddress(current()))
  page.addEventListener('popstate', event => {
    memories.set(entry, captureView(page.document))
    entry = entryOf(event.state) ?? ++newestEntry
    newestEntry = Math.max(newestEntry, entry)
    store.setState(state => ({ address: current(), arrived: 'back', move: state.move + 1 }))
  })
  return store
}

function entryOf(state: unknown): number | null {
  return typeof state === 'object' && state !== null && 'entry' in state && typeof state.entry === 'number' ? state.entry : null
}
