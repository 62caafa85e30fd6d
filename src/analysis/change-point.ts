/** When somebody's hands-on work changed most: the week that parts their weeks into the two most different levels. */
import { weekStart } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import { firstEntryFrom } from './hands-on-weeks.ts'
import type { HandsOnWeeks, Stretch } from './hands-on-weeks.ts'

/** Fewer weeks on one side would be a holiday, not a change. */
const LEAST_WEEKS = 4

/** The Monday of the first week of the new level (least squares over active weeks); null with too few weeks or no difference. */
export function changePointOf(weeks: HandsOnWeeks, person: number, { fromWeek, toWeek }: Stretch): EpochDay | null {
  const entries: number[] = []
  for (let entry = firstEntryFrom(weeks, person, fromWeek); entry < firstEntryFrom(weeks, person, toWeek + 1); entry++)
    if (weeks.active[entry] === 1) entries.push(entry)
  const total = entries.reduce((sum, entry) => sum + weeks.handsOn[entry]!, 0)
  const mean = total / entries.length
  let [best, bestGain, before] = [-1, 0, 0]
  for (let count = 1; count < entries.length; count++) {
    before += weeks.handsOn[entries[count - 1]!]!
    if (count < LEAST_WEEKS || entries.length - count < LEAST_WEEKS) continue
    // What two means explain beyond one; Hawkins 1977 for a single shift of the mean.
    const gain = (before - mean * count) ** 2 / (count * (entries.length - count))
    if (gain > bestGain * (1 + 1e-12)) [best, bestGain] = [entries[count]!, gain]
  }
  return best < 0 ? null : weekStart(weeks.week[best]!)
}
