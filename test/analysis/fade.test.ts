import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mannKendallProbability, mannKendallScore, theilSenSlope } from '../../src/analysis/fade.ts'

test('the slope is the median of the slopes between all pairs', () => {
  expect(theilSenSlope([4, 3, 2, 1])).toBe(-1)
  // Pairs: 2, 1, 0, 0, -1, -2: the middle two are 0.
  expect(theilSenSlope([1, 3, 3, 1])).toBe(0)
  // Pairs 1, 1, 33, 1, 49, 97: one wild quarter moves it from 1 to the mean of 1 and 33.
  expect(theilSenSlope([1, 2, 3, 100])).toBe(17)
  expect(theilSenSlope([1, 2, 3, 4, 100])).toBe(1)
  expect(theilSenSlope([5])).toBeNaN()
})

test('the probability of a steady fall over four quarters is 2 of 24 orders', () => {
  expect(mannKendallScore([4, 3, 2, 1])).toBe(-6)
  expect(mannKendallProbability([4, 3, 2, 1])).toBeCloseTo(2 / 24, 12)
  // A score of 4 or more, either way: 3 orders each of one swap of neighbours, and the two steady ones.
  expect(mannKendallScore([4, 3, 1, 2])).toBe(-4)
  expect(mannKendallProbability([4, 3, 1, 2])).toBeCloseTo(8 / 24, 12)
  expect(mannKendallProbability([2, 2, 2, 2])).toBe(1)
  // Twelve different orders of 3, 2, 1, 1; of a score of 5 only the given and its reverse.
  expect(mannKendallScore([3, 2, 1, 1])).toBe(-5)
  expect(mannKendallProbability([3, 2, 1, 1])).toBeCloseTo(2 / 12, 12)
})

test('longer series use the normal approximation: ten falls in a row, S = -45, z = -44 / sqrt(125)', () => {
  expect(mannKendallProbability([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toBeCloseTo(0.0000831, 6)
  expect(mannKendallProbability([1, 1, 1, 1, 1, 1, 1, 1, 1])).toBeCloseTo(1, 6)
})

test('slopes turn with the series and scale with it; probabilities do neither', () => {
  const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(series, fc.integer({ min: 1, max: 9 }), (values, factor) => {
      expect(theilSenSlope(values.map(value => value * factor))).toBeCloseTo(theilSenSlope(values) * factor, 9)
      expect(theilSenSlope(values.toReversed())).toBeCloseTo(-theilSenSlope(values), 9)
      expect(mannKendallProbability(values.toReversed())).toBeCloseTo(mannKendallProbability(values), 12)
      expect(mannKendallProbability(values.map(value => value * factor + 3))).toBeCloseTo(mannKendallProbability(values), 12)
    }),
    { numRuns: 60 },
  )
})
