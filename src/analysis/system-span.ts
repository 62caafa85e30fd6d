/** System span: over how many systems, and units that own them, somebody's hands-on work is spread. */
import { weekOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { compareText } from '../domain/identifiers.ts'
import type { Effort } from './effort.ts'
import { sideOfKinds } from './hands-on-weeks.ts'
import type { Stretch } from './hands-on-weeks.ts'
import { entropyOf } from './phase-items.ts'
import { groupRows, rowsInOrder } from './row-order.ts'

/** Hands-on effort by person, week and component. Person p has the entries offsets[p] up to offsets[p + 1], by week. */
export interface SystemWeeks {
  readonly offsets: Uint32Array
  readonly week: Int32Array
  readonly component: Int32Array
  readonly microHours: Float64Array
  /** Per component its owner unit, as an index; -1 where none is known. */
  readonly unitOf: Int32Array
  /** 0 where no component has an owner unit. */
  readonly unitCount: number
  /** Room for sums per component and per unit: all 0 whenever nobody's span is being looked for. */
  readonly sums: { readonly bySystem: Float64Array; readonly byUnit: Float64Array }
}

export function systemWeeksOf(dataset: Dataset, effort: Effort): SystemWeeks {
  const { contributions, components, asOf } = dataset
  const side = sideOfKinds(dataset)
  // Columns of numbers, not lists: at a million rows lists that grow are the peak of the whole analysis.
  const wanted = new Uint32Array(contributions.length)
  let wantedCount = 0
  for (let row = 0; row < contributions.length; row++)
    if (contributions.component[row]! >= 0 && side[contributions.kind[row]!] === 1 && contributions.day[row]! <= asOf)
      wanted[wantedCount++] = row
  const weekOfRow = contributions.day.map(weekOf)
  const order = rowsInOrder(wanted.subarray(0, wantedCount), [contributions.person, weekOfRow, contributions.component])
  const firstRow = new Uint32Array(order.length)
  const sums = new Float64Array(order.length)
  let count = 0
  for (let start = 0, end = 0; start < order.length; start = end) {
    const first = order[start]!
    const isSame = (row: number) =>
      contributions.person[row] === contributions.person[first] &&
      weekOfRow[row] === weekOfRow[first] &&
      contributions.component[row] === contributions.component[first]
    firstRow[count] = first
    for (; end < order.length && isSame(order[end]!); end++) sums[count]! += effort.microHours[order[end]!]!
    count++
  }
  const entryRow = firstRow.subarray(0, count)
  const ofEntries = (column: Int32Array) => {
    const values = new Int32Array(count)
    for (let entry = 0; entry < count; entry++) values[entry] = column[entryRow[entry]!]!
    return values
  }
  const units = [...new Set(components.flatMap(component => component?.ownerUnit ?? []))].sort(compareText)
  const unitAt = new Map(units.map((unit, at) => [unit, at]))
  return {
    offsets: groupRows(count, entry => contributions.person[entryRow[entry]!]!, dataset.people.length).offsets,
    week: ofEntries(weekOfRow),
    component: ofEntries(contributions.component),
    microHours: sums.subarray(0, count),
    unitOf: Int32Array.from(components, component => (component?.ownerUnit == null ? -1 : unitAt.get(component.ownerUnit)!)),
    unitCount: units.length,
    sums: { bySystem: new Float64Array(components.length), byUnit: new Float64Array(units.length) },
  }
}

export interface SystemSpan {
  /** exp(entropy) of effort; NaN without any. */
  readonly systems: number
  /** The same over owner units; NaN where none is known. */
  readonly units: number
}

/** @param timesIn how often a week counts; once when left out */
export function systemSpanOf(
  systemWeeks: SystemWeeks,
  person: number,
  { fromWeek, toWeek }: Stretch,
  timesIn?: (week: number) => number,
): SystemSpan {
  const { offsets, week, component, microHours, unitOf, sums } = systemWeeks
  const [systems, units]: [number[], number[]] = [[], []]
  const add = (into: Float64Array, seen: number[], one: number, amount: number) => {
    if (into[one] === 0) seen.push(one)
    into[one]! += amount
  }
  for (let entry = offsets[person]!; entry < offsets[person + 1]!; entry++) {
    if (week[entry]! < fromWeek || week[entry]! > toWeek) continue
    const amount = microHours[entry]! * (timesIn?.(week[entry]!) ?? 1)
    if (amount === 0) continue
    const one = component[entry]!
    add(sums.bySystem, systems, one, amount)
    if (unitOf[one]! >= 0) add(sums.byUnit, units, unitOf[one]!, amount)
  }
  return { systems: spanOf(sums.bySystem, systems), units: spanOf(sums.byUnit, units) }
}

/** Of those seen; their sums are 0 again afterwards. */
function spanOf(sums: Float64Array, seen: number[]): number {
  if (seen.length === 0) return NaN
  const amounts = new Float64Array(seen.length)
  let total = 0
  // In the order of names, so that the sum of logarithms is the same whatever came first.
  seen.sort((a, b) => a - b)
  for (let index = 0; index < seen.length; index++) {
    amounts[index] = sums[seen[index]!]!
    total += amounts[index]!
    sums[seen[index]!] = 0
  }
  return Math.exp(entropyOf(amounts, total))
}
