/** The hands-on ratio: how much of somebody's hands-on effort is left since a day, against their unit's individual contributors. */
import { weekOf, weekStart } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { EMPLOYED } from './employment.ts'
import type { Ground } from './ground.ts'
import { firstEntryFrom, handsOnBetween, paceIn } from './hands-on-weeks.ts'
import type { RunningWeeks, Stretch, StretchPace } from './hands-on-weeks.ts'
import { isAwayAllWeek } from './leave.ts'
import { medianInPlace, medianOf } from './median.ts'
import type { Career } from './moves.ts'
import { roleFamiliesOf } from './role-families.ts'
import type { RouteSettings } from './route-settings.ts'
import type { Leaves } from './leave.ts'
import type { Period } from './window.ts'

export type PeerScope = 'unit' | 'role_family' | 'all'

export interface HandsOnRatios {
  /** since / before of the person alone; NaN where there was nothing before. */
  readonly ratio: number
  /** The same of the peers, as a median; NaN with too few. */
  readonly peerRatio: number
  /** ratio / peerRatio, corrected for weeks that show more than before. */
  readonly ratioToPeers: number
  /** Hours per active week of the peers since then, as a median; NaN with too few. */
  readonly peerLevel: number
  readonly levelToPeers: number
}

export interface HandsOnChange extends HandsOnRatios {
  readonly stretches: Stretches
  readonly before: StretchPace
  readonly since: StretchPace
  readonly peers: Peers
}

/** Who the individual contributors are, by unit and role family. */
export interface Contributors {
  /** 1 for employed individual contributors. */
  readonly isContributor: Uint8Array
  readonly byUnit: ReadonlyMap<string, readonly number[]>
  readonly byFamily: readonly (readonly number[])[]
  readonly familyOf: Int32Array
  readonly everybody: readonly number[]
  readonly leaves: Leaves
  /** Peers of groups and stretches that were asked for before. */
  readonly knownPeers: Map<string, PeerGroup>
}

export function contributorsOf(dataset: Dataset, { model, leaves }: Ground, careers: readonly Career[]): Contributors {
  const { families, familyOf } = roleFamiliesOf(dataset)
  const isContributor = Uint8Array.from(dataset.people, ({ track }, person) => {
    const isHere = !model.employmentKnown || model.people.status[person] === EMPLOYED
    const position = careers[person]!.position
    return isHere && track !== 'manager' && position !== 'coordinating' && position !== 'acting' ? 1 : 0
  })
  const byUnit = new Map<string, number[]>()
  const byFamily = families.map((): number[] => [])
  const everybody: number[] = []
  for (const [person, { orgUnit }] of dataset.people.entries()) {
    if (isContributor[person] === 0) continue
    everybody.push(person)
    byFamily[familyOf[person]!]!.push(person)
    if (orgUnit === null) continue
    const unit = byUnit.get(orgUnit)
    if (unit) unit.push(person)
    else byUnit.set(orgUnit, [person])
  }
  return { isContributor, byUnit, byFamily, familyOf, everybody, leaves, knownPeers: new Map() }
}

/** The last weeks since a day and the weeks before it; weeks that were all leave are passed over and do not count. */
export function stretchesAround(day: EpochDay, asOf: EpochDay, leaves: readonly Period[], settings: RouteSettings): Stretches {
  // The week a move falls into is neither before nor since, unless it begins it.
  const firstSince = weekOf(day + 6)
  const lastBefore = weekOf(day) - 1
  const backFrom = (lastWeek: number, weeks: number, earliest: number) => {
    let [week, left] = [lastWeek + 1, weeks]
    while (left > 0 && week > earliest) if (!isAwayAllWeek(leaves, weekStart(--week))) left--
    return week
  }
  const lastWeek = weekOf(asOf)
  return {
    before: {
      fromWeek: backFrom(lastBefore, settings.handsOnWeeksBefore, lastBefore - 4 * settings.handsOnWeeksBefore),
      toWeek: lastBefore,
    },
    since: { fromWeek: backFrom(lastWeek, settings.handsOnWeeksSince, firstSince), toWeek: lastWeek },
  }
}

