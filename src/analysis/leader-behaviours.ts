/**
 * Technical proximity, from three behaviours that leave records: uses the tools in real work, is present when trade-offs
 * are made, and pushes back. Each is a count of occasions it was seen in, out of those it could have been seen in.
 */
import { monthOf, weekOf, weekStart } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import { OUTCOMES } from '../domain/contribution.ts'
import type { Dataset } from '../domain/dataset.ts'
import { newestFirst } from './evidence-rows.ts'
import type { Ground } from './ground.ts'
import type { Leader } from './leader-roster.ts'
import type { LeaderSettings } from './leader-settings.ts'
import { isAway, isAwayAllWeek } from './leave.ts'
import { fullTimeOf } from './role-families.ts'
import { groupRows } from './row-order.ts'
import type { Groups } from './row-order.ts'
import { isWithin } from './window.ts'
import type { Period } from './window.ts'

export interface Behaviour {
  /** Occasions it was seen in over all of them, at full time: who works half of the week is expected in half of them. 0 to 1. */
  readonly share: number
  /** 1 per occasion it was seen in. */
  readonly occasions: Uint8Array
  /** Rows of Dataset.contributions it was looked for in, newest first. */
  readonly rows: Uint32Array
}

/** What a behaviour could not be told for want of, in words or as a column. */
export interface Untold {
  readonly missing: string
}

export type Told = Behaviour | Untold
export const isTold = (told: Told): told is Behaviour => 'share' in told

export const seenIn = ({ occasions }: Behaviour) => occasions.reduce((sum, seen) => sum + seen, 0)

/** The same for draws: the share among the drawn occasions. */
export const shareOf = (seen: number, occasions: number, fullTime: number) => Math.min(1, seen / (occasions * fullTime))

export interface Behaviours {
  readonly usesTools: Told
  readonly presentAtDecisions: Told
  readonly pushesBack: Told
  /**
   * Weeks with hands-on work over all weeks on record, both counting half for each half-life back, at full time. Null where
   * no week of theirs is on record.
   */
  readonly freshness: number | null
  readonly freshnessRows: Uint32Array
}

/** Rows gathered once for all leaders. */
interface LeaderRows {
  readonly byPerson: Groups
  /** In the window, by system. */
  readonly decisions: ReadonlyMap<number, readonly Decision[]>
  /** Rows of reviews with an outcome, in the window: all of them, by system and by reviewer. */
  readonly reviews: readonly number[]
  readonly reviewsOfSystem: ReadonlyMap<number, readonly number[]>
  readonly reviewsBy: ReadonlyMap<number, readonly number[]>
}

/** One decision, whoever wrote it down: one day, system and work item. */
interface Decision {
  readonly component: number
  readonly day: EpochDay
  readonly rows: readonly number[]
  readonly people: ReadonlySet<number>
  readonly namesParticipants: boolean
}

const CHANGED = 1 + OUTCOMES.indexOf('changed')
const REVIEWED = new Set(['approved', 'changed', 'commented'].map(outcome => 1 + OUTCOMES.findIndex(one => one === outcome)))

export function behavioursOf(dataset: Dataset, ground: Ground, settings: LeaderSettings): (leader: Leader) => Behaviours {
  const rows = leaderRowsOf(dataset, ground.periods.window)
  return leader => ({
    usesTools: usesTools(dataset, ground, rows, leader, settings),
    presentAtDecisions: presentAtDecisions(dataset, ground, rows, leader, settings),
    pushesBack: pushesBack(dataset, ground, rows, leader, settings),
    ...freshnessOf(dataset, ground, rows, leader, settings),
  })
}

