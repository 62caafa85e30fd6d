/**
 * Which groups may not be shown, so that no small group is told, neither straight nor by taking what is shown from a
 * total. The rules treat all hidden groups alike: whoever knows them can exchange two hidden groups and see the same.
 */

/**
 * 1 per group that stays hidden: where any group is under the least size, those groups and the largest of the others
 * (equals together), so that a small group is never what a sum leaves over.
 *
 * @param sizes people per group, each at least 1; together everybody
 */
export function hiddenGroups(sizes: readonly number[], least: number): Uint8Array {
  const isAnySmall = sizes.some(size => size < least)
  const largest = Math.max(...sizes)
  return Uint8Array.from(sizes, size => (isAnySmall && (size < least || size === largest) ? 1 : 0))
}

/** Fewer flagged, or fewer not flagged, among all hidden people together would tell of each of them. */
const FEWEST_HIDDEN = 2

export interface FlaggedByGroup {
  readonly sizes: readonly number[]
  readonly flagged: readonly number[]
  readonly hidden: Uint8Array
}

/**
 * Whether the counts of one flag stay hidden for all groups of an attribute: too few flagged; few, and all of one group; or
 * all or none of the hidden people. Flags stand beside names, so who is flagged is no secret, and whose group is whose is one.
 */
export function isFlagHidden({ sizes, flagged, hidden }: FlaggedByGroup, groupLeast: number, flaggedLeast: number): boolean {
  const isHidden = (group: number) => hidden[group] === 1
  const all = flagged.reduce((sum, count) => sum + count, 0)
  const [amongHidden, hiddenPeople, shownPeople] = [
    sumOver(flagged, isHidden),
    sumOver(sizes, isHidden),
    sumOver(sizes, group => !isHidden(group)),
  ]
  const cells = [...flagged.filter((_, group) => !isHidden(group)), amongHidden]
  if (all < flaggedLeast || (all < groupLeast && cells.includes(all))) return true
  if (hiddenPeople === 0) return false
  // With more flags than people shown, some hidden people are flagged whatever is left out.
  return all > shownPeople || amongHidden < FEWEST_HIDDEN || hiddenPeople - amongHidden < FEWEST_HIDDEN
}

const sumOver = (counts: readonly number[], isCounted: (group: number) => boolean) =>
  counts.reduce((sum, count, group) => sum + (isCounted(group) ? count : 0), 0)
