import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importId } from '../../src/domain/identifiers.ts'
import type { JobEventRow } from '../../src/domain/job-event.ts'
import type { PersonRow } from '../../src/domain/person.ts'
import { DATA, openBeside } from '../../src/store/database-file.ts'
import { readDemographics, readLiveRows } from '../../src/store/live-rows.ts'
import { liveSegments } from '../../src/store/segment-list.ts'
import type { Database } from '../../src/store/sqlite.ts'
import { ImportStaging } from '../../src/store/staging.ts'
import type { Workspace } from '../../src/store/workspace.ts'
import {
  contribution,
  createWorkspace,
  freshDirectory,
  importContributions,
  importPeople,
  person,
  report,
  testEnvironment,
} from './workspace-fixture.ts'

async function stage(
  fill: (staging: ImportStaging) => void,
  workspace: Workspace,
  environment: Awaited<ReturnType<typeof testEnvironment>>,
) {
  const staging = await ImportStaging.open(workspace.stageImport(), environment)
  fill(staging)
  return workspace.commitImport(await staging.finish())
}

async function fixture() {
  const [directory, environment] = [await freshDirectory(), await testEnvironment()]
  const workspace = await createWorkspace(directory, environment)
  const read = async <Answer>(reader: (data: Database) => Answer): Promise<Answer> => {
    const data = await openBeside(directory, DATA, environment)
    try {
      return reader(data)
    } finally {
      data.close()
    }
  }
  return { workspace, environment, read }
}

const event = (personId: string, effectiveDate: number, title: string | null = null): JobEventRow => ({
  personId,
  effectiveDate,
  title,
  level: null,
  levelRank: null,
  track: null,
  manager: null,
  orgUnit: null,
  fte: null,
  reason: null,
})

