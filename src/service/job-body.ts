/** What a job thread runs: an import or an analysis, prepared beside the workspace for the engine to commit. */
import { type AnalysisRequest, type AnalysisResult, runAnalysis } from './analysis-job.ts'
import { type ImportRequest, type ImportResult, runImport } from './import-job.ts'
import type { JobTools } from './job-tools.ts'
import { withUserErrors } from './user-errors.ts'

export type JobRequest = ImportRequest | AnalysisRequest
export type JobResult = ImportResult | AnalysisResult

/** Rejects with AppError where a person can act on it: `bad-input`, `cancelled`, `conflict`, `damaged`, `unavailable`. */
export function runJobBody(request: JobRequest, tools: JobTools): Promise<JobResult> {
  return withUserErrors<JobResult>(() => (request.kind === 'import' ? runImport(request, tools) : runAnalysis(request, tools)))
}
