/** Which of our fields a header names, in our own words or in a common synonym. */
import { INPUT_KINDS, type InputKind } from '../domain/input-kind.ts'
import { HEADER_SYNONYMS } from './header-synonyms.ts'
import { foldHeader, squeezeHeader } from './headers.ts'
import { fieldsOf } from './mapping-model.ts'

export interface FieldMatch {
  readonly field: string
  /** 0 spelt as ours, 1 ours but for `_`, from SYNONYM_RANK on synonyms in their order. */
  readonly rank: number
}

/** Presets rank between our own names and synonyms. */
export const PRESET_RANK = 2
export const SYNONYM_RANK = 100

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
  const match = FIELDS_BY_HEADER[kind].get(folded.replaceAll('_', ''))
  return match === undefined ? null : match.field === folded ? { field: folded, rank: 0 } : match
}

/** Whether a text is a name this field goes by. */
export const isNameOf = (kind: InputKind, field: string, text: string) => fieldFor(kind, text)?.field === field
