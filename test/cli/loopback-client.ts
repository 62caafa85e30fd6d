/** The built loopback host as a process, and the calls that a window makes to it. */
import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { type Input, type Method, methods, type Output } from '../../src/contract/contract.ts'
import { builtFile } from '../hosts/built.ts'

export interface LoopbackClient {
  readonly pid: number
  /** Rejects when the answer is a refusal, or is not what the contract says. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  /** Resolves to the handle. */
  upload(file: string): Promise<string>
  close(): Promise<number | null>
}

const addressSchema = z.object({ url: z.url() })
const tokenSchema = z.object({ token: z.string() })
const outcomeSchema = z.object({ ok: z.literal(true), value: z.unknown() })

/** `home` takes the place of the user's own folders. */
export async function startLoopbackHost(workspace: string, home: string): Promise<LoopbackClient> {
  const child = spawn(process.execPath, [builtFile('main/loopback.js'), '--no-window', '--workspace', workspace], {
    env: { ...process.env, HOME: home, SWITCHYARD_HOME: path.join(home, 'workspaces'), XDG_CONFIG_HOME: path.join(home, 'config') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('close', code => reject(new Error(`The host ended with ${code}`)))
  })
  const { origin, hash } = new URL(z.parse(addressSchema, JSON.parse(line)).url)
  const post = (target: string, body: string, headers: Record<string, string>) =>
    fetch(origin + target, { method: 'POST', body, headers: { origin, ...headers } })
  const { token } = z.parse(tokenSchema, await (await post('/session', hash.slice(1), {})).json())
  const authorization = `Bearer ${token}`
  return {
    pid: child.pid ?? 0,
    call: async <M extends Method>(method: M, input: Input<M>) => {
      const response = await post('/call', JSON.stringify({ method, input }), { authorization, 'content-type': 'application/json' })
      const answer: unknown = await response.json()
      const { value } = z.parse(outcomeSchema, answer, { error: () => `${method} was refused: ${JSON.stringify(answer)}` })
      return methods[method].output.parse(value) as Output<M> // the schema of the method's own output
    },
    upload: async file => {
      const headers = { origin, authorization, 'content-type': 'application/octet-stream', 'x-file-name': path.basename(file) }
      const sent = request(`${origin}/file`, { method: 'POST', headers })
      const answer = new Promise<string>((resolve, reject) => {
        sent.once('error', reject)
        sent.once('response', response => {
          let text = ''
          response.setEncoding('utf8').on('data', chunk => (text += chunk))
          response.once('end', () => resolve(text))
        })
      })
      await pipeline(createReadStream(file), sent)
      const { value } = z.parse(outcomeSchema, JSON.parse(await answer))
      return z.parse(z.object({ handle: z.string() }), value).handle
    },
    close: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
