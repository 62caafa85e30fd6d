/** What promotions went to, and what followed: the signal that everybody else reads. */
import { addMonths, monthOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { JobEvent } from '../domain/job-event.ts'
import { WORK_MODES } from '../domain/kinds.ts'
import type { WorkMode } from '../domain/kinds.ts'
import type { Ground } from './ground.ts'
import { HANDS_ON_MODES } from './hands-on-weeks.ts'
import { medianOf } from './median.ts'
import type { OrganisationSettings } from './organisation-settings.ts'
import { personIndexes } from './person-index.ts'
import type { PersonMonths } from './person-months.ts'
import type { Units } from './unit-history.ts'

const SIGNALS = ['build', 'enable', 'coordinate'] as const satisfies readonly WorkMode[]
type Signal = (typeof SIGNALS)[number]
export type SignalCounts = Readonly<Record<Signal, number>>

export interface PromotionSignal {
  readonly promotions: number
  /** By what the promoted had mostly done before, of the three. */
  readonly went: SignalCounts
  /** Promotions before which too little work is on record. */
  readonly untold: number
  /** How many of the people there today mostly do each: what promotions would go to if they went to everybody alike. */
  readonly people: SignalCounts
  /** Median change of the share of hands-on effort, -1 to 1, and over how many; null under the least. */
  readonly handsOnChange: number | null
  readonly followed: number
}

interface Promotion {
  readonly person: number
  readonly event: JobEvent
}

/** One per unit, of promotions within it; null for all where no history tells of any. */
export function promotionSignals(
  dataset: Dataset,
  ground: Ground,
  units: Units,
  months: PersonMonths,
  settings: OrganisationSettings,
): (PromotionSignal | null)[] {
  const known = promotionsOf(dataset, settings)
  if (known === null) return units.paths.map(() => null)
  const lastMonth = monthOf(dataset.asOf + 1) - 1
  const told = known.map(({ person, event: { effectiveDate } }) => {
    const month = monthOf(effectiveDate)
    const before = workIn(months, person, month - settings.promotionMonthsBefore, month - 1, settings)
    const since = workIn(months, person, month + 1, Math.min(lastMonth, month + settings.promotionMonthsSince), settings)
    return {
      units: units.on(person, effectiveDate),
      signal: before && signalOf(mode => before[WORK_MODES.indexOf(mode)]!),
      change: before && since && handsOnShare(since) - handsOnShare(before),
    }
  })
  const today = dataset.people.map((_, person) =>
    signalOf(mode => ground.modeEffort[person * WORK_MODES.length + WORK_MODES.indexOf(mode)]!),
  )
  return units.members.map((members, unit) => {
    const own = told.filter(one => one.units.includes(unit))
    const changes = own.flatMap(({ change }) => change ?? [])
    return {
      promotions: own.length,
      went: countsOf(own.map(({ signal }) => signal)),
      untold: own.filter(({ signal }) => signal === null).length,
      people: countsOf(members.map(person => today[person]!)),
      handsOnChange: changes.length >= settings.promotionsLeast ? medianOf(changes) : null,
      followed: changes.length,
    }
  })
}

const countsOf = (signals: readonly (Signal | null)[]): SignalCounts => {
  const count = (signal: Signal) => signals.filter(one => one === signal).length
  return { build: count('build'), enable: count('enable'), coordinate: count('coordinate') }
}

/** Of the three the one with most effort; null without any. */
function signalOf(amountOf: (mode: Signal) => number): Signal | null {
  const most = SIGNALS.reduce((best, mode) => (amountOf(mode) > amountOf(best) ? mode : best))
  return amountOf(most) > 0 ? most : null
}

/** Hours per mode over some months; null where too few of them have work on record. */
function workIn(
  { offsets, month, hours }: PersonMonths,
  person: number,
  from: number,
  to: number,
  { promotionMonthsLeast }: OrganisationSettings,
): Float64Array | null {
  const sums = new Float64Array(WORK_MODES.length)
  let count = 0
  for (let entry = offsets[person]!; entry < offsets[person + 1]!; entry++) {
    if (month[entry]! < from || month[entry]! > to) continue
    count++
    for (let mode = 0; mode < WORK_MODES.length; mode++) sums[mode]! += hours[entry * WORK_MODES.length + mode]!
  }
  return count >= promotionMonthsLeast ? sums : null
}

function handsOnShare(sums: Float64Array): number {
  const total = sums.reduce((sum, hours) => sum + hours, 0)
  const handsOn = WORK_MODES.reduce((sum, mode, index) => sum + (HANDS_ON_MODES.has(mode) ? sums[index]! : 0), 0)
  return handsOn / total
}

/** Events that say so, or that raise the rank of the level; a date that most of them share was a re-levelling. */
function promotionsOf(dataset: Dataset, settings: OrganisationSettings): Promotion[] | null {
  const from = addMonths(dataset.asOf, -settings.promotionMonths)
  const indexes = personIndexes(dataset.people)
  const ranks = new Map<number, number>()
  const found: Promotion[] = []
  let isTold = false
  for (const event of dataset.history.toSorted((a, b) => a.effectiveDate - b.effectiveDate)) {
    const person = indexes.get(event.personId)
    if (person === undefined || event.effectiveDate > dataset.asOf) continue
    const before = event.reason === 'hire' ? undefined : ranks.get(person)
    const isRaised = before !== undefined && event.levelRank !== null && event.levelRank > before && event.reason !== 'reorganisation'
    if (event.levelRank !== null) ranks.set(person, event.levelRank)
    if (event.levelRank !== null || event.reason === 'promotion') isTold = true
    if ((event.reason === 'promotion' || isRaised) && event.effectiveDate > from) found.push({ person, event })
  }
  const onDay = new Map<number, number>()
  for (const { event } of found) onDay.set(event.effectiveDate, (onDay.get(event.effectiveDate) ?? 0) + 1)
  const isShared = (day: number) => onDay.get(day)! > 1 && onDay.get(day)! >= settings.promotionSharedDate * found.length
  return isTold ? found.filter(({ event }) => !isShared(event.effectiveDate)) : null
}
