/** What was made in the last weeks and in those before, week by week: with agents or without, how much of it was looked at, and how much taken back. */
import { OUTCOMES } from '../domain/contribution.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { AgentSettings } from './agent-settings.ts'
import type { Ground } from './ground.ts'

/** What is counted per week, in this order. */
export const COUNTS = ['output', 'agentOutput', 'eyes', 'judged', 'reverted'] as const
type Count = (typeof COUNTS)[number]
/** Sums over one half of the weeks. */
export type Half = Readonly<Record<Count, number>>

/**
 * Counts of one unit or person: count k of week w at w * COUNTS.length + k. Week 0 ends on the as-of date; the last
 * `comparedWeeks` come first, then as many before them.
 */
export type WeeklyCounts = Float64Array

/** Pieces of building, one entry each, of both halves: a commit is one, whatever its files. */
export interface Made {
  /** Index into Pieces. */
  readonly piece: Uint32Array
  readonly person: Int32Array
  /** Weeks back from the as-of date. */
  readonly week: Uint16Array
  /** -1 where none is named. */
  readonly component: Int32Array
  readonly byAgent: Uint8Array
  /** NONE, SHIPPED or TAKEN_BACK. */
  readonly outcome: Uint8Array
}

export const NONE = 0
export const SHIPPED = 1
export const TAKEN_BACK = 2

/** Reviews by anybody, and evaluations of what agents make, one entry each. */
export interface Looks {
  /** Row of Dataset.contributions. */
  readonly row: Uint32Array
  readonly person: Int32Array
  readonly week: Uint16Array
  readonly component: Int32Array
}

export interface AgentOutput {
  readonly made: Made
  readonly looks: Looks
  /** False where the records do not reach back over both halves. */
  readonly coversBoth: boolean
}

const BY_AN_AGENT = 2
const [SHIPPED_ROW, REVERTED_ROW] = [1 + OUTCOMES.indexOf('shipped'), 1 + OUTCOMES.indexOf('reverted')]

export function agentOutputOf(dataset: Dataset, { pieces }: Ground, { comparedWeeks }: AgentSettings): AgentOutput {
  const { contributions, kindOf, kindNames, asOf } = dataset
  const isLook = kindNames.map((name, at) => kindOf[at] !== null && (name.endsWith('review') || name === 'agent_eval'))
  const isMade = kindOf.map(kind => kind?.mode === 'build')
  const chosen = { made: new Uint32Array(pieces.count), looks: new Uint32Array(pieces.count) }
  let [madeCount, lookCount, oldest] = [0, 0, 0]
  const firstRow = (piece: number) => pieces.order[pieces.starts[piece]!]!
  const weekBack = (piece: number) => Math.floor((asOf - contributions.day[firstRow(piece)]!) / 7)
  for (let piece = 0; piece < pieces.count; piece++) {
    const week = weekBack(piece)
    oldest = Math.max(oldest, week)
    if (week < 0 || week >= 2 * comparedWeeks) continue
    const kind = contributions.kind[firstRow(piece)]!
    if (isLook[kind]) chosen.looks[lookCount++] = piece
    if (isMade[kind]) chosen.made[madeCount++] = piece
  }
  const made = chosen.made.slice(0, madeCount)
  const looks = chosen.looks.slice(0, lookCount)
  const hasRow = (piece: number, holds: (row: number) => boolean) => {
    for (let at = pieces.starts[piece]!; at < pieces.starts[piece + 1]!; at++) if (holds(pieces.order[at]!)) return true
    return false
  }
  const outcomeOf = (piece: number) => {
    if (hasRow(piece, row => contributions.outcome[row] === REVERTED_ROW)) return TAKEN_BACK
    return hasRow(piece, row => contributions.outcome[row] === SHIPPED_ROW) ? SHIPPED : NONE
  }
  const common = (list: Uint32Array) => {
    const columns = { person: new Int32Array(list.length), week: new Uint16Array(list.length), component: new Int32Array(list.length) }
    for (let at = 0; at < list.length; at++) {
      const row = firstRow(list[at]!)
      columns.person[at] = contributions.person[row]!
      columns.week[at] = weekBack(list[at]!)
      columns.component[at] = contributions.component[row]!
    }
    return columns
  }
  return {
    made: {
      piece: made,
      ...common(made),
      byAgent: Uint8Array.from(made, piece => (hasRow(piece, row => contributions.agent[row] === BY_AN_AGENT) ? 1 : 0)),
      outcome: Uint8Array.from(made, outcomeOf),
    },
    looks: { row: looks.map(firstRow), ...common(looks) },
    coversBoth: oldest >= 2 * comparedWeeks - 1,
  }
}

