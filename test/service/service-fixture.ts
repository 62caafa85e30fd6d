/** The service in this process: real SQLite, real folders, jobs run where they are asked for. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'
import { type Event, type EventName, type Method, methods, type Output, type ParsedInput } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'
import type { AdoptedFile, ServiceEnvironment } from '../../src/service/environment.ts'
import { runJobBody } from '../../src/service/job-body.ts'
import { createService, type Service } from '../../src/service/service.ts'
import { testSqlite } from '../store/sqlite.ts'

const open: { readonly service: Service; readonly folder: string }[] = []
afterEach(async () => {
  for (const { service, folder } of open.splice(0)) {
    await service.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

export interface TestService extends Service {
  readonly folder: string
  readonly events: Event[]
  readonly faults: unknown[]
  /** Makes a file known to the service; resolves to its handle. */
  adopt(file: string, options?: { readonly temporary: boolean }): string
  /** Resolves when no job runs any more. */
  idle(): Promise<void>
  /** Resolves when this job is over. */
  ended(job: string): Promise<void>
  eventsOf<Name extends EventName>(name: Name): Event<Name>['data'][]
}

export async function startService(environment: Partial<ServiceEnvironment> = {}): Promise<TestService> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-service-'))
  const sqlite = await testSqlite()
  const events: Event[] = []
  const faults: unknown[] = []
  const adopted: AdoptedFile[] = []
  const service = await createService({
    sqlite,
    now: () => new Date(Date.UTC(2026, 4, 5, 6, 7, 8)),
    version: '1.2.3',
    host: 'loopback',
    process: { pid: process.pid, hostName: os.hostname() },
    places: {
      workspaces: path.join(folder, 'workspaces'),
      configuration: path.join(folder, 'configuration'),
      sample: path.join(import.meta.dirname, '../../fixtures/organisation'),
    },
    fileOf: handle => {
      const file = adopted[Number(handle)]
      if (!file) throw new AppError('not-found', 'This file is not known any more.')
      return file
    },
    runJob: (request, onProgress) => {
      let isCancelled = false
      const cancellation = {
        get aborted() {
          return isCancelled
        },
      }
      // A turn of the event loop later, as on a thread of its own.
      const result = new Promise<void>(resolve => setImmediate(resolve)).then(() =>
        runJobBody(request, { sqlite, now: () => new Date(Date.UTC(2026, 4, 5)), cancellation, onProgress }),
      )
      return { result, cancel: () => (isCancelled = true) }
    },
    emit: event => void events.push(event),
    report: error => faults.push(error),
    ...environment,
  })
  open.push({ service, folder })
  return {
    ...service,
    folder,
    events,
    faults,
    adopt: (file, { temporary } = { temporary: false }) => String(adopted.push({ path: file, name: path.basename(file), temporary }) - 1),
    idle: async () => {
      do await new Promise(resolve => setTimeout(resolve, 2))
      while ((await service.handlers['workspace.current']({}))?.job)
    },
    ended: async job => {
      while (!events.some(event => event.name === 'job.ended' && event.data.job === job))
        await new Promise(resolve => setTimeout(resolve, 2))
    },
    eventsOf: name => events.flatMap(event => (event.name === name ? [event.data as never] : [])), // the name tells the data
  }
}

/** Asks as a host does: what goes in and what comes out is held against the contract. */
export async function ask<M extends Method>(service: Service, method: M, input: ParsedInput<M>): Promise<Output<M>> {
  const checked = methods[method].input.parse(input) as ParsedInput<M> // the schema of the method's own input
  const answer = await service.handlers[method](checked)
  return methods[method].output.parse(answer) as Output<M> // the schema of the method's own output
}
