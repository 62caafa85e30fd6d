/** Finished work items: when, by which units, how long they took, and how much of that they waited between people. */
import { monthOf } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { cycleDays } from './item-speed.ts'
import type { Ground } from './ground.ts'
import type { PhaseRows } from './phase-items.ts'
import type { RouteSettings } from './route-settings.ts'
import { groupRows, rowsInOrder } from './row-order.ts'
import type { Units } from './unit-history.ts'

/** One finished item, with recorded work and not merely tidied up. */
export interface FinishedItem {
  /** Index into Dataset.workItemNames. */
  readonly item: number
  readonly finishedAt: EpochDay
  /** Months as in calendar.monthOf. */
  readonly month: number
  /** Units whose people worked on it, and those above them: indexes into Units.paths, and the part of the effort of each, 0 to 1. */
  readonly units: readonly number[]
  readonly shares: readonly number[]
  /** Working days from the start to the finish; null for items opened in retrospect or open for years. */
  readonly cycleDays: number | null
  /** Gaps between working days on the item: those after which somebody else took it up, and those after which nobody new did. */
  readonly passed: Gaps
  readonly kept: Gaps
  /** Recorded where the tracker counts them, else how often somebody else took it up. */
  readonly handoffs: number
}

/** How many there are, and their working days without any work on the item. */
export interface Gaps {
  readonly count: number
  readonly days: number
}

/** Working days from the Monday before 1970 up to a day, the day itself not among them. */
const workingDaysBefore = (day: EpochDay) => Math.floor((day + 3) / 7) * 5 + Math.min(5, (((day + 3) % 7) + 7) % 7)

/** Monday to Friday, from one day up to another, both included. */
export const workingDays = (from: EpochDay, to: EpochDay) => Math.max(0, workingDaysBefore(to + 1) - workingDaysBefore(from))

/** In the order of Dataset.workItemNames. @param closedLateDays longest time from the last work to the finish */
export function finishedItems(
  dataset: Dataset,
  { effort }: Ground,
  phaseRows: PhaseRows,
  units: Units,
  routes: RouteSettings,
  closedLateDays: number,
): FinishedItem[] {
  const { contributions } = dataset
  const days = cycleDays(dataset, phaseRows, routes)
  const groups = groupRows(phaseRows.person.length, group => phaseRows.item[group]!, dataset.workItemNames.length)
  const work = workRows(dataset)
  const effortOf = new Map<number, number>()
  return dataset.workItems.flatMap((one, item): FinishedItem[] => {
    const finishedAt = one?.finishedAt ?? null
    const own = groups.rows.subarray(groups.offsets[item], groups.offsets[item + 1])
    if (finishedAt === null || finishedAt > dataset.asOf || own.length === 0 || phaseRows.itemEffort[item] === 0) return []
    const rows = work.rows.subarray(work.offsets[item], work.offsets[item + 1])
    const lastWork = contributions.day[rows.at(-1)!]!
    if (finishedAt - lastWork > closedLateDays) return []
    effortOf.clear()
    for (const group of own) {
      const [from, to] = [phaseRows.starts[group]!, phaseRows.starts[group + 1]!]
      let microHours = 0
      for (let at = from; at < to; at++) microHours += effort.microHours[phaseRows.rows[at]!]!
      const lastDay = contributions.day[phaseRows.rows[to - 1]!]!
      for (const unit of units.on(phaseRows.person[group]!, lastDay)) effortOf.set(unit, (effortOf.get(unit) ?? 0) + microHours)
    }
    const gaps = gapsOf(dataset, rows, finishedAt)
    const hasCycle = !Number.isNaN(days[item]!)
    return [
      {
        item,
        finishedAt,
        month: monthOf(finishedAt),
        units: [...effortOf.keys()],
        shares: Array.from(effortOf.values(), microHours => microHours / phaseRows.itemEffort[item]!),
        cycleDays: hasCycle ? Math.max(1, workingDays(finishedAt - days[item]! + 1, finishedAt)) : null,
        ...gaps,
        handoffs: (phaseRows.handoffsAreCounted ? one?.handoffs : null) ?? gaps.passed.count,
      },
    ]
  })
}

/** Per item everything that moves it along, reviews and approvals among it, by day and person. Plans and status reports move nothing. */
function workRows(dataset: Dataset) {
  const { contributions, kindOf, kindNames, workItemNames, asOf } = dataset
  const moves = kindOf.map((kind, index) => kind !== null && (kind.mode !== 'coordinate' || kindNames[index] === 'approval'))
  const rows = new Uint32Array(contributions.length)
  let count = 0
  for (let row = 0; row < contributions.length; row++)
    if (contributions.workItem[row]! >= 0 && contributions.day[row]! <= asOf && moves[contributions.kind[row]!]!) rows[count++] = row
  return groupRows(
    rowsInOrder(rows.subarray(0, count), [contributions.day, contributions.person]),
    row => contributions.workItem[row]!,
    workItemNames.length,
  )
}

/** The rows of one item, by day and person. Whoever works on it on two days running, alone or with others, has kept it. */
function gapsOf({ contributions }: Dataset, rows: Uint32Array, finishedAt: EpochDay): Pick<FinishedItem, 'passed' | 'kept'> {
  const passed = { count: 0, days: 0 }
  const kept = { count: 0, days: 0 }
  const personAt = (at: number) => contributions.person[rows[at]!]!
  let before = 0
  for (let start = 0, end = 0; start < rows.length; start = end) {
    const day = contributions.day[rows[start]!]!
    if (day > finishedAt) break
    while (end < rows.length && contributions.day[rows[end]!] === day) end++
    if (start > 0) {
      let isKept = false
      for (let at = before; at < start && !isKept; at++)
        for (let now = start; now < end && !isKept; now++) isKept = personAt(at) === personAt(now)
      const gaps = isKept ? kept : passed
      gaps.count++
      gaps.days += workingDays(contributions.day[rows[before]!]! + 1, day - 1)
    }
    before = start
  }
  return { passed, kept }
}
