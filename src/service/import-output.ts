/** What an import came to, or would come to, as `import --json` prints it. */
import type { ImportOutput } from '../contract/import-output.ts'
import type { FileReport } from '../ingest/read-file.ts'
import { type ImportCheck, reviewedFile } from './import-check.ts'
import type { ImportOutcome } from './session.ts'

type ImportedFile = ImportOutput['imports'][number]

export function importOutput({ files }: ImportOutcome): ImportOutput {
  const imports = files.map(({ report, import: id, sameAs }): ImportedFile => ({
    import: id,
    sameAs,
    ...reportOutput(report),
    groups: null,
    unknownWords: null,
  }))
  return { imports, changes: null, people: null, questions: null }
}

export function checkOutput({ files, consequences: { changes, people, questions } }: ImportCheck): ImportOutput {
  const imports = files.map((file): ImportedFile => {
    const { groups, words } = reviewedFile(file, '', WHOLE)
    const unknownWords = words.filter(({ meant }) => meant === null)
    return { import: null, sameAs: file.sameAs, ...reportOutput(file.report), groups, unknownWords }
  })
  return { imports, changes: [...changes], people, questions: [...questions] }
}

const WHOLE = { groups: 100, values: 20, words: 400, fixes: Infinity }

function reportOutput(report: FileReport): Omit<ImportedFile, 'import' | 'sameAs' | 'groups' | 'unknownWords'> {
  return {
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
    fixes: report.fixes.map(({ fix, applied }) => ({ fix, applied })),
  }
}
