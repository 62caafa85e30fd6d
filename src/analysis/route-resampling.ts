/** Steadiness of the route patterns: the share of seeded draws of everybody's weeks in which a flag is still raised. */
import { weekOf, weekStart } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { CoordinationPaths } from './coordination-path.ts'
import type { Ground } from './ground.ts'
import type { Misrouted } from './misrouted.ts'
import type { SystemsThinkers } from './systems-thinker.ts'
import { personWeeksOf, steadinessOf } from './week-resampling.ts'
import type { FlaggedInDraw, Resampling } from './week-resampling.ts'
import type { Period } from './window.ts'

export interface RouteSteadiness {
  readonly coordination_path: Float64Array
  readonly systems_thinker: Float64Array
  readonly misrouted_systems_thinker: Float64Array
  readonly about_to_be_misrouted: Float64Array
}

/** From the first week any flagged move is compared with, or the baseline's first, to the as-of date. */
export function routeResamplingPeriod(dataset: Dataset, ground: Ground, { findings, evaluated }: CoordinationPaths): Period {
  const first = findings.map(({ person }) => evaluated[person]!.change.stretches.before.fromWeek)
  return { from: weekStart(Math.min(weekOf(ground.periods.baseline.from), ...first)), to: dataset.asOf }
}

/** Per person; 0 for those who are not flagged. */
export function routeSteadiness(
  dataset: Dataset,
  ground: Ground,
  paths: CoordinationPaths,
  thinkers: SystemsThinkers,
  misrouted: Misrouted,
  resampling?: Resampling,
): RouteSteadiness {
  const count = dataset.people.length
  const weeks = personWeeksOf(dataset, routeResamplingPeriod(dataset, ground, paths))
  const draws = [paths, thinkers, misrouted.misrouted, misrouted.aboutToBe].map(({ findings, resample }, pattern) => ({
    pattern,
    isNeeded: findings.length > 0,
    flagged: resample(weeks),
  }))
  // One draw serves all four: pattern k counts its people from k * count on.
  const raised: FlaggedInDraw = (times, random) =>
    new Set(
      draws.flatMap(({ pattern, isNeeded, flagged }) =>
        isNeeded ? [...flagged(times, random)].map(person => pattern * count + person) : [],
      ),
    )
  const shares = steadinessOf(draws.length * count, weeks.offsets, raised, resampling)
  const of = (pattern: number) => shares.slice(pattern * count, (pattern + 1) * count)
  return { coordination_path: of(0), systems_thinker: of(1), misrouted_systems_thinker: of(2), about_to_be_misrouted: of(3) }
}
