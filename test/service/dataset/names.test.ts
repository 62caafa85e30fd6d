import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ArtifactTable } from '../../../src/service/dataset/artifact-table.ts'
import { GrowingLists } from '../../../src/service/dataset/growing-lists.ts'
import { Names, replaceCodes } from '../../../src/service/dataset/names.ts'

describe('names', () => {
  test('have one code each, whatever they are called', () => {
    const names = new Names()
    const given = ['b', 'a', '__proto__', 'constructor', '', 'a', 'b']
    expect(given.map(name => names.codeOf(name))).toEqual([0, 1, 2, 3, 4, 1, 0])
    expect(names.find('c')).toBeNull()
    expect(names.size).toBe(5)
  })

  test('come out in one order, whichever they were read in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary' })), fc.infiniteStream(fc.nat()), (list, order) => {
        const turned = list.map(name => ({ name, at: order.next().value })).toSorted((a, b) => a.at - b.at)
        const [a, b] = [new Names(), new Names()]
        const codes = Int32Array.from(list, name => a.codeOf(name))
        for (const { name } of turned) b.codeOf(name)
        const sorted = a.sorted()
        expect(sorted.names).toEqual(b.sorted().names)
        replaceCodes(codes, sorted.placeOf)
        expect([...codes].map(code => sorted.names[code])).toEqual(list)
      }),
    )
  })

  test('negative codes stay as they are', () => {
    const codes = Int32Array.of(-1, 0, -2)
    replaceCodes(codes, Int32Array.of(5))
    expect([...codes]).toEqual([-1, 5, -2])
  })
})

describe('artifacts', () => {
  test('of one name in several components are several', () => {
    const table = new ArtifactTable()
    const codes = [0, 1, 2, 1, 0, 2].map(component => table.codeOf(component, 'index.ts'))
    expect(codes).toEqual([0, 1, 2, 1, 0, 2])
    expect(table.size).toBe(3)
  })

  test('are found by component, else only where the name leaves no doubt', () => {
    const table = new ArtifactTable()
    const [first, second, lone] = [table.codeOf(0, 'index.ts'), table.codeOf(1, 'index.ts'), table.codeOf(1, 'lone.ts')]
    expect(table.find('index.ts', 0)).toBe(first)
    expect(table.find('index.ts', 1)).toBe(second)
    expect(table.find('index.ts', 2)).toBeNull()
    expect(table.find('index.ts', null)).toBeNull()
    expect(table.find('lone.ts', 0)).toBe(lone)
    expect(table.find('lone.ts', null)).toBe(lone)
    expect(table.find('gone.ts', 0)).toBeNull()
  })

  test('stand by the place of their component, then by name', () => {
    const table = new ArtifactTable()
    for (const [component, name] of [
      [1, 'b'],
      [0, 'z'],
      [1, 'a'],
      [0, 'b'],
    ] as const)
      table.codeOf(component, name)
    // Component 1 comes before component 0.
    const { names, placeOf } = table.sorted(Int32Array.of(1, 0))
    expect(names).toEqual([
      { component: 0, name: 'a' },
      { component: 0, name: 'b' },
      { component: 1, name: 'b' },
      { component: 1, name: 'z' },
    ])
    expect([...placeOf]).toEqual([1, 3, 0, 2])
  })
})

test('lists keep the rows that are picked, without repeats and what became nobody', () => {
  const lists = new GrowingLists(3)
  for (const values of [[5, 4, 5], [], [7, 1]]) {
    for (const value of values) lists.push(value)
    lists.endRow()
  }
  const { offsets, values } = lists.finish(Uint32Array.of(0, 2), value => (value === 7 ? -1 : value * 10))
  expect([...offsets]).toEqual([0, 2, 3])
  expect([...values]).toEqual([40, 50, 10])
})
