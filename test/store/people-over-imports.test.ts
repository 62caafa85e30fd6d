import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { epochDay, isoDate } from '../../src/domain/calendar.ts'
import { importId } from '../../src/domain/identifiers.ts'
import type { JobEventRow } from '../../src/domain/job-event.ts'
import type { PersonRow } from '../../src/domain/person.ts'
import type { ImportRecord } from '../../src/store/import-record.ts'
import { followPeople, type PeopleOverImports } from '../../src/store/people-over-imports.ts'
import { NOWHERE } from '../../src/store/place-changes.ts'
import { person } from './workspace-fixture.ts'

interface GivenFile {
  readonly on: string
  readonly rows?: readonly PersonRow[]
  readonly history?: readonly JobEventRow[]
  /** Job events that a file of people told when it was read. */
  readonly toldEvents?: readonly JobEventRow[]
  readonly mapping?: Readonly<Record<string, unknown>>
  /** Files of one command have one; each is its own when absent. */
  readonly batch?: number
}

const dayOf = (iso: string) => {
  const [year, month, day] = iso.split('-').map(Number)
  return epochDay(year!, month!, day!)!
}

const event = (personId: string, on: string, cells: Partial<JobEventRow>): JobEventRow => ({
  ...NOWHERE,
  reason: null,
  personId,
  effectiveDate: dayOf(on),
  ...cells,
})

function follow(files: readonly GivenFile[]): PeopleOverImports {
  const records = files.map(({ on, batch, mapping, history }, index): ImportRecord => {
    const kind = history ? 'history' : 'people'
    return {
      id: importId(String(index + 1)),
      sequence: index + 1,
      batch: batch ?? 1000 + index,
      kind,
      file: `${index + 1}.csv`,
      sha256: '',
      importedAt: `${on}T09:00:00.000Z`,
      importedOn: dayOf(on),
      undone: false,
      report: JSON.stringify({ mapping: { kind, columns: {}, ...mapping }, presentColumns: [] }),
      segments: [],
      rows: 0,
      accepted: 0,
      rejected: 0,
      duplicates: 0,
    }
  })
  return followPeople(
    records,
    files.flatMap(({ rows = [] }, index) => rows.map(row => ({ sequence: index + 1, row }))),
    files.flatMap(({ history = [], toldEvents = [] }, index) => [...history, ...toldEvents].map(row => ({ sequence: index + 1, row }))),
  )
}

/** `p 2026-04-01 title=Lead`, what is filled only. */
const inWords = ({ history }: PeopleOverImports) =>
  history
    .map(({ personId, effectiveDate, ...cells }) =>
      [
        personId,
        isoDate(effectiveDate),
        ...Object.entries(cells).flatMap(([field, value]) => (value === null ? [] : [`${field}=${value}`])),
      ].join(' '),
    )
    .toSorted()

const LEFT = { missingPeople: 'left' }
const SAME = { changedIds: 'same' }

