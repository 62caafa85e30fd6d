/** What is lost when some people leave, who could take over, and what pairing would restore. */
import type { PersonId } from '../domain/identifiers.ts'
import { modelTruckFactor } from './component-truck-factor.ts'
import { keepingOf } from './keeping.ts'
import type { KeeperVerdict, Keeping } from './keeping.ts'
import { presenceOf } from './knowledge-model.ts'
import type { KnowledgeModel, Presence } from './knowledge-model.ts'
import { pairingOf } from './pairing.ts'
import type { Pairing } from './pairing.ts'
import { roomsOf, successorsOf } from './successors.ts'
import type { Successor } from './successors.ts'

/** The state of a component, or of the whole (without verdict), at one moment. */
export interface Standstill {
  readonly verdict: KeeperVerdict | null
  readonly keeper: number | null
  /** Share of artifacts with an author who is there; null without artifacts. */
  readonly coverage: number | null
  readonly truckFactor: number | null
}

export interface ComponentDeparture {
  readonly component: number
  readonly criticality: number
  readonly before: Standstill
  readonly after: Standstill
  /** `weaker` where neither verdict is new, but something is lost. */
  readonly becomes: 'no_keeper' | 'one_keeper' | 'weaker'
  /** Artifacts left without an author, as indexes into Dataset.artifactNames, ascending. */
  readonly artifactsLost: Int32Array
  readonly lostShare: number
  /** At most three, best first. */
  readonly successors: readonly Successor[]
  /** The cheapest way out of the new verdict; null where there is no new one, or no artifacts. */
  readonly pairing: Pairing | null
}

export interface Departure {
  readonly leavers: readonly PersonId[]
  /** Components that lose something: more criticality x lost share first, then by name. */
  readonly components: readonly ComponentDeparture[]
  readonly before: Standstill
  readonly after: Standstill
  readonly artifactsLost: number
  /** Sum over components of criticality / 5 x share of artifacts lost. */
  readonly criticalityWeightedLoss: number
}

const SUCCESSORS_SHOWN = 3
const HIGHEST_CRITICALITY = 5

/** @param leavers person indexes; those who have already left change nothing */
export function simulateDeparture(model: KnowledgeModel, leavers: readonly number[]): Departure {
  const going = [...new Set(leavers)].sort((a, b) => a - b)
  const now = presenceOf(model)
  const later = presenceOf(model, going)
  const isLeaver = now.notGone.map((isHere, person) => isHere - later.notGone[person]!)
  const rooms = roomsOf(model, now)
  const components = affectedComponents(model, isLeaver)
    .map(component => componentDeparture(model, component, now, later, rooms))
    .sort((a, b) => b.criticality * b.lostShare - a.criticality * a.lostShare || a.component - b.component)
  return {
    leavers: going.map(person => model.people.ids[person]!),
    components,
    before: standstill(model, null, null, now),
    after: standstill(model, null, null, later),
    artifactsLost: components.reduce((sum, { artifactsLost }) => sum + artifactsLost.length, 0),
    criticalityWeightedLoss: components.reduce((sum, one) => sum + (one.criticality / HIGHEST_CRITICALITY) * one.lostShare, 0),
  }
}

function componentDeparture(
  model: KnowledgeModel,
  component: number,
  now: Presence,
  later: Presence,
  rooms: Float64Array,
): ComponentDeparture {
  const keepingNow = keepingOf(model, component, now)
  const keepingLater = keepingOf(model, component, later)
  const changed = keepingNow.verdict !== keepingLater.verdict || keeperOf(keepingNow) !== keeperOf(keepingLater)
  const becomes =
    changed && keepingLater.verdict === 'none' ? 'no_keeper' : changed && keepingLater.verdict === 'one' ? 'one_keeper' : 'weaker'
  const artifactsLost = lostArtifacts(model, component, now.present, later.present)
  return {
    component,
    criticality: model.components.criticality[component]!,
    before: standstill(model, component, keepingNow, now),
    after: standstill(model, component, keepingLater, later),
    becomes,
    artifactsLost,
    lostShare: lostShareOf(keepingNow, keepingLater, artifactsLost.length),
    successors: successorsOf(model, component, later.present, rooms, SUCCESSORS_SHOWN),
    pairing: becomes === 'weaker' ? null : pairingOf(model, component, keepingLater, later),
  }
}

/** Without artifacts, the part of the effort that goes. */
function lostShareOf(now: Keeping, later: Keeping, lost: number): number {
  if (now.artifacts > 0) return lost / now.artifacts
  return Math.max(0, (now.presentShare ?? 0) - (later.presentShare ?? 0))
}

function standstill(model: KnowledgeModel, component: number | null, keeping: Keeping | null, { present }: Presence): Standstill {
  const truckFactor = modelTruckFactor(model, component, present)
  return {
    verdict: keeping?.verdict ?? null,
    keeper: keeping === null ? null : keeperOf(keeping),
    coverage: truckFactor?.coverageCurve[0] ?? null,
    truckFactor: truckFactor?.truckFactor ?? null,
  }
}

const keeperOf = ({ verdict, leading }: Keeping) => (verdict === 'one' ? leading : null)

/** Components some leaver is an author in or put effort into. */
function affectedComponents(model: KnowledgeModel, isLeaver: Uint8Array): number[] {
  const { authorOffsets, author } = model.authorship
  const { artifactOffsets, names } = model.components
  const { offsets, person } = model.effort
  return [...names.keys()].filter(component => {
    for (let at = offsets[component]!; at < offsets[component + 1]!; at++) if (isLeaver[person[at]!] === 1) return true
    const end = authorOffsets[artifactOffsets[component + 1]!]!
    for (let at = authorOffsets[artifactOffsets[component]!]!; at < end; at++) if (isLeaver[author[at]!] === 1) return true
    return false
  })
}

function lostArtifacts(model: KnowledgeModel, component: number, before: Uint8Array, after: Uint8Array): Int32Array {
  const { authorOffsets, author } = model.authorship
  const { artifactOffsets } = model.components
  const lost: number[] = []
  for (let artifact = artifactOffsets[component]!; artifact < artifactOffsets[component + 1]!; artifact++) {
    let [hadAuthor, hasAuthor] = [false, false]
    for (let at = authorOffsets[artifact]!; at < authorOffsets[artifact + 1]!; at++) {
      hadAuthor ||= before[author[at]!] === 1
      hasAuthor ||= after[author[at]!] === 1
    }
    if (hadAuthor && !hasAuthor) lost.push(model.artifactNames[artifact]!)
  }
  return Int32Array.from(lost)
}
