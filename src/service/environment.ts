/** What a host gives the service: threads, time, places and files. The service itself knows none of them. */
import type { Event } from '../contract/contract.ts'
import type { Handle } from '../contract/wire.ts'
import type { Sqlite } from '../store/sqlite.ts'
import type { JobProgress, RunningJob } from './job.ts'
import type { JobRequest, JobResult } from './job-body.ts'

/** A file or folder the user gave the host. */
export interface AdoptedFile {
  readonly path: string
  readonly name: string
  /** True for a spooled copy, which is deleted after use. */
  readonly temporary: boolean
}

export interface ServiceEnvironment {
  readonly sqlite: Sqlite
  readonly now: () => Date
  readonly version: string
  readonly host: 'electron' | 'loopback'
  readonly process: { readonly pid: number; readonly hostName: string }
  readonly places: {
    /** Where new workspaces are made. */
    readonly workspaces: string
    /** Where recents and preferences are kept. */
    readonly configuration: string
    /** The CSV files of the sample organisation. */
    readonly sample: string
  }
  /** Throws AppError `not-found` for a handle the host does not know. */
  readonly fileOf: (handle: Handle) => AdoptedFile
  readonly runJob: RunJob
  readonly emit: (event: Event) => void
  /** Something of ours went wrong; told with ids and counts, never with data. */
  readonly report: (error: unknown) => void
}

export type RunJob = (request: JobRequest, onProgress: (progress: JobProgress) => void) => RunningJob<JobResult>
