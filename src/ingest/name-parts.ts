/** First and last names in columns of their own. */
import { squeezeHeader } from './headers.ts'

const FIRST = [
  'preferred_first_name',
  'first_name',
  'legal_first_name',
  'given_name',
  'forename',
  'vorname',
  'prénom',
  'prenom',
  'nombre',
  'fname',
  'first',
]
const LAST = [
  'last_name',
  'legal_last_name',
  'preferred_last_name',
  'surname',
  'family_name',
  'nachname',
  'familienname',
  'nom',
  'nom_de_famille',
  'apellidos',
  'apellido',
  'lname',
  'last',
]

/** The headers of the first and the last name, where both are there. */
export function namePartsIn(headers: readonly string[]): readonly [first: string, last: string] | null {
  const [first, last] = [headerOf(FIRST, headers), headerOf(LAST, headers)]
  return first === null || last === null ? null : [first, last]
}

function headerOf(names: readonly string[], headers: readonly string[]): string | null {
  for (const name of names) {
    const header = headers.find(each => squeezeHeader(each) === squeezeHeader(name))
    if (header !== undefined) return header
  }
  return null
}
