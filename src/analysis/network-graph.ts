/** An undirected weighted network over people, as compressed rows: who shares an occasion with whom, and how closely. */
import { groupRows } from './row-order.ts'

/** Self-loops are dropped; both directions of an edge are there, with the same weight. */
export interface Network {
  readonly people: number
  /** Neighbours of person p: neighbour[offsets[p]] up to neighbour[offsets[p + 1]], ascending. */
  readonly offsets: Uint32Array
  readonly neighbour: Int32Array
  /** Above 0: the sum over shared occasions of 1 / (people in it - 1). */
  readonly weight: Float64Array
}

/** People who share an occasion, each once: occasion o has member[offsets[o]] up to member[offsets[o + 1]]. */
export interface Occasions {
  readonly offsets: Uint32Array
  readonly member: Int32Array
}

/** Weights are summed in whole millionths, so that no order of occasions matters. */
const WEIGHT_STEPS = 1_000_000

/**
 * An occasion of n people gives each pair 1 / (n - 1), so that everybody in it gains 1 in all, however many they are
 * (Newman 2001, scientific collaboration networks II). One person's row is gathered at a time: what is held never
 * exceeds the edges themselves.
 */
export function networkOf({ offsets, member }: Occasions, people: number): Network {
  const occasionOf = new Int32Array(member.length)
  for (let occasion = 0; occasion + 1 < offsets.length; occasion++) occasionOf.fill(occasion, offsets[occasion], offsets[occasion + 1])
  const places = groupRows(member.length, place => member[place]!, people)
  const sums = new Float64Array(people)
  const found: number[] = []
  const out = { offsets: new Uint32Array(people + 1), neighbour: [] as number[], weight: [] as number[] }
  for (let person = 0; person < people; person++) {
    for (let at = places.offsets[person]!; at < places.offsets[person + 1]!; at++) {
      const occasion = occasionOf[places.rows[at]!]!
      const [from, to] = [offsets[occasion]!, offsets[occasion + 1]!]
      const steps = Math.round(WEIGHT_STEPS / (to - from - 1))
      for (let place = from; place < to; place++) {
        const other = member[place]!
        if (other === person) continue
        if (sums[other] === 0) found.push(other)
        sums[other]! += steps
      }
    }
    found.sort((a, b) => a - b)
    for (const other of found) {
      out.neighbour.push(other)
      out.weight.push(sums[other]! / WEIGHT_STEPS)
      sums[other] = 0
    }
    found.length = 0
    out.offsets[person + 1] = out.neighbour.length
  }
  return { people, offsets: out.offsets, neighbour: Int32Array.from(out.neighbour), weight: Float64Array.from(out.weight) }
}

export const degreeOf = ({ offsets }: Network, person: number) => offsets[person + 1]! - offsets[person]!
