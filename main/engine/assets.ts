/** Serves the built window to both hosts: `protocol.handle` in Electron, `node:http` over loopback. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const REFUSED_FEATURES = ['camera', 'display-capture', 'geolocation', 'hid', 'microphone', 'midi', 'payment', 'serial', 'usb']

/** On every answer of a host, refusals included. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'permissions-policy': REFUSED_FEATURES.map(feature => `${feature}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Answers a request target such as `/assets/index.js?x`; refuses with 400 or 404, never throws. */
export type Assets = (target: string) => Promise<Response>

const refusal = (status: number) => new Response(null, { status, headers: SECURITY_HEADERS })

/** The built window, or while developing the one of Vite's server. */
export const createAssets = (directory: string, developmentServer: string | undefined): Assets =>
  developmentServer ? developmentAssets(developmentServer) : builtAssets(directory)

/** Only files below `directory` with a known extension are ever read. */
function builtAssets(directory: string): Assets {
  const base = path.resolve(directory)
  return async target => {
    const pathname = target.split(/[?#]/, 1)[0] ?? '/'
    let relative: string
    try {
      relative = decodeURIComponent(pathname === '/' ? '/index.html' : pathname)
    } catch {
      return refusal(400)
    }
    if (relative.includes('\0') || relative.includes('\\')) return refusal(400)
    const file = path.resolve(base, `.${path.posix.normalize(`/${relative}`)}`)
    const type = TYPES[path.extname(file)]
    if (!file.startsWith(base + path.sep) || type === undefined) return refusal(404)
    try {
      const body = await readFile(file)
      return new Response(new Uint8Array(body), { headers: { ...SECURITY_HEADERS, 'content-type': type } })
    } catch {
      return refusal(404)
    }
  }
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Through the host's own origin. Vite's page has an inline script, so only this computer is let in, without the full policy. */
function developmentAssets(server: string): Assets {
  const { origin, hostname } = new URL(server)
  if (!LOOPBACK_NAMES.has(hostname)) throw new Error('ELECTRON_RENDERER_URL must be on this computer')
  return async target => {
    const response = await fetch(origin + (target.startsWith('/') ? target : '/'), {
      headers: { accept: target === '/' ? 'text/html' : '*/*' },
    })
    const type = response.headers.get('content-type') ?? 'text/plain'
    return new Response(await response.arrayBuffer(), {
      status: response.status,
      headers: {
        'content-type': type,
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'self' 'unsafe-inline' data: ws://localhost:* ws://127.0.0.1:*; object-src 'none'",
      },
    })
  }
}
