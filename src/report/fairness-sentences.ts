/** The fairness check in words: what was compared, what may not be shown, and how far a difference can be relied on. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { count, figure, oneLine, percent, words } from './wording.ts'

export type FairnessRow = AnalysisDocument['fairness'][number]

/** A difference that one or two people would turn is no ground for a conclusion. */
const FEW = 2
const CHANCE = 0.05

export function fairnessSentences({ fairness }: AnalysisDocument): string[] {
  if (fairness.length === 0) return []
  const shown = fairness.filter(row => !row.suppressed)
  const suppressed = new Set(fairness.filter(row => row.suppressed).map(({ attribute, pattern }) => `${attribute} ${pattern}`)).size
  const below = shown.filter(row => row.underFourFifths === true)
  const hidden =
    suppressed === 0 ? '' : ` ${count(suppressed, 'comparison is', 'comparisons are')} suppressed in part or whole: too few people.`
  return [
    `Fairness: ${count(shown.length, 'group', 'groups')} beside everybody else, flag by flag; ${figure(below.length)} under the four-fifths line.${hidden}`,
    ...below.filter(isRare).map(row => differenceSentence(row, shown.length)),
  ]
}

/** Among many comparisons some are rare by chance: whether they still are is said of each. */
const isRare = ({ fisherMidP, flipsWithin }: FairnessRow) =>
  fisherMidP !== null && fisherMidP < CHANCE && (flipsWithin === null || flipsWithin > FEW)

/** What a row says, with how far it can be relied on. */
export function differenceSentence(row: FairnessRow, comparisons: number): string {
  const { attribute, group, pattern, people, flagged, otherPeople, otherFlagged, direction } = row
  if (people === null || flagged === null || otherPeople === null || otherFlagged === null || direction === null)
    return `${words(oneLine(attribute))}, ${words(pattern)}: not shown.`
  const often = { more: 'more often', less: 'less often', same: 'as often' }[direction]
  const part = (count: number, of: number) => `${figure(count)} of ${figure(of)}, ${percent(of === 0 ? 0 : count / of)}`
  const counts = `${part(flagged, people)}, and of others ${part(otherFlagged, otherPeople)}`
  return `The flag ${words(pattern)} falls ${often} on ${oneLine(group ?? '')} (${words(oneLine(attribute))}): ${counts}; ${cautionOf(row, comparisons)}`
}

/** In a few words: chance, few people, or neither. The probability is held against how many comparisons there are (Bonferroni). */
export function cautionOf({ underFourFifths, fisherMidP, flipsWithin }: FairnessRow, comparisons: number): string {
  if (underFourFifths !== true) return 'within four fifths.'
  if (flipsWithin !== null && flipsWithin <= FEW) return `under four fifths, and ${count(flipsWithin, 'person', 'people')} would turn it.`
  if (fisherMidP !== null && fisherMidP >= CHANCE) return 'under four fifths, and chance alone would often do it.'
  if (fisherMidP !== null && fisherMidP * comparisons >= CHANCE)
    return `under four fifths; rare by itself, but not among ${count(comparisons, 'comparison')}.`
  return 'under four fifths, and hardly chance: look into it.'
}
