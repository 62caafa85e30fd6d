/** Every refusal the Electron host makes on the window's behalf, in one place so that it can be read. */
import type { App, Session, WebFrameMain } from 'electron'
import { APP_HOST, APP_SCHEME } from './channels.ts'

export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && password === ''
}

/** Our page in the window itself: no frame inside it, no page that was put in its place. */
export const isTrustedFrame = (frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean =>
  frame !== null && frame.parent === null && isAppUrl(frame.url)

/** The one permission: to copy, which a page can do only where the user just clicked or pressed a key. */
const isGranted = (permission: string, url: string) => permission === 'clipboard-sanitized-write' && isAppUrl(url)

const LOCAL_DATA = /^(?:blob:app:\/\/bundle\/|data:)/
const DEVELOPER_TOOLS = /^devtools:/

export function lockDown(app: App, session: Session): void {
  session.setPermissionRequestHandler((contents, permission, done) => done(isGranted(permission, contents.getURL())))
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  // Its dictionaries would come from the network.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, done) => {
    const isAllowed = isAppUrl(url) || LOCAL_DATA.test(url) || (!app.isPackaged && DEVELOPER_TOOLS.test(url))
    done({ cancel: !isAllowed })
  })
  session.on('will-download', (event, item) => {
    if (!LOCAL_DATA.test(item.getURL())) event.preventDefault()
  })
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { readonly url: string; preventDefault(): void }) => {
      if (!isAppUrl(event.url)) event.preventDefault()
    }
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
  })
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, done) => {
    event.preventDefault()
    done(false)
  })
}
