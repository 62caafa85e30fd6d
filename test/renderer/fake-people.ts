/** Answers about people for the fake backend. */
import type { Input, Output } from '../../src/contract/contract.ts'
import { AppError, type Columns } from '../../src/contract/wire.ts'
import { peopleColumns } from '../../src/service/people-columns.ts'
import { routingOf } from '../../src/service/routing.ts'
import type { AnalysisDocument } from '../../src/contract/analysis.ts'
import { FLAGS, type FakeEntry } from './fake-flags.ts'
import { artifactCounts, EMPLOYED, idOf, verdictOf } from './fake-knowledge.ts'
import { PEOPLE, seeded, SYSTEM_LIST } from './fake-organisation.ts'

type Profile = Output<'people.get'>
type Evidence = Output<'people.evidence'>
type Hours = Profile['months'][number]['hours']

const AS_OF = '2026-11-18'
const FAMILIES = ['engineering', 'engineering', 'engineering', 'engineering', 'data', 'design']
const nameOf = (id: string) => PEOPLE.find(person => person.personId === id)?.name ?? id
/** The months of somebody's move into coordination, by index. */
const MOVES: Readonly<Record<number, string>> = { 2: '2025-09-01', 9: '2026-02-16', 15: '2026-01-12', 24: '2025-11-03' }
const PLANNED: Readonly<Record<number, string>> = { 6: '2027-03-01' }
/** Months without a record, counted back from the last. */
const GAPS: Readonly<Record<number, readonly number[]>> = { 2: [26, 27], 4: [9], 6: [17, 18, 19] }
const MONTHS = 42

function hoursOf(index: number, back: number): Hours {
  const random = seeded(index * 97 + back)
  const noise = (base: number) => base * (0.7 + 0.6 * random())
  const moved = MOVES[index]
  const isManager = PEOPLE[index]?.title === 'Engineering manager'
  const coordinates = moved === undefined ? isManager : back <= monthsBack(moved)
  const enables = index === 4 || index === 11
  const total = 90 + 60 * random()
  const parts = coordinates
    ? [noise(0.1), noise(0.1), noise(0.08), noise(0.68), noise(0.04)]
    : enables
      ? [noise(0.2), noise(0.55), noise(0.08), noise(0.15), noise(0.02)]
      : [noise(0.55), noise(0.17), noise(0.1), noise(0.16), index % 5 === 0 ? noise(0.05) : 0]
  const sum = parts.reduce((all, part) => all + part, 0)
  const [build, enable, decide, coordinate, govern] = parts.map(part => Math.round((part / sum) * total * 10) / 10)
  return { build: build ?? 0, enable: enable ?? 0, decide: decide ?? 0, coordinate: coordinate ?? 0, govern: govern ?? 0 }
}

const monthsBack = (date: string) => (2026 - Number(date.slice(0, 4))) * 12 + 11 - Number(date.slice(5, 7))

