/** What a job thread gives the body it runs. */
import type { Sqlite } from '../store/sqlite.ts'
import type { Cancellation, JobProgress } from './job.ts'

export interface JobTools {
  readonly sqlite: Sqlite
  readonly now: () => Date
  readonly cancellation: Cancellation
  readonly onProgress: (progress: JobProgress) => void
  /** Gives back at once what was let go of; between stages it keeps their memory from adding up. */
  readonly collectGarbage?: () => void
}
