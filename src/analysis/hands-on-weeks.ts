/** Every person's weeks over the whole record: hands-on and coordinating effort, meetings, and the part of full time. */
import { weekOf, weekStart } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { WorkMode } from '../domain/kinds.ts'
import type { Ground } from './ground.ts'
import { isAway, isAwayAllWeek } from './leave.ts'
import { personIndexes } from './person-index.ts'
import { fullTimeOf } from './role-families.ts'
import { groupRows } from './row-order.ts'

/** Person p has the entries offsets[p] up to offsets[p + 1], by week. All amounts are whole numbers. */
export interface HandsOnWeeks {
  readonly offsets: Uint32Array
  readonly person: Int32Array
  readonly week: Int32Array
  /** 1 for active weeks: meeting hours, or a contribution that is not a review, outside leave. */
  readonly active: Uint8Array
  /** Micro-hours of building, enabling and deciding. */
  readonly handsOn: Float64Array
  /** Micro-hours of coordinating, meetings among them. */
  readonly coordinate: Float64Array
  /** Micro-hours in meetings. */
  readonly meetings: Float64Array
  /** Thousandths of full time in that week. */
  readonly fullTime: Float64Array
}

export const HANDS_ON_MODES: ReadonlySet<WorkMode> = new Set(['build', 'enable', 'decide'])
const FULL_TIME = 1000

/** Per kind: 1 hands-on, 2 coordinating, 0 neither (governing, or not mapped). */
export function sideOfKinds(dataset: Dataset): Uint8Array {
  return Uint8Array.from(dataset.kindOf, kind =>
    kind === null ? 0 : HANDS_ON_MODES.has(kind.mode) ? 1 : kind.mode === 'coordinate' ? 2 : 0,
  )
}

export function handsOnWeeksOf(dataset: Dataset, { effort, leaves }: Ground): HandsOnWeeks {
  const { contributions, people, kindOf, kindNames } = dataset
  const { weeks } = effort.meetings
  const { first, count } = weekRange(dataset, weeks.week)
  const side = sideOfKinds(dataset)
  const shows = kindOf.map((kind, index) => kind !== null && kindNames[index] !== 'review')
  const rows = groupRows(contributions.length, row => contributions.person[row]!, people.length)
  const fullTimeIn = fullTimeByWeek(dataset)
  const seen = new Uint8Array(count)
  const active = new Uint8Array(count)
  const sums = { handsOn: new Float64Array(count), coordinate: new Float64Array(count), meetings: new Float64Array(count) }
  const out = { person: [] as number[], week: [] as number[], active: [] as number[], fullTime: [] as number[] }
  const amounts = { handsOn: [] as number[], coordinate: [] as number[], meetings: [] as number[] }
  for (let person = 0; person < people.length; person++) {
    const away = leaves[person]!
    for (let at = rows.offsets[person]!; at < rows.offsets[person + 1]!; at++) {
      const row = rows.rows[at]!
      const day = contributions.day[row]!
      if (day > dataset.asOf) continue
      const week = weekOf(day) - first
      seen[week] = 1
      const kind = contributions.kind[row]!
      if (shows[kind]! && !isAway(away, day)) active[week] = 1
      if (side[kind] === 1) sums.handsOn[week]! += effort.microHours[row]!
      else if (side[kind] === 2) sums.coordinate[week]! += effort.microHours[row]!
    }
    for (let entry = weeks.offsets[person]!; entry < weeks.offsets[person + 1]!; entry++) {
      const week = weeks.week[entry]! - first
      if (weekStart(weeks.week[entry]!) > dataset.asOf) continue
      seen[week] = 1
      sums.meetings[week] = weeks.microHours[entry]!
      sums.coordinate[week]! += weeks.unlistedMicroHours[entry]!
      if (weeks.microHours[entry]! > 0 && !isAwayAllWeek(away, weekStart(weeks.week[entry]!))) active[week] = 1
    }
    for (let week = 0; week < count; week++) {
      if (seen[week] === 0) continue
      out.person.push(person)
      out.week.push(first + week)
      out.active.push(active[week]!)
      out.fullTime.push(Math.round(fullTimeIn(person, first + week) * FULL_TIME))
      for (const key of ['handsOn', 'coordinate', 'meetings'] as const) {
        amounts[key].push(sums[key][week]!)
        sums[key][week] = 0
      }
      seen[week] = active[week] = 0
    }
  }
  return {
    offsets: groupRows(out.person.length, entry => out.person[entry]!, people.length).offsets,
    person: Int32Array.from(out.person),
    week: Int32Array.from(out.week),
    active: Uint8Array.from(out.active),
    handsOn: Float64Array.from(amounts.handsOn),
    coordinate: Float64Array.from(amounts.coordinate),
    meetings: Float64Array.from(amounts.meetings),
    fullTime: Float64Array.from(out.fullTime),
  }
}

function weekRange({ contributions, asOf }: Dataset, meetingWeeks: Int32Array): { readonly first: number; readonly count: number } {
  const last = weekOf(asOf)
  let first = last
  for (let row = 0; row < contributions.length; row++) first = Math.min(first, weekOf(contributions.day[row]!))
  for (const week of meetingWeeks) first = Math.min(first, week)
  // Meetings of the as-of week may be written under a later day of it.
  return { first, count: last - first + 2 }
}

/**
 * The part of full time by week: what the newest event up to it says, the first one before that; after the
 * newest event what the people file says, for it is newer than any of them.
 */
