/** Saved mappings: the list of them, the one that is open, and their way out to a file and back. */
import { createStore } from 'zustand'
import type { Output } from '../../src/contract/contract.ts'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'
import { formatList } from '../format.ts'
import type { Toasts } from '../shell/toasts-store.ts'
import type { Mapping } from './answers.ts'

export type ProfileEntry = Output<'profiles.list'>[number]

interface ProfilesState<Taken> {
  readonly profiles: readonly ProfileEntry[] | null
  readonly opened: { readonly name: string; readonly mapping: Mapping } | null
  readonly busy: boolean
  readonly failure: Failure | null
  readonly load: () => Promise<void>
  readonly open: (name: string) => Promise<void>
  readonly exportAsFile: (name: string) => Promise<void>
  readonly importFile: (file: Taken) => Promise<void>
  /** Resolves to whether it is gone. */
  readonly remove: (name: string) => Promise<boolean>
}

interface Host<Taken> extends Caller {
  takeFile(file: Taken): Promise<string>
}

/** `save` hands a text to the user as a file. */
export function createProfilesStore<Taken extends { readonly name: string }>(
  backend: Host<Taken>,
  toasts: Toasts,
  save: (name: string, text: string) => void,
) {
  let newest = 0
  return createStore<ProfilesState<Taken>>()((set, get) => {
    const act = async (doing: string, run: () => Promise<void>): Promise<boolean> => {
      set({ busy: true, failure: null })
      try {
        await run()
        return true
      } catch (error) {
        set({ failure: failureOf(error, doing) })
        return false
      } finally {
        set({ busy: false })
      }
    }
    const say = toasts.getState().say

    return {
      profiles: null,
      opened: null,
      busy: false,
      failure: null,
      load: async () => {
        try {
          set({ profiles: await backend.call('profiles.list', {}), failure: null })
        } catch (error) {
          set({ failure: failureOf(error, 'Reading the saved profiles') })
        }
      },
      open: async name => {
        const ticket = ++newest
        if (get().opened?.name !== name) set({ opened: null })
        try {
          const mapping = await backend.call('profiles.get', { name })
          if (ticket === newest) set({ opened: { name, mapping }, failure: null })
        } catch (error) {
          if (ticket === newest) set({ failure: failureOf(error, `Reading the profile ${name}`) })
        }
      },
      exportAsFile: async name => {
        await act(`Exporting the profile ${name}`, async () => {
          const file = await backend.call('profiles.export', { name })
          save(file.name, file.text)
          say(`${file.name} is handed to the browser to be saved.`)
        })
      },
      importFile: async file => {
        await act(`Importing profiles from ${file.name}`, async () => {
          const before = await backend.call('profiles.list', {})
          const saved = await backend.call('profiles.import', { file: await backend.takeFile(file) })
          await get().load()
          say(cameInWords(before, saved))
        })
      },
      remove: name =>
        act(`Removing the profile ${name}`, async () => {
          // Read first, so that it can be put back as it was.
          const mapping = await backend.call('profiles.get', { name })
          await backend.call('profiles.remove', { name })
          await get().load()
          const putBack = () =>
            act(`Putting the profile ${name} back`, async () => {
              await backend.call('profiles.save', { name, mapping })
              await get().load()
              say(`The profile ${name} is back.`)
            })
          say(`The profile ${name} is removed. Imports that were read with it stay as they are.`, {
            label: 'Undo',
            run: () => void putBack(),
          })
        }),
    }
  })
}

/** What a file of profiles brought, and which of them took the place of one of their name. */
export function cameInWords(before: readonly ProfileEntry[], saved: readonly ProfileEntry[]): string {
  const isKnown = ({ name }: ProfileEntry) => before.some(profile => profile.name === name)
  const namesOf = (profiles: readonly ProfileEntry[]) => formatList(profiles.map(({ name }) => name))
  const [added, replaced] = [saved.filter(profile => !isKnown(profile)), saved.filter(isKnown)]
  return [
    ...(added.length > 0 ? [`Added: ${namesOf(added)}.`] : []),
    ...(replaced.length > 0 ? [`Replaced: ${namesOf(replaced)}.`] : []),
  ].join(' ')
}
