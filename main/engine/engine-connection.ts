/** One engine thread, from its start to its death: questions go in, each is settled exactly once. */
import { Worker } from 'node:worker_threads'
import type { Event } from '../../src/contract/contract.ts'
import type { Handle, Outcome } from '../../src/contract/wire.ts'
import type { AdoptedFile } from '../../src/service/environment.ts'
import type { EngineSetting, FromEngine, Question, ToEngine } from './messages.ts'
import { faultOf, refuse, type Fault } from './refusal.ts'

export interface EngineNews {
  event(event: Event): void
  workspace(directory: string | null): void
  fault(fault: Fault): void
  /** Called once, after every pending question was settled, unless the end was asked for. */
  died(): void
}

const LOST = refuse('unavailable', 'Switchyard’s engine stopped while it worked on this. What was saved before is safe. Try again.')
const NOT_STARTED = refuse('unavailable', 'Switchyard’s engine could not be started. Start the app again.')
const STOPPED = refuse('unavailable', 'Switchyard is closing.')

export class EngineConnection {
  /** Whether it came up, and if not why. */
  readonly started: Promise<Outcome>
  readonly #worker: Worker
  readonly #pending = new Map<number, (outcome: Outcome) => void>()
  readonly #exited: Promise<void>
  #nextId = 0
  #ending = false
  #dead = false

  constructor(entry: URL, setting: EngineSetting, news: EngineNews) {
    this.#worker = new Worker(entry, { workerData: setting })
    this.started = new Promise(resolve => {
      this.#worker.on('message', (message: FromEngine) => {
        if (message.kind === 'ready') resolve({ ok: true, value: null })
        else if (message.kind === 'failed') resolve(message.outcome)
        else this.#take(message, news)
      })
      this.#worker.once('exit', () => resolve(NOT_STARTED))
    })
    this.#worker.on('error', (error: unknown) => news.fault(faultOf('engine', error)))
    this.#exited = new Promise(resolve => this.#worker.once('exit', () => resolve(this.#settleAll(news))))
  }

  get isAlive(): boolean {
    return !this.#dead
  }

  ask(question: Question): Promise<Outcome> {
    if (this.#dead || this.#ending) return Promise.resolve(this.#ending ? STOPPED : LOST)
    return this.#send(question)
  }

  adopt(handle: Handle, file: AdoptedFile): void {
    this.#post({ kind: 'adopt', handle, file })
  }

  /** Lets the service put its workspace down, then ends the thread whether or not it did in time. */
  async end(timeoutMs: number): Promise<void> {
    if (!this.#ending && !this.#dead) {
      this.#ending = true
      const timer = timeout(timeoutMs)
      await Promise.race([this.#send({ kind: 'stop' }), timer.passed])
      timer.clear()
      await this.#worker.terminate()
    }
    await this.#exited
  }

  #send(question: Question): Promise<Outcome> {
    return new Promise(resolve => {
      const id = this.#nextId++
      this.#pending.set(id, resolve)
      this.#post({ kind: 'question', id, question })
    })
  }

  #post(message: ToEngine): void {
    this.#worker.postMessage(message)
  }

  #take(message: Exclude<FromEngine, { kind: 'ready' | 'failed' }>, news: EngineNews): void {
    switch (message.kind) {
      case 'outcome':
        this.#pending.get(message.id)?.(message.outcome)
        this.#pending.delete(message.id)
        return
      case 'event':
        return news.event(message.event)
      case 'workspace':
        return news.workspace(message.directory)
      case 'fault':
        return news.fault(message.fault)
    }
  }

  #settleAll(news: EngineNews): void {
    this.#dead = true
    for (const settle of this.#pending.values()) settle(this.#ending ? STOPPED : LOST)
    this.#pending.clear()
    if (!this.#ending) news.died()
  }
}

function timeout(milliseconds: number): { passed: Promise<void>; clear(): void } {
  let timer: NodeJS.Timeout
  const passed = new Promise<void>(resolve => (timer = setTimeout(resolve, milliseconds)))
  return { passed, clear: () => clearTimeout(timer) }
}
