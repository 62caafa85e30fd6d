import { readdir, stat, writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importId } from '../../src/domain/identifiers.ts'
import { DATA, openBeside } from '../../src/store/database-file.ts'
import { readLiveRows } from '../../src/store/live-rows.ts'
import { ImportStaging, stageResult } from '../../src/store/staging.ts'
import { Workspace } from '../../src/store/workspace.ts'
import {
  contribution,
  createWorkspace,
  fingerprint,
  freshDirectory,
  importContributions,
  importPeople,
  openWorkspace,
  person,
  report,
  testEnvironment,
} from './workspace-fixture.ts'

describe('a workspace', () => {
  it('is a folder only its owner can read, and comes back as it was left', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    await workspace.setPurpose({ purpose: 'Succession', legalBasis: 'Works agreement', noticeDate: '2026-01-01' })
    await workspace.setSetting('windowMonths', '12')
    const before = workspace.info()
    await workspace.close()

    expect((await stat(directory)).mode & 0o777).toBe(0o700)
    for (const file of ['review.db', 'data.db']) expect((await stat(join(directory, file))).mode & 0o777).toBe(0o600)
    expect(await readdir(directory)).not.toContain('lock')

    const reopened = await openWorkspace(directory, environment)
    expect(reopened.info()).toEqual(before)
    expect(before).toMatchObject({ name: 'Review', sample: false, createdAt: '2026-01-02T03:04:00.000Z' })
    expect(reopened.purpose()).toEqual({ purpose: 'Succession', legalBasis: 'Works agreement', noticeDate: '2026-01-01' })
    expect(reopened.setting('windowMonths')).toBe('12')
    expect(reopened.setting('other')).toBeNull()
    expect(reopened.imports()).toEqual([])
    expect(reopened.result()).toBeNull()
  })

  it('is not made of a folder that holds something else', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    await mkdir(directory)
    await writeFile(join(directory, 'thesis.doc'), 'mine')
    await expect(createWorkspace(directory, environment)).rejects.toMatchObject({ code: 'conflict' })
    expect(await readdir(directory)).toEqual(['thesis.doc'])
  })

  it('is created where an earlier creation was interrupted', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    await mkdir(join(directory, 'segments'), { recursive: true })
    await writeFile(join(directory, 'review.db.tmp'), 'half')
    expect((await createWorkspace(directory, environment)).imports()).toEqual([])
  })

  it('says when a folder is no workspace', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    await expect(Workspace.open(directory, environment)).rejects.toMatchObject({ code: 'not-a-workspace' })
    await mkdir(directory)
    await expect(Workspace.open(directory, environment)).rejects.toMatchObject({ code: 'not-a-workspace' })
    expect(await readdir(directory)).toEqual([])
  })

  it('answers no more once closed', async () => {
    const workspace = await createWorkspace(await freshDirectory(), await testEnvironment())
    await workspace.close()
    await workspace.close()
    expect(() => workspace.imports()).toThrow('closed')
    await expect(workspace.setSetting('a', '1')).rejects.toThrow('closed')
  })
})

describe('an import', () => {
  it('makes all its files visible by one commit', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    const staging = await ImportStaging.open(workspace.stageImport(), environment)
    expect(staging.beginFile('people')).toBe('1')
    staging.addRow('people', person('p-1', { name: 'A', aliases: ['a@x'], track: 'ic', governance: false }), 2)
    staging.finishFile(report('people.csv', 1))
    expect(staging.beginFile('contributions')).toBe('2')
    for (let number = 0; number < 10; number++) staging.addContribution(contribution(number), fingerprint(number), number + 2)
    staging.finishFile(report('log.csv', 10))
    const staged = await staging.finish()
    expect(workspace.imports()).toEqual([])

    const committed = await workspace.commitImport(structuredClone(staged))
    expect(committed).toEqual(workspace.imports())
    expect(committed.map(record => [record.id, record.sequence, record.batch, record.kind, record.file, record.segments])).toEqual([
      ['1', 1, 1, 'people', 'people.csv', []],
      ['2', 2, 1, 'contributions', 'log.csv', ['2-001.db']],
    ])
    expect(committed[1]).toMatchObject({ rows: 10, accepted: 10, rejected: 0, duplicates: 0, undone: false, importedOn: 20_400 })
    expect((await importPeople(workspace, environment, 'more.csv', [person('p-2')]))[0]).toMatchObject({ id: '3', batch: 2 })
  })

  it('leaves nothing behind when it is abandoned', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    const before = await readdir(directory, { recursive: true })
    const staging = await ImportStaging.open(workspace.stageImport(), environment)
    staging.beginFile('contributions')
    staging.addContribution(contribution(1), fingerprint(1), 2)
    staging.finishFile(report('log.csv', 1))
    await staging.finish()
    await staging.abandon()
    expect(await readdir(directory, { recursive: true })).toEqual(before)
    expect(workspace.imports()).toEqual([])
  })

  it('leaves nothing behind when its job ends without a word', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    const before = await readdir(directory, { recursive: true })
    const staging = await ImportStaging.open(workspace.stageImport(), environment)
    staging.beginFile('contributions')
    staging.addContribution(contribution(1), fingerprint(1), 2)
    staging.finishFile(report('log.csv', 1))
    await expect(ImportStaging.open(workspace.stageImport(), environment)).rejects.toMatchObject({ code: 'conflict' })
    await workspace.discardStaged()
    expect(await readdir(directory, { recursive: true })).toEqual(before)
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
  })

  it('is refused when the workspace changed while it was prepared', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    const staging = await ImportStaging.open(workspace.stageImport(), environment)
    staging.beginFile('contributions')
    staging.addContribution(contribution(1), fingerprint(1), 2)
    staging.finishFile(report('log.csv', 1))
    const ticket = workspace.stageImport()
    const staged = await staging.finish()
    await workspace.undo(importId('1'))
    await expect(workspace.commitImport(staged)).rejects.toMatchObject({ code: 'conflict' })
    expect(workspace.imports().map(record => [record.id, record.undone])).toEqual([['1', true]])
    expect(await readdir(join(directory, 'segments'))).toEqual([])
    await expect(ImportStaging.open(ticket, environment)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is refused when what was prepared was changed', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    const staging = await ImportStaging.open(workspace.stageImport(), environment)
    staging.beginFile('people')
    staging.finishFile(report('people.csv', 0))
    const staged = await staging.finish()
    await writeFile(join(directory, 'data.db.staged'), 'half')
    await expect(workspace.commitImport(staged)).rejects.toMatchObject({ code: 'damaged' })
    expect(workspace.imports()).toEqual([])
  })
})

