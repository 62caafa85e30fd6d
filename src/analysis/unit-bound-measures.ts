/** What is known of how a unit's work flows: with how many people, how long it waits between them, how often it changes hands. */
import type { Dataset } from '../domain/dataset.ts'
import { elasticityOf, headRange } from './elasticity.ts'
import type { Elasticity, UnitMonth } from './elasticity.ts'
import type { Ground } from './ground.ts'
import type { FinishedItem, Gaps } from './item-flow.ts'
import type { OrganisationSettings } from './organisation-settings.ts'
import type { PersonMonths } from './person-months.ts'
import { tellingMonths, unitMonthsOf } from './unit-months.ts'
import type { Units } from './unit-history.ts'
import { isWithin } from './window.ts'

export interface BoundMeasures {
  readonly people: number
  /** The unit's own months the elasticity rests on. */
  readonly months: readonly UnitMonth[]
  /** Null where heads do not differ enough, or the months are too few. */
  readonly elasticity: Elasticity | null
  /** Median of the other units at the same depth; null with too few of whom it is known. */
  readonly elasticityOfPeers: number | null
  /** Share of the working days of finished items in which the next person was awaited, 0 to 1; null with too few items. */
  readonly waitingShare: number | null
  readonly handoffsPerItem: number | null
  /** Finished items of the window, shared out by effort. */
  readonly items: number
  /** Finished items a full-time person and month, and the median of the same peers. */
  readonly finishedPerHead: number | null
  readonly finishedPerHeadOfPeers: number | null
  readonly peerUnits: number
}

/** Fewer pauses of a unit's own are no measure of how its people work. */
const OWN_PAUSES = 10

/** One per unit; null where none of its work is in a finished work item. */
export function boundMeasures(
  dataset: Dataset,
  ground: Ground,
  units: Units,
  items: readonly FinishedItem[],
  personMonths: PersonMonths,
  settings: OrganisationSettings,
): (BoundMeasures | null)[] {
  const recent = items.filter(({ finishedAt }) => isWithin(ground.periods.window, finishedAt))
  const months = unitMonthsOf(dataset, ground, units, items, personMonths, settings)
  const depth = units.paths.map(path => path.split('/').length)
  const rates = units.paths.map((_, unit) => {
    const from = Math.max(0, months.count - ground.settings.windowMonths)
    const sum = (amounts: Float64Array) =>
      amounts.subarray(unit * months.count + from, (unit + 1) * months.count).reduce((a, b) => a + b, 0)
    const heads = sum(months.heads)
    return heads > 0 ? sum(months.finished) / heads : null
  })
  const typicalPause = pauseOf(recent.map(item => ({ item, share: 1 })))
  const recentOf = units.paths.map((): OwnItem[] => [])
  for (const item of recent) for (const [at, unit] of item.units.entries()) recentOf[unit]!.push({ item, share: item.shares[at]! })
  const hasFinished = new Uint8Array(units.paths.length)
  for (const item of items) for (const unit of item.units) hasFinished[unit] = 1
  const telling = units.paths.map((_, unit) => tellingMonths(months, unit, settings))
  const elasticities = telling.map(own => (areTelling(own, settings) ? elasticityOf(own) : null))
  const elasticityOfPeers = mediansOfOthers(
    elasticities.map(one => one && one.value),
    depth,
    settings.boundPeerUnits,
  )
  const rateOfPeers = mediansOfOthers(rates, depth, settings.boundPeerUnits)
  return units.paths.map((_, unit) => {
    const own = recentOf[unit]!
    if (hasFinished[unit] === 0) return null
    const count = own.reduce((sum, { share }) => sum + share, 0)
    const isEnough = count >= settings.boundItems
    return {
      people: units.members[unit]!.length,
      months: telling[unit]!,
      elasticity: elasticities[unit]!,
      elasticityOfPeers: elasticityOfPeers[unit]!,
      waitingShare: isEnough ? waitingShareOf(own, typicalPause) : null,
      handoffsPerItem: isEnough ? own.reduce((sum, { item, share }) => sum + share * item.handoffs, 0) / count : null,
      items: count,
      finishedPerHead: rates[unit]!,
      finishedPerHeadOfPeers: rateOfPeers[unit]!,
      peerUnits: depth.filter(one => one === depth[unit]).length - 1,
    }
  })
}

/** Per unit the median over the others at the same depth; null with fewer than `least` of whom it is known. */
function mediansOfOthers(values: readonly (number | null)[], depth: readonly number[], least: number): (number | null)[] {
  const known = new Map<number, number[]>()
  for (const [unit, value] of values.entries()) {
    if (value === null) continue
    const beside = known.get(depth[unit]!)
    if (beside) beside.push(value)
    else known.set(depth[unit]!, [value])
  }
  for (const beside of known.values()) beside.sort((a, b) => a - b)
  return values.map((own, unit) => {
    const all = known.get(depth[unit]!) ?? []
    const ownPlace = own === null ? all.length : all.indexOf(own)
    const others = own === null ? all.length : all.length - 1
    if (others < least) return null
    const other = (place: number) => all[place < ownPlace ? place : place + 1]!
    const upper = other(others >> 1)
    return others % 2 === 1 ? upper : (other((others >> 1) - 1) + upper) / 2
  })
}

function areTelling(months: readonly UnitMonth[], settings: OrganisationSettings): boolean {
  const { least, most } = headRange(months)
  const finished = months.reduce((sum, month) => sum + month.finished, 0)
  return months.length >= settings.boundMonths && most >= settings.headcountRange * least && finished >= settings.boundItems
}

interface OwnItem {
  readonly item: FinishedItem
  /** The unit's part of the effort. */
  readonly share: number
}

const gapsIn = (items: readonly OwnItem[], of: (item: FinishedItem) => Gaps): Gaps => ({
  count: items.reduce((sum, { item, share }) => sum + share * of(item).count, 0),
  days: items.reduce((sum, { item, share }) => sum + share * of(item).days, 0),
})

/** Working days people pause on an item they themselves go on with; null with too few pauses to tell. */
function pauseOf(items: readonly OwnItem[]): number | null {
  const { count, days } = gapsIn(items, item => item.kept)
  return count >= OWN_PAUSES ? days / count : null
}

/**
 * A pause before somebody else takes an item up is waiting as far as it is longer than the pauses people make on what
 * they go on with themselves: so neither a part-time week nor a log with few entries nor a standstill looks like waiting.
 */
function waitingShareOf(own: readonly OwnItem[], typicalPause: number | null): number | null {
  const timed = own.filter(({ item }) => item.cycleDays !== null)
  const days = timed.reduce((sum, { item, share }) => sum + share * item.cycleDays!, 0)
  const pause = pauseOf(timed) ?? typicalPause
  if (days === 0 || pause === null) return null
  const passed = gapsIn(timed, item => item.passed)
  return Math.min(1, Math.max(0, passed.days - passed.count * pause) / days)
}
