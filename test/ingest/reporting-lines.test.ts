import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReportingPerson, resolveManagers } from '../../src/ingest/reporting-lines.ts'

const person = (personId: string, manager: string | null, more: Partial<ReportingPerson> = {}): ReportingPerson => ({
  personId,
  name: null,
  email: null,
  manager,
  ...more,
})

describe('resolving managers', () => {
  test('by id, then by e-mail, then by the name only one person bears', () => {
    const people = [
      person('1', null, { name: 'Ann Lee', email: 'ann@x.org' }),
      person('2', '1'),
      person('3', ' ANN@X.org '),
      person('4', 'ann  lee'),
      person('B5', null),
      person('6', 'b5'),
      person('ann@x.org', null),
    ]
    expect(resolveManagers(people)).toEqual({ managerOf: [null, 0, 6, 0, null, 4, null], problems: [], roots: 3 })
  })

  test('what leads nowhere or to several people is reported once for each reference', () => {
    const twins = [person('1', null, { name: 'Jo' }), person('2', null, { name: 'jo' })]
    const { managerOf, problems, roots } = resolveManagers([...twins, person('5', 'Jo'), person('4', 'Jo'), person('3', '99')])
    expect(managerOf).toEqual([null, null, null, null, null])
    expect(problems).toEqual([
      { code: 'manager-ambiguous', personIds: ['4', '5'], reference: 'Jo', chains: null },
      { code: 'manager-not-found', personIds: ['3'], reference: '99', chains: null },
    ])
    expect(roots).toBe(5)
  })

  test('self-managers and loops are cut at the smallest id, everybody else keeps their manager', () => {
    const { managerOf, problems, roots } = resolveManagers([
      person('c', 'a'),
      person('a', 'b'),
      person('b', 'c'),
      person('d', 'c'),
      person('e', 'E'),
    ])
    expect(managerOf).toEqual([1, null, 0, 0, null])
    expect(problems).toEqual([
      { code: 'manager-loop', personIds: ['a', 'b', 'c'], reference: 'b', chains: 4 },
      { code: 'manager-self', personIds: ['e'], reference: 'E', chains: 1 },
    ])
    expect(roots).toBe(2)
  })

  test('every chain ends at a root, whatever is pointed at', () => {
    const organisation = fc
      .integer({ min: 1, max: 30 })
      .chain(size => fc.array(fc.integer({ min: -1, max: size }), { minLength: size, maxLength: size }))
    fc.assert(
      fc.property(organisation, fc.integer(), (pointers, seed) => {
        const people = pointers.map((manager, index) => person(`p${index}`, manager < 0 ? null : `p${manager}`))
        const { managerOf, roots, problems } = resolveManagers(people)
        for (let start = 0; start < people.length; start++) {
          let steps = 0
          for (let at: number | null = start; at !== null; at = managerOf[at]!) expect(steps++).toBeLessThanOrEqual(people.length)
        }
        expect(roots).toBe(managerOf.filter(manager => manager === null).length)
        const order = people.map((_, index) => index).sort((a, b) => Math.imul(a + 1, seed | 1) - Math.imul(b + 1, seed | 1) || a - b)
        const shuffled = resolveManagers(order.map(index => people[index]!))
        expect(shuffled.problems).toEqual(problems)
        expect(shuffled.managerOf.map(manager => (manager === null ? null : order[manager]))).toEqual(order.map(index => managerOf[index]))
      }),
    )
  })
})
