import { describe, expect, test } from 'vitest'
import { groundOf } from '../../src/analysis/ground.ts'
import { liftsOf } from '../../src/analysis/lift.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput } from './dataset-builder.ts'

const ADOPTERS = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5']
const OTHERS = ['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6']
const MONTHS = Array.from({ length: 24 }, (_, month) => month)
const dayIn = (month: number) => `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`

/** Everybody builds a day a month; adopters use the guide from month 12 on. */
function lift(hoursOf: (person: string, month: number) => number, uses = ADOPTERS) {
  const guide = { person: 'zoe', at: '2023-01-01', kind: 'documentation', artifact: 'guide' }
  const rows = [...ADOPTERS, ...OTHERS].flatMap(person =>
    MONTHS.map((month): ContributionInput => ({
      person,
      at: dayIn(month),
      artifact: `${person}'s`,
      hours: hoursOf(person, month),
      ...(month >= 12 && uses.includes(person) ? { uses: ['guide'] } : {}),
    })),
  )
  const people = [...ADOPTERS, ...OTHERS, 'zoe'].map(id => ({ id, roleFamily: 'engineering' }))
  const dataset = buildDataset({ asOf: '2024-12-31', people, contributions: [guide, ...rows] })
  const author = dataset.people.findIndex(person => (person.id as string) === 'zoe')
  return liftsOf(dataset, groundOf(dataset, DEFAULT_SETTINGS), [author]).get(author)!
}
const isAdopter = (person: string) => ADOPTERS.includes(person)

describe('lift', () => {
  test('is what adopters gained beyond what comparable people gained in the same months', () => {
    // Everybody goes from 10 to 12 hours; adopters by 4 more, each a little otherwise.
    const found = lift((person, month) => (month < 12 ? 10 : 12 + (isAdopter(person) ? 4 + Number(person[1]) / 10 - 0.25 : 0)))
    expect(found).toMatchObject({ adopters: 6, parallelTrends: true })
    expect(found!.hoursPerMonth).toBeCloseTo(4, 5)
    // Standard deviation of six steps of 0.1 is 0.187; t for 5 degrees of freedom is 2.571.
    expect(found!.high - found!.hoursPerMonth).toBeCloseTo((2.571 * 0.18708) / Math.sqrt(6), 3)
  })

  test('is none where everybody gains alike', () => {
    expect(lift((_, month) => (month < 12 ? 10 : 20))!.hoursPerMonth).toBeCloseTo(0, 9)
  })

  test('says where adopters were on another way before', () => {
    expect(lift((person, month) => 10 + (isAdopter(person) ? month + Number(person[1]) / 10 : 0))!.parallelTrends).toBe(false)
  })

  test('is unknown with too few adopters, or nobody to compare them with', () => {
    expect(lift(() => 10, ADOPTERS.slice(0, 4))).toBeNull()
    expect(lift(() => 10, [...ADOPTERS, ...OTHERS])).toBeNull()
  })
})
