import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importId } from '../../src/domain/identifiers.ts'
import { nodeFileSystem } from '../../src/store/file-system.ts'
import { stageResult } from '../../src/store/staging.ts'
import { createWorkspace, freshDirectory, importPeople, openWorkspace, person, testEnvironment } from './workspace-fixture.ts'

const kinds = (workspace: { audit: (page?: number) => { kind: string }[] }) =>
  workspace
    .audit()
    .map(entry => entry.kind)
    .toReversed()

/** Runs SQL on a closed workspace's review.db, as somebody with an editor could. */
async function tamper(directory: string, sql: string) {
  const { sqlite } = await testEnvironment()
  const path = join(directory, 'review.db')
  const database = new sqlite.Database(await readFile(path))
  database.run(sql)
  await writeFile(path, database.export())
  database.close()
}

describe('the audit chain', () => {
  it('records what happens, each entry on the one before', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    await workspace.undo(importId('1'))
    await workspace.redo(importId('1'))
    await workspace.setSetting('windowMonths', '12')
    await workspace.setSetting('windowMonths', '12')
    await workspace.setPurpose({ purpose: 'Succession', legalBasis: 'Works agreement', noticeDate: '2026-01-01' })
    await workspace.decide('merge', { from: 'p-2' })
    const result = { digest: 'd', document: new Uint8Array(), blocks: new Map<string, Uint8Array>() }
    await workspace.commitResult(await stageResult(workspace.stageResult(), result, environment))
    await workspace.appendAudit('export', { files: 3, masked: true, to: null })
    expect(kinds(workspace)).toEqual([
      'workspace_created',
      'import',
      'undo',
      'redo',
      'setting',
      'purpose',
      'decision',
      'analysis',
      'export',
    ])
    expect(workspace.verifyAudit()).toEqual({ intact: true, firstBroken: null, entries: 9 })
    const [newest, before] = workspace.audit()
    expect(newest).toMatchObject({ sequence: 9, kind: 'export', detail: { files: 3, masked: true, to: null }, previousHash: before?.hash })
    expect(workspace.audit().find(entry => entry.kind === 'import')?.detail).toMatchObject({
      import: '1',
      kind: 'people',
      file: 'people.csv',
      rows: 1,
    })
  })

  it('comes in pages of 100, newest first', async () => {
    const workspace = await createWorkspace(await freshDirectory(), await testEnvironment())
    for (let number = 0; number < 104; number++) await workspace.appendAudit('profile_opened', { number })
    expect(workspace.audit(0)).toHaveLength(100)
    expect(workspace.audit(1).map(entry => entry.sequence)).toEqual([5, 4, 3, 2, 1])
    expect(workspace.audit(2)).toEqual([])
  })

  it.each([
    ['a changed detail', `UPDATE audit SET detail = '{"number":7}' WHERE sequence = 3`, 3],
    ['a changed time', `UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 2`, 2],
    ['a removed entry', 'DELETE FROM audit WHERE sequence = 3', 4],
    ['a changed hash', `UPDATE audit SET hash = 'x' WHERE sequence = 4`, 4],
    ['an entry moved to another event', `UPDATE audit SET event = 'e' WHERE sequence = 5`, 5],
  ])('shows %s', async (_, sql, firstBroken) => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    for (let number = 0; number < 4; number++) await workspace.appendAudit('profile_opened', { number })
    await workspace.close()
    await tamper(directory, sql)
    const reopened = await openWorkspace(directory, environment)
    expect(reopened.verifyAudit()).toMatchObject({ intact: false, firstBroken })
  })

  it('is caught up once after a kill between the rename of data.db and the entry', async () => {
    const directory = await freshDirectory()
    let isFull = false
    const environment = await testEnvironment({
      createFile: (path, bytes) => {
        if (isFull && path.includes('review.db')) return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        return nodeFileSystem.createFile(path, bytes)
      },
    })
    const workspace = await createWorkspace(directory, environment)
    isFull = true
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    await workspace.undo(importId('1'))
    await workspace.close()
    isFull = false
    for (const _ of ['first', 'second']) {
      const reopened = await openWorkspace(directory, environment)
      expect(kinds(reopened)).toEqual(['workspace_created', 'import', 'undo'])
      expect(reopened.verifyAudit().intact).toBe(true)
      await reopened.close()
    }
  })

  it('is caught up by the next entry where the disk has room again', async () => {
    let isFull = false
    const environment = await testEnvironment({
      createFile: (path, bytes) => {
        if (isFull && path.includes('review.db')) return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        return nodeFileSystem.createFile(path, bytes)
      },
    })
    const workspace = await createWorkspace(await freshDirectory(), environment)
    isFull = true
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    expect(kinds(workspace)).toEqual(['workspace_created'])
    isFull = false
    await workspace.appendAudit('export', {})
    expect(kinds(workspace)).toEqual(['workspace_created', 'import', 'export'])
  })
})
