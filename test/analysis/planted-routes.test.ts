/** Whole organisations with planted routes: what is found of them, and what is found where there is nothing. */
import { beforeAll, describe, expect, test } from 'vitest'
import { generateOrganisation } from '../../fixtures/organisation.ts'
import type { Organisation } from '../../fixtures/organisation.ts'
import type { OrganisationOptions } from '../../fixtures/options.ts'
import { addMonths } from '../../src/domain/calendar.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { modeShares } from '../../src/analysis/mode-shares.ts'
import { datasetOf } from './organisation-dataset.ts'
import { plainOrganisation } from './plain-organisation.ts'
import type { Habit, PlainOptions } from './plain-organisation.ts'
import { ROUTE_PATTERNS, routeFindings } from './route-findings.ts'
import type { RoutePattern } from './route-findings.ts'

const OTHER_SHAPES: readonly Partial<OrganisationOptions>[] = [
  { seed: 11, people: 60, components: 9 },
  { seed: 12, people: 90, components: 40, density: 0.4 },
  { seed: 13, people: 120, components: 12, density: 2 },
  { seed: 14, people: 150, artifacts: false },
  { seed: 15, people: 180, changeMarks: false, usesLogged: false },
  { seed: 16, people: 220, density: 0.5, components: 60 },
  { seed: 17, people: 260, months: 36 },
  { seed: 18, people: 320, components: 30, density: 0.7 },
  {
    seed: 19,
    people: 140,
    lookalikes: false,
    plant: { coordination_path: 9, misrouted_systems_thinker: 5, about_to_be_misrouted: 4, systems_thinker: 5 },
  },
  {
    seed: 20,
    people: 100,
    messy: false,
    plant: { coordination_path: 3, misrouted_systems_thinker: 2, about_to_be_misrouted: 2, systems_thinker: 2 },
  },
]

const HABITS: Readonly<Record<Habit, readonly RoutePattern[]>> = {
  ordinary: [],
  dabbler: [],
  architect: [],
  player_coach: [],
  thinker: ['systems_thinker'],
  planned_thinker: ['systems_thinker', 'about_to_be_misrouted'],
  moved: ['coordination_path'],
  moved_thinker: ['coordination_path', 'misrouted_systems_thinker'],
}
const PLAIN_SHAPES: readonly Partial<PlainOptions>[] = [
  {
    seed: 31,
    people: 60,
    habits: { thinker: 2, planned_thinker: 1, moved_thinker: 2, moved: 2, player_coach: 2, dabbler: 3, architect: 2 },
  },
  {
    seed: 32,
    people: 150,
    pace: 4,
    handoffs: 'zero',
    habits: { thinker: 3, planned_thinker: 3, moved_thinker: 3, moved: 4, player_coach: 6, dabbler: 12, architect: 5 },
  },
  {
    seed: 33,
    people: 240,
    pace: 1.5,
    handoffs: 'none',
    meetings: false,
    habits: { thinker: 4, planned_thinker: 3, moved_thinker: 4, moved: 5, player_coach: 6, dabbler: 10, architect: 5 },
  },
]

interface Checked {
  readonly name: string
  readonly wanted: Readonly<Record<RoutePattern, ReadonlySet<string>>>
  readonly flagged: Readonly<Record<RoutePattern, readonly string[]>>
  readonly naive: readonly string[]
  readonly people: number
}

/** Who has the highest coordinate share after a promotion: as many as were misrouted. */
function naiveRule(dataset: Dataset, count: number, result: ReturnType<typeof routeFindings>): string[] {
  const since = addMonths(dataset.asOf, -24)
  const promoted = new Set(
    dataset.history.filter(({ reason, effectiveDate }) => reason === 'promotion' && effectiveDate > since).map(({ personId }) => personId),
  )
  return dataset.people
    .map(({ id }, person) => ({ id, share: promoted.has(id) ? (modeShares(result.ground.modeEffort, person)?.coordinate ?? 0) : -1 }))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, count)
    .map(({ id }) => id)
}

