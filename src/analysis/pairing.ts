/** What it would take that a component is neither kept by one person nor by nobody: the cheapest changes of one other person. */
import { NEWCOMER, changesNeeded } from './further-changes.ts'
import type { Keeping } from './keeping.ts'
import { artifactsOf } from './knowledge-model.ts'
import type { KnowledgeModel, Presence } from './knowledge-model.ts'

export interface Pairing {
  /** Who needs fewest further changes; null where nobody who is there has touched the component: then anybody new. */
  readonly person: number | null
  /** Further changes, all artifacts together, while nobody else makes any. */
  readonly furtherChanges: number
  /** Artifacts they must become an author of. */
  readonly artifacts: number
  /** What it would take somebody who has never touched them. */
  readonly newcomerChanges: number
}

/** Null where neither verdict stands, or where no artifacts decided it. Equals: more effort, then id. */
export function pairingOf(model: KnowledgeModel, component: number, keeping: Keeping, presence: Presence): Pairing | null {
  if (keeping.basis !== 'artifacts' || (keeping.verdict !== 'one' && keeping.verdict !== 'none')) return null
  const keeper = keeping.verdict === 'one' ? keeping.leading : null
  const targets = artifactsToShare(model, component, keeper, presence.present)
  const wanted = artifactsWanted(model, keeping)
  const { authorship, effort, settings } = model
  const newcomerCosts = new Float64Array(targets.length)
  const known = new Map<number, { targets: number[]; costs: number[] }>()
  const remember = (person: number) => {
    const found = known.get(person) ?? { targets: [], costs: [] }
    known.set(person, found)
    return found
  }
  const isCandidate = (person: number) => person !== keeper && presence.present[person] === 1
  for (const [target, artifact] of targets.entries()) {
    const neededBy = changesNeeded(authorship, artifact, settings)
    newcomerCosts[target] = neededBy(NEWCOMER)
    for (let at = authorship.personOffsets[artifact]!; at < authorship.personOffsets[artifact + 1]!; at++) {
      const person = authorship.person[at]!
      if (!isCandidate(person)) continue
      const costs = remember(person)
      costs.targets.push(target)
      costs.costs.push(neededBy(person))
    }
  }
  const effortOf = new Map<number, number>()
  for (let at = effort.offsets[component]!; at < effort.offsets[component + 1]!; at++) {
    const person = effort.person[at]!
    effortOf.set(person, effort.everMicroHours[at]!)
    if (isCandidate(person)) remember(person)
  }

  const cheapest = cheapestSum(newcomerCosts, wanted)
  const newcomerChanges = cheapest([], [])
  const candidates = [...known].map(([person, own]) => ({
    person,
    furtherChanges: cheapest(own.targets, own.costs),
    effort: effortOf.get(person) ?? 0,
  }))
  const best = candidates.sort((a, b) => a.furtherChanges - b.furtherChanges || b.effort - a.effort || a.person - b.person)[0]
  return { person: best?.person ?? null, furtherChanges: best?.furtherChanges ?? newcomerChanges, artifacts: wanted, newcomerChanges }
}

/** Artifacts with the keeper as their only author who is there; without a keeper, those with none. */
function artifactsToShare(model: KnowledgeModel, component: number, keeper: number | null, present: Uint8Array): number[] {
  const { authorOffsets, author } = model.authorship
  const { from, to } = artifactsOf(model, component)
  const targets: number[] = []
  for (let artifact = from; artifact < to; artifact++) {
    let isTarget = keeper === null || author.subarray(authorOffsets[artifact], authorOffsets[artifact + 1]).includes(keeper)
    for (let at = authorOffsets[artifact]!; isTarget && at < authorOffsets[artifact + 1]!; at++)
      isTarget = author[at] === keeper || present[author[at]!] === 0
    if (isTarget) targets.push(artifact)
  }
  return targets
}

/** The fewest artifacts with a further author after which the verdict falls. */
function artifactsWanted({ settings }: KnowledgeModel, { verdict, artifacts, covered, held }: Keeping): number {
  if (verdict === 'one') return Math.floor(held - settings.keeperHold * covered) + 1
  return Math.max(1, Math.ceil(settings.coverageLine * artifacts) - covered)
}

/** The sum of the `count` lowest costs, where some targets cost a person less than a newcomer. */
function cheapestSum(newcomerCosts: Float64Array, count: number): (ownTargets: readonly number[], ownCosts: readonly number[]) => number {
  const byCost = Uint32Array.from(newcomerCosts.keys()).sort((a, b) => newcomerCosts[a]! - newcomerCosts[b]!)
  const isOwn = new Uint8Array(newcomerCosts.length)
  return (ownTargets, ownCosts) => {
    for (const target of ownTargets) isOwn[target] = 1
    const own = Float64Array.from(ownCosts).sort()
    let [sum, next, nextOwn] = [0, 0, 0]
    for (let taken = 0; taken < count; taken++) {
      while (next < byCost.length && isOwn[byCost[next]!] === 1) next++
      const asNewcomer = next < byCost.length ? newcomerCosts[byCost[next]!]! : Infinity
      const asKnown = own[nextOwn] ?? Infinity
      if (asKnown <= asNewcomer) nextOwn++
      else next++
      sum += Math.min(asKnown, asNewcomer)
    }
    for (const target of ownTargets) isOwn[target] = 0
    return sum
  }
}
