/** Several rows of one person folded: rows that bear dates become job events, spells become hires and exits, the newest row is who they are. */
import type { EpochDay } from '../domain/calendar.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { PersonRow } from '../domain/person.ts'
import type { AcceptedRow, PersonRecord } from './accepted-row.ts'
import { FTE } from './person-parsers.ts'

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
  /** Of several rows in different places: the working time they come to together, where it could be added up. */
  readonly sharesTogether?: number | null
}

/** Everybody's rows, in the order of lines. */
export function foldPeople(lines: readonly PersonLine[], today: EpochDay): Settlement[] {
  const groups = groupedBy(lines, ({ record }) => record.row.personId)
  return [...groups.values()].flatMap(group => foldPerson(group, today)).toSorted((a, b) => a.line - b.line)
}

function groupedBy<Key>(lines: readonly PersonLine[], keyOf: (line: PersonLine) => Key): ReadonlyMap<Key, readonly PersonLine[]> {
  const groups = new Map<Key, PersonLine[]>()
  for (const each of lines) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return groups
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

/** One row stands for each day; a day that changes nothing is no event. */
function foldDated(lines: readonly PersonLine[], today: EpochDay): Settlement[] {
  const settled: Settlement[] = []
  const days: PersonLine[] = []
  const inOrder = lines.toSorted(byDay(({ record }) => record.from!))
  for (const ofDay of groupedBy(inOrder, ({ record }) => record.from).values()) {
    const { lead, others } = besides(ofDay)
    days.push(lead)
    settled.push(...others)
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
  if (lines.length === 0) return []
  const { lead, others } = besides(lines)
  return [{ line: lead.line, verdict: 'accepted', rows: [lead.record], insteadOf: null }, ...others]
}

/**
 * Rows of one id for the same time, of which one stands: other teams of the same person, or somebody else under the same id.
 * The largest share of working time is the person's place, of equal ones the first.
 */
function besides(lines: readonly PersonLine[]): { readonly lead: PersonLine; readonly others: readonly Settlement[] } {
  const first = lines[0]!
  const sure = lines.filter(each => each === first || isElsewhere(each, first))
  const lead = sure.reduce((most, each) => ((each.record.row.fte ?? 0) > (most.record.row.fte ?? 0) ? each : most))
  const sharesTogether = sure.length > 1 ? sumOfShares(sure.map(({ record }) => record.row.fte)) : null
  const others = lines.flatMap((each): Settlement[] => {
    if (each === lead) return []
    if (!sure.includes(each)) return [{ line: each.line, verdict: 'conflict', rows: [], insteadOf: lead.line }]
    return [{ line: each.line, verdict: 'several-rows', rows: [], insteadOf: lead.line, sharesTogether }]
  })
  const row = sure.length > 1 ? together(lead, sure, sharesTogether) : lead.record.row
  return { lead: { ...lead, record: { ...lead.record, row } }, others }
}

/** Shares of several places; null where one is unknown, or where each row repeats the whole of the person's time. */
function sumOfShares(shares: readonly (number | null)[]): number | null {
  const sum = shares.reduce<number | null>((total, share) => (total === null || share === null ? null : total + share), 0)
  if (sum === null) return null
  const isRepeated = sum > 1 && shares.every(share => share === shares[0])
  return isRepeated || sum > FTE.most ? null : Math.round(sum * 1000) / 1000
}

/** What a person has once is the leading row's; what can be several is everybody's. */
function together(lead: PersonLine, lines: readonly PersonLine[], sharesTogether: number | null): PersonRow {
  const all = <Field extends 'aliases' | 'accountableFor'>(field: Field) => [...new Set(lines.flatMap(({ record }) => record.row[field]))]
  const row = filledFrom([lead, ...lines.filter(each => each !== lead)])
  return { ...row, aliases: all('aliases'), accountableFor: all('accountableFor'), fte: sharesTogether ?? row.fte }
}

/** Whether a second row is surely the same person, in another place. */
function isElsewhere(each: PersonLine, first: PersonLine): boolean {
  const [a, b] = [each.record.row, first.record.row]
  const isOne =
    agree(a.name, b.name) && agree(a.email, b.email) && agree(a.hireDate, b.hireDate) && agree(a.terminationDate, b.terminationDate)
  const isOther = a.orgUnit !== b.orgUnit || a.manager !== b.manager || a.title !== b.title || a.location !== b.location || a.fte !== b.fte
  return (a.name !== null || a.email !== null) && isOne && isOther
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

function eventOf({ record: { row, from, reason } }: PersonLine): JobEventRow {
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
  const row = filledFrom([lead, ...days.filter(each => each !== lead).toReversed()])
  return isSnapshot ? row : { ...row, ...NOWHERE }
}

/** The first row, with what it leaves open of who the person is from the next that says it. */
function filledFrom(lines: readonly PersonLine[]): PersonRow {
  const { row } = lines[0]!.record
  const filled = <Field extends keyof PersonRow>(field: Field): PersonRow[Field] =>
    lines.map(({ record }) => record.row[field]).find(value => value !== null && !(Array.isArray(value) && value.length === 0)) ??
    row[field]
  return {
    ...row,
    name: filled('name'),
    email: filled('email'),
    aliases: filled('aliases'),
    roleFamily: filled('roleFamily'),
    location: filled('location'),
    hireDate: filled('hireDate'),
  }
}
