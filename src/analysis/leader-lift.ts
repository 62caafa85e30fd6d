/**
 * Builder as leader: what became of a unit's building after its leader arrived, against units that had no new leader then
 * (difference in differences). One unit is one case: the interval is as wide as other units differ among each other
 * (Conley and Taber 2011), and mostly too wide to conclude from. Shown, and never part of a flag.
 */
import { addMonths, monthOf } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Ground } from './ground.ts'
import { presenceOf } from './knowledge-model.ts'
import type { Leader } from './leader-roster.ts'
import type { LeaderSettings } from './leader-settings.ts'
import { MICRO_HOURS } from './points.ts'
import { fullTimeOf } from './role-families.ts'
import { student95 } from './student.ts'

export interface LeaderLift {
  /** Build hours a month per member at full time: the unit's change less the mean change of the others. */
  readonly hoursPerMonth: number
  /** 95 %. */
  readonly low: number
  readonly high: number
  /** The unit's own change, and the mean of the others'. */
  readonly change: number
  readonly othersChange: number
  readonly arrival: EpochDay
  readonly members: number
  readonly units: number
  /** Whether the unit went like the others in the months before: then the comparison is fair. */
  readonly parallelTrends: boolean
}

/** Per leader; null without a known arrival, without six recorded months on both sides, or with too few units to compare with. */
export function leaderLifts(
  dataset: Dataset,
  ground: Ground,
  leaders: readonly Leader[],
  settings: LeaderSettings,
): (leader: Leader) => LeaderLift | null {
  const building = monthlyBuilding(dataset, ground)
  const { present } = presenceOf(ground.model)
  const units = new Map<string, number[]>()
  for (const [person, { orgUnit }] of dataset.people.entries()) {
    if (present[person] === 0 || orgUnit === null) continue
    const members = units.get(orgUnit)
    if (members) members.push(person)
    else units.set(orgUnit, [person])
  }
  const leading = new Set(leaders.filter(({ reports }) => reports.length > 0).map(({ person }) => person))
  const arrivals = leaders.flatMap(({ person, since, reports }) =>
    since === null || reports.length === 0 ? [] : [{ unit: dataset.people[person]!.orgUnit, month: monthOf(since) }],
  )
  const arrivalsIn = new Map<string, number[]>()
  for (const { unit, month } of arrivals) if (unit !== null) arrivalsIn.set(unit, [...(arrivalsIn.get(unit) ?? []), month])
  // Another new leader within the months compared would be compared with themselves: so is the leader's own unit left out.
  const isUndisturbed = (unit: string, at: number) => !arrivalsIn.get(unit)?.some(month => Math.abs(month - at) < settings.liftMonths)
  const membersOf = (list: readonly number[], at: number) =>
    list.filter(person => !leading.has(person) && building.covers(person, at, settings.liftMonths))
  const others = new Map<number, Others>()
  return leader => {
    const unit = dataset.people[leader.person]!.orgUnit
    if (leader.since === null || unit === null || leader.reports.length === 0) return null
    const at = monthOf(leader.since)
    const members = membersOf(units.get(unit)!, at)
    if (members.length < settings.liftMembers) return null
    const undisturbed = () =>
      [...units].flatMap(([other, list]) => {
        const work = isUndisturbed(other, at) ? membersOf(list, at) : []
        return work.length >= settings.liftMembers ? [work] : []
      })
    const compared = others.get(at) ?? othersOf(building, undisturbed(), at, settings)
    others.set(at, compared)
    return liftOf(building, members, compared, leader.since, settings)
  }
}

/** The units of one month that had no new leader around it. */
interface Others {
  readonly units: number
  readonly effect: Spread
  readonly before: Spread
}

/** How the units changed from some months to others. */
interface Spread {
  readonly from: Months
  readonly to: Months
  readonly mean: number
  /** Where one more unit may lie when nothing happened to it: the spread of units, and of their mean. */
  readonly half: number
}

function othersOf(building: Building, units: readonly (readonly number[])[], at: number, { liftMonths }: LeaderSettings): Others {
  const half = Math.floor(liftMonths / 2)
  return {
    units: units.length,
    effect: spreadOf(building, units, [at - liftMonths, liftMonths], [at + 1, liftMonths]),
    before: spreadOf(building, units, [at - 2 * half, half], [at - half, half]),
  }
}

function spreadOf(building: Building, units: readonly (readonly number[])[], from: Months, to: Months): Spread {
  const changes = units.map(members => changeOf(building, members, from, to)).sort((a, b) => a - b)
  const mean = changes.reduce((sum, one) => sum + one, 0) / changes.length
  const variance = changes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (changes.length - 1)
  return { from, to, mean, half: student95(changes.length - 1) * Math.sqrt(variance * (1 + 1 / changes.length)) }
}

const changeOf = (building: Building, members: readonly number[], from: Months, to: Months) =>
  building.mean(members, to) - building.mean(members, from)

function liftOf(
  building: Building,
  members: readonly number[],
  { units, effect, before }: Others,
  arrival: EpochDay,
  { liftUnits }: LeaderSettings,
): LeaderLift | null {
  if (units < liftUnits) return null
  const change = changeOf(building, members, effect.from, effect.to)
  const difference = change - effect.mean
  return {
    hoursPerMonth: difference,
    low: difference - effect.half,
    high: difference + effect.half,
    change,
    othersChange: effect.mean,
    arrival,
    members: members.length,
    units,
    parallelTrends: Math.abs(changeOf(building, members, before.from, before.to) - before.mean) <= before.half,
  }
}

/** First month and number of months. */
type Months = readonly [from: number, count: number]

interface Building {
  /** Build hours a month per member at full time. */
  readonly mean: (members: readonly number[], months: Months) => number
  /** Whether somebody's work is on record from so many months before the month of arrival to so many after it, and all of them are over. */
  readonly covers: (person: number, at: number, months: number) => boolean
}

function monthlyBuilding(dataset: Dataset, { effort }: Ground): Building {
  const { contributions, kindOf, people, asOf } = dataset
  const hours = people.map(() => new Map<number, number>())
  const [first, last] = [people.map(() => Infinity), people.map(() => -Infinity)]
  for (let row = 0; row < contributions.length; row++) {
    if (contributions.day[row]! > asOf || kindOf[contributions.kind[row]!]?.mode !== 'build') continue
    const person = contributions.person[row]!
    const month = monthOf(contributions.day[row]!)
    hours[person]!.set(month, (hours[person]!.get(month) ?? 0) + effort.microHours[row]!)
    first[person] = Math.min(first[person]!, month)
    last[person] = Math.max(last[person]!, month)
  }
  const newestWhole = monthOf(addMonths(asOf + 1, -1))
  const ofPerson = (person: number, [from, count]: Months) => {
    let sum = 0
    for (let month = from; month < from + count; month++) sum += hours[person]!.get(month) ?? 0
    return sum / MICRO_HOURS / count / fullTimeOf(people[person]!)
  }
  return {
    mean: (members, months) => members.reduce((sum, person) => sum + ofPerson(person, months), 0) / members.length,
    covers: (person, at, months) => first[person]! <= at - months && last[person]! >= at + months - 1 && at + months <= newestWhole,
  }
}
