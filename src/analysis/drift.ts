/** Drift: somebody comes to coordinate for most of the time without any event that says so. */
import type { Dataset } from '../domain/dataset.ts'
import type { Gate } from './band.ts'
import type { Ground } from './ground.ts'
import { areMet } from './band.ts'
import { handsOnChange, NO_PEERS, peersOf } from './hands-on.ts'
import type { Contributors, HandsOnChange, Stretches } from './hands-on.ts'
import { firstEntryFrom, paceIn } from './hands-on-weeks.ts'
import type { RunningWeeks, Stretch } from './hands-on-weeks.ts'
import { modeShares } from './mode-shares.ts'
import type { RouteSettings } from './route-settings.ts'
import { weeksOf } from './window.ts'
import type { Period } from './window.ts'

export interface Drift extends HandsOnChange {
  /** Coordinate share of the window's effort; NaN without effort. */
  readonly coordinateShare: number
  /** Meeting hours per active week of the window over those of the baseline, where both are recorded; NaN otherwise. */
  readonly meetingsRatio: number
  /** Share of the window's active weeks in which coordination was over half: a burst fills few of them. */
  readonly coordinatingWeeks: number
}

export function driftStretches({ periods }: Ground): Stretches {
  return { before: stretchOf(periods.baseline), since: stretchOf(periods.window) }
}

/** The whole weeks that begin in the period. */
function stretchOf(period: Period): Stretch {
  const { firstWeek, weekCount } = weeksOf({ from: period.from + 6, to: period.to })
  return { fromWeek: firstWeek, toWeek: firstWeek + weekCount - 1 }
}

/** Null without enough active weeks in the baseline or the window. Peers are looked for only where all else says drift. */
export function driftOf(
  dataset: Dataset,
  ground: Ground,
  running: RunningWeeks,
  contributors: Contributors,
  person: number,
  settings: RouteSettings,
): Drift | null {
  const stretches = driftStretches(ground)
  if (paceIn(running, person, stretches.before).activeWeeks < settings.moveWeeksBefore) return null
  if (paceIn(running, person, stretches.since).activeWeeks < ground.settings.minimumActiveWeeks) return null
  const own = {
    coordinateShare: modeShares(ground.modeEffort, person)?.coordinate ?? NaN,
    meetingsRatio: meetingsRatio(running, person, stretches, settings.moveWeeksBefore),
    coordinatingWeeks: coordinatingWeeks(running, person, stretches.since),
  }
  const alone: Drift = { ...handsOnChange(running, person, stretches, NO_PEERS), ...own }
  // Whom everybody could be held against is as many people for each: never kept for those who are not drifting.
  if (!areMet(driftGates(alone, settings))) return alone
  const peers = peersOf(dataset, running, contributors, person, stretches, settings)
  return { ...handsOnChange(running, person, stretches, peers), ...own }
}

/** Meetings are compared over the weeks since the person's first recorded one: a calendar that came later is no drift. */
export function meetingsRatio(running: RunningWeeks, person: number, { before, since }: Stretches, leastWeeks: number): number {
  const { weeks } = running
  let first = weeks.offsets[person]!
  while (first < weeks.offsets[person + 1]! && weeks.meetings[first] === 0) first++
  if (first === weeks.offsets[person + 1]!) return NaN
  const recorded = paceIn(running, person, { fromWeek: Math.max(before.fromWeek, weeks.week[first]!), toWeek: before.toWeek })
  if (recorded.activeWeeks < leastWeeks || !(recorded.meetings > 0)) return NaN
  return paceIn(running, person, since).meetings / recorded.meetings
}

function coordinatingWeeks({ weeks }: RunningWeeks, person: number, { fromWeek, toWeek }: Stretch): number {
  let [active, coordinating] = [0, 0]
  for (let entry = firstEntryFrom(weeks, person, fromWeek); entry < firstEntryFrom(weeks, person, toWeek + 1); entry++) {
    if (weeks.active[entry] === 0) continue
    active++
    if (weeks.coordinate[entry]! > weeks.handsOn[entry]!) coordinating++
  }
  return coordinating / active
}

/** All are asked for. The last two keep a unit that slowed down as a whole, and short bursts, from being drift. */
export function driftGates(drift: Drift, settings: RouteSettings): Gate[] {
  const gate = (measure: string, value: number, threshold: number, asks: Gate['asks']): Gate => ({ measure, value, threshold, asks })
  const beyondPeers = Number.isNaN(drift.ratioToPeers)
    ? []
    : [gate('hands_on_ratio_to_peers', drift.ratioToPeers, settings.driftHandsOn, 'under')]
  return [
    gate('coordinate_share', drift.coordinateShare, settings.driftShare, 'over'),
    gate('meetings_ratio', drift.meetingsRatio, settings.driftMeetings, 'at_least'),
    gate('hands_on_ratio', drift.ratio, settings.driftHandsOn, 'under'),
    ...beyondPeers,
    gate('coordinating_weeks', drift.coordinatingWeeks, settings.driftShare, 'at_least'),
  ]
}
