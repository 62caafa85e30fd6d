/** Starts the app the way a user would and hands over its window: Electron where its binary is there, else loopback. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, chromium, type Page } from 'playwright-core'
import { browserArgs, findBrowser } from '../../main/loopback/browser.ts'

export interface RunningApp {
  readonly host: 'electron' | 'loopback'
  readonly page: Page
  /** The folder that stands for the user's home. */
  readonly home: string
  close(): Promise<void>
}

/** Never by requiring `electron`: that would start a download. */
function electronBinary(): string | null {
  const given = process.env['ELECTRON_EXEC_PATH']
  if (given) return given
  const home = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const pointer = path.join(home, 'path.txt')
  const binary = existsSync(pointer) ? path.join(home, 'dist', readFileSync(pointer, 'utf8').trim()) : null
  return binary !== null && existsSync(binary) ? binary : null
}

/** Every app has a home of its own, so that tests share no workspace and no preference. */
export async function launchApp(options: { readonly workspace?: string } = {}): Promise<RunningApp> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'switchyard-e2e-'))
  const environment = {
    ...process.env,
    HOME: home,
    SWITCHYARD_HOME: path.join(home, 'Switchyard'),
    XDG_CONFIG_HOME: path.join(home, '.config'),
  }
  const args = options.workspace === undefined ? [] : ['--workspace', options.workspace]
  const binary = electronBinary()
  const app = binary === null ? await launchLoopback(home, args, environment) : await launchElectron(binary, args, environment)
  return {
    ...app,
    home,
    close: async () => {
      await app.close()
      await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

const isRoot = process.getuid?.() === 0

async function launchElectron(executablePath: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Omit<RunningApp, 'home'>> {
  const app = await _electron.launch({ executablePath, args: ['.', ...args], env: env as Record<string, string>, chromiumSandbox: !isRoot }) // undefined values are left out by spawn
  return { host: 'electron', page: await app.firstWindow(), close: () => app.close() }
}

async function launchLoopback(home: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Omit<RunningApp, 'home'>> {
  const browser = findBrowser()
  if (browser === null) throw new Error('The window tests need Chromium: sudo apt-get install -y chromium')
  const host = spawn(process.execPath, ['out/main/loopback.js', '--no-window', ...args], { stdio: ['ignore', 'pipe', 'inherit'], env })
  const first = await createInterface(host.stdout)[Symbol.asyncIterator]().next()
  const { url } = JSON.parse(String(first.value)) as { url: string } // printed by the loopback host
  const context = await chromium.launchPersistentContext(path.join(home, 'profile'), {
    executablePath: browser,
    chromiumSandbox: !isRoot,
    viewport: { width: 1280, height: 800 },
    // Playwright has a profile and a list of features of its own.
    args: browserArgs(home, url).filter(arg => !/^--(user-data-dir|disable-features)/.test(arg)),
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(url)
  return {
    host: 'loopback',
    page,
    close: async () => {
      await context.close()
      const isGone = new Promise(resolve => host.once('exit', resolve))
      host.kill()
      await isGone
    },
  }
}
