/** The blocks of the systems-thinker index in a period: what each person's come to, and where that stands among peers. */
import type { Dataset } from '../domain/dataset.ts'
import { chanceCountOf, chanceIndexOf } from './chance-count.ts'
import type { ChanceIndex } from './chance-count.ts'
import type { Ground } from './ground.ts'
import { paceIn } from './hands-on-weeks.ts'
import type { RunningWeeks, Stretch } from './hands-on-weeks.ts'
import { speedResiduals } from './item-speed.ts'
import { carriedItemsOf, phaseRowsOf } from './phase-items.ts'
import type { CarriedItems, PhaseRows } from './phase-items.ts'
import { differsEnough, roleBreadthsOf } from './role-breadth.ts'
import { roleFamiliesOf } from './role-families.ts'
import type { RouteSettings } from './route-settings.ts'
import { systemSpanOf, systemWeeksOf } from './system-span.ts'
import type { SystemWeeks } from './system-span.ts'
import { decidedOutcomesOf, tasteOf } from './taste.ts'
import type { DecidedOutcomes } from './taste.ts'
import { weeksOf } from './window.ts'
import type { Period } from './window.ts'

export const BLOCKS = ['one_head', 'system_span', 'unusual_speed', 'taste', 'role_breadth'] as const
export type Block = (typeof BLOCKS)[number]

/** What the blocks of any period are computed from. */
export interface ThinkerSources {
  readonly phaseRows: PhaseRows
  readonly residuals: Float64Array
  readonly systemWeeks: SystemWeeks
  readonly outcomes: DecidedOutcomes
  readonly running: RunningWeeks
}

export function thinkerSourcesOf(dataset: Dataset, ground: Ground, running: RunningWeeks, settings: RouteSettings): ThinkerSources {
  const phaseRows = phaseRowsOf(dataset, ground.effort)
  return {
    phaseRows,
    residuals: speedResiduals(dataset, phaseRows, settings),
    systemWeeks: systemWeeksOf(dataset, ground.effort),
    outcomes: decidedOutcomesOf(dataset, ground.pieces),
    running,
  }
}

/** One person's raw measures; NaN unknown. */
export interface RawBlocks {
  /** Entropy over phases within their items, the mean by their effort in each: a hand lent to many items hides no whole one. */
  readonly phaseSpan: number
  /** End-to-end items per 52 active weeks. */
  readonly endToEndPerYear: number
  readonly systems: number
  readonly units: number
  /** How many times as fast as expected; the geometric mean over their items, by their part in each. */
  readonly speed: number
  readonly taste: number
  readonly breadth: number
}

/** People compared with each other: a role family, or all where it is too small. */
export interface ThinkerGroup {
  readonly name: string | null
  readonly kind: 'role_family' | 'all'
  readonly members: Int32Array
  /** Drawn when it is first asked for. */
  readonly chance: () => ChanceIndex
  /** Where a value stands among the group's peers. */
  readonly rank: Ranker
  /** Blocks in use: those somebody has, and role breadth only where it differs. */
  readonly used: readonly Block[]
}

export interface PersonBlocks {
  readonly group: ThinkerGroup
  readonly raw: RawBlocks
  /** In the order of BLOCKS; NaN where unknown or not in use. */
  readonly percentiles: Float64Array
  readonly known: number
  /** Mean of the percentiles in use, 0.5 for missing ones; NaN with too few. */
  readonly index: number
  readonly chanceCount: number
  readonly endToEndItems: number
  readonly endToEndPerYear: number
  readonly activeWeeks: number
}

export interface ThinkerMeasures {
  readonly period: Period
  readonly stretch: Stretch
  readonly items: CarriedItems
  /** Per person; null for those without enough active weeks or hands-on work in the period. */
  readonly people: readonly (PersonBlocks | null)[]
  readonly groups: readonly ThinkerGroup[]
}

