/** Long work: what a job is asked, what it reports on the way, and what it hands back. Plain data throughout: it crosses threads. */
import type { InputKind } from '../domain/input-kind.ts'
import type { Mapping } from '../ingest/mapping-model.ts'

export interface FileToImport {
  readonly path: string
  /** The name the user knows it by; only its base name is ever kept. */
  readonly name: string
  readonly kind: InputKind | null
  /** Our field to the header in the file; null lets the headers speak for themselves. */
  readonly columns: Readonly<Record<string, string>> | null
  /** All else a mapping says: formats, words, what is joined. */
  readonly mapping?: Mapping | null
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
