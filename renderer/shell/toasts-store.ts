/** Short messages about what was just done, with a way to take it back. */
import { createStore } from 'zustand'

export interface Toast {
  readonly id: number
  readonly message: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

interface ToastsState {
  readonly toasts: readonly Toast[]
  readonly say: (message: string, action?: Toast['action']) => void
  readonly dismiss: (id: number) => void
}

const SHOWN_MS = 8000
/** Whoever may want to take something back gets longer. */
const SHOWN_WITH_ACTION_MS = 20_000

export type Toasts = ReturnType<typeof createToasts>

export function createToasts() {
  let newest = 0
  return createStore<ToastsState>()((set, get) => ({
    toasts: [],
    say: (message, action = null) => {
      const toast: Toast = { id: ++newest, message, action }
      // News replaces news; what can be taken back stays.
      set(state => ({ toasts: [...state.toasts.filter(other => other.action !== null).slice(-2), toast] }))
      setTimeout(() => get().dismiss(toast.id), action ? SHOWN_WITH_ACTION_MS : SHOWN_MS)
    },
    dismiss: id => set(state => ({ toasts: state.toasts.filter(toast => toast.id !== id) })),
  }))
}
