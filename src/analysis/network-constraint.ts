/** Structural holes (Burt 1992): how far somebody's working relations lead to the same few people, or to people apart. */
import { degreeOf } from './network-graph.ts'
import type { Network } from './network-graph.ts'

/** Per person; NaN for somebody without a working relation. */
export interface StructuralHoles {
  /** Burt's constraint with relations weighted by shared work: high where all partners work with each other too. */
  readonly constraint: Float64Array
  /** The same with every relation counting alike. */
  readonly constraintUnweighted: Float64Array
  /** Partners less the mean number of relations among them that each has (Borgatti 1997). */
  readonly effectiveSize: Float64Array
}

/**
 * Constraint of i = sum over partners j of (p_ij + sum over q of p_iq p_qj)^2, where p_ij is the share of i's
 * relations that goes to j. Values are those of networkx 3: q runs over the partners of i.
 */
export function structuralHolesOf(network: Network): StructuralHoles {
  const { people, offsets, neighbour, weight } = network
  const strength = new Float64Array(people)
  for (let person = 0; person < people; person++)
    for (let at = offsets[person]!; at < offsets[person + 1]!; at++) strength[person]! += weight[at]!
  const unknown = () => new Float64Array(people).fill(NaN)
  const [constraint, constraintUnweighted, effectiveSize] = [unknown(), unknown(), unknown()]
  const isPartner = new Uint8Array(people)
  const indirect = new Float64Array(people)
  const indirectUnweighted = new Float64Array(people)
  for (let person = 0; person < people; person++) {
    const [from, to] = [offsets[person]!, offsets[person + 1]!]
    if (from === to) continue
    for (let at = from; at < to; at++) isPartner[neighbour[at]!] = 1
    let relationsAmong = 0
    for (let at = from; at < to; at++) {
      const between = neighbour[at]!
      const share = weight[at]! / strength[person]! / strength[between]!
      const shareUnweighted = 1 / (to - from) / degreeOf(network, between)
      for (let next = offsets[between]!; next < offsets[between + 1]!; next++) {
        const partner = neighbour[next]!
        if (isPartner[partner] === 0) continue
        relationsAmong++
        indirect[partner]! += share * weight[next]!
        indirectUnweighted[partner]! += shareUnweighted
      }
    }
    let [sum, sumUnweighted] = [0, 0]
    for (let at = from; at < to; at++) {
      const partner = neighbour[at]!
      sum += (weight[at]! / strength[person]! + indirect[partner]!) ** 2
      sumUnweighted += (1 / (to - from) + indirectUnweighted[partner]!) ** 2
      isPartner[partner] = indirect[partner] = indirectUnweighted[partner] = 0
    }
    constraint[person] = sum
    constraintUnweighted[person] = sumUnweighted
    effectiveSize[person] = to - from - relationsAmong / (to - from)
  }
  return { constraint, constraintUnweighted, effectiveSize }
}
