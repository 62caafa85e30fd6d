/** What an import came to, or would come to, in words for a terminal. */
import type { ImportOutput } from '../contract/import-output.ts'
import { capitalised, count, list, oneLine, percent, words } from './wording.ts'

const PROBLEMS_SHOWN = 20
const WORDS_SHOWN = 12

type ImportedFile = ImportOutput['imports'][number]
type Fix = ImportedFile['fixes'][number]['fix']
type Question = NonNullable<ImportOutput['questions']>[number]

export function importText(
  { imports, changes, people, questions }: ImportOutput,
  context: { readonly dryRun: boolean; readonly workspace: string },
): string {
  const head = context.dryRun ? ['Dry run: nothing was kept.'] : []
  return [
    ...head,
    ...imports.map(file => fileText(file, context.workspace)),
    ...(changes ? [consequencesText(changes, people)] : []),
    ...(questions ?? []).map(questionText),
  ].join('\n\n')
}

/** The flag of the command line that answers a question. */
const FLAGS: Readonly<Record<Question['part'], string>> = { missingPeople: '--missing-people', changedIds: '--changed-ids' }

/** A question with the flags that answer it. */
export function questionText({ part, words: asked, choices }: Question): string {
  return [asked, ...choices.map(({ value, words: meaning }) => `  ${FLAGS[part]} ${value}: ${meaning}`)].join('\n')
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
  lines.push(...fixLines(file), ...unknownWordLines(file.unknownWords ?? []))
  lines.push(...(file.groups === null ? problemLines(file) : groupLines(file.groups)))
  return lines.join('\n')
}

function fixLines({ fixes }: ImportedFile): string[] {
  if (fixes.length === 0) return []
  const useless = fixes.filter(({ applied }) => applied === 0)
  const mended = fixes.reduce((sum, { applied }) => sum + applied, 0)
  const summary = `  ${count(fixes.length, 'fix', 'fixes')} of the mapping applied ${count(mended, 'time')}`
  if (useless.length === 0) return [summary]
  const found = useless.slice(0, PROBLEMS_SHOWN).map(({ fix }) => `    found nothing: ${fixInWords(fix)}`)
  return [
    summary,
    ...found,
    ...(useless.length > PROBLEMS_SHOWN ? [`    and ${useless.length - PROBLEMS_SHOWN} more that found nothing`] : []),
  ]
}

function fixInWords(fix: Fix): string {
  switch (fix.kind) {
    case 'replace':
      return `in ${oneLine(fix.column)}, “${oneLine(fix.from)}” reads “${oneLine(fix.to)}”`
    case 'edit':
      return `one cell of ${oneLine(fix.column)}, in the row ${fix.row}`
    case 'leave-out':
      return `the row ${fix.row} stays out`
    case 'join-cells':
      return `surplus cells belong to ${oneLine(fix.column)}`
  }
}

function unknownWordLines(unknown: NonNullable<ImportedFile['unknownWords']>): string[] {
  const fields = [...new Set(unknown.map(({ field }) => field))]
  return fields.map(field => {
    const ofField = unknown.filter(each => each.field === field).map(({ word, rows }) => `${oneLine(word)} (${rows})`)
    return `  Words of ${field} that mean nothing to us: ${list(ofField, WORDS_SHOWN)}`
  })
}

function groupLines(groups: NonNullable<ImportedFile['groups']>): string[] {
  return groups.flatMap(({ code, severity, column, count: times, message, values }) => {
    const examples = values.slice(0, 3).map(({ text, count: cells }) => `“${oneLine(text)}” (${cells})`)
    return [
      `  ${severity} ${code}${column === null ? '' : ` in ${column}`}: ${times}${examples.length === 0 ? '' : `, such as ${list(examples)}`}`,
      ...(message === '' ? [] : [`    ${message}`]),
    ]
  })
}

function problemLines(file: ImportedFile): string[] {
  const lines = file.problemCounts.map(
    ({ code, severity, column, count: times }) => `  ${severity} ${code}${column === null ? '' : ` in ${column}`}: ${times}`,
  )
  for (const { line, column, message } of file.problems.slice(0, PROBLEMS_SHOWN)) {
    const place = [...(line === null ? [] : [`line ${line}`]), ...(column === null ? [] : [column])].join(', ')
    lines.push(`    ${place === '' ? '' : `${place}: `}${message}`)
  }
  if (file.problems.length > PROBLEMS_SHOWN) lines.push(`    and more; see them all with --json`)
  return lines
}

function consequencesText(changes: NonNullable<ImportOutput['changes']>, people: ImportOutput['people']): string {
  const lines = ['What would change in the workspace:']
  for (const { kind, new: added, updated, unchanged, conflicting } of changes) {
    const parts = [`${added} new`, `${updated} updated`, `${unchanged} unchanged`]
    lines.push(`  ${capitalised(words(kind))}: ${parts.join(', ')}${conflicting === 0 ? '' : `, ${conflicting} conflicting`}`)
  }
  if (people === null) return lines.join('\n')
  const { employed, leaving, notListed, missingPeople, changedIds } = people
  const share = employed === 0 ? '' : ` (${percent(leaving / employed)})`
  const taken = missingPeople === null ? '' : missingPeople === 'left' ? ', taken as left' : ', kept'
  lines.push(`  Of ${count(employed, 'person', 'people')} employed: ${leaving} leaving${share}, ${notListed} not listed${taken}`)
  if (changedIds > 0) lines.push(`  ${count(changedIds, 'person comes', 'people come')} with another id and the same e-mail`)
  return lines.join('\n')
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }
