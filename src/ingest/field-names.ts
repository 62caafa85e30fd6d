/** Which of our fields a header names, in our own words or in a common synonym. */
import { INPUT_KINDS, type InputKind } from '../domain/input-kind.ts'
import { HEADER_SYNONYMS } from './header-synonyms.ts'
import { foldHeader, squeezeHeader } from './headers.ts'
import { fieldsOf } from './mapping-model.ts'

export interface FieldMatch {
  readonly field: string
  /** -1 a column that says more than our own, 0 spelt as ours, 1 ours but for `_`, from SYNONYM_RANK on synonyms in their order. */
  readonly rank: number
}

/** Presets rank between our own names and synonyms. */
export const PRESET_RANK = 2
export const SYNONYM_RANK = 100
/** Behind all listed synonyms, best first. */
const COMPOSED_RANK = 200

/** Who came back has two dates of hire, and the end date lies between them: the later one tells that they are here. */
const RETURNS = new Set(['rehiredate', 'lasthiredate', 'mostrecenthiredate', 'latesthiredate', 'wiedereintritt', 'wiedereintrittsdatum'])

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

export function fieldFor(kind: InputKind, header: string): FieldMatch | null {
  if (header.length > 100) return null
  const folded = foldHeader(header)
  const squeezed = folded.replaceAll('_', '')
  if (kind === 'people' && RETURNS.has(squeezed)) return { field: 'hire_date', rank: -1 }
  const match = FIELDS_BY_HEADER[kind].get(squeezed)
  if (match === undefined) return kind === 'people' || kind === 'history' ? composedManager(folded) : null
  return match.field === folded ? { field: folded, rank: 0 } : match
}

const MANAGER_WORDS = new Set(
  'manager mgr supervisor vorgesetzter vorgesetzte vorgesetzten führungskraft superviseur responsable'.split(' '),
)
/** What of the manager the column holds, best first. */
const KEY_WORDS = ['id number no nr nummer personalnummer matricule #', 'email mail e', 'name'].map(words => words.split(' '))
const FURTHER_WORDS = new Set(
  'line direct people reports to employee user worker person personal personnel work address full sys der des disziplinarischer'.split(' '),
)

/** `Supervisor User ID`, `Vorgesetzter Personal-Nr.`: a word for the manager among words that all say what is told of them. */
function composedManager(folded: string): FieldMatch | null {
  const words = folded.split(/[_()/:]+/).filter(word => word !== '')
  const others = words.filter(word => !MANAGER_WORDS.has(word))
  if (others.length === words.length) return null
  const kindOf = (word: string) => KEY_WORDS.findIndex(names => names.includes(word))
  if (others.some(word => kindOf(word) < 0 && !FURTHER_WORDS.has(word))) return null
  const said = others.map(kindOf).filter(rank => rank >= 0)
  return { field: 'manager_id', rank: COMPOSED_RANK + (said.length === 0 ? KEY_WORDS.length : Math.min(...said)) }
}

/** Whether a text is a name this field goes by. */
export const isNameOf = (kind: InputKind, field: string, text: string) => fieldFor(kind, text)?.field === field
