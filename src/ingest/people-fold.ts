/** Several rows of one person folded: rows that bear dates become job events, spells become hires and exits, the newest row is who they are. */
import type { EpochDay } from '../domain/calendar.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { PersonRow } from '../domain/person.ts'
import type { AcceptedRow, PersonRecord } from './accepted-row.ts'

/** A row of a people file, with the day it holds from where it says so. */
export interface PersonLine {
  readonly line: number
  readonly record: PersonRecord
}

export type Verdict = 'accepted' | 'duplicate' | 'several-rows' | 'conflict'

export interface Settlement {
  readonly line: number
  readonly verdict: Verdict
  /** What goes in for the line; nothing where it says nothing new. */
  readonly rows: readonly AcceptedRow[]
  /** The line that stands instead, of a duplicate or a conflict. */
  readonly insteadOf: number | null
}

/** Everybody's rows, in the order of lines. */
export function foldPeople(lines: readonly PersonLine[], today: EpochDay): Settlement[] {
  const groups = new Map<string, PersonLine[]>()
  for (const each of lines) {
    const { personId } = each.record.row
    const group = groups.get(personId)
    if (group) group.push(each)
    else groups.set(personId, [each])
  }
  return [...groups.values()].flatMap(group => foldPerson(group, today)).toSorted((a, b) => a.line - b.line)
}

function foldPerson(group: readonly PersonLine[], today: EpochDay): Settlement[] {
  const settled: Settlement[] = []
  const kept: PersonLine[] = []
  const seen = new Map<string, number>()
  for (const each of group) {
    const content = JSON.stringify([each.record.row, each.record.demographics, each.record.from ?? null, each.record.reason ?? null])
    const first = seen.get(content)
    if (first === undefined) kept.push(each)
    else settled.push({ line: each.line, verdict: 'duplicate', rows: [], insteadOf: first })
    if (first === undefined) seen.set(content, each.line)
  }
  const isDated = kept.every(({ record }) => (record.from ?? null) !== null)
  if (isDated) return [...settled, ...foldDated(kept, today)]
  const spells = new Set(kept.map(({ record }) => record.row.hireDate))
  if (kept.length > 1 && spells.size === kept.length && !spells.has(null)) return [...settled, ...foldSpells(kept, today)]
  return [...settled, ...foldUndated(kept)]
}

const byDay = (dayOf: (line: PersonLine) => EpochDay) => (a: PersonLine, b: PersonLine) => dayOf(a) - dayOf(b) || a.line - b.line

/** The first row of a day stands for the day; a day that changes nothing is no event. */
function foldDated(lines: readonly PersonLine[], today: EpochDay): Settlement[] {
  const inOrder = lines.toSorted(byDay(({ record }) => record.from!))
  const settled: Settlement[] = []
  const days: PersonLine[] = []
  for (const each of inOrder) {
    const sameDay = days.at(-1)?.record.from === each.record.from ? days.at(-1)! : null
    if (sameDay) settled.push(besides(each, sameDay))
    else days.push(each)
  }
  const lead = days.findLast(({ record }) => record.from! <= today) ?? days[0]!
  const isSnapshot = days.length === 1 && lead.record.from! <= today
  const row = personOf(days, lead, isSnapshot)
  let former: JobEventRow | null = null
  for (const each of days) {
    const event = eventOf(each)
    const isNews = former === null || event.reason !== null || !isSamePlace(former, event)
    former = event
    const rows: AcceptedRow[] =
      each === lead
        ? [{ ...each.record, row, events: [...(isNews ? [event] : []), ...(each.record.events ?? [])] }]
        : isNews
          ? [{ kind: 'history', of: 'people', row: event }]
          : []
    settled.push({ line: each.line, verdict: 'accepted', rows, insteadOf: null })
  }
  return settled
}

