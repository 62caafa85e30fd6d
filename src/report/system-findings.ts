/** Which systems a report speaks of under which heading, and in which order. */
import { compareText } from '../domain/identifiers.ts'
import type { AnalysisDocument, ComponentEntry } from '../contract/analysis.ts'

export interface SystemFindings {
  /** One keeper, and the system matters or nobody said how critical it is: the greatest exposure first, then by name. */
  readonly keyPersonRisks: readonly ComponentEntry[]
  /** Its authors have left, likewise: the most critical first, then by name. */
  readonly withoutKeeper: readonly ComponentEntry[]
  /** One keeper or none, of systems that do not matter. */
  readonly lesser: readonly ComponentEntry[]
  readonly shared: readonly ComponentEntry[]
  /** No artifact-changing contribution is known, so there is no verdict. */
  readonly unknown: readonly ComponentEntry[]
}

export function systemFindings(document: AnalysisDocument): SystemFindings {
  const systems = document.components.toSorted(byExposure)
  const exposed = systems.filter(system => system.keepers === 'one' || system.keepers === 'none')
  const mayMatter = exposed.filter(system => system.matters || system.criticalityAssumed)
  return {
    keyPersonRisks: mayMatter.filter(system => system.keepers === 'one'),
    withoutKeeper: mayMatter.filter(system => system.keepers === 'none').toSorted(byCriticality),
    lesser: exposed.filter(system => !system.matters && !system.criticalityAssumed).toSorted(byName),
    shared: systems.filter(system => system.keepers === 'several').toSorted(byName),
    unknown: systems.filter(system => system.keepers === null).toSorted(byName),
  }
}

const byName = (a: ComponentEntry, b: ComponentEntry) => compareText(a.component, b.component)
const byExposure = (a: ComponentEntry, b: ComponentEntry) => (b.exposure ?? -1) - (a.exposure ?? -1) || byName(a, b)
const byCriticality = (a: ComponentEntry, b: ComponentEntry) => b.criticality - a.criticality || byName(a, b)

/** Artifacts in scope with an author who is there: the employed, or everybody where employment is unknown. */
export function coveredArtifacts(system: ComponentEntry): number | null {
  const coverage = system.currentRemoval?.coverage[0] ?? system.coverageCurve?.[0]
  return coverage === undefined || system.artifacts === 0 ? null : Math.round(coverage * system.artifacts)
}

/** Of those, the ones that have no author left once the keeper is away; null where nobody keeps it or effort alone decided. */
export function artifactsOnKeeper(system: ComponentEntry): number | null {
  const covered = coveredArtifacts(system)
  return system.keeper === null || covered === null || covered === 0 ? null : Math.round(system.keeper.hold * covered)
}

/** Artifacts whose authors have all left already; null where employment is unknown. */
export function artifactsWithoutAuthor(system: ComponentEntry): number | null {
  const covered = system.currentTruckFactor === null ? null : coveredArtifacts(system)
  return covered === null ? null : system.artifacts - covered
}
