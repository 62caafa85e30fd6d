import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput } from './dataset-builder.ts'
import { datasetArbitrary } from './random-dataset.ts'

const analysed = (input: DatasetInput) => analyse(buildDataset({ asOf: '2024-12-31', ...input }), DEFAULT_SETTINGS)
const first = (input: DatasetInput) => analysed(input).components[0]!
const personIn = (input: DatasetInput, id: string) => analysed(input).people.find(person => person.personId === id)!

/** A person adds these artifacts, and then changes each so many times, two hours each time. */
function work(
  person: string,
  artifacts: string,
  options: { readonly changes?: number; readonly month?: string; readonly component?: string } = {},
): ContributionInput[] {
  const { changes = 0, month = '2024-05', component = 'ledger' } = options
  return artifacts.split('').flatMap(artifact =>
    Array.from({ length: changes + 1 }, (_, index) => ({
      person,
      at: `${month}-${String(index + 1).padStart(2, '0')}`,
      component,
      artifact,
      hours: 2,
      change: index === 0 ? ('added' as const) : ('changed' as const),
    })),
  )
}
const staff = (...ids: string[]) => ids.map(id => ({ id, terminationDate: null }))
const left = (id: string, on = '2024-09-30') => ({ id, terminationDate: on })

describe('one keeper', () => {
  test('holds at least half of the artifacts, did half of the work, and nobody else over two thirds of theirs', () => {
    const contributions = [...work('ada', 'abcd', { changes: 2 }), ...work('bob', 'e')]
    expect(first({ people: staff('ada', 'bob'), contributions })).toMatchObject({
      keepers: 'one',
      keeper: 'ada',
      hold: 4 / 5,
      share: 12 / 13,
      second: 'bob',
    })
  })

  test('is told by effort where a few guides name an artifact and the code beside them does not', () => {
    const code = Array.from({ length: 12 }, (_, index) => ({
      person: index < 10 ? 'ada' : 'bob',
      at: `2024-${String(index + 1).padStart(2, '0')}-10`,
      component: 'ledger',
      hours: 5,
    }))
    const guides = work('bob', 'abc', { changes: 1 })
    expect(first({ people: staff('ada', 'bob'), contributions: [...code, ...guides] })).toMatchObject({
      keepers: 'one',
      keeper: 'ada',
      keeperBasis: 'effort',
      hold: 50 / 72,
    })
  })

  test('is none where a second did over two thirds of their work', () => {
    const reviewsAside = [...work('ada', 'abcd', { changes: 2 }), ...work('bob', 'e', { changes: 7 })]
    expect(first({ people: staff('ada', 'bob'), contributions: reviewsAside })).toMatchObject({ keepers: 'one' })
    const aLittleMore = [...work('ada', 'abcd', { changes: 2 }), ...work('bob', 'e', { changes: 8 })]
    expect(first({ people: staff('ada', 'bob'), contributions: aLittleMore })).toMatchObject({
      keepers: 'several',
      keeper: null,
      leading: 'ada',
      second: null,
    })
  })

  test('is none where the artifacts have other authors: old dominance of a hot file is not enough', () => {
    const hot = [...work('ada', 'a', { changes: 30 }), ...work('bob', 'bcd')]
    expect(first({ people: staff('ada', 'bob'), contributions: hot })).toMatchObject({ keepers: 'several', hold: 1 / 4 })
  })

  test('of an import is none where the work since was done by somebody else', () => {
    const moved = work('ada', 'abcdefgh', { month: '2023-02' })
    const since = 'abcdefgh'
      .split('')
      .flatMap(artifact =>
        [1, 2].map(day => ({ person: 'bob', at: `2024-05-0${day}`, component: 'ledger', artifact, hours: 2, change: 'changed' as const })),
      )
    const result = first({ people: staff('ada', 'bob'), contributions: [...moved, ...since] })
    expect(result).toMatchObject({ keepers: 'several', leading: 'bob' })
    expect(result.initialImports).toEqual([expect.objectContaining({ personId: 'ada', artifacts: 8, share: 1 })])
  })

  test('is not made by a mass reformat, which is one piece of work however many files it touches', () => {
    const files = Array.from({ length: 40 }, (_, index) => `f${index}`)
    const written = files.map((artifact, index) => ({
      person: 'ada',
      at: `2024-0${1 + (index % 6)}-0${1 + (index % 7)}`,
      component: 'ledger',
      artifact,
      size: 100,
      change: 'added' as const,
    }))
    const reformat = files.map(artifact => ({
      person: 'bob',
      at: '2024-11-01T10:00:00Z',
      component: 'ledger',
      artifact,
      size: 5000,
      change: 'changed' as const,
    }))
    const { keepers, leading, share } = first({ people: staff('ada', 'bob'), contributions: [...written, ...reformat] })
    expect([keepers, leading]).toEqual(['several', 'ada'])
    expect(share).toBeGreaterThan(0.85)
  })

  test('leaves those aside who have left', () => {
    const contributions = [...work('ada', 'abcd'), ...work('bob', 'efg')]
    expect(first({ people: staff('ada', 'bob'), contributions })).toMatchObject({ keepers: 'several' })
    expect(first({ people: [...staff('ada'), left('bob')], contributions })).toMatchObject({
      keepers: 'one',
      keeper: 'ada',
      hold: 1,
      share: 1,
      second: null,
    })
  })

  test('is told with the rules that were asked', () => {
    const { reasons } = first({ people: staff('ada'), contributions: work('ada', 'ab') })
    expect(reasons.map(({ measure, value, met }) => [measure, value, met])).toEqual([
      ['coverage_ever', 1, true],
      ['coverage_now', 1, false],
      ['hold', 1, true],
      ['effort_share', 1, true],
      ['next_to_leading', 0, true],
    ])
  })
})

