import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { ranksWithinFamily } from '../../src/analysis/level-order.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { isoDate } from '../../src/domain/calendar.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { DatasetInput, PersonInput } from './dataset-builder.ts'
import { datasetArbitrary } from './random-dataset.ts'

const WEEKS = 10
const START = dayOf('2024-03-04')

function workingPeople(people: readonly (PersonInput & { readonly hours: number })[]): DatasetInput {
  return {
    asOf: '2024-12-31',
    people: people.map(({ id, roleFamily = null, level = null, fte = null }) => ({ id, roleFamily, level, fte })),
    contributions: people.flatMap(({ id, hours }) =>
      Array.from({ length: WEEKS }, (_, week) => ({ person: id, at: isoDate(START + 7 * week), hours })),
    ),
  }
}

const peopleOf = (input: DatasetInput) => analyse(buildDataset(input), DEFAULT_SETTINGS).people
const numbered = (count: number, make: (index: number) => Partial<PersonInput> & { readonly hours: number }) =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index + 10}`, ...make(index) }))

describe('pace', () => {
  test('is hours per active week at full time', () => {
    const [ada, bob] = peopleOf(
      workingPeople([
        { id: 'ada', hours: 8 },
        { id: 'bob', hours: 8, fte: 0.5 },
      ]),
    )
    expect([ada?.pace?.value, bob?.pace?.value]).toEqual([8, 16])
  })

  test('is not there, rather than low, for those seen in too few weeks', () => {
    const [ada] = peopleOf({ contributions: [{ person: 'ada', at: '2024-05-06', hours: 1 }] })
    expect(ada).toMatchObject({ observed: false, observedWeeks: 1, pace: null, buildPace: null })
  })

  test('stands at the mid-rank of its cohort, and is shown shrunk by n / (n + 4)', () => {
    const people = peopleOf(
      workingPeople(numbered(8, index => ({ hours: index < 2 ? 4 : 4 + index, roleFamily: 'engineering', level: 'L3' }))),
    )
    expect(people[0]?.pace).toEqual({ value: 4, percentile: 1 / 8, shown: 0.5 + ((1 / 8 - 0.5) * 8) / 12, cohort: 'level', n: 8 })
    expect(people[7]?.pace?.percentile).toBe(7.5 / 8)
  })
})

describe('cohorts', () => {
  const levels = ['L1', 'L2', 'L9', 'L10']

  test('are the same role family and neighbouring levels, where those are eight', () => {
    const people = peopleOf(workingPeople(numbered(16, index => ({ hours: 4, roleFamily: 'engineering', level: levels[index % 4]! }))))
    expect(people.map(({ pace }) => [pace?.cohort, pace?.n])).toEqual(
      Array.from({ length: 16 }, (_, index) => ['level', index % 4 === 0 || index % 4 === 3 ? 8 : 12]),
    )
  })

  test('widen to the role family, then to everybody, while they are under eight', () => {
    const engineers = numbered(8, index => ({ hours: 4, roleFamily: 'engineering', level: levels[index % 4]! }))
    const designer = { id: 'z', hours: 4, roleFamily: 'design', level: 'L1' }
    const people = peopleOf(workingPeople([...engineers, designer]))
    expect(people.map(({ pace }) => `${pace?.cohort} ${pace?.n}`)).toEqual([...engineers.map(() => 'role_family 8'), 'all 9'])
  })

  test('order levels by rank where there is one, else by label with numbers read as numbers', () => {
    const person = (level: string, levelRank: number | null = null) => ({ roleFamily: 'engineering', level, levelRank })
    expect([...ranksWithinFamily(['L10', 'L9', 'L2'].map(level => person(level)))]).toEqual([2, 1, 0])
    expect([...ranksWithinFamily([person('Lead', 30), person('Junior', 10), person('Senior', 20), person('Senior')])]).toEqual([2, 0, 1, 1])
  })
})

test('scaling the volume of everybody changes no percentile', () => {
  fc.assert(
    fc.property(datasetArbitrary, fc.constantFrom(0.5, 2, 4), (input, scale) => {
      const scaled = (factor: number) => {
        const contributions = input.contributions.map(row => ({ ...row, hours: (row.hours ?? 1) * factor }))
        const settings = { ...DEFAULT_SETTINGS, minimumActiveWeeks: 1, cohortMinimum: 2 }
        return analyse(buildDataset({ ...input, meetings: [], contributions }), settings).people.map(({ pace, buildPace }) => [
          pace?.percentile,
          buildPace?.percentile,
        ])
      }
      expect(scaled(scale)).toEqual(scaled(1))
    }),
    { numRuns: 60 },
  )
})
