import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BANDS, PATTERNS } from '../../src/domain/flag.ts'
import { comparePeriods } from '../../src/service/period-comparison.ts'
import { packRecord, type PeriodFlag, type PeriodRecord, unpackRecord } from '../../src/service/period-record.ts'

const COUNTS = { contributions: 100, meetingWeeks: 5, people: 2, jobEvents: 3, workItems: 0, components: 1 }

/** Ada and Bob on day 20,000 (2024-10-04), unless told otherwise. */
function record(cells: Partial<PeriodRecord> & { readonly digest?: string; readonly coverageLine?: number } = {}): PeriodRecord {
  const { digest = 'd1', coverageLine = 0.5, ...rest } = cells
  return {
    asOf: 20_000,
    data: { digest, counts: COUNTS },
    method: { version: '1.0.0', settings: { coverageLine } },
    changes: {},
    rule: `rule of ${coverageLine}`,
    plansKnown: true,
    people: { ids: ['A', 'B'], names: ['Ada', 'Bob'], employed: [2, 2], contributions: [40, 60] },
    flags: [],
    systems: [],
    units: [],
    ...rest,
  }
}

const flag = (personId: string, pattern: PeriodFlag['pattern'], band: PeriodFlag['band']): PeriodFlag => ({ personId, pattern, band })
const told = (now: PeriodRecord, former: PeriodRecord | null = null, formerRule: PeriodRecord | null = null) => ({
  record: now,
  former,
  formerRule,
})
const later = (cells: Parameters<typeof record>[0] = {}) => record({ asOf: 20_091, digest: 'd2', ...cells })