function check(name: string, dataset: Dataset, plantsOf: (id: string) => readonly string[]): Checked {
  const result = routeFindings(dataset)
  const byPattern = <Value>(make: (pattern: RoutePattern) => Value) =>
    // One entry per pattern.
    Object.fromEntries(ROUTE_PATTERNS.map(pattern => [pattern, make(pattern)])) as Record<RoutePattern, Value>
  const wanted = byPattern(
    pattern => new Set<string>(dataset.people.filter(({ id }) => plantsOf(id).includes(pattern)).map(({ id }) => id)),
  )
  return {
    name,
    wanted,
    flagged: byPattern(result.flagged),
    naive: naiveRule(dataset, wanted.misrouted_systems_thinker.size, result),
    people: dataset.people.length,
  }
}

async function checkGenerated(options: Partial<OrganisationOptions>): Promise<Checked> {
  const organisation: Organisation = generateOrganisation(options)
  const plants = new Map(organisation.truth.people.map(person => [person.personId, person.plants]))
  return check(JSON.stringify(options), await datasetOf(organisation), id => plants.get(id) ?? [])
}

function checkPlain(options: Partial<PlainOptions>): Checked {
  const { dataset, habitOf } = plainOrganisation(options)
  return check(JSON.stringify(options), dataset, id => HABITS[habitOf.get(id)!])
}

function rates(checked: readonly Checked[], pattern: RoutePattern) {
  let [planted, raised, hit] = [0, 0, 0]
  for (const { wanted, flagged } of checked) {
    planted += wanted[pattern].size
    raised += flagged[pattern].length
    hit += flagged[pattern].filter(id => wanted[pattern].has(id)).length
  }
  return { recall: hit / planted, precision: hit / raised }
}

describe('planted routes', () => {
  const checked: Checked[] = []
  beforeAll(async () => {
    for (const options of [{}, ...OTHER_SHAPES]) checked.push(await checkGenerated(options))
    checked.push(...PLAIN_SHAPES.map(checkPlain))
  }, 120_000)

  test.each(ROUTE_PATTERNS)('%s: nine in ten are found, and nine in ten of those found are planted', pattern => {
    for (const group of [checked.slice(0, 1), checked.slice(0, 11), checked.slice(11)]) {
      const { recall, precision } = rates(group, pattern)
      expect(recall, group.map(({ name }) => name).join()).toBeGreaterThanOrEqual(0.9)
      expect(precision, group.map(({ name }) => name).join()).toBeGreaterThanOrEqual(0.9)
    }
  })

  test('the naive rule, the highest coordinate share after a promotion, finds far fewer of the misrouted', () => {
    const hits = checked.flatMap(({ naive, wanted }) => naive.map(id => wanted.misrouted_systems_thinker.has(id)))
    expect(hits.filter(Boolean).length / hits.length).toBeLessThan(0.6)
  })
})

describe('where nothing is planted', () => {
  test.each<Partial<OrganisationOptions>>([
    { seed: 21, people: 220, plant: false },
    { seed: 22, people: 120, plant: false, density: 0.4, components: 40 },
    { seed: 23, people: 320, plant: false, density: 1.5, lookalikes: true },
  ])('at most one in a hundred is flagged: %o', async options => {
    const { flagged, people } = await checkGenerated(options)
    for (const pattern of ROUTE_PATTERNS) expect(flagged[pattern].length / people).toBeLessThanOrEqual(0.01)
  })

  test('nor among many who do more and decide better, and many who lead and keep building', () => {
    const { flagged, people } = checkPlain({ seed: 41, people: 300, pace: 1.5, habits: { dabbler: 40, player_coach: 30, architect: 15 } })
    for (const pattern of ROUTE_PATTERNS) expect(flagged[pattern].length / people).toBeLessThanOrEqual(0.01)
  })
})
