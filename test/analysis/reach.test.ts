import { describe, expect, test } from 'vitest'
import { DEFAULT_ENABLER_TRAP_SETTINGS } from '../../src/analysis/enabler-trap-settings.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { reachOf } from '../../src/analysis/reach.ts'
import { secondOrderReach } from '../../src/analysis/second-order-reach.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput } from './dataset-builder.ts'

function reach(contributions: ContributionInput[], more: Partial<DatasetInput> = {}) {
  const dataset = buildDataset({ asOf: '2024-12-31', contributions, ...more })
  const found = reachOf(dataset, groundOf(dataset, DEFAULT_SETTINGS), DEFAULT_ENABLER_TRAP_SETTINGS)
  const byId = (values: Float64Array) => Object.fromEntries(dataset.people.map((person, index) => [person.id, values[index]]))
  return { ...found, of: byId(found.reach), second: byId(found.secondOrder) }
}
const guide = { person: 'ada', at: '2023-06-01', kind: 'documentation', artifact: 'guide' }
const use = (person: string, at: string, more: Partial<ContributionInput> = {}) => ({
  person,
  at,
  artifact: `${person}'s`,
  uses: ['guide'],
  ...more,
})
const inMonths = (person: string, ...months: number[]) => months.map(month => use(person, `2024-${String(month).padStart(2, '0')}-10`))

describe('reach', () => {
  test('counts people who used something in three distinct months of the window', () => {
    expect(reach([guide, ...inMonths('bob', 2, 5, 9), ...inMonths('cyd', 2, 2, 3)]).of).toMatchObject({ ada: 1 })
    expect(reach([guide, use('bob', '2023-05-01'), use('bob', '2023-12-01'), ...inMonths('bob', 1, 2)]).of).toMatchObject({ ada: 0 })
  })

  test('counts a person once, whatever of the author they used', () => {
    const kit = { ...guide, artifact: 'kit' }
    const mixed = [
      use('bob', '2024-02-01'),
      use('bob', '2024-03-01', { uses: ['kit'] }),
      use('bob', '2024-04-01', { uses: ['guide', 'kit'] }),
    ]
    expect(reach([guide, kit, ...mixed]).of).toMatchObject({ ada: 1 })
  })

  test('is not one’s own use, nor that of a co-author', () => {
    const coAuthor = { ...guide, person: 'bob' }
    expect(reach([guide, ...inMonths('ada', 1, 2, 3)]).of).toMatchObject({ ada: 0 })
    expect(reach([guide, coAuthor, ...inMonths('bob', 1, 2, 3), ...inMonths('cyd', 1, 2, 3)]).of).toMatchObject({ ada: 1, bob: 1 })
  })

  test('is work built inside an enabling artifact too, but not changes by its co-authors, nor work inside plain code', () => {
    const inside = (person: string, ...months: number[]) => months.map(month => ({ person, at: `2024-0${month}-10`, artifact: 'frame' }))
    const frame = ['2023-05-01', '2023-06-01', '2023-07-01', '2023-08-01', '2023-09-01', '2023-10-01'].map(at => ({
      person: 'ada',
      at,
      kind: 'framework',
      artifact: 'frame',
    }))
    const many = Array.from({ length: 30 }, (_, index) => ({ ...frame[0]!, at: `2023-11-${String(1 + (index % 28)).padStart(2, '0')}` }))
    expect(reach([...frame, ...many, ...inside('bob', 1, 2, 3)]).of).toMatchObject({ ada: 1 })
    expect(reach([...frame, ...many, ...inside('bob', 1, 2)]).of).toMatchObject({ ada: 0 })
    const shared = [...frame, ...frame.map(row => ({ ...row, person: 'bob' })), ...inside('bob', 1, 2, 3)]
    expect(reach(shared).of).toMatchObject({ ada: NaN, bob: NaN })
    const code = [...frame, ...many].map(row => ({ ...row, kind: 'commit' }))
    expect(reach([...code, ...inside('bob', 1, 2, 3)]).isRecorded).toBe(false)
  })

  test('follows a renamed artifact, and stops at what is out of scope', () => {
    const renamed = {
      person: 'ada',
      at: '2024-03-15',
      kind: 'documentation',
      artifact: 'handbook',
      previousArtifact: 'guide',
      change: 'renamed' as const,
    }
    const later = use('bob', '2024-05-10', { uses: ['handbook'] })
    const rows = [{ ...guide, change: 'added' as const }, ...inMonths('bob', 1, 2), renamed, later]
    expect(reach(rows).of).toMatchObject({ ada: 1 })
    const vendored = { artifacts: [{ component: 'system', artifact: 'guide', status: 'out_of_scope' as const }] }
    expect(reach([guide, ...inMonths('bob', 1, 2, 3)], vendored).of).toMatchObject({ ada: 0 })
  })

  test('is unknown, not none, where no use is recorded', () => {
    const { isRecorded, of } = reach([guide, { person: 'bob', at: '2024-05-01', artifact: 'x' }])
    expect([isRecorded, of]).toEqual([false, { ada: NaN, bob: NaN }])
  })
})

describe('second-order reach', () => {
  const pairs = (...list: (readonly [author: number, user: number])[]) =>
    [Int32Array.from(list, ([author]) => author), Int32Array.from(list, ([, user]) => user)] as const

  test('adds half of the reach of those reached, and a quarter of theirs', () => {
    // 0 is used by 1 and 2, 1 by 3 and 4, 3 by 5.
    const [author, user] = pairs([0, 1], [0, 2], [1, 3], [1, 4], [3, 5])
    expect([...secondOrderReach(author, user, 6)]).toEqual(
      [2 + 0.5 * (2 + 0.5), 0, 0, 1, 0, 0].map((value, person) => (person === 1 ? 2.5 : value)),
    )
  })

  test('settles where use runs in circles', () => {
    const [author, user] = pairs([0, 1], [1, 0])
    expect(secondOrderReach(author, user, 2)[0]).toBeCloseTo(2)
    const all = [0, 1, 2, 3].flatMap(a => [0, 1, 2, 3].filter(b => b !== a).map(b => [a, b] as const))
    // The largest eigenvalue is 3, so a = 1/6 and x = 3 + x / 2.
    expect(secondOrderReach(...pairs(...all), 4)[2]).toBeCloseTo(6)
  })

  test('is reach where nobody reached reaches anybody', () => {
    const { of, second } = reach([guide, ...inMonths('bob', 1, 2, 3), ...inMonths('cyd', 4, 5, 6)])
    expect(second).toEqual(of)
  })
})
