import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { truckFactorOf } from '../../src/analysis/truck-factor.ts'

const EVERYBODY = Array.from({ length: 20 }, (_, person) => person)

/** Authors per artifact, as people numbers. */
function factor(artifacts: readonly (readonly number[])[], counts: readonly number[] = EVERYBODY, changes: readonly number[] = []) {
  const authorOffsets = new Uint32Array(artifacts.length + 1)
  for (const [index, authors] of artifacts.entries()) authorOffsets[index + 1] = authorOffsets[index]! + authors.length
  const counted = Uint8Array.from({ length: EVERYBODY.length }, (_, person) => (counts.includes(person) ? 1 : 0))
  return truckFactorOf(
    { authorOffsets, author: Int32Array.from(artifacts.flat()) },
    { from: 0, to: artifacts.length },
    counted,
    person => changes[person] ?? 0,
    DEFAULT_SETTINGS,
  )
}

describe('truck factor', () => {
  test('counts those who must go until under half of the artifacts have an author', () => {
    expect(factor([[0], [0], [1], [2]])).toMatchObject({
      truckFactor: 2,
      members: [0, 1],
      coverageCurve: [1, 0.5, 0.25, 0],
      order: [0, 1, 2],
    })
  })

  test('is one where one person has over half', () => {
    expect(factor([[0], [0], [0], [1], [2]])?.truckFactor).toBe(1)
  })

  test('takes among equals whoever made more changes, then the smaller id', () => {
    expect(factor([[2], [1], [0], [3]])?.order).toEqual([0, 1, 2, 3])
    expect(factor([[2], [1], [0], [3]], undefined, [0, 0, 9, 3])?.order).toEqual([2, 3, 0, 1])
  })

  test('is everybody where shared artifacts stay covered to the last', () => {
    expect(
      factor([
        [0, 1, 2],
        [0, 1, 2],
      ]),
    ).toMatchObject({ truckFactor: 3, coverageCurve: [1, 1, 1, 0] })
  })

  test('is 0, and says so, where coverage is under the line before anybody goes', () => {
    expect(factor([[0], [], []])).toMatchObject({ truckFactor: 0, startsBelowLine: true, members: [] })
    expect(factor([[], []])).toMatchObject({ truckFactor: 0, startsBelowLine: true, coverageCurve: [0] })
  })

  test('counts only those asked for', () => {
    expect(factor([[0], [0], [1], [1, 2]], [1, 2])).toMatchObject({ truckFactor: 1, coverageCurve: [0.5, 0.25, 0] })
  })

  test('is not there without artifacts', () => {
    expect(factor([])).toBeNull()
  })

  test("pruned leaves out members with under a tenth of the first one's artifacts", () => {
    const sharedWithGroupsOf = (size: number) => factor(Array.from({ length: 40 }, (_, index) => [0, 1 + Math.floor(index / size)]))
    expect(sharedWithGroupsOf(3)).toMatchObject({ truckFactor: 8, prunedTruckFactor: 1 })
    expect(sharedWithGroupsOf(4)).toMatchObject({ truckFactor: 7, prunedTruckFactor: 7 })
  })

  test('is marked where the curve passes within two points of the line', () => {
    const split = (first: number, second: number) => [
      ...Array.from({ length: first }, () => [0]),
      ...Array.from({ length: second }, () => [1]),
    ]
    expect(factor(split(48, 52))?.nearLine).toBe(true)
    expect(factor(split(52, 48))?.nearLine).toBe(true)
    expect(factor(split(53, 47))?.nearLine).toBe(false)
  })
})

const artifactsArbitrary = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }), { minLength: 1, maxLength: 20 })

test('removing a person never raises coverage', () => {
  fc.assert(
    fc.property(artifactsArbitrary, fc.integer({ min: 0, max: 5 }), (artifacts, gone) => {
      const all = factor(artifacts)!
      expect(all.coverageCurve).toEqual([...all.coverageCurve].sort((a, b) => b - a))
      expect(all.coverageCurve.at(-1)).toBe(0)
      const without = factor(
        artifacts,
        EVERYBODY.filter(person => person !== gone),
      )!
      expect(without.coverageCurve[0]).toBeLessThanOrEqual(all.coverageCurve[0]!)
    }),
  )
})

test('the curve is that of taking away the author of most artifacts again and again', () => {
  fc.assert(
    fc.property(artifactsArbitrary, artifacts => {
      let left = artifacts
      const byHand = [left.filter(authors => authors.length > 0).length / artifacts.length]
      while (left.some(authors => authors.length > 0)) {
        const most = EVERYBODY.map(person => left.filter(authors => authors.includes(person)).length)
        const next = most.indexOf(Math.max(...most))
        left = left.map(authors => authors.filter(person => person !== next))
        byHand.push(left.filter(authors => authors.length > 0).length / artifacts.length)
      }
      expect(factor(artifacts)?.coverageCurve).toEqual(byHand)
    }),
  )
})
