/** Runs each job on a thread of its own, which ends with the job: a WebAssembly memory never shrinks, so it is given back whole. */
import { Worker, type ResourceLimits } from 'node:worker_threads'
import { AppError } from '../../src/contract/wire.ts'
import type { RunJob } from '../../src/service/environment.ts'
import type { JobRequest, JobResult } from '../../src/service/job-body.ts'
import type { JobProgress, RunningJob } from '../../src/service/job.ts'
import type { FromJob, JobSetting } from './messages.ts'
import { faultOf } from './refusal.ts'

const PROGRESS_INTERVAL_MS = 100
/** Rows live for a moment: a small nursery costs them nothing and saves 40 MB. */
const LEAN: ResourceLimits = { maxYoungGenerationSizeMb: 8 }
/** How long a cancelled job may take to notice by itself. */
const CANCEL_GRACE_MS = 100

/** `entry` is the built job thread. Results settle only once the thread is gone, so nothing of it writes any more. */
export function createJobRunner(entry: URL, resourceLimits: ResourceLimits = LEAN): RunJob {
  return (request, onProgress) => runOnThread(entry, request, onProgress, resourceLimits)
}

function runOnThread(
  entry: URL,
  request: JobRequest,
  onProgress: (progress: JobProgress) => void,
  resourceLimits: ResourceLimits | undefined,
): RunningJob<JobResult> {
  const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const flag = new Int32Array(cancelled)
  const setting: JobSetting = { request, cancelled }
  const worker = new Worker(entry, { workerData: setting, ...(resourceLimits ? { resourceLimits } : {}) })
  const progress = paced(onProgress, PROGRESS_INTERVAL_MS)
  let answer: Exclude<FromJob, { kind: 'progress' }> | null = null
  let death: unknown = null
  let grace: NodeJS.Timeout | undefined

  worker.on('message', (message: FromJob) => {
    if (message.kind === 'progress') return progress.offer(message.progress)
    answer = message
    void worker.terminate()
  })
  worker.once('error', (error: unknown) => (death = error))

  return {
    result: new Promise((resolve, reject) => {
      worker.once('exit', () => {
        clearTimeout(grace)
        progress.stop()
        if (Atomics.load(flag, 0) === 1) reject(new AppError('cancelled', 'Cancelled. Nothing of it was kept.'))
        else if (answer?.kind === 'done') resolve(answer.result)
        else if (answer) reject(new AppError(answer.code, answer.message))
        else reject(new AppError('internal', wordsOfDeath(death)))
      })
    }),
    cancel: () => {
      Atomics.store(flag, 0, 1)
      grace ??= setTimeout(() => void worker.terminate(), CANCEL_GRACE_MS)
    },
  }
}

function wordsOfDeath(death: unknown): string {
  const { error } = faultOf('job', death)
  if (error.includes('ERR_WORKER_OUT_OF_MEMORY'))
    return 'There is not enough memory for this. Nothing of it was kept. Close other programs, or read the files in one after the other.'
  return `The work stopped before it was done (${death === null ? 'its thread ended' : error}). Nothing of it was kept. Start it again.`
}

/** Delivers at most once per interval, and the latest value always, unless stopped before its turn. */
function paced<Value>(deliver: (value: Value) => void, intervalMs: number): { offer(value: Value): void; stop(): void } {
  let waiting: { value: Value } | null = null
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  function turn(): void {
    timer = undefined
    if (!waiting) return
    const { value } = waiting
    waiting = null
    timer = setTimeout(turn, intervalMs)
    deliver(value)
  }
  return {
    offer: value => {
      if (isStopped) return
      waiting = { value }
      if (timer === undefined) turn()
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