describe('a file that says another place than the one before', () => {
  const first = { on: '2026-01-05', rows: [person('p', { title: 'Engineer', track: 'ic', fte: 1 }), person('q', { title: 'Designer' })] }

  test('is an event of its day, after what was known', () => {
    const lead = person('p', { title: 'Team Lead', track: 'manager', fte: 1 })
    expect(inWords(follow([first, { on: '2026-04-07', rows: [lead, person('q', { title: 'designer ' })] }]))).toEqual([
      'p 2026-01-05 title=Engineer track=ic',
      'p 2026-04-07 title=Team Lead track=manager',
    ])
  })

  test('is none for the first file, for a blank cell, and for a cell that was blank before', () => {
    expect(inWords(follow([first]))).toEqual([])
    expect(
      inWords(follow([first, { on: '2026-04-07', rows: [person('p', { level: 'L4' }), person('r', { title: 'Engineer' })] }])),
    ).toEqual([])
  })

  test('is a correction on the same day', () => {
    const corrected = { on: '2026-01-05', rows: [person('p', { title: 'Analyst' })] }
    const result = follow([first, corrected, { on: '2026-04-07', rows: [person('p', { title: 'Analyst' })] }])
    expect(inWords(result)).toEqual([])
    expect(result.people.find(({ personId }) => personId === 'p')).toMatchObject({ title: 'Analyst', fte: 1 })
  })

  test.each([
    ['since the file before', '2026-02-15'],
    ['within the same quarter', '2026-06-30'],
  ])('is no second event where history tells it %s', (_, on) => {
    const history = [event('p', on, { title: 'Team Lead', reason: 'promotion' })]
    const lead = person('p', { title: 'Team Lead', track: 'manager', fte: 0.8 })
    expect(inWords(follow([first, { on: '2026-04-07', rows: [lead] }, { on: '2026-07-01', history }]))).toEqual(
      ['p 2026-01-05 fte=1', 'p 2026-04-07 fte=0.8', `p ${on} title=Team Lead reason=promotion`].toSorted(),
    )
  })

  test('is an event of its own where history tells it of another time or of something else', () => {
    const history = [event('p', '2025-11-01', { title: 'Team Lead' }), event('q', '2026-02-01', { title: 'Team Lead' })]
    const words = inWords(follow([first, { on: '2026-04-07', rows: [person('p', { title: 'Team Lead' })] }, { on: '2026-04-07', history }]))
    expect(words).toContain('p 2026-04-07 title=Team Lead')
  })

  test('tells nothing where the file is dated, for its rows are events already', () => {
    const rows = [person('p', { title: 'Team Lead' })]
    for (const mapping of [{ constants: { effective_date: '2026-03-31' } }, { columns: { effective_date: 'Effective' } }])
      expect(inWords(follow([first, { on: '2026-04-07', rows, mapping }]))).toEqual([])
    const taken = { constants: { effective_date: '' } }
    expect(inWords(follow([first, { on: '2026-04-07', rows, mapping: taken }]))).toHaveLength(2)
  })

  test('and is dated tells once what several files say alike, and corrects a file of the same day', () => {
    const dated = (on: string, title: string, cells: Partial<JobEventRow> = {}) => ({
      on: '2026-10-01',
      rows: [person('p', { title })],
      toldEvents: [event('p', on, { title, ...cells })],
      mapping: { constants: { effective_date: on } },
    })
    const [first, again, moved] = [
      dated('2026-03-31', 'Engineer', { fte: 1 }),
      dated('2026-06-30', 'Engineer'),
      dated('2026-09-30', 'Lead'),
    ]
    expect(inWords(follow([first, again, moved]))).toEqual(['p 2026-03-31 title=Engineer fte=1', 'p 2026-09-30 title=Lead'])
    expect(inWords(follow([first, dated('2026-03-31', 'Analyst'), again]))).toEqual([
      'p 2026-03-31 title=Analyst fte=1',
      'p 2026-06-30 title=Engineer',
    ])
    const hire = dated('2026-06-30', 'Engineer', { reason: 'hire' })
    expect(inWords(follow([first, hire]))).toHaveLength(2)
  })

  test('of an older day than the one before fills only what is not known', () => {
    const late = {
      on: '2026-04-08',
      rows: [person('p', { title: 'Trainee', location: 'Bern' })],
      mapping: { constants: { effective_date: '2025-12-31' } },
    }
    expect(follow([first, late]).people[0]).toMatchObject({ title: 'Engineer', location: 'Bern' })
  })

  test('is none for a manager who is named by e-mail now and by id before', () => {
    const boss = person('B', { email: 'Boss@x.example' })
    const files = ['B', 'boss@x.example'].map((manager, index) => ({ on: `2026-0${index + 1}-05`, rows: [boss, person('p', { manager })] }))
    expect(inWords(follow(files))).toEqual([])
  })
})

