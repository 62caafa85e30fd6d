/** Unusual speed: how much faster a work item was finished than its size, its people and its system would let expect. */
import type { Dataset } from '../domain/dataset.ts'
import type { PhaseRows } from './phase-items.ts'
import { rowsInOrder } from './row-order.ts'
import type { RouteSettings } from './route-settings.ts'

const ROUNDS = 200
const ENOUGH = 1e-10

/**
 * Per work item the residual of the logarithm of its days on log size, log participants (standardised) and
 * system, by ridge regression (Hoerl and Kennard 1970); below 0 is faster. NaN where an item is left out:
 * unfinished, without recorded work, opened after the work had begun, or open for longer than a piece of work is.
 */
export function speedResiduals(dataset: Dataset, phaseRows: PhaseRows, settings: RouteSettings): Float64Array {
  const residuals = new Float64Array(dataset.workItemNames.length).fill(NaN)
  const days = cycleDays(dataset, phaseRows, settings)
  const items = [...residuals.keys()].filter(item => !Number.isNaN(days[item]!))
  if (items.length < settings.speedItemsOfAll) return residuals
  const people = participantsOf(dataset)
  const sizes = items.map(item => Math.log1p(Math.max(0, dataset.workItems[item]?.size ?? NaN)))
  const features = [standardised(sizes), standardised(withinUsual(items.map(item => Math.log(Math.max(1, people[item]!)))))]
  const systems = systemsOf(dataset, items)
  const fit = ridge(
    items.map(item => Math.log(days[item]!)),
    features,
    systems,
    settings.speedRidge,
  )
  for (const [index, item] of items.entries()) residuals[item] = fit[index]!
  return residuals
}

/** Days from the start to the finish, both counted; NaN for items that are left out. */
export function cycleDays(dataset: Dataset, { itemStart }: PhaseRows, settings: RouteSettings): Float64Array {
  return Float64Array.from(dataset.workItems, (item, index) => {
    if (item === null || item.finishedAt === null || item.finishedAt > dataset.asOf) return NaN
    const firstWork = itemStart[index]!
    const begin = item.startedAt ?? item.openedAt
    if (begin === null || firstWork === Infinity) return NaN
    const openedAfterwards = (item.openedAt ?? begin) > firstWork
    const days = item.finishedAt - Math.min(begin, firstWork) + 1
    const openFor = item.finishedAt - Math.min(item.openedAt ?? begin, begin)
    return openedAfterwards || days < 1 || item.finishedAt < firstWork || openFor > settings.longestItemDays ? NaN : days
  })
}

/** Per item everybody who worked on it or was named as taking part. */
function participantsOf({ contributions, workItemNames, asOf }: Dataset): Uint32Array {
  const { offsets, values } = contributions.participants
  const most = contributions.length + (offsets[contributions.length] ?? 0)
  const [item, person] = [new Int32Array(most), new Int32Array(most)]
  let count = 0
  for (let row = 0; row < contributions.length; row++) {
    const one = contributions.workItem[row]!
    if (one < 0 || contributions.day[row]! > asOf) continue
    item[count] = one
    person[count++] = contributions.person[row]!
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      item[count] = one
      person[count++] = values[at]!
    }
  }
  const order = rowsInOrder(count, [item, person])
  const people = new Uint32Array(workItemNames.length)
  for (let index = 0; index < count; index++) {
    const [entry, before] = [order[index]!, order[index - 1] ?? -1]
    if (before < 0 || item[before] !== item[entry] || person[before] !== person[entry]) people[item[entry]!]!++
  }
  return people
}

/** The system an item's file names, or else -1: all those without one are one system. */
function systemsOf(dataset: Dataset, items: readonly number[]): Int32Array {
  const index = new Map<string, number>(dataset.componentNames.map((name, component) => [name, component]))
  return Int32Array.from(items, item => index.get(dataset.workItems[item]?.component ?? '') ?? -1)
}

const UNUSUAL_SHARE = 0.2

/**
 * The lowest and the highest fifth are drawn in to where the rest begins: long items gather people, and that
 * must not be carried on to crews nobody else has, where whoever works alone would be expected to be fast.
 */
function withinUsual(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!
  const [low, high] = [at(UNUSUAL_SHARE), at(1 - UNUSUAL_SHARE)]
  return values.map(value => Math.min(high, Math.max(low, value)))
}

/** Mean 0 and variance 1; an unknown value is the mean, a constant all 0. */
function standardised(values: readonly number[]): Float64Array {
  const known = values.filter(value => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length)
  const scale = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0
  return Float64Array.from(values, value => (Number.isNaN(value) ? 0 : (value - mean) * scale))
}

/** Residuals of y on an unpenalised mean, penalised features and penalised systems; coordinate descent to convergence. */
function ridge(y: readonly number[], features: readonly Float64Array[], systems: Int32Array, penalty: number): Float64Array {
  const residual = Float64Array.from(y)
  const slopes = new Float64Array(features.length)
  const squares = features.map(feature => feature.reduce((sum, value) => sum + value * value, 0))
  const systemCount = systems.reduce((most, system) => Math.max(most, system), -1) + 2
  const effect = new Float64Array(systemCount)
  const sizes = new Uint32Array(systemCount)
  for (const system of systems) sizes[system + 1]!++
  const sums = new Float64Array(systemCount)
  for (let round = 0; round < ROUNDS; round++) {
    const mean = residual.reduce((sum, value) => sum + value, 0) / residual.length
    let moved = Math.abs(mean)
    for (let index = 0; index < residual.length; index++) residual[index]! -= mean
    for (const [feature, values] of features.entries()) {
      let product = 0
      for (let index = 0; index < residual.length; index++) product += residual[index]! * values[index]!
      const step = (product - penalty * slopes[feature]!) / (squares[feature]! + penalty)
      slopes[feature]! += step
      for (let index = 0; index < residual.length; index++) residual[index]! -= step * values[index]!
      moved = Math.max(moved, Math.abs(step))
    }
    sums.fill(0)
    for (let index = 0; index < residual.length; index++) sums[systems[index]! + 1]! += residual[index]!
    for (let system = 0; system < systemCount; system++) {
      const step = (sums[system]! - penalty * effect[system]!) / (sizes[system]! + penalty)
      effect[system]! += step
      sums[system] = step
      moved = Math.max(moved, Math.abs(step))
    }
    for (let index = 0; index < residual.length; index++) residual[index]! -= sums[systems[index]! + 1]!
    if (moved < ENOUGH) break
  }
  return residual
}
