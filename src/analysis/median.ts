/** The middle of some numbers: the mean of the two middle ones where their count is even. */
export function medianOf(values: ArrayLike<number>): number | null {
  return medianOfSorted(Float64Array.from(values).sort())
}

/** The same of the first `count` values, none of them NaN, in time that grows with their number; they end up in another order. */
export function medianInPlace(values: Float64Array, count: number): number | null {
  if (count === 0) return null
  const middle = count >> 1
  const upper = selectInPlace(values, count, middle)
  if (count % 2 === 1) return upper
  let lower = values[0]!
  for (let at = 1; at < middle; at++) if (values[at]! > lower) lower = values[at]!
  return (lower + upper) / 2
}

/** Quickselect (Hoare 1961): puts the value of a place where sorting would, none above it before and none below it after. */
function selectInPlace(values: Float64Array, count: number, place: number): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const [first, middle, last] = [values[low]!, values[(low + high) >> 1]!, values[high]!]
    const pivot = Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last))
    let [left, right] = [low, high]
    while (left <= right) {
      while (values[left]! < pivot) left++
      while (values[right]! > pivot) right--
      if (left > right) break
      const swapped = values[left]!
      values[left++] = values[right]!
      values[right--] = swapped
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else break
  }
  return values[place]!
}

/** The same of values in ascending order. */
export function medianOfSorted(sorted: Float64Array): number | null {
  if (sorted.length === 0) return null
  const upper = sorted[sorted.length >> 1]!
  return sorted.length % 2 === 1 ? upper : (sorted[(sorted.length >> 1) - 1]! + upper) / 2
}