/** Whom somebody's change is held against. Evidence floors are asked of the full record, whatever is drawn from it. */
export interface Peers {
  readonly ofRatio: readonly number[]
  readonly ratioScope: PeerScope
  readonly ofLevel: readonly number[]
  readonly levelScope: PeerScope
  /** Where the peers' weeks stand, so that draws need not look for them: four bounds a peer of the ratio, two of the level. */
  readonly ratioEntries: Uint32Array
  readonly levelEntries: Uint32Array
  /**
   * How much more of the weeks show them at work since than before, over the same of the peers; and how much
   * more than the peers' weeks do. At least 1: where few weeks show anything, a plan or a report makes a week
   * active that was none, and hours per active week fall without any hands-on work being lost.
   */
  readonly shownMore: { readonly sinceThan: number; readonly thanPeers: number }
}

export const NO_PEERS: Peers = {
  ofRatio: [],
  ratioScope: 'all',
  ofLevel: [],
  levelScope: 'all',
  ratioEntries: new Uint32Array(),
  levelEntries: new Uint32Array(),
  shownMore: { sinceThan: 1, thanPeers: 1 },
}

export interface Stretches {
  readonly before: Stretch
  readonly since: Stretch
}

/** Those of a group who worked in the weeks asked for, and what is the same for everybody held against them. */
interface PeerGroup {
  readonly people: readonly number[]
  readonly entries: Uint32Array
  /** Medians, null without peers: how much of the weeks shows them (of the ratio: since over before), and what is left of their work. */
  readonly shown: number | null
  readonly left: number | null
}

/** A small unit that lost so much more than the role family slowed down as a whole, whatever each of its medians is worth. */
const UNIT_SLOWED_DOWN = 0.6

/**
 * Those who worked in the same weeks: of the unit, under 8 of the role family, under 8 of all; and of a
 * smaller unit too, where it slowed down as a whole. Empty with too few.
 */
export function peersOf(
  dataset: Dataset,
  running: RunningWeeks,
  { byUnit, byFamily, familyOf, everybody, isContributor, leaves, knownPeers }: Contributors,
  person: number,
  { before, since }: Stretches,
  settings: RouteSettings,
): Peers {
  const orgUnit = dataset.people[person]!.orgUnit ?? ''
  const unit = byUnit.get(orgUnit) ?? []
  const family = familyOf[person]!
  const workedSince = (peer: number) => peer !== person && paceIn(running, peer, since).activeWeeks >= settings.moveWeeksSince
  const workedBefore = (peer: number) => {
    const pace = paceIn(running, peer, before)
    return pace.activeWeeks >= settings.moveWeeksBefore && pace.handsOn > 0
  }
  const shown = (one: number, stretch: Stretch) => shownWeeks(running, leaves[one]!, one, stretch)
  const shownSince = (one: number) => shown(one, since) / shown(one, before)
  const bounds = (peer: number, stretch: Stretch) => [
    firstEntryFrom(running.weeks, peer, stretch.fromWeek),
    firstEntryFrom(running.weeks, peer, stretch.toWeek + 1),
  ]
  const ratioPeers = (group: readonly number[]): PeerGroup => {
    const people = group.filter(peer => workedSince(peer) && workedBefore(peer))
    return {
      people,
      entries: Uint32Array.from(people.flatMap(peer => [...bounds(peer, before), ...bounds(peer, since)])),
      shown: medianOf(people.map(shownSince)),
      left: medianOf(people.map(peer => (shownSince(peer) * paceIn(running, peer, since).handsOn) / paceIn(running, peer, before).handsOn)),
    }
  }
  const levelPeers = (group: readonly number[]): PeerGroup => {
    const people = group.filter(workedSince)
    return {
      people,
      entries: Uint32Array.from(people.flatMap(peer => bounds(peer, since))),
      shown: medianOf(people.map(peer => shown(peer, since))),
      left: null,
    }
  }
  // Only whoever is a contributor could stand among their own peers, and then the peers are theirs alone.
  const whose = isContributor[person] === 1 ? `${person}` : ''
  const stretchKey = `${before.fromWeek} ${before.toWeek} ${since.fromWeek} ${whose}`
  const known = (name: string, make: () => PeerGroup) => {
    const key = `${name} ${stretchKey}`
    const group = knownPeers.get(key) ?? make()
    if (whose === '') knownPeers.set(key, group)
    return group
  }
  const ofUnit = () => known(`ratio unit ${orgUnit}`, () => ratioPeers(unit))
  const { routePeers, routePeersLeast } = settings
  const first = (groups: readonly (readonly [() => PeerGroup, PeerScope, number])[]) => {
    for (const [make, scope, least] of groups) {
      const group = make()
      if (group.people.length >= least) return { group, scope }
    }
    return { group: NO_GROUP, scope: 'all' as const }
  }
  // A ratio has no unit of measurement, so all of the unit count; hours are compared within a role family.
  const ratio = first([
    [ofUnit, 'unit', routePeers],
    [() => known(`ratio family ${family}`, () => ratioPeers(byFamily[family]!)), 'role_family', routePeers],
    [() => known('ratio all', () => ratioPeers(everybody)), 'all', routePeersLeast],
  ])
  const smallUnit = ratio.scope === 'unit' ? NO_GROUP : ofUnit()
  const hasSlowedDown = smallUnit.people.length >= routePeersLeast && (smallUnit.left ?? NaN) < UNIT_SLOWED_DOWN * (ratio.group.left ?? NaN)
  const ofRatio = hasSlowedDown ? smallUnit : ratio.group
  const level = first([
    [() => known(`level unit ${family} ${orgUnit}`, () => levelPeers(unit.filter(peer => familyOf[peer] === family))), 'unit', routePeers],
    [() => known(`level family ${family}`, () => levelPeers(byFamily[family]!)), 'role_family', routePeersLeast],
    [() => known('level all', () => levelPeers(everybody)), 'all', routePeersLeast],
  ])
  const moreThan = (own: number, others: number | null) => Math.max(1, own / (others ?? own))
  return {
    ofRatio: ofRatio.people,
    ratioScope: hasSlowedDown ? 'unit' : ratio.scope,
    ofLevel: level.group.people,
    levelScope: level.scope,
    ratioEntries: ofRatio.entries,
    levelEntries: level.group.entries,
    shownMore: {
      sinceThan: moreThan(shownSince(person), ofRatio.shown),
      thanPeers: moreThan(shown(person, since), level.group.shown),
    },
  }
}

