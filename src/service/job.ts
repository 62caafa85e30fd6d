/** Long work: what a job is asked, what it reports on the way, and what it hands back. Plain data throughout: it crosses threads. */
import type { Mapping } from '../ingest/mapping-model.ts'

export interface FileToImport {
  readonly path: string
  /** The name the user knows it by; only its base name is ever kept. */
  readonly name: string
  /** What is said of it; without any columns the headers speak for themselves. */
  readonly mapping: Mapping
}

export interface JobProgress {
  readonly stage: string
  /** 0..1, or null when it cannot be told. */
  readonly done: number | null
  readonly rows: number
}

/** Read by the job at each block; set from the thread that wants it to stop. */
export interface Cancellation {
  readonly aborted: boolean
}

/** A job under way. `result` rejects with AppError: `cancelled`, `bad-input`, or `internal` when the thread died. */
export interface RunningJob<Result> {
  readonly result: Promise<Result>
  cancel(): void
}
