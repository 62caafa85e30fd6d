/** The stretches of time an analysis looks at, counted back from the as-of date. */
import { addMonths, weekOf, weekStart } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Settings } from './settings.ts'

/** Both days are part of the period. */
export interface Period {
  readonly from: EpochDay
  readonly to: EpochDay
}

export interface Periods {
  /** The last `windowMonths`, the as-of day included: from the day after the same day a year ago. */
  readonly window: Period
  /** The `baselineMonths` just before the window. */
  readonly baseline: Period
  /** The last `ownershipMonths`. */
  readonly ownership: Period
}

export function periodsOf(asOf: EpochDay, settings: Settings): Periods {
  const before = (months: number) => addMonths(asOf, -months)
  const windowStart = before(settings.windowMonths)
  return {
    window: { from: windowStart + 1, to: asOf },
    baseline: { from: before(settings.windowMonths + settings.baselineMonths) + 1, to: windowStart },
    ownership: { from: before(settings.ownershipMonths) + 1, to: asOf },
  }
}

export const isWithin = (period: Period, day: EpochDay) => period.from <= day && day <= period.to

/** A week of meetings belongs to the period its Monday lies in. */
export const isWeekWithin = (period: Period, week: number) => isWithin(period, weekStart(week))

/** The weeks a period touches, the first and the last possibly in part. */
export function weeksOf(period: Period): { readonly firstWeek: number; readonly weekCount: number } {
  const firstWeek = weekOf(period.from)
  return { firstWeek, weekCount: weekOf(period.to) - firstWeek + 1 }
}
