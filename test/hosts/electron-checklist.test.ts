/**
 * The Electron host, run for real against a stand-in of `electron`, along the checklist of Electron's security guide:
 * one test an item, in the guide's order and words.
 */
import { EventEmitter } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type * as places from '../../main/engine/places.ts'
import { builtText, builtUrl } from './built.ts'
import { app, record, session, type Frame, type StandInWindow } from './electron-stand-in.ts'

vi.mock('electron', () => import('./electron-stand-in.ts'))
// The source runs, beside the threads as built.
vi.mock('../../main/engine/places.ts', async original => {
  const real = await original<typeof places>()
  return { ...real, findInstallation: () => real.findInstallation(builtUrl('main/electron.js').href) }
})

const root = path.resolve(import.meta.dirname, '../..')
const ELSEWHERE = [
  'https://evil.example/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://bundle.evil.example/',
  'app://evil/index.html',
  'app://user:pass@bundle/',
  'app://bundle:8080/',
  'data:text/html,<p>',
  'javascript:alert(1)',
  'about:blank',
  'no url',
  '',
]

let window: StandInWindow
beforeAll(async () => {
  await import('../../main/electron/main.ts')
  await vi.waitFor(() => expect([record.windows[0]?.loaded, record.errors]).toEqual(['app://bundle/index.html', []]), 20_000)
  window = record.windows[0] as StandInWindow // seen right above
})
afterAll(() => rm(record.home, { recursive: true, force: true }))

const preferences = () => window.options.webPreferences
const ask = (channel: string, ...input: unknown[]) => from({ url: 'app://bundle/index.html', parent: null }, channel, ...input)
async function from(senderFrame: Frame | null, channel: string, ...input: unknown[]): Promise<unknown> {
  return record.handlers.get(`switchyard:${channel}`)?.({ sender: window.webContents, senderFrame }, ...input)
}

function isCancelled(url: string): boolean {
  let answer: { cancel: boolean } | undefined
  record.session['beforeRequest']?.({ url }, (given: { cancel: boolean }) => (answer = given))
  return answer?.cancel ?? false
}

function newContents() {
  const setWindowOpenHandler = vi.fn<(handler: (details: object) => { action: string }) => void>()
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler })
  app.emit('web-contents-created', {}, contents)
  return contents
}

function isPrevented(name: string, url: string): boolean {
  const preventDefault = vi.fn()
  newContents().emit(name, { url, preventDefault })
  return preventDefault.mock.calls.length > 0
}

const page = async (url: string) => (await record.serve?.({ url, method: 'GET' })) as Response // the host is up

