/** Which column of a file is which of our fields: by name, never by position. */
import { INPUT_COLUMNS, INPUT_KINDS, type InputKind } from '../domain/input-kind.ts'
import type { Problem } from '../domain/problem.ts'
import { fieldFor, PRESET_RANK, SYNONYM_RANK } from './field-names.ts'
import { foldHeader, nearestHeader, squeezeHeader } from './headers.ts'
import { fieldsOf, type Mapping } from './mapping-model.ts'
import { namePartsIn } from './name-parts.ts'
import type { Preset } from './presets/preset.ts'
import { recognisePreset } from './presets/presets.ts'
import { type ProtectedColumn, protectionOf } from './protected-columns.ts'

export { fieldsOf, type Mapping } from './mapping-model.ts'

export interface MappedHeaders {
  readonly mapping: Mapping
  /** How sure each field is, 0 to 1: 1 a user's word or our own name, 0.95 a preset's, 0.8 a synonym. */
  readonly confidence: Readonly<Record<string, number>>
  /** Headers that are read as nothing, in file order. */
  readonly unknown: readonly string[]
  readonly protectedColumns: readonly ProtectedColumn[]
  /** `fatal` ones mean that the file cannot be read with this mapping. */
  readonly problems: readonly Problem[]
  /** Whether some people stand on several rows, as far as the values were looked at. */
  readonly repeatsPeople?: boolean
}

export interface MappingOptions {
  /** What a user mapped: it wins. Fields it does not name are found by their own name, never by a synonym. */
  readonly mapping?: Mapping | undefined
  readonly headerLine?: number | undefined
}

/** One way to fill a field: a column, or several that make one value. */
interface Candidate {
  readonly headers: readonly string[]
  readonly rank: number
}

export function mapHeaders(kind: InputKind, headers: readonly string[], options: MappingOptions = {}): MappedHeaders {
  const { mapping: given, headerLine = 1 } = options
  const chosen = given && Object.keys(given.columns).length > 0 ? given.columns : null
  const preset = presetFor(headers, kind)
  const problems: Problem[] = []
  const warn = (code: string, column: string, message: string) =>
    problems.push({ severity: 'warning', code, line: headerLine, column, message })
  const { readable, protectedColumns, repeated } = sortHeaders(headers, kind)
  for (const header of preset?.repeats === true ? [] : repeated)
    warn('repeated-header', header, `The header “${header}” stands twice on line ${headerLine}; only the first of the two columns is read.`)

  const columns = new Map<string, string>()
  const joined: Record<string, readonly string[]> = { ...given?.joined }
  const fallbacks: Record<string, readonly string[]> = { ...given?.fallbacks }
  const confidence: Record<string, number> = {}
  for (const [field, wanted] of Object.entries(chosen ?? {})) {
    if (wanted === '') continue
    const header =
      headers.find(each => each === wanted.trim()) ?? headers.find(each => each !== '' && foldHeader(each) === foldHeader(wanted))
    if (header === undefined) {
      if (!INPUT_COLUMNS[kind].must.includes(field)) warn('missing-column', wanted, missingMapped(field, wanted, headers, headerLine))
      continue
    }
    columns.set(field, header)
    confidence[field] = 1
  }
  const taken = new Set(columns.values())
  for (const [field, candidates] of candidatesOf(kind, readable, preset)) {
    const [best, ...losers] = candidates
    const isNamed = chosen !== null && Object.hasOwn(chosen, field)
    if (best === undefined || (chosen && !isNamed && (best.rank >= PRESET_RANK || taken.has(best.headers[0]!)))) continue
    if (isNamed && columns.get(field) !== best.headers[0]) continue
    columns.set(field, best.headers[0]!)
    confidence[field] ??= best.rank < PRESET_RANK ? 1 : best.rank < SYNONYM_RANK ? 0.95 : 0.8
    if (best.headers.length > 1) joined[field] ??= best.headers
    const others = losers.filter(loser => loser.headers.length === 1 && !taken.has(loser.headers[0]!)).map(loser => loser.headers[0]!)
    const heir = field === 'person_id' || field === 'email' ? 'aliases' : field
    const heirs = heir !== 'aliases' || kind === 'people' ? others : []
    if (heirs.length > 0 && (heir !== 'person_id' || kind === 'people')) fallbacks[heir] = [...(fallbacks[heir] ?? []), ...heirs]
    for (const {
      headers: [header],
      rank,
    } of losers)
      if (rank < PRESET_RANK || rank >= SYNONYM_RANK)
        warn('second-column', header!, `“${header}” and “${best.headers[0]}” both look like ${field}; “${best.headers[0]}” is read.`)
  }
  if (!chosen && columns.has('aliases') && columns.get('aliases') === columns.get('person_id')) {
    // A key is no other name of the person.
    const [next, ...rest] = (fallbacks['aliases'] ?? []).filter(header => header !== columns.get('person_id'))
    if (next === undefined) columns.delete('aliases')
    else columns.set('aliases', next)
    fallbacks['aliases'] = rest
  }
  for (const { header } of protectedColumns) {
    const field = [...columns].find(([, column]) => column === header)?.[0]
    if (field === undefined) continue
    columns.delete(field)
    const message = `The column “${header}” holds protected data and cannot be read as ${field}. Map ${field} to another column.`
    problems.push({ severity: 'fatal', code: 'protected-column', line: headerLine, column: header, message })
  }
  const constants: Record<string, string> = {}
  for (const [field, value] of Object.entries({ ...preset?.constants, ...given?.constants }))
    if (!columns.has(field) || confidence[field] === 0.95 || given?.constants?.[field] !== undefined) constants[field] = value
  for (const field of INPUT_COLUMNS[kind].must) {
    if (!columns.has(field) && constants[field] === undefined)
      problems.push(missingColumn(field, chosen?.[field] || field, headers, headerLine))
  }
  const inOrder = fieldsOf(kind).flatMap(field => (columns.has(field) ? [[field, columns.get(field)!] as const] : []))
  const usable = withoutProtected({ joined, fallbacks }, protectedColumns)
  const mapping: Mapping = {
    kind,
    columns: Object.fromEntries(inOrder),
    ...(preset ? { preset: preset.name } : {}),
    ...unlessEmpty('joined', usable.joined),
    ...unlessEmpty('fallbacks', usable.fallbacks),
    ...unlessEmpty('constants', constants),
    ...unlessEmpty('formats', { ...ofMapped(formatsOf(preset), columns), ...given?.formats }),
    ...unlessEmpty('values', { ...ofMapped(preset?.values, columns), ...given?.values }),
    ...(preset?.repeats === true || given?.repeats === true ? { repeats: true } : {}),
    ...(given?.dialect ? { dialect: given.dialect } : {}),
  }
  const read = new Set([...columns.values(), ...Object.values(usable.joined).flat(), ...Object.values(usable.fallbacks).flat()])
  return { mapping, confidence, unknown: readable.filter(header => !read.has(header)), protectedColumns, problems }
}

