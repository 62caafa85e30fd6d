/** What a job thread runs: a check, an import or an analysis, prepared beside the workspace for the engine to commit. */
import { type AnalysisRequest, type AnalysisResult, runAnalysis } from './analysis-job.ts'
import { type CheckRequest, type CheckResult, runCheck } from './check-job.ts'
import { type ImportRequest, type ImportResult, runImport } from './import-job.ts'
import type { JobTools } from './job-tools.ts'
import { type PeriodsRequest, type PeriodsResult, runPeriods } from './periods-job.ts'
import { withUserErrors } from './user-errors.ts'

export type JobRequest = CheckRequest | ImportRequest | AnalysisRequest | PeriodsRequest
export type JobResult = CheckResult | ImportResult | AnalysisResult | PeriodsResult

/** Rejects with AppError where a person can act on it: `bad-input`, `cancelled`, `conflict`, `damaged`, `unavailable`. */
export function runJobBody(request: JobRequest, tools: JobTools): Promise<JobResult> {
  return withUserErrors<JobResult>(() => {
    switch (request.kind) {
      case 'check':
        return runCheck(request, tools)
      case 'import':
        return runImport(request, tools)
      case 'analysis':
        return runAnalysis(request, tools)
      case 'periods':
        return runPeriods(request, tools)
    }
  })
}
