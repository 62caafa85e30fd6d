/** What is counted from the gate table is what a whole analysis with the same thresholds raises. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateOrganisation } from '../../fixtures/organisation.ts'
import { BANDS, PATTERNS } from '../../src/domain/flag.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { gateTableOf } from '../../src/analysis/gate-candidates.ts'
import { bandsAt, flagCounts } from '../../src/analysis/gate-table.ts'
import type { GateTable, PatternBands } from '../../src/analysis/gate-table.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { methodOf } from '../../src/analysis/method-changes.ts'
import { methodSettings } from '../../src/analysis/method-settings.ts'
import type { MethodSetting } from '../../src/analysis/method-settings.ts'
import { findPatterns } from '../../src/analysis/patterns.ts'
import type { Patterns } from '../../src/analysis/patterns.ts'
import { agentOrganisation } from './agent-organisation.ts'
import { leaderOrganisation } from './leader-organisation.ts'
import { datasetOf } from './organisation-dataset.ts'
import { plainOrganisation } from './plain-organisation.ts'
import { engineer, meetingWeeks, promoted, unitWith, weekly } from './weekly-work.ts'

/** Twelve engineers, each a step further away from the work and into meetings. */
const DRIFTERS = Array.from({ length: 12 }, (_, step) => ({ id: `ada${step}`, hours: 18 - 1.5 * step, meetings: 10 + 2 * step }))

const drifters = () =>
  unitWith({
    people: DRIFTERS.map(({ id }) => engineer(id)),
    history: DRIFTERS.map(({ id }) => promoted(id, 40)[0]!),
    contributions: DRIFTERS.flatMap(({ id, hours }) => [
      ...weekly({ person: id, from: 104, to: 53, hours: 24 }),
      ...weekly({ person: id, from: 52, to: 0, hours }),
    ]),
    meetings: DRIFTERS.flatMap(({ id, meetings }) => [...meetingWeeks(id, 104, 53, 8), ...meetingWeeks(id, 52, 0, meetings)]),
  })

/** The sample organisation, analysed whole, takes a second. */
const FEW_RUNS = 6
const RUNS = 25
const SAMPLE = 'the sample organisation'

const ORGANISATIONS: Readonly<Record<string, () => Promise<Dataset> | Dataset>> = {
  [SAMPLE]: () => datasetOf(generateOrganisation({})),
  'a small organisation with every pattern planted': () => datasetOf(generateOrganisation({ seed: 40, people: 50, components: 5 })),
  'one with sparse records': () => datasetOf(generateOrganisation({ seed: 16, people: 90, density: 0.5, components: 30 })),
  'plain records with moves and systems thinkers': () =>
    plainOrganisation({ seed: 31, people: 60, habits: { thinker: 2, planned_thinker: 2, moved_thinker: 3, moved: 3, player_coach: 2 } })
      .dataset,
  'people who drift into meetings': drifters,
  'leaders near and far': () =>
    leaderOrganisation({ habits: ['ordinary', 'distant', 'distant', 'newly_hired', 'player_coach', 'part_time', 'answers_for_little'] })
      .dataset,
  'units that work with agents': () =>
    agentOrganisation({ habits: ['blind', 'reverting', 'ordinary', 'watched', 'ordinary'], blindPerson: true }),
}

function analysed(dataset: Dataset, changes: Readonly<Record<string, number>>) {
  const { settings, patterns } = methodOf(changes)
  const ground = groundOf(dataset, settings)
  return { ground, settings: patterns, patterns: findPatterns(dataset, ground, patterns) }
}

const tableOf = (dataset: Dataset) => {
  const { ground, settings, patterns } = analysed(dataset, {})
  return gateTableOf(dataset, ground, patterns, settings)
}

const raised = ({ findings }: Patterns) => findings.map(({ person, pattern, band }) => `${pattern} ${person} ${band}`).toSorted()

