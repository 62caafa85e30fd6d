/** Who may be one person, who was taken for a bot, and the decisions about both with the way to take them back. */
import { createStore } from 'zustand'
import type { Output } from '../../src/contract/contract.ts'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'
import type { IdentityList } from '../navigation/address.ts'
import type { Toasts } from '../shell/toasts-store.ts'
import type { Bot, IdentityCounts, Suggestion } from './answers.ts'
import { readIdentities } from './identity-rows.ts'
import { botDecidedWords, decidedWords, pairKey } from './identity-words.ts'

interface IdentitiesState {
  readonly list: IdentityList
  readonly page: number
  readonly counts: IdentityCounts | null
  readonly pairs: readonly Suggestion[]
  readonly bots: readonly Bot[]
  /** Of the list; null until it has been read. */
  readonly total: number | null
  readonly failure: Failure | null
  /** What is being decided or taken back: pairs and bots by their keys. */
  readonly busy: string | null
  /** Decisions made in this window, the latest last. */
  readonly made: readonly number[]
  /** Where the cursor goes after a decision; a new object each time. */
  readonly next: { readonly key: string | null } | null
  readonly load: (list: IdentityList, page: number) => Promise<void>
  readonly decide: (pair: Suggestion, same: boolean) => Promise<void>
  readonly decideBot: (bot: Bot, isBot: boolean) => Promise<void>
  readonly undo: (decision: number) => Promise<void>
  readonly undoLatest: () => Promise<void>
}

type Adopt = (workspace: Output<'identities.undo'>) => void

const keysOf = ({ pairs, bots }: Pick<IdentitiesState, 'pairs' | 'bots'>) => [...pairs.map(pairKey), ...bots.map(bot => bot.key)]

/** The row that stands where one went away: the next, or at the end the one before. */
export function neighbourOf(keys: readonly string[], key: string): string | null {
  const index = keys.indexOf(key)
  return keys[index + 1] ?? keys[index - 1] ?? null
}

export function createIdentitiesStore(backend: Caller, adopt: Adopt, toasts: Toasts) {
  let newest = 0
  let reading: Promise<void> = Promise.resolve()
  return createStore<IdentitiesState>()((set, get) => {
    /** Ends when what is shown is what was asked for last. */
    const read = async (list: IdentityList, page: number, ticket: number): Promise<void> => {
      try {
        const rows = await readIdentities(backend, list, page)
        if (ticket !== newest) return await reading
        // The last page goes away with its last row.
        if (page > 0 && rows.pairs.length + rows.bots.length === 0) return await read(list, page - 1, ticket)
        set({ list, page, ...rows, failure: null })
      } catch (error) {
        if (ticket === newest) set({ failure: failureOf(error, 'Reading who may be one person') })
      }
      return undefined
    }
    /** Does one thing at a time, so that a key held down never decides twice. */
    const once = async (key: string, doing: string, act: () => Promise<void>) => {
      if (get().busy !== null) return
      set({ busy: key, failure: null })
      try {
        await act()
      } catch (error) {
        set({ failure: failureOf(error, doing) })
      } finally {
        set({ busy: null })
      }
    }
    const say = (words: string, decision: number | undefined) => {
      if (decision === undefined) return
      set(({ made }) => ({ made: [...made, decision] }))
      toasts.getState().say(words, { label: 'Undo', run: () => void get().undo(decision) })
    }

    return {
      list: 'open',
      page: 0,
      counts: null,
      pairs: [],
      bots: [],
      total: null,
      failure: null,
      busy: null,
      made: [],
      next: null,
      load: (list, page) => {
        if (list !== get().list) set({ pairs: [], bots: [], total: null, list, page, next: null })
        reading = read(list, page, ++newest)
        return reading
      },
      decide: (pair, same) =>
        once(pairKey(pair), 'Keeping this decision', async () => {
          const next = neighbourOf(keysOf(get()), pairKey(pair))
          const { decided } = await backend.call('identities.decide', { a: pair.a.id, b: pair.b.id, same })
          const { list, page } = get()
          await get().load(list, page)
          set({ next: { key: next } })
          say(decidedWords(pair, same), decided?.decision)
        }),
      decideBot: (bot, isBot) =>
        once(bot.key, 'Keeping this decision', async () => {
          const { decided } = await backend.call('identities.decideBot', { key: bot.key, bot: isBot })
          const { list, page } = get()
          await get().load(list, page)
          set({ next: { key: bot.key } })
          say(botDecidedWords(bot, isBot), decided?.decision)
        }),
      undo: decision =>
        once(`decision ${decision}`, 'Taking the decision back', async () => {
          const before = get()
          const decided = [...before.pairs, ...before.bots].find(row => row.decided?.decision === decision)
          const key = decided && ('key' in decided ? decided.key : pairKey(decided))
          const neighbour = key === undefined ? null : neighbourOf(keysOf(before), key)
          const shownBefore = new Set(keysOf(before))
          adopt(await backend.call('identities.undo', { decision }))
          await get().load(get().list, get().page)
          const keys = keysOf(get())
          const returned = keys.find(each => !shownBefore.has(each))
          set(state => ({
            made: state.made.filter(other => other !== decision),
            next: { key: returned ?? (key !== undefined && keys.includes(key) ? key : neighbour) },
          }))
          toasts.getState().say('The decision is taken back.')
        }),
      undoLatest: async () => {
        const latest = get().made.at(-1)
        if (latest !== undefined) await get().undo(latest)
        else toasts.getState().say('Nothing was decided since this window was opened. Decided pairs have an Undo of their own.')
      },
    }
  })
}
