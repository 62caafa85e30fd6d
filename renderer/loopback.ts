/** The bridge to the loopback host, over HTTP on this computer. */
import type { Event } from '../src/contract/contract.ts'
import { AppError, decodeColumns, type Bridge, type Outcome } from '../src/contract/wire.ts'

const TOKEN = 'token'
const UPLOAD_LIMIT_BYTES = 8 * 1024 ** 3
const RECONNECT_DELAYS_MS = [100, 500, 1000, 2000, 4000] as const
const GONE = 'Switchyard does not answer any more. What was saved before is safe. Close this window and start it again.'

const isOutcome = (value: unknown): value is Outcome => typeof value === 'object' && value !== null && 'ok' in value

/** `end` is told once when the session is over. Rejects with AppError `unavailable` without a valid code or token. */
export async function connectLoopback(end: (message: string) => void): Promise<Bridge> {
  const token = await obtainToken()
  const authorization = `Bearer ${token}`
  const listeners = new Set<(event: Event) => void>()
  let isOver = false
  const over = (message: string) => {
    if (isOver) return
    isOver = true
    sessionStorage.removeItem(TOKEN)
    end(message)
  }

  async function post(target: string, headers: Record<string, string>, body: BodyInit): Promise<Outcome> {
    let response: Response
    try {
      response = await fetch(target, { method: 'POST', headers: { authorization, ...headers }, body })
      if (response.ok && response.headers.get('content-type') === 'application/octet-stream')
        return { ok: true, value: decodeColumns(await response.arrayBuffer()) }
      const outcome: unknown = await response.json()
      if (!isOutcome(outcome)) throw new TypeError('No outcome')
      if (response.status === 401 && !outcome.ok) over(outcome.message)
      return outcome
    } catch (error) {
      return { ok: false, code: 'unavailable', message: error instanceof AppError ? error.message : GONE }
    }
  }

  const call: Bridge['call'] = (method, input) => post('/call', { 'content-type': 'application/json' }, JSON.stringify({ method, input }))
  const tell = (event: Event) => {
    for (const listener of listeners) listener(event)
  }

  /** What changed while the stream was down is told as the state the workspace is in now. */
  async function catchUp(): Promise<void> {
    const outcome = await call('workspace.current', {})
    if (outcome.ok) tell({ name: 'workspace.changed', data: outcome.value as Event<'workspace.changed'>['data'] }) // parsed by the host
  }

  async function listen(): Promise<void> {
    let attempt = 0
    for (let isFirst = true; !isOver; isFirst = false) {
      const delayMs = RECONNECT_DELAYS_MS[attempt]
      if (delayMs === undefined) return over(GONE)
      if (!isFirst) await new Promise(resolve => setTimeout(resolve, delayMs))
      attempt += 1
      const response = await fetch('/events', { method: 'POST', headers: { authorization } }).catch(() => null)
      if (!response) continue
      if (!response.ok || !response.body) {
        await catchUp() // its refusal says why
        continue
      }
      attempt = 0
      if (!isFirst) void catchUp()
      await readLines(response.body, line => {
        const message = JSON.parse(line) as Event | { sessionEnded: string } // written by the host's server
        if ('sessionEnded' in message) over(message.sessionEnded)
        else tell(message)
      })
    }
  }
  void listen()

  return {
    call,
    onEvent: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takeFile: async file => {
      if (file.size > UPLOAD_LIMIT_BYTES)
        throw new AppError('bad-input', 'This file is larger than 8 GiB. Split it, or use the command line, which reads it in place.')
      const name = encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, '\u{FFFD}'))
      const outcome = await post('/file', { 'content-type': 'application/octet-stream', 'x-file-name': name }, file)
      if (!outcome.ok) throw new AppError(outcome.code, outcome.message)
      return (outcome.value as { handle: string }).handle // answered by the host's server
    },
    chooseFolder: null,
  }
}

/** The one-time code of the address, else the token this window had before it was reloaded. */
async function obtainToken(): Promise<string> {
  const code = location.hash.slice(1)
  if (code) history.replaceState(null, '', location.pathname)
  const kept = sessionStorage.getItem(TOKEN)
  const token = code ? await redeem(code) : kept
  if (token === null) throw new AppError('unavailable', 'This window has lost its session. Start Switchyard again.')
  sessionStorage.setItem(TOKEN, token)
  return token
}

async function redeem(code: string): Promise<string> {
  const response = await fetch('/session', { method: 'POST', body: code }).catch(() => null)
  const answer: unknown = await response?.json().catch(() => null)
  if (response?.ok && typeof answer === 'object' && answer !== null && 'token' in answer && typeof answer.token === 'string')
    return answer.token
  throw new AppError('unavailable', isOutcome(answer) && !answer.ok ? answer.message : GONE)
}

/** Reads until the stream ends, in whatever way it does. */
async function readLines(body: ReadableStream<Uint8Array<ArrayBuffer>>, take: (line: string) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let tail = ''
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const lines = (tail + next.value).split('\n')
      tail = lines.pop() ?? ''
      for (const line of lines) take(line)
    }
  } catch {
    // The connection broke; the caller connects again.
  }
}
