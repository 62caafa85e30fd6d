/** Whole made-up organisations: the traps planted in them are found, and nobody who only looks like one is flagged. */
import { beforeAll, describe, expect, test } from 'vitest'
import { findBuilderTraps } from '../../src/analysis/builder-trap.ts'
import { DEFAULT_BUILDER_TRAP_SETTINGS } from '../../src/analysis/builder-trap-settings.ts'
import { findEnablerTraps } from '../../src/analysis/enabler-trap.ts'
import { DEFAULT_ENABLER_TRAP_SETTINGS } from '../../src/analysis/enabler-trap-settings.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { personWeeksOf, steadinessOf } from '../../src/analysis/week-resampling.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { OrganisationOptions } from '../../fixtures/options.ts'
import { generateOrganisation } from '../../fixtures/organisation.ts'
import { datasetOf } from './organisation-dataset.ts'

type Trap = 'builder_trap' | 'enabler_trap'
const TRAPS: readonly Trap[] = ['builder_trap', 'enabler_trap']

interface Outcome {
  readonly people: number
  readonly planted: Readonly<Record<Trap, ReadonlySet<string>>>
  readonly flagged: Readonly<Record<Trap, ReadonlySet<string>>>
  /** As many as are planted: those with most commits, those with most documents. */
  readonly naive: Readonly<Record<Trap, ReadonlySet<string>>>
  readonly steadiness: Readonly<Record<Trap, readonly number[]>>
  readonly lacking: ReadonlySet<string>
}

const WITH_PLANTS: readonly Partial<OrganisationOptions>[] = [
  {},
  { seed: 31, people: 60, components: 8 },
  { seed: 32, people: 70, components: 30, density: 0.4 },
  { seed: 33, people: 90, components: 6, density: 1.8 },
  { seed: 34, people: 100, months: 12 },
  { seed: 35, people: 110, changeMarks: false },
  { seed: 36, people: 120, messy: false, components: 12 },
  { seed: 37, people: 130, months: 30, density: 0.6 },
  { seed: 38, people: 80, components: 40, end: '2024-02-29' },
  { seed: 39, people: 140, components: 25, density: 0.5 },
  { seed: 40, people: 50, components: 5 },
]
const WITHOUT: readonly Partial<OrganisationOptions>[] = [
  { seed: 51, people: 120, plant: false },
  { seed: 52, people: 80, plant: false, density: 1.5, components: 50 },
  { seed: 53, people: 150, plant: false, density: 0.4, lookalikes: true },
]

async function outcomeOf(options: Partial<OrganisationOptions>): Promise<Outcome> {
  const organisation = generateOrganisation(options)
  const dataset = await datasetOf(organisation)
  const ground = groundOf(dataset, DEFAULT_SETTINGS)
  const found = {
    builder_trap: findBuilderTraps(dataset, ground, DEFAULT_BUILDER_TRAP_SETTINGS),
    enabler_trap: findEnablerTraps(dataset, ground, DEFAULT_ENABLER_TRAP_SETTINGS),
  }
  const weeks = personWeeksOf(dataset, ground.periods.window)
  const planted = (trap: Trap) =>
    new Set(organisation.truth.people.filter(({ plants }) => plants.includes(trap)).map(({ personId }) => personId))
  const ids = (people: readonly number[]) => new Set(people.map(person => dataset.people[person]!.id as string))
  const steady = (trap: Trap) => {
    const shares = steadinessOf(dataset.people.length, weeks.offsets, found[trap].resample(weeks), { draws: 40, seed: 1 })
    return found[trap].findings.map(({ person }) => shares[person]!)
  }
  const both = <Value>(of: (trap: Trap) => Value) => ({ builder_trap: of('builder_trap'), enabler_trap: of('enabler_trap') })
  return {
    people: dataset.people.length,
    planted: both(planted),
    flagged: both(trap => ids(found[trap].findings.map(({ person }) => person))),
    naive: both(trap => ids(most(dataset, ground.periods.window.from, NAIVE_KINDS[trap], planted(trap).size))),
    steadiness: both(steady),
    lacking: ids(found.enabler_trap.notEnough.map(({ person }) => person)),
  }
}

