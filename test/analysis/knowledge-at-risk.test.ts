import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { knowledgeAtRisk, knownArtifacts, lossesOfGroups, meanBeyond, quantileOf } from '../../src/analysis/knowledge-at-risk.ts'
import { simulateDeparture } from '../../src/analysis/departure.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput } from './dataset-builder.ts'
import { datasetArbitrary } from './random-dataset.ts'

/** Per author the artifacts they know. */
const lists = (known: readonly (readonly number[])[]) => known.map(list => Uint32Array.from(list))
const knownArbitrary = fc
  .array(fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 7 })
  .map(known => lists(known.map(list => list.toSorted((a, b) => a - b))))

/** By the book: every subset of that size, its loss counted from the artifacts. */
function everyLoss(known: readonly Uint32Array[], size: number): number[] {
  const artifacts = new Set(known.flatMap(list => [...list]))
  const losses: number[] = []
  for (let subset = 0; subset < 2 ** known.length; subset++) {
    const isLeaver = (author: number) => ((subset >> author) & 1) === 1
    if (known.filter((_, author) => isLeaver(author)).length !== size) continue
    losses.push([...artifacts].filter(artifact => known.every((list, author) => isLeaver(author) || !list.includes(artifact))).length)
  }
  return losses.sort((a, b) => a - b)
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

describe('losses of random groups', () => {
  test('are those of every group by brute force where groups are few', () => {
    fc.assert(
      fc.property(knownArbitrary, fc.integer({ min: 1, max: 7 }), (known, size) => {
        const taken = Math.min(size, known.length)
        const { losses, isExact } = lossesOfGroups(known, size)
        expect(isExact).toBe(true)
        expect([...losses]).toEqual(everyLoss(known, taken))
      }),
    )
  })

  test('come near to those of every group where they are drawn', () => {
    const known = lists(Array.from({ length: 14 }, (_, author) => [author, 14 + (author % 5), 19 + (author % 2)]))
    const drawn = lossesOfGroups(known, 5, 1500)
    const every = everyLoss(known, 5)
    expect(drawn.isExact).toBe(false)
    expect(drawn.losses).toHaveLength(1500)
    expect(sum(drawn.losses) / 1500).toBeCloseTo(sum(every) / every.length, 1)
    expect(quantileOf(drawn.losses, 0.95)).toBe(quantileOf(Uint32Array.from(every), 0.95))
  })

  test('never shrink when one more person leaves, in any draw and in all groups together', () => {
    fc.assert(
      fc.property(knownArbitrary, fc.integer({ min: 1, max: 6 }), fc.constantFrom(1, 1000), (known, size, draws) => {
        fc.pre(size < known.length)
        const [fewer, more] = [size, size + 1].map(one => lossesOfGroups(known, one, draws))
        fc.pre(fewer!.isExact === more!.isExact)
        expect(quantileOf(more!.losses, 0.95)).toBeGreaterThanOrEqual(quantileOf(fewer!.losses, 0.95))
        expect(meanBeyond(more!.losses, 0.95)).toBeGreaterThanOrEqual(meanBeyond(fewer!.losses, 0.95) - 1e-9)
      }),
    )
  })

  test('are the same each time', () => {
    const known = lists(Array.from({ length: 40 }, (_, author) => [author, 40 + (author % 7)]))
    expect(lossesOfGroups(known, 9)).toEqual(lossesOfGroups(known, 9))
  })
})

describe('the tail', () => {
  test('begins where 95 of 100 groups end, and its mean is that of the worst 5', () => {
    const hundred = Uint32Array.from({ length: 100 }, (_, place) => place + 1)
    expect([quantileOf(hundred, 0.95), meanBeyond(hundred, 0.95)]).toEqual([95, 98])
  })

  test('counts a group in part where a twentieth is no whole number of them', () => {
    expect(
      meanBeyond(
        Uint32Array.from({ length: 30 }, (_, place) => place),
        0.95,
      ),
    ).toBeCloseTo((29 + 0.5 * 28) / 1.5, 10)
    expect(meanBeyond(Uint32Array.of(2, 4), 0.95)).toBe(4)
  })

  test('is never lighter than the quantile it begins at', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 200 }), values => {
        const ascending = Uint32Array.from(values).sort()
        expect(meanBeyond(ascending, 0.95)).toBeGreaterThanOrEqual(quantileOf(ascending, 0.95) - 1e-9)
      }),
    )
  })
})

describe('knowledge at risk', () => {
  const add = (person: string, artifact: string): ContributionInput => ({
    person,
    at: '2024-05-01',
    component: 'core',
    artifact,
    change: 'added',
  })
  const contributions = [add('ada', 'a'), add('ada', 'b'), add('bob', 'c'), add('bob', 'd'), add('cyd', 'd')]
  const atRisk = (people: readonly { id: string; terminationDate: string | null }[], leaverShare = 0.1) =>
    knowledgeAtRisk(analyse(buildDataset({ asOf: '2024-12-31', people, contributions }), { ...DEFAULT_SETTINGS, leaverShare }).model)
  const here = (id: string) => ({ id, terminationDate: null })

  test('is told of the authors who are here, as shares of all artifacts', () => {
    expect(atRisk(['ada', 'bob', 'cyd'].map(here))).toMatchObject({
      groupSize: 1,
      authors: 3,
      groups: 3,
      isExact: true,
      quantile95: 0.5,
      meanBeyond: 0.5,
    })
    const withoutAda = [{ id: 'ada', terminationDate: '2024-10-01' }, here('bob'), here('cyd')]
    expect(atRisk(withoutAda)).toMatchObject({ authors: 2, quantile95: 0.25 })
    expect(atRisk(withoutAda, 1)).toMatchObject({ groupSize: 2, groups: 1, quantile95: 0.5, meanBeyond: 0.5 })
  })

  test('is unknown where no author is here', () => {
    expect(atRisk([here('dan')])).toBeNull()
    const nothing = analyse(buildDataset({ asOf: '2024-12-31', people: [here('ada')] }), DEFAULT_SETTINGS)
    expect(nothing.atRisk).toBeNull()
  })

  test('of one group is what the simulated departure of its members loses', () => {
    fc.assert(
      fc.property(datasetArbitrary, input => {
        const { model } = analyse(buildDataset(input), DEFAULT_SETTINGS)
        const known = knownArtifacts(model)
        fc.pre(known.length > 0)
        const everybody = simulateDeparture(model, [...model.people.ids.keys()])
        expect(lossesOfGroups(known, known.length).losses[0]).toBe(everybody.artifactsLost)
      }),
      { numRuns: 30 },
    )
  })
})
