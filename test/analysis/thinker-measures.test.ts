import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceCountOf, chanceIndexOf } from '../../src/analysis/chance-count.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { differsEnough, roleBreadthsOf } from '../../src/analysis/role-breadth.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { systemSpanOf, systemWeeksOf } from '../../src/analysis/system-span.ts'
import { decidedOutcomesOf, tasteOf, wilsonLowerBound } from '../../src/analysis/taste.ts'
import type { PhaseRows } from '../../src/analysis/phase-items.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import { itemMeasures } from '../../src/analysis/thinker-blocks.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { ContributionInput } from './dataset-builder.ts'

const ALWAYS = { from: 0, to: 1e6 }
const EVERY_WEEK = { fromWeek: 0, toWeek: 1e6 }

describe('taste', () => {
  test('is the lower end of the Wilson interval', () => {
    // Newcombe 1998: 81 of 263 at z 1.96 is 0.2553 to 0.3662.
    expect(wilsonLowerBound(81, 263, 1.96)).toBeCloseTo(0.2553, 4)
    expect(wilsonLowerBound(1, 1, 1.64)).toBeCloseTo(0.271, 3)
    expect(wilsonLowerBound(10, 10, 1.64)).toBeCloseTo(0.788, 3)
    expect(wilsonLowerBound(0, 5, 1.64)).toBe(0)
  })

  test('counts decided outcomes of decisions, each once however many rows it has', () => {
    const decision = (at: string, outcome: ContributionInput['outcome'], artifact = 'plan') => ({
      person: 'ada',
      at,
      kind: 'design_decision',
      artifact,
      ...(outcome ? { outcome } : {}),
    })
    const dataset = buildDataset({
      people: [{ id: 'ada' }, { id: 'bob' }],
      contributions: [
        decision('2026-01-01T10:00', 'worked', 'a'),
        decision('2026-01-01T10:00', 'worked', 'b'),
        decision('2026-01-02', 'failed'),
        decision('2026-01-03', 'open'),
        decision('2026-01-04', undefined),
        { person: 'ada', at: '2026-01-05', kind: 'commit', outcome: 'shipped' },
        { person: 'bob', at: '2026-01-05', kind: 'design_decision', outcome: 'open' },
      ],
    })
    const outcomes = decidedOutcomesOf(dataset, groundOf(dataset, DEFAULT_SETTINGS).pieces)
    expect(tasteOf(outcomes, 0, ALWAYS, 1.64)).toBeCloseTo(wilsonLowerBound(1, 2, 1.64), 12)
    expect(tasteOf(outcomes, 0, { from: 0, to: dayOf('2026-01-01') }, 1.64)).toBeCloseTo(wilsonLowerBound(1, 1, 1.64), 12)
    expect(tasteOf(outcomes, 1, ALWAYS, 1.64)).toBe(NaN)
  })

  test('more of the same success is never worth less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), (worked, failed) => {
        if (worked + failed > 0)
          expect(wilsonLowerBound(worked + 1, worked + failed + 1, 1.64)).toBeGreaterThanOrEqual(
            wilsonLowerBound(worked, worked + failed, 1.64),
          )
      }),
    )
  })
})

test('phase span is weighted by effort: hands lent to many items do not hide the whole ones', () => {
  const whole = { entropy: Math.log(4), share: 1, effort: 40 }
  const lent = Array.from({ length: 10 }, () => ({ entropy: 0, share: 0.1, effort: 10 }))
  const all = [whole, ...lent]
  const items = {
    offsets: Uint32Array.of(0, all.length),
    item: Int32Array.from(all.keys()),
    group: Int32Array.from(all.keys()),
    phaseEntropy: Float64Array.from(all, ({ entropy }) => entropy),
    endToEnd: new Uint8Array(all.length),
    share: Float64Array.from(all, ({ share }) => share),
  }
  const none = new Uint32Array()
  const phaseRows: PhaseRows = {
    rows: none,
    starts: none,
    person: new Int32Array(),
    item: new Int32Array(),
    phaseOfKind: new Int8Array(),
    handoffs: new Int16Array(),
    handoffsAreCounted: false,
    itemEffort: Float64Array.from(all, ({ effort }) => effort),
    itemStart: new Float64Array(all.length),
  }
  const sources = { residuals: new Float64Array(all.length).fill(NaN), phaseRows }
  const { phaseSpan } = itemMeasures(items, sources, [...all.keys()], 52, DEFAULT_ROUTE_SETTINGS)
  expect(phaseSpan).toBeCloseTo((40 / 50) * Math.log(4), 12)
})

