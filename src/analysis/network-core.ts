/** k-cores: the largest k for which somebody belongs to a group where everybody has k partners within it. */
import { degreeOf } from './network-graph.ts'
import type { Network } from './network-graph.ts'

/** Per person; 0 without a working relation. Batagelj and Zaversnik 2003: people are taken off in the order of their degree. */
export function coresOf(network: Network): Uint32Array {
  const { people, offsets, neighbour } = network
  const core = Uint32Array.from({ length: people }, (_, person) => degreeOf(network, person))
  const largest = core.reduce((most, degree) => Math.max(most, degree), 0)
  // People by remaining degree: those of degree d begin at starts[d].
  const starts = new Uint32Array(largest + 2)
  for (const degree of core) starts[degree + 1]!++
  for (let degree = 0; degree <= largest; degree++) starts[degree + 1]! += starts[degree]!
  const next = starts.slice()
  const order = new Uint32Array(people)
  const placeOf = new Uint32Array(people)
  for (let person = 0; person < people; person++) {
    placeOf[person] = next[core[person]!]!++
    order[placeOf[person]!] = person
  }
  for (let place = 0; place < people; place++) {
    const person = order[place]!
    for (let at = offsets[person]!; at < offsets[person + 1]!; at++) {
      const other = neighbour[at]!
      if (core[other]! <= core[person]!) continue
      // The other changes places with the first of its degree, and belongs to the degree below from then on.
      const firstPlace = starts[core[other]!]!
      const first = order[firstPlace]!
      order[placeOf[other]!] = first
      placeOf[first] = placeOf[other]!
      order[firstPlace] = other
      placeOf[other] = firstPlace
      starts[core[other]!] = firstPlace + 1
      core[other]!--
    }
  }
  return core
}
