/** Settings in the window: tried without being kept, saved, and taken back. */
import { expect, test } from 'vitest'
import { changeOf } from '../../../renderer/settings/count-words.ts'
import { draftOf, settingsOf } from '../../../renderer/settings/setting-drafts.ts'
import { createSettingsStore } from '../../../renderer/settings/settings-store.ts'
import { createToasts } from '../../../renderer/shell/toasts-store.ts'
import { createFakeBackend } from '../fake-backend.ts'

async function opened() {
  const backend = createFakeBackend('open', 0)
  const toasts = createToasts()
  const store = createSettingsStore(backend, toasts)
  await store.getState().load()
  const named = (name: string) => settingsOf(store.getState().settings!).find(({ setting }) => setting === name)!
  const builderTraps = () => changeOf(store.getState().counts!.patterns[0]!)
  return { backend, toasts, store, named, builderTraps }
}

test('a live threshold that is changed shows the flags it makes at once, and is not kept', async () => {
  const { backend, store, named, builderTraps } = await opened()
  expect(builderTraps()).toEqual({ now: 5, after: 5, otherBands: false })
  await store.getState().draft(named('builder_trap.builderPaceRatio'), draftOf(3))
  expect(builderTraps()).toEqual({ now: 5, after: 4, otherBands: false })
  expect((await backend.call('settings.get', {})).awaiting).toEqual([])
  await store.getState().discard()
  expect(builderTraps().after).toBe(5)
})

test('what only a new analysis can count is named', async () => {
  const { store, named, builderTraps } = await opened()
  await store.getState().draft(named('windowMonths'), draftOf(6))
  expect(store.getState().counts?.needRecalculation).toEqual(['windowMonths'])
  expect(builderTraps().after).toBe(5)
})

test('a value typed back to what is saved is no change any more', async () => {
  const { store, named } = await opened()
  await store.getState().draft(named('windowMonths'), draftOf(6))
  await store.getState().draft(named('windowMonths'), draftOf(12))
  expect(store.getState().drafts).toEqual({})
})

test('saving says that results are from the old rule, and Undo puts back what was there', async () => {
  const { backend, toasts, store, named } = await opened()
  await store.getState().draft(named('windowMonths'), draftOf(6))
  await store.getState().save()
  expect(store.getState()).toMatchObject({ drafts: {}, settings: { awaiting: ['windowMonths'] } })
  const [toast] = toasts.getState().toasts
  expect(toast?.message).toBe('1 setting is saved. Results are from the old rule until they are recalculated.')
  toast?.action?.run()
  await expect.poll(async () => (await backend.call('settings.get', {})).awaiting).toEqual([])
  await expect.poll(() => named('windowMonths').value).toBe(12)
})

test('all settings of a group go back to their defaults as drafts, those that are there already are left alone', async () => {
  const { store, named } = await opened()
  await store.getState().draft(named('windowMonths'), draftOf(6))
  await store.getState().save()
  const ground = store.getState().settings!.groups[0]!.settings
  await store.getState().resetAll(ground)
  expect(Object.keys(store.getState().drafts)).toEqual(['windowMonths'])
  expect(store.getState().drafts['windowMonths']?.value).toBe(12)
})
