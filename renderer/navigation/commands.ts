/** One registry of what keys do. The global listener, the key hints and the `?` sheet all read it. */
import { createStore } from 'zustand'

export interface Command {
  readonly id: string
  /** `j`, `Space`, `Ctrl+Shift+z`, or a sequence: `g s`. */
  readonly keys: string
  readonly label: string
  readonly group: string
  readonly run: () => void
}

interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The name of a key press as commands spell it. Shift is named only beside Ctrl, for `?` is a key of its own. */
export function chordOf(press: KeyPress): string {
  const key = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toLowerCase() : press.key
  const control = press.ctrlKey || press.metaKey
  const shift = press.shiftKey && (control || press.key.length > 1)
  return `${control ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/** A key that a letter alone would trigger while somebody dictates or types; these can be switched off. */
export const isSingleKey = (keys: string) => keys.split(' ').every(chord => chord.length === 1)

type Match = { readonly kind: 'command'; readonly command: Command } | { readonly kind: 'prefix' } | { readonly kind: 'none' }

/** What the chords pressed so far amount to. The command registered last wins: a screen goes before the shell. */
export function matchCommand(commands: readonly Command[], chords: readonly string[]): Match {
  const pressed = chords.join(' ')
  const command = commands.findLast(candidate => candidate.keys === pressed)
  if (command) return { kind: 'command', command }
  return commands.some(candidate => candidate.keys.startsWith(`${pressed} `)) ? { kind: 'prefix' } : { kind: 'none' }
}

interface CommandsState {
  readonly commands: readonly Command[]
  readonly singleKeys: boolean
  readonly sheetOpen: boolean
  readonly register: (commands: readonly Command[]) => () => void
  readonly setSingleKeys: (on: boolean) => void
  readonly setSheetOpen: (open: boolean) => void
}

const SINGLE_KEYS_OFF = 'switchyard.single-keys-off'

export type Commands = ReturnType<typeof createCommands>

/** The part of the browser's Storage that is needed. */
interface KeyValues {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

export function createCommands(storage: KeyValues) {
  return createStore<CommandsState>()(set => ({
    commands: [],
    singleKeys: storage.getItem(SINGLE_KEYS_OFF) === null,
    sheetOpen: false,
    register: added => {
      set(state => ({ commands: [...state.commands, ...added] }))
      return () => set(state => ({ commands: state.commands.filter(command => !added.includes(command)) }))
    },
    setSingleKeys: on => {
      if (on) storage.removeItem(SINGLE_KEYS_OFF)
      else storage.setItem(SINGLE_KEYS_OFF, 'yes')
      set({ singleKeys: on })
    },
    setSheetOpen: sheetOpen => set({ sheetOpen }),
  }))
}
