/**
 * Truck factor: how many of the people who know most must go until half of the artifacts have no author left.
 * Avelino et al. 2016, greedy; pruned as their tool does since 2018.
 */
import type { Settings } from './settings.ts'

/** Artifact i is known by author[authorOffsets[i]] up to author[authorOffsets[i + 1]]. */
export interface Authors {
  readonly authorOffsets: Uint32Array
  readonly author: Int32Array
}

/** Artifacts `from` up to `to`: a component's, or all. */
export interface ArtifactRange {
  readonly from: number
  readonly to: number
}

export interface TruckFactor {
  readonly truckFactor: number
  /** People (indexes) whose going brings coverage under the line, in the order they are taken. */
  readonly members: readonly number[]
  /** Members with at least `prunedShare` of the first member's artifacts. */
  readonly prunedTruckFactor: number
  /** Coverage before anybody goes, after the first, and so on until no author is left. */
  readonly coverageCurve: readonly number[]
  /** Everybody with an artifact in the order they are taken: the steps of the curve. */
  readonly order: readonly number[]
  /** True when the curve passes so close to the line that a few artifacts would change the number. */
  readonly nearLine: boolean
  /** Already without anybody gone too few artifacts have an author: then the factor is 0. */
  readonly startsBelowLine: boolean
}

export type TruckFactorRule = Pick<Settings, 'coverageLine' | 'nearLineWidth' | 'prunedShare'>

const TOLERANCE = 1e-9

/**
 * @param counts whose authorship counts, per person
 * @param changesOf a person's changes to artifacts of the range: the more of them, the earlier among equals
 * @returns null when there are no artifacts. People with equal artifacts and changes go in the order of their ids.
 */
export function truckFactorOf(
  authors: Authors,
  range: ArtifactRange,
  counts: Uint8Array,
  changesOf: (person: number) => number,
  rule: TruckFactorRule,
): TruckFactor | null {
  const artifacts = range.to - range.from
  if (artifacts === 0) return null
  const { order, authored } = removalOrder(authors, range, counts, changesOf)
  const losses = lossesByStep(authors, range, counts, order)
  let covered = losses.reduce((sum, lost) => sum + lost, 0)
  const coverageCurve = [covered / artifacts]
  for (const lost of losses) coverageCurve.push((covered -= lost) / artifacts)

  const firstBelow = coverageCurve.findIndex(coverage => coverage < rule.coverageLine)
  const truckFactor = firstBelow < 0 ? order.length : firstBelow
  const members = order.slice(0, truckFactor)
  const fewest = rule.prunedShare * (authored[0] ?? 0)
  return {
    truckFactor,
    members,
    prunedTruckFactor: members.filter((_, step) => authored[step]! >= fewest).length,
    coverageCurve,
    order,
    nearLine: coverageCurve.some(coverage => Math.abs(coverage - rule.coverageLine) <= rule.nearLineWidth + TOLERANCE),
    startsBelowLine: firstBelow === 0,
  }
}

/** Who has most artifacts first. Going changes nobody else's artifacts, so the order is known from the start. */
function removalOrder({ authorOffsets, author }: Authors, range: ArtifactRange, counts: Uint8Array, changesOf: (person: number) => number) {
  const artifactsOf = new Map<number, number>()
  for (let at = authorOffsets[range.from]!; at < authorOffsets[range.to]!; at++) {
    const person = author[at]!
    if (counts[person] === 1) artifactsOf.set(person, (artifactsOf.get(person) ?? 0) + 1)
  }
  const order = [...artifactsOf.keys()].sort((a, b) => artifactsOf.get(b)! - artifactsOf.get(a)! || changesOf(b) - changesOf(a) || a - b)
  return { order, authored: order.map(person => artifactsOf.get(person)!) }
}

/** How many artifacts lose their last author at each step. */
function lossesByStep({ authorOffsets, author }: Authors, range: ArtifactRange, counts: Uint8Array, order: readonly number[]): number[] {
  const stepOf = new Map(order.map((person, step) => [person, step]))
  const losses = order.map(() => 0)
  for (let artifact = range.from; artifact < range.to; artifact++) {
    let last = -1
    for (let at = authorOffsets[artifact]!; at < authorOffsets[artifact + 1]!; at++) {
      if (counts[author[at]!] === 1) last = Math.max(last, stepOf.get(author[at]!)!)
    }
    if (last >= 0) losses[last]!++
  }
  return losses
}