/** @param isAsked of whom a chance count is asked; of the others it stays NaN, for it takes as long as all the rest */
export function measureThinkers(
  dataset: Dataset,
  ground: Ground,
  sources: ThinkerSources,
  period: Period,
  settings: RouteSettings,
  isAsked: (person: number) => boolean = () => true,
): ThinkerMeasures {
  const { firstWeek, weekCount } = weeksOf(period)
  const stretch = { fromWeek: firstWeek, toWeek: firstWeek + weekCount - 1 }
  const items = carriedItemsOf(dataset, ground.effort, sources.phaseRows, period, settings)
  const breadths = roleBreadthsOf(dataset, period.to)
  const activeWeeks = Float64Array.from(dataset.people.keys(), person => paceIn(sources.running, person, stretch).activeWeeks)
  const raws = dataset.people.map((_, person): RawBlocks | null => {
    const pace = paceIn(sources.running, person, stretch)
    if (pace.activeWeeks < ground.settings.minimumActiveWeeks || !(pace.handsOn > 0)) return null
    const entries: number[] = []
    for (let entry = items.offsets[person]!; entry < items.offsets[person + 1]!; entry++) entries.push(entry)
    return {
      ...itemMeasures(items, sources, entries, pace.activeWeeks, settings),
      ...systemSpanOf(sources.systemWeeks, person, stretch),
      taste: tasteOf(sources.outcomes, person, period, settings.tasteZ),
      breadth: breadths[person]!,
    }
  })
  const { groups, percentiles } = groupsOf(dataset, ground, raws, settings)
  const groupOfPerson = dataset.people.map((): ThinkerGroup | null => null)
  for (const group of groups) for (const member of group.members) groupOfPerson[member] = group
  const people = raws.map((raw, person): PersonBlocks | null => {
    const group = groupOfPerson[person] ?? null
    if (raw === null || group === null) return null
    const known = BLOCKS.filter((block, at) => group.used.includes(block) && !Number.isNaN(percentiles[person]![at]!)).length
    const index = known < settings.blocksNeeded ? NaN : indexOf(percentiles[person]!, group)
    return {
      group,
      raw,
      percentiles: percentiles[person]!,
      known,
      index,
      chanceCount: Number.isNaN(index) || !isAsked(person) ? NaN : chanceCountOf(group.chance(), index),
      endToEndItems: countWhole(items, person),
      endToEndPerYear: raw.endToEndPerYear,
      activeWeeks: activeWeeks[person]!,
    }
  })
  return { period, stretch, items, people, groups }
}

const WEEKS_PER_YEAR = 52

/** Measures over some of a person's items: all of them, or a resample. */
export function itemMeasures(
  items: CarriedItems,
  { residuals, phaseRows: { itemEffort } }: Pick<ThinkerSources, 'residuals' | 'phaseRows'>,
  entries: readonly number[],
  activeWeeks: number,
  settings: RouteSettings,
): Pick<RawBlocks, 'phaseSpan' | 'endToEndPerYear' | 'speed'> {
  let [entropy, effort, whole, residual, shares, timed] = [0, 0, 0, 0, 0, 0]
  for (const entry of entries) {
    const own = items.share[entry]! * itemEffort[items.item[entry]!]!
    entropy += own * items.phaseEntropy[entry]!
    effort += own
    whole += items.endToEnd[entry]!
    const speed = residuals[items.item[entry]!]!
    if (Number.isNaN(speed)) continue
    // An item's speed is theirs as far as its work was.
    residual += items.share[entry]! * speed
    shares += items.share[entry]!
    timed++
  }
  return {
    phaseSpan: effort === 0 ? NaN : entropy / effort,
    endToEndPerYear: (whole * WEEKS_PER_YEAR) / activeWeeks,
    speed: timed < settings.speedItems || shares === 0 ? NaN : Math.exp(-residual / shares),
  }
}

function countWhole(items: CarriedItems, person: number): number {
  let count = 0
  for (let entry = items.offsets[person]!; entry < items.offsets[person + 1]!; entry++) count += items.endToEnd[entry]!
  return count
}

/** Mean of the percentiles of the blocks in use; what is missing stands in the middle. */
export function indexOf(percentiles: Float64Array, { used }: Pick<ThinkerGroup, 'used'>): number {
  let sum = 0
  for (const [at, block] of BLOCKS.entries()) {
    if (used.includes(block)) sum += Number.isNaN(percentiles[at]!) ? 0.5 : percentiles[at]!
  }
  return used.length === 0 ? NaN : sum / used.length
}

