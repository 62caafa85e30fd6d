/** What a job thread runs: an import or an analysis, prepared beside the workspace for the engine to commit. */
import type { Sqlite } from '../store/sqlite.ts'
import { type AnalysisRequest, type AnalysisResult, runAnalysis } from './analysis-job.ts'
import { type ImportRequest, type ImportResult, runImport } from './import-job.ts'
import type { Cancellation, JobProgress } from './job.ts'
import { withUserErrors } from './user-errors.ts'

export type JobRequest = ImportRequest | AnalysisRequest
export type JobResult = ImportResult | AnalysisResult

export interface JobTools {
  readonly sqlite: Sqlite
  readonly now: () => Date
  readonly cancellation: Cancellation
  readonly onProgress: (progress: JobProgress) => void
  /** Gives back at once what was let go of; between stages it keeps their memory from adding up. */
  readonly collectGarbage?: () => void
}

/** Rejects with AppError where a person can act on it: `bad-input`, `cancelled`, `conflict`, `damaged`, `unavailable`. */
export function runJobBody(request: JobRequest, tools: JobTools): Promise<JobResult> {
  return withUserErrors<JobResult>(() => (request.kind === 'import' ? runImport(request, tools) : runAnalysis(request, tools)))
}
