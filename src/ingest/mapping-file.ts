/** The JSON of `--mapping` and of saved profiles: which header is which field, and what a user said and corrected beyond that. */
import { INPUT_KINDS, type InputKind } from '../domain/input-kind.ts'
import { nearestHeader } from './headers.ts'
import { type InputError, unusable } from './input-error.ts'
import { ENCODINGS } from './encoding.ts'
import { type Fix, readFix } from './fixes.ts'
import { CHANGED_IDS, type DialectChoice, fieldsOf, type Mapping, MISSING_PEOPLE } from './mapping-model.ts'
import { DATE_FORMATS } from './written-dates.ts'
import { NUMBER_FORMATS } from './written-numbers.ts'

/** Reads one mapping `{kind, columns}` or `{mappings: [...]}`. Throws InputError with code `bad-mapping`. */
export function parseMappingFile(text: string, file: string): Mapping[] {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw bad(file, `${file} is not JSON (${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'}).`)
  }
  if (!isRecord(content)) throw bad(file, `${file} must be an object.`)
  if (!('mappings' in content)) return [parseMapping(content, 'the mapping', file)]
  if (!Array.isArray(content['mappings'])) throw bad(file, `“mappings” in ${file} must be a list.`)
  const mappings = content['mappings'].map((each: unknown, index) => parseMapping(each, `mapping ${index + 1}`, file))
  if (mappings.length === 0) throw bad(file, `“mappings” in ${file} is empty.`)
  for (const [index, { kind }] of mappings.entries()) {
    if (mappings.findIndex(each => each.kind === kind) < index) throw bad(file, `${file} has two mappings of the kind ${kind}; keep one.`)
  }
  return mappings
}

/** The same format again: what parseMappingFile makes of it is what was given. */
export const mappingFileJson = (mappings: readonly Mapping[]): string => `${JSON.stringify({ mappings }, null, 2)}\n`

function parseMapping(content: unknown, which: string, file: string): Mapping {
  if (!isRecord(content)) throw bad(file, `In ${file}, ${which} must be an object.`)
  const { kind, columns } = content
  if (!isKind(kind)) throw bad(file, `In ${file}, “kind” of ${which} must be one of ${INPUT_KINDS.join(', ')}.`)
  const isElseSaid = FURTHER_PARTS.some(part => content[part] !== undefined)
  if (!isRecord(columns) && !(columns === undefined && isElseSaid))
    throw bad(file, `In ${file}, “columns” of ${which} must be an object of our field and the file's header.`)
  const readFields = <Value>(part: string, read: (value: unknown, field: string) => Value | null, wanted: string) => {
    const given = content[part]
    if (given === undefined) return undefined
    if (!isRecord(given)) throw bad(file, `In ${file}, “${part}” of ${which} must be an object of our fields.`)
    return Object.fromEntries(
      Object.entries(given).map(([field, value]): [string, Value] => {
        requireField(field, kind, which, file)
        const found = read(value, field)
        if (found === null) throw bad(file, `In ${file}, ${which} must give “${field}” ${wanted}.`, field)
        return [field, found]
      }),
    )
  }
  const readPart = <Value>(part: string, read: (value: unknown) => Value | null, wanted: string) => {
    if (content[part] === undefined) return {}
    const found = read(content[part])
    if (found === null) throw bad(file, `In ${file}, “${part}” of ${which} must be ${wanted}.`)
    return { [part]: found }
  }
  return {
    kind,
    ...readPart('name', nonBlankText, 'a text in quotes'),
    columns: readFields('columns', trimmedText, 'a header in quotes') ?? {},
    ...given('joined', readFields('joined', texts, 'a list of headers')),
    ...given('fallbacks', readFields('fallbacks', texts, 'a list of headers')),
    ...given('constants', readFields('constants', trimmedText, 'a text in quotes')),
    ...given('formats', readFields('formats', formatsOf, `one or several of ${FORMATS.join(', ')}`)),
    ...given('values', readFields('values', wordTable, 'an object of words')),
    ...readPart('preset', nonBlankText, 'the name of a system in quotes'),
    ...readPart('repeats', value => (typeof value === 'boolean' ? value : null), 'true or false'),
    ...given('dialect', isRecord(content['dialect']) ? dialectChoice(content['dialect'], which, file) : undefined),
    ...given('fixes', readFixes(content['fixes'], which, file)),
    ...readPart('missingPeople', oneOf(MISSING_PEOPLE), `one of ${MISSING_PEOPLE.join(', ')}`),
    ...readPart('changedIds', oneOf(CHANGED_IDS), `one of ${CHANGED_IDS.join(', ')}`),
  }
}

