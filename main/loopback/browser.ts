/** Opens the window in an installed Chromium, in app mode, with a profile that dies with it. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

type Environment = Readonly<Record<string, string | undefined>>

const CANDIDATES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/usr/bin/brave-browser',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** The browser named by SWITCHYARD_BROWSER, else the first installed one that is known; null without one. */
export function findBrowser(environment: Environment = process.env, platform: NodeJS.Platform = process.platform): string | null {
  const named = environment['SWITCHYARD_BROWSER']
  return named ? named : ((CANDIDATES[platform] ?? []).find(file => existsSync(file)) ?? null)
}

/** False where a browser would only fail: a terminal without a screen. */
export const hasScreen = (environment: Environment, platform: NodeJS.Platform): boolean =>
  platform !== 'linux' || Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'])

/** The switches of a browser that talks to `origin` and to nothing else. */
export const browserArgs = (profile: string, origin: string): string[] => [
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-breakpad',
  '--disable-domain-reliability',
  '--no-pings',
  '--disk-cache-size=1',
  '--password-store=basic',
  '--disable-features=Translate,AutofillServerCommunication,OptimizationHints,MediaRouter',
  // Everything goes to our own server, other ports of this computer included; it refuses what is not for it.
  `--proxy-server=${new URL(origin).host}`,
  '--proxy-bypass-list=<-loopback>',
  '--window-size=1280,840',
]

/**
 * The page the browser is started on. The command line can be read by every user of the computer, this page by its
 * owner alone; it only leads on to the address with the one-time code.
 */
export async function writeStartPage(profile: string, url: string): Promise<string> {
  const page = path.join(profile, 'start.html')
  const html = `<!doctype html><meta charset="utf-8"><title>Switchyard</title><meta http-equiv="refresh" content="0;url=${url}">\n`
  await writeFile(page, html, { mode: 0o600, flag: 'wx' })
  return page
}

const STARTUP_MS = 3_000

/** Resolves when the window is closed, by its user or by `signal`; rejects when it never opened. */
export async function openWindow(browser: string, url: string, signal: AbortSignal, extraArgs: readonly string[]): Promise<void> {
  // mkdtemp makes the folder with mode 0700.
  const profile = await mkdtemp(path.join(os.tmpdir(), 'switchyard-window-'))
  const started = performance.now()
  try {
    const page = await writeStartPage(profile, url)
    await new Promise<void>((resolve, reject) => {
      const child = spawn(browser, [...browserArgs(profile, url), ...extraArgs, `--app=${pathToFileURL(page).href}`], { stdio: 'ignore' })
      const close = () => void child.kill()
      signal.addEventListener('abort', close, { once: true })
      child.once('error', reject)
      child.once('exit', code => {
        signal.removeEventListener('abort', close)
        const hasFailed = code !== 0 && !signal.aborted && performance.now() - started < STARTUP_MS
        if (hasFailed) reject(new Error(`The browser could not open a window (exit code ${code}).`))
        else resolve()
      })
    })
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
