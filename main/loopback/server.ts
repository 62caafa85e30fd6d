/** The window's files, the engine's calls and the uploads, on 127.0.0.1 and a port the system picks. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError, encodeColumns, isColumns, type Outcome } from '../../src/contract/wire.ts'
import { SECURITY_HEADERS, type Assets } from '../engine/assets.ts'
import type { Engine } from '../engine/engine.ts'
import { refusalOf, refuse, type Fault } from '../engine/refusal.ts'
import type { Session } from './session.ts'
import { receiveUpload, UPLOAD_LIMIT_BYTES } from './upload.ts'

export interface ServerParts {
  readonly engine: Pick<Engine, 'call' | 'onEvent' | 'adopt' | 'spoolDirectory'>
  readonly assets: Assets
  readonly session: Session
  readonly report: (fault: Fault) => void
  readonly uploadLimitBytes?: number
}

export interface LoopbackServer {
  readonly origin: string
  close(): Promise<void>
}

/** A line of the event stream that is no event: the session is over, and why. */
export interface SessionEnd {
  readonly sessionEnded: string
}

const CALL_LIMIT_BYTES = 1024 * 1024
const CODE_LIMIT_BYTES = 256
/** A window that stops reading its events is cut off and has to connect again. */
const UNREAD_LIMIT_BYTES = 1024 * 1024
const HEADERS_TIMEOUT_MS = 10_000

export async function serve(parts: ServerParts): Promise<LoopbackServer> {
  const { engine, assets, session, report } = parts
  let origin = ''
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => refuseFault(response, error))
  })
  server.headersTimeout = HEADERS_TIMEOUT_MS
  // An upload may take as long as the disk takes.
  server.requestTimeout = 0

  // The browser takes us for its proxy (see browser.ts): whatever it asks of the world ends here.
  server.on('connect', (_request, socket) => socket.end('HTTP/1.1 421 Misdirected Request\r\nconnection: close\r\n\r\n'))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page elsewhere that points its own name at 127.0.0.1 arrives with the wrong Host.
    const hosts = request.headersDistinct['host'] ?? []
    if (hosts.length !== 1 || `http://${hosts[0]}` !== origin) return end(response, 421)
    const url = URL.canParse(request.url ?? '/', origin) ? new URL(request.url ?? '/', origin) : null
    if (url?.origin !== origin) return end(response, 421)
    const from = request.headers.origin
    if (from !== undefined && from !== origin) return end(response, 403)

    // The target as it was sent, because a URL has its `..` taken out.
    if (request.method === 'GET') return send(response, await assets(request.url?.startsWith('/') ? request.url : url.pathname))
    if (request.method !== 'POST') return end(response, 405)
    if (from === undefined) return end(response, 403)
    return post(url.pathname, request, response)
  }

  async function post(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (pathname === '/session') {
      const redemption = session.redeem(await readText(request, CODE_LIMIT_BYTES))
      if (redemption.kind === 'accepted') return json(response, 200, { token: redemption.token })
      return json(response, 401, refuse('unavailable', redemption.message))
    }
    if (!session.accepts(request.headers.authorization)) {
      const message = session.endedBecause ?? 'This window has lost its session. Start Switchyard again.'
      return json(response, 401, refuse('unavailable', message))
    }
    if (pathname === '/events') return stream(response)
    if (pathname === '/call') return call(request, response)
    if (pathname === '/file') return upload(request, response)
    return end(response, 404)
  }

  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (mediaType(request) !== 'application/json') return end(response, 415)
    const body = parsed(await readText(request, CALL_LIMIT_BYTES))
    if (body === null) return json(response, 400, refuse('bad-request', 'The request is not JSON with a method and an input.'))
    const outcome = await engine.call(body.method, body.input)
    if (outcome.ok && isColumns(outcome.value)) return columns(response, encodeColumns(outcome.value))
    return json(response, 200, outcome)
  }

  async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (mediaType(request) !== 'application/octet-stream') return end(response, 415)
    const file = await receiveUpload(request, await engine.spoolDirectory(), parts.uploadLimitBytes ?? UPLOAD_LIMIT_BYTES)
    json(response, 200, { ok: true, value: { handle: await engine.adopt(file) } })
  }

  function stream(response: ServerResponse): void {
    response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'application/x-ndjson' })
    response.flushHeaders()
    const line = (value: unknown) => {
      if (response.writableLength > UNREAD_LIMIT_BYTES) response.destroy()
      else response.write(`${JSON.stringify(value)}\n`)
    }
    const stopEvents = engine.onEvent(line)
    const stopEnd = session.onEnded(message => {
      line({ sessionEnded: message } satisfies SessionEnd)
      response.end()
    })
    response.on('close', () => {
      stopEvents()
      stopEnd()
    })
  }

  function refuseFault(response: ServerResponse, error: unknown): void {
    if (response.headersSent) return void response.destroy()
    if (error instanceof TooLong) return json(response, 413, refuse('bad-request', 'The request is too long.'))
    const refusal = refusalOf('loopback', error, report)
    json(response, error instanceof AppError ? 400 : 500, refusal)
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address
  return {
    origin,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

class TooLong extends Error {}

async function readText(request: IncomingMessage, limitBytes: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw new TooLong()
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limitBytes) throw new TooLong()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): { method: string; input: unknown } | null {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || !('method' in body) || typeof body.method !== 'string') return null
    return { method: body.method, input: 'input' in body ? body.input : undefined }
  } catch {
    return null
  }
}

const mediaType = (request: IncomingMessage) => request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()

async function send(response: ServerResponse, from: Response): Promise<void> {
  response.writeHead(from.status, Object.fromEntries(from.headers))
  response.end(Buffer.from(await from.arrayBuffer()))
}

function json(response: ServerResponse, status: number, value: Outcome | { token: string }): void {
  response.writeHead(status, { ...SECURITY_HEADERS, ...hangUp(status), 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

function columns(response: ServerResponse, body: Uint8Array): void {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'application/octet-stream' })
  response.end(body)
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...SECURITY_HEADERS, ...hangUp(status) })
  response.end()
}

/** A refused request may have left its body unread, and nothing more is taken from that connection. */
const hangUp = (status: number) => (status === 200 ? {} : { connection: 'close' })
