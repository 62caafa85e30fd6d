import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '../../../renderer/organisation/answers.ts'
import { icicleOf, icicleRoots, icicleStep } from '../../../renderer/organisation/icicle.ts'
import { inSight, openAtFirst, pathTo, treeOf, treeStep } from '../../../renderer/organisation/unit-tree.ts'
import { unitNamed } from './unit-builder.ts'

const names = fc.constantFrom('A', 'B', 'C', 'D')
const pathArbitrary = fc.array(names, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'))
/** As the host sends them: in the order of paths, some of those above left out. */
const unitsArbitrary = fc
  .uniqueArray(fc.tuple(pathArbitrary, fc.nat({ max: 50 })), { selector: ([path]) => path, maxLength: 30 })
  .map(entries => entries.map(([path, people]) => unitNamed(path, { people })).toSorted((a, b) => (a.unit < b.unit ? -1 : 1)))

const everything = (units: readonly Unit[]) => new Set(units.map(({ unit }) => unit))

describe('the tree of units', () => {
  test('has every unit once, below the nearest one above it that is shown', () => {
    fc.assert(
      fc.property(unitsArbitrary, units => {
        const rows = inSight(treeOf(units), everything(units))
        expect(rows.map(({ unit }) => unit.unit).toSorted()).toEqual(units.map(({ unit }) => unit).toSorted())
        for (const { unit, parent, level, name, place, siblings } of rows) {
          const above = pathTo(unit.unit).findLast(path => units.some(other => other.unit === path))
          expect(parent?.unit.unit).toBe(above)
          expect(level).toBe((parent?.level ?? 0) + 1)
          expect(parent === null ? name : `${parent.unit.unit}/${name}`).toBe(unit.unit)
          expect(place).toBeLessThanOrEqual(siblings)
        }
      }),
    )
  })

  test('opens whole levels at first, as many as fit', () => {
    const wide = [unitNamed('Top'), ...Array.from({ length: 60 }, (_, index) => unitNamed(`Top/Team ${index}`))]
    expect([...openAtFirst(wide)]).toEqual(['Top'])
    const deep = [unitNamed('Top'), ...Array.from({ length: 10 }, (_, index) => unitNamed(`Top/Area ${index}`))]
    const deeper = deep.flatMap(unit => [
      unit,
      ...(unit.unit === 'Top' ? [] : [0, 1, 2, 3, 4].map(team => unitNamed(`${unit.unit}/${team}`))),
    ])
    expect([...openAtFirst(deeper)]).toEqual(['Top'])
    expect(openAtFirst([])).toEqual(new Set())
  })

  test('right opens, left closes and then goes up, and no key leads out of it', () => {
    const units = [unitNamed('A'), unitNamed('A/B'), unitNamed('C')]
    const top = treeOf(units)
    const closed = inSight(top, new Set())
    expect(treeStep('ArrowRight', closed, 0, new Set())).toEqual({ open: 'A' })
    const open = new Set(['A'])
    const rows = inSight(top, open)
    expect(treeStep('ArrowRight', rows, 0, open)).toBeNull()
    expect(treeStep('ArrowLeft', rows, 1, open)).toEqual({ to: 0 })
    expect(treeStep('ArrowLeft', rows, 0, open)).toEqual({ close: 'A' })
    expect(treeStep('ArrowLeft', rows, 2, open)).toBeNull()
    expect(treeStep('ArrowUp', rows, 0, open)).toEqual({ to: 0 })
    expect(treeStep('End', rows, 0, open)).toEqual({ to: 2 })
    expect(treeStep('x', rows, 0, open)).toBeNull()
  })
})

describe('the icicle', () => {
  test('gives each unit its share of the height, inside the one it is part of, and no two of a column overlap', () => {
    fc.assert(
      fc.property(unitsArbitrary, drawn => {
        // Each has at least the people of those below it.
        const people = (path: string) =>
          drawn.reduce((sum, { unit, people: own }) => sum + (unit === path || unit.startsWith(`${path}/`) ? own + 1 : 0), 0)
        const units = drawn.map(({ unit }) => unitNamed(unit, { people: people(unit) }))
        const { cells, columns, leftOut } = icicleOf(treeOf(units))
        expect(cells.length + leftOut).toBe(units.length)
        expect(columns).toBe(cells.reduce((most, { column }) => Math.max(most, column + 1), 0))
        for (const [index, { node, column, top, height }] of cells.entries()) {
          const above = cells.find(cell => cell.node === node.parent)
          if (above) expect(top >= above.top - 1e-9 && top + height <= above.top + above.height + 1e-9).toBe(true)
          const next = cells.find((cell, place) => place > index && cell.column === column)
          if (next) expect(next.top).toBeGreaterThanOrEqual(top + height - 1e-9)
        }
      }),
    )
  })

  test('leaves out what is too thin to see, and says how many', () => {
    const { cells, leftOut } = icicleOf(
      treeOf([unitNamed('A', { people: 1000 }), unitNamed('B', { people: 1 }), unitNamed('B/C', { people: 1 })]),
    )
    expect(cells.map(({ node }) => node.unit.unit)).toEqual(['A'])
    expect(leftOut).toBe(2)
  })

  test('comes nearer to what is chosen only where all of it is too much to see', () => {
    const few = treeOf([unitNamed('A', { people: 5 }), unitNamed('A/B', { people: 5 })])
    expect(icicleRoots(few, 'A')).toBe(few)
    const many = treeOf([unitNamed('A', { people: 1000 }), unitNamed('B', { people: 2 }), unitNamed('B/C', { people: 1 })])
    const drawn = (chosen: string | null) => icicleRoots(many, chosen).map(({ unit }) => unit.unit)
    expect(drawn('B')).toEqual(['B'])
    expect(drawn('B/C')).toEqual(['B'])
    expect(drawn('A')).toEqual(['A', 'B'])
    expect(drawn('Nowhere')).toEqual(['A', 'B'])
    expect(drawn(null)).toEqual(['A', 'B'])
  })

  test('arrows walk a column, and go left and right along the tree', () => {
    const units = [unitNamed('A', { people: 5 }), unitNamed('A/B', { people: 5 }), unitNamed('C', { people: 5 })]
    const { cells } = icicleOf(treeOf(units))
    expect(icicleStep('ArrowDown', cells, 0)).toBe(2)
    expect(icicleStep('ArrowUp', cells, 0)).toBeNull()
    expect(icicleStep('ArrowRight', cells, 0)).toBe(1)
    expect(icicleStep('ArrowLeft', cells, 1)).toBe(0)
    expect(icicleStep('ArrowRight', cells, 2)).toBeNull()
  })
})
