/** Player-coach: somebody who leads people and still does more hands-on work than the median builder among them. */
import { weekOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Routes } from './coordination-path.ts'
import type { PeerScope } from './hands-on.ts'
import { paceIn } from './hands-on-weeks.ts'
import { isTold } from './leader-behaviours.ts'
import type { Told } from './leader-behaviours.ts'
import type { Leader } from './leader-roster.ts'
import type { LeaderSettings } from './leader-settings.ts'
import { medianOf } from './median.ts'

export interface PlayerCoach {
  readonly isPlayerCoach: boolean
  /** Hours of hands-on work per active week at full time, over the last weeks. */
  readonly hours: number
  /** The same of the median builder. */
  readonly builderHours: number
  readonly builders: number
  /** `reports`: the individual contributors below them, where there are enough; else of the unit, else of the role family. */
  readonly scope: 'reports' | PeerScope
}

/** Null for somebody who leads nobody, and where too few weeks or builders are on record. */
export function playerCoachOf(
  dataset: Dataset,
  { running, contributors }: Routes,
  leader: Leader,
  usesTools: Told,
  settings: LeaderSettings,
): PlayerCoach | null {
  const { person, reports, below } = leader
  if (reports.length === 0 || !isTold(usesTools)) return null
  const last = weekOf(dataset.asOf)
  const stretch = { fromWeek: last - settings.proximityWeeks + 1, toWeek: last }
  const paceOf = (one: number) => paceIn(running, one, stretch)
  const isObserved = (one: number) => paceOf(one).activeWeeks >= settings.proximityWeeksLeast
  if (!isObserved(person)) return null
  const { isContributor, byUnit, byFamily, familyOf } = contributors
  const groups: readonly (readonly [PlayerCoach['scope'], readonly number[]])[] = [
    ['reports', below.filter(one => isContributor[one] === 1)],
    ['unit', byUnit.get(dataset.people[person]!.orgUnit ?? '') ?? []],
    ['role_family', byFamily[familyOf[person]!]!],
  ]
  for (const [scope, group] of groups) {
    const builders = group.filter(one => one !== person && isObserved(one))
    if (builders.length < settings.buildersLeast) continue
    const builderHours = medianOf(builders.map(one => paceOf(one).handsOn))!
    const hours = paceOf(person).handsOn
    const isPlayerCoach = hours > builderHours && usesTools.share >= settings.playerCoachWeeks
    return { isPlayerCoach, hours, builderHours, builders: builders.length, scope }
  }
  return null
}
