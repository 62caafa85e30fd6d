/** What is known of one leader: how near they are to the work, and what they answer for. */
import type { Dataset } from '../domain/dataset.ts'
import type { Ground } from './ground.ts'
import { isTold } from './leader-behaviours.ts'
import type { Behaviours } from './leader-behaviours.ts'
import type { LeaderLift } from './leader-lift.ts'
import type { Leader } from './leader-roster.ts'
import type { PlayerCoach } from './player-coach.ts'
import type { Rebuild } from './rebuild-test.ts'
import { isPresent } from './route-inputs.ts'

export interface LeaderMeasure {
  readonly leader: Leader
  readonly behaviours: Behaviours
  /** Mean of the three behaviours, an unknown one as 0.5; null where fewer than two are known. */
  readonly proximity: number | null
  /** Share of what proximity and accountability rest on that was there. */
  readonly coverage: number
  /** What they answer for, by itself or by their unit: the highest criticality / 5. Null where nothing says so. */
  readonly accountability: number | null
  /** The most critical of these systems; null for AI alone. */
  readonly answersFor: number | null
  /** Whether any of it matters, by its criticality or because it is AI. */
  readonly matters: boolean
  readonly playerCoach: PlayerCoach | null
  readonly rebuild: readonly Rebuild[]
  readonly lift: LeaderLift | null
}

const KNOWN_LEAST = 2
const MIDDLE = 0.5

export function proximityOf(dataset: Dataset, { since }: Leader, seen: Behaviours): Pick<LeaderMeasure, 'proximity' | 'coverage'> {
  const told = [seen.usesTools, seen.presentAtDecisions, seen.pushesBack]
  const known = told.filter(isTold).length
  const sum = told.reduce((total, one) => total + (isTold(one) ? one.share : MIDDLE), 0)
  const inputs = [isPresent(dataset, 'components.criticality'), since !== null]
  return {
    proximity: known < KNOWN_LEAST ? null : sum / told.length,
    coverage: (known + inputs.filter(Boolean).length) / (told.length + inputs.length),
  }
}

const HIGHEST_CRITICALITY = 5

export function accountabilityOf(
  { model: { components, settings } }: Ground,
  { owned, ownedBy, answersForAi }: Leader,
): Pick<LeaderMeasure, 'accountability' | 'answersFor' | 'matters'> {
  // Whoever's people made a system need not be the one who answers for it.
  const systems = ownedBy === 'work_of_reports' ? [] : owned
  const [first] = systems.toSorted((a, b) => components.criticality[b]! - components.criticality[a]! || a - b)
  const criticality = Math.max(...systems.map(system => components.criticality[system]!), answersForAi ? settings.criticalFrom : 0)
  return {
    accountability: first === undefined && !answersForAi ? null : Math.min(1, criticality / HIGHEST_CRITICALITY),
    answersFor: first ?? null,
    matters: answersForAi || systems.some(system => components.matters[system] === 1),
  }
}

/** How much hangs on somebody who is far from it: accountability x (1 - proximity), 0 to 1. Null where either is unknown. */
export const accountableButDistant = ({ accountability, proximity }: Pick<LeaderMeasure, 'accountability' | 'proximity'>) =>
  accountability === null || proximity === null ? null : accountability * (1 - proximity)
