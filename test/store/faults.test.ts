import { readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importId } from '../../src/domain/identifiers.ts'
import { type FileSystem, nodeFileSystem } from '../../src/store/file-system.ts'
import { ImportStaging } from '../../src/store/staging.ts'
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
  tracked,
} from './workspace-fixture.ts'

const failWith = (code: string) => Object.assign(new Error(code), { code })

/** A disk on which creating files whose path contains one of the words fails as on a full disk, half way. */
function fillableDisk(): { disk: Partial<FileSystem>; full: Set<string> } {
  const full = new Set<string>()
  const isFull = (path: string) => [...full].some(word => path.includes(word))
  return {
    full,
    disk: {
      createFile: async (path, bytes) => {
        if (!isFull(path)) return nodeFileSystem.createFile(path, bytes)
        await nodeFileSystem.createFile(path, bytes.subarray(0, bytes.length / 2))
        throw failWith('ENOSPC')
      },
      createFileBlocking: (path, bytes) => {
        if (!isFull(path)) return nodeFileSystem.createFileBlocking(path, bytes)
        nodeFileSystem.createFileBlocking(path, bytes.subarray(0, bytes.length / 2))
        throw failWith('ENOSPC')
      },
    },
  }
}

async function peopled() {
  const { disk, full } = fillableDisk()
  const [directory, environment] = [await freshDirectory(), await testEnvironment(disk)]
  const workspace = await createWorkspace(directory, environment)
  await importPeople(workspace, environment, 'people.csv', [person('p-1')])
  await importContributions(workspace, environment, 'log.csv', [contribution(1)])
  await workspace.setSetting('windowMonths', '12')
  return { directory, environment, workspace, full }
}

describe('a full disk', () => {
  const inWords = { code: 'io', message: expect.stringMatching(/disk is full.*(Nothing was changed|Nothing was imported)/s) }

  it('leaves settings, undo and the audit trail as they were, and says so', async () => {
    const { directory, environment, workspace, full } = await peopled()
    const [digest, verdict, before] = [workspace.liveDigest(), workspace.verifyAudit(), await readdir(directory)]
    full.add('.db.tmp')
    await expect(workspace.setSetting('windowMonths', '24')).rejects.toMatchObject(inWords)
    await expect(workspace.undo(importId('1'))).rejects.toMatchObject(inWords)
    await expect(workspace.appendAudit('export', {})).rejects.toMatchObject(inWords)
    expect([workspace.setting('windowMonths'), workspace.liveDigest(), workspace.verifyAudit()]).toEqual(['12', digest, verdict])
    expect(await readdir(directory)).toEqual(before)
    full.clear()
    await workspace.setSetting('windowMonths', '24')
    await workspace.close()
    const reopened = await openWorkspace(directory, environment)
    expect([reopened.setting('windowMonths'), reopened.liveDigest()]).toEqual(['24', digest])
  })

  it.each(['segments', 'data.db.staged'])('while writing %s leaves no trace of the import', async word => {
    const { directory, environment, workspace, full } = await peopled()
    const before = await readdir(directory, { recursive: true })
    const staging = await ImportStaging.open(workspace.stageImport(), environment)
    full.add(word)
    const work = async () => {
      staging.beginFile('contributions')
      staging.addContribution(contribution(1), fingerprint(1), 2)
      staging.finishFile(report('more.csv', 1))
      await staging.finish()
    }
    await expect(work()).rejects.toMatchObject(inWords)
    await staging.abandon()
    expect(await readdir(directory, { recursive: true })).toEqual(before)
    expect(workspace.imports()).toHaveLength(2)
  })

  it('does not let a workspace be created, and says so', async () => {
    const { disk, full } = fillableDisk()
    full.add('review.db')
    await expect(createWorkspace(await freshDirectory(), await testEnvironment(disk))).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('disk is full'),
    })
  })
})

