import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ask, startService } from './service-fixture.ts'

const HEADER = 'person_id,name,email,title'

test('an analysis as of a day between two exports reads the first: titles and people of then', async () => {
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
  const others = [1, 2, 3, 4].map(id => `E${id},Person ${id},p${id}@x.example,Engineer`)
  await importOn(0, 'people', [HEADER, 'A1,Ann Lee,ann@x.example,Engineer', 'E0,Bo Ek,bo@x.example,Engineer', ...others])
  // By April Ann leads, Bo is gone, and Cy is new; Ann bears another id since July.
  await importOn(3, 'people', [HEADER, 'A1,Ann Lee,ann@x.example,Team Lead', 'N1,Cy Ode,cy@x.example,Engineer', ...others])
  await importOn(6, 'people', [HEADER, 'N7,Ann Lee,ann@x.example,Director', 'N1,Cy Ode,cy@x.example,Engineer', ...others])
  await importOn(7, 'contributions', [
    'person,occurred_at,kind,component',
    'A1,2026-01-12,commit,Ledger',
    'E0,2026-01-13,commit,Ledger',
    'N1,2026-04-20,commit,Vault',
    'N7,2026-08-03,commit,Ledger',
  ])

  await ask(service, 'analysis.start', { asOf: '2026-03-31' })
  await service.idle()
  const { total, rows } = await ask(service, 'people.find', { text: '', page: 0 })
  expect(total).toBe(6)
  const ann = rows.find(({ name }) => name === 'Ann Lee')!
  expect(ann).toMatchObject({ title: 'Engineer', employed: true })
  expect(rows.find(({ name }) => name === 'Bo Ek')).toMatchObject({ employed: true })
  expect(rows.some(({ name }) => name === 'Cy Ode')).toBe(false)
  expect((await ask(service, 'people.get', { person: ann.personId })).contributions).toBe(1)

  await ask(service, 'analysis.start', { asOf: null })
  await service.idle()
  const today = await ask(service, 'people.find', { text: '', page: 0 })
  expect(today.rows.find(({ name }) => name === 'Ann Lee')).toMatchObject({ title: 'Director', personId: 'N7' })
  expect(today.rows.some(({ name }) => name === 'Bo Ek')).toBe(false)
}, 60_000)