test('system span is the effective number of systems and of the units that own them, hands-on work alone', () => {
  const work = (component: string, hours: number, kind = 'commit'): ContributionInput => ({
    person: 'ada',
    at: '2026-01-05',
    component,
    hours,
    kind,
  })
  const dataset = buildDataset({
    people: [{ id: 'ada' }],
    contributions: [
      work('a', 4),
      work('b', 4),
      work('c', 4),
      work('c', 0.5, 'review'),
      work('d', 50, 'planning'),
      { person: 'ada', at: '2026-01-06', kind: 'commit', hours: 9 },
    ],
    components: [
      { name: 'a', ownerUnit: 'north' },
      { name: 'b', ownerUnit: 'north' },
      { name: 'c', ownerUnit: null },
      { name: 'd', ownerUnit: 'south' },
    ],
  })
  const weeks = systemWeeksOf(dataset, groundOf(dataset, DEFAULT_SETTINGS).effort)
  const span = systemSpanOf(weeks, 0, EVERY_WEEK)
  const shares = [4 / 12.5, 4 / 12.5, 4.5 / 12.5]
  expect(span.systems).toBeCloseTo(Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0)), 9)
  expect(span.units).toBeCloseTo(1, 12)
  expect(systemSpanOf(weeks, 0, { fromWeek: 0, toWeek: 1 })).toEqual({ systems: NaN, units: NaN })
  // The room for sums is left as it was found, so that no span hangs on whose was asked before.
  expect(systemSpanOf(weeks, 0, EVERY_WEEK)).toEqual(span)
})

describe('role breadth', () => {
  const event = (personId: string, effectiveDate: string, title: string | null) => ({ personId, effectiveDate, title })
  const dataset = buildDataset({
    people: [{ id: 'ada', title: 'Engineering Manager' }, { id: 'bob', title: 'Senior Software Engineer' }, { id: 'cyd' }],
    history: [
      event('ada', '2018-01-01', 'Test Engineer'),
      event('ada', '2019-01-01', 'Support Analyst'),
      event('ada', '2020-01-01', 'Software Engineer'),
      event('ada', '2021-01-01', 'Staff Software Engineer'),
      event('ada', '2025-01-01', 'Engineering Manager'),
      event('bob', '2020-01-01', 'Junior Developer'),
      event('cyd', '2020-01-01', null),
    ],
    asOf: '2026-07-01',
  })

  test('counts trades: seniority and managing are none', () => {
    expect([...roleBreadthsOf(dataset, dataset.asOf)]).toEqual([3, 1, NaN])
  })

  test('counts what was held by a day', () => {
    expect([...roleBreadthsOf(dataset, dayOf('2019-06-01'))]).toEqual([2, NaN, NaN])
  })

  test('is used only where it differs for a fifth', () => {
    expect(differsEnough([1, 1, 1, 1, 2], 0.2)).toBe(true)
    expect(differsEnough([1, 1, 1, 1, 1, 2], 0.2)).toBe(false)
    expect(differsEnough([NaN, NaN], 0.2)).toBe(false)
  })
})

describe('the chance count', () => {
  const even = Float64Array.from({ length: 100 }, (_, rank) => (rank + 0.5) / 100)

  test('of one block is the number of people at or above the index', () => {
    const chance = chanceIndexOf([even], 100, 100_000)
    expect(chanceCountOf(chance, 0.945)).toBeCloseTo(6, 0)
    expect(chanceCountOf(chance, 0)).toBe(100)
    expect(chanceCountOf(chance, 1)).toBe(0)
  })

  test('of two independent blocks falls with the square of what is left', () => {
    // Mean of two uniforms above 0.9: 0.2 ^ 2 / 2 of 100 people.
    expect(chanceCountOf(chanceIndexOf([even, even], 100, 100_000), 0.9)).toBeCloseTo(2, 0)
  })

  test('is the same each time, and never grows with the index', () => {
    const chance = chanceIndexOf([even, even, even], 100, 10_000)
    expect(chanceIndexOf([even, even, even], 100, 10_000)).toEqual(chance)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        expect(chanceCountOf(chance, Math.max(a, b))).toBeLessThanOrEqual(chanceCountOf(chance, Math.min(a, b)))
      }),
    )
  })
})
