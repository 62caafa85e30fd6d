/** The audit chain through the service: what was done is told, in words of the chain and whole; nobody is named where people are not shown. */
import { describe, expect, test } from 'vitest'
import { ask, startService, type TestService } from './service-fixture.ts'

async function withSample(): Promise<TestService> {
  const service = await startService()
  await ask(service, 'workspace.sample', {})
  await service.idle()
  return service
}

describe('in the sample organisation', () => {
  test('what was done stands in the chain, newest first, and the chain is whole', async () => {
    const service = await withSample()
    const before = await ask(service, 'audit.list', { page: 0 })
    await ask(service, 'settings.set', { changes: { windowMonths: 6 } })
    const after = await ask(service, 'audit.list', { page: 0 })
    expect(after).toMatchObject({ intact: true, firstBroken: null })
    expect(after.total).toBeGreaterThan(before.total)
    const change = after.rows.find(({ kind }) => kind === 'settings')
    expect(change?.detail).toEqual({ windowMonths: 'default to 6' })
    expect(after.rows.map(({ sequence }) => sequence)).toEqual(after.rows.map((_, place) => after.total - place))
    expect((await ask(service, 'audit.list', { page: 1000 })).rows).toEqual([])
  })

  test('where people are not shown, what may name somebody has no details, and a change of settings keeps them', async () => {
    const service = await withSample()
    const { dictionaries } = await ask(service, 'people.table', {})
    const person = dictionaries['person']![0]!
    await ask(service, 'people.get', { person })
    await ask(service, 'settings.set', { changes: { windowMonths: 6 } })
    const opened = (await ask(service, 'audit.list', { page: 0 })).rows.find(({ kind }) => kind === 'profile')
    expect(opened?.detail).toEqual({ person })
    await ask(service, 'workspace.setScope', { shows: 'systems_and_units', leastPeople: 5 })
    const { rows } = await ask(service, 'audit.list', { page: 0 })
    expect(rows.find(({ kind }) => kind === 'profile')?.detail).toBeNull()
    expect(rows.find(({ kind }) => kind === 'settings')?.detail).toEqual({ windowMonths: 'default to 6' })
    expect(rows.find(({ kind }) => kind === 'scope')?.detail).toEqual({ shows: 'systems_and_units', leastPeople: 5 })
  })
})