describe('no keeper', () => {
  test('is where the authors have left', () => {
    const contributions = [...work('ada', 'abc'), ...work('bob', 'd')]
    expect(first({ people: [left('ada'), ...staff('bob')], contributions })).toMatchObject({
      keepers: 'none',
      keeper: null,
      second: 'bob',
      truckFactor: 1,
      currentTruckFactor: 0,
      currentStartsBelowLine: true,
    })
  })

  test('is not said of a former keeper who came back, nor of one who leaves later', () => {
    const contributions = work('ada', 'abc')
    expect(first({ people: [{ id: 'ada', hireDate: '2024-10-01', terminationDate: '2024-03-31' }], contributions })).toMatchObject({
      keepers: 'one',
    })
    expect(first({ people: [left('ada', '2025-03-31')], contributions })).toMatchObject({ keepers: 'one' })
    expect(first({ people: [left('ada', '2024-12-31')], contributions })).toMatchObject({ keepers: 'one' })
    expect(first({ people: [left('ada', '2024-12-30')], contributions })).toMatchObject({ keepers: 'none' })
  })

  test('is seen from an exit in the history where the people file knows no end', () => {
    const exit = { personId: 'ada', effectiveDate: '2024-06-01', reason: 'exit' }
    const input = { people: [{ id: 'ada' }], contributions: work('ada', 'abc') }
    expect(first({ ...input, history: [exit] })).toMatchObject({ keepers: 'none' })
    expect(first({ ...input, history: [exit, { personId: 'ada', effectiveDate: '2024-08-01', reason: 'hire' }] })).toMatchObject({
      keepers: 'one',
    })
  })

  test('cannot be known without a people file, nor can a current truck factor', () => {
    expect(first({ contributions: work('ada', 'abc') })).toMatchObject({ keepers: 'one', truckFactor: 1, currentTruckFactor: null })
  })

  test('counts nobody as employed who is in no HRIS export, and says how many those are', () => {
    expect(first({ people: staff('bob'), contributions: work('ada', 'abc') })).toMatchObject({
      keepers: 'none',
      currentTruckFactor: 0,
      authorsOutsideHris: 1,
    })
  })
})

describe('without artifacts', () => {
  const spend = (person: string, hours: number, kind = 'feature') => ({ person, at: '2024-05-01', component: 'ledger', hours, kind })

  test('half of the effort and the two-thirds rule decide', () => {
    const people = staff('ada', 'bob', 'cyd')
    expect(first({ people, contributions: [spend('ada', 6), spend('bob', 4)] })).toMatchObject({
      keepers: 'one',
      keeperBasis: 'effort',
      hold: 0.6,
      second: 'bob',
      furtherChanges: null,
      truckFactor: null,
    })
    expect(first({ people, contributions: [spend('ada', 6), spend('bob', 4.25)] })).toMatchObject({ keepers: 'several' })
    expect(first({ people, contributions: [spend('ada', 4), spend('bob', 2.5), spend('cyd', 2.5)] })).toMatchObject({ keepers: 'several' })
    expect(first({ people: [left('ada'), ...staff('bob')], contributions: [spend('ada', 6), spend('bob', 4)] })).toMatchObject({
      keepers: 'none',
      second: 'bob',
    })
  })

  test('and without a contribution that changes anything, nothing is said', () => {
    expect(first({ people: staff('ada'), contributions: [spend('ada', 9, 'review'), spend('ada', 9, 'planning')] })).toMatchObject({
      keepers: null,
      keeperBasis: null,
      hold: null,
    })
  })

  test('components stand beside those with artifacts', () => {
    const { components } = analysed({
      people: staff('ada', 'bob'),
      contributions: [...work('ada', 'ab', { component: 'app' }), { ...spend('bob', 3), component: 'process' }],
    })
    expect(components.map(one => [one.component, one.keepers, one.keeperBasis, one.keeper])).toEqual([
      ['app', 'one', 'artifacts', 'ada'],
      ['process', 'one', 'effort', 'bob'],
    ])
  })
})

