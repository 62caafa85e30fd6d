/** A loopback server over an engine that only remembers what it was asked, and ways to speak to it below `fetch`. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createAssets } from '../../main/engine/assets.ts'
import type { Engine } from '../../main/engine/engine.ts'
import type { Fault } from '../../main/engine/refusal.ts'
import { serve } from '../../main/loopback/server.ts'
import { Session } from '../../main/loopback/session.ts'
import type { Event } from '../../src/contract/contract.ts'
import { AppError, type Outcome } from '../../src/contract/wire.ts'
import type { AdoptedFile } from '../../src/service/environment.ts'

export async function startFixture(options: { uploadLimitBytes?: number } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-loopback-'))
  const renderer = path.join(folder, 'out', 'renderer')
  const spool = path.join(folder, 'acme.switchyard', 'spool')
  await mkdir(path.join(renderer, 'assets'), { recursive: true })
  await mkdir(spool, { recursive: true })
  await writeFile(path.join(renderer, 'index.html'), '<!doctype html><title>Switchyard</title>')
  await writeFile(path.join(renderer, 'assets', 'index.js'), 'export {}')
  await writeFile(path.join(renderer, 'assets', 'inter.woff2'), 'font')
  await writeFile(path.join(renderer, 'assets', 'index.js.map'), 'secret')
  await writeFile(path.join(folder, 'out', 'secret.js'), 'secret')
  await writeFile(path.join(folder, 'secret.html'), 'secret')

  const calls: { method: string; input: unknown }[] = []
  const adopted: AdoptedFile[] = []
  const faults: Fault[] = []
  const listeners = new Set<(event: Event) => void>()
  const state: { outcome: Outcome; spool: string | null } = { outcome: { ok: true, value: null }, spool }
  const engine: Pick<Engine, 'call' | 'onEvent' | 'adopt' | 'spoolDirectory'> = {
    call: async (method, input) => {
      calls.push({ method, input })
      return state.outcome
    },
    onEvent: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    adopt: async file => `handle-${adopted.push(file)}`,
    spoolDirectory: async () => {
      if (state.spool === null) throw new AppError('conflict', 'Open a workspace before you add files.')
      return state.spool
    },
  }
  const clock = { nowMs: 0 }
  const session = new Session(() => clock.nowMs)
  const report = (fault: Fault) => faults.push(fault)
  const server = await serve({ engine, assets: createAssets(renderer, undefined), session, report, ...options })
  const redemption = session.redeem(session.issueCode())
  const authorization = redemption.kind === 'accepted' ? `Bearer ${redemption.token}` : ''
  const { origin } = server
  const { host, port } = new URL(origin)

  return {
    folder,
    spool,
    calls,
    adopted,
    faults,
    listeners,
    state,
    clock,
    session,
    origin,
    host,
    authorization,
    emit: (event: Event) => listeners.forEach(listener => listener(event)),
    post: (target: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      fetch(origin + target, { method: 'POST', body, headers: { origin, authorization, ...headers } }),
    /** Sends exactly these bytes and resolves to the status of the answer; 0 when there is none. */
    raw: (text: string) => sendRaw(Number(port), text),
    close: async () => {
      await server.close()
      await rm(folder, { recursive: true })
    },
  }
}

export type Fixture = Awaited<ReturnType<typeof startFixture>>

function sendRaw(port: number, text: string): Promise<{ status: number; text: string }> {
  return new Promise(resolve => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    const done = () => {
      socket.destroy()
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0), text: answer })
    }
    socket.on('data', chunk => {
      answer += chunk.toString('latin1')
      if (answer.includes('\r\n\r\n')) setTimeout(done, 20)
    })
    socket.on('close', done)
    socket.on('error', done)
    socket.setTimeout(2000, done)
  })
}
