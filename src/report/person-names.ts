/** What a report calls a person: the name, with the id beside it where two people bear the same one. */
import type { AnalysisDocument, PersonEntry } from '../contract/analysis.ts'
import { oneLine } from './wording.ts'

export interface PersonNames {
  /** The id itself for somebody without a name, or whom the document does not list. */
  labelOf(personId: string): string
  entryOf(personId: string): PersonEntry | null
}

export function personNames(document: AnalysisDocument): PersonNames {
  const entries = new Map(document.people.map(person => [person.personId, person]))
  const bearers = new Map<string, number>()
  for (const person of document.people) {
    const name = oneLine(person.name ?? '')
    bearers.set(name, (bearers.get(name) ?? 0) + 1)
  }
  return {
    labelOf(personId) {
      const id = oneLine(personId) || 'somebody without an id'
      const name = oneLine(entries.get(personId)?.name ?? '')
      if (name === '' || name === id) return id
      return bearers.get(name) === 1 ? name : `${name} (${id})`
    },
    entryOf: personId => entries.get(personId) ?? null,
  }
}
