/** The sections of `report.html` about systems: key-person risks, no keeper, and all of them in a table. */
import { compareText } from '../domain/identifiers.ts'
import type { AnalysisDocument, ComponentEntry } from '../contract/analysis.ts'
import { bullets, markup, nothing, paragraphs, table, type Markup } from './markup.ts'
import type { PersonNames } from './person-names.ts'
import { artifactsOnKeeper, systemFindings } from './system-findings.ts'
import {
  keeperSentences,
  noKeeperSentences,
  sharedCounters,
  systemTraits,
  unknownImportance,
  verdictSentences,
} from './system-sentences.ts'
import { verdict } from './verdict-shape.ts'
import { capitalised, figure, oneLine, percent } from './wording.ts'

export function keyPersonSection(document: AnalysisDocument, names: PersonNames): Markup {
  const { keyPersonRisks, lesser } = systemFindings(document)
  if (document.components.every(system => system.keepers === null)) {
    return markup`<p>Unknown: no contribution that changes an artifact of a system is on record.</p>`
  }
  const rest = lesser.filter(system => system.keepers === 'one').length
  const others =
    rest === 0
      ? ''
      : ` The table of all systems has ${figure(rest)} more, of ${rest === 1 ? 'a system that does' : 'systems that do'} not matter.`
  if (keyPersonRisks.length === 0) return markup`<p>No system that matters is kept by one person.${others}</p>`
  const said = sharedCounters(keyPersonRisks)
  return markup`<p>${figure(keyPersonRisks.length)} in number${unknownImportance(keyPersonRisks)}. The greatest exposure comes first.${others}</p>
    ${paragraphs(said.map(againstAll))}
    ${keyPersonRisks.map(system => block(system, [...keeperSentences(system, names, said), ...verdictSentences(system)]))}`
}

export function noKeeperSection(document: AnalysisDocument, names: PersonNames): Markup {
  const { withoutKeeper } = systemFindings(document)
  if (withoutKeeper.length === 0) {
    const isKnown = document.components.some(system => system.keepers !== null) && document.whole.currentTruckFactor !== null
    return markup`<p>${isKnown ? 'No system that matters has lost all the people who made it.' : 'Unknown: nothing says who has left.'}</p>`
  }
  const said = sharedCounters(withoutKeeper)
  return markup`<p>${figure(withoutKeeper.length)} in number${unknownImportance(withoutKeeper)}. The most critical comes first.</p>
    ${paragraphs(said.map(againstAll))}
    ${withoutKeeper.map(system => block(system, [...noKeeperSentences(system, names, said), ...verdictSentences(system)]))}`
}

const againstAll = (counter: string) => `Speaks against all of these: ${oneLine(counter)}`

function block(system: ComponentEntry, sentences: readonly string[]): Markup {
  const exposure = system.keepers === 'one' && system.exposure !== null ? `; exposure ${figure(system.exposure, 2)} of 1` : ''
  return markup`<div class="keep">
    <h3>${oneLine(system.component)}</h3>
    <p>${verdict(system.keepers)}; ${systemTraits(system)}${exposure}</p>
    ${bullets(sentences)}
  </div>`
}

export function allSystemsSection(document: AnalysisDocument, names: PersonNames): Markup {
  const systems = document.components.toSorted((a, b) => compareText(a.component, b.component))
  if (systems.length === 0) return markup`${paragraphs(['No contribution names a system or an artifact.'])}`
  return table({
    caption: 'Every system, by name. A blank cell is a figure that cannot be told.',
    columns: [
      { title: 'System' },
      { title: 'Verdict' },
      { title: 'Keeper' },
      { title: 'Hold', kind: 'number' },
      { title: 'Effort', kind: 'number' },
      { title: 'Criticality', kind: 'number' },
      { title: 'Matters' },
      { title: 'Artifacts', kind: 'number' },
      { title: 'Truck factor today', kind: 'number' },
      { title: 'With every author', kind: 'number' },
      { title: 'Effective contributors', kind: 'number' },
      { title: 'Last change', kind: 'date' },
    ],
    rows: systems.map(system => ({
      head: oneLine(system.component),
      cells: [
        verdict(system.keepers),
        system.keeper === null ? nothing : names.labelOf(system.keeper.personId),
        system.keeper === null || artifactsOnKeeper(system) === null ? nothing : percent(system.keeper.hold),
        system.keeper === null ? nothing : percent(system.keeper.share),
        `${figure(system.criticality, Number.isInteger(system.criticality) ? 0 : 1)}${system.criticalityAssumed ? '*' : ''}`,
        system.matters ? 'yes' : system.criticalityAssumed ? 'not known' : 'no',
        system.artifacts === 0 ? nothing : figure(system.artifacts),
        `${known(system.currentTruckFactor)}${system.nearLine === true ? ' (near the line)' : ''}`,
        known(system.truckFactor),
        system.effectiveContributors === null ? nothing : figure(system.effectiveContributors, 1),
        system.lastChange ?? nothing,
      ],
    })),
  })
}

const known = (value: number | null) => (value === null ? '' : figure(value))

export function footnotes({ components }: AnalysisDocument): string[] {
  return components.some(system => system.criticalityAssumed) ? [capitalised('* assumed: no components file gives it.')] : []
}