/** Nothing protected may come in by the back door. */
function withoutProtected(
  { joined, fallbacks }: Record<'joined' | 'fallbacks', Record<string, readonly string[]>>,
  protectedColumns: readonly ProtectedColumn[],
) {
  const kept = (lists: Record<string, readonly string[]>) =>
    Object.fromEntries(
      Object.entries(lists)
        .map(([field, headers]) => [field, headers.filter(header => !protectedColumns.some(each => each.header === header))] as const)
        .filter(([, headers]) => headers.length > 0),
    )
  return { joined: kept(joined), fallbacks: kept(fallbacks) }
}

const unlessEmpty = <Key extends string, Value extends object>(key: Key, value: Value) =>
  (Object.keys(value).length === 0 ? {} : { [key]: value }) as { [K in Key]?: Value } // a computed key widens to string

const ofMapped = <Value>(perField: Readonly<Record<string, Value>> = {}, columns: ReadonlyMap<string, string>) =>
  Object.fromEntries(Object.entries(perField).filter(([field]) => columns.has(field)))

const formatsOf = (preset: Preset | null) =>
  Object.fromEntries(Object.entries(preset?.formats ?? {}).map(([field, formats]) => [field, formats.join(' ')]))

/** A file with all our must columns as we spell them, or with mostly our names, is no other system's. */
function presetFor(headers: readonly string[], kind?: InputKind): Preset | null {
  const spelt = new Set(headers.map(header => header.trim().toLowerCase()))
  const folded = new Set(headers.map(foldHeader))
  const kinds = kind === undefined ? INPUT_KINDS.filter(each => each === 'people' || INPUT_COLUMNS[each].must.length > 1) : [kind]
  const isOurs = kinds.some(each => {
    const { must } = INPUT_COLUMNS[each]
    const ours = fieldsOf(each).filter(field => folded.has(field)).length
    return must.every(field => spelt.has(field)) || (ours >= 0.6 * folded.size && must.every(field => folded.has(field)))
  })
  return isOurs ? null : recognisePreset(headers, kind)
}

