/** What the builder trap needs of each person and week, so that a draw is a few weighted sums. */
import { weekOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Ground } from './ground.ts'
import type { KeptComponent } from './kept-components.ts'
import { MICRO_HOURS } from './points.ts'
import { fullTimeOf } from './role-families.ts'
import { drawnSums } from './week-resampling.ts'
import type { PersonWeeks } from './week-resampling.ts'
import { isWeekWithin, isWithin } from './window.ts'

/** The measures of a draw; paces are reused by the next. */
interface DrawnBuilding {
  /** Build hours per active week at full time; NaN for those who are not observed. */
  readonly pace: Float64Array
  /** Per kept component. */
  readonly ownEffortThere: readonly number[]
}

export function builderWeeksOf(
  dataset: Dataset,
  ground: Ground,
  kept: readonly KeptComponent[],
  weeks: PersonWeeks,
): (times: Uint16Array) => DrawnBuilding {
  const { build, total, active } = weeklyEffort(dataset, ground, weeks)
  const there = effortThere(dataset, ground, kept, weeks)
  const people = dataset.people.length
  const room = () => new Float64Array(people)
  const [built, worked, activeWeeks, pace] = [room(), room(), room(), room()]
  const fullTime = dataset.people.map(fullTimeOf)
  return times => {
    drawnSums(weeks.offsets, build, times, built)
    drawnSums(weeks.offsets, total, times, worked)
    drawnSums(weeks.offsets, active, times, activeWeeks)
    for (let person = 0; person < people; person++) {
      const isUnknown = ground.activity.observed[person] === 0 || activeWeeks[person] === 0
      pace[person] = isUnknown ? NaN : built[person]! / MICRO_HOURS / (activeWeeks[person]! * fullTime[person]!)
    }
    const ownEffortThere = kept.map(({ person }, index) => {
      let sum = 0
      const from = weeks.offsets[person]!
      there[index]!.forEach((amount, at) => (sum += amount * times[from + at]!))
      return worked[person] === 0 ? 0 : sum / worked[person]!
    })
    return { pace, ownEffortThere }
  }
}

function weeklyEffort(dataset: Dataset, { activity, effort }: Ground, weeks: PersonWeeks) {
  const { contributions } = dataset
  const isBuild = dataset.kindOf.map(kind => kind?.mode === 'build')
  const [build, total] = [new Float64Array(weeks.week.length), new Float64Array(weeks.week.length)]
  for (let row = 0; row < contributions.length; row++) {
    const day = contributions.day[row]!
    if (!isWithin(weeks.period, day)) continue
    const entry = weeks.entryOf(contributions.person[row]!, weekOf(day))
    total[entry]! += effort.microHours[row]!
    if (isBuild[contributions.kind[row]!]!) build[entry]! += effort.microHours[row]!
  }
  const { offsets, week, unlistedMicroHours } = effort.meetings.weeks
  for (let person = 0; person < dataset.people.length; person++) {
    for (let at = offsets[person]!; at < offsets[person + 1]!; at++) {
      const entry = isWeekWithin(weeks.period, week[at]!) ? weeks.entryOf(person, week[at]!) : -1
      if (entry >= 0) total[entry]! += unlistedMicroHours[at]!
    }
  }
  const active = Uint8Array.from(
    weeks.week,
    (one, entry) => activity.active[weeks.person[entry]! * activity.weekCount + one - activity.firstWeek]!,
  )
  return { build, total, active }
}

/** Per kept component one amount per week of its keeper. */
function effortThere({ contributions, componentNames }: Dataset, { effort }: Ground, kept: readonly KeptComponent[], weeks: PersonWeeks) {
  const amounts = kept.map(({ person }) => new Float64Array(weeks.offsets[person + 1]! - weeks.offsets[person]!))
  // A component has one keeper.
  const keptAt = new Int32Array(componentNames.length).fill(-1)
  for (const [index, { component }] of kept.entries()) keptAt[component] = index
  for (let row = 0; row < contributions.length; row++) {
    const component = contributions.component[row]!
    const index = component < 0 ? -1 : keptAt[component]!
    const day = contributions.day[row]!
    if (index < 0 || !isWithin(weeks.period, day)) continue
    const { person } = kept[index]!
    if (contributions.person[row] === person)
      amounts[index]![weeks.entryOf(person, weekOf(day)) - weeks.offsets[person]!]! += effort.microHours[row]!
  }
  return amounts
}
