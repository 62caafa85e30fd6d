/** What is said where a file lacks a column it cannot do without. */
import type { Problem } from '../domain/problem.ts'
import { nearestHeader } from './headers.ts'
import type { Preset } from './presets/preset.ts'

export const missingColumn = (field: string, message: string, headerLine: number): Problem => ({
  severity: 'fatal',
  code: 'missing-column',
  line: headerLine,
  column: field,
  message,
})

/** Of a system we know: under which names it writes what is not here. */
export function missingOf({ name, columns }: Preset, fields: readonly string[], headerLine: number): string {
  const namesOf = (field: string) => (columns[field] ?? []).map(entry => [entry].flat().join(' and '))
  const written = fields.length === 1 ? namesOf(fields[0]!).slice(0, 3) : fields.flatMap(field => namesOf(field).slice(0, 1))
  const what = fields.length === 1 ? (MEANINGS[fields[0]!] ?? fields[0]!) : 'when anything happened'
  const wanted = written.map(header => `“${header}”`).join(' or ')
  const ours = fields.join(' or ')
  return `The header on line ${headerLine} looks like an export of ${name}, but no column says ${what}. Export it again with ${wanted || ours}, or map ${ours} to a column that says so.`
}

const MEANINGS: Readonly<Record<string, string>> = {
  person_id: 'whose row it is',
  person: 'who did it',
  occurred_at: 'when it happened',
  kind: 'what kind of work it was',
  week: 'which week it was',
  meeting_hours: 'how many hours were spent in meetings',
  work_item: 'which ticket it is',
}

export function missingMapped(field: string, wanted: string, headers: readonly string[], headerLine: number): string {
  const named = headers.filter(header => header !== '')
  const what = wanted === field ? `There is no column ${field}.` : `There is no column “${wanted}”, which is mapped to ${field}.`
  const shown = named.slice(0, 12).map(header => (header.length > 40 ? `${header.slice(0, 40)}…` : header))
  const more = named.length > 12 ? ` and ${named.length - 12} more` : ''
  const found =
    named.length === 0 ? `Line ${headerLine} has no headers.` : `The header on line ${headerLine} has: ${shown.join(', ')}${more}.`
  const nearest = nearestHeader(wanted, named)
  const advice =
    nearest === null ? `Add the column, or map ${field} to one of these.` : `The nearest is “${nearest}”: rename it to ${field}, or map it.`
  return `${what} ${found} ${advice}`
}
