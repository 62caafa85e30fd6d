/** Who put how much artifact-changing effort into which component, and how few people that rests on. */
import type { Dataset } from '../domain/dataset.ts'
import type { ArtifactHistories } from './artifact-history.ts'
import type { Effort } from './effort.ts'
import type { Pieces } from './pieces.ts'
import { groupRows } from './row-order.ts'
import { isWithin } from './window.ts'
import type { Period } from './window.ts'

/** Component c has the entries offsets[c] up to offsets[c + 1], ascending by person. */
export interface ComponentEffort {
  readonly offsets: Uint32Array
  /** Indexes into Dataset.people. */
  readonly person: Int32Array
  /** In the ownership period, and in the whole history: whole micro-hours. */
  readonly recentMicroHours: Float64Array
  readonly everMicroHours: Float64Array
  /** Pieces of work (a commit is one, whatever its files). */
  readonly recentPieces: Uint32Array
  readonly everPieces: Uint32Array
  /** Per component 1 where at least half of this effort, of the whole history, names the artifact it went into. */
  readonly namesArtifacts: Uint8Array
}

/** Recent effort decides; the whole history where there is none in the ownership period. */
export type EffortBasis = 'recent' | 'whole_history'

export interface Ownership {
  /** Null when no artifact-changing contribution to the component is known. */
  readonly effortBasis: EffortBasis | null
  readonly contributors: number
  readonly effectiveContributors: number | null
  readonly absenceFactor: number | null
}

/** Effort on artifacts that are out of scope (vendored, generated, removed) makes nobody know the component. */
export function componentEffortOf(
  dataset: Dataset,
  pieces: Pieces,
  effort: Effort,
  histories: ArtifactHistories,
  period: Period,
): ComponentEffort {
  const { contributions } = dataset
  const isTold = new Uint8Array(dataset.artifactNames.length)
  for (const name of histories.names) isTold[name] = 1
  const counts = (row: number) => {
    const artifact = contributions.artifact[row]!
    return dataset.kindOf[contributions.kind[row]!]?.changesArtifact === true && (artifact < 0 || isTold[artifact] === 1)
  }
  // Rows stay in the order of pieces, so that a piece's rows stand together within each component, by person.
  const groups = groupRows(pieces.order, row => (counts(row) ? contributions.component[row]! : -1), dataset.componentNames.length)
  const columns = {
    person: [] as number[],
    recent: [] as number[],
    ever: [] as number[],
    recentPieces: [] as number[],
    everPieces: [] as number[],
  }
  const offsets = new Uint32Array(dataset.componentNames.length + 1)
  const namesArtifacts = new Uint8Array(dataset.componentNames.length)
  for (let component = 0; component < dataset.componentNames.length; component++) {
    let before = -1
    let [named, all] = [0, 0]
    for (let at = groups.offsets[component]!; at < groups.offsets[component + 1]!; at++) {
      const row = groups.rows[at]!
      const isNewPerson = before < 0 || contributions.person[row] !== contributions.person[before]
      const isNewPiece =
        isNewPerson ||
        contributions.kind[row] !== contributions.kind[before] ||
        contributions.instant[row] !== contributions.instant[before]
      if (isNewPerson) {
        columns.person.push(contributions.person[row]!)
        for (const column of [columns.recent, columns.ever, columns.recentPieces, columns.everPieces]) column.push(0)
      }
      const entry = columns.person.length - 1
      const isRecent = isWithin(period, contributions.day[row]!)
      columns.ever[entry]! += effort.microHours[row]!
      all += effort.microHours[row]!
      if (contributions.artifact[row]! >= 0) named += effort.microHours[row]!
      if (isNewPiece) columns.everPieces[entry]! += 1
      if (isRecent) columns.recent[entry]! += effort.microHours[row]!
      if (isRecent && isNewPiece) columns.recentPieces[entry]! += 1
      before = row
    }
    offsets[component + 1] = columns.person.length
    namesArtifacts[component] = 2 * named >= all ? 1 : 0
  }
  return {
    offsets,
    person: Int32Array.from(columns.person),
    recentMicroHours: Float64Array.from(columns.recent),
    everMicroHours: Float64Array.from(columns.ever),
    recentPieces: Uint32Array.from(columns.recentPieces),
    everPieces: Uint32Array.from(columns.everPieces),
    namesArtifacts,
  }
}

export function ownershipOf(effort: ComponentEffort, component: number): Ownership {
  const [from, to] = [effort.offsets[component]!, effort.offsets[component + 1]!]
  if (from === to) return { effortBasis: null, contributors: 0, effectiveContributors: null, absenceFactor: null }
  const isRecent = effort.recentPieces.subarray(from, to).some(pieces => pieces > 0)
  const microHours = (isRecent ? effort.recentMicroHours : effort.everMicroHours).subarray(from, to)
  const pieces = (isRecent ? effort.recentPieces : effort.everPieces).subarray(from, to)
  return {
    effortBasis: isRecent ? 'recent' : 'whole_history',
    contributors: pieces.filter(count => count > 0).length,
    effectiveContributors: effectiveContributors(microHours),
    absenceFactor: absenceFactor(pieces),
  }
}

/** 1 / sum(share^2), the Hill number of order 2: how many equal contributors would be as spread out. Null without effort. */
export function effectiveContributors(amounts: ArrayLike<number>): number | null {
  // In the order of size, so that rounding does not depend on who is who.
  const sorted = Float64Array.from(amounts).sort()
  const total = sorted.reduce((sum, amount) => sum + amount, 0)
  return total === 0 ? null : 1 / sorted.reduce((sum, amount) => sum + (amount / total) ** 2, 0)
}

/** CHAOSS contributor absence factor: the fewest people with half of the contributions. Null without any. */
export function absenceFactor(counts: ArrayLike<number>): number | null {
  const falling = Float64Array.from(counts).sort().reverse()
  const total = falling.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  let reached = 0
  return 1 + falling.findIndex(count => (reached += count) * 2 >= total)
}
