import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_ENABLER_TRAP_SETTINGS } from '../../src/analysis/enabler-trap-settings.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { withoutGroupBias } from '../../src/analysis/group-bias.ts'
import { recognitionOf } from '../../src/analysis/recognition.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { daysInLevel } from '../../src/analysis/time-in-level.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { HistoryInput, PersonInput } from './dataset-builder.ts'
import { weekly } from './trap-datasets.ts'

const ids = Array.from({ length: 12 }, (_, index) => `p${String(index).padStart(2, '0')}`)
const asOf = '2024-12-31'

function recognition(people: readonly PersonInput[], history: readonly HistoryInput[] = []) {
  const contributions = people.flatMap(person => weekly(person.id, { hours: 5 }))
  const dataset = buildDataset({ asOf, people: people.map(person => ({ roleFamily: 'engineering', ...person })), history, contributions })
  return recognitionOf(dataset, groundOf(dataset, DEFAULT_SETTINGS), DEFAULT_ENABLER_TRAP_SETTINGS)
}

describe('recognition', () => {
  test('is the mean of what is known, and unknown with fewer than two inputs', () => {
    const people = ids.map((id, index) => ({ id, performanceRating: index, ratingMax: 20, compRatio: 1 - index / 100 }))
    const { recognition: values, known, mostAtOrBelow } = recognition(people)
    // The best rated of twelve at 11.5 / 12, and the worst paid at 0.5 / 12.
    expect(values[11]).toBeCloseTo(0.5)
    expect([known[11], mostAtOrBelow[11]]).toEqual([2, 11.5 / 12])
    const unpaid = people.map(person => ({ ...person, compRatio: null }))
    expect(recognition(unpaid).recognition[11]).toBeNaN()
  })

  test('places ratings within their own scale', () => {
    const ofFive = ids.slice(0, 6).map((id, index) => ({ id, performanceRating: [3, 4, 4, 4, 5, 5][index]!, ratingMax: 5 }))
    const ofFour = ids.slice(6).map((id, index) => ({ id, performanceRating: [1, 2, 2, 3, 3, 4][index]!, ratingMax: 4 }))
    const { standings } = recognition([...ofFive, ...ofFour])
    expect(standings.rating[0]!.percentile).toBe(standings.rating[6]!.percentile)
    expect(standings.rating[11]!.percentile).toBeGreaterThan(standings.rating[4]!.percentile)
  })
})

describe('time in level', () => {
  const days = (history: HistoryInput[], people: PersonInput[] = [{ id: 'ada', hireDate: '2019-01-01' }, { id: 'bob' }], share = 0.5) =>
    daysInLevel(buildDataset({ asOf, people, history }), share)[0]
  const since = (iso: string) => dayOf(asOf) - dayOf(iso)
  const event = (effectiveDate: string, more: Partial<HistoryInput>) => ({ personId: 'ada', effectiveDate, ...more })

  test('runs from the last change of level or promotion', () => {
    const hire = event('2019-01-01', { levelRank: 2, reason: 'hire' })
    expect(days([hire, event('2022-04-01', { levelRank: 3 }), event('2023-05-01', { levelRank: 3, reason: 'transfer' })])).toBe(
      since('2022-04-01'),
    )
    expect(days([hire, event('2023-10-01', { reason: 'promotion' })])).toBe(since('2023-10-01'))
    expect(days([hire])).toBe(since('2019-01-01'))
  })

  test('begins anew when somebody comes back, and ignores what is planned', () => {
    const history = [
      event('2015-01-01', { level: 'L2', reason: 'hire' }),
      event('2018-01-01', { reason: 'exit' }),
      event('2023-02-01', { level: 'L3', reason: 'hire' }),
    ]
    expect(days([...history, event('2025-03-01', { level: 'L4', reason: 'promotion' })], [{ id: 'ada', hireDate: '2023-02-01' }])).toBe(
      since('2023-02-01'),
    )
  })

  test('is unknown without events that tell of levels, and from a hire where records begin later', () => {
    expect(days([])).toBeNaN()
    expect(days([event('2022-01-01', { orgUnit: 'core', reason: 'transfer' })])).toBeNaN()
    expect(days([event('2023-06-01', { levelRank: 3 })])).toBe(since('2019-01-01'))
  })

  test('says nothing of a date that half of all levels begin on', () => {
    const people = ids.map(id => ({ id, hireDate: '2019-01-01' }))
    const stamped = ids.slice(0, 8).map(personId => ({ personId, effectiveDate: '2023-01-01', levelRank: 3, reason: 'promotion' }))
    const own = ids
      .slice(8)
      .map((personId, index) => ({ personId, effectiveDate: `2022-0${1 + index}-01`, levelRank: 3, reason: 'promotion' }))
    const values = daysInLevel(buildDataset({ asOf, people, history: [...stamped, ...own] }), 0.5)
    expect(Number.isNaN(values[0])).toBe(true)
    expect(values[8]).toBe(since('2022-01-01'))
  })
})

describe('what a group does to a value', () => {
  const groups = Int32Array.from([0, 0, 0, 0, 1, 1, 1, 1])

  test('is taken off where groups clearly differ', () => {
    const values = Float64Array.from([1, 2, 2, 3, 4, 5, 5, 6])
    const adjusted = withoutGroupBias(values, groups, 0.1)
    expect(adjusted[3]).toBeGreaterThan(adjusted[4]!)
    // Between groups 13/3, within 2/3: of the mean of the three others, 13/3 / (13/3 + 2/9) is believed. 7/3 is 7/6 under 3.5.
    expect(adjusted[0]).toBeCloseTo(1 + (7 / 6) * (39 / 41), 12)
    expect(adjusted[7]).toBeCloseTo(6 - (7 / 6) * (39 / 41), 12)
  })

  test('stays where groups are alike, where there are none, and where values are unknown', () => {
    const alike = Float64Array.from([1, 2, 3, 4, 4, 3, 2, 1])
    expect(withoutGroupBias(alike, groups, 0.1)).toBe(alike)
    const nowhere = withoutGroupBias(
      alike,
      groups.map(() => -1),
      0.1,
    )
    expect(nowhere).toBe(alike)
    const gaps = withoutGroupBias(Float64Array.from([1, NaN, 2, 3, 7, 8, NaN, 9]), groups, 0.1)
    expect([Number.isNaN(gaps[1]!), Number.isNaN(gaps[6]!), Number.isNaN(gaps[0]!)]).toEqual([true, true, false])
  })

  test('moves with every value by the same amount', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 1, max: 50 }),
        (ratings, more) => {
          const plain = withoutGroupBias(Float64Array.from(ratings), groups, 0.1)
          const moved = withoutGroupBias(
            Float64Array.from(ratings, rating => rating + more),
            groups,
            0.1,
          )
          for (const [index, value] of moved.entries()) expect(value).toBeCloseTo(plain[index]! + more, 9)
        },
      ),
      { numRuns: 60 },
    )
  })
})