describe('Electron’s security checklist', () => {
  test('1. Only load secure content: the window loads its own bundle, and nothing from any network', () => {
    expect(window.loaded).toBe('app://bundle/index.html')
    for (const url of [
      'http://example.com/',
      'https://example.com/',
      'ws://example.com/',
      'wss://example.com/',
      'ftp://example.com/',
      'file:///etc/passwd',
    ])
      expect(isCancelled(url), url).toBe(true)
    for (const url of ['app://bundle/index.html', 'app://bundle/assets/a.js', 'data:,', 'blob:app://bundle/1'])
      expect(isCancelled(url), url).toBe(false)
    expect(isCancelled('devtools://devtools/')).toBe(true)
    expect(record.switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
    expect(record.steps).toContain('spell checker off')
  })

  test('2. Do not enable Node.js integration: not in the page, its workers or its frames', () => {
    expect(preferences()).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false })
  })

  test('3. Enable context isolation', () => {
    expect(preferences()['contextIsolation']).toBe(true)
  })

  test('4. Enable process sandboxing: of the window, and of all there could be, before the app is ready', () => {
    expect(preferences()['sandbox']).toBe(true)
    expect(record.steps.indexOf('sandbox')).toBeGreaterThanOrEqual(0)
    expect(record.steps.indexOf('sandbox')).toBeLessThan(record.steps.indexOf('ready'))
  })

  test('5. Handle session permission requests: all are refused but copying from our own page', () => {
    const isGranted = (permission: string, url: string) => {
      const done = vi.fn()
      record.session['permissionRequest']?.({ getURL: () => url }, permission, done)
      expect(record.session['permissionCheck']?.(null, permission, url)).toBe(done.mock.calls[0]?.[0])
      return done.mock.calls[0]?.[0] === true
    }
    const permissions = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'openExternal',
      'display-capture',
      'fileSystem',
      'clipboard-read',
      'usb',
      'unknown',
    ]
    for (const permission of permissions) expect(isGranted(permission, 'app://bundle/'), permission).toBe(false)
    expect(isGranted('clipboard-sanitized-write', 'app://bundle/')).toBe(true)
    for (const url of ELSEWHERE) expect(isGranted('clipboard-sanitized-write', url), url).toBe(false)
    expect(record.session['devicePermission']?.({})).toBe(false)
    expect(record.session['displayMedia']).toBeNull()
  })

  test('6. Do not disable webSecurity', () => {
    expect(preferences()['webSecurity']).toBe(true)
  })

  test('7. Define a Content Security Policy: on the page and on refusals, with nothing unsafe in it', async () => {
    for (const answer of [await page('app://bundle/index.html'), await page('app://bundle/missing.html')]) {
      const policy = answer.headers.get('content-security-policy') ?? ''
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "object-src 'none'",
        "worker-src 'none'",
        "base-uri 'none'",
        "frame-src 'none'",
      ])
        expect(policy.split('; ')).toContain(rule)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
    }
  })

  test('8. Do not enable allowRunningInsecureContent', () => {
    expect(preferences()['allowRunningInsecureContent']).toBe(false)
  })

  test('9. Do not enable experimental features', () => {
    expect(preferences()).not.toHaveProperty('experimentalFeatures')
    expect(record.switches.flat().join(' ')).not.toMatch(/enable-experimental|enable-features/)
  })

  test('10. Do not use enableBlinkFeatures', () => {
    expect(preferences()).not.toHaveProperty('enableBlinkFeatures')
    expect(record.switches.flat().join(' ')).not.toContain('enable-blink-features')
  })

  test('11. Do not use allowpopups for WebViews: there are no webviews', () => {
    expect(preferences()['webviewTag']).toBe(false)
  })

  test('12. Verify WebView options before creation: none is ever attached', () => {
    expect(isPrevented('will-attach-webview', 'app://bundle/')).toBe(true)
  })

  test('13. Disable or limit navigation: the page stays where it is, and frames with it', () => {
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of ELSEWHERE) expect(isPrevented(name, url), `${name} ${url}`).toBe(true)
      expect(isPrevented(name, 'app://bundle/index.html')).toBe(false)
    }
  })

  test('14. Disable or limit creation of new windows: there is one', () => {
    const { setWindowOpenHandler } = newContents()
    const handler = setWindowOpenHandler.mock.calls[0]?.[0]
    for (const url of [...ELSEWHERE, 'app://bundle/index.html']) expect(handler?.({ url })).toEqual({ action: 'deny' })
    expect(record.windows).toHaveLength(1)
  })

  test('15. Do not use shell.openExternal with untrusted content: it is not used at all', () => {
    const folder = path.join(root, 'main/electron')
    for (const name of readdirSync(folder))
      expect(readFileSync(path.join(folder, name), 'utf8'), name).not.toMatch(/\bshell\b|openExternal/)
    expect(builtText('main/electron.js')).not.toContain('openExternal(')
  })

  test('16. Use a current version of Electron: one exact version, not below 45', async () => {
    const { devDependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number.parseInt(devDependencies['electron'] ?? '0', 10)).toBeGreaterThanOrEqual(45)
  })

  test('17. Validate the sender of all IPC messages: only our page, at the top of our window', async () => {
    expect([...record.handlers.keys()]).toEqual(['switchyard:call', 'switchyard:take-file', 'switchyard:choose-folder'])
    for (const [channel, handler] of record.handlers) {
      const frames: (Frame | null)[] = [null, { url: 'app://bundle/', parent: {} }, ...ELSEWHERE.map(url => ({ url, parent: null }))]
      for (const senderFrame of frames)
        await expect((async () => handler({ sender: window.webContents, senderFrame }, 'app.info', {}))(), channel).rejects.toThrow(
          'Refused',
        )
      const stranger = { sender: {}, senderFrame: { url: 'app://bundle/', parent: null } }
      await expect((async () => handler(stranger, 'app.info', {}))(), channel).rejects.toThrow('Refused')
    }
  })

  test('18. Avoid usage of the file:// protocol: the bundle has a scheme of its own, with no more rights than it needs', async () => {
    expect(record.steps.indexOf('schemes')).toBeLessThan(record.steps.indexOf('ready'))
    expect(record.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
    for (const url of [
      'app://bundle/../package.json',
      'app://bundle/%2e%2e/%2e%2e/package.json',
      'app://bundle/..%2f..%2fpackage.json',
      'app://evil/index.html',
    ])
      expect([400, 404], url).toContain((await page(url)).status)
    expect((await record.serve?.({ url: 'app://bundle/index.html', method: 'POST' }))?.status).toBe(404)
  })

  test('19. Check which fuses you can change: nothing is packaged yet; whoever adds a packager must add the fuses', async () => {
    const manifest = await readFile(path.join(root, 'package.json'), 'utf8')
    const isPackaged = /electron-builder|electron-forge|@electron-forge|@electron\/packager/.test(manifest)
    expect(isPackaged && !manifest.includes('@electron/fuses')).toBe(false)
  })

  test('20. Do not expose Electron APIs to untrusted web content: see the built preload, which gives four functions', () => {
    expect(preferences()['preload']).toMatch(/preload\.cjs$/)
    expect(builtText('preload/preload.cjs')).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer\s*\)/)
    expect(builtText('preload/preload.cjs').match(/exposeInMainWorld\(/g)).toHaveLength(1)
  })
})

