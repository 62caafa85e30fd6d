import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ask, startService } from './service-fixture.ts'

const HEADER = 'person_id,name,email,manager_id,title'

test('three quarterly exports without dates tell of a move, a departure and a changed id, and undo takes each back', async () => {
  let now = new Date(Date.UTC(2026, 0, 5))
  const service = await startService({ now: () => now })
  await ask(service, 'workspace.create', { name: 'Review' })
  const importOn = async (month: number, kind: 'people' | 'contributions', lines: readonly string[]) => {
    now = new Date(Date.UTC(2026, month, 5))
    const file = path.join(service.folder, `${kind}-${month}.csv`)
    await writeFile(file, `${lines.join('\n')}\n`)
    await ask(service, 'imports.start', { files: [{ handle: service.adopt(file), mapping: { kind, columns: {}, changedIds: 'same' } }] })
    await service.idle()
    expect(service.eventsOf('job.ended').at(-1)).toMatchObject({ kind: 'analysis', outcome: 'done' })
  }
  const others = (...ids: number[]) => ids.map(id => `E${id},Person ${id},p${id}@x.example,,Engineer`)
  await importOn(0, 'people', [HEADER, 'A1,Ann Lee,ann@x.example,,Engineer', 'E0,Bo Ek,bo@x.example,A1,Engineer', ...others(1, 2, 3)])
  await importOn(3, 'people', [HEADER, 'A1,Ann Lee,ann@x.example,,Team Lead', ...others(1, 2, 3)])
  await importOn(6, 'people', [HEADER, 'N7,Ann Lee,ann@x.example,,Team Lead', ...others(1, 2, 3)])
  await importOn(7, 'contributions', [
    'person,occurred_at,kind,component',
    'A1,2026-02-02,commit,Ledger',
    'N7,2026-08-03,commit,Ledger',
    'E0,2026-01-07,commit,Ledger',
  ])

  const ann = await ask(service, 'people.get', { person: 'N7' })
  expect(ann.contributions).toBe(2)
  expect(ann.events.map(({ date, title, reason }) => [date, title, reason])).toEqual([
    ['2026-01-05', 'Engineer', null],
    ['2026-04-05', 'Team Lead', null],
  ])
  const bo = await ask(service, 'people.get', { person: 'E0' })
  expect(bo.person.employed).toBe(false)
  expect(bo.manager?.personId).toBe('N7')
  expect(bo.events.map(({ date, reason }) => [date, reason])).toEqual([['2026-04-05', 'exit']])

  await ask(service, 'imports.undo', { import: '3' })
  await service.idle()
  expect((await ask(service, 'people.get', { person: 'A1' })).events).toHaveLength(2)
  await ask(service, 'imports.undo', { import: '2' })
  await service.idle()
  expect((await ask(service, 'people.get', { person: 'A1' })).events).toEqual([])
  expect((await ask(service, 'people.get', { person: 'E0' })).person.employed).toBe(true)
})
