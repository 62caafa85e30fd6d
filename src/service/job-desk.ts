/** The one long job a workspace can have at a time, told to the window while it runs and when it ends. */
import type { Event } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import type { JobProgress, RunningJob } from './job.ts'

export type JobState = Event<'job.progress'>['data']
type JobKind = JobState['kind']

interface CurrentJob {
  readonly state: JobState
  readonly ended: Promise<void>
  readonly startedMs: number
  cancel(): void
}

export interface JobDeskTools {
  readonly now: () => Date
  readonly emit: (event: Event) => void
  readonly report: (error: unknown) => void
}

/** What a finished job leaves to say. */
export interface JobWords {
  readonly message: string
  readonly imports: readonly string[]
}

/** Below this a rate says more about the start than about the work. */
const RATE_AFTER_MS = 500

export class JobDesk {
  readonly #tools: JobDeskTools
  #current: CurrentJob | null = null
  #isReserved = false
  /** Who waits for a job to make way. */
  #waiting = 0
  #count = 0

  constructor(tools: JobDeskTools) {
    this.#tools = tools
  }

  get state(): JobState | null {
    return this.#current?.state ?? null
  }

  /** True while a job runs or none may begin, also while somebody is being made way for. */
  get isTaken(): boolean {
    return this.#current !== null || this.#isReserved || this.#waiting > 0
  }

  /**
   * Starts the job and returns its name; `start` gets where to report progress. When it ends, `finish`
   * puts its answer into words, `job.ended` is told, and `after` runs with whether it was done.
   * Throws AppError `conflict` while another job runs.
   */
  begin<Answer>(
    kind: JobKind,
    start: (onProgress: (progress: JobProgress) => void) => RunningJob<Answer>,
    finish: (answer: Answer) => JobWords,
    after: (isDone: boolean) => void,
  ): string {
    this.requireIdle()
    const job = `job-${++this.#count}`
    const startedMs = this.#tools.now().getTime()
    const running = start(progress => this.#progress(job, progress))
    const state: JobState = { job, kind, stage: 'Starting', done: null, rows: 0, rowsPerSecond: null, secondsLeft: null }
    const ended = running.result.then(
      answer => this.#end(job, kind, { outcome: 'done', ...finish(answer) }, after),
      (error: unknown) => this.#end(job, kind, this.#failure(error), after),
    )
    this.#current = { state, startedMs, ended, cancel: () => running.cancel() }
    return job
  }

  /** Throws AppError `conflict`. */
  requireIdle(): void {
    if (this.#current) throw new AppError('conflict', 'Something is still being worked on. Wait for it, or cancel it.')
    if (this.#isReserved) throw new AppError('conflict', 'A workspace is just being opened. Try again in a moment.')
  }

  cancel(job: string): void {
    if (this.#current?.state.job === job) this.#current.cancel()
  }

  /** An analysis and a check make way for whatever would outdate them; an import does not. Throws AppError `conflict`. */
  async makeWay(): Promise<void> {
    this.#waiting++
    try {
      if (this.#current && this.#current.state.kind !== 'import') await this.stop()
    } finally {
      this.#waiting--
    }
    this.requireIdle()
  }

  /** Makes way and lets no job begin until the function it resolves to is called. Throws AppError `conflict`. */
  async reserve(): Promise<() => void> {
    if (this.#isReserved || this.#current?.state.kind === 'import') this.requireIdle()
    // At once, not when the job that makes way is over: another could begin in between.
    this.#isReserved = true
    await this.stop()
    return () => (this.#isReserved = false)
  }

  /** Cancels what runs and waits until it is over. */
  async stop(): Promise<void> {
    const current = this.#current
    current?.cancel()
    await current?.ended
  }

  #progress(job: string, { stage, done, rows }: JobProgress): void {
    if (this.#current?.state.job !== job) return
    const elapsedMs = this.#tools.now().getTime() - this.#current.startedMs
    const isSettled = elapsedMs >= RATE_AFTER_MS
    const state: JobState = {
      ...this.#current.state,
      stage,
      done,
      rows,
      rowsPerSecond: isSettled && rows > 0 ? (rows * 1000) / elapsedMs : null,
      secondsLeft: isSettled && done !== null && done > 0 ? ((elapsedMs / 1000) * (1 - done)) / done : null,
    }
    this.#current = { ...this.#current, state }
    this.#tools.emit({ name: 'job.progress', data: state })
  }

  #end(job: string, kind: JobKind, end: { outcome: 'done' | 'cancelled' | 'failed' } & JobWords, after: (isDone: boolean) => void): void {
    this.#current = null
    this.#tools.emit({ name: 'job.ended', data: { job, kind, outcome: end.outcome, message: end.message, imports: [...end.imports] } })
    after(end.outcome === 'done')
  }

  #failure(error: unknown): { outcome: 'cancelled' | 'failed' } & JobWords {
    if (error instanceof AppError)
      return { outcome: error.code === 'cancelled' ? 'cancelled' : 'failed', message: error.message, imports: [] }
    this.#tools.report(error)
    return { outcome: 'failed', message: 'This failed inside Switchyard. What was saved before is safe. Try again.', imports: [] }
  }
}