function sortHeaders(headers: readonly string[], kind: InputKind) {
  const readable: string[] = []
  const protectedColumns: ProtectedColumn[] = []
  const repeated: string[] = []
  const seen = new Set<string>()
  for (const header of headers) {
    if (header === '') continue
    if (seen.has(header)) {
      repeated.push(header)
      continue
    }
    seen.add(header)
    const protection = protectionOf(header)
    if (protection) protectedColumns.push(kind === 'people' ? protection : { ...protection, treatment: 'not_stored' })
    else readable.push(header)
  }
  return { readable, protectedColumns, repeated }
}

/** For each field the ways to fill it, best first; of two equally good ones the first in the file. */
function candidatesOf(kind: InputKind, headers: readonly string[], preset: Preset | null): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>()
  const add = (field: string, candidate: Candidate) => {
    const others = found.get(field) ?? []
    const isThere = others.some(({ headers: known }) => known.join('\n') === candidate.headers.join('\n'))
    if (!isThere) found.set(field, [...others, candidate])
  }
  const bySqueezed = new Map<string, string>()
  for (const header of headers) if (!bySqueezed.has(squeezeHeader(header))) bySqueezed.set(squeezeHeader(header), header)
  const claimed = new Set((preset?.ignored ?? []).map(name => bySqueezed.get(squeezeHeader(name))))
  for (const [field, entries] of Object.entries(preset?.columns ?? {})) {
    for (const [index, entry] of entries.entries()) {
      const parts = [entry].flat().map(name => bySqueezed.get(squeezeHeader(name)))
      if (parts.some(part => part === undefined)) continue
      const whole = parts as string[] // none is undefined
      add(field, { headers: whole, rank: PRESET_RANK + index })
      for (const part of whole) claimed.add(part)
    }
  }
  for (const header of headers) {
    const match = claimed.has(header) ? null : fieldFor(kind, header)
    if (match === null) continue
    add(match.field, { headers: [header], rank: match.rank })
  }
  const parts = kind === 'people' && !found.has('name') ? namePartsIn(headers) : null
  if (parts) add('name', { headers: parts, rank: SYNONYM_RANK })
  for (const candidates of found.values()) candidates.sort((a, b) => a.rank - b.rank)
  return found
}

const namesInPreset = (preset: Preset, header: string) =>
  Object.values(preset.columns).some(entries => entries.flat().some(name => squeezeHeader(name) === squeezeHeader(header)))

/** The kind of file these headers are of, or null when none has all its must columns here. */
export function recogniseKind(headers: readonly string[]): { readonly kind: InputKind; readonly confidence: number } | null {
  const named = [...new Set(headers.filter(header => header.trim() !== ''))]
  const preset = presetFor(named)
  if (preset) return { kind: preset.kind, confidence: 0.95 }
  const scores = INPUT_KINDS.map(kind => ({ kind, ...scoreOf(kind, named) })).filter(({ hasMust }) => hasMust)
  const best = scores.reduce<(typeof scores)[number] | null>((top, each) => (top === null || each.score > top.score ? each : top), null)
  // One familiar word among many strange ones says nothing.
  if (best === null || (best.score < 1.5 && best.score / named.length < 0.5)) return null
  const isTied = scores.some(each => each !== best && each.score === best.score)
  return { kind: best.kind, confidence: (best.known / named.length) * (isTied ? 0.5 : 1) }
}

/** How many of these cells could be headers of ours, in any kind of file, or of a system we know. */
export function countKnownHeaders(cells: readonly string[]): number {
  const preset = presetFor(cells)
  const ofPreset = preset ? cells.filter(cell => namesInPreset(preset, cell)).length : 0
  return Math.max(ofPreset, ...INPUT_KINDS.map(kind => scoreOf(kind, cells).known))
}

/** Columns of a job event that some people files have too: they tell little about the kind of file. */
const WEAK_SIGNS = new Set(['people.effective_date', 'people.reason', 'people.time_in_role'])

function scoreOf(kind: InputKind, headers: readonly string[]): { score: number; known: number; hasMust: boolean } {
  const best = new Map<string, number>()
  for (const header of headers) {
    const match = fieldFor(kind, header)
    if (match) best.set(match.field, Math.max(best.get(match.field) ?? 0, match.rank < SYNONYM_RANK ? 1 : 0.75))
  }
  let [score, known] = [0, 0]
  for (const [field, weight] of best) {
    known += weight
    score += WEAK_SIGNS.has(`${kind}.${field}`) ? weight / 4 : weight
  }
  return { score, known, hasMust: INPUT_COLUMNS[kind].must.every(field => best.has(field)) }
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
