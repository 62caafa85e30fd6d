/** Whether one person keeps a component, given who is there: the definitions behind both verdicts. */
import { artifactsOf } from './knowledge-model.ts'
import type { KnowledgeModel, Presence } from './knowledge-model.ts'
import type { EffortBasis } from './ownership.ts'

/** `none`: the authors have left. `one`: one person keeps it. `several`: neither of the two. */
export type KeeperVerdict = 'none' | 'one' | 'several'

export interface Keeping extends EffortAmong, ArtifactCounts {
  /** Null when no artifact-changing contribution is known. */
  readonly verdict: KeeperVerdict | null
  /** Whether artifacts decided or, where most of the effort names none, effort alone: a few guides say nothing of the code beside them. */
  readonly basis: 'artifacts' | 'effort' | null
  /** Share of the covered artifacts that would have no author without the leading person; their share of effort where there are no artifacts. */
  readonly hold: number | null
}

interface EffortAmong {
  /** Whoever of those who are there did most: the keeper, when there is one. Null without effort. */
  readonly leading: number | null
  /** The leading person's share of the effort of all who are not known to have left. */
  readonly share: number | null
  /** The largest effort of anybody else, as a part of the leading person's. */
  readonly nextToLeading: number | null
  /** The part of all effort, leavers' too, that was done by those who are there. */
  readonly presentShare: number | null
  readonly effortBasis: EffortBasis | null
}

interface ArtifactCounts {
  /** Artifacts in scope; with an author ever; with an author who is there; with the leading person as the only such. */
  readonly artifacts: number
  readonly authored: number
  readonly covered: number
  readonly held: number
}

const TOLERANCE = 1e-12

export function keepingOf(model: KnowledgeModel, component: number, presence: Presence): Keeping {
  const effort = effortAmong(model, component, presence)
  const counts = countArtifacts(model, component, presence.present, effort.leading)
  const isKnown = model.effort.offsets[component]! < model.effort.offsets[component + 1]! || counts.authored > 0
  if (!isKnown) return { ...effort, ...counts, verdict: null, basis: null, hold: null }
  const basis = counts.authored > 0 && model.effort.namesArtifacts[component] === 1 ? 'artifacts' : 'effort'
  const heldShare = counts.covered === 0 || effort.leading === null ? null : counts.held / counts.covered
  const hold = basis === 'artifacts' ? heldShare : effort.share
  const haveLeft = basis === 'artifacts' ? authorsHaveLeft(model, counts) : (effort.presentShare ?? 1) < model.settings.coverageLine
  return { ...effort, ...counts, verdict: haveLeft ? 'none' : isKept(model, effort, hold) ? 'one' : 'several', basis, hold }
}

/** Coverage was there with all authors ever, and is gone with those who are there now. */
function authorsHaveLeft({ settings }: KnowledgeModel, { artifacts, authored, covered }: ArtifactCounts): boolean {
  if (covered === 0) return true
  return authored / artifacts >= settings.coverageLine && covered / artifacts < settings.coverageLine
}

function isKept({ settings }: KnowledgeModel, { share, nextToLeading }: EffortAmong, hold: number | null): boolean {
  if (hold === null || share === null || nextToLeading === null) return false
  return hold >= settings.keeperHold && share >= settings.keeperShare && nextToLeading <= settings.keeperSecond + TOLERANCE
}

function effortAmong({ effort }: KnowledgeModel, component: number, { present, notGone }: Presence): EffortAmong {
  const [from, to] = [effort.offsets[component]!, effort.offsets[component + 1]!]
  const sum = (amounts: Float64Array, counts: (person: number) => boolean) => {
    let total = 0
    for (let at = from; at < to; at++) if (counts(effort.person[at]!)) total += amounts[at]!
    return total
  }
  const isHere = (person: number) => notGone[person] === 1
  const effortBasis = sum(effort.recentMicroHours, isHere) > 0 ? 'recent' : 'whole_history'
  const amounts = effortBasis === 'recent' ? effort.recentMicroHours : effort.everMicroHours
  const total = sum(amounts, isHere)
  let [leading, most, next] = [-1, 0, 0]
  for (let at = from; at < to; at++) {
    if (present[effort.person[at]!] === 1 && amounts[at]! > most) [leading, most] = [effort.person[at]!, amounts[at]!]
  }
  for (let at = from; at < to; at++) {
    if (effort.person[at] !== leading && isHere(effort.person[at]!)) next = Math.max(next, amounts[at]!)
  }

  const everybody = sum(effort.recentMicroHours, () => true) > 0 ? effort.recentMicroHours : effort.everMicroHours
  const all = sum(everybody, () => true)
  const presentShare = all === 0 ? null : sum(everybody, person => present[person] === 1) / all
  if (leading < 0) return { leading: null, share: null, nextToLeading: null, presentShare, effortBasis: from === to ? null : effortBasis }
  return { leading, share: most / total, nextToLeading: next / most, presentShare, effortBasis }
}

function countArtifacts(model: KnowledgeModel, component: number, present: Uint8Array, leading: number | null): ArtifactCounts {
  const { from, to } = artifactsOf(model, component)
  const { authorOffsets, author } = model.authorship
  let [authored, covered, held] = [0, 0, 0]
  for (let artifact = from; artifact < to; artifact++) {
    let [authors, leadingAmong] = [0, false]
    for (let at = authorOffsets[artifact]!; at < authorOffsets[artifact + 1]!; at++) {
      if (present[author[at]!] === 0) continue
      authors++
      if (author[at] === leading) leadingAmong = true
    }
    if (authorOffsets[artifact + 1]! > authorOffsets[artifact]!) authored++
    if (authors > 0) covered++
    if (authors === 1 && leadingAmong) held++
  }
  return { artifacts: to - from, authored, covered, held }
}
