/** Flags in words. A flag is a question about how work is routed, never a verdict on somebody. */
import { PATTERNS, type Pattern } from '../domain/flag.ts'
import { compareText } from '../domain/identifiers.ts'
import type { AnalysisDocument, PersonEntry } from '../contract/analysis.ts'
import type { PersonNames } from './person-names.ts'
import { count, list, oneLine, percent } from './wording.ts'

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
  const steadiness = flag.steadiness === null ? '' : `; still raised in ${percent(flag.steadiness)} of resamples`
  const because = reason === undefined ? 'no single reason recorded' : `${oneLine(reason.words)} (${count(reason.rows, 'row')})`
  const routes = flag.routes.length === 0 ? '' : `; other routes: ${list(flag.routes.map(oneLine))}`
  return `${names.labelOf(person.personId)}: ${flag.band}; ${because}${steadiness}; ${percent(flag.coverage)} of the evidence was there${routes}`
}
