/** `risk-register.csv`: the risks of systems in the columns a register keeps, to be judged and dated by people. */
import type { AnalysisDocument, ComponentEntry } from '../contract/analysis.ts'
import { csvText, type CsvCell } from './csv.ts'
import { personNames, type PersonNames } from './person-names.ts'
import { riskId } from './risk-id.ts'
import { artifactsWithoutAuthor, systemFindings } from './system-findings.ts'
import { hangsOn, systemTraits } from './system-sentences.ts'
import { count, figure, oneLine } from './wording.ts'

const HEADER = [
  'risk_id',
  'title',
  'cause',
  'consequence',
  'likelihood',
  'impact',
  'owner_unit',
  'evidence_count',
  'suggested_first_step',
  'review_date',
  'as_of',
  'purpose',
]

/** Risks of systems that matter or may matter. Likelihood is never computed; impact only where the criticality was given. */
export function riskRegisterCsv(document: AnalysisDocument): string {
  const names = personNames(document)
  const { keyPersonRisks, withoutKeeper } = systemFindings(document)
  const rows = [...keyPersonRisks.map(system => oneKeeperRisk(system, names)), ...withoutKeeper.map(system => noKeeperRisk(system, names))]
  return csvText(
    HEADER,
    rows.map(row => [...row.map(plain), null, document.asOf, document.purpose.purpose]),
  )
}

/** No-break spaces are for pages and terminals, not for cells. */
const plain = (cell: CsvCell) => (typeof cell === 'string' ? cell.replaceAll('\u00a0', ' ') : cell)

function oneKeeperRisk(system: ComponentEntry, names: PersonNames): CsvCell[] {
  const name = oneLine(system.component)
  const keeper = system.keeper === null ? 'one person' : names.labelOf(system.keeper.personId)
  return [
    riskId(['one keeper', system.component]),
    `${name} is kept by one person`,
    `It hangs on ${keeper}: ${hangsOn(system)}`,
    `While ${keeper} is away or once they leave, a change to ${name} (${systemTraits(system)}) has nobody on record who knows it as well`,
    'unknown',
    impact(system),
    system.ownerUnit,
    system.contributions,
    firstStepToShare(system, keeper, names),
  ]
}

function noKeeperRisk(system: ComponentEntry, names: PersonNames): CsvCell[] {
  const name = oneLine(system.component)
  const without = artifactsWithoutAuthor(system)
  const second = system.second === null ? 'somebody' : names.labelOf(system.second.personId)
  return [
    riskId(['no keeper', system.component]),
    `Nobody keeps ${name} any more`,
    without === null
      ? 'The people who made it have left'
      : `The people who made it have left: ${figure(without)} of ${count(system.artifacts, 'artifact')} have no author who is still employed`,
    `A change to ${name} (${systemTraits(system)}) or a fault in it has to be worked out anew`,
    'has happened',
    impact(system),
    system.ownerUnit,
    system.contributions,
    `Ask ${second} to take it on, starting with what was changed last`,
  ]
}

function impact(system: ComponentEntry): string {
  if (system.criticalityAssumed) return 'unknown'
  const exposure = system.keepers === 'one' && system.exposure !== null ? `; exposure ${figure(system.exposure, 2)} of 1` : ''
  return `criticality ${figure(system.criticality)} of 5${exposure}`
}

function firstStepToShare(system: ComponentEntry, keeper: string, names: PersonNames): string {
  if (system.second === null) return `Choose a second person; let them make the next changes, with ${keeper} beside them`
  const changes = system.second.furtherChanges
  const least = changes === null || changes === 0 ? '' : `; at least ${count(changes, 'change')} of theirs are needed`
  return `Let ${names.labelOf(system.second.personId)} make the next changes, with ${keeper} beside them${least}`
}
