import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContributionRow } from '../../../src/domain/contribution.ts'
import type { JobEventRow } from '../../../src/domain/job-event.ts'
import type { Dataset } from '../../../src/domain/dataset.ts'
import type { MeetingRow } from '../../../src/domain/meeting.ts'
import type { PersonRow } from '../../../src/domain/person.ts'
import type { LiveRows } from '../../../src/store/live-rows.ts'
import { person } from '../../store/workspace-fixture.ts'
import { assembled, IMPORTED_ON } from './dataset-fixture.ts'

/** Days of the story; files are exported on any of them. */
const FIRST = IMPORTED_ON - 100
const dayArbitrary = fc.integer({ min: FIRST, max: IMPORTED_ON })

interface Life {
  readonly id: string
  readonly spells: readonly { readonly from: number; readonly to: number | null }[]
  /** From the first day on, then from each later one. */
  readonly places: readonly { readonly day: number; readonly title: string; readonly orgUnit: string }[]
  readonly leave: { readonly from: number; readonly to: number } | null
}

interface Story {
  readonly lives: readonly Life[]
  readonly contributions: readonly Partial<ContributionRow>[]
  readonly meetings: readonly MeetingRow[]
  readonly items: readonly { readonly name: string; readonly opened: number; readonly finished: number }[]
}

const lifeArbitrary = (id: string): fc.Arbitrary<Life> =>
  fc
    .record({
      turns: fc.uniqueArray(dayArbitrary, { minLength: 1, maxLength: 4 }),
      changes: fc.uniqueArray(dayArbitrary, { maxLength: 3 }),
      leave: fc.option(fc.tuple(dayArbitrary, fc.nat(30)), { nil: null }),
    })
    .map(({ turns, changes, leave }) => {
      const days = turns.toSorted((a, b) => a - b)
      const spells = days.flatMap((from, turn) =>
        turn % 2 === 0 ? [{ from, to: days[turn + 1] === undefined ? null : days[turn + 1]! - 1 }] : [],
      )
      const from = days[0]!
      const moved = changes.filter(day => day > from).toSorted((a, b) => a - b)
      const places = [from, ...moved].map((day, step) => ({ day, title: `Title ${step}`, orgUnit: `Unit ${step % 2}` }))
      return { id, spells, places, leave: leave && { from: leave[0], to: leave[0] + leave[1] } }
    })

const storyArbitrary: fc.Arbitrary<Story> = fc.record({
  lives: fc.tuple(lifeArbitrary('E-1'), lifeArbitrary('E-2'), lifeArbitrary('E-3')).map(lives => [...lives]),
  contributions: fc.array(
    fc.record({
      day: dayArbitrary,
      person: fc.constantFrom('E-1', 'E-2', 'E-3', 'guest@x.example'),
      component: fc.constantFrom('ledger', 'vault', 'site'),
      artifact: fc.constantFrom('a.ts', 'b.ts', 'c.ts', 'd.ts'),
      workItem: fc.constantFrom(null, 'W-1', 'W-2'),
      participants: fc.constantFrom([], ['E-2'], ['visitor@x.example']),
    }),
    { maxLength: 14 },
  ),
  meetings: fc.array(
    fc.record({
      person: fc.constantFrom('E-1', 'E-3', 'caller@x.example'),
      day: dayArbitrary,
      meetingHours: fc.integer({ min: 1, max: 9 }),
      focusHours: fc.constant(null),
      meetings: fc.constant(null),
      attendees: fc.constant(null),
      oneOnOneHours: fc.constant(null),
      agentActions: fc.constant(null),
    }),
    { maxLength: 5 },
  ),
  items: fc.tuple(dayArbitrary, fc.nat(40), dayArbitrary, fc.nat(40)).map(([a, lasting, b, long]) => [
    { name: 'W-1', opened: a, finished: a + lasting },
    { name: 'W-9', opened: b, finished: b + long },
  ]),
})

/** What the HRIS and the trackers would have exported on a day. */
function exportOn(day: number, { lives, contributions, items }: Story): LiveRows {
  const byThen = contributions.filter(row => row.day! <= day)
  const named = (field: 'component' | 'artifact') => [...new Set(byThen.map(row => row[field]!))].sort()
  const isNamed = (item: string) => byThen.some(row => row.workItem === item)
  return {
    people: lives.flatMap(life => personOn(life, day) ?? []),
    history: lives.flatMap(life => eventsOn(life, day)),
    components: [...named('component'), 'archive']
      .sort()
      .map(component => ({ component, criticality: 4, ownerUnit: null, regulated: null, core: null })),
    workItems: items
      .filter(({ name, opened }) => opened <= day || isNamed(name))
      .map(({ name, opened, finished }) => ({
        workItem: name,
        title: null,
        component: null,
        openedAt: opened <= day ? opened : null,
        startedAt: null,
        finishedAt: finished <= day ? finished : null,
        status: finished <= day ? 'done' : null,
        size: 3,
        handoffs: finished <= day ? 2 : null,
      })),
    artifacts: [...named('artifact'), 'untouched.ts'].map(artifact => ({ artifact, component: null, status: 'current', lines: null })),
    presentColumns: new Set(['people.title']),
    lastListed: new Map(),
  }
}

