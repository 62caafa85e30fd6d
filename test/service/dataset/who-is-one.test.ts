import { describe, expect, test } from 'vitest'
import type { JobEventRow } from '../../../src/domain/job-event.ts'
import { isEmployedOn } from '../../../src/domain/person.ts'
import { restlessPeople } from '../../../src/service/dataset/restless-contributors.ts'
import { person } from '../../store/workspace-fixture.ts'
import { assembled, IMPORTED_ON, inWords } from './dataset-fixture.ts'

const event = (personId: string, effectiveDate: number, cells: Partial<JobEventRow>): JobEventRow => ({
  personId,
  effectiveDate,
  title: null,
  level: null,
  levelRank: null,
  track: null,
  manager: null,
  orgUnit: null,
  fte: null,
  reason: null,
  ...cells,
})

describe('two ids of the people file that are one person on somebody’s word', () => {
  const people = [
    person('A', { name: 'Ann Lee', email: 'ann@old.example', title: 'Engineer', terminationDate: 20_500, employmentStatus: 'Terminated' }),
    person('B', { name: 'Ann Lee', email: 'ann@new.example', level: 'L4', aliases: ['alee'] }),
    person('C', { manager: 'A' }),
  ]
  const history = [event('A', 19_000, { reason: 'hire', title: 'Trainee' }), event('A', 20_501, { reason: 'exit' })]
  const lastListed = new Map([
    ['A', 1],
    ['B', 2],
    ['C', 2],
  ])
  const merged = () =>
    assembled({
      rows: { people, history, lastListed },
      contributions: [[{ person: 'A' }, { person: 'ann@old.example' }, { person: 'alee' }, { person: 'C', participants: ['A', 'B'] }]],
      said: { merges: [['A', 'B']] },
    })

  test('are under the id that was listed last, with the work, the reports and the history of both', async () => {
    const { dataset } = await merged()
    expect(dataset.people.map(({ id, title, level, managerId }) => [id, title, level, managerId])).toEqual([
      ['B', 'Engineer', 'L4', null],
      ['C', null, null, 'B'],
    ])
    expect(inWords(dataset).map(words => words.person)).toEqual(['B', 'B', 'B', 'C'])
    expect(inWords(dataset).find(words => words.person === 'C')!.participants).toEqual(['B'])
    expect(dataset.history.map(({ personId, reason }) => [personId, reason])).toEqual([['B', 'hire']])
  })

  test('have not left with the id that ended', async () => {
    const [ann] = (await merged()).dataset.people
    expect([isEmployedOn(ann!, IMPORTED_ON), ann!.terminationDate, ann!.hireDate]).toEqual([true, null, 19_000])
  })

  test('leave with an exit that a hire follows in their history', async () => {
    const back = [...history, event('B', 20_800, { reason: 'hire' })]
    const { dataset } = await assembled({ rows: { people, history: back, lastListed }, said: { merges: [['B', 'A']] } })
    expect(dataset.history.map(({ reason }) => reason)).toEqual(['hire', 'exit', 'hire'])
    expect(isEmployedOn(dataset.people[0]!, IMPORTED_ON)).toBe(true)
  })
})

describe('who left and came back', () => {
  const foldedOf = async (cells: Parameters<typeof person>[1], ...history: JobEventRow[]) =>
    (await assembled({ rows: { people: [person('A', cells)], history } })).dataset.people[0]!

  test('was hired before the return, whenever that was', async () => {
    const back = await foldedOf({}, event('A', 20_000, { reason: 'exit' }), event('A', 20_400, { reason: 'hire' }))
    expect([back.hireDate, back.terminationDate]).toEqual([null, null])
  })

  test('is gone with the exit of the later spell', async () => {
    const gone = await foldedOf({ hireDate: 20_000, terminationDate: 19_000 }, event('A', 20_500, { reason: 'exit' }))
    expect(gone.terminationDate).toBe(20_499)
    expect(isEmployedOn(gone, IMPORTED_ON)).toBe(false)
    const here = await foldedOf({ hireDate: 20_000, terminationDate: 19_000 }, event('A', 19_001, { reason: 'exit' }))
    expect(isEmployedOn(here, IMPORTED_ON)).toBe(true)
  })
})

describe('who works as nobody can', () => {
  const signsOf = (moments: readonly number[]) => restlessPeople(moments.length, () => 0, Float64Array.from(moments))
  const hours = (days: number, perDay: number) =>
    Array.from({ length: days * perDay }, (_, index) => (Math.floor(index / perDay) * 24 + (index % perDay)) * 3600)

  test('shows by work at all hours on seven days', () => {
    expect([...signsOf(hours(7, 24)).values()]).toEqual([
      'works at every hour of the day on 7 days; counts as a person until somebody decides',
    ])
    expect(signsOf(hours(6, 24)).size).toBe(0)
    expect(signsOf(hours(40, 23)).size).toBe(0)
  })

  test('shows by over a thousand moments on ten days, which one change of many files is not', () => {
    const busy = (days: number, step: number) =>
      Array.from({ length: days * 1000 }, (_, index) => Math.floor(index / 1000) * 86_400 + (index % 1000) * step)
    expect([...signsOf(busy(10, 20)).values()]).toEqual([
      'works at over 1,000 moments a day on 10 days; counts as a person until somebody decides',
    ])
    expect(signsOf(busy(9, 20)).size).toBe(0)
    expect(signsOf(busy(10, 0)).size).toBe(0)
  })

  test('does not show in rows that bear a day only, nor in whom nobody looks at', () => {
    expect(signsOf(Array.from({ length: 5000 }, (_, index) => (index % 100) * 86_400)).size).toBe(0)
    expect(restlessPeople(168, () => -1, Float64Array.from(hours(7, 24))).size).toBe(0)
  })
})