function fullTimeByWeek(dataset: Dataset): (person: number, week: number) => number {
  const indexes = personIndexes(dataset.people)
  const known = dataset.people.map((): { week: number; fullTime: number }[] => [])
  for (const { personId, effectiveDate, fte } of dataset.history) {
    const person = indexes.get(personId)
    if (person !== undefined && fte !== null && fte > 0 && effectiveDate <= dataset.asOf)
      known[person]!.push({ week: weekOf(effectiveDate), fullTime: fte })
  }
  const now = dataset.people.map(fullTimeOf)
  return (person, week) => {
    const events = known[person]!
    if (events.length === 0 || week > events.at(-1)!.week) return now[person]!
    return (events.findLast(event => event.week <= week) ?? events[0]!).fullTime
  }
}

/** Running sums over the active weeks, so that any stretch is two look-ups. Entry e stands between [e] and [e + 1]. */
export interface RunningWeeks {
  readonly weeks: HandsOnWeeks
  readonly active: Float64Array
  readonly handsOn: Float64Array
  readonly coordinate: Float64Array
  readonly meetings: Float64Array
  readonly fullTime: Float64Array
  /** Medians of peers at these sums, by where the peers' weeks stand: many people are held against the same peers. */
  readonly peerMedians: Map<Uint32Array, number>
  /** Room for a value of each person, in no order: where such a median is looked for. */
  readonly peerValues: Float64Array
}

export function runningWeeks(weeks: HandsOnWeeks): RunningWeeks {
  return runningDraws(weeks, 'all')(new Uint16Array(weeks.week.length).fill(1))
}

/**
 * Running sums of draws: how often each entry counts is asked for with each. The sums are reused by the next draw.
 * @param parts draws that ask for hands-on hours alone need no other sums: the rest stays empty
 */
export function runningDraws(weeks: HandsOnWeeks, parts: 'all' | 'hands_on'): (times: Uint16Array) => RunningWeeks {
  const room = (isNeeded: boolean) => new Float64Array(isNeeded ? weeks.week.length + 1 : 0)
  const isAll = parts === 'all'
  const running: RunningWeeks = {
    weeks,
    active: room(isAll),
    handsOn: room(true),
    coordinate: room(isAll),
    meetings: room(isAll),
    fullTime: room(true),
    peerMedians: new Map(),
    peerValues: new Float64Array(weeks.offsets.length - 1),
  }
  return times => {
    running.peerMedians.clear()
    addUp(weeks, times, weeks.handsOn, running.handsOn, weeks.fullTime, running.fullTime)
    if (!isAll) return running
    addUp(weeks, times, weeks.coordinate, running.coordinate, weeks.meetings, running.meetings)
    addUp(weeks, times, weeks.active, running.active, weeks.active, running.active)
    return running
  }
}

/** Two amounts at a time: one alone would wait for its own sum at each entry. */
function addUp(
  { active }: HandsOnWeeks,
  times: Uint16Array,
  amounts: Float64Array | Uint8Array,
  into: Float64Array,
  others: Float64Array | Uint8Array,
  intoOthers: Float64Array,
): void {
  let [total, otherTotal] = [0, 0]
  for (let entry = 0; entry < active.length; entry++) {
    if (active[entry] === 1) {
      total += times[entry]! * amounts[entry]!
      otherTotal += times[entry]! * others[entry]!
    }
    into[entry + 1] = total
    intoOthers[entry + 1] = otherTotal
  }
}

/** Weeks as in calendar.weekOf, both included. */
export interface Stretch {
  readonly fromWeek: number
  readonly toWeek: number
}

export const isInStretch = ({ fromWeek, toWeek }: Stretch, day: EpochDay) => fromWeek <= weekOf(day) && weekOf(day) <= toWeek

export interface StretchPace {
  readonly activeWeeks: number
  /** Hours per active week at full time; NaN without an active week. */
  readonly handsOn: number
  readonly meetings: number
  /** Share of hands-on and coordinating effort; NaN without either. */
  readonly coordinateShare: number
}

export function paceIn(running: RunningWeeks, person: number, { fromWeek, toWeek }: Stretch): StretchPace {
  const { weeks } = running
  const from = firstEntryFrom(weeks, person, fromWeek)
  const to = firstEntryFrom(weeks, person, toWeek + 1)
  const over = (sums: Float64Array) => sums[to]! - sums[from]!
  const [handsOn, coordinate] = [over(running.handsOn), over(running.coordinate)]
  const perWeek = (microHours: number) => microHours / 1000 / over(running.fullTime)
  return {
    activeWeeks: over(running.active),
    handsOn: perWeek(handsOn),
    meetings: perWeek(over(running.meetings)),
    coordinateShare: coordinate / (handsOn + coordinate),
  }
}

/** Hours of hands-on work per active week at full time, from one entry up to another; NaN without an active week. */
export const handsOnBetween = ({ handsOn, fullTime }: RunningWeeks, from: number, to: number) =>
  (handsOn[to]! - handsOn[from]!) / 1000 / (fullTime[to]! - fullTime[from]!)

/** The first of a person's entries in this week or later. */
export function firstEntryFrom({ offsets, week }: HandsOnWeeks, person: number, from: number): number {
  let [low, high] = [offsets[person]!, offsets[person + 1]!]
  while (low < high) {
    const middle = (low + high) >> 1
    if (week[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}
