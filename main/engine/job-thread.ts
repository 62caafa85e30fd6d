/** A job's thread: runs one job body and hands its columns over by transfer. */
import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import wasmPath from 'sql.js/dist/sql-wasm.wasm?asset'
import { AppError } from '../../src/contract/wire.ts'
import { runJobBody } from '../../src/service/job-body.ts'
import type { JobProgress } from '../../src/service/job.ts'
import { loadSqlite } from '../../src/store/sqlite.ts'
import type { FromJob, JobSetting } from './messages.ts'
import { faultOf } from './refusal.ts'
import { buffersOf } from './transferables.ts'

if (!parentPort) throw new Error('A job runs as a thread of its runner')
const port = parentPort
const { request, cancelled } = workerData as JobSetting // written by createJobRunner
const flag = new Int32Array(cancelled)

const PROGRESS_INTERVAL_MS = 100
let toldAtMs = -Infinity
let toldStage = ''

const post = (message: FromJob, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

/** A new stage is always told, so that its name shows even when it then goes quiet. */
function onProgress(progress: JobProgress): void {
  const nowMs = performance.now()
  if (progress.stage === toldStage && nowMs - toldAtMs < PROGRESS_INTERVAL_MS) return
  toldAtMs = nowMs
  toldStage = progress.stage
  post({ kind: 'progress', progress })
}

/** V8 counts the buffers of a thread late: without asking, 100 MB more are held at the peak of a million rows. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('globalThis.gc')
  return typeof collect === 'function' ? () => void collect() : () => undefined
}

async function run(): Promise<void> {
  const result = await runJobBody(request, {
    sqlite: await loadSqlite(await readFile(wasmPath)),
    now: () => new Date(),
    cancellation: {
      get aborted() {
        return Atomics.load(flag, 0) === 1
      },
    },
    onProgress,
    collectGarbage: garbageCollector(),
  })
  post({ kind: 'done', result }, buffersOf(result))
}

function failure(error: unknown): FromJob {
  if (error instanceof AppError) return { kind: 'failed', code: error.code, message: error.message }
  const message = `The work failed inside Switchyard (${faultOf('job', error).error}). Nothing of it was kept. What was saved before is safe.`
  return { kind: 'failed', code: 'internal', message }
}

run().catch((error: unknown) => post(failure(error)))