function monthBack(back: number): string {
  const month = 2026 * 12 + 10 - back
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

const monthsOf = (index: number): Profile['months'] =>
  index === 35
    ? []
    : Array.from({ length: MONTHS }, (_, step) => MONTHS - 1 - step)
        .filter(back => !(GAPS[index] ?? []).includes(back))
        .map(back => ({ month: monthBack(back), hours: hoursOf(index, back) }))

function modesOf(index: number): FakeEntry['modes'] {
  const hours = monthsOf(index)
    .slice(-12)
    .map(month => month.hours)
  const sum = (mode: keyof Hours) => hours.reduce((all, month) => all + month[mode], 0)
  const total = sum('build') + sum('enable') + sum('decide') + sum('coordinate') + sum('govern')
  if (total === 0) return null
  const share = (mode: keyof Hours) => sum(mode) / total
  return {
    build: share('build'),
    enable: share('enable'),
    decide: share('decide'),
    coordinate: share('coordinate'),
    govern: share('govern'),
  }
}

function moveOf(index: number): FakeEntry['move'] {
  const [moved, planned] = [MOVES[index], PLANNED[index]]
  const none = { ratioToPeers: null, levelToPeers: null, changePoint: null }
  if (moved !== undefined)
    return { ...none, kind: 'move', date: moved, handsOnBefore: 24.8, handsOnAfter: 6.2, ratio: 0.25, coordinateShare: 0.71 }
  if (planned !== undefined)
    return { ...none, kind: 'planned', date: planned, handsOnBefore: 23.1, handsOnAfter: null, ratio: null, coordinateShare: 0.16 }
  return null
}

const ranked = (value: number, percentile: number) => ({ value, percentile, shown: percentile, cohort: 'role family', members: 24 })

const leverageOf = (index: number): FakeEntry['leverage'] =>
  index === 4 || index === 11
    ? {
        enablingEffort: ranked(612, 0.96),
        reach: ranked(23, 0.92),
        secondOrderReach: 41.5,
        mandatoryReach: 6,
        lift: { hoursPerMonth: 5.4, interval: { low: -1.2, high: 12 }, parallelTrends: true },
        leverage: 0.92,
        recognition: 0.31,
        recognitionInputs: [
          { input: 'rating', percentile: 0.35 },
          { input: 'comp_ratio', percentile: 0.22 },
          { input: 'promotion_pace', percentile: 0.36 },
        ],
        gap: 0.61,
        fade: { slopePerQuarter: -14, mannKendallP: 0.08 },
      }
    : null

const thinkerOf = (index: number): FakeEntry['systemsThinker'] =>
  index === 6 || index === 28
    ? {
        index: 0.88,
        blocks: [
          { block: 'one_head', percentile: 0.94, value: 0.8 },
          { block: 'system_span', percentile: 0.89, value: 4.1 },
          { block: 'unusual_speed', percentile: 0.81, value: -0.3 },
          { block: 'taste', percentile: 0.78, value: 0.62 },
          { block: 'role_breadth', percentile: null, value: null },
        ],
        endToEndItems: 9,
        endToEndPerYear: 10.2,
        chanceCount: 0.2,
      }
    : null

const keptBy = (index: number) =>
  SYSTEM_LIST.flatMap(system => {
    const { keeper } = verdictOf(system, EMPLOYED)
    return keeper?.personId === idOf(index)
      ? [{ component: system.component, hold: keeper.hold, share: keeper.share, matters: system.criticality >= 4 }]
      : []
  })

function entryOf(index: number): FakeEntry {
  const person = PEOPLE[index]!
  const isThin = index % 7 === 3
  const keeps = keptBy(index)
  return {
    personId: person.personId,
    name: person.name,
    inHris: true,
    employed: person.employed,
    orgUnit: person.orgUnit,
    title: MOVES[index] === undefined ? person.title : 'Engineering manager',
    track: person.title === 'Engineering manager' || MOVES[index] !== undefined ? 'manager' : 'ic',
    roleFamily: FAMILIES[(index * 5) % FAMILIES.length] ?? null,
    managerId: index === 7 ? null : idOf((index % 6) * 6 + 7 > 35 ? 7 : (index % 6) * 6 + 7),
    modes: modesOf(index),
    effortHours: index === 35 ? null : 1310 + ((index * 37) % 300),
    observedWeeks: index === 35 ? null : 40 + (index % 9),
    buildPace: index === 35 ? null : ranked(14.2, 0.6),
    workToMeeting: index === 35 ? null : 2.4,
    exposure: keeps.length === 0 ? 0 : Math.max(...keeps.map(kept => kept.hold)),
    keeps,
    scores: { builder: null, enabler: null, coordination: null, systemsThinker: null },
    leverage: leverageOf(index),
    move: moveOf(index),
    systemsThinker: thinkerOf(index),
    network: null,
    flags: [...(FLAGS[index] ?? [])],
    notEnough: isThin
      ? [
          { pattern: 'enabler_trap', missing: ['contributions.uses', 'people.performance_rating'] },
          { pattern: 'coordination_path', missing: ['history.effective_date', 'meetings.meeting_hours'] },
        ]
      : [],
  }
}

export const ENTRIES: readonly FakeEntry[] = PEOPLE.map((_, index) => entryOf(index))
const bare = (entry: FakeEntry): FakeEntry => ({ ...entry, flags: [], leverage: null, move: null, systemsThinker: null, notEnough: [] })

/** What is read of a document here is its people. */
const documentOf = (people: readonly FakeEntry[]) => ({ people }) as unknown as AnalysisDocument

export interface FakePeople {
  readonly table: () => Columns
  readonly get: (input: Input<'people.get'>) => Profile
  readonly evidence: (input: Input<'people.evidence'>) => Evidence
  readonly routing: () => Output<'routing.get'>
}

/** `flagged`: false for an organisation nothing is computed for yet. */
export function fakePeople(flagged: boolean, table?: () => Columns): FakePeople {
  const entries = flagged ? ENTRIES : ENTRIES.map(bare)
  return {
    table: table ?? (() => peopleColumns(documentOf(entries))),
    get: ({ person }) => {
      const index = Math.max(
        0,
        entries.findIndex(entry => entry.personId === person),
      )
      const entry = entries[index]
      if (!entry || (entry.personId !== person && !person.startsWith('C')))
        throw new AppError('not-found', 'This person is not in this analysis.')
      return profileOf(entry, index, flagged)
    },
    evidence: ({ person, flag, page }) =>
      evidenceOf(person, flag === null ? (person === idOf(35) ? 0 : 340) : reasonRows(entries, person, flag), page),
    routing: () => routingOf(documentOf(entries), nameOf),
  }
}

function profileOf(person: FakeEntry, index: number, withEvents: boolean): Profile {
  return {
    person,
    name: person.name ?? person.personId,
    manager: person.managerId === null ? null : { personId: person.managerId, name: nameOf(person.managerId) },
    reports: ENTRIES.filter(other => other.managerId === person.personId).length,
    asOf: AS_OF,
    window: { from: '2025-11-19', to: AS_OF },
    months: monthsOf(index),
    events: withEvents ? eventsOf(index) : [],
    systems: systemsOf(index),
    contributions: index === 35 ? 0 : 340,
  }
}

function eventsOf(index: number): Profile['events'] {
  const unit = PEOPLE[index]?.orgUnit ?? null
  const before = index % 2 === 0 ? 'Platform/Tools' : unit
  const moved = MOVES[index]
  const event = (date: string, reason: string, title: string, level: string, track: 'ic' | 'manager' = 'ic', orgUnit = unit) => ({
    date,
    reason,
    title,
    level,
    track,
    orgUnit,
  })
  return [
    event('2019-04-01', 'hire', 'Software engineer', 'L3', 'ic', before),
    event('2023-10-01', 'promotion', 'Senior engineer', 'L4', 'ic', before),
    event('2024-08-15', 'reorganisation', 'Senior engineer', 'L4'),
    ...(index % 4 === 0
      ? [event('2025-03-03', 'leave_start', 'Senior engineer', 'L4'), event('2025-05-04', 'leave_end', 'Senior engineer', 'L4')]
      : []),
    ...(moved === undefined ? [] : [event(moved, 'promotion', 'Engineering manager', 'L5', 'manager')]),
  ]
}

const systemsOf = (index: number): Profile['systems'] =>
  SYSTEM_LIST.flatMap(system => {
    const artifacts = artifactCounts(system.authors).get(index) ?? 0
    if (artifacts === 0) return []
    const authored = artifacts / system.authors.length
    const keeps = verdictOf(system, EMPLOYED).keeper?.personId === idOf(index)
    return [{ component: system.component, keeps, authored, effort: authored < 0.02 ? null : Math.min(1, authored * 0.9), artifacts }]
  }).toSorted((a, b) => b.authored - a.authored)

const reasonRows = (entries: readonly FakeEntry[], person: string, flag: NonNullable<Input<'people.evidence'>['flag']>) =>
  entries.find(entry => entry.personId === person)?.flags.find(candidate => candidate.pattern === flag.pattern)?.reasons[flag.reason]
    ?.rows ?? 0

const KINDS = ['pull_request', 'review', 'design_decision', 'documentation', 'fix', 'meeting', 'commit'] as const
const TITLES = [
  'Split the ledger write path',
  'Replay lag under load',
  'Shard key migration',
  'Retry with backoff',
  'Weekly planning',
  'Onboarding notes',
]

function evidenceOf(person: string, total: number, page: number): Evidence {
  const rows = Array.from({ length: Math.max(0, Math.min(100, total - page * 100)) }, (_, place) => {
    const index = page * 100 + place
    const day = new Date(Date.UTC(2026, 10, 17) - index * 1.4 * 86_400_000).toISOString().slice(0, 10)
    return {
      contributionId: `${person}-${index}`,
      date: day,
      personId: person,
      person: nameOf(person),
      kind: KINDS[index % KINDS.length]!,
      component: index % 7 === 5 ? null : SYSTEM_LIST[index % 5]!.component,
      artifact: index % 7 === 5 ? null : `src/journal/part-${index % 13}.ts`,
      workItem: index % 3 === 0 ? `PAY-${2200 - index}` : null,
      title: index % 4 === 3 ? null : TITLES[index % TITLES.length]!,
      url: null,
      size: index % 5 === 4 ? null : 12 + ((index * 31) % 400),
      change: index % 7 === 0 ? 'changed' : null,
      file: 'contributions-2026.csv',
      line: 90_210 - index * 17,
    }
  })
  return { total, rows }
}
