import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Event } from '../../src/contract/contract.ts'
import { startEngine, type Engine, type EngineOptions } from '../../main/engine/engine.ts'
import type { Fault } from '../../main/engine/refusal.ts'
import { dropDeadLock } from '../../main/engine/dead-lock.ts'
import { LOCK_FILE } from '../../src/store/folder.ts'
import { builtUrl } from './built.ts'

const entry = new URL('crashing-engine.mjs', import.meta.url)
const faults: Fault[] = []
const engines: Engine[] = []

async function start(options: Partial<EngineOptions> = {}): Promise<Engine> {
  const engine = await startEngine({
    entry,
    jobEntry: entry,
    host: 'loopback',
    version: '1.0.0',
    places: { workspaces: '/workspaces', configuration: '/configuration', sample: '/sample' },
    report: fault => faults.push(fault),
    ...options,
  })
  engines.push(engine)
  return engine
}

afterEach(async () => {
  faults.length = 0
  await Promise.all(engines.splice(0).map(engine => engine.stop()))
})

describe('an engine that lives', () => {
  test('answers calls as they are done, not in turn', async () => {
    const engine = await start()
    const order: unknown[] = []
    await Promise.all([engine.call('slow', {}).then(() => order.push('slow')), engine.call('echo', 1).then(() => order.push('quick'))])
    expect(order).toEqual(['quick', 'slow'])
  })

  test('gives handles nobody can guess', async () => {
    const engine = await start()
    const file = { path: '/tmp/people.csv', name: 'people.csv', temporary: false }
    const handles = [await engine.adopt(file), await engine.adopt(file)]
    expect(new Set(handles).size).toBe(2)
    for (const handle of handles) expect(handle).toMatch(/^[\w-]{32}$/)
    expect(await engine.call('adopted', {})).toEqual({ ok: true, value: handles })
  })

  test('has a spool only while a workspace is open', async () => {
    const closed = await start()
    await expect(closed.spoolDirectory()).rejects.toMatchObject({ name: 'AppError', code: 'conflict' })
    const open = await start({ workspace: '/data/acme.switchyard' })
    expect(await open.spoolDirectory()).toBe('/data/acme.switchyard/spool')
  })

  test('stopped, settles what it was asked and says that it is closing', async () => {
    const engine = await start()
    const hanging = engine.call('hang', {})
    await engine.stop()
    expect(await hanging).toMatchObject({ ok: false, code: 'unavailable' })
    expect(await engine.call('echo', 1)).toMatchObject({ ok: false, code: 'unavailable', message: 'Switchyard is closing.' })
    expect(faults).toEqual([])
  })
})

describe('an engine that cannot start', () => {
  test('says why when it knows', async () => {
    await expect(start({ version: 'refuses to start' })).rejects.toMatchObject({ message: 'SQLite could not be loaded.' })
  })

  test('says so when it does not', async () => {
    await expect(start({ version: 'throws at start' })).rejects.toMatchObject({ name: 'AppError', code: 'unavailable' })
  })

  test('refuses a workspace it cannot open in the words of the service', async () => {
    await expect(start({ workspace: '/data/damaged' })).rejects.toMatchObject({ code: 'damaged', message: 'This workspace is damaged.' })
  })
})

describe('an engine that dies', () => {
  test('settles every pending call and is started again on the workspace that was open', async () => {
    const engine = await start({ workspace: '/data/acme.switchyard' })
    const events: Event[] = []
    engine.onEvent(event => events.push(event))
    const handle = await engine.adopt({ path: '/tmp/people.csv', name: 'people.csv', temporary: false })
    const pending = await Promise.all([engine.call('hang', {}), engine.call('hang', {}), engine.call('crash', {})])
    for (const outcome of pending) expect(outcome).toMatchObject({ ok: false, code: 'unavailable' })

    expect(await engine.call('echo', 'again')).toEqual({ ok: true, value: 'again' })
    expect(await engine.spoolDirectory()).toBe('/data/acme.switchyard/spool')
    expect(await engine.call('adopted', {})).toEqual({ ok: true, value: [handle] })
    expect(events).toMatchObject([{ name: 'workspace.changed', data: { location: '/data/acme.switchyard' } }])
  })

  test('ends the job it took with it', async () => {
    const engine = await start()
    const events: Event[] = []
    engine.onEvent(event => events.push(event))
    await engine.call('progress', {})
    await engine.call('crash', {})
    await engine.call('echo', 1)
    expect(events.map(event => event.name)).toEqual(['job.progress', 'job.ended', 'workspace.changed'])
    expect(events[1]).toMatchObject({ data: { job: 'job-1', outcome: 'failed', imports: [] } })
  })

  test('as built, opens the workspace again that it held the lock of', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-engine-'))
    const workspace = path.join(folder, 'acme.switchyard')
    const engine = await start({
      entry: new URL('mortal-engine.mjs', import.meta.url),
      jobEntry: builtUrl('main/job.js'),
      places: { workspaces: folder, configuration: path.join(folder, 'configuration'), sample: folder },
      workspace,
    })
    expect(await engine.call('crash', {})).toMatchObject({ ok: false, code: 'unavailable' })
    expect(await engine.call('workspace.current', {})).toMatchObject({ ok: true, value: { location: expect.stringContaining('acme') } })
    await engine.stop()
    await rm(folder, { recursive: true })
  })

  test('leaves no lock of its own in the way, and no other one is touched', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-lock-'))
    const lock = path.join(folder, LOCK_FILE)
    const me = { pid: 4711, host: 'here' }
    for (const kept of ['', '{', 'null', '{"pid":4711}', '{"pid":4712,"host":"here"}', '{"pid":4711,"host":"there"}']) {
      await writeFile(lock, kept)
      await dropDeadLock(folder, me)
      expect(await readFile(lock, 'utf8')).toBe(kept)
    }
    await writeFile(lock, JSON.stringify({ ...me, startTicks: '1' }))
    await dropDeadLock(folder, me)
    await expect(readFile(lock)).rejects.toMatchObject({ code: 'ENOENT' })
    await dropDeadLock(folder, me)
    await rm(folder, { recursive: true })
  })

  test('a second time stays dead, in words', async () => {
    const engine = await start()
    await engine.call('crash', {})
    expect(await engine.call('echo', 1)).toMatchObject({ ok: true })
    await engine.call('crash', {})
    const outcome = await engine.call('echo', 1)
    expect(outcome).toMatchObject({ ok: false, code: 'unavailable', message: expect.stringContaining('stopped twice') })
    await expect(engine.adopt({ path: '/a', name: 'a', temporary: false })).resolves.toMatch(/./)
    await expect(engine.spoolDirectory()).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('is reported by the class of its error, never by the message', async () => {
    const engine = await start()
    await engine.call('throw', {})
    expect(faults).toContainEqual({ where: 'engine', error: 'TypeError' })
    expect(JSON.stringify(faults)).not.toContain('personal data')
  })
})
