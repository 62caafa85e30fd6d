/** Theme and density, kept by the host and applied to the root element. */
import { createStore } from 'zustand'
import type { Output } from '../../src/contract/contract.ts'
import type { Backend } from '../bridge.ts'

export type Preferences = Output<'preferences.get'>

interface PreferencesState {
  readonly preferences: Preferences
  readonly load: () => Promise<void>
  readonly change: (changes: Partial<Preferences>) => Promise<void>
}

export function createPreferencesStore(backend: Backend, root: HTMLElement) {
  const store = createStore<PreferencesState>()((set, get) => ({
    preferences: { theme: 'system', density: 'comfortable' },
    // Looks are no reason to stop anybody: where the host cannot keep them, they last as long as the window.
    load: async () => {
      const preferences = await backend.call('preferences.get', {}).catch(() => null)
      if (preferences) set({ preferences })
    },
    change: async changes => {
      const preferences = { ...get().preferences, ...changes }
      set({ preferences })
      await backend.call('preferences.set', preferences).catch(() => null)
    },
  }))
  store.subscribe(({ preferences }) => {
    if (preferences.theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = preferences.theme
    root.dataset['density'] = preferences.density
  })
  return store
}
