/** Adverse-impact ratio: how much rarer a flag is where it is rarer, and how few people decide which side of the line it is on. */
import type { TwoGroups } from './fisher-test.ts'

/** The lower of the two shares flagged over the higher, 0 to 1; null where nobody is flagged or a side is empty. */
export function adverseImpactRatio({ people, flagged, otherPeople, otherFlagged }: TwoGroups): number | null {
  if (people === 0 || otherPeople === 0 || flagged + otherFlagged === 0) return null
  const [own, others] = [flagged * otherPeople, otherFlagged * people]
  return Math.min(own, others) / Math.max(own, others)
}

/**
 * The fewest people who would have to gain or lose the flag for the ratio to come to the other side of the line. One or
 * two is what the Uniform Guidelines call too small a number to conclude from (41 CFR 60-3.4 D). Null where no number does.
 */
export function flipsWithin(table: TwoGroups, line: number): number | null {
  const ratio = adverseImpactRatio(table)
  if (ratio === null) return null
  const isUnder = ratio < line
  for (let changed = 1; changed <= table.people + table.otherPeople; changed++) {
    for (let inGroup = 0; inGroup <= changed; inGroup++)
      if (changesOf(table, inGroup, changed - inGroup).some(other => sideOf(other, line) === !isUnder)) return changed
  }
  return null
}

function sideOf(table: TwoGroups, line: number): boolean | null {
  const ratio = adverseImpactRatio(table)
  return ratio === null ? null : ratio < line
}

/** The tables with so many flags gained or lost in the group, and so many among the others. */
function changesOf(table: TwoGroups, inGroup: number, amongOthers: number): TwoGroups[] {
  return [inGroup, -inGroup].flatMap(own =>
    [amongOthers, -amongOthers]
      .map(others => ({ ...table, flagged: table.flagged + own, otherFlagged: table.otherFlagged + others }))
      .filter(
        ({ people, flagged, otherPeople, otherFlagged }) =>
          flagged >= 0 && flagged <= people && otherFlagged >= 0 && otherFlagged <= otherPeople,
      ),
  )
}
