/** Examined rows as they change threads: in little space, found by their problems, read when they are looked at. */
import type { Problem } from '../domain/problem.ts'
import type { ExaminedRow } from '../ingest/examination.ts'
import type { FileReport } from '../ingest/read-file.ts'

/** A row as JSON: thousands of cells as objects would hold up the engine on their way between threads. */
export interface PackedRow {
  readonly problems: readonly ProblemKey[]
  readonly json: string
}
type ProblemKey = string

/** Of problems of one kind in one column. */
export const problemKey = ({ severity, code, column }: Pick<Problem, 'severity' | 'code' | 'column'>): ProblemKey =>
  JSON.stringify([severity, code, column])

/** The report without the rows it has examined, and these. */
export function packedRows(report: FileReport): { readonly report: FileReport; readonly examined: readonly PackedRow[] } {
  const { examination } = report
  const examined = (examination?.rows ?? []).map(row => ({ problems: row.problems.map(problemKey), json: JSON.stringify(row) }))
  return { report: { ...report, examination: examination && { ...examination, rows: [] } }, examined }
}

export const unpackedRow = ({ json }: PackedRow) => JSON.parse(json) as ExaminedRow // written by packedRows
