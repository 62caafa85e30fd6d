/** The middle of some numbers: the mean of the two middle ones where their count is even. */
export function medianOf(values: ArrayLike<number>): number | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const upper = sorted[sorted.length >> 1]!
  return sorted.length % 2 === 1 ? upper : (sorted[(sorted.length >> 1) - 1]! + upper) / 2
}
