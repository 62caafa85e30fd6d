/** Where a person stands in Dataset.people. */
import type { PersonId } from '../domain/identifiers.ts'

export function personIndexes(people: readonly { readonly id: PersonId }[]): ReadonlyMap<PersonId, number> {
  return new Map(people.map((person, index) => [person.id, index]))
}
