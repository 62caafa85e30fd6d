/** Taste: how many of somebody's decisions worked, as a lower bound that asks for more than one lucky one. */
import { weekOf } from '../domain/calendar.ts'
import { OUTCOMES } from '../domain/contribution.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Pieces } from './pieces.ts'
import type { Period } from './window.ts'
import { isWithin } from './window.ts'

/** Decisions with a known outcome, one per piece of work, in the order of Pieces (by person). */
export interface DecidedOutcomes {
  readonly offsets: Uint32Array
  readonly day: Int32Array
  readonly worked: Uint8Array
  /** A row of the decision that says how it went. */
  readonly row: Uint32Array
}

const WORKED = 1 + OUTCOMES.indexOf('worked')
const FAILED = 1 + OUTCOMES.indexOf('failed')

export function decidedOutcomesOf(dataset: Dataset, pieces: Pieces): DecidedOutcomes {
  const { contributions, kindOf, people, asOf } = dataset
  const isDecision = kindOf.map(kind => kind?.mode === 'decide')
  const out = { day: [] as number[], worked: [] as number[], row: [] as number[] }
  const offsets = new Uint32Array(people.length + 1)
  for (let piece = 0; piece < pieces.count; piece++) {
    const first = pieces.order[pieces.starts[piece]!]!
    if (isDecision[contributions.kind[first]!] === false || contributions.day[first]! > asOf) continue
    const rows = pieces.order.subarray(pieces.starts[piece], pieces.starts[piece + 1])
    const failed = rows.find(row => contributions.outcome[row] === FAILED)
    const decided = failed ?? rows.find(row => contributions.outcome[row] === WORKED)
    if (decided === undefined) continue
    offsets[contributions.person[first]! + 1]!++
    out.day.push(contributions.day[first]!)
    out.worked.push(failed === undefined ? 1 : 0)
    out.row.push(decided)
  }
  for (let person = 0; person < people.length; person++) offsets[person + 1]! += offsets[person]!
  return { offsets, day: Int32Array.from(out.day), worked: Uint8Array.from(out.worked), row: Uint32Array.from(out.row) }
}

/** @param timesIn how often a week counts; once when left out */
export function tasteOf(outcomes: DecidedOutcomes, person: number, period: Period, z: number, timesIn?: (week: number) => number): number {
  let [worked, decided] = [0, 0]
  for (let at = outcomes.offsets[person]!; at < outcomes.offsets[person + 1]!; at++) {
    if (!isWithin(period, outcomes.day[at]!)) continue
    const times = timesIn?.(weekOf(outcomes.day[at]!)) ?? 1
    decided += times
    worked += times * outcomes.worked[at]!
  }
  return decided === 0 ? NaN : wilsonLowerBound(worked, decided, z)
}

/** Wilson 1927: the lowest share of successes that these would not surprise with. */
export function wilsonLowerBound(successes: number, trials: number, z: number): number {
  const share = successes / trials
  const square = (z * z) / trials
  const spread = z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials))
  return Math.max(0, (share + square / 2 - spread) / (1 + square))
}
