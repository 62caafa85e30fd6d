import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandOf, isMet, survivesMovedThresholds, weakerBand } from '../../src/analysis/band.ts'
import type { Gate } from '../../src/analysis/band.ts'
import { seededRandom } from '../../src/analysis/seeded-random.ts'
import { drawWeeks, drawnSums, personWeeksOf, steadinessOf } from '../../src/analysis/week-resampling.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'

describe('seeded randomness', () => {
  const numbers = (seed: number, stream?: number) => {
    const random = seededRandom(seed, stream)
    return Array.from({ length: 5 }, () => random.below(1000))
  }

  test('is the same for a seed, and another for another seed or stream', () => {
    expect(numbers(1)).toEqual(numbers(1))
    expect(new Set([numbers(1), numbers(2), numbers(1, 1), numbers(1, 2)].map(String)).size).toBe(4)
  })

  test('is even', () => {
    const random = seededRandom(7)
    const counts = new Float64Array(10)
    for (let draw = 0; draw < 100_000; draw++) counts[random.below(10)]!++
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
})

test('a tally is as many single draws, and whatever is drawn next is the same', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.nat(),
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }),
      (seed, stream, counts) => {
        const [single, together] = [seededRandom(seed, stream), seededRandom(seed, stream)]
        for (const count of counts) {
          const [expected, tallied] = [new Uint16Array(count + 2), new Uint16Array(count + 2)]
          for (let draw = 0; draw < count; draw++) expected[2 + single.below(count)]!++
          together.tally(count, tallied, 2)
          expect(tallied).toEqual(expected)
        }
        expect(together.unit()).toBe(single.unit())
      },
    ),
  )
})

describe('weeks of people', () => {
  const dataset = buildDataset({
    contributions: [
      { person: 'ada', at: '2024-12-30' },
      { person: 'ada', at: '2024-12-31' },
      { person: 'ada', at: '2024-03-04' },
      { person: 'bob', at: '2023-05-01' },
      { person: 'cyd', at: '2024-06-03' },
    ],
    meetings: [{ person: 'cyd', week: '2024-07-01', meetingHours: 3 }],
  })
  const weeks = personWeeksOf(dataset, { from: dayOf('2024-01-01'), to: dayOf('2024-12-31') })

  test('are those with a record in the period, once each', () => {
    expect([...weeks.offsets]).toEqual([0, 2, 2, 4])
    expect([...weeks.person]).toEqual([0, 0, 2, 2])
    expect(weeks.entryOf(0, weeks.week[1]!)).toBe(1)
    expect(weeks.entryOf(1, weeks.week[1]!)).toBe(-1)
    expect(weeks.entryOf(0, 5)).toBe(-1)
  })

  test('are drawn with replacement, as many of each person as there are', () => {
    const times = new Uint16Array(4)
    const sums = new Float64Array(3)
    for (let draw = 0; draw < 20; draw++) {
      drawWeeks(weeks.offsets, seededRandom(3, draw), times)
      expect(times[0]! + times[1]!).toBe(2)
      expect([...drawnSums(weeks.offsets, [1, 10, 100, 1000], times, sums)]).toEqual([
        times[0]! + 10 * times[1]!,
        0,
        100 * times[2]! + 1000 * times[3]!,
      ])
    }
  })

  test('steadiness is the share of draws in which a flag is raised', () => {
    const ofFirstWeek = steadinessOf(3, weeks.offsets, times => new Set([0, ...(times[2]! > 0 ? [2] : [])]))
    expect([ofFirstWeek[0], ofFirstWeek[1]]).toEqual([1, 0])
    // A week out of two is in three of four draws.
    expect(Math.abs(ofFirstWeek[2]! - 0.75)).toBeLessThan(0.1)
  })
})

describe('bands', () => {
  const gate = (value: number, threshold: number, asks: Gate['asks'] = 'at_least'): Gate => ({ measure: 'm', value, threshold, asks })
  const band = (gates: Gate[], isLikely: boolean, isStrong: boolean, isRaised = false) => bandOf({ gates, isLikely, isStrong, isRaised })

  test('need every gate; unknown values meet none', () => {
    expect(band([gate(1, 0.5), gate(0.4, 0.5)], true, true)).toBeNull()
    expect(band([gate(NaN, 0.5)], true, true)).toBeNull()
    expect(isMet(gate(2 / 3, 2 / 3, 'at_most'))).toBe(true)
    expect([isMet(gate(0.5, 0.5, 'under')), isMet(gate(0.5, 0.5, 'over')), isMet(gate(0.49, 0.5, 'under'))]).toEqual([false, false, true])
  })

  test('climb from watch to strong, a step more when raised', () => {
    const gates = [gate(1, 0.5)]
    expect([band(gates, false, false), band(gates, true, false), band(gates, true, true)]).toEqual(['watch', 'likely', 'strong'])
    expect([band(gates, false, false, true), band(gates, true, false, true), band(gates, true, true, true)]).toEqual([
      'likely',
      'strong',
      'strong',
    ])
  })

  test('are not strong where a threshold moved by a tenth ends the flag', () => {
    expect([survivesMovedThresholds([gate(0.55, 0.5)]), survivesMovedThresholds([gate(0.54, 0.5)])]).toEqual([true, false])
    expect([band([gate(0.54, 0.5)], true, true), band([gate(0.46, 0.5, 'under')], true, true)]).toEqual(['likely', 'likely'])
    expect(weakerBand('strong', 'watch')).toBe('watch')
  })
})
