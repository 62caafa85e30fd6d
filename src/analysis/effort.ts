/** Effort per contribution row, in whole micro-hours, so that sums are exact and no order of rows matters. */
import type { Dataset } from '../domain/dataset.ts'
import type { Activity } from './activity.ts'
import { hoursPerPointOf } from './hours-per-point.ts'
import type { HoursPerPoint } from './hours-per-point.ts'
import { meetingHoursOf } from './meeting-hours.ts'
import type { MeetingHours } from './meeting-hours.ts'
import type { Pieces } from './pieces.ts'
import { hasHours, kindOfPiece, pointsOf, sizeUnits } from './points.ts'
import { roleFamiliesOf } from './role-families.ts'
import type { Settings } from './settings.ts'

export interface Effort {
  /** Per contribution row, whole numbers; 0 where the kind is not mapped. */
  readonly microHours: Float64Array
  /** Meeting hours, of which those beyond the listed meetings are in no row's effort. */
  readonly meetings: MeetingHours
  /** Per role family, as roleFamiliesOf sorts them. */
  readonly hoursPerPoint: readonly HoursPerPoint[]
  /** Kinds that nobody has mapped: they carry no mode and no effort. */
  readonly unknownKinds: readonly { readonly kind: string; readonly rows: number }[]
}

/** No single row is more than a year of hours; so a million rows stay below 2^53 micro-hours. */
const LARGEST_HOURS = 8784
/** Hours arrive in 32 bits, exact to four decimals. */
const HOUR_STEPS = 10_000
const MICRO_HOURS_PER_STEP = 100

export function effortOf(dataset: Dataset, pieces: Pieces, activity: Activity, settings: Settings): Effort {
  const { contributions } = dataset
  const points = pointsOf(dataset, pieces, settings)
  const microHours = new Float64Array(contributions.length)
  const rowsOfKind = new Uint32Array(dataset.kindNames.length)
  for (let row = 0; row < contributions.length; row++) {
    const kind = contributions.kind[row]!
    rowsOfKind[kind]!++
    if (dataset.kindOf[kind] && hasHours(dataset, row)) {
      microHours[row] = Math.round(Math.min(contributions.hours[row]!, LARGEST_HOURS) * HOUR_STEPS) * MICRO_HOURS_PER_STEP
    }
  }
  const meetings = meetingHoursOf(dataset, pieces, points, microHours)
  const factors = hoursPerPointOf(dataset, { pieces, points, recorded: microHours, meetings, activity }, settings)
  const { familyOf } = roleFamiliesOf(dataset)
  for (let piece = 0; piece < pieces.count; piece++) {
    if (points[piece] === 0) continue
    const person = contributions.person[pieces.order[pieces.starts[piece]!]!]!
    const inHours = kindOfPiece(dataset, pieces, piece) === meetings.kind && meetings.typical[person] === 1
    const factor = inHours ? 1 : factors[familyOf[person]!]!.hours
    spread(Math.round(points[piece]! * factor), dataset, pieces.order.subarray(pieces.starts[piece], pieces.starts[piece + 1]), microHours)
  }
  const unknownKinds = dataset.kindNames.flatMap((kind, index) =>
    dataset.kindOf[index] === null && rowsOfKind[index]! > 0 ? [{ kind, rows: rowsOfKind[index]! }] : [],
  )
  return { microHours, meetings, hoursPerPoint: factors, unknownKinds }
}

/**
 * Splits a piece's effort among its rows without hours by size: equally where no size is known, as the mean of
 * the others where one's own is unknown. Largest remainders get what is left over, so that the sum is exact.
 */
function spread(total: number, dataset: Dataset, rows: Uint32Array, microHours: Float64Array): void {
  if (rows.length === 1) {
    microHours[rows[0]!] = total
    return
  }
  const shared = rows.filter(row => !hasHours(dataset, row))
  const sizes = Float64Array.from(shared, row => sizeUnits(dataset, row))
  const known = sizes.filter(size => size >= 0)
  const knownSum = known.reduce((sum, size) => sum + size, 0)
  const weights = knownSum === 0 ? sizes.fill(1) : sizes.map(size => (size >= 0 ? size : knownSum / known.length))
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0)
  const quotas = weights.map(weight => (total * weight) / weightSum)
  let left = total
  for (const [index, row] of shared.entries()) {
    microHours[row] = Math.floor(quotas[index]!)
    left -= microHours[row]
  }
  // Rows of a piece stand in the order of their content, so that equal remainders are no question of position.
  const byRemainder = Uint32Array.from(shared.keys()).sort((a, b) => (quotas[b]! % 1) - (quotas[a]! % 1) || a - b)
  for (let index = 0; left > 0; index = (index + 1) % byRemainder.length, left--) microHours[shared[byRemainder[index]!]!]! += 1
}