describe('the live rows', () => {
  it('are people by id, where a filled cell wins and a blank one erases nothing', async () => {
    const { workspace, environment, read } = await fixture()
    await importPeople(workspace, environment, 'one.csv', [
      person('p-2'),
      person('p-1', { title: 'Engineer', fte: 0.5, aliases: ['a'], governance: true }),
    ])
    await importPeople(workspace, environment, 'two.csv', [person('p-1', { title: 'Lead', governance: false, accountableFor: ['ledger'] })])
    const rows = await read(readLiveRows)
    expect(rows.people).toEqual([
      person('p-1', { title: 'Lead', fte: 0.5, aliases: ['a'], governance: false, accountableFor: ['ledger'] }),
      person('p-2'),
    ])
    await workspace.undo(importId('2'))
    expect((await read(readLiveRows)).people[0]).toEqual(person('p-1', { title: 'Engineer', fte: 0.5, aliases: ['a'], governance: true }))
  })

  it('are distinct job events, components, work items and the last word on each artifact', async () => {
    const { workspace, environment, read } = await fixture()
    const component = { component: 'ledger', criticality: 5, ownerUnit: null, regulated: null, core: null }
    const workItem = {
      workItem: 'T-1',
      title: 'Ship',
      component: null,
      openedAt: 1,
      startedAt: null,
      finishedAt: null,
      status: 'open',
      size: null,
      handoffs: null,
    }
    await stage(
      staging => {
        staging.beginFile('history')
        for (const row of [event('p-2', 5), event('p-1', 9), event('p-1', 9), event('p-1', 9, 'Lead')]) staging.addRow('history', row, 2)
        staging.finishFile(report('history.csv', 4, { reportJson: '{"presentColumns":["history.title"]}' }))
        staging.beginFile('components')
        staging.addRow('components', component, 2)
        staging.addRow('components', { ...component, criticality: null, regulated: true }, 3)
        staging.finishFile(report('components.csv', 2, { reportJson: '{"presentColumns":["components.core"]}' }))
        staging.beginFile('work_items')
        staging.addRow('work_items', workItem, 2)
        staging.finishFile(report('items.csv', 1))
        staging.beginFile('work_items')
        staging.addRow('work_items', { ...workItem, title: null, finishedAt: 8, status: 'done' }, 2)
        staging.finishFile(report('later items.csv', 1))
        staging.beginFile('artifacts')
        staging.addRow('artifacts', { artifact: 'a.ts', component: 'ledger', status: 'current', lines: 10 }, 2)
        staging.addRow('artifacts', { artifact: 'a.ts', component: null, status: 'current', lines: null }, 3)
        staging.finishFile(report('artifacts.csv', 2))
        staging.beginFile('artifacts')
        staging.addRow('artifacts', { artifact: 'a.ts', component: 'ledger', status: 'removed', lines: null }, 2)
        staging.finishFile(report('later artifacts.csv', 1))
      },
      workspace,
      environment,
    )
    const rows = await read(readLiveRows)
    expect(rows.history.map(row => [row.personId, row.effectiveDate, row.title])).toEqual([
      ['p-1', 9, 'Lead'],
      ['p-1', 9, null],
      ['p-2', 5, null],
    ])
    expect(rows.components).toEqual([{ ...component, regulated: true }])
    expect(rows.workItems).toEqual([{ ...workItem, finishedAt: 8, status: 'done' }])
    expect(rows.artifacts).toEqual([
      { artifact: 'a.ts', component: null, status: 'current', lines: null },
      { artifact: 'a.ts', component: 'ledger', status: 'removed', lines: null },
    ])
    expect([...rows.presentColumns]).toEqual(['history.title', 'components.core'])
    await workspace.undo(importId('2'))
    expect([...(await read(readLiveRows)).presentColumns]).toEqual(['history.title'])
  })

  it('do not hold demographic values, which have a reader of their own', async () => {
    const { workspace, environment, read } = await fixture()
    await stage(
      staging => {
        staging.beginFile('people')
        staging.addRow('people', person('p-1'), 2)
        staging.addDemographic({ personId: 'p-1', attribute: 'group', value: 'protected-a' }, 2)
        staging.addDemographic({ personId: 'p-1', attribute: 'group', value: 'protected-b' }, 3)
        staging.finishFile(report('people.csv', 2))
      },
      workspace,
      environment,
    )
    expect(JSON.stringify(await read(readLiveRows))).not.toContain('protected')
    expect(await read(readDemographics)).toEqual([{ personId: 'p-1', attribute: 'group', value: 'protected-b' }])
    await workspace.undo(importId('1'))
    expect(await read(readDemographics)).toEqual([])
  })

  it('are the same whatever is undone and redone in between', async () => {
    const { workspace, environment, read } = await fixture()
    for (let number = 1; number <= 4; number++) {
      await importPeople(workspace, environment, `${number}.csv`, [
        person('p-1', number % 2 ? { title: `T${number}` } : { level: `L${number}` }),
      ])
    }
    const before = JSON.stringify(await read(readLiveRows))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom('1', '2', '3', '4')), async ids => {
        for (const id of ids) await workspace.undo(importId(id))
        for (const id of ids.toReversed()) await workspace.redo(importId(id))
        expect(JSON.stringify(await read(readLiveRows))).toBe(before)
      }),
      { numRuns: 8 },
    )
  })
})

