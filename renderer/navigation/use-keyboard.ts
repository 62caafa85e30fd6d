/** Listens to the keys of the whole window and runs the registered commands. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useStores } from '../stores.tsx'
import { chordOf, isSingleKey, matchCommand, type Command, type Commands } from './commands.ts'

const SEQUENCE_MS = 1200
const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, select, [contenteditable], [role=listbox], [role=menu], [role=dialog]'
/** Space and Enter belong to these when they have the focus. */
const PRESSABLE = 'button, a, summary, input, [role=button], [role=switch], [role=combobox], [role=separator]'

export function useKeyboard(commands: Commands): void {
  useEffect(() => {
    let chords: string[] = []
    let last = 0
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const chord = chordOf(event)
      if (!isFree(event.target, chord)) return
      const { commands: registered, singleKeys } = commands.getState()
      const usable = registered.filter(command => singleKeys || !isSingleKey(command.keys))
      chords = event.timeStamp - last < SEQUENCE_MS ? [...chords, chord] : [chord]
      last = event.timeStamp
      let match = matchCommand(usable, chords)
      if (match.kind === 'none' && chords.length > 1) match = matchCommand(usable, (chords = [chord]))
      if (match.kind === 'none') chords = []
      if (match.kind !== 'command') return
      chords = []
      event.preventDefault()
      match.command.run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [commands])
}

function isFree(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof Element)) return true
  if (chord === 'F6' || chord === 'Shift+F6') return true
  if (target.closest(TYPING)) return false
  return !((chord === 'Space' || chord === 'Enter') && target.closest(PRESSABLE))
}

/** Registers commands while a component is on screen. Pass a list that is stable (useMemo). */
export function useCommands(list: readonly Command[]): void {
  const { commands } = useStores()
  const register = useStore(commands, state => state.register)
  useEffect(() => register(list), [register, list])
}
