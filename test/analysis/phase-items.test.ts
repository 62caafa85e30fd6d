import { describe, expect, test } from 'vitest'
import { groundOf } from '../../src/analysis/ground.ts'
import { carriedItemsOf, entropyOf, phaseOfKinds, phaseRowsOf, PHASES } from '../../src/analysis/phase-items.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { DEFAULT_KINDS } from '../../src/domain/kinds.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput } from './dataset-builder.ts'

const step = (person: string, day: number, kind: string, hours = 1, workItem = 'item'): ContributionInput => ({
  person,
  at: `2026-06-${String(day).padStart(2, '0')}`,
  kind,
  hours,
  workItem,
  component: 'core',
})

const WHOLE = [
  step('ada', 1, 'product_decision'),
  step('ada', 2, 'decomposition'),
  step('ada', 3, 'commit'),
  step('ada', 4, 'documentation'),
]

function carried(contributions: readonly ContributionInput[], workItems: DatasetInput['workItems'] = [], period = { from: 0, to: 1e6 }) {
  const dataset = buildDataset({ people: [{ id: 'ada' }, { id: 'bob' }, { id: 'cyd' }], contributions, workItems, asOf: '2026-06-30' })
  const { effort } = groundOf(dataset, DEFAULT_SETTINGS)
  const rows = phaseRowsOf(dataset, effort)
  const items = carriedItemsOf(dataset, effort, rows, period, DEFAULT_ROUTE_SETTINGS)
  const wholeOf = (id: string) => {
    const person = dataset.people.findIndex(one => one.id === id)
    return [...items.endToEnd.subarray(items.offsets[person], items.offsets[person + 1])]
  }
  return { dataset, rows, items, wholeOf, handoffs: [...rows.handoffs] }
}

test('every kind of work has its phase; coordination, governance and reviews have none', () => {
  const kindNames = Object.keys(DEFAULT_KINDS)
  const phases = phaseOfKinds({ kindNames, kindOf: Object.values(DEFAULT_KINDS) })
  const phaseOf = (name: string) => PHASES[phases[kindNames.indexOf(name)]!] ?? null
  expect(['product_decision', 'architecture', 'decomposition', 'fix', 'tooling'].map(phaseOf)).toEqual([...PHASES])
  expect(['review', 'planning', 'meeting', 'audit'].map(phaseOf)).toEqual([null, null, null, null])
})

test('entropy is 0 for one phase and the logarithm of their number for equal ones', () => {
  expect(entropyOf([5, 0], 5)).toBe(0)
  expect(entropyOf([2, 2, 2], 6)).toBeCloseTo(Math.log(3), 12)
  expect(entropyOf([], 0)).toBe(0)
})

describe('an end-to-end item', () => {
  test('covers three phases, making among them', () => {
    const { items, wholeOf } = carried(WHOLE)
    expect(wholeOf('ada')).toEqual([1])
    expect(items.phaseEntropy[0]).toBeCloseTo(Math.log(4), 12)
    expect(items.share[0]).toBe(1)
  })

  test("is not the architect's who decides, shapes and breaks down what others make", () => {
    expect(
      carried([
        step('ada', 1, 'design_decision'),
        step('ada', 2, 'architecture'),
        step('ada', 3, 'decomposition'),
        step('bob', 4, 'commit'),
      ]).wholeOf('ada'),
    ).toEqual([0])
  })

  test("is not the generalist's, whose phases lie in different items", () => {
    const spread = [
      step('ada', 1, 'product_decision', 1, 'a'),
      step('ada', 2, 'decomposition', 1, 'b'),
      step('ada', 3, 'commit', 1, 'c'),
      step('ada', 4, 'documentation', 1, 'd'),
    ]
    expect(carried(spread).wholeOf('ada')).toEqual([0, 0, 0, 0])
  })

  test("is not the reviewer's", () => {
    expect(carried([step('ada', 1, 'product_decision'), step('ada', 2, 'commit'), step('ada', 3, 'review')]).wholeOf('ada')).toEqual([0])
  })

  test('may change hands once as recorded, not twice', () => {
    const others = [step('ada', 1, 'commit', 1, 'other'), step('bob', 2, 'commit', 1, 'other')]
    const other = { id: 'other', handoffs: 3 }
    expect(carried([...WHOLE, ...others], [{ id: 'item', handoffs: 1 }, other]).wholeOf('ada')[0]).toBe(1)
    expect(carried([...WHOLE, ...others], [{ id: 'item', handoffs: 2 }, other]).wholeOf('ada')[0]).toBe(0)
  })
})

describe('handoffs', () => {
  const relay = [
    step('bob', 1, 'product_decision', 5),
    step('ada', 1, 'product_decision'),
    step('ada', 2, 'commit', 5),
    step('bob', 3, 'documentation', 5),
    step('ada', 4, 'documentation'),
  ]

  test('that a tracker never counts are followed from phase to phase', () => {
    const { handoffs, wholeOf } = carried(relay, [{ id: 'item', handoffs: 0 }])
    expect(handoffs).toEqual([2])
    expect(wholeOf('ada')).toEqual([0])
  })

  test('of items without a number are followed too, and a helper in between is none', () => {
    expect(carried(relay).handoffs).toEqual([2])
    expect(carried([...WHOLE, step('bob', 3, 'commit', 0.5)]).handoffs).toEqual([0])
  })
})

describe('in a period', () => {
  test('an item belongs to the last day somebody worked on it, with all they did before', () => {
    const { dataset } = carried(WHOLE)
    const first = dataset.contributions.day[0]!
    expect(carried(WHOLE, [], { from: first + 3, to: first + 9 }).wholeOf('ada')).toEqual([1])
    expect(carried(WHOLE, [], { from: first + 4, to: first + 9 }).wholeOf('ada')).toEqual([])
    expect(carried(WHOLE, [], { from: first, to: first + 1 }).wholeOf('ada')).toEqual([0])
  })
})
