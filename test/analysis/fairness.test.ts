import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fairnessOf } from '../../src/analysis/fairness.ts'
import { DEFAULT_FAIRNESS_SETTINGS } from '../../src/analysis/fairness-settings.ts'
import type { Finding } from '../../src/analysis/finding.ts'
import type { DemographicValue } from '../../src/domain/person.ts'
import { buildDataset } from './dataset-builder.ts'

interface Group {
  readonly value: string | null
  readonly people: number
  readonly flagged: number
}

const finding = (person: number, pattern: Finding['pattern'] = 'builder_trap'): Finding => ({
  person,
  pattern,
  band: 'watch',
  coverage: 1,
  survivesMoved: true,
  reasons: [],
  counter: [],
  wouldChange: [],
  routes: [],
})

/** People one after the other, group by group; the first of each are flagged. */
function check(groups: readonly Group[], settings = DEFAULT_FAIRNESS_SETTINGS) {
  const values: DemographicValue[] = []
  const findings: Finding[] = []
  let next = 0
  for (const { value, people, flagged } of groups)
    for (let member = 0; member < people; member++, next++) {
      const personId = `p${String(next).padStart(4, '0')}`
      if (value !== null) values.push({ personId, attribute: 'gender', value })
      if (member < flagged) findings.push(finding(next))
    }
  const { people } = buildDataset({ people: Array.from({ length: next }, (_, index) => ({ id: `p${String(index).padStart(4, '0')}` })) })
  return fairnessOf(people, new Uint8Array(next).fill(1), findings, values, settings)
}

describe('the fairness check', () => {
  test('sets each group beside everybody else', () => {
    const [found] = check([
      { value: 'woman', people: 40, flagged: 8 },
      { value: 'man', people: 60, flagged: 3 },
    ])
    expect(found).toMatchObject({ attribute: 'gender', pattern: 'builder_trap', isSuppressed: false })
    const [man, woman] = found!.groups
    expect(woman).toMatchObject({ group: 'woman', people: 40, flagged: 8, otherPeople: 60, otherFlagged: 3 })
    expect(woman!.ratio).toBeCloseTo(0.25, 9)
    expect(woman!.test.midP).toBeCloseTo(man!.test.midP, 9)
    expect(woman!.test.midP).toBeLessThan(0.05)
  })

  test('keeps who states nothing as a group of its own', () => {
    const [found] = check([
      { value: 'woman', people: 40, flagged: 4 },
      { value: 'man', people: 60, flagged: 3 },
      { value: null, people: 12, flagged: 1 },
    ])
    expect(found!.groups.map(({ group }) => group)).toEqual(['man', 'woman', null])
  })

  test('shows neither a small group nor the largest beside it', () => {
    const [found] = check([
      { value: 'woman', people: 90, flagged: 9 },
      { value: 'man', people: 110, flagged: 5 },
      { value: 'non-binary', people: 5, flagged: 1 },
    ])
    expect(found).toMatchObject({ isSuppressed: true })
    expect(found!.groups.map(({ group }) => group)).toEqual(['woman'])
  })

  test('takes a smaller least size, but none under five people is one', () => {
    const groups = [
      { value: 'woman', people: 7, flagged: 3 },
      { value: 'man', people: 30, flagged: 2 },
    ]
    expect(check(groups)[0]!.groups).toEqual([])
    expect(check(groups, { ...DEFAULT_FAIRNESS_SETTINGS, fairnessGroupLeast: 5 })[0]!.groups).toHaveLength(2)
  })

  test('has nothing to compare where all are of one group, or nobody is flagged', () => {
    expect(check([{ value: 'woman', people: 40, flagged: 8 }])).toEqual([])
    expect(
      check([
        { value: 'woman', people: 40, flagged: 0 },
        { value: 'man', people: 40, flagged: 0 },
      ]),
    ).toEqual([])
  })

  test('counts the same people for every flag, and nobody who cannot be flagged', () => {
    const { people } = buildDataset({ people: Array.from({ length: 40 }, (_, index) => ({ id: `p${index}` })) })
    const values = people.map(({ id }, index) => ({ personId: id, attribute: 'gender', value: index % 2 === 0 ? 'woman' : 'man' }))
    const candidates = Uint8Array.from(people, (_, index) => (index < 36 ? 1 : 0))
    const findings = [0, 1, 2, 3, 37].flatMap(person => [finding(person), finding(person, 'enabler_trap')])
    const found = fairnessOf(people, candidates, findings, values, DEFAULT_FAIRNESS_SETTINGS)
    expect(found.map(({ pattern }) => pattern)).toEqual(['builder_trap', 'enabler_trap'])
    for (const { groups } of found)
      expect(groups.map(({ people: count, flagged }) => [count, flagged])).toEqual([
        [18, 2],
        [18, 2],
      ])
  })
})

test('no other analysis knows of demographic values', () => {
  const folder = new URL('../../src/analysis/', import.meta.url)
  const readers = readdirSync(folder).filter(name =>
    /demographic/i.test(readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*\*.*?\*\//gs, '')),
  )
  expect(readers).toEqual(['fairness.ts'])
})