function leaderRowsOf(dataset: Dataset, window: Period): LeaderRows {
  const { contributions, people, kindNames, kindOf } = dataset
  const decisions = new Map<string, { rows: number[]; people: Set<number>; namesParticipants: boolean }>()
  const reviews: number[] = []
  // Taking an item apart is planning the work, not weighing one way against another.
  const isDecision = kindOf.map((kind, at) => kind?.mode === 'decide' && kindNames[at] !== 'decomposition')
  const isReview = kindNames.map((name, at) => kindOf[at] !== null && name.endsWith('review'))
  for (let row = 0; row < contributions.length; row++) {
    if (!isWithin(window, contributions.day[row]!)) continue
    const kind = contributions.kind[row]!
    if (isReview[kind] && REVIEWED.has(contributions.outcome[row]!)) reviews.push(row)
    if (!isDecision[kind]) continue
    const [component, item] = [contributions.component[row]!, contributions.workItem[row]!]
    const key = item < 0 ? `${component} ${row}` : `${component} ${item} ${contributions.day[row]!}`
    const decision = decisions.get(key) ?? { rows: [], people: new Set(), namesParticipants: false }
    decisions.set(key, decision)
    decision.rows.push(row)
    decision.people.add(contributions.person[row]!)
    const { offsets, values } = contributions.participants
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      decision.people.add(values[at]!)
      decision.namesParticipants = true
    }
  }
  const finished = [...decisions.values()].map((decision): Decision => {
    const [first] = decision.rows
    return { ...decision, component: contributions.component[first!]!, day: contributions.day[first!]! }
  })
  return {
    byPerson: groupRows(contributions.length, row => contributions.person[row]!, people.length),
    decisions: grouped(finished, ({ component }) => component),
    reviews,
    reviewsOfSystem: grouped(reviews, row => contributions.component[row]!),
    reviewsBy: grouped(reviews, row => contributions.person[row]!),
  }
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

const ownRows = ({ byPerson: { offsets, rows } }: LeaderRows, person: number) => rows.subarray(offsets[person], offsets[person + 1])

/** Their last weeks at work since they came, leave passed over; never from before twice as many weeks. */
function lastWeeks({ asOf }: Dataset, { leaves }: Ground, { person, since }: Leader, { proximityWeeks }: LeaderSettings): number[] {
  const last = weekOf(asOf)
  const earliest = Math.max(last - 2 * proximityWeeks + 1, since === null ? -Infinity : weekOf(since + 6))
  const weeks: number[] = []
  for (let week = last; week >= earliest && weeks.length < proximityWeeks; week--)
    if (!isAwayAllWeek(leaves[person]!, weekStart(week))) weeks.push(week)
  return weeks
}

/** Work that changes an artifact; with `agent_` kinds and work of agents for somebody who answers for AI alone. */
function isToolUse(dataset: Dataset, { answersForAi, owned }: Leader): (row: number) => boolean {
  const { contributions, kindOf, kindNames } = dataset
  if (!answersForAi || owned.length > 0) return row => kindOf[contributions.kind[row]!]?.changesArtifact === true
  return row => contributions.agent[row] === 2 || kindNames[contributions.kind[row]!]!.startsWith('agent_')
}

function usesTools(dataset: Dataset, ground: Ground, rows: LeaderRows, leader: Leader, settings: LeaderSettings): Told {
  const { person } = leader
  const { minimumActiveWeeks } = ground.settings
  const weeks = lastWeeks(dataset, ground, leader, settings)
  // Whoever leaves no trace at all may work under a login that nobody joined to them.
  if (ground.activity.observed[person] === 0)
    return { missing: `${minimumActiveWeeks} active weeks in the window (there are ${ground.activity.activeWeeks[person]!})` }
  if (weeks.length < settings.proximityWeeksLeast)
    return { missing: `${settings.proximityWeeksLeast} weeks at work in this place (there are ${weeks.length})` }
  if (ownRows(rows, person).length === 0) return { missing: 'contributions: rows of this person' }
  const place = new Map(weeks.map((week, at) => [week, at]))
  const occasions = new Uint8Array(weeks.length)
  const counts = isToolUse(dataset, leader)
  const { day } = dataset.contributions
  const inWeeks = ownRows(rows, person).filter(row => day[row]! <= dataset.asOf && place.has(weekOf(day[row]!)))
  for (const row of inWeeks) if (counts(row)) occasions[place.get(weekOf(day[row]!))!] = 1
  return toldOf(dataset, person, occasions, inWeeks)
}

function toldOf(dataset: Dataset, person: number, occasions: Uint8Array, rows: readonly number[] | Uint32Array): Behaviour {
  const seen = occasions.reduce((sum, one) => sum + one, 0)
  return { share: shareOf(seen, occasions.length, fullTimeOf(dataset.people[person]!)), occasions, rows: newestFirst(dataset, rows) }
}