/** Left and came back: each row a spell that begins with its hire date. */
function foldSpells(lines: readonly PersonLine[], today: EpochDay): Settlement[] {
  const inOrder = lines.toSorted(byDay(({ record }) => record.row.hireDate!))
  const lead = inOrder.findLast(({ record }) => record.row.hireDate! <= today) ?? inOrder[0]!
  return inOrder.map((each): Settlement => {
    const { row } = each.record
    const hired: JobEventRow = { ...placeOf(row), personId: row.personId, effectiveDate: row.hireDate!, reason: 'hire' }
    const left: JobEventRow[] =
      row.terminationDate === null ? [] : [{ ...NOWHERE, personId: row.personId, effectiveDate: row.terminationDate + 1, reason: 'exit' }]
    const rows: AcceptedRow[] =
      each === lead
        ? [{ ...each.record, events: [hired, ...left] }]
        : [hired, ...left].map(event => ({ kind: 'history', of: 'people', row: event }))
    return { line: each.line, verdict: 'accepted', rows, insteadOf: null }
  })
}

function foldUndated(lines: readonly PersonLine[]): Settlement[] {
  const [first, ...others] = lines
  if (!first) return []
  return [{ line: first.line, verdict: 'accepted', rows: [first.record], insteadOf: null }, ...others.map(each => besides(each, first))]
}

/** A second row for the same time: another team of the same person, or somebody else under the same id. */
function besides(each: PersonLine, first: PersonLine): Settlement {
  const [a, b] = [each.record.row, first.record.row]
  const isOne =
    agree(a.name, b.name) && agree(a.email, b.email) && agree(a.hireDate, b.hireDate) && agree(a.terminationDate, b.terminationDate)
  const isElsewhere =
    a.orgUnit !== b.orgUnit || a.manager !== b.manager || a.title !== b.title || a.location !== b.location || a.fte !== b.fte
  const isSure = (a.name !== null || a.email !== null) && isOne && isElsewhere
  return { line: each.line, verdict: isSure ? 'several-rows' : 'conflict', rows: [], insteadOf: first.line }
}

const agree = (a: string | number | null, b: string | number | null) => a === null || b === null || a === b

type Place = Omit<JobEventRow, 'personId' | 'effectiveDate' | 'reason'>

const NOWHERE: Place = { title: null, level: null, levelRank: null, track: null, manager: null, orgUnit: null, fte: null }

const placeOf = ({ title, level, levelRank, track, manager, orgUnit, fte }: PersonRow): Place => ({
  title,
  level,
  levelRank,
  track,
  manager,
  orgUnit,
  fte,
})

export function eventOf({ record: { row, from, reason } }: PersonLine): JobEventRow {
  const effectiveDate = from!
  const said = reason ?? (row.hireDate === effectiveDate ? 'hire' : null)
  return { ...placeOf(row), personId: row.personId, effectiveDate, reason: said }
}

const isSamePlace = (a: Place, b: Place) => (Object.keys(NOWHERE) as (keyof Place)[]).every(field => a[field] === b[field]) // NOWHERE has exactly these keys

/**
 * Who the person is by the leading row, blanks filled from the rows before and after it. Where rows
 * of several days or of a day to come tell the place, the events have it, so that each day finds its own.
 */
function personOf(days: readonly PersonLine[], lead: PersonLine, isSnapshot: boolean): PersonRow {
  const others = days.filter(each => each !== lead).toReversed()
  const filled = <Field extends keyof PersonRow>(field: Field): PersonRow[Field] =>
    [lead, ...others]
      .map(({ record }) => record.row[field])
      .find(value => value !== null && !(Array.isArray(value) && value.length === 0)) ?? lead.record.row[field]
  const { row } = lead.record
  return {
    ...row,
    name: filled('name'),
    email: filled('email'),
    aliases: filled('aliases'),
    roleFamily: filled('roleFamily'),
    location: filled('location'),
    hireDate: filled('hireDate'),
    ...(isSnapshot ? {} : NOWHERE),
  }
}
