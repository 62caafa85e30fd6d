/** The engine's thread: the service over its workspace, behind one message port. Calls are answered as they come, not in turn. */
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import wasmPath from 'sql.js/dist/sql-wasm.wasm?asset'
import { AppError, type Handle, type Outcome } from '../../src/contract/wire.ts'
import type { AdoptedFile } from '../../src/service/environment.ts'
import { createService, type Service } from '../../src/service/service.ts'
import { loadSqlite } from '../../src/store/sqlite.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { createJobRunner } from './job-runner.ts'
import type { EngineSetting, FromEngine, Question, ToEngine } from './messages.ts'
import { faultOf, refusalOf, type Fault } from './refusal.ts'

if (!parentPort) throw new Error('The engine runs as a thread of a host')
const port = parentPort
const setting = workerData as EngineSetting // written by startEngine
const adopted = new Map<Handle, AdoptedFile>()
let openDirectory: string | null = null

const post = (message: FromEngine) => port.postMessage(message)
const report = (fault: Fault) => post({ kind: 'fault', fault })

function fileOf(handle: Handle): AdoptedFile {
  const file = adopted.get(handle)
  if (!file) throw new AppError('not-found', 'This file is not known any more. Choose it again.')
  return file
}

const concernsWorkspace = (question: Question) =>
  question.kind === 'openAt' || (question.kind === 'call' && question.method.startsWith('workspace.'))

/** Tells the host which workspace to open again should this thread die. */
function noteWorkspace(service: Service): void {
  const spool = service.spoolDirectory()
  const directory = spool === null ? null : path.dirname(spool)
  if (directory === openDirectory) return
  openDirectory = directory
  post({ kind: 'workspace', directory })
}

async function start(): Promise<Service> {
  const sqlite = await loadSqlite(await readFile(wasmPath))
  return createService({
    sqlite,
    now: () => new Date(),
    version: setting.version,
    host: setting.host,
    process: { pid: process.pid, hostName: os.hostname() },
    places: setting.places,
    fileOf,
    runJob: createJobRunner(new URL(setting.jobEntry)),
    emit: event => post({ kind: 'event', event }),
    report: error => report(faultOf('service', error)),
  })
}

async function answer(service: Service, dispatch: Dispatch, question: Question): Promise<Outcome> {
  try {
    switch (question.kind) {
      case 'call':
        return await dispatch(question.method, question.input)
      case 'openAt':
        await service.openAt(question.directory)
        return { ok: true, value: null }
      case 'spoolDirectory':
        return { ok: true, value: service.spoolDirectory() }
      case 'stop':
        await service.stop()
        return { ok: true, value: null }
    }
  } catch (error) {
    return refusalOf(question.kind, error, report)
  }
}

async function serve(service: Service): Promise<void> {
  const dispatch = createDispatch(service.handlers, report)
  port.on('message', (message: ToEngine) => {
    if (message.kind === 'adopt') {
      adopted.set(message.handle, message.file)
      return
    }
    void answer(service, dispatch, message.question).then(outcome => {
      if (concernsWorkspace(message.question)) noteWorkspace(service)
      post({ kind: 'outcome', id: message.id, outcome })
    })
  })
  post({ kind: 'ready' })
}

start()
  .then(serve)
  .catch((error: unknown) => post({ kind: 'failed', outcome: refusalOf('start', error, report) }))
