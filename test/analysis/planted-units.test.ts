/** Units planted with a truth: what binds them is told where it can be, and never told wrong. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { UnitBound } from '../../src/analysis/unit-bound.ts'
import { organisationIn } from './organisation-of.ts'
import { plantedUnits } from './planted-units.ts'
import type { PlantedUnit, UnitHabit } from './planted-units.ts'

const SEEDS = [1, 2, 3, 4]
const HABITS: readonly UnitHabit[] = ['compute', 'communication', 'steady', 'noise', 'contradictory']

let found: readonly { readonly habit: UnitHabit; readonly bound: UnitBound }[]

beforeAll(() => {
  const units = HABITS.flatMap(habit => [8, 14].map(people => ({ name: `${habit} of ${people}`, habit, people })))
  found = SEEDS.flatMap(seed => {
    const { of } = organisationIn(plantedUnits(seed, units))
    return units.map(({ name, habit }) => ({ habit, bound: of(name).bound! }))
  })
}, 60_000)

const ofHabit = (habit: UnitHabit) => found.filter(one => one.habit === habit).map(({ bound }) => bound)
const verdicts = (habit: UnitHabit) => ofHabit(habit).map(({ verdict }) => verdict)

describe('planted units', () => {
  test('bound by communication or by how many work on it are told apart, and never taken for one another', () => {
    for (const habit of ['communication', 'compute'] as const) {
      expect(verdicts(habit).filter(verdict => verdict === habit).length).toBeGreaterThanOrEqual(0.75 * ofHabit(habit).length)
      expect(verdicts(habit).filter(verdict => verdict !== habit && verdict !== 'undecided')).toEqual([])
    }
  })

  test('that nothing was planted in stay undecided, with what speaks for either side or is missing', () => {
    for (const habit of ['steady', 'noise', 'contradictory'] as const) {
      expect(new Set(verdicts(habit))).toEqual(new Set(['undecided']))
      for (const { evidence, against, missing } of ofHabit(habit))
        expect([...evidence, ...against, ...missing].length).toBeGreaterThanOrEqual(3)
    }
    for (const { missing } of ofHabit('steady')) expect(missing.join(' ')).toContain('nothing shows what more people would bring')
    for (const { evidence } of ofHabit('contradictory')) expect(evidence.join(' ')).toContain('until the next person took it up')
  })

  test('name their figures in the evidence', () => {
    for (const bound of ofHabit('communication').filter(({ verdict }) => verdict === 'communication')) {
      expect(bound.evidence[0]).toMatch(
        /^Over 30 months with \d+ to \d+ people, a tenth more people went with -?[\d.]+ % more finished work/,
      )
      expect(bound.evidence[1]).toMatch(/^\d+ % of the working days of \d+ finished items went by until the next person took it up/)
      expect(bound.evidence[2]).toMatch(/^An item changed hands [\d.]+ times on average/)
    }
  })
})

describe('what looks like a bound unit', () => {
  const only = (unit: PlantedUnit, beside: readonly PlantedUnit[] = []) =>
    organisationIn(plantedUnits(11, [unit, ...beside])).of(unit.name).bound!
  const compute: PlantedUnit = { name: 'builders', habit: 'compute', people: 14 }
  const communication: PlantedUnit = { name: 'waiters', habit: 'communication', people: 14 }

  test('a freeze after the unit has grown does not make it bound by communication', () => {
    const frozen = [11, 12, 13, 14, 15, 16, 17, 18]
    const slowed = only({ ...compute, frozen })
    expect(slowed.months).toHaveLength(30 - frozen.length)
    expect(slowed.verdict).not.toBe('communication')
    expect(slowed.elasticity!.value).toBeCloseTo(1, 0)
    // Without leaving those months out, more people would seem to bring less.
    const naive = organisationIn(plantedUnits(11, [{ ...compute, frozen }]), { slowMonthShare: 0 }).of('builders').bound!
    expect(naive.elasticity!.value).toBeLessThan(0.3)
  })

  test('a unit of two has no verdict, whatever its figures', () => {
    const pair = only({ ...compute, people: 1 })
    expect(pair).toMatchObject({ verdict: 'undecided', people: 2 })
    expect(pair.missing[0]).toBe('The unit has 2 people: under 5 there is no verdict on a unit.')
  })

  test('a tracker that never counts handoffs does not make a unit look undivided', () => {
    const { verdict, handoffsPerItem } = only({ ...communication, handoffs: 'zero' })
    expect(handoffsPerItem).toBeGreaterThan(3)
    expect(verdict).toBe('communication')
  })

  test('items opened in retrospect have no cycle time, so nothing is said of waiting', () => {
    const { waitingShare, verdict, missing } = only({ ...compute, openedAfterwards: true })
    expect(waitingShare).toBeNull()
    expect(verdict).toBe('compute')
    expect(missing).toEqual([
      'Items were opened after the work on them had begun, or bear too few entries: how long they waited is not known.',
    ])
  })
})
