/** The worked examples of docs/method.md on patterns: their numbers come out of the code, or the document is wrong. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bandOf } from '../../src/analysis/band.ts'
import { chanceCountOf } from '../../src/analysis/chance-count.ts'
import { mannKendallProbability, theilSenSlope } from '../../src/analysis/fade.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { handsOnGates } from '../../src/analysis/move-gates.ts'
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
import { personId } from '../../src/domain/identifiers.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { castList, truthOf } from '../../fixtures/cast.ts'
import { DEFAULT_OPTIONS } from '../../fixtures/options.ts'
import { buildDataset } from '../analysis/dataset-builder.ts'
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
