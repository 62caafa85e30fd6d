/** Fisher's exact test of a table of two by two: whether a share differs between a group and everybody else. */

/** Counts of people; the flagged are among the people. */
export interface TwoGroups {
  readonly people: number
  readonly flagged: number
  readonly otherPeople: number
  readonly otherFlagged: number
}

export interface FisherTest {
  /** One-sided: so many flagged in the group, or more. */
  readonly atLeast: number
  /** Two-sided: all tables with these margins that are no likelier than this one. */
  readonly twoSided: number
  /** The same, tables as likely as this one counted half (Lancaster 1961): the exact test is too careful with small counts. */
  readonly midP: number
}

/** Tables of equal probability differ in their last digits alone. */
const SAME = 1e-9

/** Fisher 1935, with the margins held fixed. */
export function fisherTest({ people, flagged, otherPeople, otherFlagged }: TwoGroups): FisherTest {
  const allFlagged = flagged + otherFlagged
  const logs = logFactorials(people + otherPeople)
  const choose = (from: number, count: number) => logs[from]! - logs[count]! - logs[from - count]!
  const all = choose(people + otherPeople, allFlagged)
  const probability = (inGroup: number) => Math.exp(choose(people, inGroup) + choose(otherPeople, allFlagged - inGroup) - all)
  const own = probability(flagged)
  const [fewest, most] = [Math.max(0, allFlagged - otherPeople), Math.min(people, allFlagged)]
  let [atLeast, rarer, asRare] = [0, 0, 0]
  for (let inGroup = fewest; inGroup <= most; inGroup++) {
    const one = probability(inGroup)
    if (inGroup >= flagged) atLeast += one
    if (one < own * (1 - SAME)) rarer += one
    else if (one <= own * (1 + SAME)) asRare += one
  }
  const share = (value: number) => Math.min(1, value)
  return { atLeast: share(atLeast), twoSided: share(rarer + asRare), midP: share(rarer + asRare / 2) }
}

function logFactorials(upTo: number): Float64Array {
  const logs = new Float64Array(upTo + 1)
  for (let factor = 2; factor <= upTo; factor++) logs[factor] = logs[factor - 1]! + Math.log(factor)
  return logs
}