/** What these people made, or the looks of theirs: everybody's entries stand together, in the order of people. */
export function entriesOf({ person }: Pick<Made | Looks, 'person'>, people: Iterable<number>): number[] {
  const entries: number[] = []
  for (const one of people) {
    let [low, high] = [0, person.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (person[middle]! < one) low = middle + 1
      else high = middle
    }
    for (let entry = low; person[entry] === one; entry++) entries.push(entry)
  }
  return entries
}

/** The rows of some of what was made. */
export function rowsOfMade({ pieces: { order, starts } }: Pick<Ground, 'pieces'>, { piece }: Made, entries: readonly number[]): number[] {
  return entries.flatMap(entry => [...order.subarray(starts[piece[entry]!], starts[piece[entry]! + 1])])
}

/** Counts of groups of people. A look at a system is shared out by what each group made there in that half. */
export function weeklyCountsOf(
  { made, looks }: Pick<AgentOutput, 'made' | 'looks'>,
  groupOf: Int32Array,
  groups: number,
  componentCount: number,
  comparedWeeks: number,
): WeeklyCounts[] {
  const counts = Array.from({ length: groups }, () => new Float64Array(2 * comparedWeeks * COUNTS.length))
  const half = (week: number) => (week < comparedWeeks ? 0 : 1)
  const madeThere = Array.from({ length: 2 * componentCount }, () => new Map<number, number>())
  const add = (group: number, week: number, count: Count, amount: number) => {
    counts[group]![week * COUNTS.length + COUNTS.indexOf(count)]! += amount
  }
  for (let entry = 0; entry < made.person.length; entry++) {
    const [group, week, component] = [groupOf[made.person[entry]!]!, made.week[entry]!, made.component[entry]!]
    add(group, week, 'output', 1)
    if (made.byAgent[entry] === 1) add(group, week, 'agentOutput', 1)
    if (made.outcome[entry] !== NONE) add(group, week, 'judged', 1)
    if (made.outcome[entry] === TAKEN_BACK) add(group, week, 'reverted', 1)
    if (component < 0) continue
    const there = madeThere[half(week) * componentCount + component]!
    there.set(group, (there.get(group) ?? 0) + 1)
  }
  // Groups in their own order, so that no sum hangs on where rows stood.
  const partsThere = looks.person.length === 0 ? [] : madeThere.map(there => [...there].sort(([a], [b]) => a - b))
  const allThere = partsThere.map(parts => parts.reduce((sum, [, one]) => sum + one, 0))
  for (let entry = 0; entry < looks.person.length; entry++) {
    const [week, component] = [looks.week[entry]!, looks.component[entry]!]
    const place = half(week) * componentCount + component
    const parts = component < 0 ? [] : partsThere[place]!
    if (parts.length === 0) add(groupOf[looks.person[entry]!]!, week, 'eyes', 1)
    for (const [group, one] of parts) add(group, week, 'eyes', one / allThere[place]!)
  }
  return counts
}

/** @param times how often each week counts; once when left out */
export function halfOf(counts: WeeklyCounts, half: 'recent' | 'earlier', comparedWeeks: number, times?: Uint16Array): Half {
  const from = half === 'recent' ? 0 : comparedWeeks
  const sums = COUNTS.map((_, count) => {
    let sum = 0
    for (let week = from; week < from + comparedWeeks; week++) sum += (times?.[week] ?? 1) * counts[week * COUNTS.length + count]!
    return sum
  })
  const [output, agentOutput, eyes, judged, reverted] = sums
  return { output: output!, agentOutput: agentOutput!, eyes: eyes!, judged: judged!, reverted: reverted! }
}

/** The sum of several groups' counts, for those they are compared with. */
export function addedUp(halves: readonly Half[]): Half {
  const sum = (count: Count) => halves.reduce((total, half) => total + half[count], 0)
  return { output: sum('output'), agentOutput: sum('agentOutput'), eyes: sum('eyes'), judged: sum('judged'), reverted: sum('reverted') }
}