const NO_GROUP: PeerGroup = { people: [], entries: new Uint32Array(), shown: null, left: null }

/** The share of the weeks since somebody's first active one, leave left out, that are active. */
function shownWeeks(running: RunningWeeks, leaves: readonly Period[], person: number, { fromWeek, toWeek }: Stretch): number {
  const { weeks } = running
  let first = weeks.offsets[person]!
  while (weeks.active[first] === 0) first++
  let count = 0
  for (let week = Math.max(fromWeek, weeks.week[first]!); week <= toWeek; week++) if (!isAwayAllWeek(leaves, weekStart(week))) count++
  return paceIn(running, person, { fromWeek, toWeek }).activeWeeks / count
}

/** How a person's hands-on effort changed from one stretch to the next, beside that of their peers. */
export function handsOnChange(running: RunningWeeks, person: number, stretches: Stretches, peers: Peers): HandsOnChange {
  return {
    stretches,
    before: paceIn(running, person, stretches.before),
    since: paceIn(running, person, stretches.since),
    ...handsOnRatios(running, person, stretches, peers),
    peers,
  }
}

export function handsOnRatios(running: RunningWeeks, person: number, { before, since }: Stretches, peers: Peers): HandsOnRatios {
  const { ratioEntries, levelEntries, shownMore } = peers
  const peerRatio = peerMedian(running, ratioEntries, 4)
  const peerLevel = peerMedian(running, levelEntries, 2)
  const own = (stretch: Stretch) => {
    const [from, to] = [firstEntryFrom(running.weeks, person, stretch.fromWeek), firstEntryFrom(running.weeks, person, stretch.toWeek + 1)]
    return handsOnBetween(running, from, to)
  }
  const level = own(since)
  const ratio = level / own(before)
  return {
    ratio,
    peerRatio,
    ratioToPeers: (ratio / peerRatio) * shownMore.sinceThan,
    peerLevel,
    levelToPeers: (level / peerLevel) * shownMore.thanPeers,
  }
}

/** Of the peers of whom it is known: hours of two bounds each, or of four the later over the earlier; NaN without any. */
function peerMedian(running: RunningWeeks, entries: Uint32Array, bounds: 2 | 4): number {
  const known = running.peerMedians.get(entries)
  if (known !== undefined) return known
  const values = running.peerValues
  let count = 0
  for (let at = 0; at < entries.length; at += bounds) {
    const later = handsOnBetween(running, entries[at + bounds - 2]!, entries[at + bounds - 1]!)
    const value = bounds === 2 ? later : later / handsOnBetween(running, entries[at]!, entries[at + 1]!)
    if (Number.isFinite(value)) values[count++] = value
  }
  const median = medianInPlace(values, count) ?? NaN
  running.peerMedians.set(entries, median)
  return median
}