const FURTHER_PARTS = ['joined', 'fallbacks', 'constants', 'formats', 'values', 'dialect', 'fixes', 'missingPeople', 'changedIds']
const FORMATS: readonly string[] = [...DATE_FORMATS, ...NUMBER_FORMATS, 'last-first', 'name-and-id']

function requireField(field: string, kind: InputKind, which: string, file: string): void {
  const fields = fieldsOf(kind)
  if (fields.includes(field)) return
  const nearest = nearestHeader(field, fields)
  const advice = nearest === null ? `It has: ${fields.join(', ')}.` : `Did you mean ${nearest}?`
  throw bad(file, `In ${file}, ${which} names “${field}”, which is no field of ${kind}. ${advice}`, field)
}

function readFixes(value: unknown, which: string, file: string): Fix[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw bad(file, `In ${file}, “fixes” of ${which} must be a list.`)
  return value.map((each: unknown, index) => {
    const fix = readFix(each)
    if ('wrong' in fix) throw bad(file, `In ${file}, fix ${index + 1} of ${which} ${fix.wrong}.`)
    return fix
  })
}

const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (value: unknown): Word | null =>
    words.find(word => word === value) ?? null

const nonBlankText = (value: unknown) => trimmedText(value) || null
const trimmedText = (value: unknown) => (typeof value === 'string' ? value.trim() : null)
const texts = (value: unknown) => (Array.isArray(value) && value.every(each => typeof each === 'string') ? (value as string[]) : null) // every one is a string

function formatsOf(value: unknown): string | null {
  const words = typeof value === 'string' ? value.split(/[\s,]+/) : (texts(value) ?? [])
  return words.length > 0 && words.every(word => FORMATS.includes(word)) ? words.join(' ') : null
}

function wordTable(value: unknown): Record<string, string> | null {
  if (!isRecord(value)) return null
  const entries = Object.entries(value)
  return entries.every(([, word]) => typeof word === 'string') ? (Object.fromEntries(entries) as Record<string, string>) : null // every one is a string
}

function dialectChoice(content: Record<string, unknown>, which: string, file: string): DialectChoice {
  const complain = (what: string) => bad(file, `In ${file}, “dialect” of ${which} ${what}.`)
  const oneOf = (part: string, allowed: readonly string[], words: string) => {
    const value = content[part]
    if (value === undefined) return {}
    if (typeof value !== 'string' || !allowed.includes(value)) throw complain(`must have a “${part}” of ${words}`)
    return { [part]: value }
  }
  const { headerLine } = content
  const isLine = typeof headerLine === 'number' && Number.isInteger(headerLine) && headerLine > 0
  if (headerLine !== undefined && !isLine) throw complain('must have a “headerLine” of 1 or more')
  return {
    ...oneOf('encoding', ENCODINGS, ENCODINGS.join(', ')),
    ...oneOf('delimiter', [',', ';', '\t', '|'], ', ; | or a tab'),
    ...oneOf('quote', ['"', "'"], '" or \''),
    ...given('headerLine', isLine ? headerLine : undefined),
  }
}

const given = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value } // a computed key widens to string

const EXAMPLE = 'Write it as {"kind": "people", "columns": {"person_id": "Employee No"}}.'

const bad = (file: string, message: string, column: string | null = null): InputError =>
  unusable(file, 'bad-mapping', `${message} ${EXAMPLE}`, null, column)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isKind = (value: unknown): value is InputKind => INPUT_KINDS.some(kind => kind === value)
