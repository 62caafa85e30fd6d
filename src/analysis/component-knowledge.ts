/** What is known about the knowledge of one component, and of the whole. */
import type { EpochDay } from '../domain/calendar.ts'
import type { ComponentName, PersonId } from '../domain/identifiers.ts'
import { everybody, modelTruckFactor } from './component-truck-factor.ts'
import { OUTSIDE } from './employment.ts'
import type { InitialImport } from './initial-imports.ts'
import type { ComponentKeeper, KeeperReason } from './keepers.ts'
import type { KeeperVerdict } from './keeping.ts'
import { allArtifacts, artifactsOf, presenceOf } from './knowledge-model.ts'
import type { KnowledgeModel } from './knowledge-model.ts'
import { effortShares } from './matrix.ts'
import { ownershipOf } from './ownership.ts'
import type { EffortBasis } from './ownership.ts'
import { removalCurve } from './removal-curve.ts'
import type { RemovalStep } from './removal-curve.ts'
import type { ArtifactRange } from './truck-factor.ts'

/** Coverage and truck factors; everything is null or empty where no artifact is in scope. */
export interface WholeKnowledge {
  readonly artifacts: number
  /** Every author ever. */
  readonly truckFactor: number | null
  readonly members: readonly PersonId[]
  readonly prunedTruckFactor: number | null
  readonly coverageCurve: readonly number[]
  readonly nearLine: boolean
  /** Those employed on the as-of date; null when no people file was imported. */
  readonly currentTruckFactor: number | null
  readonly currentMembers: readonly PersonId[]
  readonly currentPrunedTruckFactor: number | null
  readonly currentCoverageCurve: readonly number[]
  readonly currentNearLine: boolean
  /** Coverage is under the line before anybody goes: the current factor is 0 for that. */
  readonly currentStartsBelowLine: boolean
  /** The current curve with names; of all authors ever when employment is unknown. */
  readonly removal: readonly RemovalStep[]
  /** Authors who are in no HRIS export: left out of the current figures. */
  readonly authorsOutsideHris: number
  /** Artifacts with exactly one author, of all artifacts. */
  readonly singleAuthorRatio: number | null
}

export interface ComponentKnowledge extends WholeKnowledge {
  readonly component: ComponentName
  readonly criticality: number
  readonly criticalityAssumed: boolean
  readonly matters: boolean
  readonly effortBasis: EffortBasis | null
  readonly contributors: number
  readonly effectiveContributors: number | null
  readonly absenceFactor: number | null
  /** Null when no artifact-changing contribution is known. */
  readonly keepers: KeeperVerdict | null
  readonly keeperBasis: 'artifacts' | 'effort' | null
  readonly keeper: PersonId | null
  /** Of the keeper, or of whoever did most of those who are there. */
  readonly leading: PersonId | null
  readonly hold: number | null
  readonly share: number | null
  readonly second: PersonId | null
  readonly furtherChanges: number | null
  readonly newcomerChanges: number | null
  readonly reasons: readonly KeeperReason[]
  /** At most ten, by artifacts, then effort, then id. */
  readonly top: readonly TopContributor[]
  readonly initialImports: readonly {
    readonly personId: PersonId
    readonly day: EpochDay
    readonly artifacts: number
    readonly share: number
  }[]
}

export interface TopContributor {
  readonly personId: PersonId
  /** Artifacts they are an author of. */
  readonly artifacts: number
  /** Share of everybody's recent effort; 0 without effort. */
  readonly share: number
}

const TOP_SHOWN = 10

/** Whose authorship counts, per person: everybody's ever, and that of those who are there (null when that is unknown). */
export interface CountedPeople {
  readonly ever: Uint8Array
  readonly now: Uint8Array | null
}

export const countedPeople = (model: KnowledgeModel): CountedPeople => ({
  ever: everybody(model),
  now: model.employmentKnown ? presenceOf(model).present : null,
})

