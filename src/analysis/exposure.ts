/** Key-person exposure: the most critical thing that would be left alone without somebody. */
import type { ComponentKeeper } from './keepers.ts'
import type { KnowledgeModel } from './knowledge-model.ts'

export interface Exposure {
  /** The largest criticality / 5 x hold over the components somebody keeps; 0 where they keep none. */
  readonly exposure: number
  /** The components they keep, as indexes, ascending. */
  readonly keptComponents: readonly number[]
}

const HIGHEST_CRITICALITY = 5

/** One per person. A maximum, for a share of all components would shrink as the organisation grows. */
export function exposuresOf(model: KnowledgeModel, keepers: readonly ComponentKeeper[]): Exposure[] {
  const kept = model.people.ids.map(() => ({ exposure: 0, keptComponents: [] as number[] }))
  for (const [component, { keeper, hold }] of keepers.entries()) {
    if (keeper === null || hold === null) continue
    const person = kept[keeper]!
    person.keptComponents.push(component)
    person.exposure = Math.max(person.exposure, (model.components.criticality[component]! / HIGHEST_CRITICALITY) * hold)
  }
  return kept
}
