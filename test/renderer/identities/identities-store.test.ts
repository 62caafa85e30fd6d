import { describe, expect, it } from 'vitest'
import { createIdentitiesStore, neighbourOf } from '../../../renderer/identities/identities-store.ts'
import { pairKey } from '../../../renderer/identities/identity-words.ts'
import { readIdentities } from '../../../renderer/identities/identity-rows.ts'
import { createToasts } from '../../../renderer/shell/toasts-store.ts'
import { createFakeBackend } from '../fake-backend.ts'
import { PAIRS } from '../fake-identities.ts'

function window() {
  const toasts = createToasts()
  const adopted: unknown[] = []
  const backend = createFakeBackend('open', 0)
  const store = createIdentitiesStore(backend, state => adopted.push(state), toasts)
  const shown = () => store.getState().pairs.map(pairKey)
  return { store, toasts, adopted, backend, shown }
}
const [first, second, third] = PAIRS.map(pairKey)

describe('a decision about a pair', () => {
  it('takes it off the list, counts it, and moves the cursor to the next', async () => {
    const { store, toasts, shown } = window()
    await store.getState().load('open', 0)
    await store.getState().decide(store.getState().pairs[0]!, true)
    expect(shown()).not.toContain(first)
    expect(store.getState().counts).toMatchObject({ open: PAIRS.length - 1, decided: 1 })
    expect(store.getState().next).toEqual({ key: second })
    expect(toasts.getState().toasts.at(-1)).toMatchObject({
      message: 'Amara Okafor (E10041) and Amara Okafor (amara@okafor.dev): the same person.',
      action: { label: 'Undo' },
    })
  })

  it('is listed apart, and comes back with the cursor when it is taken back', async () => {
    const { store, adopted, shown } = window()
    await store.getState().load('open', 0)
    await store.getState().decide(store.getState().pairs[1]!, false)
    await store.getState().load('decided', 0)
    expect(shown()).toEqual([second])
    expect(store.getState().pairs[0]?.decided?.same).toBe(false)
    await store.getState().load('open', 0)
    await store.getState().undoLatest()
    expect(shown()).toContain(second)
    expect(store.getState().next).toEqual({ key: second })
    expect(store.getState().counts).toMatchObject({ open: PAIRS.length, decided: 0 })
    expect(adopted).toHaveLength(1)
  })

  it('is taken back in the order of the decisions, the latest first, and then there is nothing to take back', async () => {
    const { store, toasts, shown } = window()
    await store.getState().load('open', 0)
    await store.getState().decide(store.getState().pairs[0]!, true)
    await store.getState().decide(store.getState().pairs[0]!, true)
    await store.getState().undoLatest()
    expect(shown()).toContain(second)
    expect(shown()).not.toContain(first)
    await store.getState().undoLatest()
    expect(shown()).toContain(first)
    await store.getState().undoLatest()
    expect(toasts.getState().toasts.at(-1)?.message).toMatch(/^Nothing was decided/)
  })

  it('keeps the cursor where the window reads the list again on every change', async () => {
    const backend = createFakeBackend('open', 0)
    const store = createIdentitiesStore(backend, () => setTimeout(() => void store.getState().load('open', 0)), createToasts())
    await store.getState().load('open', 0)
    await store.getState().decide(store.getState().pairs[2]!, true)
    await store.getState().undoLatest()
    expect(store.getState().next).toEqual({ key: third })
  })

  it('is made once, however long the key is held', async () => {
    const { store } = window()
    await store.getState().load('open', 0)
    const [pair] = store.getState().pairs
    await Promise.all([store.getState().decide(pair!, true), store.getState().decide(pair!, true), store.getState().undoLatest()])
    expect(store.getState().made).toHaveLength(1)
  })

  it('that fails is told, and the pair stays', async () => {
    const { store, shown } = window()
    await store.getState().load('open', 0)
    const [pair] = store.getState().pairs
    await store.getState().decide({ ...pair!, a: { ...pair!.a, id: 'nobody' } }, true)
    expect(store.getState().failure?.doing).toBe('Keeping this decision')
    expect(shown()).toContain(first)
    expect(store.getState().busy).toBeNull()
  })
})

describe('a decision about a bot', () => {
  it('stays on its row, with the way back', async () => {
    const { store } = window()
    await store.getState().load('bots', 0)
    const [bot] = store.getState().bots
    await store.getState().decideBot(bot!, false)
    expect(store.getState().bots[0]?.decided?.bot).toBe(false)
    expect(store.getState().next).toEqual({ key: bot!.key })
    await store.getState().undoLatest()
    expect(store.getState().bots[0]?.decided).toBeNull()
    expect(store.getState().next).toEqual({ key: bot!.key })
  })
})

describe('the cursor', () => {
  it('goes to the row that follows, at the end to the one before, and nowhere when none is left', () => {
    expect(neighbourOf([first!, second!, third!], second!)).toBe(third)
    expect(neighbourOf([first!, second!, third!], third!)).toBe(second)
    expect(neighbourOf([first!], first!)).toBeNull()
  })
})

describe('long lists', () => {
  const open = 130
  const total = 260
  const candidate = (id: string) => ({ id, name: null, inHris: false, keys: [], contributions: 1 })
  const rows = Array.from({ length: total }, (_, index) => ({
    a: candidate(`a${index}`),
    b: candidate(`b${index}`),
    why: 'The names are the same.',
    decided: index < open ? null : { same: true, decision: index },
  }))
  const long = createFakeBackend('open', 0)
  const backend: typeof long = {
    ...long,
    call: async (method, input) => {
      if (method !== 'identities.list') return long.call(method, input)
      const { page } = input as { page: number } // of this method
      const answer = { counts: { open, decided: total - open, bots: 0 }, total, rows: rows.slice(page * 100, page * 100 + 100) }
      return answer as unknown as Awaited<ReturnType<typeof long.call<typeof method>>> // of this method
    },
  }
  const numbersOf = async (list: 'open' | 'decided', page: number) =>
    (await readIdentities(backend, list, page)).pairs.map(({ a }) => Number(a.id.slice(1)))
  const range = (from: number, until: number) => Array.from({ length: until - from }, (_, index) => from + index)

  it('have open pairs and decided ones on pages of their own, none twice and none left out', async () => {
    expect(await numbersOf('open', 0)).toEqual(range(0, 100))
    expect(await numbersOf('open', 1)).toEqual(range(100, 130))
    expect(await numbersOf('decided', 0)).toEqual(range(130, 230))
    expect(await numbersOf('decided', 1)).toEqual(range(230, 260))
  })

  it('step back from a page that went away', async () => {
    const store = createIdentitiesStore(backend, () => undefined, createToasts())
    await store.getState().load('open', 2)
    expect(store.getState()).toMatchObject({ page: 1, total: open })
    expect(store.getState().pairs).toHaveLength(30)
  })
})
