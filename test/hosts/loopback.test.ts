import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAssets } from '../../main/engine/assets.ts'
import { decodeColumns } from '../../src/contract/wire.ts'
import { builtFile } from './built.ts'
import { startFixture, type Fixture } from './loopback-fixture.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

describe('the loopback host', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await startFixture()
  })
  afterAll(() => fixture.close())
  afterEach(() => {
    fixture.calls.length = 0
    fixture.state.outcome = { ok: true, value: null }
  })

  test('carries a call to the engine and its outcome back', async () => {
    fixture.state.outcome = { ok: false, code: 'conflict', message: 'An import is under way.' }
    const response = await fixture.post('/call', JSON.stringify({ method: 'workspace.close', input: { a: [1, null, 'é'] } }), JSON_TYPE)
    expect([response.status, await response.json()]).toEqual([200, fixture.state.outcome])
    expect(fixture.calls).toEqual([{ method: 'workspace.close', input: { a: [1, null, 'é'] } }])
  })

  test('sends columns as one binary body', async () => {
    const value = {
      rows: 2,
      arrays: { person: new Int32Array([7, 8]), share: new Float64Array([0.5, 1]) },
      dictionaries: { person: ['é'] },
    }
    fixture.state.outcome = { ok: true, value }
    const response = await fixture.post('/call', JSON.stringify({ method: 'systems.matrix' }), JSON_TYPE)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(decodeColumns(await response.arrayBuffer())).toEqual(value)
  })

  test('streams events, one a line, until the window is gone', async () => {
    const response = await fixture.post('/events', '')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    fixture.emit({ name: 'workspace.changed', data: null })
    expect(await reader?.read()).toEqual({ done: false, value: '{"name":"workspace.changed","data":null}\n' })
    await reader?.cancel()
    await expect.poll(() => fixture.listeners.size).toBe(0)
  })

  test('stores an upload byte for byte and answers with its handle', async () => {
    const body = new Uint8Array(3 * 1024 * 1024).map((_, at) => at % 251)
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('Bücher.csv') }
    const response = await fixture.post('/file', body, headers)
    expect(await response.json()).toEqual({ ok: true, value: { handle: 'handle-1' } })
    const [file] = fixture.adopted
    expect(file?.name).toBe('Bücher.csv')
    expect(Buffer.compare(await readFile(file?.path ?? ''), body)).toBe(0)
  })
})

describe('assets while developing', () => {
  test('come from a server on this computer and from nowhere else', () => {
    expect(() => createAssets('/out', 'http://localhost:5173')).not.toThrow()
    for (const server of ['http://evil.example', 'http://127.0.0.1.evil.example', 'https://localhost.evil.example'])
      expect(() => createAssets('/out', server)).toThrow('on this computer')
  })
})

describe('the loopback host as a program', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-program-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function start(...args: string[]) {
    const host = spawn(process.execPath, [builtFile('main/loopback.js'), ...args], {
      env: { ...process.env, SWITCHYARD_HOME: path.join(folder, 'home'), XDG_CONFIG_HOME: path.join(folder, 'config') },
    })
    let errors = ''
    host.stderr.on('data', chunk => (errors += String(chunk)))
    const exited = new Promise<number | null>(resolve => host.once('exit', resolve))
    const lines = createInterface(host.stdout)[Symbol.asyncIterator]()
    return { line: async () => String((await lines.next()).value), errors: () => errors, exited, end: () => host.kill('SIGTERM') }
  }

  async function startOpen() {
    const host = await start('--no-window')
    const { origin, hash } = new URL((JSON.parse(await host.line()) as { url: string }).url)
    const post = (target: string, body: string, headers: Record<string, string> = {}) =>
      fetch(origin + target, { method: 'POST', body, headers: { origin, ...headers } })
    return { ...host, post, code: hash.slice(1) }
  }

  test('prints one address, answers there, and ends when it is told to', async () => {
    const { post, code, exited, end, errors } = await startOpen()
    const { token } = (await (await post('/session', code)).json()) as { token: string }
    const call = await post('/call', '{"method":"app.info","input":{}}', { ...JSON_TYPE, authorization: `Bearer ${token}` })
    expect(await call.json()).toMatchObject({ ok: true, value: { host: 'loopback' } })
    end()
    expect([await exited, errors()]).toEqual([0, ''])
  })

  test('says on the terminal that its address was used twice, and exits with 1', async () => {
    const { post, code, exited, end, errors } = await startOpen()
    expect([(await post('/session', code)).status, (await post('/session', code)).status]).toEqual([200, 401])
    await expect.poll(errors).toContain('opened a second time')
    end()
    expect(await exited).toBe(1)
  })

  test('misspelt says how it is used', async () => {
    const host = await start('--no-windows')
    expect(await host.exited).toBe(2)
    expect(host.errors()).toContain('Usage:')
  })
})
