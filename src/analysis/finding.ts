/** What a pattern has to say of somebody: a flag with its reasons, or that there is not enough to tell. */
import type { Band, Pattern } from '../domain/flag.ts'

export interface Reason {
  /** Stable name of the measure: `hold`, `reach`, `hands_on_ratio`, ... */
  readonly measure: string
  readonly value: number | null
  /** Unshrunk mid-rank in the cohort; null for measures that are not compared. */
  readonly percentile: number | null
  /** Whom it was compared with, in words. */
  readonly cohort: string | null
  /** The gate the value was held against, or null. */
  readonly threshold: number | null
  /** Rows of Dataset.contributions behind the value, newest first. */
  readonly rows: Uint32Array
}

export interface Finding {
  /** Index into Dataset.people. */
  readonly person: number
  readonly pattern: Pattern
  readonly band: Band
  /** Share of the pattern's inputs that were there, 0 to 1; never under one half for a flag. */
  readonly coverage: number
  /** Whether it is still raised with every threshold moved by a tenth, whichever way. */
  readonly survivesMoved: boolean
  /** The system it is about, as an index into Dataset.componentNames, where it is about one. */
  readonly component?: number
  /** The strongest first. */
  readonly reasons: readonly Reason[]
  /** What speaks against it, in words with numbers. */
  readonly counter: readonly string[]
  /** What would change it, in words with numbers. */
  readonly wouldChange: readonly string[]
  /** Other ways to route this person, in words. */
  readonly routes: readonly string[]
}

export interface NotEnough {
  readonly person: number
  readonly pattern: Pattern
  /** Columns that would be needed, as `people.performance_rating`; or in words what the records lack. */
  readonly missing: readonly string[]
}

export interface PatternResult {
  readonly findings: readonly Finding[]
  readonly notEnough: readonly NotEnough[]
  /** Per person 0 to 1, NaN where there is not enough evidence. Never shown as a rank. */
  readonly scores: Float64Array
}
