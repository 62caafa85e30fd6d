/** Job events as they are marked on the route: what to call each, and in which line its label has room. */
import type { Profile } from '../people/answers.ts'
import { monthPosition } from './route-months.ts'

type JobEvent = Profile['events'][number]

export interface RouteEvent {
  readonly date: string
  readonly position: number
  readonly label: string
  /** Planned, not made yet. */
  readonly planned: boolean
}

const REASON_WORDS: Readonly<Record<string, string>> = {
  hire: 'Hired',
  promotion: 'Promoted',
  transfer: 'Transferred',
  reorganisation: 'Reorganisation',
  leave_start: 'Leave begins',
  leave_end: 'Leave ends',
  exit: 'Left',
}

/** Events that say nothing of the job itself. */
const ABSENCES: ReadonlySet<string> = new Set(['leave_start', 'leave_end', 'exit'])

const lastUnit = (unit: string | null) => (unit === null ? null : unit.slice(unit.lastIndexOf('/') + 1))

/** What an event changed, beside the one before it. */
export function eventLabel(event: JobEvent, before: JobEvent | undefined): string {
  const reason = event.reason === null ? null : (REASON_WORDS[event.reason] ?? event.reason.replaceAll('_', ' '))
  if (reason !== null && event.reason !== null && ABSENCES.has(event.reason)) return reason
  const toTrack = event.track !== null && before?.track != null && event.track !== before.track
  const title = event.title !== null && event.title !== before?.title ? event.title : null
  const unit = event.orgUnit !== null && before !== undefined && event.orgUnit !== before.orgUnit ? lastUnit(event.orgUnit) : null
  const level = event.level !== null && event.level !== before?.level ? event.level : null
  const what = [title, unit && `to ${unit}`, title === null && unit === null ? level : null].filter(part => part !== null)
  const moved = toTrack ? (event.track === 'manager' ? 'To manager' : 'Back to contributor') : null
  const head = moved ?? reason
  if (head === null) return what.join(', ') || 'Job event'
  return what.length > 0 ? `${head}: ${what.join(', ')}` : head
}

/** All events of a person, with a move that is planned. */
export function routeEvents({ events, person }: Pick<Profile, 'events' | 'person'>): readonly RouteEvent[] {
  const marked = events.map((event, index) => ({
    date: event.date,
    position: monthPosition(event.date),
    label: eventLabel(event, events[index - 1]),
    planned: false,
  }))
  const planned = person.move?.kind === 'planned' ? person.move.date : null
  return planned === null ? marked : [...marked, { date: planned, position: monthPosition(planned), label: 'Planned move', planned: true }]
}

export interface LabelBox {
  readonly start: number
  readonly width: number
}

/**
 * For each label a line, counted from the top; null where none is left. The stroke of an event falls from its label through the
 * lines below, so a label stands lower than every earlier one that reaches its stroke. `boxes` rise by `start`.
 */
export function lanesOf(boxes: readonly LabelBox[], lanes: number, gap: number): readonly (number | null)[] {
  const placed: { readonly end: number; readonly lane: number }[] = []
  return boxes.map(({ start, width }) => {
    const lane = Math.max(-1, ...placed.filter(({ end }) => end + gap > start).map(other => other.lane)) + 1
    if (lane >= lanes) return null
    placed.push({ end: start + width, lane })
    return lane
  })
}

/** Labels beside bands, pushed apart until none covers another, as near to their bands as that allows. `wanted` rises. */
export function spreadLabels(wanted: readonly number[], gap: number, least: number, most: number): readonly number[] {
  const places = wanted.map(place => Math.min(most, Math.max(least, place)))
  for (let index = 1; index < places.length; index++) places[index] = Math.max(places[index] ?? 0, (places[index - 1] ?? 0) + gap)
  const overshoot = (places.at(-1) ?? most) - most
  if (overshoot > 0) {
    places[places.length - 1] = most
    for (let index = places.length - 2; index >= 0; index--) places[index] = Math.min(places[index] ?? 0, (places[index + 1] ?? 0) - gap)
  }
  return places
}