const told = (bands: PatternBands) =>
  [...bands]
    .flatMap(([pattern, list]) => Array.from(list!, (band, person) => (band === 0 ? '' : `${pattern} ${person} ${BANDS[band - 1]}`)))
    .filter(line => line !== '')
    .toSorted()

const LIVE = methodSettings().filter(({ isLive }) => isLive)

/** Anywhere in the setting's range, and often where somebody stands in the table: there it is decided by a hair. */
function valueArbitrary({ setting, form }: MethodSetting, table: GateTable): fc.Arbitrary<number> {
  if (form.kind !== 'number') throw new Error(`${setting} is no number`)
  const { minimum, maximum, isWhole } = form
  const stands = table.blocks
    .flatMap(({ gates }) => gates)
    .filter(gate => gate.setting === setting)
    .flatMap(({ value, scale }) => Array.from(value, (one, row) => one / (scale?.[row] ?? 1)))
    .filter(one => one >= minimum && one <= maximum && (!isWhole || Number.isInteger(one)))
  const anywhere = isWhole ? fc.integer({ min: minimum, max: maximum }) : fc.double({ min: minimum, max: maximum, noNaN: true })
  const ends = fc.constantFrom(minimum, maximum)
  return stands.length === 0 ? fc.oneof(anywhere, ends) : fc.oneof(anywhere, ends, fc.constantFrom(...stands), fc.constantFrom(...stands))
}

const changesArbitrary = (table: GateTable) =>
  fc
    .subarray(LIVE, { maxLength: 12 })
    .chain(settings => fc.record(Object.fromEntries(settings.map(setting => [setting.setting, valueArbitrary(setting, table)]))))

describe.each(Object.entries(ORGANISATIONS))('in %s', (name, make) => {
  test('any change of live settings is counted as a whole analysis counts it', async () => {
    const dataset = await make()
    const table = tableOf(dataset)
    expect(told(bandsAt(table))).toEqual(raised(analysed(dataset, {}).patterns))
    fc.assert(
      fc.property(changesArbitrary(table), changes => {
        expect(told(bandsAt(table, changes))).toEqual(raised(analysed(dataset, changes).patterns))
      }),
      { numRuns: name === SAMPLE ? FEW_RUNS : RUNS },
    )
  }, 240_000)
})

test('every live setting is a threshold of some table, every pattern is raised in some, and counts are those of the bands', async () => {
  const [named, seen] = [new Set<string>(), new Set<string>()]
  for (const make of Object.values(ORGANISATIONS)) {
    const table = tableOf(await make())
    for (const name of Object.keys(table.thresholds)) named.add(name)
    const bands = bandsAt(table)
    for (const [pattern, counts] of flagCounts(bands)) {
      const list = [...(bands.get(pattern) ?? [])]
      expect(counts).toEqual(Object.fromEntries(BANDS.map((band, at) => [band, list.filter(one => one === at + 1).length])))
      if (list.some(band => band > 0)) seen.add(pattern)
    }
  }
  expect(LIVE.filter(({ setting }) => !named.has(setting)).map(({ setting }) => setting)).toEqual([])
  expect(PATTERNS.filter(pattern => !seen.has(pattern))).toEqual([])
})

/** A pattern that hangs on measures nobody took is not counted: rather nothing than a wrong number. */
test('where a loosened threshold brings in somebody of whom the year before was not measured, misrouted is not counted', async () => {
  const table = tableOf(await ORGANISATIONS['plain records with moves and systems thinkers']!())
  const onPath = table.blocks.find(({ pattern, person }) => pattern === 'coordination_path' && person.length > 0)!
  const untold = table.blocks.map(block =>
    block.pattern === 'misrouted_systems_thinker' ? { ...block, untold: onPath.person.slice(0, 1) } : block,
  )
  const counts = flagCounts(bandsAt({ ...table, blocks: untold }, { 'routes.handsOnRatio': 0.9, 'routes.handsOnLevel': 0.9 }))
  expect(counts.get('misrouted_systems_thinker')).toBeNull()
  expect(counts.get('systems_thinker')).not.toBeNull()
})
