/** Who keeps a component that matters, how much of their year it takes, and how their pace compares. */
import type { Dataset } from '../domain/dataset.ts'
import { paceStandings } from './build-pace.ts'
import type { PaceStanding } from './build-pace.ts'
import type { ContributorPeers } from './contributor-peers.ts'
import type { Ground } from './ground.ts'
import type { ComponentKeeper } from './keepers.ts'
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

/**
 * Components that matter with their one keeper, in the order of components; `leading` takes whoever did most of the work
 * as well, where authors are left, whether or not they do enough of it to keep the component.
 */
export function keptComponents(
  dataset: Dataset,
  ground: Ground,
  peers: ContributorPeers,
  pace: Float64Array,
  who: 'keeper' | 'leading' = 'keeper',
): KeptComponent[] {
  const personOf = ({ keeper, leading, verdict }: ComponentKeeper) =>
    who === 'keeper' ? keeper : verdict === 'one' || verdict === 'several' ? leading : null
  const { contributions } = dataset
  const { window } = ground.periods
  const holders = ground.keepers.map(personOf)
  const effortThere = new Float64Array(dataset.componentNames.length)
  for (let row = 0; row < contributions.length; row++) {
    const component = contributions.component[row]!
    if (component >= 0 && isWithin(window, contributions.day[row]!) && contributions.person[row] === holders[component])
      effortThere[component]! += ground.effort.microHours[row]!
  }
  const standing = paceStandings(peers, pace)
  return ground.keepers.flatMap(({ hold, share, nextToLeading }, component) => {
    const person = holders[component]!
    if (person === null || hold === null || share === null || ground.model.components.matters[component] === 0) return []
    const own = totalEffort(ground.modeEffort, person)
    return {
      person,
      component,
      hold,
      share,
      nextToLeading: nextToLeading ?? 0,
      ownEffortThere: own === 0 ? 0 : effortThere[component]! / own,
      ...standing(person),
    }
  })
}
