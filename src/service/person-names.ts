/** How people are called on screens and in reports. */
import type { AnalysisDocument } from '../contract/analysis.ts'

/** The display name; the id for somebody without one. */
export type NameOf = (personId: string) => string

export function personNames(document: AnalysisDocument): NameOf {
  const names = new Map(document.people.map(person => [person.personId, person.name ?? person.personId]))
  return personId => names.get(personId) ?? personId
}
