/** How many more changes somebody would have to make to become an author. */
import type { Authorship } from './authorship.ts'
import { DEGREE_PER_CHANGE, degreeOfAuthorship, isAuthor } from './degree-of-authorship.ts'
import type { AuthorRule } from './degree-of-authorship.ts'

/** Stands for anybody who has not touched the artifact yet. */
export const NEWCOMER = -1

interface Knower {
  readonly person: number
  readonly added: boolean
  readonly ownChanges: number
}

/**
 * For one artifact: the smallest number of further changes after which a person is its author, while the others make
 * none but are outdated by each of them.
 */
export function changesNeeded(authorship: Authorship, artifact: number, rule: AuthorRule): (person: number) => number {
  const [from, to] = [authorship.personOffsets[artifact]!, authorship.personOffsets[artifact + 1]!]
  const { person: people, added, ownChanges } = authorship
  const total = authorship.changes[artifact]!
  const rivals = strongest(authorship, from, to)
  return person => {
    const at = indexWithin(people, from, to, person)
    const isAdder = at >= 0 && added[at] === 1
    const own = at < 0 ? 0 : ownChanges[at]!
    const degreeAfter = (further: number) => degreeOfAuthorship(isAdder, own + further, total - own)
    const highestAfter = (further: number) => {
      let highest = degreeAfter(further)
      for (const rival of rivals) {
        if (rival.person !== person)
          highest = Math.max(highest, degreeOfAuthorship(rival.added, rival.ownChanges, total - rival.ownChanges + further))
      }
      return highest
    }
    const isAuthorAfter = (further: number) => isAuthor(degreeAfter(further), highestAfter(further), isAdder, rule)
    // Enough if the others were not outdated meanwhile; as they are, a few fewer may do.
    const wanted = Math.max(rule.authorShare * highestAfter(0), isAdder ? 0 : rule.authorMinimum)
    let further = Math.max(0, Math.ceil((wanted - degreeAfter(0)) / DEGREE_PER_CHANGE))
    while (!isAuthorAfter(further)) further++
    while (further > 0 && isAuthorAfter(further - 1)) further--
    return further
  }
}

/**
 * The two with most changes among those who added the artifact, and among those who did not: whoever else there is,
 * one of these has the highest degree, for with more own changes there are also fewer of others.
 */
function strongest({ person, added, ownChanges }: Authorship, from: number, to: number): Knower[] {
  const best: (Knower | null)[] = [null, null, null, null]
  for (let at = from; at < to; at++) {
    const first = added[at] === 1 ? 0 : 2
    if (ownChanges[at]! <= (best[first + 1]?.ownChanges ?? -1)) continue
    const knower = { person: person[at]!, added: added[at] === 1, ownChanges: ownChanges[at]! }
    const isBest = knower.ownChanges > (best[first]?.ownChanges ?? -1)
    if (isBest) best[first + 1] = best[first]!
    best[isBest ? first : first + 1] = knower
  }
  return best.filter(knower => knower !== null)
}

/** Where a person stands in an ascending stretch of a column; -1 when they do not. */
function indexWithin(column: Int32Array, from: number, to: number, person: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (column[middle]! < person) low = middle + 1
    else high = middle
  }
  return low < to && column[low] === person ? low : -1
}
