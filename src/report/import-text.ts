/** What an import came to, in words for a terminal. */
import type { ImportOutput } from '../contract/import-output.ts'
import { count } from './wording.ts'

const PROBLEMS_SHOWN = 20

type ImportedFile = ImportOutput['imports'][number]

export function importText({ imports }: ImportOutput, context: { readonly dryRun: boolean; readonly workspace: string }): string {
  const head = context.dryRun ? ['Dry run: nothing was kept.'] : []
  return [...head, ...imports.map(file => fileText(file, context.workspace))].join('\n\n')
}

function fileText(file: ImportedFile, workspace: string): string {
  const encoding = `${file.encoding}, ${DELIMITERS[file.delimiter] ?? `"${file.delimiter}"`}, header on line ${file.headerLine}`
  const lines = [
    `${file.file}: ${file.kind} (${encoding})`,
    `  ${count(file.rows, 'row')} = ${file.accepted} accepted + ${file.rejected} rejected + ${file.duplicates} duplicates`,
  ]
  if (file.sameAs !== null) lines.push(`  This very file is import ${file.sameAs} already; nothing was added.`)
  if (file.import !== null) lines.push(`  Import ${file.import}. To undo: switchyard undo --workspace ${workspace} ${file.import}`)
  const quarantined = file.protectedColumns.filter(column => column.treatment === 'quarantined').map(column => column.header)
  const dropped = file.protectedColumns.filter(column => column.treatment === 'not_stored').map(column => column.header)
  if (quarantined.length > 0) lines.push(`  Kept apart, for the adverse-impact check only: ${quarantined.join(', ')}`)
  if (dropped.length > 0) lines.push(`  Not stored at all: ${dropped.join(', ')}`)
  if (file.unknownColumns.length > 0) lines.push(`  Not read: ${file.unknownColumns.join(', ')}`)
  for (const { code, severity, column, count: times } of file.problemCounts)
    lines.push(`  ${severity} ${code}${column === null ? '' : ` in ${column}`}: ${times}`)
  for (const { line, column, message } of file.problems.slice(0, PROBLEMS_SHOWN)) {
    const place = [...(line === null ? [] : [`line ${line}`]), ...(column === null ? [] : [column])].join(', ')
    lines.push(`    ${place === '' ? '' : `${place}: `}${message}`)
  }
  if (file.problems.length > PROBLEMS_SHOWN) lines.push(`    and more; see them all with --json`)
  return lines.join('\n')
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }
