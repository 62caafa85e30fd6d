/** Pairs of people that somebody said are one, or are not. */
import { compareText } from '../domain/identifiers.ts'
import type { DisjointSets } from './disjoint-sets.ts'
import { foldKey } from './identity-keys.ts'

/** Keys or person ids, in either order. */
export type SaidPair = readonly [string, string]

/** The member a key or a person id means; undefined for one that is not in the files. */
export type MemberOf = (key: string) => number | undefined

/** The same for a pair in either order. */
export const pairKey = (a: string, b: string) => JSON.stringify([foldKey(a), foldKey(b)].sort(compareText))

/**
 * Joins the pairs said to be one and returns the members they named. They are taken in a fixed order; one that
 * names nobody here is left for later imports, one that would join two who were said to be different does nothing.
 */
export function joinSaid(
  same: readonly SaidPair[],
  different: readonly SaidPair[],
  memberOf: MemberOf,
  sets: DisjointSets,
): ReadonlySet<number> {
  const named = new Set<number>()
  const apart = membersOf(different, memberOf)
  for (const [a, b] of membersOf(same, memberOf)) {
    const [first, second] = [sets.find(a), sets.find(b)]
    const isDenied = apart.some(([x, y]) => {
      const [one, other] = [sets.find(x), sets.find(y)]
      return (one === first && other === second) || (one === second && other === first)
    })
    if (isDenied && first !== second) continue
    sets.join(a, b)
    named.add(a).add(b)
  }
  return named
}

function membersOf(pairs: readonly SaidPair[], memberOf: MemberOf): (readonly [number, number])[] {
  const inOrder = pairs.map(([a, b]): SaidPair => (compareText(a, b) < 0 ? [a, b] : [b, a]))
  inOrder.sort((x, y) => compareText(x[0], y[0]) || compareText(x[1], y[1]))
  return inOrder.flatMap(([first, second]) => {
    const [a, b] = [memberOf(first), memberOf(second)]
    return a === undefined || b === undefined ? [] : [[a, b] as const]
  })
}
