/** Flags in words. A flag is a question about how work is routed, never a verdict on somebody. */
import { PATTERNS, type Pattern } from '../domain/flag.ts'
import { compareText } from '../domain/identifiers.ts'
import type { AnalysisDocument, PersonEntry } from '../contract/analysis.ts'
import type { PersonNames } from './person-names.ts'
import { count, oneLine, percent } from './wording.ts'

export type Flag = PersonEntry['flags'][number]

export interface PatternGroup {
  readonly pattern: Pattern
  /** In the order of person id: people are never ranked. */
  readonly flagged: readonly { readonly person: PersonEntry; readonly flag: Flag }[]
}

const MISROUTED: readonly Pattern[] = ['misrouted_systems_thinker', 'about_to_be_misrouted']
export const isMisrouted = (pattern: Pattern) => MISROUTED.includes(pattern)

/** Patterns somebody is flagged with, in the order of PATTERNS. */
export function patternGroups({ people }: AnalysisDocument): PatternGroup[] {
  const inOrder = people.toSorted((a, b) => compareText(a.personId, b.personId))
  return PATTERNS.map(pattern => ({
    pattern,
    flagged: inOrder.flatMap(person => person.flags.filter(flag => flag.pattern === pattern).map(flag => ({ person, flag }))),
  })).filter(group => group.flagged.length > 0)
}

export function flagSentence({ person, flag }: PatternGroup['flagged'][number], names: PersonNames): string {
  // The strongest reason stands first.
  const [reason] = flag.reasons
  const because = reason === undefined ? 'No single reason is recorded.' : `${oneLine(reason.words)} (${count(reason.rows, 'row')})`
  const steadiness = flag.steadiness === null ? '' : `, still raised in ${percent(flag.steadiness)} of resamples`
  return `${names.labelOf(person.personId)} (${flag.band}${steadiness}, ${percent(flag.coverage)} of the evidence there): ${because}`
}

/** The routes that everybody of a group has in common, and so can be said once. */
export function sharedRoutes({ flagged }: PatternGroup): string[] {
  const [first, ...others] = flagged.map(({ flag }) => flag.routes)
  return (first ?? []).filter(route => others.every(routes => routes.includes(route)))
}
