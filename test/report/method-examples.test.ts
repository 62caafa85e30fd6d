/** The worked examples of docs/method.md on patterns: their numbers come out of the code, or the document is wrong. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bandOf } from '../../src/analysis/band.ts'
import { chanceCountOf } from '../../src/analysis/chance-count.ts'
import { mannKendallProbability, theilSenSlope } from '../../src/analysis/fade.ts'
import { fisherTest } from '../../src/analysis/fisher-test.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { isTold } from '../../src/analysis/leader-behaviours.ts'
import { accountableButDistant } from '../../src/analysis/leader-measure.ts'
import { handsOnGates } from '../../src/analysis/move-gates.ts'
import { structuralHolesOf } from '../../src/analysis/network-constraint.ts'
import { DEFAULT_ORGANISATION_SETTINGS } from '../../src/analysis/organisation-settings.ts'
import { DEFAULT_PATTERN_SETTINGS, findPatterns } from '../../src/analysis/patterns.ts'
import { PHASES, entropyOf } from '../../src/analysis/phase-items.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import { simulatePromotion } from '../../src/analysis/route-simulation.ts'
import { secondOrderReach } from '../../src/analysis/second-order-reach.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { wilsonLowerBound } from '../../src/analysis/taste.ts'
import { BLOCKS } from '../../src/analysis/thinker-blocks.ts'
import { unitFigures } from '../../src/analysis/units.ts'
import { DEFAULT_RESAMPLING } from '../../src/analysis/week-resampling.ts'
import { wilsonInterval } from '../../src/analysis/wilson-interval.ts'
import { componentName, personId } from '../../src/domain/identifiers.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { Pattern } from '../../src/domain/flag.ts'
import { castList, truthOf } from '../../fixtures/cast.ts'
import { DEFAULT_OPTIONS } from '../../fixtures/options.ts'
import { agentOrganisation } from '../analysis/agent-organisation.ts'
import { buildDataset } from '../analysis/dataset-builder.ts'
import { networkOfPairs } from '../analysis/network-graphs.ts'
import { plainOrganisation } from '../analysis/plain-organisation.ts'
import type { Habit } from '../analysis/plain-organisation.ts'
import { builderTrap, enablerTrap } from '../analysis/trap-datasets.ts'
import { AS_OF, engineer, manager, pathsOf, promoted, unitWith, weekly } from '../analysis/weekly-work.ts'
import { documentText, numberIn, tableOf } from './document-tables.ts'

const method = documentText('method.md')
const plain = method.replaceAll(/\s+/g, ' ')

/** The values of a two-column table, in order. */
const valuesOf = (header: string) => tableOf(method, header).map(([, value = '']) => numberIn(value))

function expectClose(found: readonly number[], computed: readonly number[], digits: number): void {
  expect(found).toHaveLength(computed.length)
  for (const [index, value] of computed.entries()) expect(found[index]).toBe(Number(value.toFixed(digits)))
}

const patternsOf = (dataset: Dataset) => findPatterns(dataset, groundOf(dataset, DEFAULT_SETTINGS), DEFAULT_PATTERN_SETTINGS)

describe('traps', () => {
  it('works the builder example as the code does', () => {
    const dataset = buildDataset(builderTrap)
    const { builder } = patternsOf(dataset)
    const ada = builder.findings[0]!.person
    const { hold, share, ownEffortThere, buildPaceRatio, buildPacePercentile } = builder.measures
    expectClose(
      valuesOf('measure of the builder example'),
      [hold, share, ownEffortThere, buildPaceRatio, buildPacePercentile].map(values => values[ada]!),
      3,
    )
    expect(builder.findings.map(({ band }) => band)).toEqual(['strong'])
    expect(plain).toContain('all survive a tenth: `strong`')
  })

  it('works the enabler example as the code does', () => {
    const { enabler } = patternsOf(buildDataset(enablerTrap))
    const ada = enabler.findings[0]!.person
    const { reach, reachFloor, leverage, recognition, gap } = enabler.measures
    expectClose(
      valuesOf('measure of the enabler example'),
      [reach.reach[ada]!, reachFloor, leverage.leverage[ada]!, recognition.recognition[ada]!, gap[ada]!],
      3,
    )
    const { percentile, shown, n } = leverage.reach[ada]!
    expect(n).toBe(11)
    expect(plain).toContain(`A place of ${percentile.toFixed(3)} among eleven is _shown_ as ${shown.toFixed(2)}`)
  })

  it('works fading as the code does', () => {
    for (const [hours = '', slope, probability] of tableOf(method, 'hours of enabling work by quarter')) {
      const quarters = hours.split(', ').map(Number)
      expect(Number(slope), hours).toBe(theilSenSlope(quarters))
      expect(probability, hours).toBe(mannKendallProbability(quarters).toFixed(3))
    }
  })

  it('works second-order reach as the code does', () => {
    // 0 wrote the guide that 1 and 2 build on; 3 builds on what 1 made.
    expect(secondOrderReach(Int32Array.of(0, 0, 1), Int32Array.of(1, 2, 3), 4)[0]).toBe(2.5)
    expect(plain).toContain('a second-order reach of 2.5')
  })
})

