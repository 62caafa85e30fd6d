/** Which column of a file is which of our fields: by name, never by position. */
import { INPUT_COLUMNS, INPUT_KINDS, type InputKind } from '../domain/input-kind.ts'
import type { Problem } from '../domain/problem.ts'
import { HEADER_SYNONYMS } from './header-synonyms.ts'
import { foldHeader, nearestHeader, squeezeHeader } from './headers.ts'
import { type ProtectedColumn, protectionOf } from './protected-columns.ts'

export interface Mapping {
  readonly kind: InputKind
  /** Our field -> header as spelt in the file. In a mapping a user made, `''` leaves a field out. */
  readonly columns: Readonly<Record<string, string>>
}

export interface MappedHeaders {
  readonly mapping: Mapping
  /** Headers that are read as nothing, in file order. */
  readonly unknown: readonly string[]
  readonly protectedColumns: readonly ProtectedColumn[]
  /** `fatal` ones mean that the file cannot be read with this mapping. */
  readonly problems: readonly Problem[]
}

export interface MappingOptions {
  /** What a user mapped: it wins. Fields it does not name are found by their own name, never by a synonym. */
  readonly mapping?: Mapping | undefined
  readonly headerLine?: number | undefined
}

export const fieldsOf = (kind: InputKind): readonly string[] => [...INPUT_COLUMNS[kind].must, ...INPUT_COLUMNS[kind].may]

export function mapHeaders(kind: InputKind, headers: readonly string[], options: MappingOptions = {}): MappedHeaders {
  const { mapping: given, headerLine = 1 } = options
  const problems: Problem[] = []
  const warn = (code: string, column: string, message: string) =>
    problems.push({ severity: 'warning', code, line: headerLine, column, message })
  const columns = new Map<string, string>()
  const taken = new Set<string>()
  if (given) {
    for (const [field, wanted] of Object.entries(given.columns)) {
      if (wanted === '') continue
      const header =
        headers.find(each => each === wanted.trim()) ?? headers.find(each => each !== '' && foldHeader(each) === foldHeader(wanted))
      if (header === undefined) {
        if (!INPUT_COLUMNS[kind].must.includes(field)) warn('missing-column', wanted, missingMapped(field, wanted, headers, headerLine))
        continue
      }
      columns.set(field, header)
      taken.add(header)
    }
  }
  const ranks = new Map<string, number>()
  const unknown: string[] = []
  const protectedColumns: ProtectedColumn[] = []
  const seen = new Set<string>()
  const outranked: { header: string; field: string }[] = []
  for (const header of headers) {
    if (header === '') continue
    if (seen.has(header)) {
      warn(
        'repeated-header',
        header,
        `The header “${header}” stands twice on line ${headerLine}; only the first of the two columns is read.`,
      )
      continue
    }
    seen.add(header)
    const protection = protectionOf(header)
    if (protection) {
      protectedColumns.push(kind === 'people' ? protection : { ...protection, treatment: 'not_stored' })
      continue
    }
    if (taken.has(header)) continue
    const match = fieldFor(kind, header)
    const isOurs = match !== null && (given ? match.rank < SYNONYM_RANK && !Object.hasOwn(given.columns, match.field) : true)
    if (!isOurs) {
      unknown.push(header)
      continue
    }
    const rank = ranks.get(match.field) ?? Infinity
    const loser = match.rank < rank ? columns.get(match.field) : header
    if (match.rank < rank) {
      columns.set(match.field, header)
      ranks.set(match.field, match.rank)
    }
    if (loser !== undefined) outranked.push({ header: loser, field: match.field })
  }
  for (const { header, field } of outranked) {
    warn('second-column', header, `“${header}” and “${columns.get(field)}” both look like ${field}; “${columns.get(field)}” is read.`)
  }
  for (const { header } of protectedColumns) {
    const field = [...columns].find(([, column]) => column === header)?.[0]
    if (field === undefined) continue
    columns.delete(field)
    const message = `The column “${header}” holds protected data and cannot be read as ${field}. Map ${field} to another column.`
    problems.push({ severity: 'fatal', code: 'protected-column', line: headerLine, column: header, message })
  }
  for (const field of INPUT_COLUMNS[kind].must) {
    if (!columns.has(field)) problems.push(missingColumn(field, given?.columns[field] || field, headers, headerLine))
  }
  const inOrder = fieldsOf(kind).flatMap(field => (columns.has(field) ? [[field, columns.get(field)!] as const] : []))
  return { mapping: { kind, columns: Object.fromEntries(inOrder) }, unknown, protectedColumns, problems }
}

