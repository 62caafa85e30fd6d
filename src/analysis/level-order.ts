/** Grades in order: which levels of a role family are neighbours. */
import { compareText } from '../domain/identifiers.ts'
import type { Person } from '../domain/person.ts'

type Graded = Pick<Person, 'roleFamily' | 'level' | 'levelRank'>

/**
 * Per person the place of their level among the levels that occur in their role family; NaN where it is unknown.
 * Ordered by level_rank; labels without one come after, with numbers in them read as numbers (L9 before L10).
 */
export function ranksWithinFamily(people: readonly Graded[]): Float64Array {
  const rankOfLabel = new Map<string, number>()
  for (const person of people) if (person.level !== null && person.levelRank !== null) rankOfLabel.set(labelKey(person), person.levelRank)
  const rankOf = (person: Graded) => person.levelRank ?? (person.level === null ? undefined : rankOfLabel.get(labelKey(person)))
  const gradeOf = (person: Graded): string | number | null => rankOf(person) ?? person.level

  const gradesOfFamily = new Map<string | null, Set<string | number>>()
  for (const person of people) {
    const grades = gradesOfFamily.get(person.roleFamily) ?? new Set()
    gradesOfFamily.set(person.roleFamily, grades)
    const grade = gradeOf(person)
    if (grade !== null) grades.add(grade)
  }
  const placeOf = new Map<string | null, Map<string | number, number>>()
  for (const [family, grades] of gradesOfFamily)
    placeOf.set(family, new Map([...grades].sort(compareGrades).map((grade, place) => [grade, place])))
  return Float64Array.from(people, person => {
    const grade = gradeOf(person)
    return grade === null ? NaN : placeOf.get(person.roleFamily)!.get(grade)!
  })
}

const labelKey = (person: Graded) => JSON.stringify([person.roleFamily, person.level])

function compareGrades(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'number') return -1
  if (typeof b === 'number') return 1
  const [partsA, partsB] = [a, b].map(label => label.split(/(\d+)/))
  for (const [index, part] of partsA!.entries()) {
    const other = partsB![index]
    if (other === undefined) return 1
    const difference = index % 2 === 1 ? Number(part) - Number(other) : compareText(part, other)
    if (difference !== 0) return difference
  }
  return partsA!.length - partsB!.length || compareText(a, b)
}
