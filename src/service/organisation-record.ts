/** What the screens of the organisation and of leaders need of an analysis beside its document: the rows behind its figures. */
import type { Analysis } from '../analysis/analyse.ts'
import { isTold } from '../analysis/leader-behaviours.ts'
import type { Dataset } from '../domain/dataset.ts'

export interface OrganisationRecord {
  /** Rows of coordination in the window, newest first; ties as codes of COORDINATION_TIES, units as indexes into the document's. */
  readonly coordinating: { readonly storedRow: Uint32Array; readonly ties: Uint8Array; readonly units: Int32Array }
  /** Stored rows behind the figures on leaders and agents, newest first, by figureKey. */
  readonly behind: ReadonlyMap<string, Uint32Array>
  /** Core systems by the order of names, and whether they are marked so; where none is, they are those that matter. */
  readonly core: { readonly components: readonly string[]; readonly isMarked: boolean }
}

/** The parts of a figure's name; a zero byte is in no id, path or name of a system. */
export const figureKey = (...parts: readonly (string | number)[]) => parts.join('\0')

export function organisationRecord({ organisation, patterns: { leaders, agents } }: Analysis, dataset: Dataset): OrganisationRecord {
  const { people, componentNames } = dataset
  const stored = (rows: Uint32Array) => rows.map(row => dataset.contributions.storedRow[row]!)
  const behind = new Map<string, Uint32Array>()
  for (const { leader, behaviours, rebuild } of leaders.measures) {
    const id = people[leader.person]!.id
    for (const name of ['usesTools', 'presentAtDecisions', 'pushesBack'] as const) {
      const told = behaviours[name]
      if (isTold(told)) behind.set(figureKey('behaviour', id, name), stored(told.rows))
    }
    behind.set(figureKey('freshness', id), stored(behaviours.freshnessRows))
    for (const { component, rows } of rebuild) behind.set(figureKey('rebuild', id, componentNames[component]!), stored(rows))
  }
  if (agents.adoption !== null) behind.set(figureKey('agents'), stored(agents.adoption.rows))
  for (const { unit, reasons } of agents.speed.units ?? [])
    for (const [place, { rows }] of reasons.entries()) behind.set(figureKey('speed', unit, place), stored(rows))
  const { rows, ties, units } = organisation.coordinating
  const components = leaders.core.core.map(component => componentNames[component]!)
  return { coordinating: { storedRow: stored(rows), ties, units }, behind, core: { components, isMarked: leaders.core.isMarked } }
}