/** The kind of file these headers are of, or null when none has all its must columns here. */
export function recogniseKind(headers: readonly string[]): { readonly kind: InputKind; readonly confidence: number } | null {
  const named = [...new Set(headers.filter(header => header.trim() !== ''))]
  const scores = INPUT_KINDS.map(kind => ({ kind, ...scoreOf(kind, named) })).filter(({ hasMust }) => hasMust)
  const best = scores.reduce<(typeof scores)[number] | null>((top, each) => (top === null || each.score > top.score ? each : top), null)
  // One familiar word among many strange ones says nothing.
  if (best === null || (best.score < 1.5 && best.score / named.length < 0.5)) return null
  const isTied = scores.some(each => each !== best && each.score === best.score)
  return { kind: best.kind, confidence: (best.score / named.length) * (isTied ? 0.5 : 1) }
}

/** How many of these cells could be headers of ours, in any kind of file. */
export const countKnownHeaders = (cells: readonly string[]) => Math.max(...INPUT_KINDS.map(kind => scoreOf(kind, cells).score))

function scoreOf(kind: InputKind, headers: readonly string[]): { score: number; hasMust: boolean } {
  const best = new Map<string, number>()
  for (const header of headers) {
    const match = fieldFor(kind, header)
    if (match) best.set(match.field, Math.max(best.get(match.field) ?? 0, match.rank < SYNONYM_RANK ? 1 : 0.75))
  }
  const score = [...best.values()].reduce((sum, each) => sum + each, 0)
  return { score, hasMust: INPUT_COLUMNS[kind].must.every(field => best.has(field)) }
}

interface FieldMatch {
  readonly field: string
  /** 0 spelt as ours, 1 ours but for `_`, from SYNONYM_RANK on synonyms in their order. */
  readonly rank: number
}

const SYNONYM_RANK = 2

const FIELDS_BY_HEADER = Object.fromEntries(INPUT_KINDS.map(kind => [kind, fieldsByHeader(kind)])) as Record<
  InputKind,
  ReadonlyMap<string, FieldMatch>
> // fromEntries widens the keys to string

function fieldsByHeader(kind: InputKind): ReadonlyMap<string, FieldMatch> {
  const found = new Map<string, FieldMatch>()
  for (const field of fieldsOf(kind)) found.set(squeezeHeader(field), { field, rank: 1 })
  for (const [field, synonyms] of Object.entries(HEADER_SYNONYMS[kind])) {
    for (const [index, synonym] of synonyms.entries()) {
      const key = squeezeHeader(synonym)
      if (!found.has(key)) found.set(key, { field, rank: SYNONYM_RANK + index })
    }
  }
  return found
}

function fieldFor(kind: InputKind, header: string): FieldMatch | null {
  if (header.length > 100) return null
  const folded = foldHeader(header)
  const match = FIELDS_BY_HEADER[kind].get(folded.replaceAll('_', ''))
  return match === undefined ? null : match.field === folded ? { field: folded, rank: 0 } : match
}

function missingColumn(field: string, wanted: string, headers: readonly string[], headerLine: number): Problem {
  return {
    severity: 'fatal',
    code: 'missing-column',
    line: headerLine,
    column: field,
    message: missingMapped(field, wanted, headers, headerLine),
  }
}

function missingMapped(field: string, wanted: string, headers: readonly string[], headerLine: number): string {
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

/** Whether a text is a name this field goes by. */
export const isNameOf = (kind: InputKind, field: string, text: string) => fieldFor(kind, text)?.field === field
