import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Output } from '../../src/contract/contract.ts'
import { INPUT_COLUMNS, INPUT_KINDS, type InputKind } from '../../src/domain/input-kind.ts'
import { smallOrganisation } from '../cli/small-organisation.ts'
import { writeCsv } from '../cli/csv-files.ts'
import { ask, startService, type TestService } from './service-fixture.ts'

type Quality = Output<'quality.get'>

async function workspace(): Promise<TestService> {
  const service = await startService()
  await ask(service, 'workspace.create', { name: 'Review' })
  return service
}

let count = 0
async function importLines(
  service: TestService,
  kind: InputKind,
  lines: readonly string[],
  said: { missingPeople?: 'keep' } = {},
): Promise<void> {
  const file = path.join(service.folder, `${kind}-${count++}.csv`)
  await writeFile(file, `${lines.join('\n')}\n`)
  await ask(service, 'imports.start', { files: [{ handle: service.adopt(file), mapping: { kind, columns: {}, ...said } }] })
  await service.idle()
}

const columnOf = ({ columns }: Quality, name: string) => columns.find(({ kind, column }) => `${kind}.${column}` === name)!

describe('the quality of the data', () => {
  test('before anything is imported is every column with its price, and nothing known', async () => {
    const quality = await ask(await workspace(), 'quality.get', {})
    expect(quality.columns).toHaveLength(
      INPUT_KINDS.reduce((sum, kind) => sum + INPUT_COLUMNS[kind].must.length + INPUT_COLUMNS[kind].may.length, 0),
    )
    expect(quality.columns.every(({ present, filled, rows }) => !present && filled === null && rows === 0)).toBe(true)
    expect(columnOf(quality, 'components.criticality')).toMatchObject({
      must: false,
      feeds: ['Exposure', 'What a departure leaves', 'Leaders', 'Builder trap'],
      cost: 'Every system is taken to be of middling criticality (3), so none stands out as one that matters.',
    })
    expect(columnOf(quality, 'meetings.agent_actions')).toMatchObject({
      must: false,
      feeds: ['Work with agents'],
      cost: 'Who uses agents is seen from recorded work alone, so adoption may be understated.',
    })
    expect(quality.join).toMatchObject({ contributions: 0, joined: null, joinedShare: null, openSuggestions: 0 })
    expect([quality.spans, quality.managers, quality.figures]).toEqual([[], { named: 0, found: 0, problems: [] }, []])
  })

  test('is the share of filled cells over all imports that count, weighted by their rows', async () => {
    const service = await workspace()
    await importLines(service, 'people', ['person_id,title,fte', 'A,Engineer,1', 'B,,', 'C,,'])
    await importLines(service, 'people', ['person_id,title', 'A,Lead'], { missingPeople: 'keep' })
    const both = await ask(service, 'quality.get', {})
    expect(columnOf(both, 'people.title')).toMatchObject({ present: true, filled: 0.5, rows: 4, cost: null })
    expect(columnOf(both, 'people.fte')).toMatchObject({ present: true, filled: 0.25, rows: 4 })
    expect(columnOf(both, 'people.level')).toMatchObject({ present: false, filled: 0, rows: 4 })
    await ask(service, 'imports.undo', { import: '1' })
    const one = await ask(service, 'quality.get', {})
    expect(columnOf(one, 'people.title')).toMatchObject({ filled: 1, rows: 1 })
    expect(columnOf(one, 'people.fte')).toMatchObject({ present: false, cost: 'Everybody is taken to work full time.' })
  })

  test('says how contributions found their people, and which kinds and managers did not', async () => {
    const service = await workspace()
    await importLines(service, 'people', [
      'person_id,name,email,manager_id',
      'E1,Ann Lee,ann@x.example,E2',
      'E2,Bo Ek,bo@x.example,E1',
      'E3,Cy Day,cy@x.example,E1',
      'E4,Di Fox,di@x.example,E99',
    ])
    await importLines(service, 'contributions', [
      'person,occurred_at,kind,component',
      'E1,2026-01-05,commit,Ledger',
      'bo@x.example,2026-01-06,commit,Ledger',
      'Cy Day,2026-01-07,juggling,Ledger',
      'guest@y.example,2026-01-08,commit,Ledger',
      'dependabot[bot],2026-03-09,commit,Ledger',
    ])
    const { join, spans, managers, unknownKinds, figures } = await ask(service, 'quality.get', {})
    expect(join).toEqual({
      contributions: 4,
      joined: 3,
      joinedShare: 0.75,
      by: { id: 1, email: 1, alias: 0, name: 1, merge: 0 },
      peopleInHris: 4,
      peopleOutside: 1,
      bots: 1,
      botContributions: 1,
      openSuggestions: 0,
    })
    expect(spans).toEqual([
      { kind: 'people', from: null, to: null, rows: 4 },
      { kind: 'contributions', from: '2026-01-05', to: '2026-03-09', rows: 5 },
    ])
    expect(managers).toMatchObject({ named: 4, found: 2 })
    expect(managers.problems.map(({ code, people, examples }) => [code, people, examples])).toEqual([
      ['manager-loop', 3, ['Ann Lee', 'Bo Ek']],
      ['manager-not-found', 1, ['Di Fox']],
    ])
    expect(unknownKinds).toEqual([{ kind: 'juggling', contributions: 1 }])
    const named = figures.map(({ figure }) => figure)
    expect(named).toEqual(expect.arrayContaining(['keepers', 'builder_trap', 'coordination_path', 'systems_thinker', 'units']))
    for (const { cost } of figures) expect(cost).toMatch(/\.$/)
  })

  test('stays that of the last analysis while the next is under way', async () => {
    const service = await workspace()
    await importLines(service, 'contributions', ['person,occurred_at,kind', 'ann,2026-01-05,commit'])
    const file = path.join(service.folder, 'later.csv')
    await writeFile(file, 'person,occurred_at,kind\nann,2026-04-05,commit\n')
    await ask(service, 'imports.start', { files: [{ handle: service.adopt(file), mapping: { kind: 'contributions', columns: {} } }] })
    while ((await ask(service, 'imports.list', { page: 0 })).total < 2) await new Promise(resolve => setImmediate(resolve))
    expect((await ask(service, 'workspace.current', {}))!.analysis.status).toBe('stale')
    const { spans, join } = await ask(service, 'quality.get', {})
    expect(spans).toEqual([{ kind: 'contributions', from: '2026-01-05', to: '2026-01-05', rows: 2 }])
    expect(join).toMatchObject({ contributions: 1 })
    await service.idle()
    expect((await ask(service, 'quality.get', {})).spans).toMatchObject([{ to: '2026-04-05', rows: 2 }])
  })

  test('of columns that do as well as each other one is enough', async () => {
    const service = await workspace()
    const file = await writeCsv(path.join(service.folder, 'sized.csv'), [
      { person: 'ada', occurred_at: '2026-01-05', kind: 'commit', size: '12' },
    ])
    await ask(service, 'imports.start', { files: [{ handle: service.adopt(file), mapping: { kind: 'contributions', columns: {} } }] })
    await service.idle()
    const quality = await ask(service, 'quality.get', {})
    for (const column of ['added', 'deleted', 'hours'])
      expect(columnOf(quality, `contributions.${column}`)).toMatchObject({ present: false, cost: null })
    expect(columnOf(quality, 'contributions.artifact').cost).not.toBeNull()
  })

  test('lacks nothing for the patterns where every file has every column', async () => {
    const service = await workspace()
    const files = smallOrganisation()
    const requests = []
    for (const kind of INPUT_KINDS) {
      const columns = [...INPUT_COLUMNS[kind].must, ...INPUT_COLUMNS[kind].may]
      const rows = files[kind].map(row => Object.fromEntries(columns.map(column => [column, row[column] ?? ''])))
      const file = await writeCsv(path.join(service.folder, `whole-${kind}.csv`), rows)
      requests.push({ handle: service.adopt(file), mapping: { kind, columns: {} } })
    }
    await ask(service, 'imports.start', { files: requests })
    await service.idle()
    const quality = await ask(service, 'quality.get', {})
    expect(quality.columns.filter(({ present }) => !present)).toEqual([])
    expect(quality.columns.filter(({ cost }) => cost !== null)).toEqual([])
    expect(quality.figures.filter(({ missing }) => missing.length > 0)).toEqual([])
    expect(Object.fromEntries(quality.spans.map(({ kind, from }) => [kind, from !== null]))).toEqual({
      people: false,
      history: true,
      contributions: true,
      meetings: true,
      components: false,
      work_items: true,
      artifacts: false,
    })
  })
})
