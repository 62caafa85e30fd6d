/** Fading: whether somebody's enabling falls from quarter to quarter. Theil-Sen slope, Mann-Kendall test. */
import { medianOf } from './median.ts'

/** Theil 1950, Sen 1968: the median of the slopes between all pairs, per step. NaN for fewer than two values. */
export function theilSenSlope(values: ArrayLike<number>): number {
  const slopes: number[] = []
  for (let later = 1; later < values.length; later++)
    for (let earlier = 0; earlier < later; earlier++) slopes.push((values[later]! - values[earlier]!) / (later - earlier))
  return medianOf(slopes) ?? NaN
}

/** Mann 1945, Kendall 1975: rises less falls over all pairs. */
export function mannKendallScore(values: ArrayLike<number>): number {
  let score = 0
  for (let later = 1; later < values.length; later++)
    for (let earlier = 0; earlier < later; earlier++) score += Math.sign(values[later]! - values[earlier]!)
  return score
}

/** Up to so many values all their orders are counted (5,040); above, the normal approximation serves. */
const LONGEST_EXACT = 7

/** Two-sided probability of a score at least as far from 0 if the order were chance. Exact for short series, ties and all. */
export function mannKendallProbability(values: ArrayLike<number>): number {
  const score = Math.abs(mannKendallScore(values))
  if (values.length > LONGEST_EXACT) return normalProbability(values, score)
  let [atLeast, orders] = [0, 0]
  forEachOrder(Array.from(values), order => {
    orders++
    if (Math.abs(mannKendallScore(order)) >= score) atLeast++
  })
  return atLeast / orders
}

/** Heap's algorithm. */
function forEachOrder(values: number[], visit: (order: readonly number[]) => void, length = values.length): void {
  if (length <= 1) return visit(values)
  for (let index = 0; index < length; index++) {
    forEachOrder(values, visit, length - 1)
    const swap = length % 2 === 0 ? index : 0
    const last = values[length - 1]!
    values[length - 1] = values[swap]!
    values[swap] = last
  }
}

function normalProbability(values: ArrayLike<number>, score: number): number {
  const term = (count: number) => count * (count - 1) * (2 * count + 5)
  const ties = new Map<number, number>()
  for (const value of Array.from(values)) ties.set(value, (ties.get(value) ?? 0) + 1)
  const variance = ([...ties.values()].reduce((sum, count) => sum - term(count), term(values.length)) || 1) / 18
  return Math.min(1, 2 * upperTail(Math.max(0, score - 1) / Math.sqrt(variance)))
}

/** Upper tail of the normal distribution: Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial
}
