import { expect, test } from 'vitest'
import { promotionBasisOf, simulatePromotion } from '../../src/analysis/route-simulation.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import { engineer, manager, pathsOf, promoted, unitWith, weekly } from './weekly-work.ts'

/** Past moves that left these hours of 20. */
function organisationWithMoves(...hoursLeft: number[]) {
  const movers = hoursLeft.map((_, index) => `mover${index}`)
  return unitWith({
    people: [...movers.map(id => manager(id)), engineer('ada', { fte: 0.5 })],
    history: movers.flatMap(id => promoted(id, 40)),
    contributions: [
      ...movers.flatMap((person, index) => [
        ...weekly({ person, from: 100, to: 41, hours: 20 }),
        ...weekly({ person, from: 40, to: 0, hours: hoursLeft[index]! }),
      ]),
      ...weekly({ person: 'ada', from: 100, to: 0, hours: 12, component: 'ledger' }),
    ],
  })
}

function simulated(dataset: ReturnType<typeof unitWith>, reach: number | null) {
  const { ground, paths, indexOf } = pathsOf(dataset)
  const reaches = reach === null ? null : new Float64Array(dataset.people.length).fill(reach)
  const basis = promotionBasisOf(dataset, paths, reaches, DEFAULT_ROUTE_SETTINGS)
  return { promotion: simulatePromotion(structuredClone(basis), ground.model, [indexOf('ada')])[0]!, dataset }
}

test('past moves say what is left of hands-on work, in quartiles, the steady ones too', () => {
  const { promotion } = simulated(organisationWithMoves(4, 8, 12, 16, 20), 10)
  expect(promotion).toMatchObject({ personId: 'ada', handsOn: 24, pastMoves: 5, left: { low: 0.4, median: 0.6, high: 0.8 }, reach: 10 })
  expect(promotion.handsOnLost!.median).toBeCloseTo(9.6, 9)
  expect(promotion.handsOnLost!.high).toBeCloseTo(14.4, 9)
  expect(promotion.reachLost!.median).toBeCloseTo(4, 9)
})

test('more hands-on work than before counts as nothing lost', () => {
  expect(simulated(organisationWithMoves(30, 30, 30), 10).promotion).toMatchObject({
    left: { low: 1, median: 1, high: 1 },
    handsOnLost: { low: 0, median: 0, high: 0 },
  })
})

test('systems that hang on the person are at risk', () => {
  const { promotion, dataset } = simulated(organisationWithMoves(4, 8, 12), null)
  expect(promotion.componentsAtRisk.map(({ component, becomes }) => [dataset.componentNames[component], becomes])).toEqual([
    ['ledger', 'no_keeper'],
  ])
  expect([promotion.reach, promotion.reachLost]).toEqual([null, null])
})

test('two past moves are two stories: nothing is foretold from them', () => {
  expect(simulated(organisationWithMoves(4, 8), 10).promotion).toMatchObject({
    pastMoves: 2,
    left: null,
    handsOnLost: null,
    reachLost: null,
    handsOn: 24,
  })
})
