/** The window's side of the loopback host, against the real server. The page around it is a few fields. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startFixture, type Fixture } from './loopback-fixture.ts'

interface Backend {
  call(method: string, input: unknown): Promise<unknown>
  on(event: string, listener: (data: unknown) => void): () => void
  takeFile(file: File): Promise<string>
  readonly chooseFolder: (() => Promise<string | null>) | null
}

let fixture: Fixture
let kept: Map<string, string>
let shown: string[]
let dropNextStream: boolean

beforeEach(async () => {
  fixture = await startFixture()
  kept = new Map()
  shown = []
  dropNextStream = false
  const realFetch = globalThis.fetch
  vi.stubGlobal('window', {})
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
  vi.stubGlobal('document', {
    createElement: () => ({ role: '', textContent: '' }),
    body: { replaceChildren: (notice: { textContent: string }) => shown.push(notice.textContent) },
  })
  vi.stubGlobal('history', { replaceState: (_state: unknown, _title: string, url: string) => openAt(url) })
  vi.stubGlobal('fetch', (target: string, options: RequestInit) => {
    if (target === '/events' && dropNextStream) {
      dropNextStream = false
      return Promise.resolve(new Response(''))
    }
    return realFetch(fixture.origin + target, {
      ...options,
      headers: { origin: fixture.origin, ...(options.headers as Record<string, string>) },
    })
  })
})
afterEach(async () => {
  // Pages of this test would go on knocking at the server of the next one.
  const code = fixture.session.issueCode()
  fixture.session.redeem(code)
  fixture.session.redeem(code)
  await expect.poll(() => fixture.listeners.size).toBe(0)
  await new Promise(resolve => setTimeout(resolve, 50))
  await fixture.close()
  vi.unstubAllGlobals()
})

const openAt = (url: string) =>
  vi.stubGlobal('location', { hash: url.slice(url.indexOf('#') < 0 ? url.length : url.indexOf('#')), pathname: '/' })

/** A page of the window as it loads anew. Named at run time, because it is written for a browser's types. */
async function connectAt(url: string): Promise<Backend> {
  openAt(url)
  const file = new URL('../../renderer/bridge.ts', import.meta.url).href
  const { connect } = (await import(/* @vite-ignore */ file)) as { connect: () => Promise<Backend> }
  return connect()
}

const open = () => connectAt(`/#${fixture.session.issueCode()}`)

describe('the bridge to the loopback host', () => {
  test('trades the code of the address for a session that survives a reload', async () => {
    await open()
    expect(globalThis).toMatchObject({ location: { hash: '' } })
    const reloaded = await connectAt('/')
    expect(await reloaded.call('workspace.current', {})).toBeNull()
  })

  test('without code and token says what to do', async () => {
    await expect(connectAt('/')).rejects.toMatchObject({
      name: 'AppError',
      code: 'unavailable',
      message: expect.stringContaining('Start Switchyard again'),
    })
    await expect(connectAt('/#wrong')).rejects.toMatchObject({ message: expect.stringContaining('older than a minute') })
  })

  test('hands on answers, columns and errors as they are', async () => {
    const backend = await open()
    const columns = { rows: 1, arrays: { share: new Float64Array([0.5]) }, dictionaries: {} }
    fixture.state.outcome = { ok: true, value: columns }
    expect(await backend.call('systems.matrix', {})).toEqual(columns)
    fixture.state.outcome = { ok: false, code: 'damaged', message: 'This workspace is damaged.' }
    await expect(backend.call('workspace.open', {})).rejects.toMatchObject({
      name: 'AppError',
      code: 'damaged',
      message: 'This workspace is damaged.',
    })
  })

  test('uploads a file and gives its handle', async () => {
    const backend = await open()
    expect(await backend.takeFile(new File(['a,b\n'], 'Zoë \ud800.csv'))).toBe('handle-1')
    expect(fixture.adopted[0]?.name).toBe('Zoë \ufffd.csv')
    fixture.state.spool = null
    await expect(backend.takeFile(new File(['a'], 'a.csv'))).rejects.toMatchObject({ code: 'conflict' })
    expect(backend.chooseFolder).toBeNull()
  })

  test('tells events to those who listen for them', async () => {
    const backend = await open()
    const heard = vi.fn()
    const stop = backend.on('workspace.changed', heard)
    await expect.poll(() => fixture.listeners.size).toBe(1)
    fixture.emit({ name: 'job.ended', data: { job: '1', kind: 'import', outcome: 'done', message: '', imports: [] } })
    fixture.emit({ name: 'workspace.changed', data: null })
    await expect.poll(() => heard.mock.calls).toEqual([[null]])
    stop()
    fixture.emit({ name: 'workspace.changed', data: null })
    expect(heard).toHaveBeenCalledTimes(1)
  })

  test('connects again when the stream breaks, and tells what the state is by then', async () => {
    dropNextStream = true
    const backend = await open()
    const heard = vi.fn()
    backend.on('workspace.changed', heard)
    await expect.poll(() => heard.mock.calls).toEqual([[null]])
    expect(fixture.calls).toEqual([{ method: 'workspace.current', input: {} }])
    expect(fixture.listeners.size).toBe(1)
  })

  test('puts the reason in the place of the page when the session is ended', async () => {
    const code = fixture.session.issueCode()
    const backend = await connectAt(`/#${code}`)
    await expect.poll(() => fixture.listeners.size).toBe(1)
    fixture.session.redeem(code)
    await expect.poll(() => shown).toEqual([fixture.session.endedBecause])
    expect(kept.size).toBe(0)
    await expect(backend.call('workspace.current', {})).rejects.toMatchObject({ message: fixture.session.endedBecause })
    expect(shown).toHaveLength(1)
  })
})

describe('the bridge in Electron', () => {
  test('is the one the preload left, with its errors made ours', async () => {
    const takeFile = vi.fn(async () => Promise.reject(new Error('This is not a file that can be read.')))
    vi.stubGlobal('window', {
      bridge: { call: async () => ({ ok: true, value: 7 }), onEvent: () => () => {}, takeFile, chooseFolder: async () => 'handle' },
    })
    const backend = await connectAt('/')
    expect(await backend.call('app.info', {})).toBe(7)
    expect(await backend.chooseFolder?.()).toBe('handle')
    await expect(backend.takeFile(new File([], 'a'))).rejects.toMatchObject({
      name: 'AppError',
      message: 'This is not a file that can be read.',
    })
  })
})
