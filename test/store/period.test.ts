import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DATA_MIGRATIONS } from '../../src/store/migrations.ts'
import type { StoredPeriod } from '../../src/store/period.ts'
import { stagePeriods, stageResult } from '../../src/store/staging.ts'
import type { Workspace } from '../../src/store/workspace.ts'
import { createWorkspace, freshDirectory, importPeople, openWorkspace, person, testEnvironment } from './workspace-fixture.ts'
import { testSqlite } from './sqlite.ts'

const period = (asOf: number, cells: Partial<StoredPeriod> = {}): StoredPeriod => ({
  asOf,
  live: 'live',
  rule: 'rule',
  computedAt: '2026-01-02T03:04:00.000Z',
  about: '{"settings":[]}',
  record: Uint8Array.of(asOf % 256),
  former: null,
  formerRule: null,
  ...cells,
})

async function opened() {
  const [directory, environment] = [await freshDirectory(), await testEnvironment()]
  const workspace = await createWorkspace(directory, environment)
  const commit = async (...periods: StoredPeriod[]) =>
    workspace.commitResult(await stagePeriods(workspace.stageResult(), periods, environment))
  return { directory, environment, workspace, commit }
}

const days = (workspace: Workspace) => workspace.periods().map(({ asOf }) => asOf)

describe('results of periods', () => {
  it('stand side by side, one a day, whatever becomes of the imports and the newest result', async () => {
    const { directory, environment, workspace, commit } = await opened()
    await commit(period(300), period(100, { former: Uint8Array.of(1), formerRule: Uint8Array.of(2) }))
    const [record] = await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    await workspace.undo(record!.id)
    const result = { digest: 'a', document: new Uint8Array(), blocks: new Map<string, Uint8Array>() }
    await workspace.commitResult(await stageResult(workspace.stageResult(), result, environment))
    await commit(period(200), period(300, { live: 'other', record: Uint8Array.of(7) }))
    await workspace.close()
    const reopened = await openWorkspace(directory, environment)
    expect(days(reopened)).toEqual([100, 200, 300])
    expect(reopened.period(100)).toEqual(period(100, { former: Uint8Array.of(1), formerRule: Uint8Array.of(2) }))
    expect(reopened.period(300)).toMatchObject({ live: 'other', record: Uint8Array.of(7), former: null })
    expect(reopened.period(400)).toBeNull()
    expect(reopened.result()?.digest).toBe('a')
    const recorded = reopened.audit().filter(({ kind }) => kind === 'period')
    expect(recorded.map(({ detail }) => (detail as { asOf: number }).asOf)).toEqual([300, 200, 100, 300])
    expect(reopened.verifyAudit()).toMatchObject({ intact: true })
  })

  it('are refused when the data changed meanwhile', async () => {
    const { environment, workspace } = await opened()
    const ticket = workspace.stageResult()
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    await expect(stagePeriods(ticket, [period(100)], environment)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('have their place in a workspace that was made before there were any', async () => {
    const { directory, environment, workspace } = await opened()
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    await workspace.close()
    const file = join(directory, 'data.db')
    const sqlite = await testSqlite()
    const data = new sqlite.Database(await readFile(file))
    data.exec(`DROP TABLE period; PRAGMA user_version = ${DATA_MIGRATIONS.length - 1}`)
    await writeFile(file, data.export())
    data.close()
    const reopened = await openWorkspace(directory, environment)
    expect(days(reopened)).toEqual([])
    expect(reopened.imports()).toHaveLength(1)
    await reopened.commitResult(await stagePeriods(reopened.stageResult(), [period(100)], environment))
    expect(days(reopened)).toEqual([100])
  })
})
