/** Leaders: how near each is to the work they answer for, and who of them answers from a distance. */
import type { Dataset } from '../domain/dataset.ts'
import type { Routes } from './coordination-path.ts'
import { distantLeaders } from './distant-leader.ts'
import type { PatternResult } from './finding.ts'
import type { Ground } from './ground.ts'
import { behavioursOf } from './leader-behaviours.ts'
import { leaderLifts } from './leader-lift.ts'
import { accountabilityOf, proximityOf } from './leader-measure.ts'
import type { LeaderMeasure } from './leader-measure.ts'
import { leadersOf } from './leader-roster.ts'
import type { LeaderSettings } from './leader-settings.ts'
import { playerCoachOf } from './player-coach.ts'
import { rebuildTestOf } from './rebuild-test.ts'
import type { RebuildTest } from './rebuild-test.ts'

export interface Leaders extends PatternResult {
  /** In the order of people. */
  readonly measures: readonly LeaderMeasure[]
  readonly core: Pick<RebuildTest, 'core' | 'isMarked'>
  /** Per person the share of draws in which the flag is still raised; 0 for those without. */
  readonly steadiness: Float64Array
}

export function findLeaders(dataset: Dataset, ground: Ground, routes: Routes, settings: LeaderSettings): Leaders {
  const leaders = leadersOf(dataset, ground, routes.careers)
  const behaviours = behavioursOf(dataset, ground, settings)
  const rebuild = rebuildTestOf(dataset, ground, leaders, settings)
  const lifts = leaderLifts(dataset, ground, leaders, settings)
  const measures = leaders.map((leader): LeaderMeasure => {
    const seen = behaviours(leader)
    return {
      leader,
      behaviours: seen,
      ...proximityOf(dataset, leader, seen),
      ...accountabilityOf(ground, leader),
      playerCoach: playerCoachOf(dataset, routes, leader, seen.usesTools, settings),
      rebuild: rebuild.of(leader),
      lift: lifts(leader),
    }
  })
  return { measures, core: rebuild, ...distantLeaders(dataset, ground, measures, settings) }
}
