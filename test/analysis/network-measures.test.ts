import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betweennessOf } from '../../src/analysis/network-betweenness.ts'
import { structuralHolesOf } from '../../src/analysis/network-constraint.ts'
import { coresOf } from '../../src/analysis/network-core.ts'
import { degreeOf } from '../../src/analysis/network-graph.ts'
import { secondOrderReach } from '../../src/analysis/second-order-reach.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { seededRandom } from '../../src/analysis/seeded-random.ts'
import { unitFigures } from '../../src/analysis/units.ts'
import { personId } from '../../src/domain/identifiers.ts'
import { buildDataset } from './dataset-builder.ts'
import {
  betweennessByDefinition,
  constraintByDefinition,
  coreByDefinition,
  effectiveSizeByDefinition,
  graphArbitrary,
  matrixOf,
  networkOfPairs,
} from './network-graphs.ts'
import type { Pair } from './network-graphs.ts'
import { publishedNetworkFile } from './real-data.ts'
import type { CsvRow } from './real-data.ts'

const ALL_WAYS = { exactUpTo: 2000, pivots: 512 }
const expectClose = (found: ArrayLike<number>, wanted: readonly number[], digits: number) => {
  expect(found).toHaveLength(wanted.length)
  for (const [person, value] of wanted.entries())
    if (Number.isNaN(value)) expect(found[person]).toBeNaN()
    else expect(found[person]).toBeCloseTo(value, digits)
}

describe('measures of a network', () => {
  test('are those of textbook graphs', () => {
    const star = structuralHolesOf(
      networkOfPairs(
        5,
        [1, 2, 3, 4].map(leaf => [0, leaf] as const),
      ),
    )
    expect(star.constraint[0]).toBe(0.25)
    expect(star.effectiveSize[0]).toBe(4)
    const triangle: Pair[] = [
      [0, 1],
      [1, 2],
      [2, 0],
    ]
    expect([...structuralHolesOf(networkOfPairs(3, triangle)).constraint]).toEqual([1.125, 1.125, 1.125])
    const path: Pair[] = [
      [0, 1],
      [1, 2],
      [2, 3],
    ]
    expect([...structuralHolesOf(networkOfPairs(4, path)).constraint]).toEqual([1, 0.5, 0.5, 1])
    expect([...coresOf(networkOfPairs(5, [...triangle, [2, 3]]))]).toEqual([2, 2, 2, 1, 0])
    expect(betweennessOf(networkOfPairs(3, path.slice(0, 2)), ALL_WAYS)).toEqual({ value: Float64Array.of(0, 1, 0), standardError: null })
  })

  test('are undefined for somebody who shares nothing with anybody', () => {
    const network = networkOfPairs(3, [[0, 1]])
    const { constraint, constraintUnweighted, effectiveSize } = structuralHolesOf(network)
    for (const values of [constraint, constraintUnweighted, effectiveSize, betweennessOf(network, ALL_WAYS).value])
      expect(values[2]).toBeNaN()
  })

  test('agree with their definitions on any small graph', () => {
    fc.assert(
      fc.property(graphArbitrary, ([people, pairs]) => {
        const network = networkOfPairs(people, pairs)
        const matrix = matrixOf(people, pairs)
        const plain = matrix.map(row => row.map(weight => Math.min(1, weight)))
        const each = (measure: (person: number) => number) => Array.from({ length: people }, (_, person) => measure(person))
        const holes = structuralHolesOf(network)
        expectClose(
          holes.constraint,
          each(person => constraintByDefinition(matrix, person)),
          9,
        )
        expectClose(
          holes.constraintUnweighted,
          each(person => constraintByDefinition(plain, person)),
          9,
        )
        expectClose(
          holes.effectiveSize,
          each(person => effectiveSizeByDefinition(matrix, person)),
          9,
        )
        expect([...coresOf(network)]).toEqual(each(person => coreByDefinition(matrix, person)))
        const linked = each(person => degreeOf(network, person)).filter(degree => degree > 0).length
        const pairsOfOthers = Math.max(1, ((linked - 1) * (linked - 2)) / 2)
        const ways = each(person => (degreeOf(network, person) === 0 ? NaN : betweennessByDefinition(matrix, person) / pairsOfOthers))
        expectClose(betweennessOf(network, ALL_WAYS).value, ways, 9)
      }),
      { numRuns: 200 },
    )
  })

  test('betweenness of drawn sources is right on average, and its standard error tells how far off it is', () => {
    const people = 400
    const random = seededRandom(5)
    const hub = () => (random.unit() < 0.5 ? random.below(40) : random.below(people))
    const pairs = Array.from({ length: 2400 }, (): Pair => [random.below(people), hub()]).filter(([one, other]) => one !== other)
    const exact = betweennessOf(networkOfPairs(people, pairs), ALL_WAYS).value
    const drawn = { exactUpTo: 100, pivots: 128 }
    let [found, squaredErrors, toldVariance] = [0, 0, 0]
    for (let turn = 0; turn < 20; turn++) {
      const numberOf = Array.from({ length: people }, (_, person) => ({ person, by: random.unit() })).sort((a, b) => a.by - b.by)
      const renumbered = networkOfPairs(
        people,
        pairs.map(([one, other]): Pair => [numberOf[one]!.person, numberOf[other]!.person]),
      )
      const { value, standardError } = betweennessOf(renumbered, drawn)
      expect(betweennessOf(renumbered, drawn)).toEqual({ value, standardError })
      for (const [person, share] of exact.entries()) {
        const at = numberOf[person]!.person
        found += value[at]! / 20
        squaredErrors += (value[at]! - share) ** 2
        toldVariance += standardError![at]! ** 2
      }
    }
    const wanted = exact.reduce((sum, share) => sum + share, 0)
    expect(found / wanted).toBeGreaterThan(0.98)
    expect(found / wanted).toBeLessThan(1.02)
    expect(squaredErrors / toldVariance).toBeGreaterThan(0.85)
    expect(squaredErrors / toldVariance).toBeLessThan(1.15)
  })
})

