import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianInPlace, medianOf } from '../../src/analysis/median.ts'

const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ noNaN: true, noDefaultInfinity: true })), { maxLength: 200 })

test('the median without sorting is the one of the sorted values', () => {
  fc.assert(
    fc.property(values, list => {
      // Adding 0 makes one of the two zeros, which a sort tells apart.
      const one = list.map(value => value + 0)
      expect(medianInPlace(Float64Array.from(one), one.length)).toBe(medianOf(one))
    }),
  )
})

test('values beyond the count are neither asked nor moved', () => {
  const room = Float64Array.of(3, 1, 2, -100, -200)
  expect(medianInPlace(room, 3)).toBe(2)
  expect([...room.subarray(3)]).toEqual([-100, -200])
  expect(medianInPlace(room, 0)).toBeNull()
})

test('values in order, in the opposite order and all alike are no special case', () => {
  const ascending = Float64Array.from({ length: 1001 }, (_, at) => at)
  expect(medianInPlace(ascending.slice(), 1001)).toBe(500)
  expect(medianInPlace(ascending.slice().reverse(), 1000)).toBe(500.5)
  expect(medianInPlace(new Float64Array(1000).fill(7), 1000)).toBe(7)
})
