/** How people are called on screens and in reports. */
import type { Columns } from '../contract/wire.ts'

/** The display name; the id for somebody without one. */
export type NameOf = (personId: string) => string

/** Of `people.table`. */
export function personNames({ dictionaries }: Columns): NameOf {
  const [ids, named] = [dictionaries['person'] ?? [], dictionaries['name'] ?? []]
  const names = new Map(ids.map((id, place) => [id, named[place] ?? id]))
  return personId => names.get(personId) ?? personId
}
