/** What each unit finished in each whole month, with how many people, and which months tell nothing. */
import { monthOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { WORK_MODES } from '../domain/kinds.ts'
import type { UnitMonth } from './elasticity.ts'
import type { Ground } from './ground.ts'
import { HANDS_ON_MODES } from './hands-on-weeks.ts'
import type { FinishedItem } from './item-flow.ts'
import { medianOf } from './median.ts'
import type { OrganisationSettings } from './organisation-settings.ts'
import type { PersonMonths } from './person-months.ts'
import { headcounts, middleOfMonth } from './unit-history.ts'
import type { Units } from './unit-history.ts'

/** Unit u, month first + m at u * count + m. */
export interface UnitMonths {
  readonly first: number
  readonly count: number
  /** Items, shared out by effort. */
  readonly finished: Float64Array
  readonly heads: Float64Array
  readonly handsOnHours: Float64Array
  /** Indexes of units without a unit above them. */
  readonly top: readonly number[]
}

export function unitMonthsOf(
  dataset: Dataset,
  ground: Ground,
  units: Units,
  items: readonly FinishedItem[],
  months: PersonMonths,
  settings: OrganisationSettings,
): UnitMonths {
  const { first, count } = wholeMonths(dataset, items, settings.boundHistoryMonths)
  const finished = new Float64Array(units.paths.length * count)
  const handsOnHours = new Float64Array(units.paths.length * count)
  const isWithin = (month: number) => first <= month && month < first + count
  for (const { month, units: own, shares } of items) {
    if (!isWithin(month)) continue
    for (const [at, unit] of own.entries()) finished[unit * count + month - first]! += shares[at]!
  }
  const modes = [...WORK_MODES.entries()].filter(([, mode]) => HANDS_ON_MODES.has(mode)).map(([index]) => index)
  for (let person = 0; person < dataset.people.length; person++) {
    for (let entry = months.offsets[person]!; entry < months.offsets[person + 1]!; entry++) {
      const month = months.month[entry]!
      if (!isWithin(month)) continue
      const hours = modes.reduce((sum, mode) => sum + months.hours[entry * WORK_MODES.length + mode]!, 0)
      for (const unit of units.on(person, middleOfMonth(month))) handsOnHours[unit * count + month - first]! += hours
    }
  }
  return {
    first,
    count,
    finished,
    heads: headcounts(dataset, ground.leaves, units, { first, count }, settings.rampMonths),
    handsOnHours,
    top: [...units.paths.keys()].filter(unit => !units.paths[unit]!.includes('/')),
  }
}

/** From the month after both kinds of records begin, for no first month is whole, to the last one that has ended. */
function wholeMonths(
  dataset: Dataset,
  items: readonly FinishedItem[],
  longest: number,
): { readonly first: number; readonly count: number } {
  const { contributions, asOf } = dataset
  const last = monthOf(asOf + 1) - 1
  let [firstWork, firstFinish] = [Infinity, Infinity]
  for (let row = 0; row < contributions.length; row++) firstWork = Math.min(firstWork, contributions.day[row]!)
  for (const { month } of items) firstFinish = Math.min(firstFinish, month)
  if (firstFinish === Infinity) return { first: last, count: 0 }
  const first = Math.max(last - longest + 1, monthOf(firstWork) + 1, firstFinish + 1)
  return { first, count: Math.max(0, last - first + 1) }
}

/**
 * A unit's months with people in them, without those in which it hardly worked (a freeze, a reorganisation) and those
 * in which nobody finished anything (another tracker was used then).
 */
export function tellingMonths(months: UnitMonths, unit: number, settings: OrganisationSettings): UnitMonth[] {
  const { count, finished, heads, handsOnHours, top } = months
  const all = Array.from({ length: count }, (_, month) => {
    const at = unit * count + month
    const everywhere = top.reduce((total, one) => total + finished[one * count + month]!, 0)
    return { finished: finished[at]!, heads: heads[at]!, handsOn: handsOnHours[at]! / heads[at]!, isTracked: everywhere > 0 }
  }).filter(month => month.heads > 0 && month.isTracked)
  const typical = medianOf(all.map(({ handsOn }) => handsOn)) ?? 0
  const telling = all.filter(({ handsOn }) => handsOn >= settings.slowMonthShare * typical)
  return telling.map(month => ({ finished: month.finished, heads: month.heads }))
}