describe('published networks', () => {
  const files = { ht_advice: 'krackhardt_advice', law_advice: 'lazega_advice', law_cowork: 'lazega_cowork' } as const
  test.for(Object.entries(files))('%s comes out as published', ([network, golden], { skip }) => {
    const [edges, wanted] = [publishedNetworkFile(`${network}_edges.csv`), publishedNetworkFile(`golden/${golden}_metrics.csv`)]
    if (edges === null || wanted === null) return skip()
    const places = new Map(wanted.map((row, place) => [row['id'], place]))
    const graph = networkOfPairs(
      wanted.length,
      edges.map((row): Pair => [places.get(row['from'])!, places.get(row['to'])!]),
    )
    const column = (name: string) => wanted.map(row => Number(row[name]))
    const { constraint, constraintUnweighted, effectiveSize } = structuralHolesOf(graph)
    expectClose(constraint, column('constraint_weighted'), 6)
    expectClose(constraintUnweighted, column('constraint_unweighted'), 6)
    expectClose(effectiveSize, column('effective_size'), 6)
    expectClose(betweennessOf(graph, ALL_WAYS).value, column('betweenness_norm'), 6)
    expect([...coresOf(graph)]).toEqual(column('kcore'))
    expect(wanted.map((_, place) => degreeOf(graph, place))).toEqual(column('degree'))
  })

  test('spans and layers of a small firm come out as published', ({ skip }) => {
    const rows = publishedNetworkFile('golden/krackhardt_spans.csv')
    if (rows === null) return skip()
    const idOf = (row: CsvRow) => row['id']!
    const people = rows.map(row => ({
      id: idOf(row),
      orgUnit: `Firm/${idOf(row)}`,
      managerId: row['manager'] ? personId(row['manager']) : null,
    }))
    const dataset = buildDataset({ people, asOf: '2026-01-01' })
    const units = new Map(unitFigures(dataset, groundOf(dataset, DEFAULT_SETTINGS)).map(unit => [unit.unit, unit]))
    for (const row of rows) expect(units.get(`Firm/${idOf(row)}`)!.span ?? 0).toBe(Number(row['span']))
    expect(units.get('Firm')!.layers).toBe(1 + Math.max(...rows.map(row => Number(row['depth_from_root']))))
  })
})

test('second-order reach is the damped count of ways of any length, on any small network', () => {
  fc.assert(
    fc.property(graphArbitrary, ([people, all]) => {
      const pairs = [...new Map(all.map(pair => [pair.join(), pair])).values()]
      const found = secondOrderReach(
        Int32Array.from(pairs, ([author]) => author),
        Int32Array.from(pairs, ([, user]) => user),
        people,
      )
      const damping = 0.5 / Math.max(1, growthOf(people, pairs))
      // The eigenvalue is found by two hundred steps, which leaves a per cent or two on networks that run in circles.
      const [least, most] = [dampedWays(people, pairs, damping * 0.98), dampedWays(people, pairs, Math.min(0.5, damping * 1.02))]
      for (const [person, value] of found.entries()) {
        expect(value).toBeGreaterThanOrEqual(least[person]! - 1e-6)
        expect(value).toBeLessThanOrEqual(most[person]! + 1e-6)
      }
    }),
    { numRuns: 200 },
  )
})

/** Per author the ways of each length that lead on from user to user, each step beyond the first counting less. */
function dampedWays(people: number, pairs: readonly Pair[], damping: number): number[] {
  let ways = Array.from({ length: people }, () => 1)
  const sum = Array.from({ length: people }, () => 0)
  for (let length = 1; length <= 100; length++) {
    const next = Array.from({ length: people }, () => 0)
    for (const [author, user] of pairs) next[author]! += ways[user]!
    ways = next
    for (let person = 0; person < people; person++) sum[person]! += damping ** (length - 1) * ways[person]!
  }
  return sum
}

/** The largest eigenvalue by Gelfand's formula: what ways grow by when they are made one longer, of ways of 2^30 steps. */
function growthOf(people: number, pairs: readonly Pair[]): number {
  let matrix = Array.from({ length: people }, () => Array.from({ length: people }, () => 0))
  for (const [author, user] of pairs) matrix[author]![user] = 1
  let logarithm = 0
  for (let doubling = 0; doubling < 30; doubling++) {
    matrix = matrix.map(row => matrix.map((_, column) => row.reduce((sum, value, between) => sum + value * matrix[between]![column]!, 0)))
    const largest = Math.max(...matrix.flat())
    if (largest === 0) return 0
    matrix = matrix.map(row => row.map(value => value / largest))
    logarithm = logarithm * 2 + Math.log(largest)
  }
  return Math.exp(logarithm / 2 ** 30)
}
