/** The app's one window and its menu. It remembers nothing between starts. */
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

export interface WindowParts {
  readonly preload: string
  readonly isPackaged: boolean
  readonly isDark: boolean
  readonly platform: NodeJS.Platform
}

/** The colours of an empty page, so that nothing flashes before the first paint. */
const BACKGROUND = { light: '#F6F7F9', dark: '#0E1116' } as const

export function createWindow({ preload, isPackaged, isDark, platform }: WindowParts): BrowserWindow {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu(isPackaged, platform)))
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Switchyard',
    backgroundColor: isDark ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  // Once only, so that a page that crashes as it loads does not do so for ever.
  window.webContents.once('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.reload()
  })
  return window
}

/** Edit, because without its roles copy and paste do not work on macOS; View, for larger type. */
function menu(isPackaged: boolean, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }]
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'editMenu' },
    { label: 'View', submenu: isPackaged ? view : [...view, { role: 'toggleDevTools' }] },
  ]
}
