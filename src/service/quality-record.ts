/** What the page about the quality of data needs of an analysis beside its document. */
import type { Assembled } from './dataset/assemble.ts'
import { managerProblems, type ManagerProblem } from './manager-problems.ts'
import type { Spans } from './dataset/spans.ts'

export interface QualityRecord {
  readonly spans: Spans
  /** Rows of people, without those of programs. */
  readonly contributions: number
  /** Of them those by people of the people file; null without one. */
  readonly joined: number | null
  readonly managers: { readonly named: number; readonly found: number; readonly problems: readonly ManagerProblem[] }
  /** As `people.manager_id`, sorted. */
  readonly presentColumns: readonly string[]
}

export function qualityRecord({ dataset, identities, spans }: Assembled): QualityRecord {
  const { length } = dataset.contributions
  const { joinedContributions, managersNamed, managersFound, unresolvedManagers } = identities
  return {
    spans,
    contributions: length,
    joined: joinedContributions === null ? null : Math.round(joinedContributions * length),
    managers: { named: managersNamed, found: managersFound, problems: managerProblems(unresolvedManagers, dataset.people) },
    presentColumns: [...dataset.presentColumns].toSorted(),
  }
}
