import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { absenceFactor, effectiveContributors } from '../../src/analysis/ownership.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { buildDataset } from './dataset-builder.ts'
import type { DatasetInput } from './dataset-builder.ts'

const component = (input: DatasetInput) => analyse(buildDataset({ asOf: '2024-12-31', ...input }), DEFAULT_SETTINGS).components[0]!

describe('absence factor', () => {
  test('is the fewest people with half of the contributions', () => {
    expect(absenceFactor([1000, 202, 90, 33, 332, 343, 42, 433])).toBe(2)
    expect(absenceFactor([5, 5])).toBe(1)
    expect(absenceFactor([1, 1, 1])).toBe(2)
    expect(absenceFactor([])).toBeNull()
  })

  test('counts pieces of work, not the files of a commit', () => {
    const bulk = Array.from({ length: 30 }, (_, index) => ({ person: 'ada', at: '2024-05-01T10:00:00Z', artifact: `f${index}` }))
    const small = ['bob', 'cyd', 'dan'].map((person, index) => ({ person, at: `2024-05-0${index + 2}`, artifact: 'a' }))
    expect(component({ contributions: [...bulk, ...small] }).absenceFactor).toBe(2)
  })
})

describe('effective contributors', () => {
  test('are 1 over the sum of squared shares', () => {
    expect(effectiveContributors([1, 1, 1, 1])).toBe(4)
    expect(effectiveContributors([3, 1])).toBeCloseTo(1.6, 12)
    expect(effectiveContributors([0, 0])).toBeNull()
  })

  test('are counted over the last two years', () => {
    const rows = [
      { person: 'ada', at: '2024-05-01', artifact: 'a', hours: 3 },
      { person: 'bob', at: '2023-05-01', artifact: 'a', hours: 3 },
      { person: 'cyd', at: '2019-05-01', artifact: 'a', hours: 300 },
    ]
    expect(component({ contributions: rows })).toMatchObject({ effortBasis: 'recent', effectiveContributors: 2, contributors: 2 })
  })

  test('fall back to the whole history, and say so, where nothing happened in two years', () => {
    const rows = [{ person: 'ada', at: '2019-05-01', artifact: 'a' }]
    expect(component({ contributions: rows })).toMatchObject({ effortBasis: 'whole_history', effectiveContributors: 1, contributors: 1 })
  })

  test('do not count reviews, decisions, or work on what is out of scope', () => {
    const rows = [
      { person: 'ada', at: '2024-05-01', artifact: 'a', hours: 3 },
      { person: 'bob', at: '2024-05-02', artifact: 'a', kind: 'review', hours: 30 },
      { person: 'cyd', at: '2024-05-03', artifact: 'vendored', hours: 30 },
      { person: 'dan', at: '2024-05-03', component: 'system', hours: 3 },
    ]
    expect(component({ contributions: rows, artifacts: [{ component: 'system', artifact: 'a' }] })).toMatchObject({
      contributors: 2,
      effectiveContributors: 2,
    })
  })
})