describe('further changes', () => {
  test('are the fewest after which the component is no longer held by one', () => {
    // Two of three artifacts must get a second author; each takes a newcomer to ada's 4.391 one change of their own.
    const result = first({
      people: staff('ada', 'bob'),
      contributions: [...work('ada', 'abc'), { person: 'bob', at: '2024-06-01', component: 'ledger', artifact: 'a', kind: 'review' }],
    })
    expect(result).toMatchObject({ second: null, furtherChanges: 2, newcomerChanges: 2 })
    const help = ['a', 'b'].map(artifact => ({
      person: 'bob',
      at: '2024-06-01',
      component: 'ledger',
      artifact,
      hours: 1,
      change: 'changed' as const,
    }))
    const helped = [...work('ada', 'abc', { changes: 4 }), ...help]
    const { second, furtherChanges, newcomerChanges } = first({ people: staff('ada', 'bob'), contributions: helped })
    expect(second).toBe('bob')
    expect(furtherChanges).toBeLessThan(newcomerChanges!)
  })

  test('when made indeed make the verdict fall, and one fewer does not', () => {
    const contributions = [...work('ada', 'abcd', { changes: 3 }), ...work('bob', 'e')]
    const people = staff('ada', 'bob')
    const { furtherChanges } = first({ people, contributions })
    const held = ['a', 'b', 'c', 'd']
    // All four cost the same, and two of the five artifacts may stay held by one.
    const [each, artifacts] = [furtherChanges! / 2, 2]
    const after = (count: number) =>
      held.slice(0, artifacts).flatMap((artifact, index) =>
        Array.from({ length: index === 0 ? count : each }, () => ({
          person: 'bob',
          at: '2024-07-01',
          component: 'ledger',
          artifact,
          hours: 0,
          change: 'changed' as const,
        })),
      )
    expect(first({ people, contributions: [...contributions, ...after(each)] })).toMatchObject({ keepers: 'several', hold: 2 / 5 })
    expect(first({ people, contributions: [...contributions, ...after(each - 1)] })).toMatchObject({ keepers: 'one', hold: 3 / 5 })
  })
})

describe('exposure', () => {
  const people = staff('ada', 'bob')
  const components = [
    { name: 'ledger', criticality: 5 },
    { name: 'site', criticality: 2 },
  ]

  test('is the largest criticality / 5 x hold over the components somebody keeps', () => {
    const contributions = [...work('ada', 'abcd', { changes: 3 }), ...work('bob', 'e'), ...work('ada', 'ab', { component: 'site' })]
    expect(personIn({ people, components, contributions }, 'ada')).toMatchObject({ exposure: 0.8, keptComponents: ['ledger', 'site'] })
    expect(personIn({ people, components, contributions }, 'bob')).toMatchObject({ exposure: 0, keptComponents: [] })
  })

  test('takes an unknown criticality as 3, and marks it as assumed', () => {
    const input = { people, contributions: work('ada', 'ab') }
    expect(personIn(input, 'ada').exposure).toBe(0.6)
    expect(first(input)).toMatchObject({ criticality: 3, criticalityAssumed: true, matters: false })
  })

  test('does not grow when a second keeper works beside the first', () => {
    fc.assert(
      fc.property(datasetArbitrary, input => {
        const contributions = input.contributions.map(row => ({ ...row, hours: row.hours ?? 1 }))
        const colleagues = [...(input.people ?? []), { id: 'zoe', terminationDate: null }]
        const beside = (rows: readonly ContributionInput[]) => ({
          ...input,
          meetings: [],
          contributions: rows,
          ...(input.people === undefined ? {} : { people: colleagues }),
        })
        const before = analysed(beside(contributions))
        for (const { component, keeper } of before.components) {
          if (keeper === null) continue
          const shadow = contributions
            .filter(row => row.person === keeper && row.component === component)
            .map(row => ({ ...row, person: 'zoe' }))
          const after = new Map(analysed(beside([...contributions, ...shadow])).people.map(person => [person.personId, person.exposure]))
          for (const { personId, exposure } of before.people) expect(after.get(personId)!).toBeLessThanOrEqual(exposure)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('a component matters from criticality 4, or above the median', () => {
  const named = (name: string, criticality: number) => ({ name, criticality })
  const matters = (components: readonly { name: string; criticality: number }[]) =>
    analysed({ components }).components.map(one => one.matters)
  expect(matters([named('a', 4), named('b', 5), named('c', 5)])).toEqual([true, true, true])
  expect(matters([named('a', 1), named('b', 2), named('c', 3)])).toEqual([false, false, true])
  expect(matters([named('a', 3), named('b', 3)])).toEqual([false, false])
})
