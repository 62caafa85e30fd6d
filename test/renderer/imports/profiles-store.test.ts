import { describe, expect, it } from 'vitest'
import { cameInWords, createProfilesStore, type ProfileEntry } from '../../../renderer/imports/profiles-store.ts'
import { createToasts } from '../../../renderer/shell/toasts-store.ts'
import { createFakeBackend } from '../fake-backend.ts'
import { HR_QUARTERLY } from '../fake-profiles.ts'

const NAME = 'HR export, quarterly'

function window() {
  const toasts = createToasts()
  const saved: { name: string; text: string }[] = []
  const backend = createFakeBackend('open', 0)
  const store = createProfilesStore(backend, toasts, (name, text) => saved.push({ name, text }))
  return { store, toasts, saved, backend }
}

describe('a removed profile', () => {
  it('is off the list, and back as it was after Undo', async () => {
    const { store, toasts, backend } = window()
    await store.getState().load()
    const before = store.getState().profiles
    expect(await store.getState().remove(NAME)).toBe(true)
    expect(store.getState().profiles?.map(({ name }) => name)).toEqual(['Commits of the monorepo'])
    toasts.getState().toasts.at(-1)?.action?.run()
    await expect.poll(() => store.getState().profiles?.length).toBe(before?.length)
    expect(await backend.call('profiles.get', { name: NAME })).toEqual(HR_QUARTERLY)
  })

  it('that is not there is told of, and nothing is offered to undo', async () => {
    const { store, toasts } = window()
    expect(await store.getState().remove('Nowhere')).toBe(false)
    expect(store.getState().failure?.happened).toContain('Nowhere')
    expect(toasts.getState().toasts).toEqual([])
  })
})

describe('a profile as a file', () => {
  it('is handed over as JSON that holds the whole mapping', async () => {
    const { store, saved } = window()
    await store.getState().exportAsFile(NAME)
    expect(saved.map(({ name }) => name)).toEqual([`${NAME}.json`])
    expect(JSON.parse(saved[0]!.text)).toEqual({ mappings: [HR_QUARTERLY] })
  })

  it('comes in and is named', async () => {
    const { store, toasts } = window()
    await store.getState().importFile({ name: 'profiles.json' })
    expect(store.getState().profiles).toHaveLength(3)
    expect(toasts.getState().toasts.at(-1)?.message).toBe('Added: Reviews of the forge.')
  })

  it('tells apart what was added and what was replaced', () => {
    const entry = (name: string): ProfileEntry => ({
      name,
      kind: 'people',
      preset: null,
      columns: 1,
      fixes: 0,
      savedAt: '2026-01-01T00:00:00Z',
    })
    expect(cameInWords([entry('A'), entry('B')], [entry('C')])).toBe('Added: C.')
    expect(cameInWords([entry('A'), entry('B')], [entry('B'), entry('C')])).toBe('Added: C. Replaced: B.')
  })
})

describe('an opened profile', () => {
  it('is the one asked for last', async () => {
    const { store } = window()
    await Promise.all([store.getState().open(NAME), store.getState().open('Commits of the monorepo')])
    expect(store.getState().opened?.mapping.preset).toBe('git log')
  })

  it('that is gone is told of', async () => {
    const { store } = window()
    await store.getState().open('Nowhere')
    expect(store.getState()).toMatchObject({ opened: null, failure: { code: 'not-found' } })
  })
})
