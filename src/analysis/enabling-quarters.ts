/** Enabling effort by quarter of the last year, per person: what fading is read from. */
import { addMonths, weekOf, weekStart } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { EnablerTrapSettings } from './enabler-trap-settings.ts'
import { mannKendallProbability, theilSenSlope } from './fade.ts'
import type { Ground } from './ground.ts'
import { MICRO_HOURS } from './points.ts'
import { fullTimeOf, roleFamiliesOf } from './role-families.ts'
import { isWithin } from './window.ts'

export const QUARTERS = 4
const MONTHS_PER_QUARTER = 3

export interface Fade {
  /** Enabling hours per active week at full time, oldest quarter first. */
  readonly quarters: Float64Array
  /** Hours per active week, from quarter to quarter. */
  readonly slopePerQuarter: number
  /** Two-sided. */
  readonly mannKendallP: number
  /** A steady fall that is more than noise and more than that of the people around. */
  readonly isFading: boolean
}

/** Reviews apart: that is what leverage counts. */
export const enablingKinds = (dataset: Dataset): boolean[] =>
  dataset.kindNames.map((name, kind) => name !== 'review' && dataset.kindOf[kind]?.mode === 'enable')

/** Null for those with too few active weeks in some quarter. */
export function fadesOf(dataset: Dataset, ground: Ground, settings: EnablerTrapSettings): (Fade | null)[] {
  const { activity, effort } = ground
  const { contributions, people } = dataset
  const quarterOfWeek = weekQuarters(dataset.asOf, activity.firstWeek, activity.weekCount)
  const hours = new Float64Array(people.length * QUARTERS)
  const weeks = new Float64Array(people.length * QUARTERS)
  const isEnabling = enablingKinds(dataset)
  for (let row = 0; row < contributions.length; row++) {
    const day = contributions.day[row]!
    if (!isEnabling[contributions.kind[row]!]! || !isWithin(activity.period, day)) continue
    const quarter = quarterOfWeek[weekOf(day) - activity.firstWeek]!
    if (quarter >= 0) hours[contributions.person[row]! * QUARTERS + quarter]! += effort.microHours[row]! / MICRO_HOURS
  }
  for (let cell = 0; cell < activity.active.length; cell++) {
    const quarter = quarterOfWeek[cell % activity.weekCount]!
    if (quarter >= 0) weeks[Math.floor(cell / activity.weekCount) * QUARTERS + quarter]! += activity.active[cell]!
  }
  const trendAround = trendsAround(dataset, ground, hours, weeks)
  return people.map((person, index) => {
    const own = weeks.subarray(index * QUARTERS, (index + 1) * QUARTERS)
    if (own.some(count => count < settings.fadeQuarterWeeks)) return null
    const quarters = own.map((count, quarter) => hours[index * QUARTERS + quarter]! / (count * fullTimeOf(person)))
    return fadeOf(quarters, trendAround(index), settings)
  })
}

function fadeOf(quarters: Float64Array, trendAround: number, { fadeProbability, fadeShare }: EnablerTrapSettings): Fade {
  const slopePerQuarter = theilSenSlope(quarters)
  const mannKendallP = mannKendallProbability(quarters)
  const mean = quarters.reduce((sum, value) => sum + value, 0) / QUARTERS
  const fall = -slopePerQuarter * (QUARTERS - 1)
  const [before, after] = [quarters[0]! + quarters[1]!, quarters[2]! + quarters[3]!]
  const isSteady = mannKendallP <= fadeProbability && fall > 0 && fall >= fadeShare * mean
  return { quarters, slopePerQuarter, mannKendallP, isFading: isSteady && after <= (1 - fadeShare) * trendAround * before }
}

/** A week belongs to the quarter its Monday lies in; before the year -1, the week the year begins in to its first quarter. */
function weekQuarters(asOf: number, firstWeek: number, weekCount: number): Int8Array {
  const starts = Array.from({ length: QUARTERS + 1 }, (_, quarter) => addMonths(asOf, -MONTHS_PER_QUARTER * (QUARTERS - quarter)) + 1)
  return Int8Array.from({ length: weekCount }, (_, week) => {
    const monday = weekStart(firstWeek + week)
    if (monday + 6 < starts[0]!) return -1
    return Math.min(
      QUARTERS - 1,
      Math.max(
        0,
        starts.findLastIndex(start => start <= monday),
      ),
    )
  })
}

/** How the others of the unit (of the role family where it is small) went: their pace in the later half over that in the earlier; at most 1. */
function trendsAround(
  dataset: Dataset,
  { activity, settings }: Ground,
  hours: Float64Array,
  weeks: Float64Array,
): (person: number) => number {
  const { familyOf } = roleFamiliesOf(dataset)
  const groups = new Map<string, number[]>()
  const keysOf = (person: number) => [`unit ${dataset.people[person]!.orgUnit}`, `family ${familyOf[person]}`]
  for (const person of dataset.people.keys()) {
    if (activity.observed[person] === 0) continue
    for (const key of keysOf(person)) {
      const group = groups.get(key)
      if (group) group.push(person)
      else groups.set(key, [person])
    }
  }
  return person => {
    const [unit, family] = keysOf(person).map(key => (groups.get(key) ?? []).filter(other => other !== person))
    const around = unit!.length >= settings.cohortMinimum ? unit! : family!
    const half = (amounts: Float64Array, from: number) =>
      around.reduce((sum, other) => sum + amounts[other * QUARTERS + from]! + amounts[other * QUARTERS + from + 1]!, 0)
    const paceIn = (from: number) => half(hours, from) / half(weeks, from)
    const trend = paceIn(2) / paceIn(0)
    return Number.isFinite(trend) ? Math.min(1, trend) : 1
  }
}