const NAIVE_KINDS: Readonly<Record<Trap, ReadonlySet<string>>> = {
  builder_trap: new Set(['commit', 'pull_request', 'feature', 'fix']),
  enabler_trap: new Set(['documentation', 'template', 'tooling', 'framework']),
}

function most({ people, contributions, kindNames }: Dataset, from: number, kinds: ReadonlySet<string>, count: number): number[] {
  const rows = new Float64Array(people.length)
  for (let row = 0; row < contributions.length; row++)
    if (contributions.day[row]! >= from && kinds.has(kindNames[contributions.kind[row]!]!)) rows[contributions.person[row]!]!++
  return [...people.keys()].toSorted((a, b) => rows[b]! - rows[a]! || a - b).slice(0, count)
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
const hits = (named: ReadonlySet<string>, planted: ReadonlySet<string>) => [...named].filter(id => planted.has(id)).length
const total = (outcomes: readonly Outcome[], count: (outcome: Outcome) => number) =>
  outcomes.reduce((sum, outcome) => sum + count(outcome), 0)

describe('planted traps', () => {
  const outcomes: Outcome[] = []
  beforeAll(async () => {
    for (const options of WITH_PLANTS) outcomes.push(await outcomeOf(options))
  }, 180_000)

  test.each(TRAPS)('of %s are found, and next to nobody else is, in every shape of organisation', trap => {
    const found = total(outcomes, ({ flagged, planted }) => hits(flagged[trap], planted[trap]))
    expect(
      share(
        found,
        total(outcomes, ({ planted }) => planted[trap].size),
      ),
    ).toBeGreaterThanOrEqual(0.9)
    expect(
      share(
        found,
        total(outcomes, ({ flagged }) => flagged[trap].size),
      ),
    ).toBeGreaterThanOrEqual(0.9)
    for (const { flagged, planted } of outcomes) expect(flagged[trap].size).toBeLessThanOrEqual(planted[trap].size + 1)
  })

  test.each(TRAPS)('of %s are not found by counting', trap => {
    const named = total(outcomes, ({ naive }) => naive[trap].size)
    expect(
      share(
        total(outcomes, ({ naive, planted }) => hits(naive[trap], planted[trap])),
        named,
      ),
    ).toBeLessThan(0.6)
  })

  test.each(TRAPS)('of %s are steady under resampling', trap => {
    const shares = outcomes.flatMap(({ steadiness }) => steadiness[trap])
    expect(shares.filter(one => one >= 0.8).length / shares.length).toBeGreaterThan(0.9)
  })
})

test('in organisations without any, at most one in a hundred is flagged', async () => {
  const outcomes: Outcome[] = []
  for (const options of WITHOUT) outcomes.push(await outcomeOf(options))
  for (const trap of TRAPS)
    expect(total(outcomes, ({ flagged }) => flagged[trap].size) / total(outcomes, ({ people }) => people)).toBeLessThanOrEqual(0.01)
}, 120_000)

test('where use is not logged, enablers are said to be unknown', async () => {
  const { planted, flagged, lacking } = await outcomeOf({ seed: 61, people: 60, components: 8, usesLogged: false })
  expect([flagged.enabler_trap.size, [...planted.enabler_trap].every(id => lacking.has(id))]).toEqual([0, true])
  expect(flagged.builder_trap).toEqual(planted.builder_trap)
})

test('where nothing names an artifact, builder traps are found by effort', async () => {
  const { planted, flagged } = await outcomeOf({ seed: 62, people: 60, components: 8, artifacts: false })
  expect(flagged.builder_trap).toEqual(planted.builder_trap)
})
