/** Moves between individual work and coordination, as job events and the people file tell them. */
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { JobEvent } from '../domain/job-event.ts'
import type { Person, Track } from '../domain/person.ts'
import type { TitleRules } from '../domain/title-rules.ts'
import { personIndexes } from './person-index.ts'
import { titleClassOf } from './title-class.ts'

/** `individual`, `coordinating`, for the time being (`acting`), or not told. */
type Position = 'individual' | 'coordinating' | 'acting'

export interface CareerMove {
  /** `move`: to coordination, after individual work in the same stay. `back`: from it. */
  readonly kind: 'move' | 'back'
  /** Null where the people file tells of a way back that no event dates. */
  readonly day: EpochDay | null
  readonly fromTitle: string | null
  readonly toTitle: string | null
}

export interface PlannedMove {
  readonly day: EpochDay | null
  readonly toTitle: string | null
}

export interface Career {
  /** The one that led to where they are now; null for those who were hired for what they do. */
  readonly move: CareerMove | null
  readonly planned: PlannedMove | null
  /** Where they are now; null when nothing tells. */
  readonly position: Position | null
  /** They coordinate now, and whether they were moved there cannot be told: what the records lack, in words. */
  readonly untold: string | null
}

/** One per person. */
export function careersOf(dataset: Dataset): Career[] {
  const indexes = personIndexes(dataset.people)
  const events = dataset.people.map((): JobEvent[] => [])
  for (const event of dataset.history) {
    const person = indexes.get(event.personId)
    if (person !== undefined) events[person]!.push(event)
  }
  return dataset.people.map((person, index) => careerOf(person, events[index]!, dataset))
}

function careerOf(person: Person, events: readonly JobEvent[], dataset: Dataset): Career {
  const past = events.filter(event => event.effectiveDate <= dataset.asOf)
  const { titleRules } = dataset
  const told = walk(past, titleRules)
  const fromFile = positionOf(person.trackInferred ? null : person.track, person.title, titleRules)
  const hasReportsOnly = fromFile === null && person.track === 'manager'
  const position = fromFile ?? told.position ?? (hasReportsOnly ? 'coordinating' : null)
  const planned = position === 'coordinating' ? null : plannedMove(person, events, dataset)
  if (told.position === 'coordinating' && position !== 'coordinating') {
    const back: CareerMove = { kind: 'back', day: null, fromTitle: told.title, toTitle: person.title }
    return { move: position === 'individual' ? back : null, planned, position, untold: null }
  }
  if (position !== 'coordinating') return { move: told.move?.kind === 'back' ? told.move : null, planned, position, untold: null }
  if (told.position === 'coordinating') return { move: told.move, planned, position, untold: told.move ? null : untoldPast(person, told) }
  const untold = told.position === 'individual' ? 'history: an event that dates the move' : 'history: events of this person'
  return { move: null, planned, position, untold }
}

/** A promotion that is somebody's first event: they were here before, but what they did is not told. */
function untoldPast(person: Person, { since, sinceReason }: Told): string | null {
  const wasHereBefore = person.hireDate !== null && since !== null && person.hireDate < since
  return sinceReason !== 'hire' && (wasHereBefore || sinceReason === 'promotion') ? 'history: events before the promotion' : null
}

interface Told {
  readonly position: Position | null
  readonly title: string | null
  readonly move: CareerMove | null
  /** The first day of the present position, and what the event said. */
  readonly since: EpochDay | null
  readonly sinceReason: string | null
}

/** Goes through the events day by day; a hire or an exit begins anew. */
function walk(events: readonly JobEvent[], rules: TitleRules | undefined): Told {
  let told: Told = { position: null, title: null, move: null, since: null, sinceReason: null }
  // Where they stood before acting, and the day that began: an acting spell made permanent began with it.
  let beforeActing: Told = told
  for (const sameDay of byDay(events)) {
    const ends = sameDay.some(event => event.reason === 'exit' || event.reason === 'hire')
    if (ends) told = beforeActing = { position: null, title: null, move: null, since: null, sinceReason: null }
    const event = decisive(sameDay, told.position, rules)
    if (event === null) continue
    const position = positionOf(event.track, event.title, rules)!
    const title = event.title ?? told.title
    if (position === told.position || (position === 'acting' && told.position === 'coordinating')) {
      told = { ...told, title }
      continue
    }
    if (position === 'acting') {
      beforeActing = told
      told = { ...told, position, title, since: event.effectiveDate, sinceReason: event.reason }
      continue
    }
    const before = told.position === 'acting' ? beforeActing : told
    const day = told.position === 'acting' && position === 'coordinating' ? told.since : event.effectiveDate
    const isReturn = position === before.position
    const isMove = before.position !== null && !isReturn
    const kind = position === 'coordinating' ? 'move' : 'back'
    const move = isMove ? ({ kind, day, fromTitle: before.title, toTitle: title } as const) : isReturn ? before.move : null
    told = { position, title, move, since: isReturn ? before.since : day, sinceReason: isReturn ? before.sinceReason : event.reason }
  }
  return told
}

function* byDay(events: readonly JobEvent[]): Generator<readonly JobEvent[]> {
  const ordered = events.toSorted((a, b) => a.effectiveDate - b.effectiveDate)
  for (let start = 0, end = 0; start < ordered.length; start = end) {
    while (end < ordered.length && ordered[end]!.effectiveDate === ordered[start]!.effectiveDate) end++
    yield ordered.slice(start, end)
  }
}

/** Of the events of one day, the one that changes something; else any that tells a position. */
function decisive(sameDay: readonly JobEvent[], before: Position | null, rules: TitleRules | undefined): JobEvent | null {
  const telling = sameDay.filter(event => positionOf(event.track, event.title, rules) !== null)
  return telling.find(event => positionOf(event.track, event.title, rules) !== before) ?? telling[0] ?? null
}

function positionOf(track: Track | null, title: string | null, rules: TitleRules | undefined): Position | null {
  const known = title === null ? null : titleClassOf(title, rules)
  const isCoordinating = track === 'manager' || known?.isCoordinating === true
  if (isCoordinating) return known?.isActing === true ? 'acting' : 'coordinating'
  return track !== null || known !== null ? 'individual' : null
}

/** A proposed move of the people file, or an event that is dated after the as-of date. */
function plannedMove(person: Person, events: readonly JobEvent[], { asOf, titleRules }: Dataset): PlannedMove | null {
  if (positionOf(person.plannedTrack, person.plannedTitle, titleRules) === 'coordinating')
    return { day: person.plannedDate, toTitle: person.plannedTitle }
  const future = events.find(event => event.effectiveDate > asOf && positionOf(event.track, event.title, titleRules) === 'coordinating')
  return future === undefined ? null : { day: future.effectiveDate, toTitle: future.title }
}
