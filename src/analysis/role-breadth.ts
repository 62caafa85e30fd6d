/** Role breadth: how many trades somebody has worked in (Lazear 2005, as a count and never a probability). */
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { personIndexes } from './person-index.ts'
import { titleClassOf } from './title-class.ts'

/**
 * Per person the distinct trades of titles held by a day, seniority words and coordinating titles left
 * out; NaN where no title is known. The people file's own title counts on the as-of date alone.
 */
export function roleBreadthsOf(dataset: Dataset, by: EpochDay): Float64Array {
  const roles = dataset.people.map(() => new Set<string>())
  const isTold = new Uint8Array(dataset.people.length)
  const add = (person: number, title: string | null) => {
    if (title === null) return
    const { role, isCoordinating } = titleClassOf(title, dataset.titleRules)
    if (role !== null || isCoordinating) isTold[person] = 1
    if (role !== null) roles[person]!.add(role)
  }
  const indexes = personIndexes(dataset.people)
  for (const event of dataset.history) {
    const person = indexes.get(event.personId)
    if (person !== undefined && event.effectiveDate <= by) add(person, event.title)
  }
  if (by >= dataset.asOf) for (const [person, { title }] of dataset.people.entries()) add(person, title)
  return Float64Array.from(roles, (held, person) => (isTold[person] === 1 ? held.size : NaN))
}

/** Whether a count other than the commonest is held by enough of those it is known of. */
export function differsEnough(values: readonly number[], share: number): boolean {
  const known = values.filter(value => !Number.isNaN(value))
  const counts = new Map<number, number>()
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1)
  const commonest = Math.max(0, ...counts.values())
  return known.length > 0 && (known.length - commonest) / known.length >= share - 1e-9
}