describe('routes', () => {
  it('works the hands-on example as the code does', () => {
    const rows = tableOf(method, 'hours a week since the move')
    expect(rows.map(([hours]) => Number(hours))).toEqual([8, 6, 4, 2])
    const movers = rows.map(([hours]) => ({ id: `mover${hours}`, hours: Number(hours) }))
    const found = pathsOf(
      unitWith({
        people: movers.map(({ id }) => manager(id)),
        history: movers.flatMap(({ id }) => promoted(id, 40)),
        contributions: movers.flatMap(({ id, hours }) => [
          ...weekly({ person: id, from: 100, to: 41, hours: 20 }),
          ...weekly({ person: id, from: 40, to: 0, hours }),
        ]),
        peerHours: weeksBack => (weeksBack > 40 ? 20 : 15),
      }),
    )
    for (const [index, { id }] of movers.entries()) {
      const { ratio, ratioToPeers, levelToPeers } = found.change(id)!
      expectClose(rows[index]!.slice(1, 4).map(Number), [ratio, ratioToPeers, levelToPeers], 3)
      expect(rows[index]![4]!.replaceAll('`', '')).toBe(found.finding(id)?.band ?? 'none')
    }
  })

  it('works the band that hangs on a tenth as the code does', () => {
    const gates = handsOnGates({ ratio: 0.15, peerRatio: 1, ratioToPeers: 0.15, peerLevel: 1, levelToPeers: 0.46 }, DEFAULT_ROUTE_SETTINGS)
    expect(bandOf({ gates, isLikely: true, isStrong: true })).toBe('likely')
    expect(plain).toContain('With a ratio of 0.15 but a level of 0.46 the band is `likely`: at a gate of 0.45')
  })

  it('works spans, decisions and chance as the code does', () => {
    expect(Math.exp(entropyOf([1, 1, 1, 1], 4))).toBeCloseTo(4, 9)
    expect(plain).toContain(
      `four in equal parts give 4; nine tenths in one and a tenth in another give ${Math.exp(entropyOf([9, 1], 10)).toFixed(2)}`,
    )
    for (const [said = '', bound] of tableOf(method, 'decisions that worked')) {
      const [worked, decided] = said.split(' of ').map(Number)
      expect(bound, said).toBe(wilsonLowerBound(worked!, decided!, DEFAULT_ROUTE_SETTINGS.tasteZ).toFixed(3))
    }
    const drawn = Float64Array.from({ length: DEFAULT_ROUTE_SETTINGS.chanceDraws }, (_, draw) => (draw < 99_500 ? 0.5 : 0.8))
    expect(chanceCountOf({ people: 40, drawn }, 0.8)).toBeCloseTo(0.2, 9)
    expect(plain).toContain('100,000 people are put together at random')
    expect(plain).toContain('If 500 of them reach the index, then in a group of 40 that is 0.2 people')
  })

  it('names every block and every phase', () => {
    expect(tableOf(method, 'block').map(([block]) => block!.replaceAll(' ', '_'))).toEqual([...BLOCKS])
    expect(plain).toContain(`one of five phases: ${PHASES.join(', ')}.`)
  })

  it('works the promotion example as the code does', () => {
    const { model } = groundOf(buildDataset({ people: [engineer('ada')], asOf: AS_OF }), DEFAULT_SETTINGS)
    const basis = {
      leftAfterMoves: Float64Array.of(0.2, 0.4, 0.6, 0.8, 1),
      movesNeeded: DEFAULT_ROUTE_SETTINGS.pastMovesLeast,
      handsOn: Float64Array.of(24),
      reach: Float64Array.of(0),
    }
    const { low, median, high } = simulatePromotion(basis, model, [0])[0]!.handsOnLost!
    expect(plain).toContain('Five past moves left 0.2, 0.4, 0.6, 0.8 and 1 of the hands-on work')
    expect(plain).toContain(
      `24 hours a week would lose ${median.toFixed(1)}, and half of the moves say between ${low.toFixed(1)} and ${high.toFixed(1)}`,
    )
  })
})

