import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { simulateDeparture } from '../../src/analysis/departure.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput } from './dataset-builder.ts'
import { datasetArbitrary } from './random-dataset.ts'

function departure(input: DatasetInput, leavers: readonly string[]) {
  const dataset = buildDataset({ asOf: '2024-12-31', ...input })
  const { model } = analyse(dataset, DEFAULT_SETTINGS)
  const result = simulateDeparture(
    model,
    leavers.map(id => model.people.ids.findIndex(other => other === id)),
  )
  const idOf = (person: number | null | undefined) => (person == null ? null : String(model.people.ids[person]))
  return {
    ...result,
    components: result.components.map(one => ({
      ...one,
      name: String(model.components.names[one.component]),
      lost: [...one.artifactsLost].map(artifact => dataset.artifactNames[artifact]!.name),
      successorIds: one.successors.map(successor => idOf(successor.person)),
      pairs: idOf(one.pairing?.person),
      keeperAfter: idOf(one.after.keeper),
    })),
  }
}

const add = (person: string, component: string, artifacts: string, times = 1): ContributionInput[] =>
  artifacts.split('').flatMap(artifact =>
    Array.from({ length: times }, (_, index) => ({
      person,
      at: `2024-05-0${index + 1}`,
      component,
      artifact,
      hours: 2,
      change: index === 0 ? ('added' as const) : ('changed' as const),
    })),
  )
const people = ['ada', 'bob', 'cyd'].map(id => ({ id, terminationDate: null }))

describe('a departure', () => {
  const contributions = [
    ...add('ada', 'core', 'abcd', 2),
    ...add('bob', 'core', 'ef'),
    ...add('cyd', 'core', 'f'),
    ...add('ada', 'site', 'vx'),
    ...add('bob', 'site', 'yz'),
    ...add('cyd', 'site', 'w'),
  ]

  test('leaves components without a keeper, with who could take over and what pairing would restore', () => {
    const { components, before, after, artifactsLost } = departure({ people, contributions }, ['ada'])
    expect(components.map(one => [one.name, one.becomes, one.lost])).toEqual([
      ['core', 'no_keeper', ['a', 'b', 'c', 'd']],
      ['site', 'one_keeper', ['v', 'x']],
    ])
    expect(components[0]).toMatchObject({
      before: { verdict: 'one', coverage: 1, truckFactor: 1 },
      after: { verdict: 'none', coverage: 2 / 6, truckFactor: 0 },
      successorIds: ['bob', 'cyd'],
      pairs: 'bob',
    })
    // Coverage is back at half with one more artifact, which takes one author's worth of changes.
    expect(components[0]?.pairing).toMatchObject({ artifacts: 1 })
    expect(components[1]).toMatchObject({ keeperAfter: 'bob', lostShare: 2 / 5, pairs: 'cyd' })
    expect([before.coverage, after.coverage, artifactsLost]).toEqual([1, 5 / 11, 6])
  })

  test('of somebody who left before changes nothing', () => {
    const { components, artifactsLost } = departure(
      { people: [{ id: 'ada', terminationDate: '2024-06-30' }, ...people.slice(1)], contributions },
      ['ada'],
    )
    expect([components, artifactsLost]).toEqual([[], 0])
  })

  test('weighs what is lost by criticality', () => {
    const components = [
      { name: 'site', criticality: 5 },
      { name: 'core', criticality: 1 },
    ]
    const result = departure({ people, contributions, components }, ['ada'])
    expect(result.components.map(one => one.name)).toEqual(['site', 'core'])
    expect(result.criticalityWeightedLoss).toBeCloseTo(2 / 5 + (1 / 5) * (4 / 6), 12)
  })

  test('is answered with nobody on leave, and sooner with those who keep nothing else', () => {
    const shared = [
      ...add('ada', 'core', 'abcd', 3),
      ...'abcd'
        .split('')
        .flatMap(artifact =>
          ['bob', 'cyd'].map(person => ({ person, at: '2024-06-01', component: 'core', artifact, hours: 1, change: 'changed' as const })),
        ),
    ]
    const busy = add('bob', 'billing', 'pqrs', 3)
    expect(departure({ people, contributions: shared }, ['ada']).components[0]?.successorIds).toEqual(['bob', 'cyd'])
    expect(departure({ people, contributions: [...shared, ...busy] }, ['ada']).components[0]?.successorIds).toEqual(['cyd', 'bob'])
    const away = [...people.slice(0, 2), { id: 'cyd', terminationDate: null, leaveFrom: '2024-12-01' }]
    expect(
      departure({ people: away, contributions: [...shared, ...busy] }, ['ada']).components[0]?.successors.map(one => one.room > 0),
    ).toEqual([true, false])
  })

  test('of effort alone is weighed by effort', () => {
    const spend = (person: string, hours: number) => ({ person, at: '2024-05-01', component: 'process', kind: 'feature', hours })
    const [component] = departure({ people, contributions: [spend('ada', 6), spend('bob', 3), spend('cyd', 1)] }, ['ada']).components
    expect(component).toMatchObject({ becomes: 'no_keeper', lostShare: 0.6, successorIds: ['bob', 'cyd'], pairing: null })
  })

  test('is answered from a stored copy of the model as from the model', () => {
    const { model } = analyse(buildDataset({ asOf: '2024-12-31', people, contributions }), DEFAULT_SETTINGS)
    expect(simulateDeparture(structuredClone(model), [0])).toEqual(simulateDeparture(model, [0]))
  })
})

test('nobody leaving raises coverage, of any component or of the whole', () => {
  fc.assert(
    fc.property(datasetArbitrary, fc.subarray([0, 1, 2, 3]), (input, leavers) => {
      const { model } = analyse(buildDataset(input), DEFAULT_SETTINGS)
      const going = leavers.filter(person => person < model.people.ids.length)
      const { before, after, components } = simulateDeparture(model, going)
      expect(after.coverage ?? 0).toBeLessThanOrEqual(before.coverage ?? 0)
      for (const one of components) expect(one.after.coverage ?? 0).toBeLessThanOrEqual(one.before.coverage ?? 0)
    }),
    { numRuns: 60 },
  )
})
