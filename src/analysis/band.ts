/** How strongly a pattern is raised: gates that all have to be met, and steps beyond them. */
import type { Band } from '../domain/flag.ts'

export interface Gate {
  /** The setting whose threshold it is, or the measure. */
  readonly measure: string
  readonly value: number
  readonly threshold: number
  readonly asks: 'at_least' | 'at_most' | 'over' | 'under'
}

/** The part every threshold is moved by when it is asked whether a flag survives. */
export const MOVED = 0.1
/** Ratios such as 2 / 3 and sums of shares are not exact. */
export const TOLERANCE = 1e-9

/** @param strictness the part by which the threshold is moved against the flag; negative moves it towards it */
export function isMet({ value, threshold, asks }: Gate, strictness = 0): boolean {
  switch (asks) {
    case 'at_least':
      return value >= threshold * (1 + strictness) - TOLERANCE
    case 'over':
      return value > threshold * (1 + strictness) + TOLERANCE
    case 'at_most':
      return value <= threshold * (1 - strictness) + TOLERANCE
    case 'under':
      return value < threshold * (1 - strictness) - TOLERANCE
  }
}

export const areMet = (gates: readonly Gate[], strictness = 0) => gates.every(gate => isMet(gate, strictness))

/** Still raised with every threshold moved by a tenth: gates are all asked for, so against the flag is the side that tells. */
export const survivesMovedThresholds = (gates: readonly Gate[]) => areMet(gates, MOVED)

export interface BandSteps {
  /** All have to be met for the flag; what is moved for `strong`. */
  readonly gates: readonly Gate[]
  readonly isLikely: boolean
  readonly isStrong: boolean
  /** What raises the band by one step: fading, for one. */
  readonly isRaised?: boolean
}

const BAND_OF_STEP: readonly Band[] = ['watch', 'likely', 'strong']

/** Null where a gate is not met. `strong` falls back to `likely` where the flag hangs on a tenth of any threshold. */
export function bandOf({ gates, isLikely, isStrong, isRaised = false }: BandSteps): Band | null {
  if (!areMet(gates)) return null
  const step = Math.min(2, (isStrong ? 2 : isLikely ? 1 : 0) + (isRaised ? 1 : 0))
  return BAND_OF_STEP[step === 2 && !survivesMovedThresholds(gates) ? 1 : step]!
}

/** The weaker of two bands: what a pattern of two parts gets. */
export const weakerBand = (a: Band, b: Band): Band => BAND_OF_STEP[Math.min(BAND_OF_STEP.indexOf(a), BAND_OF_STEP.indexOf(b))]!
