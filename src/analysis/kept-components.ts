/** Who keeps a component that matters, how much of their year it takes, and how their pace compares. */
import type { Dataset } from '../domain/dataset.ts'
import { paceStanding } from './build-pace.ts'
import type { PaceStanding } from './build-pace.ts'
import type { ContributorPeers } from './contributor-peers.ts'
import type { Ground } from './ground.ts'
import { totalEffort } from './mode-shares.ts'
import { isWithin } from './window.ts'

/** A component that matters and its one keeper. */
export interface KeptComponent extends PaceStanding {
  /** Indexes into Dataset.people and Dataset.componentNames. */
  readonly person: number
  readonly component: number
  readonly hold: number
  readonly share: number
  readonly nextToLeading: number
  /** Share of the keeper's effort in the window, meetings and all. */
  readonly ownEffortThere: number
}

/** Components with one keeper that matter, in the order of components. */
export function keptComponents(dataset: Dataset, ground: Ground, peers: ContributorPeers, pace: Float64Array): KeptComponent[] {
  const { contributions } = dataset
  const { window } = ground.periods
  const effortThere = new Float64Array(dataset.componentNames.length)
  for (let row = 0; row < contributions.length; row++) {
    const component = contributions.component[row]!
    if (component >= 0 && isWithin(window, contributions.day[row]!) && contributions.person[row] === ground.keepers[component]!.keeper)
      effortThere[component]! += ground.effort.microHours[row]!
  }
  return ground.keepers.flatMap(({ keeper, hold, share, nextToLeading }, component) => {
    if (keeper === null || hold === null || share === null || ground.model.components.matters[component] === 0) return []
    const own = totalEffort(ground.modeEffort, keeper)
    return {
      person: keeper,
      component,
      hold,
      share,
      nextToLeading: nextToLeading ?? 0,
      ownEffortThere: own === 0 ? 0 : effortThere[component]! / own,
      ...paceStanding(peers, pace, keeper),
    }
  })
}
