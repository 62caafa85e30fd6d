/** Role compression: roles of a unit that were merged into others, and whether its meetings fell with them. */
import { addMonths, weekOf, weekStart } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Ground } from './ground.ts'
import { isAwayAllWeek } from './leave.ts'
import type { OrganisationSettings } from './organisation-settings.ts'
import { personIndexes } from './person-index.ts'
import { MICRO_HOURS } from './points.ts'
import { titleClassOf } from './title-class.ts'
import type { Units } from './unit-history.ts'

export interface RoleCompression {
  /** Trades of several people who changed to another trade within the unit, and that nobody there holds any more. Sorted. */
  readonly roles: readonly string[]
  /** Meeting hours a person and week, before the first and since the last of these changes; null where not recorded. */
  readonly meetingHoursBefore: number | null
  readonly meetingHoursSince: number | null
  /** Since over before, less 1. */
  readonly meetingHoursChange: number | null
  /** Roles were merged, and meetings did not fall with them. Null where that is not known. */
  readonly isWithoutCoordination: boolean | null
}

interface RoleChange {
  readonly day: EpochDay
  readonly from: string
}

/** One per unit; null for all where no history names titles. */
export function roleCompressions(
  dataset: Dataset,
  ground: Ground,
  units: Units,
  settings: OrganisationSettings,
): (RoleCompression | null)[] {
  if (dataset.history.every(({ title }) => title === null)) return units.paths.map(() => null)
  const changes = roleChanges(dataset, addMonths(dataset.asOf, -settings.compressionMonths))
  const rolesToday = dataset.people.map(({ title }, person) => roleOf(title ?? changes[person]!.lastTitle, dataset))
  return units.members.map((members, unit) => {
    const held = new Set(members.flatMap(person => rolesToday[person] ?? []))
    const left = members.flatMap(person =>
      changes[person]!.list.filter(({ day, from }) => !held.has(from) && units.on(person, day).includes(unit)),
    )
    const leavers = (role: string) => left.filter(({ from }) => from === role).length
    const merged = left.filter(({ from }) => leavers(from) >= settings.compressionPeople)
    const days = merged.map(({ day }) => day)
    const hours = merged.length === 0 ? null : meetingsAround(dataset, ground, members, Math.min(...days), Math.max(...days), settings)
    const change = hours && hours.since / hours.before - 1
    return {
      roles: [...new Set(merged.map(({ from }) => from))].sort(),
      meetingHoursBefore: hours && hours.before,
      meetingHoursSince: hours && hours.since,
      meetingHoursChange: change,
      isWithoutCoordination: change === null ? null : change > -settings.meetingFall,
    }
  })
}

const roleOf = (title: string | null, { titleRules }: Dataset) => (title === null ? null : titleClassOf(title, titleRules).role)

/** Per person the changes from one trade to another since a day. A move to coordination merges no trade. */
function roleChanges(dataset: Dataset, since: EpochDay) {
  const { people, history, asOf } = dataset
  const indexes = personIndexes(people)
  const found = people.map(() => ({ lastTitle: null as string | null, list: [] as RoleChange[] }))
  for (const { personId, title, effectiveDate, reason } of history.toSorted((a, b) => a.effectiveDate - b.effectiveDate)) {
    const index = indexes.get(personId)
    if (index === undefined || title === null || effectiveDate > asOf) continue
    const own = found[index]!
    const [from, to] = [roleOf(own.lastTitle, dataset), roleOf(title, dataset)]
    if (from !== null && to !== null && from !== to && effectiveDate > since && reason !== 'hire')
      own.list.push({ day: effectiveDate, from })
    own.lastTitle = title
  }
  return found
}

/** Hours a person and week, weeks of leave and before the hire apart; null where either side is too short or unrecorded. */
function meetingsAround(
  dataset: Dataset,
  { effort, leaves }: Ground,
  members: readonly number[],
  first: EpochDay,
  last: EpochDay,
  settings: OrganisationSettings,
): { readonly before: number; readonly since: number } | null {
  const { offsets, week, microHours } = effort.meetings.weeks
  const recordedFrom = week.reduce((least, one) => Math.min(least, one), Infinity)
  const [lastBefore, firstSince, lastWeek] = [weekOf(first) - 1, weekOf(last) + 1, weekOf(dataset.asOf + 1) - 1]
  const firstBefore = Math.max(lastBefore - settings.compressionWeeks + 1, recordedFrom)
  const lastSince = Math.min(firstSince + settings.compressionWeeks - 1, lastWeek)
  const isShort = (from: number, to: number) => to - from + 1 < settings.compressionWeeksSince
  if (isShort(firstBefore, lastBefore) || isShort(firstSince, lastSince)) return null
  const perWeek = (from: number, to: number) => {
    let [hours, weeks] = [0, 0]
    for (const person of members) {
      const hiredOn = dataset.people[person]!.hireDate ?? -Infinity
      for (let one = from; one <= to; one++) if (weekStart(one) >= hiredOn && !isAwayAllWeek(leaves[person]!, weekStart(one))) weeks++
      for (let entry = offsets[person]!; entry < offsets[person + 1]!; entry++)
        if (from <= week[entry]! && week[entry]! <= to) hours += microHours[entry]!
    }
    return weeks === 0 ? 0 : hours / MICRO_HOURS / weeks
  }
  const [before, since] = [perWeek(firstBefore, lastBefore), perWeek(firstSince, lastSince)]
  return before > 0 ? { before, since } : null
}
