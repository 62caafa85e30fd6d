/** Which column of a file is which of our fields: by name, never by position. */
import { INPUT_COLUMNS, type InputKind } from '../domain/input-kind.ts'
import type { Problem } from '../domain/problem.ts'
import { fieldFor, PRESET_RANK, SYNONYM_RANK } from './field-names.ts'
import type { Fix } from './fixes.ts'
import { foldHeader, squeezeHeader } from './headers.ts'
import { presetFor } from './kind-recognition.ts'
import { fieldsOf, isSummedField, type Mapping } from './mapping-model.ts'
import { missingColumn, missingMapped, missingOf } from './missing-columns.ts'
import { namePartsIn } from './name-parts.ts'
import type { Preset } from './presets/preset.ts'
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
  /** Whether a user chose the columns. */
  readonly isChosen?: boolean
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

/** The mapping as far as it is made. */
interface Draft {
  readonly columns: Map<string, string>
  readonly joined: Record<string, readonly string[]>
  readonly fallbacks: Record<string, readonly string[]>
  readonly confidence: Record<string, number>
}

type Warn = (code: string, column: string, message: string) => void

export function mapHeaders(kind: InputKind, headers: readonly string[], options: MappingOptions = {}): MappedHeaders {
  const { mapping: given, headerLine = 1 } = options
  const chosen = given && Object.keys(given.columns).length > 0 ? given.columns : null
  const preset = presetFor(headers, kind)
  const problems: Problem[] = []
  const warn: Warn = (code, column, message) => problems.push({ severity: 'warning', code, line: headerLine, column, message })
  const { readable, protectedColumns, repeated } = sortHeaders(headers, kind)
  for (const header of preset?.repeats === true ? [] : repeated)
    warn('repeated-header', header, `The header “${header}” stands twice on line ${headerLine}; only the first of the two columns is read.`)

  const draft: Draft = { columns: new Map(), joined: { ...given?.joined }, fallbacks: { ...given?.fallbacks }, confidence: {} }
  takeChosen(draft, kind, chosen ?? {}, headers, (field, wanted) =>
    warn('missing-column', wanted, missingMapped(field, wanted, headers, headerLine)),
  )
  takeFound(draft, candidatesOf(kind, readable, preset), { kind, chosen, given }, warn)
  problems.push(...giveUpProtected(draft, protectedColumns, headerLine), ...refuseProtectedFixes(given?.fixes ?? [], headerLine))
  const { columns, confidence } = draft
  const constants: Record<string, string> = {}
  for (const [field, value] of Object.entries({ ...preset?.constants, ...given?.constants })) {
    const isOfPreset = confidence[field] === PRESET_CONFIDENCE
    if (!columns.has(field) || isOfPreset || given?.constants?.[field] !== undefined) constants[field] = value
  }
  for (const field of INPUT_COLUMNS[kind].must) {
    if (columns.has(field) || (constants[field] ?? '') !== '') continue
    const message =
      preset && !chosen?.[field]
        ? missingOf(preset, [field], headerLine)
        : missingMapped(field, chosen?.[field] || field, headers, headerLine)
    problems.push(missingColumn(field, message, headerLine))
  }
  const { anyOf = [] } = preset ?? {}
  if (preset && !chosen && anyOf.length > 0 && anyOf.every(field => !columns.has(field)))
    problems.push(missingColumn(anyOf[0]!, missingOf(preset, anyOf, headerLine), headerLine))
  const inOrder = fieldsOf(kind).flatMap(field => (columns.has(field) ? [[field, columns.get(field)!] as const] : []))
  const usable = withoutProtected(draft, protectedColumns)
  const mapping: Mapping = {
    kind,
    ...ifSaid('name', given?.name),
    columns: Object.fromEntries(inOrder),
    ...(preset ? { preset: preset.name } : {}),
    ...unlessEmpty('joined', usable.joined),
    ...unlessEmpty('fallbacks', usable.fallbacks),
    ...unlessEmpty('constants', constants),
    ...unlessEmpty('formats', { ...ofMapped(formatsOf(preset), columns), ...given?.formats }),
    ...unlessEmpty('values', { ...ofMapped(preset?.values, columns), ...given?.values }),
    ...(preset?.repeats === true || given?.repeats === true ? { repeats: true } : {}),
    ...ifSaid('dialect', given?.dialect),
    ...ifSaid('fixes', given?.fixes),
    ...ifSaid('missingPeople', given?.missingPeople),
    ...ifSaid('changedIds', given?.changedIds),
  }
  const read = new Set([...columns.values(), ...Object.values(usable.joined).flat(), ...Object.values(usable.fallbacks).flat()])
  const unknown = readable.filter(header => !read.has(header))
  return { mapping, confidence, unknown, protectedColumns, problems, isChosen: chosen !== null }
}

const PRESET_CONFIDENCE = 0.95
const isOfPreset = (rank: number) => rank >= PRESET_RANK && rank < SYNONYM_RANK

