/** The truck factor of a component or of the whole, over all authors ever or over those who are there. */
import { allArtifacts, artifactsOf } from './knowledge-model.ts'
import type { KnowledgeModel } from './knowledge-model.ts'
import { truckFactorOf } from './truck-factor.ts'
import type { ArtifactRange, TruckFactor } from './truck-factor.ts'

/** @param component null for the whole */
export function modelTruckFactor(model: KnowledgeModel, component: number | null, counts: Uint8Array): TruckFactor | null {
  const range = component === null ? allArtifacts(model) : artifactsOf(model, component)
  return truckFactorOf(model.authorship, range, counts, changesWithin(model, range), model.settings)
}

export const everybody = (model: KnowledgeModel) => new Uint8Array(model.people.ids.length).fill(1)

/** Each person's changes to the artifacts of a range, summed up when first asked for: only ties need them. */
function changesWithin({ authorship, people }: KnowledgeModel, range: ArtifactRange): (person: number) => number {
  let sums: Uint32Array | null = null
  return person => {
    if (sums === null) {
      sums = new Uint32Array(people.ids.length)
      for (let at = authorship.personOffsets[range.from]!; at < authorship.personOffsets[range.to]!; at++)
        sums[authorship.person[at]!]! += authorship.ownChanges[at]!
    }
    return sums[person]!
  }
}
