/** Takes the place of the `electron` module and writes down what the host does with it. The one stand-in of these tests. */
import { EventEmitter } from 'node:events'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface Frame {
  readonly url: string
  readonly parent: object | null
}

type IpcHandler = (event: { sender: unknown; senderFrame: Frame | null }, ...input: unknown[]) => unknown

class StandInContents extends EventEmitter {
  readonly sent: unknown[][] = []
  send(...message: unknown[]): void {
    this.sent.push(message)
  }
}

export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents()
  readonly options: { webPreferences: Record<string, unknown>; [option: string]: unknown }
  readonly did: string[] = []
  loaded = ''

  constructor(options: StandInWindow['options']) {
    super()
    this.options = options
    record.windows.push(this)
  }

  show(): void {
    this.did.push('show')
  }
  focus(): void {
    this.did.push('focus')
  }
  restore(): void {
    this.did.push('restore')
  }
  reload(): void {
    this.did.push('reload')
  }
  isMinimized(): boolean {
    return true
  }
  isDestroyed(): boolean {
    return false
  }
  async loadURL(url: string): Promise<void> {
    this.loaded = url
  }
}

/** Everything the host did, in the order of `steps` where order matters. */
export const record = {
  steps: [] as string[],
  windows: [] as StandInWindow[],
  handlers: new Map<string, IpcHandler>(),
  switches: [] as string[][],
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  serve: null as ((request: Request | { url: string; method: string }) => Response | Promise<Response>) | null,
  menu: [] as Record<string, unknown>[],
  errors: [] as string[][],
  chosen: { canceled: true, filePaths: [] as string[] },
  session: {} as Record<string, ((...input: unknown[]) => unknown) | null>,
  hasLock: true,
  home: mkdtempSync(path.join(os.tmpdir(), 'switchyard-electron-')),
}

const sessionSetting =
  (name: string) =>
  (value: ((...input: unknown[]) => unknown) | null): void => {
    record.session[name] = value
  }

export const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  requestSingleInstanceLock: () => record.hasLock,
  enableSandbox: () => void record.steps.push('sandbox'),
  whenReady: async () => void record.steps.push('ready'),
  quit: () => void record.steps.push('quit'),
  exit: (code: number) => void record.steps.push(`exit ${code}`),
  getVersion: () => '1.2.3',
  getPath: (name: string) => path.join(record.home, name),
  commandLine: { appendSwitch: (...words: string[]) => void record.switches.push(words) },
})

export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: sessionSetting('permissionRequest'),
    setPermissionCheckHandler: sessionSetting('permissionCheck'),
    setDevicePermissionHandler: sessionSetting('devicePermission'),
    setDisplayMediaRequestHandler: sessionSetting('displayMedia'),
    setSpellCheckerEnabled: (isEnabled: boolean) => void record.steps.push(`spell checker ${isEnabled ? 'on' : 'off'}`),
    webRequest: { onBeforeRequest: sessionSetting('beforeRequest') },
  }),
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof record.schemes) => {
    record.steps.push('schemes')
    record.schemes = schemes
  },
  handle: (_scheme: string, serve: NonNullable<typeof record.serve>) => {
    record.serve = serve
  },
}

export const ipcMain = { handle: (channel: string, handler: IpcHandler) => void record.handlers.set(channel, handler) }
export const nativeTheme = { shouldUseDarkColors: true }
export const dialog = {
  showOpenDialog: async () => record.chosen,
  showErrorBox: (...words: string[]) => void record.errors.push(words),
}
export const Menu = {
  buildFromTemplate: (template: typeof record.menu) => template,
  setApplicationMenu: (menu: typeof record.menu) => {
    record.menu = menu
  },
}
export const BrowserWindow = StandInWindow
