/** What the enabler trap needs of each person and week: enabling effort, and the weeks in which somebody used what. */
import { weekOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { countBelow, countNotAbove, knownValues } from './cohort.ts'
import { enablingKinds } from './enabling-quarters.ts'
import type { Ground } from './ground.ts'
import type { UsePairs } from './reach.ts'
import { fullTimeOf } from './role-families.ts'
import { drawnSums } from './week-resampling.ts'
import type { PersonWeeks } from './week-resampling.ts'
import { isWithin } from './window.ts'

/** The measures of a draw; arrays are reused by the next. */
export interface DrawnEnabling {
  /** Enabling hours per active week at full time; NaN for those who are not observed. */
  readonly enablingPace: Float64Array
  readonly reach: Float64Array
  /** The lower percentile of the two among the person's cohort. */
  readonly leverageOf: (person: number) => number
}

export function enablerWeeksOf(
  dataset: Dataset,
  ground: Ground,
  pairs: UsePairs,
  weeks: PersonWeeks,
): (times: Uint16Array) => DrawnEnabling {
  const { contributions, people } = dataset
  const { activity, effort, cohorts } = ground
  const isEnabling = enablingKinds(dataset)
  const enabling = new Float64Array(weeks.week.length)
  for (let row = 0; row < contributions.length; row++) {
    const day = contributions.day[row]!
    if (isEnabling[contributions.kind[row]!]! && isWithin(weeks.period, day))
      enabling[weeks.entryOf(contributions.person[row]!, weekOf(day))]! += effort.microHours[row]!
  }
  const active = Uint8Array.from(
    weeks.week,
    (week, entry) => activity.active[weeks.person[entry]! * activity.weekCount + week - activity.firstWeek]!,
  )
  const useEntry = Int32Array.from(pairs.rows, row => weeks.entryOf(contributions.person[row]!, weekOf(contributions.day[row]!)))
  const fullTime = people.map(fullTimeOf)
  const [sums, activeWeeks, pace, reach] = [0, 1, 2, 3].map(() => new Float64Array(people.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  return times => {
    drawnSums(weeks.offsets, enabling, times, sums)
    drawnSums(weeks.offsets, active, times, activeWeeks)
    for (let person = 0; person < people.length; person++) {
      const isUnknown = activity.observed[person] === 0 || activeWeeks[person] === 0
      pace[person] = isUnknown ? NaN : sums[person]! / (activeWeeks[person]! * fullTime[person]!)
    }
    reach.fill(0)
    // That somebody is a user at all is settled by the full sample; a draw may hold none of the weeks.
    for (let pair = 0; pair < pairs.author.length; pair++) {
      for (let at = pairs.rowOffsets[pair]!; at < pairs.rowOffsets[pair + 1]!; at++) {
        if (times[useEntry[at]!] === 0) continue
        reach[pairs.author[pair]!]!++
        break
      }
    }
    const [paceAmong, reachAmong] = [percentilesIn(pace), percentilesIn(reach)]
    const leverageOf = (person: number) => {
      const members = cohorts[person]?.members ?? NOBODY
      return Math.min(paceAmong(members, person), reachAmong(members, person))
    }
    return { enablingPace: pace, reach, leverageOf }
  }
}

const NOBODY = new Int32Array()

/** Mid-ranks among known values; a group is put in order once, however many of it are looked at. */
function percentilesIn(values: Float64Array): (members: Int32Array, person: number) => number {
  const ordered = new Map<Int32Array, Float64Array>()
  return (members, person) => {
    const sorted = ordered.get(members) ?? knownValues(values, members)
    ordered.set(members, sorted)
    const own = values[person]!
    return Number.isNaN(own) ? 0 : (countBelow(sorted, own) + countNotAbove(sorted, own)) / (2 * sorted.length)
  }
}
