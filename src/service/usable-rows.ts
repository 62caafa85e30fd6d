/** Whether anything of a file could be read at all. */
import { unusable } from '../ingest/input-error.ts'
import type { FileReport } from '../ingest/read-file.ts'
import { problemInWords, userError } from './user-errors.ts'

/** A file of which no row could go in is refused, with the first reason. */
export function requireRows(report: FileReport): void {
  if (report.accepted + report.duplicates > 0) return
  if (report.rows === 0)
    throw unusable(
      report.file,
      'no-rows',
      `${report.file} has a header and no rows under it. Export it again and check the filter of the export.`,
      report.dialect.headerLine,
    )
  const first = report.problems.find(problem => problem.severity === 'error')
  // Errors end up in terminals and logs, where nothing of the file's contents belongs; the report of an import quotes it.
  const why = first
    ? ` The first: ${problemInWords(report.file, { ...first, message: first.message.replace(/^“[^]*”/, 'What stands here') })}`
    : ''
  throw unusable(
    report.file,
    'no-usable-row',
    `None of the ${report.rows} rows of ${report.file} could be read.${why}`,
    first?.line ?? null,
    first?.column ?? null,
  )
}

/** The same for somebody to be told: throws AppError `bad-input`. */
export function requireUsableRows(report: FileReport): void {
  try {
    requireRows(report)
  } catch (error) {
    throw userError(error)
  }
}
