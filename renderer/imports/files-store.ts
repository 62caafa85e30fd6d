/** Files on their way in: looked at, mapped by the user, not read yet. */
import { createStore } from 'zustand'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { Toasts } from '../shell/toasts-store.ts'
import { ofKind } from './file-mapping.ts'
import type { ImportRequest, Inspection, Mapping } from './answers.ts'

interface Host<Taken> extends Caller {
  takeFile(file: Taken): Promise<string>
}

interface FilesState<Taken> {
  readonly files: readonly Inspection[]
  /** What each file was taken for before anybody said a word about its columns, by handle. */
  readonly guesses: Readonly<Record<string, Inspection>>
  /** Handles of files that are being looked at again. */
  readonly looking: readonly string[]
  /** How many files are being handed over and inspected. */
  readonly arriving: number
  /** The file whose mapping is being saved as a profile. */
  readonly saving: string | null
  readonly failure: Failure | null
  readonly add: (files: readonly Taken[]) => Promise<void>
  readonly remove: (handle: string) => void
  /** The file read as the mapping says. Several at once end with the last one said. */
  readonly remap: (handle: string, mapping: Mapping) => Promise<void>
  /** Null takes the profile away: the headers speak for themselves again. */
  readonly applyProfile: (handle: string, name: string | null) => Promise<void>
  /** Resolves to whether it was saved. */
  readonly saveProfile: (handle: string, name: string) => Promise<boolean>
  readonly clear: () => void
}

export function createFilesStore<Taken>(backend: Host<Taken>, toasts: Toasts) {
  return createStore<FilesState<Taken>>()((set, get) => {
    /** The newest look at each file: an answer to an older one is dropped. */
    const newest = new Map<string, number>()
    let looks = 0

    const lookAgain = async (handle: string, mappingOf: () => Promise<Mapping> | Mapping, doing: string) => {
      const look = ++looks
      newest.set(handle, look)
      set(state => ({ looking: [...state.looking, handle], failure: null }))
      try {
        const inspection = await backend.call('imports.remap', { handle, mapping: await mappingOf() })
        if (newest.get(handle) === look) set(state => taken(state, inspection))
      } catch (error) {
        set({ failure: failureOf(error, doing) })
      } finally {
        set(state => ({ looking: withoutFirst(state.looking, handle) }))
      }
    }
    const fileOf = (handle: string) => get().files.find(file => file.handle === handle)

    return {
      files: [],
      guesses: {},
      looking: [],
      arriving: 0,
      saving: null,
      failure: null,
      add: async files => {
        if (files.length === 0) return
        set(state => ({ arriving: state.arriving + files.length, failure: null }))
        try {
          const handles = await Promise.all(files.map(file => backend.takeFile(file)))
          const inspections = await backend.call('imports.inspect', { files: handles })
          set(state => ({
            files: [...state.files, ...inspections],
            guesses: { ...state.guesses, ...Object.fromEntries(inspections.map(inspection => [inspection.handle, inspection])) },
          }))
        } catch (error) {
          set({ failure: failureOf(error, 'Looking at the files') })
        } finally {
          set(state => ({ arriving: state.arriving - files.length }))
        }
      },
      remove: handle => set(state => ({ files: state.files.filter(file => file.handle !== handle), failure: null })),
      remap: async (handle, mapping) => {
        const file = fileOf(handle)
        // What is said next builds on what was said last, also while the host still looks.
        if (file) set(state => ({ files: state.files.map(other => (other === file ? { ...file, mapping } : other)) }))
        await lookAgain(handle, () => mapping, 'Looking at the file again')
      },
      applyProfile: async (handle, name) => {
        const mapping = fileOf(handle)?.mapping
        if (name !== null) await lookAgain(handle, () => backend.call('profiles.get', { name }), `Reading the file as the profile ${name}`)
        else if (mapping) await lookAgain(handle, () => ofKind(mapping.kind, null), 'Looking at the file again')
      },
      saveProfile: async (handle, name) => {
        const mapping = fileOf(handle)?.mapping
        if (!mapping) return false
        set({ saving: handle, failure: null })
        try {
          const named: Mapping = { ...mapping, name }
          await backend.call('profiles.save', { name, mapping: named })
          await lookAgain(handle, () => named, 'Looking at the file again')
          toasts.getState().say(`Saved as the profile ${name}. It is applied to the next file with these columns.`)
          return true
        } catch (error) {
          set({ failure: failureOf(error, 'Saving the profile') })
          return false
        } finally {
          set({ saving: null })
        }
      },
      clear: () => set({ files: [], guesses: {}, failure: null }),
    }
  })
}

type Looks = Pick<FilesState<unknown>, 'files' | 'guesses'>

/** An inspection whose headers spoke for themselves is what later words of the user are measured by. */
function taken({ files, guesses }: Looks, inspection: Inspection): Looks {
  const isGuess = inspection.kind !== guesses[inspection.handle]?.kind || headersOf(inspection) !== headersOf(guesses[inspection.handle])
  return {
    files: files.map(file => (file.handle === inspection.handle ? inspection : file)),
    guesses: isGuess ? { ...guesses, [inspection.handle]: inspection } : guesses,
  }
}

const headersOf = (inspection: Inspection | undefined) => JSON.stringify(inspection?.headers)

function withoutFirst(list: readonly string[], item: string): readonly string[] {
  const at = list.indexOf(item)
  return list.filter((_, index) => index !== at)
}

/** What is handed over to be checked and imported: the files whose kind is known, read as their mappings say. */
export const requestsOf = (files: readonly Inspection[]): ImportRequest[] =>
  files.flatMap(({ handle, mapping }) => (mapping ? [{ handle, mapping }] : []))
