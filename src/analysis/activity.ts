/** Which weeks somebody was at work in, as far as the records show. */
import { weekOf, weekStart } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { isAway, isAwayAllWeek } from './leave.ts'
import type { Leaves } from './leave.ts'
import type { Settings } from './settings.ts'
import { isWeekWithin, isWithin, weeksOf } from './window.ts'
import type { Period } from './window.ts'

export interface Activity {
  readonly period: Period
  /** The week (calendar.weekOf) the period starts in. */
  readonly firstWeek: number
  readonly weekCount: number
  /** 1 where person p was active in week w of the period: at p * weekCount + w. */
  readonly active: Uint8Array
  /** Active weeks per person. */
  readonly activeWeeks: Uint16Array
  /** 1 for those with enough active weeks to be compared with others. */
  readonly observed: Uint8Array
}

/**
 * An active week has meeting hours, or a contribution that is not a review, outside leave. A kind
 * that is not mapped yet shows nothing: it might be a review.
 */
export function activityOf(dataset: Dataset, period: Period, leaves: Leaves, settings: Settings): Activity {
  const { firstWeek, weekCount } = weeksOf(period)
  const active = new Uint8Array(dataset.people.length * weekCount)
  const { contributions, meetings } = dataset
  const shows = dataset.kindOf.map((kind, index) => kind !== null && dataset.kindNames[index] !== 'review')
  for (let row = 0; row < contributions.length; row++) {
    const day = contributions.day[row]!
    if (!isWithin(period, day) || !shows[contributions.kind[row]!]) continue
    const person = contributions.person[row]!
    if (!isAway(leaves[person]!, day)) active[person * weekCount + weekOf(day) - firstWeek] = 1
  }
  for (let row = 0; row < meetings.length; row++) {
    const week = meetings.week[row]!
    if (!(meetings.meetingHours[row]! > 0) || !isWeekWithin(period, week)) continue
    const person = meetings.person[row]!
    if (!isAwayAllWeek(leaves[person]!, weekStart(week))) active[person * weekCount + week - firstWeek] = 1
  }
  const activeWeeks = new Uint16Array(dataset.people.length)
  for (let index = 0; index < active.length; index++) if (active[index] === 1) activeWeeks[Math.floor(index / weekCount)]!++
  return {
    period,
    firstWeek,
    weekCount,
    active,
    activeWeeks,
    observed: Uint8Array.from(activeWeeks, weeks => (weeks >= settings.minimumActiveWeeks ? 1 : 0)),
  }
}