function takeChosen(
  { columns, confidence }: Draft,
  kind: InputKind,
  chosen: Mapping['columns'],
  headers: readonly string[],
  onMissing: (field: string, wanted: string) => void,
): void {
  for (const [field, wanted] of Object.entries(chosen)) {
    if (wanted === '') continue
    const header =
      headers.find(each => each === wanted.trim()) ?? headers.find(each => each !== '' && foldHeader(each) === foldHeader(wanted))
    if (header !== undefined) {
      columns.set(field, header)
      confidence[field] = 1
    } else if (!INPUT_COLUMNS[kind].must.includes(field)) onMissing(field, wanted)
  }
}

/** Fields that nobody chose a column for, and what goes with the columns that somebody did choose. */
function takeFound(
  { columns, joined, fallbacks, confidence }: Draft,
  found: ReadonlyMap<string, readonly Candidate[]>,
  { kind, chosen, given }: { kind: InputKind; chosen: Mapping['columns'] | null; given: Mapping | undefined },
  warn: Warn,
): void {
  const taken = new Set(columns.values())
  for (const [field, [best, ...losers]] of found) {
    const header = best?.headers[0]
    if (best === undefined || header === undefined) continue
    if (chosen && Object.hasOwn(chosen, field)) {
      if (columns.get(field) !== header) continue
    } else if (chosen && (best.rank >= PRESET_RANK || taken.has(header))) continue
    columns.set(field, header)
    confidence[field] ??= best.rank < 0 || best.rank >= SYNONYM_RANK ? 0.8 : best.rank < PRESET_RANK ? 1 : PRESET_CONFIDENCE
    if (best.headers.length > 1) joined[field] ??= best.headers
    // A column that looks like the whole would count what is in its parts again.
    const isBeside = ({ headers, rank }: Candidate) =>
      headers.length === 1 && !taken.has(headers[0]!) && (!isSummedField(field) || (isOfPreset(best.rank) && isOfPreset(rank)))
    const others = losers.filter(isBeside).map(({ headers }) => headers[0]!)
    // Another key or e-mail of the person is no stand-in for a blank one: two people must not become one.
    const isKey = field === 'person_id' || field === 'email'
    const heir = isKey ? 'aliases' : field
    const isWanted = !isKey || (kind === 'people' && chosen?.['aliases'] !== '')
    if (isWanted && given?.fallbacks?.[heir] === undefined && others.length > 0) fallbacks[heir] = [...(fallbacks[heir] ?? []), ...others]
    for (const { headers: second, rank } of losers) {
      if (isOfPreset(rank)) continue
      const isRead = fallbacks[heir]?.includes(second[0]!) === true
      const role = isRead ? `, “${second[0]}” ${isKey ? 'as another name of the person' : 'where it is blank'}` : ''
      warn('second-column', second[0]!, `“${second[0]}” and “${header}” both look like ${field}; “${header}” is read${role}.`)
    }
  }
  if (chosen || !columns.has('aliases') || columns.get('aliases') !== columns.get('person_id')) return
  // A key is no other name of the person.
  const [next, ...rest] = (fallbacks['aliases'] ?? []).filter(header => header !== columns.get('person_id'))
  if (next === undefined) columns.delete('aliases')
  else columns.set('aliases', next)
  fallbacks['aliases'] = rest
}

function giveUpProtected({ columns }: Draft, protectedColumns: readonly ProtectedColumn[], headerLine: number): Problem[] {
  return protectedColumns.flatMap(({ header }) =>
    [...columns]
      .filter(([, column]) => column === header)
      .map(([field]): Problem => {
        columns.delete(field)
        const message = `The column “${header}” holds protected data and cannot be read as ${field}. Map ${field} to another column.`
        return { severity: 'fatal', code: 'protected-column', line: headerLine, column: header, message }
      }),
  )
}

/** A fix must not tell what stands in a protected cell, nor put it in order. */
function refuseProtectedFixes(fixes: readonly Fix[], headerLine: number): Problem[] {
  const columns = new Set(fixes.flatMap(fix => ('column' in fix && protectionOf(fix.column) ? [fix.column] : [])))
  return [...columns].map(column => ({
    severity: 'fatal',
    code: 'protected-column',
    line: headerLine,
    column,
    message: `The column “${column}” holds protected data, which no fix may change. Remove the fix.`,
  }))
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

const ifSaid = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value } // a computed key widens to string

const ofMapped = <Value>(perField: Readonly<Record<string, Value>> = {}, columns: ReadonlyMap<string, string>) =>
  Object.fromEntries(Object.entries(perField).filter(([field]) => columns.has(field)))

const formatsOf = (preset: Preset | null) =>
  Object.fromEntries(Object.entries(preset?.formats ?? {}).map(([field, formats]) => [field, formats.join(' ')]))

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
  for (const [field, lists] of Object.entries(preset?.sums ?? {})) {
    const present = lists.map(list => list.flatMap(name => bySqueezed.get(squeezeHeader(name)) ?? []))
    for (const header of present.flat()) claimed.add(header)
    for (const header of present.find(list => list.length > 0) ?? []) add(field, { headers: [header], rank: PRESET_RANK })
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
