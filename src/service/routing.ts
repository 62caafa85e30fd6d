/** Who is routed where they should perhaps not be: the flags by kind of question, in the order of names. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import type { Output } from '../contract/contract.ts'
import { compareText } from '../domain/identifiers.ts'
import { PATTERNS, type Pattern } from '../domain/flag.ts'
import type { NameOf } from './person-names.ts'

type Routing = Output<'routing.get'>

export function routingOf(document: AnalysisDocument, nameOf: NameOf): Routing {
  const flagged = (pattern: Pattern): Routing['misrouted'] =>
    document.people
      .flatMap(({ personId, title, orgUnit, flags }) =>
        flags.filter(flag => flag.pattern === pattern).map(flag => ({ personId, name: nameOf(personId), title, orgUnit, flag })),
      )
      .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.personId, b.personId))
  return {
    misrouted: flagged('misrouted_systems_thinker'),
    aboutToBeMisrouted: flagged('about_to_be_misrouted'),
    enablers: flagged('enabler_trap'),
    systemsThinkers: flagged('systems_thinker'),
    notEnough: notEnoughByPattern(document),
  }
}

function notEnoughByPattern({ people }: AnalysisDocument): Routing['notEnough'] {
  return PATTERNS.flatMap(pattern => {
    const entries = people.flatMap(({ notEnough }) => notEnough.filter(entry => entry.pattern === pattern))
    if (entries.length === 0) return []
    const missing = [...new Set(entries.flatMap(entry => entry.missing))].toSorted(compareText)
    return [{ pattern, people: entries.length, missing }]
  })
}
