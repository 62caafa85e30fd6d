/** The hands-on ratio: how much of somebody's hands-on effort is left since a day, against their unit's individual contributors. */
import { weekOf, weekStart } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { EMPLOYED } from './employment.ts'
import type { Ground } from './ground.ts'
import { firstEntryFrom, handsOnBetween, paceIn } from './hands-on-weeks.ts'
import type { RunningWeeks, Stretch, StretchPace } from './hands-on-weeks.ts'
import { isAwayAllWeek } from './leave.ts'
import { medianOf } from './median.ts'
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
  return { isContributor, byUnit, byFamily, familyOf, everybody, leaves }
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

/** A small unit that lost so much more than the role family slowed down as a whole, whatever each of its medians is worth. */
const UNIT_SLOWED_DOWN = 0.6

/**
 * Those who worked in the same weeks: of the unit, under 8 of the role family, under 8 of all; and of a
 * smaller unit too, where it slowed down as a whole. Empty with too few.
 */
export function peersOf(
  dataset: Dataset,
  running: RunningWeeks,
  { byUnit, byFamily, familyOf, everybody, leaves }: Contributors,
  person: number,
  { before, since }: Stretches,
  settings: RouteSettings,
): Peers {
  const unit = byUnit.get(dataset.people[person]!.orgUnit ?? '') ?? []
  const family = byFamily[familyOf[person]!]!
  const workedSince = (peer: number) => peer !== person && paceIn(running, peer, since).activeWeeks >= settings.moveWeeksSince
  const workedBefore = (peer: number) => {
    const pace = paceIn(running, peer, before)
    return pace.activeWeeks >= settings.moveWeeksBefore && pace.handsOn > 0
  }
  const { routePeers, routePeersLeast } = settings
  const first = (groups: readonly (readonly [readonly number[], PeerScope, number])[], isPeer: (peer: number) => boolean) => {
    for (const [group, scope, least] of groups) {
      const peers = group.filter(isPeer)
      if (peers.length >= least) return { peers, scope }
    }
    return { peers: [], scope: 'all' as const }
  }
  // A ratio has no unit of measurement, so all of the unit count; hours are compared within a role family.
  const ratio = first(
    [
      [unit, 'unit', routePeers],
      [family, 'role_family', routePeers],
      [everybody, 'all', routePeersLeast],
    ],
    peer => workedSince(peer) && workedBefore(peer),
  )
  const shown = (one: number, stretch: Stretch) => shownWeeks(running, leaves[one]!, one, stretch)
  const shownSince = (one: number) => shown(one, since) / shown(one, before)
  const smallUnit = ratio.scope === 'unit' ? [] : unit.filter(peer => workedSince(peer) && workedBefore(peer))
  const medianRatio = (peers: readonly number[]) =>
    medianOf(peers.map(peer => (shownSince(peer) * paceIn(running, peer, since).handsOn) / paceIn(running, peer, before).handsOn)) ?? NaN
  const hasSlowedDown = smallUnit.length >= routePeersLeast && medianRatio(smallUnit) < UNIT_SLOWED_DOWN * medianRatio(ratio.peers)
  const ofRatio = hasSlowedDown ? smallUnit : ratio.peers
  const level = first(
    [
      [unit.filter(peer => familyOf[peer] === familyOf[person]), 'unit', routePeers],
      [family, 'role_family', routePeersLeast],
      [everybody, 'all', routePeersLeast],
    ],
    workedSince,
  )
  const moreThan = (own: number, others: readonly number[]) => Math.max(1, own / (medianOf(others) ?? own))
  const bounds = (peer: number, stretch: Stretch) => [
    firstEntryFrom(running.weeks, peer, stretch.fromWeek),
    firstEntryFrom(running.weeks, peer, stretch.toWeek + 1),
  ]
  return {
    ofRatio,
    ratioScope: hasSlowedDown ? 'unit' : ratio.scope,
    ofLevel: level.peers,
    levelScope: level.scope,
    ratioEntries: Uint32Array.from(ofRatio.flatMap(peer => [...bounds(peer, before), ...bounds(peer, since)])),
    levelEntries: Uint32Array.from(level.peers.flatMap(peer => bounds(peer, since))),
    shownMore: {
      sinceThan: moreThan(shownSince(person), ofRatio.map(shownSince)),
      thanPeers: moreThan(
        shown(person, since),
        level.peers.map(peer => shown(peer, since)),
      ),
    },
  }
}

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
  const levelAt = (bounds: Uint32Array, at: number) => handsOnBetween(running, bounds[at]!, bounds[at + 1]!)
  const ratios = peers.ofRatio.map((_, index) => levelAt(ratioEntries, 4 * index + 2) / levelAt(ratioEntries, 4 * index))
  const levels = peers.ofLevel.map((_, index) => levelAt(levelEntries, 2 * index))
  const peerRatio = medianOf(ratios.filter(Number.isFinite)) ?? NaN
  const peerLevel = medianOf(levels.filter(Number.isFinite)) ?? NaN
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
