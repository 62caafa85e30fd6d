/** What a route shows, in one sentence: the caption of the chart. */
import { formatDate, formatDecimal, formatPlural, formatShare } from '../format.ts'
import type { Mode, Profile } from '../people/answers.ts'
import { mixWords, MODES } from '../people/modes.ts'
import { monthPosition, routeMonths, sharesBetween, turnOf, type RouteMonth, type Shares, type Turn } from './route-months.ts'

const POINT = 0.01

export function routeCaption({ months, asOf, window, person }: Pick<Profile, 'months' | 'asOf' | 'window' | 'person'>): string {
  const route = routeMonths(months, asOf)
  if (route.length === 0) return 'No effort of theirs is on record.'
  const unknown = route.filter(month => month.shares === null).length
  const gaps =
    unknown === 0 ? '' : ` ${formatPlural(unknown, 'month has', 'months have')} no record and stand${unknown === 1 ? 's' : ''} empty.`
  const turn = turnOf(person.move, asOf)
  const before = turn && sharesBetween(route, turn.before.from, turn.before.to)
  const since = turn?.since ? sharesBetween(route, turn.since.from, turn.since.to) : null
  if (turn && before && (since || !turn.since)) return `${turnSentence(turn, before, since)}${gaps}`
  const left = turn
    ? ` ${turn.position < route[0]!.index ? 'The record begins after' : 'Too little is on record around'} ${TURN_WORDS[turn.kind]} of ${formatDate(turn.date)}.`
    : ''
  return `${windowSentence(route, window)}${left}${gaps}`
}

function windowSentence(route: readonly RouteMonth[], window: Profile['window']): string {
  if (!window) return `${formatPlural(route.filter(month => month.shares !== null).length, 'month is', 'months are')} on record.`
  const from = monthPosition(window.from)
  const now = sharesBetween(route, from, Infinity)
  const before = sharesBetween(route, from - 12, from)
  if (!now) return `Nothing is on record since ${formatDate(window.from)}.`
  const change = before && largestChange(before, now)
  const changed = change ? ` The year before, ${change} was ${formatShare(before[change])}.` : ''
  return `Since ${formatDate(window.from)}: ${mixWords(now)}.${changed}`
}

function largestChange(before: Shares, now: Shares): Mode | null {
  const change = (mode: Mode) => Math.abs(now[mode] - before[mode])
  const largest = MODES.reduce((most, mode) => (change(mode) > change(most) ? mode : most))
  return change(largest) < POINT ? null : largest
}

const TURN_WORDS: Readonly<Record<Turn['kind'], string>> = {
  move: 'the move',
  drift: 'the change',
  planned: 'the planned move',
  back: 'the move back',
}

const handsOn = (shares: Shares) => shares.build + shares.enable + shares.decide

function turnSentence(turn: Turn, before: Shares, since: Shares | null): string {
  if (!since) return `A move is planned for ${formatDate(turn.date)}. In the 52 weeks up to now: ${mixWords(before)}.`
  const when = `${TURN_WORDS[turn.kind]} ${turn.kind === 'drift' ? 'around' : 'on'} ${formatDate(turn.date)}`
  const lately = turn.since && turn.since.from > turn.position ? 'in the last 26 weeks' : 'since then'
  return (
    `In the 52 weeks before ${when}, ${formatShare(handsOn(before))} of the work was hands-on and ${formatShare(before.coordinate)} ` +
    `coordination; ${lately} ${formatShare(handsOn(since))} and ${formatShare(since.coordinate)}.`
  )
}

export interface StretchLabel {
  readonly long: string
  readonly short: string
}

/** Hands-on hours per active week, before and since, as the labels of the shading: in full, and for little room. */
export function stretchLabels({ move }: Profile['person'], turn: Turn): { before: StretchLabel; since: StretchLabel | null } {
  const label = (name: string, value: number | null | undefined): StretchLabel => {
    if (value == null) return { long: name, short: name }
    const hours = `${name}: ${formatDecimal(Math.round(value * 10) / 10)} h`
    return { long: `${hours} hands-on a week`, short: hours }
  }
  const since = turn.since && label(turn.since.from > turn.position ? 'last 26 weeks' : 'since', move?.handsOnAfter)
  return { before: label(turn.since ? '52 weeks before' : 'last 52 weeks', move?.handsOnBefore), since }
}
