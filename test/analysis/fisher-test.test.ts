import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adverseImpactRatio, flipsWithin } from '../../src/analysis/adverse-impact.ts'
import { fisherTest } from '../../src/analysis/fisher-test.ts'
import type { TwoGroups } from '../../src/analysis/fisher-test.ts'

const table = (flagged: number, people: number, otherFlagged: number, otherPeople: number): TwoGroups => ({
  flagged,
  people,
  otherFlagged,
  otherPeople,
})

describe("Fisher's exact test", () => {
  test('of the lady tasting tea, 3 of 4 right: 17 of 70 tables, 34 of 70 two-sided', () => {
    const { atLeast, twoSided, midP } = fisherTest(table(3, 4, 1, 4))
    expect(atLeast).toBeCloseTo(17 / 70, 6)
    expect(twoSided).toBeCloseTo(34 / 70, 6)
    // One table on each side is rarer (1 of 70 each), two are as rare (16 of 70 each) and count half.
    expect(midP).toBeCloseTo(18 / 70, 6)
  })

  test('of the lady tasting tea, all right: 1 of 70, and the mirror of it', () => {
    const { atLeast, twoSided, midP } = fisherTest(table(4, 4, 0, 4))
    expect(atLeast).toBeCloseTo(1 / 70, 6)
    expect(twoSided).toBeCloseTo(2 / 70, 6)
    expect(midP).toBeCloseTo(1 / 70, 6)
  })

  test('of 1 of 10 against 11 of 14: 0.002759 two-sided', () => {
    const { twoSided, midP } = fisherTest(table(1, 10, 11, 14))
    expect(twoSided).toBeCloseTo(0.0027594562, 8)
    expect(midP).toBeLessThan(twoSided)
  })

  test('of a table that can be no other is certain', () => {
    expect(fisherTest(table(0, 5, 0, 7))).toEqual({ atLeast: 1, twoSided: 1, midP: 0.5 })
  })

  const anyTable = fc
    .tuple(fc.nat(40), fc.nat(40), fc.nat(100), fc.nat(100))
    .filter(([people, otherPeople]) => people > 0 && otherPeople > 0)
    .map(([people, otherPeople, a, b]) => table(a % (people + 1), people, b % (otherPeople + 1), otherPeople))

  test('does not ask which of the two is the group', () => {
    fc.assert(
      fc.property(anyTable, one => {
        const turned = { people: one.otherPeople, flagged: one.otherFlagged, otherPeople: one.people, otherFlagged: one.flagged }
        expect(fisherTest(turned).twoSided).toBeCloseTo(fisherTest(one).twoSided, 9)
        expect(fisherTest(turned).midP).toBeCloseTo(fisherTest(one).midP, 9)
      }),
    )
  })

  test('is between 0 and 1, and mid-P never over the exact value', () => {
    fc.assert(
      fc.property(anyTable, one => {
        const { twoSided, midP, atLeast } = fisherTest(one)
        for (const value of [twoSided, midP, atLeast]) expect(value).toBeGreaterThanOrEqual(0)
        for (const value of [twoSided, atLeast]) expect(value).toBeLessThanOrEqual(1)
        expect(midP).toBeLessThanOrEqual(twoSided)
      }),
    )
  })
})

describe('the adverse-impact ratio', () => {
  test('is the lower share over the higher, whichever side it is on', () => {
    expect(adverseImpactRatio(table(2, 10, 5, 10))).toBeCloseTo(0.4, 9)
    expect(adverseImpactRatio(table(5, 10, 2, 10))).toBeCloseTo(0.4, 9)
  })

  test('is not there where nobody is flagged or a side is empty', () => {
    expect(adverseImpactRatio(table(0, 10, 0, 10))).toBeNull()
    expect(adverseImpactRatio(table(1, 10, 0, 0))).toBeNull()
  })

  test('of 3 against 4 in ten is under four fifths, and one person would turn it', () => {
    expect(flipsWithin(table(3, 10, 4, 10), 0.8)).toBe(1)
  })

  test('of 10 against 40 in a hundred takes so many, spread over both sides, and no fewer', () => {
    const found = flipsWithin(table(10, 100, 40, 100), 0.8)!
    const reach = (changed: number) =>
      Array.from({ length: changed + 1 }, (_, here) => (10 + here) / (40 - (changed - here))).some(ratio => ratio >= 0.8)
    expect(reach(found)).toBe(true)
    expect(reach(found - 1)).toBe(false)
  })

  test('is turned by so many people and by no fewer', () => {
    const small = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.nat(99), fc.nat(99))
    fc.assert(
      fc.property(small, ([people, otherPeople, a, b]) => {
        const one = table(a % (people + 1), people, b % (otherPeople + 1), otherPeople)
        const ratio = adverseImpactRatio(one)
        let fewest: number | null = null
        for (let flagged = 0; flagged <= people; flagged++)
          for (let otherFlagged = 0; otherFlagged <= otherPeople; otherFlagged++) {
            const other = adverseImpactRatio({ ...one, flagged, otherFlagged })
            if (ratio === null || other === null || other < 0.8 === ratio < 0.8) continue
            const changed = Math.abs(flagged - one.flagged) + Math.abs(otherFlagged - one.otherFlagged)
            fewest = Math.min(fewest ?? Infinity, changed)
          }
        expect(flipsWithin(one, 0.8)).toBe(fewest)
      }),
    )
  })
})
