import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserArgs, findBrowser, hasScreen, openWindow } from '../../main/loopback/browser.ts'

const CODE = 'a-secret-code'
const URL_WITH_CODE = `http://127.0.0.1:4321/#${CODE}`

interface Sighting {
  args: string[]
  pageMode: number
  profileMode: number
  page: string
}

describe.skipIf(process.platform === 'win32')('the window of the loopback host', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-browser-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** A browser that notes what it was started with, then does what `behaviour` says. */
  async function browser(behaviour: string): Promise<{ file: string; sighting: () => Promise<Sighting> }> {
    const file = path.join(folder, `browser-${Math.random()}.cjs`)
    const note = `${file}.json`
    const source = `#!${process.execPath}
      const { readFileSync, statSync, writeFileSync } = require('node:fs')
      const args = process.argv.slice(2)
      const page = new URL(args.at(-1).slice('--app='.length))
      const profile = args.find(arg => arg.startsWith('--user-data-dir=')).slice('--user-data-dir='.length)
      const mode = file => statSync(file).mode & 0o777
      writeFileSync(${JSON.stringify(note)}, JSON.stringify({ args, pageMode: mode(page), profileMode: mode(profile), page: readFileSync(page, 'utf8') }))
      ${behaviour}`
    await writeFile(file, source, { mode: 0o700 })
    return { file, sighting: async () => JSON.parse(await readFile(note, 'utf8')) as Sighting }
  }

  test('is started on a page only its user can read, and the code is not on the command line', async () => {
    const { file, sighting } = await browser('')
    await openWindow(file, URL_WITH_CODE, new AbortController().signal, ['--extra'])
    const { args, pageMode, profileMode, page } = await sighting()
    expect(args.join(' ')).not.toContain(CODE)
    expect(args.at(-1)).toMatch(/^--app=file:\/\/.*\/start\.html$/)
    expect(args).toContain('--extra')
    expect([pageMode, profileMode]).toEqual([0o600, 0o700])
    expect(page).toContain(`0;url=${URL_WITH_CODE}`)
  })

  test('takes its profile with it when it closes', async () => {
    const { file, sighting } = await browser('')
    await openWindow(file, URL_WITH_CODE, new AbortController().signal, [])
    const profile = (await sighting()).args[0]?.slice('--user-data-dir='.length) ?? ''
    await expect(stat(profile)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('is closed when the host is told to end', async () => {
    const { file, sighting } = await browser('setInterval(() => {}, 1000)')
    const quit = new AbortController()
    const closed = openWindow(file, URL_WITH_CODE, quit.signal, [])
    await expect
      .poll(() =>
        sighting().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
    quit.abort()
    await closed
  })

  test('that could not be opened says so, without the address', async () => {
    const { file } = await browser('process.exit(1)')
    const error = await openWindow(file, URL_WITH_CODE, new AbortController().signal, []).catch(String)
    expect(error).toContain('could not open a window (exit code 1)')
    expect(error).not.toContain(CODE)
    await expect(openWindow(path.join(folder, 'none'), URL_WITH_CODE, new AbortController().signal, [])).rejects.toThrow('ENOENT')
  })
})

describe('the browser', () => {
  test('has our own server for its only proxy, other ports of this computer included', () => {
    const args = browserArgs('/profile', URL_WITH_CODE)
    expect(args).toContain('--proxy-server=127.0.0.1:4321')
    expect(args).toContain('--proxy-bypass-list=<-loopback>')
    expect(args.join(' ')).not.toMatch(/no-sandbox|disable-web-security|a-secret-code/)
  })

  test('is the one the user names, else one that is installed, else none', () => {
    expect(findBrowser({ SWITCHYARD_BROWSER: '/opt/browser' })).toBe('/opt/browser')
    expect(findBrowser({}, 'aix')).toBeNull()
  })

  test('is not started where there is no screen', () => {
    expect(hasScreen({}, 'linux')).toBe(false)
    expect(hasScreen({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasScreen({}, 'darwin')).toBe(true)
  })
})
