/** The role families people belong to, in an order of their own. */
import type { Dataset } from '../domain/dataset.ts'
import { compareText } from '../domain/identifiers.ts'

export interface RoleFamilies {
  /** Sorted, with null (not known) last. */
  readonly families: readonly (string | null)[]
  /** Per person, an index into `families`. */
  readonly familyOf: Int32Array
}

export function roleFamiliesOf(dataset: Dataset): RoleFamilies {
  const named = [...new Set(dataset.people.flatMap(person => person.roleFamily ?? []))].sort(compareText)
  const families = [...named, null]
  const indexes = new Map(families.map((family, index) => [family, index]))
  return { families, familyOf: Int32Array.from(dataset.people, person => indexes.get(person.roleFamily)!) }
}

/** The part of full time somebody works; 1 where it is unknown. */
export const fullTimeOf = (person: { readonly fte: number | null }) => (person.fte !== null && person.fte > 0 ? person.fte : 1)
