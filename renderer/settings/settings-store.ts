/** The settings of the method, what is being changed about them, and how many flags that would make. */
import { createStore } from 'zustand'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'
import { formatPlural } from '../format.ts'
import type { Toasts } from '../shell/toasts-store.ts'
import type { Setting, SettingCounts, Settings, SettingValue } from './answers.ts'
import { changesOf, type Draft, draftOf, type Drafts, isSame, settingsOf } from './setting-drafts.ts'

interface SettingsState {
  readonly settings: Settings | null
  readonly drafts: Drafts
  /** Null before the first analysis: then there are no flags to count. */
  readonly counts: SettingCounts | null
  readonly isSaving: boolean
  readonly failure: Failure | null
  readonly load: () => Promise<void>
  readonly draft: (setting: Setting, draft: Draft) => Promise<void>
  /** Back to what is saved. */
  readonly discard: () => Promise<void>
  /** Drafts of the defaults: nothing is saved by that. */
  readonly resetAll: (settings: readonly Setting[]) => Promise<void>
  readonly save: () => Promise<void>
}

export function createSettingsStore(backend: Caller, toasts: Toasts) {
  let newestLoad = 0
  let newestCount = 0
  return createStore<SettingsState>()((set, get) => {
    const changes = () => changesOf(get().settings ? settingsOf(get().settings!) : [], get().drafts)

    /** The count asked for last is the one that is shown. */
    const count = async () => {
      const ticket = ++newestCount
      try {
        const counts = await backend.call('settings.count', { changes: changes() })
        if (ticket === newestCount) set({ counts })
      } catch {
        // Without an analysis there is nothing to count; what is wrong with a value is said when it is saved.
        if (ticket === newestCount) set({ counts: null })
      }
    }
    const redraft = (drafts: Drafts) => {
      set({ drafts })
      return count()
    }
    const setTo = async (sent: Record<string, SettingValue | null>, message: string) => {
      set({ isSaving: true, failure: null })
      try {
        const { former, ...settings } = await backend.call('settings.set', { changes: sent })
        set({ settings, drafts: {} })
        toasts.getState().say(message, { label: 'Undo', run: () => void setTo(former, 'The settings are back as they were.') })
        await count()
      } catch (error) {
        set({ failure: failureOf(error, 'Saving the settings') })
      } finally {
        set({ isSaving: false })
      }
    }
    return {
      settings: null,
      drafts: {},
      counts: null,
      isSaving: false,
      failure: null,
      load: async () => {
        const ticket = ++newestLoad
        try {
          const settings = await backend.call('settings.get', {})
          if (ticket !== newestLoad) return
          set({ settings, failure: null })
          await count()
        } catch (error) {
          if (ticket === newestLoad) set({ failure: failureOf(error, 'Reading the settings') })
        }
      },
      draft: async (setting, draft) => {
        const { [setting.setting]: _former, ...others } = get().drafts
        const isSaved = draft.value !== null && isSame(draft.value, setting.value)
        await redraft(isSaved ? others : { ...others, [setting.setting]: draft })
      },
      discard: () => redraft({}),
      resetAll: settings => {
        const reset = settings.map(setting => [setting.setting, draftOf(setting.default)] as const)
        const others = Object.entries(get().drafts).filter(([name]) => !settings.some(({ setting }) => setting === name))
        const needed = reset.filter(([name]) => settings.some(one => one.setting === name && !isSame(one.value, one.default)))
        return redraft(Object.fromEntries([...others, ...needed]))
      },
      save: async () => {
        const sent = changes()
        const saved = formatPlural(Object.keys(sent).length, 'setting is', 'settings are')
        await setTo(sent, `${saved} saved. Results are from the old rule until they are recalculated.`)
      },
    }
  })
}
