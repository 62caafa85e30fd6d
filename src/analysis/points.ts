/** Points: typical hours of a piece of work of its kind, more for a large one, less for a small one. */
import type { Dataset } from '../domain/dataset.ts'
import { medianOf } from './median.ts'
import type { Pieces } from './pieces.ts'
import { groupRows } from './row-order.ts'
import type { Settings } from './settings.ts'

/** Effort is summed in whole micro-hours: below 2^53 the order of addition cannot matter. */
export const MICRO_HOURS = 1_000_000
/** Sizes are summed in thousandths, for the same reason. */
const SIZE_UNITS = 1000
const LARGEST_SIZE = 1e9

/** Hours are given for this row, so that it needs no points. */
export const hasHours = (dataset: Dataset, row: number) => dataset.contributions.hours[row]! >= 0

/** A row's size in whole thousandths; -1 when it is unknown. */
export function sizeUnits(dataset: Dataset, row: number): number {
  const size = dataset.contributions.size[row]!
  return size >= 0 ? Math.round(Math.min(size, LARGEST_SIZE) * SIZE_UNITS) : -1
}

/** Clamped log2(1 + size) / log2(1 + median); 1 where either says nothing. */
export function sizeFactor(size: number | null, medianSize: number | null, settings: Settings): number {
  if (size === null || medianSize === null || medianSize <= 0) return 1
  const factor = Math.log2(1 + size) / Math.log2(1 + medianSize)
  return Math.min(settings.sizeFactorMaximum, Math.max(settings.sizeFactorMinimum, factor))
}

/** Micro-points per piece: 0 where all of its rows have hours, or its kind is not mapped. */
export function pointsOf(dataset: Dataset, pieces: Pieces, settings: Settings): Float64Array {
  const sizes = new Float64Array(pieces.count).fill(NaN)
  const unmeasured = new Uint8Array(pieces.count)
  for (let piece = 0; piece < pieces.count; piece++) {
    let total = -1
    for (let index = pieces.starts[piece]!; index < pieces.starts[piece + 1]!; index++) {
      const row = pieces.order[index]!
      if (hasHours(dataset, row)) continue
      unmeasured[piece] = 1
      const units = sizeUnits(dataset, row)
      if (units >= 0) total = Math.max(total, 0) + units
    }
    if (total >= 0) sizes[piece] = total / SIZE_UNITS
  }
  const medians = medianSizes(dataset, pieces, sizes)
  return sizes.map((size, piece) => {
    const kind = kindOfPiece(dataset, pieces, piece)
    const weight = dataset.kindOf[kind]?.weightHours ?? 0
    if (unmeasured[piece] === 0) return 0
    return Math.round(weight * sizeFactor(Number.isNaN(size) ? null : size, medians[kind]!, settings) * MICRO_HOURS)
  })
}

export const kindOfPiece = (dataset: Dataset, pieces: Pieces, piece: number) =>
  dataset.contributions.kind[pieces.order[pieces.starts[piece]!]!]!

/** The median size of a kind's pieces of work (not of their rows); null where no size is known. */
function medianSizes(dataset: Dataset, pieces: Pieces, sizes: Float64Array): (number | null)[] {
  const kindWithSize = (piece: number) => (Number.isNaN(sizes[piece]!) ? -1 : kindOfPiece(dataset, pieces, piece))
  const byKind = groupRows(pieces.count, kindWithSize, dataset.kindNames.length)
  return dataset.kindNames.map((_, kind) =>
    medianOf(Float64Array.from(byKind.rows.subarray(byKind.offsets[kind], byKind.offsets[kind + 1]), piece => sizes[piece]!)),
  )
}