function groupsOf(
  dataset: Dataset,
  ground: Ground,
  raws: readonly (RawBlocks | null)[],
  settings: RouteSettings,
): { readonly groups: readonly ThinkerGroup[]; readonly percentiles: readonly Float64Array[] } {
  const { families, familyOf } = roleFamiliesOf(dataset)
  const everybody = Int32Array.from(raws.keys()).filter(person => raws[person] !== null)
  const large: { name: string | null; members: Int32Array }[] = []
  const rest: number[] = []
  for (const [family, name] of families.entries()) {
    const members = everybody.filter(person => familyOf[person] === family)
    if (name !== null && members.length >= ground.settings.cohortMinimum) large.push({ name, members })
    else rest.push(...members)
  }
  const percentiles = raws.map(() => new Float64Array(BLOCKS.length).fill(NaN))
  const groups = large.map(({ name, members }) => groupOf(name, members, members, everybody, raws, percentiles, ground, settings))
  if (rest.length > 0) groups.push(groupOf(null, Int32Array.from(rest).sort(), everybody, everybody, raws, percentiles, ground, settings))
  return { groups, percentiles }
}

/** Fills in the members' percentiles among `peers`; among everybody where too few of the peers have a measure. */
function groupOf(
  name: string | null,
  members: Int32Array,
  peers: Int32Array,
  everybody: Int32Array,
  raws: readonly (RawBlocks | null)[],
  percentiles: readonly Float64Array[],
  ground: Ground,
  settings: RouteSettings,
): ThinkerGroup {
  const rank = rankerAmong(raws, peers, everybody, ground.settings.cohortMinimum)
  const hasBreadth = differsEnough(
    Array.from(peers, peer => raws[peer]!.breadth),
    settings.breadthDiffers,
  )
  for (const person of members) percentiles[person]!.set(percentilesOf(raws[person]!, rank, hasBreadth))
  const used = BLOCKS.filter((_, at) => members.some(person => !Number.isNaN(percentiles[person]![at]!)))
  const usedBlocks = used.map(block => {
    const at = BLOCKS.indexOf(block)
    return Float64Array.from(members, person => (Number.isNaN(percentiles[person]![at]!) ? 0.5 : percentiles[person]![at]!))
  })
  let drawn: ChanceIndex | null = null
  const chance = () => (drawn ??= chanceIndexOf(usedBlocks, members.length, settings.chanceDraws))
  return { name, kind: name === null ? 'all' : 'role_family', members, chance, rank, used }
}

export type Ranker = (measure: keyof RawBlocks, value: number) => number

/** Unshrunk mid-ranks of a value among the known values of a measure; NaN for an unknown value. */
function rankerAmong(raws: readonly (RawBlocks | null)[], peers: Int32Array, everybody: Int32Array, minimum: number): Ranker {
  const sorted = new Map<keyof RawBlocks, Float64Array>()
  const known = (measure: keyof RawBlocks, people: Int32Array) => {
    const values = new Float64Array(people.length)
    let count = 0
    for (let at = 0; at < people.length; at++) {
      const value = raws[people[at]!]![measure]
      if (!Number.isNaN(value)) values[count++] = value
    }
    return values.subarray(0, count).sort()
  }
  return (measure, value) => {
    let values = sorted.get(measure)
    if (values === undefined) {
      const ofPeers = known(measure, peers)
      values = ofPeers.length >= minimum ? ofPeers : known(measure, everybody)
      sorted.set(measure, values)
    }
    return Number.isNaN(value) ? NaN : midRank(values, value)
  }
}

function midRank(sorted: Float64Array, value: number): number {
  const countWhile = (holds: (other: number) => boolean) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(sorted[middle]!)) low = middle + 1
      else high = middle
    }
    return low
  }
  return (countWhile(other => other < value) + countWhile(other => other <= value)) / (2 * sorted.length)
}

/** In the order of BLOCKS. One head and system span are means of two percentiles each, where both are known. */
export function percentilesOf(raw: RawBlocks, rank: Ranker, hasBreadth: boolean): number[] {
  const systems = rank('systems', raw.systems)
  const units = rank('units', raw.units)
  return [
    Number.isNaN(raw.phaseSpan) ? NaN : (rank('phaseSpan', raw.phaseSpan) + rank('endToEndPerYear', raw.endToEndPerYear)) / 2,
    Number.isNaN(units) ? systems : (systems + units) / 2,
    rank('speed', raw.speed),
    rank('taste', raw.taste),
    hasBreadth ? rank('breadth', raw.breadth) : NaN,
  ]
}