describe('a failing commit', () => {
  it('discards the import when data.db cannot be replaced', async () => {
    const directory = await freshDirectory()
    let fails = false
    const environment = await testEnvironment({
      rename: (from, to) => (fails && to.endsWith('data.db') ? Promise.reject(failWith('EIO')) : nodeFileSystem.rename(from, to)),
    })
    const workspace = await createWorkspace(directory, environment)
    fails = true
    await expect(importContributions(workspace, environment, 'log.csv', [contribution(1)])).rejects.toMatchObject({ code: 'io' })
    expect([workspace.imports(), await readdir(join(directory, 'segments'))]).toEqual([[], []])
    fails = false
    expect(await importContributions(workspace, environment, 'log.csv', [contribution(1)])).toHaveLength(1)
  })

  it('keeps the import when only the confirmation of the disk is missing', async () => {
    const directory = await freshDirectory()
    let fails = false
    const environment = await testEnvironment({
      syncFolder: path => (fails && path.endsWith('.switchyard') ? Promise.reject(failWith('EIO')) : nodeFileSystem.syncFolder(path)),
    })
    const workspace = await createWorkspace(directory, environment)
    fails = true
    await expect(importContributions(workspace, environment, 'log.csv', [contribution(1)])).rejects.toThrow('did not confirm')
    expect([workspace.imports().length, await readdir(join(directory, 'segments'))]).toEqual([1, ['1-001.db']])
  })
})

describe('a damaged database', () => {
  it.each([
    ['data.db', 'cut short', (path: string) => truncate(path, 5000)],
    ['data.db', 'empty', (path: string) => truncate(path, 0)],
    ['data.db', 'no database', (path: string) => writeFile(path, 'hello '.repeat(1000))],
    ['review.db', 'cut short', (path: string) => truncate(path, 5000)],
  ])('%s that is %s is moved aside, explained and restored', async (file, _, damage) => {
    const { directory, environment, workspace } = await peopled()
    await workspace.close()
    await damage(join(directory, file))
    const attempt = Workspace.open(directory, environment)
    await expect(attempt).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(
        new RegExp(`${file}, which holds .* is damaged and was moved to damaged/.* is safe|is safe.*${file}, which holds`, 's'),
      ),
    })
    await expect(attempt).rejects.toThrow(/newest good backup of it is of 2026-01-02 03:04 UTC/)
    expect(await readdir(join(directory, 'damaged'))).toEqual([expect.stringMatching(new RegExp(`^2026-.*-${file}$`))])
    await expect(Workspace.open(directory, environment)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('is missing'),
    })

    const restored = tracked(await Workspace.restore(directory, environment))
    // The newest backup of data.db is the state before the last import, that of review.db before the last setting.
    expect(restored.imports().map(record => record.file)).toEqual(file === 'data.db' ? ['people.csv'] : ['people.csv', 'log.csv'])
    expect(restored.setting('windowMonths')).toBe(file === 'data.db' ? '12' : null)
    expect(restored.verifyAudit().intact).toBe(true)
    expect(restored.audit()[0]).toMatchObject({ kind: 'restored', detail: { file } })
    expect(await readdir(join(directory, 'lost'))).toHaveLength(file === 'data.db' ? 1 : 0)
    expect(await importContributions(restored, environment, 'log.csv', [contribution(1)])).toHaveLength(1)
  })

  it('is restored from an older backup where the newest is damaged too', async () => {
    const { directory, environment, workspace } = await peopled()
    await workspace.close()
    await truncate(join(directory, 'data.db'), 100)
    const backups = (await readdir(join(directory, 'backups'))).filter(name => name.startsWith('data-')).toSorted()
    await truncate(join(directory, 'backups', backups.at(-1) ?? ''), 4096)
    await expect(Workspace.open(directory, environment)).rejects.toMatchObject({ code: 'damaged' })
    expect(tracked(await Workspace.restore(directory, environment)).imports()).toEqual([])
  })

  it('is not made an empty one when data.db has disappeared', async () => {
    const { directory, environment, workspace } = await peopled()
    await workspace.close()
    await rm(join(directory, 'data.db'))
    await expect(Workspace.open(directory, environment)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('is missing'),
    })
  })

  it('is said to be beyond restoring when there is no backup', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    await (await createWorkspace(directory, environment)).close()
    await truncate(join(directory, 'review.db'), 100)
    await expect(Workspace.open(directory, environment)).rejects.toThrow('There is no good backup of it')
    await expect(Workspace.restore(directory, environment)).rejects.toMatchObject({ code: 'damaged' })
    expect(await readdir(join(directory, 'damaged'))).toHaveLength(1)
  })

  it('is not what a disk that cannot be read is called', async () => {
    const { directory, environment, workspace } = await peopled()
    await workspace.close()
    const unreadable = {
      ...environment,
      files: {
        ...nodeFileSystem,
        readFile: (path: string) => (path.endsWith('data.db') ? Promise.reject(failWith('EIO')) : nodeFileSystem.readFile(path)),
      },
    }
    await expect(Workspace.open(directory, unreadable)).rejects.toMatchObject({ code: 'io' })
    expect((await openWorkspace(directory, environment)).imports()).toHaveLength(2)
  })
})

