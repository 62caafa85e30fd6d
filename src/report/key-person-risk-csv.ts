/** `key-person-risk.csv`: one row a system with one keeper or none, and what hangs on it. */
import type { AnalysisDocument, ComponentEntry } from '../contract/analysis.ts'
import { csvText, type CsvCell } from './csv.ts'
import type { PersonNames } from './person-names.ts'
import { personNames } from './person-names.ts'
import { artifactsOnKeeper, artifactsWithoutAuthor, coveredArtifacts, systemFindings } from './system-findings.ts'

type Column = readonly [header: string, of: (system: ComponentEntry, names: PersonNames) => CsvCell]

const nameOf = (id: string | undefined, names: PersonNames) => (id === undefined ? null : (names.entryOf(id)?.name ?? null))

const COLUMNS: readonly Column[] = [
  ['component', system => system.component],
  ['verdict', system => (system.keepers === 'one' ? 'one keeper' : 'no keeper')],
  ['matters', system => system.matters],
  ['criticality', system => system.criticality],
  ['criticality_assumed', system => system.criticalityAssumed],
  ['owner_unit', system => system.ownerUnit],
  ['regulated', system => system.regulated],
  ['core', system => system.core],
  ['exposure', system => (system.keepers === 'one' ? system.exposure : null)],
  ['keeper_id', system => system.keeper?.personId ?? null],
  ['keeper_name', (system, names) => nameOf(system.keeper?.personId, names)],
  ['keeper_org_unit', (system, names) => names.entryOf(system.keeper?.personId ?? '')?.orgUnit ?? null],
  ['artifacts_without_author', system => (system.keepers === 'one' ? artifactsOnKeeper(system) : artifactsWithoutAuthor(system))],
  ['hold', system => (artifactsOnKeeper(system) === null ? null : (system.keeper?.hold ?? null))],
  ['artifacts_with_author', coveredArtifacts],
  ['artifacts', system => system.artifacts],
  ['effort_share', system => system.keeper?.share ?? null],
  ['effort_basis', system => system.effortBasis],
  ['second_id', system => system.second?.personId ?? null],
  ['second_name', (system, names) => nameOf(system.second?.personId, names)],
  ['second_effort_share', system => system.second?.share ?? null],
  ['second_further_changes', system => system.second?.furtherChanges ?? null],
  ['current_truck_factor', system => system.currentTruckFactor],
  ['truck_factor', system => system.truckFactor],
  ['near_line', system => system.nearLine],
  ['effective_contributors', system => system.effectiveContributors],
  ['contributions', system => system.contributions],
  ['last_change', system => system.lastChange],
]

/** One keeper first, the greatest exposure leading; then no keeper; then what does not matter. */
export function keyPersonRiskCsv(document: AnalysisDocument): string {
  const names = personNames(document)
  const { keyPersonRisks, withoutKeeper, lesser } = systemFindings(document)
  return csvText(
    [...COLUMNS.map(([header]) => header), 'as_of', 'purpose'],
    [...keyPersonRisks, ...withoutKeeper, ...lesser].map(system => [
      ...COLUMNS.map(([, of]) => of(system, names)),
      document.asOf,
      document.purpose.purpose,
    ]),
  )
}