describe('the Electron host', () => {
  test('has no developer tools once it is packaged, in the window or its menu', () => {
    expect(preferences()['devTools']).toBe(false)
    expect(JSON.stringify(record.menu)).not.toMatch(/toggleDevTools|reload/i)
    expect(record.menu).toContainEqual({ role: 'editMenu' })
  })

  test('opens a window of its size in the colour of the theme', () => {
    expect(window.options).toMatchObject({
      width: 1280,
      height: 840,
      minWidth: 1024,
      minHeight: 700,
      show: false,
      backgroundColor: '#0E1116',
    })
    window.emit('ready-to-show')
    expect(window.did).toContain('show')
  })

  test('carries calls to the engine, where the contract is judged', async () => {
    expect(await ask('call', 'app.info', {})).toEqual({ ok: true, value: { version: '1.2.3', host: 'electron' } })
    expect(await ask('call', 'app.info', { extra: 1 })).toMatchObject({ ok: false, code: 'bad-request' })
    for (const method of ['constructor', '__proto__', ''])
      expect(await ask('call', method, {})).toMatchObject({ ok: false, code: 'not-found' })
    for (const method of [null, 7, {}, ['app.info']])
      expect(await ask('call', method, {})).toMatchObject({ ok: false, code: 'bad-request' })
  })

  test('turns the path of a file into a handle, and nothing but a file', async () => {
    const folder = await mkdtemp(path.join(record.home, 'files-'))
    const file = path.join(folder, 'people.csv')
    await writeFile(file, 'person_id\n1\n')
    expect(await ask('take-file', file)).toEqual({ ok: true, value: expect.stringMatching(/^[\w-]{32}$/) })
    for (const wrong of ['', 'people.csv', '../people.csv', 7, null, {}])
      expect(await ask('take-file', wrong)).toMatchObject({ ok: false, code: 'bad-request' })
    for (const wrong of [folder, `${file}.missing`]) expect(await ask('take-file', wrong)).toMatchObject({ ok: false, code: 'bad-input' })
  })

  test('gives the handle of a chosen folder, or null', async () => {
    expect(await ask('choose-folder')).toEqual({ ok: true, value: null })
    record.chosen = { canceled: false, filePaths: [record.home] }
    expect(await ask('choose-folder')).toEqual({ ok: true, value: expect.stringMatching(/^[\w-]{32}$/) })
  })

  test('lets nothing be downloaded that the page did not make itself', () => {
    const isRefused = (url: string) => {
      const preventDefault = vi.fn()
      session.defaultSession.emit('will-download', { preventDefault }, { getURL: () => url })
      return preventDefault.mock.calls.length > 0
    }
    expect([isRefused('https://evil.example/x.exe'), isRefused('blob:https://evil.example/1')]).toEqual([true, true])
    expect(isRefused('blob:app://bundle/1')).toBe(false)
  })

  test('loads a page that crashed once more, and only once', () => {
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(window.did.filter(step => step === 'reload')).toHaveLength(1)
  })

  test('started a second time comes to the front', () => {
    app.emit('second-instance', {}, ['electron', '.'], '/')
    expect(window.did.slice(-2)).toEqual(['restore', 'focus'])
    expect(record.windows).toHaveLength(1)
  })

  test('lets the engine put its workspace down before it quits', async () => {
    const preventDefault = vi.fn()
    app.emit('will-quit', { preventDefault })
    expect(preventDefault).toHaveBeenCalled()
    await vi.waitFor(() => expect(record.steps.at(-1)).toBe('quit'))
    expect(await ask('call', 'app.info', {})).toMatchObject({ ok: false, code: 'unavailable' })
    const again = vi.fn()
    app.emit('will-quit', { preventDefault: again })
    expect(again).not.toHaveBeenCalled()
  })
})
