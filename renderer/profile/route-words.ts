/** What a route shows, in one sentence: the caption of the chart. */
import { formatDate, formatDecimal, formatPlural, formatShare } from '../format.ts'
import type { Mode, Profile } from '../people/answers.ts'
import { mixWords, MODES } from '../people/modes.ts'
import { monthPosition, routeMonths, sharesBetween, turnOf, type Shares, type Turn } from './route-months.ts'

const POINT = 0.01

export function routeCaption({ months, asOf, window, person }: Pick<Profile, 'months' | 'asOf' | 'window' | 'person'>): string {
  const route = routeMonths(months, asOf)
  if (route.length === 0) return 'No effort of theirs is on record.'
  const unknown = route.filter(month => month.shares === null).length
  const gaps =
    unknown === 0 ? '' : ` ${formatPlural(unknown, 'month has', 'months have')} no record and stand${unknown === 1 ? 's' : ''} empty.`
  const turn = turnOf(person.move, asOf)
  if (turn)
    return `${turnSentence(turn, sharesBetween(route, turn.before.from, turn.before.to), turn.since && sharesBetween(route, turn.since.from, turn.since.to))}${gaps}`
  if (!window) return `${formatPlural(route.length - unknown, 'month is', 'months are')} on record.${gaps}`
  const from = monthPosition(window.from)
  const now = sharesBetween(route, from, Infinity)
  const before = sharesBetween(route, from - 12, from)
  if (!now) return `Nothing is on record since ${formatDate(window.from)}.${gaps}`
  const change = before && largestChange(before, now)
  const changed = change ? ` The year before, ${change} was ${formatShare(before[change])}.` : ''
  return `Since ${formatDate(window.from)}: ${mixWords(now)}.${changed}${gaps}`
}

function largestChange(before: Shares, now: Shares): Mode | null {
  const change = (mode: Mode) => Math.abs(now[mode] - before[mode])
  const largest = MODES.reduce((most, mode) => (change(mode) > change(most) ? mode : most))
  return change(largest) < POINT ? null : largest
}

const TURN_WORDS: Readonly<Record<Turn['kind'], string>> = {
  move: 'the move',
  drift: 'the work began to change',
  planned: 'the planned move',
  back: 'the move back',
}

const handsOn = (shares: Shares) => shares.build + shares.enable + shares.decide

function turnSentence(turn: Turn, before: Shares | null, since: Shares | null): string {
  const when = `${turn.kind === 'drift' ? 'around' : 'on'} ${formatDate(turn.date)}`
  if (turn.since === null)
    return before
      ? `A move is planned for ${formatDate(turn.date)}. In the 52 weeks up to now: ${mixWords(before)}.`
      : `A move is planned for ${formatDate(turn.date)}.`
  if (!before || !since) return `There is too little on record ${before ? 'since' : 'before'} ${TURN_WORDS[turn.kind]} ${when} to compare.`
  return (
    `In the 52 weeks before ${turn.kind === 'drift' ? TURN_WORDS.drift : TURN_WORDS[turn.kind]} ${when}, ${formatShare(handsOn(before))} of the work was hands-on and ` +
    `${formatShare(before.coordinate)} coordination; ${turn.since.from > turn.position ? 'in the last 26 weeks' : 'since then'} ${formatShare(handsOn(since))} and ${formatShare(since.coordinate)}.`
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
