/** One factor per role family that turns points into hours: a typical week's hours over its typical points. */
import { weekOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Activity } from './activity.ts'
import { medianOf } from './median.ts'
import type { MeetingHours } from './meeting-hours.ts'
import type { Pieces } from './pieces.ts'
import { MICRO_HOURS, kindOfPiece } from './points.ts'
import { fullTimeOf, roleFamiliesOf } from './role-families.ts'
import type { Settings } from './settings.ts'
import { isWithin } from './window.ts'

export interface HoursPerPoint {
  /** Null for those of whom no role family is known. */
  readonly roleFamily: string | null
  readonly hours: number
  /** What a week's hours were taken from; `typical` where the family has no measured week (then everybody's factor, or 1). */
  readonly basis: 'focus_hours' | 'working_week' | 'typical'
  /** The person-weeks it rests on. */
  readonly weeks: number
}

/** Active weeks with points, as columns of equal length. */
export interface MeasuredWeeks {
  readonly points: readonly number[]
  /** NaN where unknown. */
  readonly focusHours: readonly number[]
  readonly remainingHours: readonly number[]
}

interface FactorInputs {
  readonly pieces: Pieces
  readonly points: Float64Array
  /** Micro-hours that rows give themselves. */
  readonly recorded: Float64Array
  readonly meetings: MeetingHours
  readonly activity: Activity
}

/**
 * Median focus hours of a week, or where nobody has focus hours the median of `weekHours` x fte less meeting
 * hours, over the median points of a week. Hours that rows record themselves are taken off first.
 */
export function hoursPerPoint(weeks: MeasuredWeeks): Omit<HoursPerPoint, 'roleFamily'> {
  const focusHours = weeks.focusHours.filter(hours => !Number.isNaN(hours))
  const points = medianOf(weeks.points)
  const hours = medianOf(focusHours.length > 0 ? focusHours : weeks.remainingHours)
  if (points === null || hours === null || points <= 0 || hours <= 0) return { hours: 1, basis: 'typical', weeks: 0 }
  return { hours: hours / points, basis: focusHours.length > 0 ? 'focus_hours' : 'working_week', weeks: weeks.points.length }
}

/** Per role family, in the order of roleFamiliesOf. */
export function hoursPerPointOf(dataset: Dataset, inputs: FactorInputs, settings: Settings): HoursPerPoint[] {
  const { families, familyOf } = roleFamiliesOf(dataset)
  const byFamily = families.map(() => ({ points: [] as number[], focusHours: [] as number[], remainingHours: [] as number[] }))
  const { active, firstWeek, weekCount } = inputs.activity
  const { offsets, week: meetingWeek, microHours: meetingMicroHours, focusHours } = inputs.meetings.weeks
  const weekPoints = new Float64Array(weekCount)
  const weekTaken = new Float64Array(weekCount)
  const weekFocus = new Float64Array(weekCount)
  let piece = 0
  for (const [person, { fte }] of dataset.people.entries()) {
    weekPoints.fill(0)
    weekTaken.fill(0)
    weekFocus.fill(NaN)
    piece = addPieces(dataset, inputs, person, piece, weekPoints, weekTaken)
    for (let entry = offsets[person]!; entry < offsets[person + 1]!; entry++) {
      const week = meetingWeek[entry]! - firstWeek
      if (week < 0 || week >= weekCount) continue
      weekFocus[week] = focusHours[entry]! - weekTaken[week]! / MICRO_HOURS
      weekTaken[week]! += meetingMicroHours[entry]!
    }
    const measured = byFamily[familyOf[person]!]!
    for (let week = 0; week < weekCount; week++) {
      if (weekPoints[week] === 0 || active[person * weekCount + week] === 0) continue
      measured.points.push(weekPoints[week]! / MICRO_HOURS)
      measured.focusHours.push(Math.max(0, weekFocus[week]!))
      measured.remainingHours.push(Math.max(0, settings.weekHours * fullTimeOf({ fte }) - weekTaken[week]! / MICRO_HOURS))
    }
  }
  const everybody = hoursPerPoint({
    points: byFamily.flatMap(weeks => weeks.points),
    focusHours: byFamily.flatMap(weeks => weeks.focusHours),
    remainingHours: byFamily.flatMap(weeks => weeks.remainingHours),
  })
  return families.map((roleFamily, index) => {
    const own = hoursPerPoint(byFamily[index]!)
    return own.weeks > 0 ? { roleFamily, ...own } : { roleFamily, hours: everybody.hours, basis: 'typical', weeks: 0 }
  })
}

/** Adds one person's pieces to the weeks of the period; returns the first piece of the next person. */
function addPieces(
  dataset: Dataset,
  inputs: FactorInputs,
  person: number,
  from: number,
  weekPoints: Float64Array,
  weekTaken: Float64Array,
): number {
  const { contributions } = dataset
  const { pieces, points, recorded, meetings, activity } = inputs
  let piece = from
  for (; piece < pieces.count; piece++) {
    const first = pieces.order[pieces.starts[piece]!]!
    if (contributions.person[first] !== person) break
    const day = contributions.day[first]!
    if (!isWithin(activity.period, day)) continue
    const week = weekOf(day) - activity.firstWeek
    const isMeeting = kindOfPiece(dataset, pieces, piece) === meetings.kind
    // Meetings that are known in hours are taken off with their week, not here as well.
    if (!isMeeting || meetings.typical[person] === 0) weekPoints[week]! += points[piece]!
    if (isMeeting) continue
    for (let index = pieces.starts[piece]!; index < pieces.starts[piece + 1]!; index++) weekTaken[week]! += recorded[pieces.order[index]!]!
  }
  return piece
}