function personOn({ id, spells, places, leave }: Life, day: number): PersonRow | null {
  const place = places.findLast(one => one.day <= day)
  const spell = spells.findLast(one => one.from <= day)
  if (!place || !spell) return null
  const hasLeft = spell.to !== null && spell.to <= day
  return person(id, {
    title: place.title,
    orgUnit: place.orgUnit,
    hireDate: spell.from,
    terminationDate: hasLeft ? spell.to : null,
    employmentStatus: hasLeft ? 'Terminated' : null,
    leaveFrom: leave && leave.from <= day ? leave.from : null,
    leaveTo: leave && leave.to <= day ? leave.to : null,
    performanceRating: 3,
  })
}

function eventsOn({ id, spells, places }: Life, day: number): JobEventRow[] {
  const blank = { personId: id, title: null, level: null, levelRank: null, track: null, manager: null, orgUnit: null, fte: null }
  return [
    ...spells.flatMap(({ from, to }) => [
      { ...blank, effectiveDate: from, reason: 'hire' },
      ...(to === null ? [] : [{ ...blank, effectiveDate: to + 1, reason: 'exit' }]),
    ]),
    ...places.map(({ day: from, title, orgUnit }) => ({ ...blank, effectiveDate: from, title, orgUnit, reason: 'transfer' })),
  ]
    .filter(({ effectiveDate }) => effectiveDate <= day)
    .toSorted((a, b) => a.effectiveDate - b.effectiveDate)
}

/** Where rows are stored differs with what stands between them; an end told by dates and by an exit is one end. */
function comparable({ contributions, people, ...rest }: Dataset) {
  const { storedRow: _storedRow, ...columns } = contributions
  return { ...rest, people: people.map(({ hireDate: _hireDate, employmentStatus: _status, ...one }) => one), contributions: columns }
}

/** A file without rows is no import. */
const imports = <Row>(rows: readonly Row[]): Row[][] => (rows.length === 0 ? [] : [[...rows]])

describe('an analysis as of a day', () => {
  test('reads of files that go on after it what files of that day would have said', async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary, dayArbitrary, async (story, day) => {
        const goesOn = [...story.contributions, ...story.meetings].some(row => row.day! > day)
        // A last day that is today is an end date in one file and an exit of tomorrow in the other.
        fc.pre(goesOn && story.lives.every(({ spells }) => spells.every(({ to }) => to !== day)))
        const upTo = <Row extends { readonly day?: number }>(rows: readonly Row[]) => rows.filter(row => row.day! <= day)
        const identified = story.contributions.map((row, index) => ({ ...row, id: `c-${index}` }))
        const lookBack = await assembled({
          contributions: imports(identified),
          meetings: imports(story.meetings),
          rows: exportOn(IMPORTED_ON, story),
          asOf: day,
        })
        const then = await assembled({
          contributions: imports(upTo(identified)),
          meetings: imports(upTo(story.meetings)),
          rows: exportOn(day, story),
          asOf: day,
        })
        expect(comparable(lookBack.dataset)).toEqual(comparable(then.dataset))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('knows plans and ends that lie ahead where the records end on it', async () => {
    const ahead = { terminationDate: IMPORTED_ON + 30, plannedTitle: 'Head of Vaults', plannedDate: IMPORTED_ON + 60 }
    const rows = { people: [person('E-1', ahead)] }
    const { dataset } = await assembled({ contributions: [[{ person: 'E-1', day: FIRST }]], rows, asOf: FIRST })
    expect(dataset.people[0]).toMatchObject(ahead)
    const goesOn = {
      contributions: [
        [
          { person: 'E-1', day: FIRST },
          { person: 'E-1', day: FIRST + 1 },
        ],
      ],
      rows,
      asOf: FIRST,
    }
    expect((await assembled(goesOn)).dataset.people[0]).toMatchObject({ terminationDate: null, plannedTitle: null, plannedDate: null })
  })

  test('takes what only a later event tells otherwise for unknown, unless an earlier event tells it', async () => {
    const event = (effectiveDate: number, title: string): JobEventRow => ({
      personId: 'e-1@x.example',
      effectiveDate,
      title,
      level: null,
      levelRank: null,
      track: null,
      manager: null,
      orgUnit: null,
      fte: null,
      reason: 'promotion',
    })
    const titleOf = async (history: readonly JobEventRow[]) => {
      const people = [person('E-1', { email: 'E-1@x.example', title: 'Director' })]
      const contributions = [[FIRST, FIRST + 50].map(day => ({ person: 'E-1', day }))]
      return (await assembled({ contributions, rows: { people, history }, asOf: FIRST + 20 })).dataset.people.map(one => one.title)
    }
    expect(await titleOf([event(FIRST + 30, 'Director')])).toEqual([null])
    expect(await titleOf([event(FIRST, 'Engineer'), event(FIRST + 30, 'Director')])).toEqual(['Engineer'])
    expect(await titleOf([event(FIRST + 10, 'Director')])).toEqual(['Director'])
  })
})
