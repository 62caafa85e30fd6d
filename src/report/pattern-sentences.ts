/** Flags in words. A flag is a question about how work is routed, never a verdict on somebody. */
import { PATTERNS, type Pattern } from '../domain/flag.ts'
import { compareText } from '../domain/identifiers.ts'
import type { AnalysisDocument, PersonEntry } from '../contract/analysis.ts'
import type { PersonNames } from './person-names.ts'
import { count, figure, list, oneLine, percent, words } from './wording.ts'

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
  const reason = strongestReason(flag)
  const steadiness = flag.steadiness === null ? '' : `; still raised in ${percent(flag.steadiness)} of resamples`
  const because = reason === null ? 'no single reason recorded' : reasonWords(reason)
  const routes = flag.routes.length === 0 ? '' : `; other routes: ${list(flag.routes.map(oneLine))}`
  return `${names.labelOf(person.personId)}: ${flag.band}; ${because}${steadiness}; ${percent(flag.coverage)} of the evidence was there${routes}`
}

/** The reason furthest from the middle of its cohort; the first one where no reason has a percentile. */
function strongestReason(flag: Flag): Flag['reasons'][number] | null {
  const extremes = flag.reasons.map(reason => Math.abs((reason.percentile ?? 0.5) - 0.5))
  return flag.reasons[extremes.indexOf(Math.max(...extremes))] ?? null
}

function reasonWords(reason: Flag['reasons'][number]): string {
  const value = reason.value === null ? '' : ` ${figure(reason.value, 2)}`
  const place = reason.percentile === null ? '' : `, at ${percent(reason.percentile)} of ${oneLine(reason.cohort ?? 'its cohort')}`
  return `${words(oneLine(reason.measure))}${value}${place} (${count(reason.rows, 'row')})`
}
