/** What a comparison of two groups says and does not say, in words. The meaning of a difference is left to whoever reads it. */
import { formatCount, formatPlural, formatShareExactly } from '../format.ts'
import type { Comparison, Fairness } from './fairness-store.ts'

/** Under this, with as many comparisons as were made, a difference is hardly chance. */
const HARDLY_CHANCE = 0.05
/** With so few people a ratio says nothing. */
const FEW_PEOPLE = 2

export const isShown = (one: Comparison) => !one.suppressed

const hangsOnFew = ({ flipsWithin }: Comparison) => flipsWithin !== null && flipsWithin <= FEW_PEOPLE

/** Mid-P held against all comparisons that were made: one in twenty is under 0.05 by chance alone. Nor may it hang on one or two people. */
export const isHardlyChance = (one: Comparison, comparisons: number) =>
  one.fisherMidP !== null && one.fisherMidP * comparisons < HARDLY_CHANCE && !hangsOnFew(one)

/** `12 of 80 (15.0 %)`. */
export function shareWords(flagged: number | null, people: number | null): string | null {
  if (flagged === null || people === null) return null
  return people === 0 ? `0 of 0` : `${formatCount(flagged)} of ${formatCount(people)} (${formatShareExactly(flagged / people)})`
}

/** Below a thousandth it is said to be so. */
export const chanceWords = (midP: number) => (midP < 0.001 ? 'under 0.001' : midP.toFixed(3))

export function readingOf(one: Comparison, { ratioLine, comparisons, groupLeast, flaggedLeast }: Fairness): string {
  if (one.suppressed)
    return `Suppressed: groups under ${formatCount(groupLeast)} people, flags of under ${formatCount(flaggedLeast)}, and what could be worked out from the rest.`
  const shown = comparisons.filter(isShown).length
  const where =
    one.direction === 'more' ? 'more often than others' : one.direction === 'less' ? 'less often than others' : 'as often as others'
  if (one.adverseImpactRatio === null || one.underFourFifths === null) return 'Nobody on either side has this flag.'
  if (!one.underFourFifths) return `Flagged ${where}; the ratio is not under ${ratioLine}.`
  if (one.flipsWithin !== null && hangsOnFew(one))
    return `Flagged ${where}, ratio under ${ratioLine}. ${formatPlural(one.flipsWithin, 'person', 'people')} would turn that: conclude nothing.`
  return isHardlyChance(one, shown)
    ? `Flagged ${where}, ratio under ${ratioLine}, hardly chance. Ask first about the method, the records and how work is given out.`
    : `Flagged ${where}, ratio under ${ratioLine}; with ${formatPlural(shown, 'comparison')}, chance alone may bring this.`
}

/** The first sentence above the table. */
export function fairnessSummary({ comparisons, ratioLine }: Fairness): string {
  const shown = comparisons.filter(isShown)
  const under = shown.filter(one => one.underFourFifths === true)
  const hardly = under.filter(one => isHardlyChance(one, shown.length))
  const hidden = comparisons.length - shown.length
  const made = `${formatPlural(shown.length, 'comparison')} can be shown${hidden > 0 ? `, ${formatPlural(hidden, 'row stands', 'rows stand')} for groups that cannot` : ''}.`
  if (shown.length === 0) return made
  const found = `${formatPlural(under.length, 'comparison is', 'comparisons are')} under the line of ${ratioLine}`
  return `${made} ${found}; ${hardly.length === 0 ? 'none of them is beyond chance' : `${formatCount(hardly.length)} of them hardly by chance`}.`
}

/** `demographic_gender` is Gender. */
export function attributeName(attribute: string): string {
  const words = attribute.replace(/^demographic_/, '').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