/** @param component null for the whole */
export function knowledgeOf(model: KnowledgeModel, component: number | null, counted: CountedPeople): WholeKnowledge {
  const { ids } = model.people
  const range = component === null ? allArtifacts(model) : artifactsOf(model, component)
  const ever = modelTruckFactor(model, component, counted.ever)
  const current = counted.now === null ? null : modelTruckFactor(model, component, counted.now)
  const shown = current ?? ever
  return {
    artifacts: range.to - range.from,
    truckFactor: ever?.truckFactor ?? null,
    members: (ever?.members ?? []).map(person => ids[person]!),
    prunedTruckFactor: ever?.prunedTruckFactor ?? null,
    coverageCurve: ever?.coverageCurve ?? [],
    nearLine: ever?.nearLine ?? false,
    currentTruckFactor: current?.truckFactor ?? null,
    currentMembers: (current?.members ?? []).map(person => ids[person]!),
    currentPrunedTruckFactor: current?.prunedTruckFactor ?? null,
    currentCoverageCurve: current?.coverageCurve ?? [],
    currentNearLine: current?.nearLine ?? false,
    currentStartsBelowLine: current?.startsBelowLine ?? false,
    removal: shown === null ? [] : removalCurve(shown, ids),
    authorsOutsideHris: authorsOutside(model, range),
    singleAuthorRatio: singleAuthorRatio(model, range),
  }
}

export function componentKnowledgeOf(
  model: KnowledgeModel,
  component: number,
  counted: CountedPeople,
  keeper: ComponentKeeper,
  imports: readonly InitialImport[],
): ComponentKnowledge {
  const { ids } = model.people
  const idOf = (person: number | null) => (person === null ? null : ids[person]!)
  return {
    component: model.components.names[component]!,
    criticality: model.components.criticality[component]!,
    criticalityAssumed: model.components.criticalityAssumed[component] === 1,
    matters: model.components.matters[component] === 1,
    ...knowledgeOf(model, component, counted),
    ...ownershipOf(model.effort, component),
    keepers: keeper.verdict,
    keeperBasis: keeper.basis,
    keeper: idOf(keeper.keeper),
    leading: idOf(keeper.leading),
    hold: keeper.hold,
    share: keeper.share,
    second: idOf(keeper.second),
    furtherChanges: keeper.furtherChanges,
    newcomerChanges: keeper.newcomerChanges,
    reasons: keeper.reasons,
    top: topContributors(model, component),
    initialImports: imports
      .filter(one => one.component === component)
      .map(({ person, day, artifacts, share }) => ({ personId: ids[person]!, day, artifacts, share })),
  }
}

function authorsOutside({ authorship: { authorOffsets, author }, people }: KnowledgeModel, { from, to }: ArtifactRange): number {
  const outside = new Set<number>()
  for (let at = authorOffsets[from]!; at < authorOffsets[to]!; at++) if (people.status[author[at]!] === OUTSIDE) outside.add(author[at]!)
  return outside.size
}

function singleAuthorRatio({ authorship: { authorOffsets } }: KnowledgeModel, { from, to }: ArtifactRange): number | null {
  let single = 0
  for (let artifact = from; artifact < to; artifact++) if (authorOffsets[artifact + 1]! - authorOffsets[artifact]! === 1) single++
  return from === to ? null : single / (to - from)
}

function topContributors(model: KnowledgeModel, component: number): TopContributor[] {
  const { from, to } = artifactsOf(model, component)
  const { authorOffsets, author } = model.authorship
  const { total, amounts } = effortShares(model, component)
  const artifacts = new Map<number, number>([...amounts.keys()].map(person => [person, 0]))
  for (let at = authorOffsets[from]!; at < authorOffsets[to]!; at++) artifacts.set(author[at]!, (artifacts.get(author[at]!) ?? 0) + 1)
  return [...artifacts]
    .map(([person, count]) => ({ person, count, share: total === 0 ? 0 : (amounts.get(person) ?? 0) / total }))
    .sort((a, b) => b.count - a.count || b.share - a.share || a.person - b.person)
    .slice(0, TOP_SHOWN)
    .map(({ person, count, share }) => ({ personId: model.people.ids[person]!, artifacts: count, share }))
}