describe('people whom a whole list does not list', () => {
  const first = { on: '2026-01-05', rows: [person('p'), person('q')] }
  const second = { on: '2026-04-07', rows: [person('q')], mapping: LEFT }

  test('were there last on the day before the list', () => {
    expect(inWords(follow([first, second]))).toEqual(['p 2026-04-07 reason=exit'])
  })

  test('were there last on the day before the one that the list states', () => {
    const stated = { ...second, mapping: { ...LEFT, constants: { effective_date: '2026-03-31' } } }
    expect(inWords(follow([first, stated]))).toEqual(['p 2026-03-31 reason=exit'])
  })

  test('stay where the mapping keeps them or says nothing', () => {
    for (const mapping of [{}, { missingPeople: 'keep' }]) expect(inWords(follow([first, { ...second, mapping }]))).toEqual([])
  })

  test('are looked for in all files of the batch', () => {
    const others = { on: '2026-04-07', rows: [person('p')], batch: 7, mapping: LEFT }
    expect(inWords(follow([first, { ...second, batch: 7 }, others]))).toEqual([])
  })

  test.each([
    ['an end date', person('p', { terminationDate: dayOf('2026-02-01') })],
    ['an end date to come', person('p', { terminationDate: dayOf('2026-12-31') })],
    ['a status', person('p', { employmentStatus: 'Terminated' })],
    ['a first day to come', person('p', { hireDate: dayOf('2026-05-01') })],
  ])('do not leave once more where %s is known', (_, known) => {
    expect(inWords(follow([{ ...first, rows: [known, person('q')] }, second]))).toEqual([])
  })

  test('do not leave once more where the history tells of it', () => {
    const history = [event('p', '2026-03-01', { reason: 'exit' })]
    expect(inWords(follow([first, second, { on: '2026-06-01', history }]))).toEqual(['p 2026-03-01 reason=exit'])
  })

  test('leave again after a return', () => {
    const back = [event('p', '2025-03-01', { reason: 'exit' }), event('p', '2025-06-01', { reason: 'hire' })]
    expect(inWords(follow([first, { on: '2026-01-06', history: back }, second]))).toContain('p 2026-04-07 reason=exit')
    const rehired = person('p', { terminationDate: dayOf('2024-01-31'), hireDate: dayOf('2025-01-01') })
    expect(inWords(follow([{ ...first, rows: [rehired] }, second]))).toEqual(['p 2026-04-07 reason=exit'])
  })

  test('are hired again when they are listed again, and once only', () => {
    const files = [
      first,
      second,
      { on: '2026-07-01', rows: [person('q')], mapping: LEFT },
      { on: '2026-10-01', rows: [person('p'), person('q')] },
    ]
    expect(inWords(follow(files))).toEqual(['p 2026-04-07 reason=exit', 'p 2026-10-01 reason=hire'])
    const dated = { on: '2026-10-01', rows: [person('p', { hireDate: dayOf('2026-09-01') })] }
    expect(inWords(follow([first, second, dated]))).toEqual(['p 2026-04-07 reason=exit', 'p 2026-09-01 reason=hire'])
    const history = [event('p', '2026-09-15', { reason: 'hire' })]
    expect(inWords(follow([...files, { on: '2026-10-02', history }]))).toEqual(['p 2026-04-07 reason=exit', 'p 2026-09-15 reason=hire'])
  })

  test('never left where a file of the same day lists them, or a later one knows their end', () => {
    expect(inWords(follow([first, second, { on: '2026-04-07', rows: [person('p')] }]))).toEqual([])
    const ended = { on: '2026-07-01', rows: [person('p', { terminationDate: dayOf('2026-02-15') })] }
    expect(inWords(follow([first, second, ended]))).toEqual([])
  })

  test('have not left for a list of a day older than the one that lists them', () => {
    const older = { ...second, mapping: { ...LEFT, constants: { effective_date: '2025-12-31' } } }
    expect(inWords(follow([first, older]))).toEqual([])
  })
})