it('works the unit example as the code does', () => {
  const member = (id: string, managerId: string | null, more: object = {}) =>
    engineer(id, { orgUnit: 'Product', ...(managerId === null ? {} : { managerId: personId(managerId) }), ...more })
  const work = (person: string, kind: string) => weekly({ person, kind, from: 20, to: 0, hours: 20 })
  const dataset = buildDataset({
    asOf: AS_OF,
    people: [
      member('head', null, { track: 'manager' }),
      member('lead', 'head', { track: 'manager' }),
      member('ada', 'lead'),
      member('bob', 'lead'),
      member('cyd', 'head'),
      member('auditor', 'head', { governance: true }),
      member('new', 'head'),
    ],
    contributions: [
      ...['head', 'lead', 'auditor'].flatMap(id => work(id, 'planning')),
      ...['ada', 'bob', 'cyd'].flatMap(id => work(id, 'commit')),
    ],
  })
  const [unit] = unitFigures(dataset, groundOf(dataset, DEFAULT_SETTINGS))
  const { people, coordinationRatio, governance, managerToCrafter, span, layers } = unit!
  expectClose(valuesOf('measure of the unit example'), [people, coordinationRatio!, governance!, managerToCrafter!, span!, layers!], 2)
})

it('works the network example as the code does', () => {
  const [star, circle, chain] = [
    networkOfPairs(
      5,
      [1, 2, 3, 4].map(leaf => [0, leaf] as const),
    ),
    networkOfPairs(3, [
      [0, 1],
      [1, 2],
      [2, 0],
    ]),
    networkOfPairs(4, [
      [0, 1],
      [1, 2],
      [2, 3],
    ]),
  ].map(network => structuralHolesOf(network!).constraint)
  expectClose(valuesOf('network example'), [star![0]!, circle![0]!, chain![0]!, chain![1]!], 6)
})

it('states what binds a unit with the thresholds of the settings', () => {
  const { elasticityLine, waitingLittle, boundPeople, occasionPeople, closedLateDays, betweennessPivots } = DEFAULT_ORGANISATION_SETTINGS
  expect(plain).toContain(`the whole interval of the elasticity lies under ${elasticityLine} and waiting is at least a third`)
  expect(plain).toContain(`waiting is at most ${waitingLittle}`)
  expect(plain).toContain(`More than ${occasionPeople} people on one item`)
  expect(plain).toContain(`more than ${closedLateDays} days after it`)
  expect(plain).toContain(`ways from ${betweennessPivots} people drawn at random`)
  expect(plain).toContain('Units of fewer than five people')
  expect(boundPeople).toBe(5)
})

describe('what is not a setting', () => {
  const FIXED: readonly (readonly [file: string, constant: string])[] = [
    ['candidates', 'LEAVING_WITHIN_DAYS'],
    ['band', 'MOVED'],
    ['week-resampling', 'DEFAULT_RESAMPLING'],
    ['builder-trap-finding', 'FEW_SECOND_AUTHORS'],
    ['builder-trap-finding', 'FEW_REVIEWERS'],
    ['builder-trap-finding', 'FEW_DOCUMENTS'],
    ['builder-trap-finding', 'TREND_SEEN'],
    ['second-order-reach', 'DAMPING'],
    ['lift', 'MONTHS_AROUND'],
    ['lift', 'FEWEST_ADOPTERS'],
    ['lift', 'FEWEST_COMPARABLE'],
    ['phase-items', 'COUNTED_FROM'],
    ['change-point', 'LEAST_WEEKS'],
    ['unit-bound-measures', 'OWN_PAUSES'],
  ]

  it('has the value the code has', () => {
    const computed = FIXED.map(([file, constant]) => {
      const source = readFileSync(new URL(`../../src/analysis/${file}.ts`, import.meta.url), 'utf8')
      return Number(new RegExp(`const ${constant}(?:: \\w+)? = (?:[{] draws: )?([\\d.]+)`).exec(source)?.[1])
    })
    expect(valuesOf('fixed figure')).toEqual(computed)
    expect(computed[2]).toBe(DEFAULT_RESAMPLING.draws)
    expect(plain).toContain(`drawn again ${DEFAULT_RESAMPLING.draws} times`)
    expect(plain).toContain(`0.9 means: in ${0.9 * DEFAULT_RESAMPLING.draws} of ${DEFAULT_RESAMPLING.draws}`)
  })
})

