/** Whether this window hides names. It remembers so until it is closed. */
import { createStore } from 'zustand'

interface MaskingState {
  readonly isMasked: boolean
  readonly setMasked: (on: boolean) => void
}

const MASKED = 'switchyard.names-hidden'

export type Masking = ReturnType<typeof createMaskingStore>

/** The part of the browser's Storage that is needed. */
interface KeyValues {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

export function createMaskingStore(storage: KeyValues) {
  return createStore<MaskingState>()(set => ({
    isMasked: storage.getItem(MASKED) !== null,
    setMasked: on => {
      if (on) storage.setItem(MASKED, 'yes')
      else storage.removeItem(MASKED)
      set({ isMasked: on })
    },
  }))
}