describe('people whose id changed', () => {
  const ann = (id: string, cells: Partial<PersonRow> = {}) => person(id, { email: 'Ann@x.example', ...cells })
  const ids = ({ people }: PeopleOverImports) => people.map(({ personId, aliases }) => [personId, ...aliases].join(' '))

  test('are the same by their e-mail, with rows, events and reports under the new id', () => {
    const first = { on: '2026-01-05', rows: [ann('A', { title: 'Engineer' }), person('r', { manager: 'A' })] }
    const events = {
      on: '2026-01-05',
      history: [event('A', '2025-01-01', { title: 'Trainee' }), event('r', '2025-01-01', { manager: 'A' })],
    }
    const second = { on: '2026-04-07', rows: [ann('B', { email: 'ann@X.example', level: 'L4' })], mapping: { ...SAME, ...LEFT } }
    const result = follow([first, events, second])
    expect(ids(result)).toEqual(['B A', 'r'])
    expect(result.people[0]).toMatchObject({ title: 'Engineer', level: 'L4' })
    expect(result.people[1]).toMatchObject({ manager: 'B' })
    expect(inWords(result)).toEqual(['B 2025-01-01 title=Trainee', 'r 2025-01-01 manager=B', 'r 2026-04-07 reason=exit'])
  })

  test('are others where the mapping says so or nothing', () => {
    for (const mapping of [{}, { changedIds: 'other' }])
      expect(
        ids(
          follow([
            { on: '2026-01-05', rows: [ann('A')] },
            { on: '2026-04-07', rows: [ann('B')], mapping },
          ]),
        ),
      ).toEqual(['A', 'B'])
  })

  test('have not left with the end of their old id', () => {
    const first = { on: '2026-01-05', rows: [ann('A', { terminationDate: dayOf('2026-03-31'), employmentStatus: 'Terminated' })] }
    const events = { on: '2026-01-05', history: [event('A', '2026-04-01', { reason: 'exit' })] }
    const result = follow([first, events, { on: '2026-04-07', rows: [ann('B')], mapping: SAME }])
    expect(result.people).toMatchObject([{ personId: 'B', terminationDate: null, employmentStatus: null }])
    expect(inWords(result)).toEqual([])
    const back = { on: '2026-04-08', history: [event('B', '2026-06-01', { reason: 'hire' })] }
    expect(inWords(follow([first, events, { on: '2026-04-07', rows: [ann('B')], mapping: SAME }, back]))).toHaveLength(2)
  })

  test('are followed through several changes and back', () => {
    const files = ['A', 'B', 'C', 'A'].map((id, index) => ({ on: `2026-0${index + 1}-05`, rows: [ann(id)], mapping: SAME }))
    expect(ids(follow(files.slice(0, 3)))).toEqual(['C A B'])
    expect(ids(follow(files))).toEqual(['A B C'])
    const late = { on: '2026-03-06', history: [event('A', '2026-02-01', { title: 'Lead' })] }
    expect(inWords(follow([...files.slice(0, 3), late]))).toEqual(['C 2026-02-01 title=Lead'])
  })

  test.each([
    ['the old id is still listed', [ann('A'), ann('B')]],
    ['several bear the e-mail now', [ann('B'), ann('C')]],
    ['the e-mail stands for nobody', [ann('B', { email: 'unknown@example.com' })]],
  ])('are not guessed where %s', (_, rows) => {
    const email = rows[0]!.email
    const result = follow([
      { on: '2026-01-05', rows: [person('A', { email })] },
      { on: '2026-04-07', rows, mapping: SAME },
    ])
    expect(result.changedIds).toEqual([])
  })

  test('are not guessed where both were listed side by side', () => {
    const both = { on: '2026-01-05', rows: [ann('A'), ann('B')] }
    expect(follow([both, { on: '2026-04-07', rows: [ann('B')], mapping: SAME }]).changedIds).toEqual([])
  })

  test('leave their old id to somebody else who gets it later', () => {
    const files = [
      { on: '2026-01-05', rows: [ann('A', { title: 'Engineer' })] },
      { on: '2026-02-05', rows: [ann('B')], mapping: SAME },
      { on: '2026-03-05', rows: [ann('B'), person('A', { email: 'new@x.example', title: 'Clerk' })], mapping: SAME },
    ]
    const result = follow(files)
    expect(result.people.map(({ personId, title, aliases }) => [personId, title, aliases])).toEqual([
      ['B', 'Engineer', []],
      ['A', 'Clerk', []],
    ])
    expect([result.currentId('A', 1), result.currentId('A', 3)]).toEqual(['B', 'A'])
  })
})

test('however the files of people are split into commands, the people are the same', () => {
  const cells = fc.record({
    title: fc.constantFrom(null, 'Engineer', 'Lead'),
    level: fc.constantFrom(null, 'L1', 'L2'),
    fte: fc.constantFrom(null, 0.5, 1),
    email: fc.constantFrom(null, 'a@x.example', 'b@x.example'),
  })
  const file = fc.uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), cells), { selector: ([id]) => id, minLength: 1 })
  const files = fc.array(fc.tuple(file, fc.integer({ min: 0, max: 40 }), fc.boolean()), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(files, given => {
      let day = dayOf('2026-01-05')
      const whole = given.map(([rows, days, isSplit], index) => {
        day += days
        return { on: isoDate(day), rows: rows.map(([id, values]) => person(id, values)), isSplit: isSplit || index === 0 }
      })
      let batch = 0
      const split = whole.map(({ isSplit, ...one }) => ({ ...one, batch: isSplit ? ++batch : batch }))
      const [one, other] = [follow(split), follow(whole.map(each => ({ ...each, batch: 1 })))]
      expect(one.people).toEqual(other.people)
      expect(inWords(one)).toEqual(inWords(other))
    }),
    { numRuns: 300 },
  )
})