describe('a newer schema', () => {
  it.each(['review.db', 'data.db'])('in %s is refused in words, and nothing is touched', async file => {
    const { directory, environment, workspace } = await peopled()
    await workspace.close()
    const path = join(directory, file)
    const bytes = await readFile(path)
    bytes.writeUInt32BE(99, 60)
    await writeFile(path, bytes)
    await writeFile(join(directory, 'segments', '9-001.db'), 'of the newer version')
    const snapshot = async () => {
      const names = await readdir(directory, { recursive: true, withFileTypes: true })
      return Promise.all(
        names
          .filter(name => name.isFile())
          .map(async name => [name.name, (await readFile(join(name.parentPath, name.name))).toString('hex')]),
      )
    }
    const before = await snapshot()
    for (const how of ['open', 'restore'] as const) {
      await expect(Workspace[how](directory, environment)).rejects.toMatchObject({
        code: 'newer',
        message: expect.stringContaining('newer version'),
      })
    }
    expect(await snapshot()).toEqual(before)
  })
})

describe('what an interrupted run left', () => {
  it('is swept at open, and segments that data.db does not list move to lost/', async () => {
    const { directory, environment, workspace } = await peopled()
    await workspace.close()
    for (const name of ['data.db.staged', 'import.staged', 'review.db.tmp', 'spool/upload', 'segments/3-001.db.tmp', 'segments/3-001.db']) {
      await writeFile(join(directory, name), 'left')
    }
    const reopened = await openWorkspace(directory, environment)
    expect((await readdir(directory)).toSorted()).toEqual([
      'backups',
      'damaged',
      'data.db',
      'lock',
      'lost',
      'review.db',
      'segments',
      'spool',
    ])
    expect(await readdir(join(directory, 'segments'))).toEqual(['2-001.db'])
    expect(await readdir(join(directory, 'spool'))).toEqual([])
    expect(await readdir(join(directory, 'lost'))).toEqual([expect.stringMatching(/segments-3-001\.db$/)])
    expect(reopened.imports()).toHaveLength(2)
  })

  it('between the two files of a creation is completed', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    await (await createWorkspace(directory, environment)).close()
    await rm(join(directory, 'data.db'))
    expect((await openWorkspace(directory, environment)).imports()).toEqual([])
  })
})

describe('backups', () => {
  it('are the newest three of each database', async () => {
    const { directory, environment, workspace } = await peopled()
    for (let number = 0; number < 6; number++) {
      await workspace.undo(importId('1'))
      await workspace.redo(importId('1'))
    }
    const names = await readdir(join(directory, 'backups'))
    expect(names.filter(name => name.startsWith('data-'))).toHaveLength(3)
    expect(names.filter(name => name.startsWith('review-'))).toHaveLength(3)
    await workspace.close()
    await rename(join(directory, 'backups'), join(directory, 'elsewhere'))
    expect((await openWorkspace(directory, environment)).imports()).toHaveLength(2)
  })

  it('are copies where the disk has no links', async () => {
    const environment = await testEnvironment({
      link: (from, to) => (to.includes('backups') ? Promise.reject(failWith('ENOTSUP')) : nodeFileSystem.link(from, to)),
    })
    const directory = await freshDirectory()
    const workspace = await createWorkspace(directory, environment)
    await importPeople(workspace, environment, 'people.csv', [person('p-1')])
    const backup = (await readdir(join(directory, 'backups'))).find(name => name.startsWith('data-')) ?? ''
    expect((await readFile(join(directory, 'backups', backup))).subarray(0, 15).toString()).toBe('SQLite format 3')
  })
})
