/** Who works with whom, and where everybody stands in it: structural holes, cores, and ways between others. */
import type { Dataset } from '../domain/dataset.ts'
import type { Ground } from './ground.ts'
import { betweennessOf } from './network-betweenness.ts'
import type { Betweenness } from './network-betweenness.ts'
import { structuralHolesOf } from './network-constraint.ts'
import type { StructuralHoles } from './network-constraint.ts'
import { coresOf } from './network-core.ts'
import { degreeOf, networkOf } from './network-graph.ts'
import type { OrganisationSettings } from './organisation-settings.ts'
import type { UsePairs } from './reach.ts'
import { workOccasionsOf } from './work-occasions.ts'

export interface WorkNetwork extends StructuralHoles {
  /** False where no two people share an occasion in the window: then nothing is known of anybody. */
  readonly isRecorded: boolean
  /** Per person how many others they share an occasion with. */
  readonly partners: Uint32Array
  /** Per person; 0 without a working relation. */
  readonly core: Uint32Array
  readonly betweenness: Betweenness
  /** Work items and pieces of work that link nobody, for too many people are in them. */
  readonly tooLarge: number
}

/** Of the window, with everybody who has records in it: who has left since is still part of how the others worked. */
export function workNetworkOf(dataset: Dataset, ground: Ground, uses: UsePairs, settings: OrganisationSettings): WorkNetwork {
  const occasions = workOccasionsOf(dataset, ground, uses, ground.periods.window, settings.occasionPeople)
  const network = networkOf(occasions, dataset.people.length)
  return {
    isRecorded: network.neighbour.length > 0,
    partners: Uint32Array.from(dataset.people, (_, person) => degreeOf(network, person)),
    ...structuralHolesOf(network),
    core: coresOf(network),
    betweenness: betweennessOf(network, { exactUpTo: settings.betweennessExact, pivots: settings.betweennessPivots }),
    tooLarge: occasions.tooLarge,
  }
}