describe('two days', () => {
  test('tell which flags are raised, gone, or of another band, with what came in between', () => {
    const from = record({
      flags: [flag('A', 'builder_trap', 'watch'), flag('B', 'enabler_trap', 'likely'), flag('B', 'systems_thinker', 'watch')],
    })
    const to = later({
      flags: [flag('A', 'builder_trap', 'likely'), flag('A', 'enabler_trap', 'watch'), flag('B', 'systems_thinker', 'watch')],
      people: { ids: ['A', 'B'], names: ['Ada', 'Bob'], employed: [2, 1], contributions: [52, 60] },
    })
    expect(comparePeriods(told(from), to).people).toEqual([
      {
        personId: 'A',
        name: 'Ada',
        pattern: 'builder_trap',
        before: 'watch',
        after: 'likely',
        causes: ['behaviour'],
        words: 'Builder trap: watch before, likely now. 12 contributions of theirs came in between.',
      },
      {
        personId: 'A',
        name: 'Ada',
        pattern: 'enabler_trap',
        before: null,
        after: 'watch',
        causes: ['behaviour'],
        words: 'Enabler trap raised: watch. 12 contributions of theirs came in between.',
      },
      {
        personId: 'B',
        name: 'Bob',
        pattern: 'enabler_trap',
        before: 'likely',
        after: null,
        causes: ['behaviour'],
        words: 'Enabler trap gone: it was likely. They have left in between.',
      },
    ])
  })

  test('tell apart what other records, another rule and the work did', () => {
    const former = record({ digest: 'd0', flags: [flag('A', 'builder_trap', 'watch')] })
    const formerRule = record({ flags: [flag('A', 'builder_trap', 'likely')] })
    const now = record({ coverageLine: 0.6, flags: [flag('A', 'builder_trap', 'likely'), flag('B', 'builder_trap', 'watch')] })
    const { steps, people } = comparePeriods(
      told(now, former, formerRule),
      later({ coverageLine: 0.6, flags: [flag('A', 'builder_trap', 'likely')] }),
    )
    expect(steps.map(({ cause }) => cause)).toEqual(['data', 'settings', 'behaviour'])
    // Bob was flagged by the new rule and is no more: from end to end nothing changed of him.
    expect(people.map(({ personId, causes }) => [personId, causes])).toEqual([['A', ['data']]])
    expect(steps[1]!.words).toEqual(['The setting coverageLine was 0.5 and is 0.6.'])
  })

  test('do not compare plans where those of the earlier day are not known', () => {
    const to = later({ flags: [flag('A', 'about_to_be_misrouted', 'strong'), flag('B', 'builder_trap', 'watch')] })
    const { steps, people } = comparePeriods(told(record({ plansKnown: false })), to)
    expect(people.map(({ pattern }) => pattern)).toEqual(['builder_trap'])
    expect(steps[0]!.words.at(-1)).toMatch(/^Who was about to be misrouted is not compared/)
    expect(comparePeriods(told(record()), to).people).toHaveLength(2)
  })

  test('say so where a former method cannot be run any more', () => {
    const former = { ...record({ digest: 'd0' }), rule: 'older', method: { version: '0.9.0', settings: {} } }
    const { steps } = comparePeriods(told(record(), former), later())
    expect(steps.map(({ cause }) => cause)).toEqual(['data_and_settings', 'behaviour'])
    expect(steps[0]!.words).toContain('The method has changed from version 0.9.0 to 1.0.0.')
  })

  test('of rows that changed without a change of their number say that their content is another', () => {
    const { steps } = comparePeriods(told(record(), record({ digest: 'd0' })), later())
    expect(steps[0]).toEqual({
      cause: 'data',
      words: ['The records dated up to 2024-10-04 are not those it was first told from: as many rows, some of them with other content.'],
    })
  })

  test('tell of systems and units in words, new and vanished ones too', () => {
    const system = { component: 'ledger', truckFactor: 4, currentTruckFactor: 2, keepers: 'several', keeper: null } as const
    const unit = { unit: 'Core', people: 8, coordinationRatio: 0.25, managerToCrafter: null, workToMeeting: 3, bound: 'undecided' } as const
    const from = record({ systems: [system, { ...system, component: 'old' }], units: [unit] })
    const to = later({
      systems: [
        { ...system, currentTruckFactor: 1, keepers: 'one', keeper: 'A' },
        { ...system, component: 'vault', keepers: null },
      ],
      units: [{ ...unit, people: 9, coordinationRatio: 0.5, bound: 'communication' }],
    })
    const { systems, units } = comparePeriods(told(from), to)
    expect(systems.map(({ component, words }) => [component, words])).toEqual([
      ['ledger', 'Truck factor 2 before, 1 now. Kept by several people before, kept by Ada alone now.'],
      ['old', 'No record names it any more.'],
      ['vault', 'New: who keeps it is unknown.'],
    ])
    expect(units.map(({ words }) => words)).toEqual([
      'People 8 before, 9 now; coordinating for each builder or enabler 0.25 before, 0.50 now; bound by neither clearly before, communication now.',
    ])
  })

  test('with the same told of both tell no change, whatever was told in between', () => {
    const flags = fc
      .uniqueArray(fc.tuple(fc.constantFrom('A', 'B'), fc.constantFrom(...PATTERNS), fc.constantFrom(...BANDS)), {
        selector: ([person, pattern]) => `${person} ${pattern}`,
      })
      .map(list => list.map(([person, pattern, band]) => flag(person, pattern, band)))
    fc.assert(
      fc.property(flags, flags, flags, (first, between, last) => {
        const changes = (to: PeriodFlag[]) =>
          comparePeriods(told(record({ flags: between }), record({ digest: 'd0', flags: first })), later({ flags: to })).people
        expect(changes(first)).toEqual([])
        for (const { personId, pattern, before, after } of changes(last)) {
          const bandIn = (list: PeriodFlag[]) => list.find(one => one.personId === personId && one.pattern === pattern)?.band ?? null
          expect([before, after]).toEqual([bandIn(first), bandIn(last)])
          expect(before).not.toBe(after)
        }
      }),
    )
  })
})

test('a record is kept and read back whole', () => {
  const kept = record({ flags: [flag('A', 'builder_trap', 'strong')] })
  expect(unpackRecord(packRecord(kept))).toEqual(kept)
})