it('explains every look-alike of the sample organisation', () => {
  const planted = castList(DEFAULT_OPTIONS).flatMap(({ part }) => truthOf(part).lookalike ?? [])
  const explained = tableOf(method, 'look-alike').map(([name = '']) => name.replaceAll('`', ''))
  expect(explained.toSorted()).toEqual([...new Set<string>(planted)].toSorted())
})

describe('leaders, agents and fairness', () => {
  it('works the leader example as the code does', () => {
    const weeks = weekly({ person: 'ada', from: 104, to: 0, hours: 4, kind: 'status_report' })
    const decided = weekly({ person: 'peer0', from: 9, to: 0, hours: 2, kind: 'design_decision', component: 'ledger' })
    const dataset = unitWith({
      people: [manager('ada', { accountableFor: [componentName('ledger')] })],
      contributions: [
        ...weeks,
        ...weekly({ person: 'ada', from: 12, to: 0, hours: 6 }),
        ...decided.map(row => ({ ...row, participants: ['peer1'] })),
      ],
      rest: { components: [{ name: 'ledger', criticality: 5 }] },
    })
    const [measure] = patternsOf(dataset).leaders.measures
    const { usesTools, presentAtDecisions } = measure!.behaviours
    const shares = [usesTools, presentAtDecisions].map(told => (isTold(told) ? told.share : NaN))
    expectClose(
      valuesOf('measure of the leader example'),
      [...shares, measure!.proximity!, measure!.coverage, accountableButDistant(measure!)!],
      3,
    )
  })

  it('works the agent example as the code does', () => {
    const { low, high } = wilsonInterval(38, 50)
    expectClose(valuesOf('measure of the agent example'), [38 / 50, low, high, 7 / 50, 31 / 50], 3)
  })

  it('works the tea example as the code does', () => {
    const { atLeast, twoSided, midP } = fisherTest({ people: 4, flagged: 3, otherPeople: 4, otherFlagged: 1 })
    expectClose(valuesOf('table of the tea example: 3 of 4 against 1 of 4'), [atLeast, twoSided, midP], 6)
  })
})

describe('systems thinkers and whoever was moved away', () => {
  const { dataset, habitOf } = plainOrganisation({ people: 60, habits: { thinker: 1, planned_thinker: 1, moved_thinker: 1 } })
  const { findings, thinkers, misrouted, paths } = patternsOf(dataset)
  const indexOf = (habit: Habit) => dataset.people.findIndex(({ id }) => habitOf.get(id) === habit)
  const bandOfFlag = (habit: Habit, pattern: Pattern) =>
    findings.find(finding => finding.person === indexOf(habit) && finding.pattern === pattern)?.band

  it('are worked in the thinker example as the code does', () => {
    const { percentiles, index, endToEndItems, endToEndPerYear, chanceCount, group } = thinkers.measures.people[indexOf('thinker')]!
    expect(dataset.people).toHaveLength(60)
    expect(group.used).not.toContain('role_breadth')
    expectClose(
      valuesOf('measure of the thinker example'),
      [...percentiles.slice(0, group.used.length), index, endToEndItems, endToEndPerYear, chanceCount],
      3,
    )
    expect(bandOfFlag('thinker', 'systems_thinker')).toBe('strong')
  })

  it('are worked in the misrouted example as the code does', () => {
    const moved = indexOf('moved_thinker')
    const { endToEndItems, endToEndPerYear, chanceCount } = misrouted.before[moved]!.people[moved]!
    expectClose(
      valuesOf('measure of the misrouted example'),
      [paths.evaluated[moved]!.change.ratioToPeers, endToEndItems, endToEndPerYear, chanceCount],
      3,
    )
    for (const pattern of ['coordination_path', 'misrouted_systems_thinker'] as const)
      expect(bandOfFlag('moved_thinker', pattern)).toBe('strong')
    expect(bandOfFlag('planned_thinker', 'about_to_be_misrouted')).toBe('strong')
  })
})

it('works the speed example as the code does', () => {
  const { units } = patternsOf(agentOrganisation({ habits: ['ordinary', 'blind', 'ordinary', 'ordinary'] })).agents.speed
  const [unit, ...others] = units!
  const { agentShareBefore, agentShare, agentGrowth, eyesToOthers, eyesShortZ } = unit!.speed.measures
  expect(others).toEqual([])
  expectClose(valuesOf('measure of the speed example'), [agentShareBefore, agentShare, agentGrowth, eyesToOthers, eyesShortZ], 3)
  expect(unit!.band).toBe('likely')
})

it('says what it must not be used for, and what an employee can ask for', () => {
  for (const heading of ['## What it must not be used for', '## What an employee can ask for']) expect(method).toContain(heading)
})
