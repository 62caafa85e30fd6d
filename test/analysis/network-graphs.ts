/** Small networks for tests, and the definitions of their measures worked out the slow way. */
import fc from 'fast-check'
import { networkOf } from '../../src/analysis/network-graph.ts'
import type { Network } from '../../src/analysis/network-graph.ts'

export type Pair = readonly [number, number]

/** Every pair is an occasion of two, so that a pair that stands twice weighs 2. */
export const networkOfPairs = (people: number, pairs: readonly Pair[]): Network =>
  networkOf(
    { offsets: Uint32Array.from({ length: pairs.length + 1 }, (_, pair) => pair * 2), member: Int32Array.from(pairs.flat()) },
    people,
  )

/** Up to nine people, some of them alone, some pairs more than once. */
export const graphArbitrary = fc.integer({ min: 1, max: 9 }).chain(people =>
  fc.tuple(
    fc.constant(people),
    fc.array(
      fc.tuple(fc.nat(people - 1), fc.nat(people - 1)).filter(([one, other]) => one !== other),
      { maxLength: people === 1 ? 0 : 24 },
    ),
  ),
)

/** Weights as a full matrix. */
export function matrixOf(people: number, pairs: readonly Pair[]): number[][] {
  const matrix = Array.from({ length: people }, () => Array.from({ length: people }, () => 0))
  for (const [one, other] of pairs) {
    matrix[one]![other]!++
    matrix[other]![one]!++
  }
  return matrix
}

const everybody = (matrix: readonly unknown[]) => [...matrix.keys()]

/** Burt 1992, as networkx computes it: the sum over partners alone. NaN without any. */
export function constraintByDefinition(matrix: readonly (readonly number[])[], person: number): number {
  const strength = (one: number) => matrix[one]!.reduce((sum, weight) => sum + weight, 0)
  const part = (one: number, other: number) => matrix[one]![other]! / strength(one)
  const partners = everybody(matrix).filter(other => matrix[person]![other]! > 0)
  if (partners.length === 0) return NaN
  return partners.reduce((sum, partner) => {
    const indirect = partners.reduce((total, between) => total + part(person, between) * part(between, partner), 0)
    return sum + (part(person, partner) + indirect) ** 2
  }, 0)
}

/** Partners less the mean number of partners each of them shares with the person. */
export function effectiveSizeByDefinition(matrix: readonly (readonly number[])[], person: number): number {
  const partners = everybody(matrix).filter(other => matrix[person]![other]! > 0)
  const redundant = partners.map(partner => partners.filter(other => matrix[partner]![other]! > 0).length)
  return partners.length === 0 ? NaN : partners.length - redundant.reduce((sum, one) => sum + one, 0) / partners.length
}

/** The largest k such that taking off whoever has fewer than k partners, again and again, leaves the person. */
export function coreByDefinition(matrix: readonly (readonly number[])[], person: number): number {
  for (let k = matrix.length; k > 0; k--) {
    let left = new Set(everybody(matrix))
    for (let before = -1; before !== left.size;) {
      before = left.size
      const kept = left
      left = new Set([...kept].filter(one => [...kept].filter(other => matrix[one]![other]! > 0).length >= k))
    }
    if (left.has(person)) return k
  }
  return 0
}

/** Unordered pairs of others, each by the share of all its shortest ways, walked one by one, on which the person stands. */
export function betweennessByDefinition(matrix: readonly (readonly number[])[], person: number): number {
  let sum = 0
  for (const from of everybody(matrix))
    for (const to of everybody(matrix)) {
      if (from >= to || from === person || to === person) continue
      const ways = shortestWays(matrix, from, to)
      if (ways.length > 0) sum += ways.filter(way => way.includes(person)).length / ways.length
    }
  return sum
}

function shortestWays(matrix: readonly (readonly number[])[], from: number, to: number): number[][] {
  for (let ways = [[from]]; ways.length > 0;) {
    const arrived = ways.filter(way => way.at(-1) === to)
    if (arrived.length > 0) return arrived
    ways = ways.flatMap(way =>
      everybody(matrix).flatMap(next => (matrix[way.at(-1)!]![next]! > 0 && !way.includes(next) ? [[...way, next]] : [])),
    )
  }
  return []
}
