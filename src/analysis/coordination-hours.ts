/** Load-bearing and optional coordination: hours that obligations or work across units need, and hours that nothing shows a need for. */
import type { Dataset } from '../domain/dataset.ts'
import { newestFirst } from './evidence-rows.ts'
import { governingPeople } from './governance.ts'
import type { Ground } from './ground.ts'
import { MICRO_HOURS } from './points.ts'
import type { PhaseRows } from './phase-items.ts'
import type { Units } from './unit-history.ts'
import { isWeekWithin, isWithin } from './window.ts'

/** Hours in the window of the people who are there today. */
export interface CoordinationHours {
  /** Tied to governance, a regulated system, or a work item that was finished and crossed two or more units. */
  readonly loadBearing: number
  /** Tied to a system or a finished work item, and to none of these. */
  readonly optional: number
  /** Tied to nothing on record, or to work that is still open: neither is known. */
  readonly untold: number
}

export const COORDINATION_TIES = ['loadBearing', 'optional', 'untold'] as const
export type CoordinationTie = (typeof COORDINATION_TIES)[number]

/** Rows of coordination in the window by people who are there today, newest first. */
export interface CoordinatingRows {
  /** Of Dataset.contributions. */
  readonly rows: Uint32Array
  /** Per row a code of COORDINATION_TIES. */
  readonly ties: Uint8Array
  /** Per row the deepest unit of its person today, an index into `Units.paths`. */
  readonly units: Int32Array
}

export function coordinatingRows(dataset: Dataset, ground: Ground, units: Units, phaseRows: PhaseRows): CoordinatingRows {
  const { contributions, people, kindOf } = dataset
  const { window } = ground.periods
  const governs = governingPeople(dataset, ground)
  const unitOf = new Int32Array(people.length).fill(-1)
  // A path stands after those above it, so that the deepest is set last.
  for (const [unit, members] of units.members.entries()) for (const person of members) unitOf[person] = unit
  const found: number[] = []
  for (let row = 0; row < contributions.length; row++) {
    if (kindOf[contributions.kind[row]!]?.mode !== 'coordinate' || !isWithin(window, contributions.day[row]!)) continue
    if (unitOf[contributions.person[row]!]! >= 0) found.push(row)
  }
  const rows = newestFirst(dataset, found)
  const tieOf = tiesOf(dataset, units, phaseRows)
  const ties = Uint8Array.from(rows, row =>
    COORDINATION_TIES.indexOf(governs[contributions.person[row]!] === true ? 'loadBearing' : tieOf(row)),
  )
  return { rows, ties, units: Int32Array.from(rows, row => unitOf[contributions.person[row]!]!) }
}

/** One per unit; null where its people coordinated nothing. */
export function coordinationHours(
  dataset: Dataset,
  ground: Ground,
  units: Units,
  coordinating: CoordinatingRows,
): (CoordinationHours | null)[] {
  const { contributions, people } = dataset
  const { window } = ground.periods
  const governs = governingPeople(dataset, ground)
  const hours = {
    loadBearing: new Float64Array(people.length),
    optional: new Float64Array(people.length),
    untold: new Float64Array(people.length),
  }
  for (const [index, row] of coordinating.rows.entries())
    hours[COORDINATION_TIES[coordinating.ties[index]!]!][contributions.person[row]!]! += ground.effort.microHours[row]!
  // Hours that only a calendar knows say nothing of what they were for, unless all somebody does is an obligation.
  const { offsets, week, unlistedMicroHours } = ground.effort.meetings.weeks
  for (let person = 0; person < people.length; person++) {
    const tie = hours[governs[person] === true ? 'loadBearing' : 'untold']
    for (let entry = offsets[person]!; entry < offsets[person + 1]!; entry++)
      if (isWeekWithin(window, week[entry]!)) tie[person]! += unlistedMicroHours[entry]!
  }
  return units.members.map(members => {
    const sum = (tie: CoordinationTie) => members.reduce((total, person) => total + hours[tie][person]!, 0) / MICRO_HOURS
    const all = { loadBearing: sum('loadBearing'), optional: sum('optional'), untold: sum('untold') }
    return all.loadBearing + all.optional + all.untold > 0 ? all : null
  })
}

/** What a coordinating row is tied to, by its own system, else its work item's. */
function tiesOf(dataset: Dataset, units: Units, phaseRows: PhaseRows): (row: number) => CoordinationTie {
  const { contributions, components, workItems, asOf } = dataset
  const componentAt = new Map<string, number>(dataset.componentNames.map((name, index) => [name, index]))
  const componentOfItem = Int32Array.from(workItems, item => componentAt.get(item?.component ?? '') ?? -1)
  const crosses = itemsAcrossUnits(dataset, units, phaseRows)
  const isGoverned = governedItems(dataset)
  return row => {
    const item = contributions.workItem[row]!
    const ownComponent = contributions.component[row]!
    const component = ownComponent >= 0 || item < 0 ? ownComponent : componentOfItem[item]!
    if (component >= 0 && components[component]?.regulated === true) return 'loadBearing'
    if (item < 0) return component >= 0 ? 'optional' : 'untold'
    if (isGoverned[item] === 1) return 'loadBearing'
    const finishedAt = workItems[item]?.finishedAt ?? null
    if (finishedAt === null || finishedAt > asOf) return 'untold'
    return crosses[item] === 1 ? 'loadBearing' : 'optional'
  }
}

/** 1 where people of two units worked on it, neither of which is part of the other. */
function itemsAcrossUnits({ contributions, workItemNames }: Dataset, units: Units, { person, item, rows, starts }: PhaseRows): Uint8Array {
  const crosses = new Uint8Array(workItemNames.length)
  const deepest: (string | null)[] = workItemNames.map(() => null)
  for (const [group, one] of item.entries()) {
    const path = units.pathOn(person[group]!, contributions.day[rows[starts[group + 1]! - 1]!]!)
    const known = deepest[one]!
    if (path === null || path === known) continue
    if (known === null || path.startsWith(`${known}/`)) deepest[one] = path
    else if (!known.startsWith(`${path}/`)) crosses[one] = 1
  }
  return crosses
}

/** 1 where governing work (an audit, a security review) was done on it. */
function governedItems({ contributions, kindOf, workItemNames, asOf }: Dataset): Uint8Array {
  const governed = new Uint8Array(workItemNames.length)
  for (let row = 0; row < contributions.length; row++) {
    const item = contributions.workItem[row]!
    if (item >= 0 && contributions.day[row]! <= asOf && kindOf[contributions.kind[row]!]?.mode === 'govern') governed[item] = 1
  }
  return governed
}