/** Only decisions that name who took part, or that they wrote down themselves, could show them. */
function presentAtDecisions(
  dataset: Dataset,
  { leaves, periods }: Ground,
  { decisions }: LeaderRows,
  leader: Leader,
  settings: LeaderSettings,
): Told {
  const { person, owned, since } = leader
  if (owned.length === 0) return { missing: 'people.accountable_for' }
  const from = Math.max(periods.window.from, since ?? -Infinity)
  const could = owned
    .flatMap(component => decisions.get(component) ?? [])
    .filter(
      ({ day, people, namesParticipants }) => day >= from && !isAway(leaves[person]!, day) && (namesParticipants || people.has(person)),
    )
  if (could.length < settings.decisionsLeast)
    return {
      missing: `contributions.participants: ${settings.decisionsLeast} decisions on their systems that name who took part (there are ${could.length})`,
    }
  // Those they were in first, so that no draw of them hangs on where rows stood.
  const seen = could.filter(({ people }) => people.has(person)).length
  return toldOf(
    dataset,
    person,
    Uint8Array.from(could, (_, at) => (at < seen ? 1 : 0)),
    could.flatMap(decision => decision.rows),
  )
}

/** Months in which a review of theirs changed what was made; asked where outcomes of reviews are written down. */
function pushesBack(
  dataset: Dataset,
  { leaves, periods }: Ground,
  { reviews, reviewsOfSystem, reviewsBy }: LeaderRows,
  leader: Leader,
  settings: LeaderSettings,
): Told {
  const { contributions } = dataset
  const { person, owned, since } = leader
  // Without systems of their own, whatever they review is looked at.
  const concerned = owned.length === 0 ? reviews : owned.flatMap(component => reviewsOfSystem.get(component) ?? [])
  const isRecorded = concerned.length >= settings.reviewsLeast && concerned.some(row => contributions.outcome[row] === CHANGED)
  if (!isRecorded) return { missing: 'contributions.outcome: of reviews on their systems' }
  const from = Math.max(periods.window.from, since ?? -Infinity)
  const months = monthsAtWork(leaves[person]!, { from, to: dataset.asOf })
  if (months.length < FEWEST_MONTHS) return { missing: `${FEWEST_MONTHS} months in this place (there are ${months.length})` }
  const systems = new Set(owned)
  const own = (reviewsBy.get(person) ?? []).filter(
    row => contributions.day[row]! >= from && (systems.size === 0 || systems.has(contributions.component[row]!)),
  )
  const changing = new Set(own.flatMap(row => (contributions.outcome[row] === CHANGED ? monthOf(contributions.day[row]!) : [])))
  return toldOf(
    dataset,
    person,
    Uint8Array.from(months, month => (changing.has(month) ? 1 : 0)),
    own,
  )
}

const FEWEST_MONTHS = 3
const HALF_A_MONTH = 15

/** Months with at least half a month of the period in them that was not leave. */
function monthsAtWork(leaves: readonly Period[], { from, to }: Period): number[] {
  const days = new Map<number, number>()
  for (let day = from; day <= to; day++) if (!isAway(leaves, day)) days.set(monthOf(day), (days.get(monthOf(day)) ?? 0) + 1)
  return [...days].flatMap(([month, count]) => (count >= HALF_A_MONTH ? [month] : []))
}

function freshnessOf(
  dataset: Dataset,
  { leaves }: Ground,
  rows: LeaderRows,
  leader: Leader,
  { freshnessHalfLifeWeeks }: LeaderSettings,
): Pick<Behaviours, 'freshness' | 'freshnessRows'> {
  const { day } = dataset.contributions
  const { person } = leader
  const own = ownRows(rows, person).filter(row => day[row]! <= dataset.asOf)
  if (own.length === 0) return { freshness: null, freshnessRows: own }
  const counts = isToolUse(dataset, leader)
  const handsOn = own.filter(counts)
  const worked = new Set(Array.from(handsOn, row => weekOf(day[row]!)))
  const last = weekOf(dataset.asOf)
  const first = own.reduce((earliest, row) => Math.min(earliest, weekOf(day[row]!)), last)
  let [fresh, all] = [0, 0]
  for (let week = first; week <= last; week++) {
    if (isAwayAllWeek(leaves[person]!, weekStart(week)) && !worked.has(week)) continue
    const weight = 2 ** ((week - last) / freshnessHalfLifeWeeks)
    all += weight
    if (worked.has(week)) fresh += weight
  }
  return { freshness: shareOf(fresh, all, fullTimeOf(dataset.people[person]!)), freshnessRows: newestFirst(dataset, handsOn) }
}