describe('people over several imports', () => {
  const list = (day: number, rows: readonly PersonRow[], mapping: object = {}) => ({ day, rows, mapping })
  /** Files of one command. */
  async function importLists(
    { workspace, environment }: Awaited<ReturnType<typeof fixture>>,
    ...lists: readonly ReturnType<typeof list>[]
  ): Promise<void> {
    const staging = await ImportStaging.open(workspace.stageImport(), environment)
    for (const [index, { day, rows, mapping }] of lists.entries()) {
      staging.beginFile('people')
      for (const row of rows) {
        staging.addRow('people', row, 2)
        staging.addDemographic({ personId: row.personId, attribute: 'group', value: `of ${row.personId}` }, 2)
      }
      const reportJson = JSON.stringify({ mapping: { kind: 'people', columns: {}, ...mapping }, presentColumns: ['people.title'] })
      staging.finishFile(report(`${day}-${index}.csv`, rows.length, { importedOn: day, reportJson }))
    }
    await workspace.commitImport(await staging.finish())
  }
  const ann = (id: string, cells: Partial<PersonRow> = {}) => person(id, { email: 'ann@x.example', ...cells })

  it('change place, leave and change their id; each undo takes exactly its own part back', async () => {
    const given = await fixture()
    const { workspace, read } = given
    const states: string[] = []
    const state = async () => JSON.stringify([await read(readLiveRows), await read(readDemographics), workspace.liveDigest()], inFull)
    states.push(await state())
    await importLists(given, list(100, [ann('A', { title: 'Engineer' }), person('Q'), person('R', { manager: 'A' })]))
    states.push(await state())
    await importLists(given, list(200, [ann('A', { title: 'Lead' }), person('R', { manager: 'A' })], { missingPeople: 'left' }))
    states.push(await state())
    await importLists(given, list(300, [ann('B'), person('Q'), person('R')], { changedIds: 'same' }))
    const rows = await read(readLiveRows)
    expect(rows.people.map(({ personId, title, manager, aliases }) => [personId, title, manager, aliases])).toEqual([
      ['B', 'Lead', null, ['A']],
      ['Q', null, null, []],
      ['R', null, 'B', []],
    ])
    expect(rows.history.map(({ personId, effectiveDate, title, reason }) => [personId, effectiveDate, title, reason])).toEqual([
      ['B', 100, 'Engineer', null],
      ['B', 200, 'Lead', null],
      ['Q', 200, null, 'exit'],
      ['Q', 300, null, 'hire'],
    ])
    expect([...rows.presentColumns]).toEqual(['people.title', 'history.person_id', 'history.effective_date', 'history.title'])
    expect((await read(readDemographics)).map(({ personId, value }) => [personId, value])).toEqual([
      ['B', 'of B'],
      ['Q', 'of Q'],
      ['R', 'of R'],
    ])
    const last = await state()
    for (const id of ['3', '2', '1']) {
      await workspace.undo(importId(id))
      expect(await state()).toBe(states[Number(id) - 1])
    }
    for (const id of ['2', '3', '1']) await workspace.redo(importId(id))
    expect(await state()).toBe(last)
  })

  it('are told apart by which files were one list, in the digest as well', async () => {
    const first = [person('p'), person('q')]
    const lists = [list(200, [person('p')], { missingPeople: 'left' }), list(200, [person('q')], { missingPeople: 'left' })] as const
    const [together, apart] = [await fixture(), await fixture()]
    for (const given of [together, apart]) await importLists(given, list(100, first))
    await importLists(together, ...lists)
    for (const one of lists) await importLists(apart, one)
    expect((await together.read(readLiveRows)).history).toEqual([])
    expect((await apart.read(readLiveRows)).history).toHaveLength(1)
    expect(together.workspace.liveDigest()).not.toBe(apart.workspace.liveDigest())
  })
})

/** Sets and maps as lists. */
const inFull = (_key: string, value: unknown) => (value instanceof Set || value instanceof Map ? [...value] : value)

describe('the live segments', () => {
  it('are listed in the order of the imports, without the undone ones', async () => {
    const { workspace, environment, read } = await fixture()
    for (const file of ['a.csv', 'b.csv', 'c.csv']) await importContributions(workspace, environment, file, [contribution(1)])
    await workspace.undo(importId('2'))
    expect((await read(liveSegments)).map(live => [live.import, live.kind, live.entries.map(entry => entry.name)])).toEqual([
      ['1', 'contributions', ['1-001.db']],
      ['3', 'contributions', ['3-001.db']],
    ])
  })
})
