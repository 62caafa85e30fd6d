/** The fairness check in the document: groups that may be shown beside everybody else, and that others may not. */
import type { FairnessSettings } from '../analysis/fairness-settings.ts'
import type { FlagFairness, GroupComparison } from '../analysis/fairness.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { round, roundOrNull } from './rounding.ts'

type FairnessEntry = AnalysisDocument['fairness'][number]

/** No count, no name of a group: what is not shown is one row. */
const NOT_SHOWN = {
  group: null,
  people: null,
  flagged: null,
  otherPeople: null,
  otherFlagged: null,
  adverseImpactRatio: null,
  direction: null,
  underFourFifths: null,
  fisherP: null,
  fisherMidP: null,
  flipsWithin: null,
  suppressed: true,
} as const

export function fairnessEntries(fairness: readonly FlagFairness[], settings: FairnessSettings): FairnessEntry[] {
  return fairness.flatMap(({ attribute, pattern, groups, isSuppressed }) => [
    ...groups.map(one => ({ attribute, pattern, ...groupEntry(one, settings) })),
    ...(isSuppressed ? [{ attribute, pattern, ...NOT_SHOWN }] : []),
  ])
}

function groupEntry(one: GroupComparison, { fairnessRatio }: FairnessSettings): Omit<FairnessEntry, 'attribute' | 'pattern'> {
  const { group, people, flagged, otherPeople, otherFlagged, ratio, test, flipsWithin } = one
  const [own, others] = [flagged * otherPeople, otherFlagged * people]
  return {
    group: group ?? 'not stated',
    people,
    flagged,
    otherPeople,
    otherFlagged,
    adverseImpactRatio: roundOrNull(ratio),
    direction: own > others ? 'more' : own < others ? 'less' : 'same',
    underFourFifths: ratio === null ? null : ratio < fairnessRatio,
    fisherP: round(test.twoSided),
    fisherMidP: round(test.midP),
    flipsWithin,
    suppressed: false,
  }
}
