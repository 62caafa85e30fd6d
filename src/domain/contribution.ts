import type { EpochDay, InstantSeconds } from './calendar.ts'

export const CHANGES = ['added', 'changed', 'renamed', 'removed'] as const
export type Change = (typeof CHANGES)[number]
export const OUTCOMES = ['worked', 'failed', 'open', 'shipped', 'reverted', 'approved', 'changed', 'commented'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** One accepted row of a contributions file. Null means blank or absent. */
export interface ContributionRow {
  readonly id: string | null
  /** As written: a person_id, an e-mail or a login. Resolved when the imports are folded. */
  readonly person: string
  readonly personName: string | null
  readonly day: EpochDay
  readonly instant: InstantSeconds
  readonly kind: string
  /** Already defaulted from the artifact's first path segment; null when there is neither. */
  readonly component: string | null
  readonly artifact: string | null
  readonly previousArtifact: string | null
  readonly workItem: string | null
  readonly title: string | null
  readonly url: string | null
  /** Changed lines, words or points; `added` + `deleted` where those are given instead. */
  readonly size: number | null
  readonly hours: number | null
  readonly change: Change | null
  readonly participants: readonly string[]
  readonly uses: readonly string[]
  readonly outcome: Outcome | null
  readonly agent: boolean | null
}

/** Lists of integers, one per row: row i has values[offsets[i]] up to values[offsets[i + 1]]. */
export interface IntegerLists {
  /** Length rows + 1. */
  readonly offsets: Uint32Array
  readonly values: Int32Array
}

/**
 * All live contributions up to the as-of date, without duplicates and bots, as columns of equal
 * length. The order of rows carries no meaning and no result may depend on it.
 */
export interface ContributionColumns {
  readonly length: number
  /** Index into Dataset.people. */
  readonly person: Int32Array
  readonly day: Int32Array
  /** Seconds UTC. */
  readonly instant: Float64Array
  /** Index into Dataset.kinds. */
  readonly kind: Uint16Array
  /** Index into Dataset.componentNames; -1 when none is named. */
  readonly component: Int32Array
  /** Index into Dataset.artifactNames (a component and a name each); -1 when none is named. */
  readonly artifact: Int32Array
  /** Index into Dataset.artifactNames: the former name of a renamed artifact; -1 otherwise. */
  readonly previousArtifact: Int32Array
  /** Index into Dataset.workItemNames; -1 when none is named. */
  readonly workItem: Int32Array
  /** NaN when unknown. */
  readonly size: Float64Array
  /** NaN when unknown. */
  readonly hours: Float32Array
  /** 0 when unmarked, else 1 + index into CHANGES. */
  readonly change: Uint8Array
  /** 0 when none, else 1 + index into OUTCOMES. */
  readonly outcome: Uint8Array
  /** 0 unknown, 1 no, 2 yes. */
  readonly agent: Uint8Array
  /** Indexes into Dataset.people. */
  readonly participants: IntegerLists
  /** Indexes into Dataset.artifactNames. */
  readonly uses: IntegerLists
  /** 32 bits of the contribution's fingerprint: a tie-break that does not depend on the order of rows. */
  readonly tieBreak: Uint32Array
  /** Where the row is kept: its position in the order of live imports and their segments. */
  readonly storedRow: Uint32Array
}
