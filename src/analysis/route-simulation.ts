/** What a promotion to coordination would cost, by what this organisation's own past moves cost. Plain data, no rows. */
import type { PersonId } from '../domain/identifiers.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { CoordinationPaths } from './coordination-path.ts'
import { simulateDeparture } from './departure.ts'
import type { ComponentDeparture } from './departure.ts'
import { paceIn } from './hands-on-weeks.ts'
import type { KnowledgeModel } from './knowledge-model.ts'
import type { RouteSettings } from './route-settings.ts'
import { weekOf } from '../domain/calendar.ts'

/** Survives a structured clone; one entry per person where it is a list. */
export interface PromotionBasis {
  /** Of past moves that could be evaluated: what part of the hands-on effort was left, beyond what peers lost; ascending. */
  readonly leftAfterMoves: Float64Array
  /** Fewer past moves say nothing. */
  readonly movesNeeded: number
  /** Hours of hands-on work per active week at full time in the last half year; NaN unknown. */
  readonly handsOn: Float64Array
  /** How many people keep using what somebody made; NaN unknown. */
  readonly reach: Float64Array
}

export interface Range {
  readonly low: number
  readonly median: number
  readonly high: number
}

export interface Promotion {
  readonly personId: PersonId
  /** Hours per active week now; null unknown. */
  readonly handsOn: number | null
  readonly pastMoves: number
  /** Quartiles of the part that is left after a move, 0 to 1; null with too few past moves. */
  readonly left: Range | null
  /** Hours per active week that would go: the low end is the milder. Null where either is unknown. */
  readonly handsOnLost: Range | null
  /** Systems that would have nobody, or one person alone, if they stopped; the most critical first. */
  readonly componentsAtRisk: readonly ComponentDeparture[]
  /** People who use what they made; null unknown. */
  readonly reach: number | null
  /** People who would be left without them, by the same ratio; null unknown. */
  readonly reachLost: Range | null
}

export function promotionBasisOf(
  dataset: Dataset,
  paths: CoordinationPaths,
  reach: Float64Array | null,
  settings: RouteSettings,
): PromotionBasis {
  const { running } = paths.routes
  const lastWeek = weekOf(dataset.asOf)
  const recent = { fromWeek: lastWeek - settings.handsOnWeeksSince + 1, toWeek: lastWeek }
  const left = paths.evaluated.flatMap(one =>
    one?.kind === 'move' && Number.isFinite(one.change.ratioToPeers) ? [one.change.ratioToPeers] : [],
  )
  return {
    leftAfterMoves: Float64Array.from(left, ratio => Math.min(1, ratio)).sort(),
    movesNeeded: settings.pastMovesLeast,
    handsOn: Float64Array.from(dataset.people.keys(), person => paceIn(running, person, recent).handsOn),
    reach: reach ?? new Float64Array(dataset.people.length).fill(NaN),
  }
}

/** @param people person indexes; each is taken alone */
export function simulatePromotion(basis: PromotionBasis, model: KnowledgeModel, people: readonly number[]): Promotion[] {
  const { leftAfterMoves } = basis
  const left = leftAfterMoves.length < basis.movesNeeded ? null : quartilesOf(leftAfterMoves)
  return people.map(person => {
    const handsOn = knownOrNull(basis.handsOn[person]!)
    const reach = knownOrNull(basis.reach[person]!)
    const lostOf = (amount: number | null) => (amount === null || left === null ? null : lost(amount, left))
    return {
      personId: model.people.ids[person]!,
      handsOn,
      pastMoves: leftAfterMoves.length,
      left,
      handsOnLost: lostOf(handsOn),
      componentsAtRisk: simulateDeparture(model, [person]).components.filter(({ becomes }) => becomes !== 'weaker'),
      reach,
      reachLost: lostOf(reach),
    }
  })
}

const knownOrNull = (value: number) => (Number.isNaN(value) ? null : value)

const lost = (amount: number, left: Range): Range => ({
  low: amount * (1 - left.high),
  median: amount * (1 - left.median),
  high: amount * (1 - left.low),
})

function quartilesOf(sorted: Float64Array): Range {
  const at = (part: number) => {
    const place = part * (sorted.length - 1)
    const below = Math.floor(place)
    const next = Math.min(below + 1, sorted.length - 1)
    return sorted[below]! + (place - below) * (sorted[next]! - sorted[below]!)
  }
  return { low: at(0.25), median: at(0.5), high: at(0.75) }
}
