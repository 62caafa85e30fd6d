/** The four questions of the routing screen: what each asks, and what stands there when nobody is in it. */
import type { Pattern, Routing, RoutingEntry } from '../people/answers.ts'
import { missingWords } from '../people/missing-words.ts'
import { PATTERN_WORDS } from '../people/patterns.ts'
import { formatPlural } from '../format.ts'

export interface RoutingSection {
  readonly pattern: Pattern
  readonly title: string
  readonly asks: string
  readonly entries: readonly RoutingEntry[]
}

export function sectionsOf(routing: Routing): readonly RoutingSection[] {
  return [
    {
      pattern: 'misrouted_systems_thinker',
      title: 'Misrouted systems thinkers',
      asks: 'Their work held whole systems together until a move; since then it is mostly coordination. Is that what they and you wanted?',
      entries: routing.misrouted,
    },
    {
      pattern: 'about_to_be_misrouted',
      title: 'About to be misrouted',
      asks: 'Their work holds whole systems together, and a move is planned that past moves here paid for with hands-on work. Is there another route?',
      entries: routing.aboutToBeMisrouted,
    },
    {
      pattern: 'enabler_trap',
      title: 'Enablers whose recognition lags',
      asks: 'Many build on this work; rating, pay and promotion do not show it yet. Is it seen by those who decide?',
      entries: routing.enablers,
    },
    {
      pattern: 'systems_thinker',
      title: 'Systems thinkers',
      asks: 'They carry pieces of work from decision to delivery across systems. Which problems should reach them first?',
      entries: routing.systemsThinkers,
    },
  ]
}

/** Why a section is empty: nobody could be looked at, some could not, or nobody meets its gates. */
export function emptyWords(pattern: Pattern, notEnough: Routing['notEnough']): string {
  const thin = notEnough.find(entry => entry.pattern === pattern)
  const reads = `It is read from ${PATTERN_WORDS[pattern].readFrom}.`
  if (!thin || thin.people === 0) return `No question is raised here. ${reads}`
  return `No question is raised here. ${formatPlural(thin.people, 'person', 'people')} could not be looked at; ${missingWords(thin.missing)}. ${reads}`
}
