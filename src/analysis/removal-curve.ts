/** The coverage curve with names: who is taken away at each step, and what is left without an author. */
import type { PersonId } from '../domain/identifiers.ts'
import type { TruckFactor } from './truck-factor.ts'

export interface RemovalStep {
  /** Null for the state before anybody goes. */
  readonly person: PersonId | null
  /** Share of artifacts that still have an author afterwards. */
  readonly coverage: number
  /** Whether this step is still needed to bring coverage under the line. */
  readonly isMember: boolean
}

export function removalCurve(truckFactor: TruckFactor, ids: readonly PersonId[]): RemovalStep[] {
  return truckFactor.coverageCurve.map((coverage, step) => ({
    person: step === 0 ? null : ids[truckFactor.order[step - 1]!]!,
    coverage,
    isMember: step > 0 && step <= truckFactor.truckFactor,
  }))
}
