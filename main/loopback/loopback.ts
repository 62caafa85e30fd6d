/** The loopback host as a whole: the engine, the port, and the window or the address to open. */
import { createInterface } from 'node:readline'
import os from 'node:os'
import { createAssets } from '../engine/assets.ts'
import { startEngine, type Engine } from '../engine/engine.ts'
import { userPlaces, type Installation } from '../engine/places.ts'
import type { Fault } from '../engine/refusal.ts'
import { findBrowser, hasScreen, openWindow } from './browser.ts'
import { serve } from './server.ts'
import { Session } from './session.ts'

export interface LoopbackOptions {
  readonly installation: Installation
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The folder of a workspace to open at once. */
  readonly workspace?: string
  /** Without a window one JSON line, {url}, is printed for the program that opens it. */
  readonly opensWindow: boolean
  readonly print: (line: string) => void
  readonly warn: (line: string) => void
  /** Ends the host; see `terminationSignal`. */
  readonly signal: AbortSignal
}

const WINDOW_PATIENCE_MS = 20_000

/** Runs until the window is closed or `signal` says so. Resolves to the exit code; rejects with AppError when the engine or workspace cannot be opened. */
export async function startLoopback(options: LoopbackOptions): Promise<number> {
  const { installation, environment, warn } = options
  const report = (fault: Fault) => warn(`[fault] ${fault.where}: ${fault.error}`)
  const engine = await startEngine({
    entry: installation.engine,
    jobEntry: installation.job,
    host: 'loopback',
    version: installation.version,
    places: {
      ...userPlaces({ platform: process.platform, environment, homeDirectory: os.homedir() }),
      sample: installation.sample,
    },
    ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
    report,
  })
  try {
    return await host(options, engine, report)
  } finally {
    await engine.stop()
  }
}

async function host(options: LoopbackOptions, engine: Engine, report: (fault: Fault) => void): Promise<number> {
  const { installation, environment, print, warn, signal } = options
  const session = new Session(() => performance.now())
  const assets = createAssets(installation.renderer, environment['ELECTRON_RENDERER_URL'])
  const server = await serve({ engine, assets, session, report })
  session.onEnded(message => warn(message))
  // The code stands in the fragment, which a browser never sends.
  const address = () => `${server.origin}/#${session.issueCode()}`
  try {
    if (options.opensWindow) await openOrPrint(options, session, address)
    else {
      print(JSON.stringify({ url: address() }))
      await aborted(signal)
    }
  } finally {
    await server.close()
  }
  return session.endedBecause === null ? 0 : 1
}

/** A window where there can be one; else the address, for a browser of the user's choice. */
async function openOrPrint(options: LoopbackOptions, session: Session, address: () => string): Promise<void> {
  const { environment, print, warn, signal } = options
  const browser = hasScreen(environment, process.platform) ? findBrowser(environment) : null
  if (browser !== null) {
    const patience = setTimeout(() => {
      if (!session.isRedeemed) print(`If no window has opened, open this address within a minute: ${address()}`)
    }, WINDOW_PATIENCE_MS)
    const extraArgs = (environment['SWITCHYARD_BROWSER_FLAGS'] ?? '').split(' ').filter(flag => flag !== '')
    try {
      await openWindow(browser, address(), signal, extraArgs)
      return
    } catch {
      warn('The installed browser could not open a window.')
    } finally {
      clearTimeout(patience)
    }
  }
  print('Open this address in a browser on this computer. It works once, within a minute.')
  print(address())
  print('Press Enter for a new address, Ctrl+C to end.')
  const input = createInterface({ input: process.stdin })
  input.on('line', () => print(address()))
  await aborted(signal)
  input.close()
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** Aborts when the terminal or the system asks this process to end. */
export function terminationSignal(): AbortSignal {
  const termination = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => termination.abort())
  return termination.signal
}
