/** What the host, the engine's thread and a job's thread say to each other. */
import type { Event } from '../../src/contract/contract.ts'
import type { ErrorCode, Handle, Outcome } from '../../src/contract/wire.ts'
import type { AdoptedFile, ServiceEnvironment } from '../../src/service/environment.ts'
import type { JobRequest, JobResult } from '../../src/service/job-body.ts'
import type { JobProgress } from '../../src/service/job.ts'
import type { Fault } from './refusal.ts'

/** What an engine is started with; plain data. */
export interface EngineSetting {
  /** The `file:` URL of the built job thread. */
  readonly jobEntry: string
  readonly host: ServiceEnvironment['host']
  readonly version: string
  readonly places: ServiceEnvironment['places']
}

/** Each is answered by one outcome. */
export type Question =
  { kind: 'call'; method: string; input: unknown } | { kind: 'openAt'; directory: string } | { kind: 'spoolDirectory' } | { kind: 'stop' }

export type ToEngine = { kind: 'question'; id: number; question: Question } | { kind: 'adopt'; handle: Handle; file: AdoptedFile }

export type FromEngine =
  | { kind: 'ready' }
  /** The engine could not start; it ends itself. */
  | { kind: 'failed'; outcome: Outcome }
  | { kind: 'outcome'; id: number; outcome: Outcome }
  | { kind: 'event'; event: Event }
  /** Another workspace is open now, or none. */
  | { kind: 'workspace'; directory: string | null }
  | { kind: 'fault'; fault: Fault }

export interface JobSetting {
  readonly request: JobRequest
  /** One Int32, 1 once the job should stop. */
  readonly cancelled: SharedArrayBuffer
}

export type FromJob =
  { kind: 'progress'; progress: JobProgress } | { kind: 'done'; result: JobResult } | { kind: 'failed'; code: ErrorCode; message: string }
