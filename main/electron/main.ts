/** The Electron host: one instance, one window, the engine behind it. */
import path from 'node:path'
import { app, dialog, ipcMain, nativeTheme, protocol, session } from 'electron'
import { AppError } from '../../src/contract/wire.ts'
import { createAssets } from '../engine/assets.ts'
import { startEngine, type Engine } from '../engine/engine.ts'
import { findInstallation } from '../engine/places.ts'
import { faultOf, type Fault } from '../engine/refusal.ts'
import { answerCalls } from './calls.ts'
import { APP_HOST, APP_ORIGIN, APP_SCHEME, EVENT } from './channels.ts'
import { isAppUrl, lockDown } from './lockdown.ts'
import { createWindow } from './window.ts'

const report = (fault: Fault) => console.error(`[fault] ${fault.where}: ${fault.error}`)

/** `--workspace DIR`, relative to where the app was started from. */
function workspaceIn(argv: readonly string[], workingDirectory: string): string | undefined {
  const at = argv.indexOf('--workspace')
  const directory = at < 0 ? undefined : argv[at + 1]
  return directory === undefined ? undefined : path.resolve(workingDirectory, directory)
}

async function start(): Promise<void> {
  lockDown(app, session.defaultSession)
  const installation = await findInstallation(import.meta.url)
  const assets = createAssets(installation.renderer, app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'])
  protocol.handle(APP_SCHEME, request => {
    if (request.method !== 'GET' || !isAppUrl(request.url)) return new Response(null, { status: 404 })
    return assets(request.url.slice(APP_ORIGIN.length))
  })

  const workspace = workspaceIn(process.argv, process.cwd())
  const engine = await startEngine({
    entry: installation.engine,
    jobEntry: installation.job,
    host: 'electron',
    version: app.getVersion(),
    places: {
      workspaces: path.join(app.getPath('documents'), 'Switchyard'),
      configuration: app.getPath('userData'),
      sample: installation.sample,
    },
    ...(workspace === undefined ? {} : { workspace }),
    report,
  })
  stopBeforeQuitting(engine)

  const window = createWindow({
    preload: installation.preload,
    isPackaged: app.isPackaged,
    isDark: nativeTheme.shouldUseDarkColors,
    platform: process.platform,
  })
  answerCalls({ engine, ipcMain, dialog, window })
  engine.onEvent(event => {
    if (!window.isDestroyed()) window.webContents.send(EVENT, event)
  })
  app.on('second-instance', (_event, argv, workingDirectory) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    const wanted = workspaceIn(argv, workingDirectory)
    if (wanted !== undefined) void openFolder(engine, wanted)
  })
  await window.loadURL(`${APP_SCHEME}://${APP_HOST}/index.html`)
}

async function openFolder(engine: Engine, directory: string): Promise<void> {
  const folder = await engine.adopt({ path: directory, name: path.basename(directory), temporary: false })
  const outcome = await engine.call('workspace.open', { folder })
  if (!outcome.ok) dialog.showErrorBox('Switchyard could not open the workspace', outcome.message)
}

/** The engine puts its workspace down first; only then does the app go. */
function stopBeforeQuitting(engine: Engine): void {
  let isStopped = false
  app.on('will-quit', event => {
    if (isStopped) return
    event.preventDefault()
    void engine.stop().finally(() => {
      isStopped = true
      app.quit()
    })
  })
}

function giveUp(error: unknown): void {
  report(faultOf('start', error))
  const message = error instanceof AppError ? error.message : 'Something went wrong inside Switchyard. What was saved before is safe.'
  dialog.showErrorBox('Switchyard could not start', message)
  app.exit(1)
}

if (app.requestSingleInstanceLock()) {
  app.enableSandbox()
  // No name resolves, so nothing that slips past the lockdown finds its way out.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  app.on('window-all-closed', () => app.quit())
  // Not awaited here: Electron is ready only once this module has run to its end.
  app.whenReady().then(start).catch(giveUp)
} else app.quit()
