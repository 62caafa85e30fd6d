/** The JSON of `--mapping`: which header is which field, written by a user. */
import { INPUT_KINDS, type InputKind } from '../domain/input-kind.ts'
import { nearestHeader } from './headers.ts'
import { type InputError, unusable } from './input-error.ts'
import { fieldsOf, type Mapping } from './mapping.ts'

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

function parseMapping(content: unknown, which: string, file: string): Mapping {
  if (!isRecord(content)) throw bad(file, `In ${file}, ${which} must be an object.`)
  const { kind, columns } = content
  if (!isKind(kind)) throw bad(file, `In ${file}, “kind” of ${which} must be one of ${INPUT_KINDS.join(', ')}.`)
  if (!isRecord(columns)) throw bad(file, `In ${file}, “columns” of ${which} must be an object of our field and the file's header.`)
  const fields = fieldsOf(kind)
  const entries = Object.entries(columns).map(([field, header]): [string, string] => {
    if (!fields.includes(field)) {
      const nearest = nearestHeader(field, fields)
      const advice = nearest === null ? `It has: ${fields.join(', ')}.` : `Did you mean ${nearest}?`
      throw bad(file, `In ${file}, ${which} names “${field}”, which is no field of ${kind}. ${advice}`, field)
    }
    if (typeof header !== 'string') throw bad(file, `In ${file}, ${which} must give “${field}” a header in quotes.`, field)
    return [field, header.trim()]
  })
  return { kind, columns: Object.fromEntries(entries) }
}

const EXAMPLE = 'Write it as {"kind": "people", "columns": {"person_id": "Employee No"}}.'

const bad = (file: string, message: string, column: string | null = null): InputError =>
  unusable(file, 'bad-mapping', `${message} ${EXAMPLE}`, null, column)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isKind = (value: unknown): value is InputKind => INPUT_KINDS.some(kind => kind === value)
