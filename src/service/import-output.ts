/** What an import came to, as `import --json` prints it. */
import type { ImportOutput } from '../contract/import-output.ts'
import type { ImportOutcome } from './session.ts'

export function importOutput({ files }: ImportOutcome): ImportOutput {
  return {
    imports: files.map(({ report, import: id, sameAs }) => ({
      import: id,
      sameAs,
      file: report.file,
      kind: report.kind,
      encoding: report.dialect.encoding,
      delimiter: report.dialect.delimiter,
      headerLine: report.dialect.headerLine,
      mapping: { ...report.mapping.columns },
      unknownColumns: [...report.unknownColumns],
      protectedColumns: report.protectedColumns.map(column => ({ ...column })),
      rows: report.rows,
      accepted: report.accepted,
      rejected: report.rejected,
      duplicates: report.duplicates,
      problemCounts: report.problemCounts.map(count => ({ ...count })),
      problems: report.problems.map(problem => ({ ...problem })),
    })),
  }
}