describe('undo and redo', () => {
  it('give back the same live state to the byte', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    await importPeople(workspace, environment, 'one.csv', [person('p-1', { title: 'Engineer' }), person('p-2')])
    await importPeople(workspace, environment, 'two.csv', [person('p-1', { title: 'Staff engineer' })])
    await importContributions(workspace, environment, 'log.csv', [contribution(1), contribution(2)])
    const liveRows = async () => {
      const data = await openBeside(directory, DATA, environment)
      const rows = readLiveRows(data)
      data.close()
      return JSON.stringify(rows)
    }
    const [digest, rows] = [workspace.liveDigest(), await liveRows()]
    for (const id of ['2', '1', '3']) {
      await workspace.undo(importId(id))
      expect(workspace.liveDigest()).not.toBe(digest)
      if (id !== '3') expect(await liveRows()).not.toBe(rows)
      await workspace.redo(importId(id))
      expect([workspace.liveDigest(), await liveRows()]).toEqual([digest, rows])
    }
  })

  it('are refused for an import that is not there or already so', async () => {
    const environment = await testEnvironment()
    const workspace = await createWorkspace(await freshDirectory(), environment)
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    await expect(workspace.undo(importId('9'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(workspace.redo(importId('1'))).rejects.toMatchObject({ code: 'conflict' })
    await workspace.undo(importId('1'))
    await expect(workspace.undo(importId('1'))).rejects.toMatchObject({ code: 'conflict' })
    expect(workspace.imports()[0]?.undone).toBe(true)
  })

  it('have a digest that does not depend on the numbers of the imports', async () => {
    const environment = await testEnvironment()
    const one = await createWorkspace(await freshDirectory(), environment)
    await importPeople(one, environment, 'people.csv', [person('p-1')])
    const other = await createWorkspace(await freshDirectory(), environment)
    await importPeople(other, environment, 'mistake.csv', [person('p-9')])
    await other.undo(importId('1'))
    await importPeople(other, environment, 'people.csv', [person('p-1')])
    expect(other.liveDigest()).toBe(one.liveDigest())
  })
})

describe('a result', () => {
  it('is kept until the next one', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    const result = (digest: string) => ({
      digest,
      document: new TextEncoder().encode(`{"digest":"${digest}"}`),
      blocks: new Map([
        ['share', Uint8Array.of(1, 2, 3)],
        ['none', new Uint8Array()],
        [digest, Uint8Array.of(9)],
      ]),
    })
    for (const digest of ['a', 'b']) await workspace.commitResult(await stageResult(workspace.stageResult(), result(digest), environment))
    await workspace.close()
    const stored = (await openWorkspace(directory, environment)).result()
    expect(stored?.digest).toBe('b')
    expect(new TextDecoder().decode(stored?.document)).toBe('{"digest":"b"}')
    expect(['b', 'none', 'share', 'a'].map(name => stored?.block(name))).toEqual([
      Uint8Array.of(9),
      new Uint8Array(),
      Uint8Array.of(1, 2, 3),
      null,
    ])
  })

  it('has no blocks any more once another one has taken its place', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    const commit = async (digest: string) => {
      const result = { digest, document: new Uint8Array(), blocks: new Map([['model', Uint8Array.of(digest.length)]]) }
      await workspace.commitResult(await stageResult(workspace.stageResult(), result, environment))
    }
    await commit('first')
    const first = workspace.result()
    expect(first?.block('model')).toEqual(Uint8Array.of(5))
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    expect(first?.block('model')).toEqual(Uint8Array.of(5))
    await commit('another')
    expect(first?.block('model')).toBeNull()
  })

  it('is refused when the data changed meanwhile', async () => {
    const environment = await testEnvironment()
    const workspace = await createWorkspace(await freshDirectory(), environment)
    const ticket = workspace.stageResult()
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    const result = { digest: 'a', document: new Uint8Array(), blocks: new Map<string, Uint8Array>() }
    await expect(stageResult(ticket, result, environment)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('decisions', () => {
  it('are kept when undone, and can be redone', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    const merge = await workspace.decide('merge', { into: 'p-1', from: ['p-2'] })
    await workspace.decide('note', 'seen')
    await workspace.undoDecision(merge.id)
    await expect(workspace.undoDecision(merge.id)).rejects.toMatchObject({ code: 'conflict' })
    await expect(workspace.redoDecision(99)).rejects.toMatchObject({ code: 'not-found' })
    await workspace.close()
    const reopened = await openWorkspace(directory, environment)
    expect(reopened.decisions()).toMatchObject([
      { id: merge.id, kind: 'merge', detail: { into: 'p-1', from: ['p-2'] }, undone: true },
      { kind: 'note', detail: 'seen', undone: false },
    ])
    await reopened.redoDecision(merge.id)
    expect(reopened.decisions()[0]?.undone).toBe(false)
  })
})
