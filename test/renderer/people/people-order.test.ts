import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peopleData } from '../../../renderer/people/people-data.ts'
import { orderBy } from '../../../renderer/people/people-order.ts'
import type { PeopleSort } from '../../../renderer/people/people-query.ts'
import { columnsOf, type Row } from './people-columns-maker.ts'

const ROWS: readonly Row[] = [
  { id: 'E3', name: 'Zoë', unit: 'Product/Edge', build: 0.2, keeps: 1, weeks: 30 },
  { id: 'E1', name: 'Ángel', unit: 'Product/Edge', build: 0.7, weeks: 0 },
  { id: 'E4', name: 'anna', build: 0.2 },
  { id: 'E2', name: 'Bo', unit: 'Platform', keeps: 2 },
]

const namesBy = (sort: PeopleSort, descending = false) => {
  const data = peopleData(columnsOf(ROWS))
  return [...orderBy(data, sort, descending)].map(row => data.names[row])
}

describe('the order of the table of people', () => {
  it('is that of names, without case and accents, whatever the machine speaks', () => {
    expect(namesBy('name')).toEqual(['Ángel', 'anna', 'Bo', 'Zoë'])
    expect(namesBy('name', true)).toEqual(['Zoë', 'Bo', 'anna', 'Ángel'])
  })

  it('puts those of one value in the order of names, both ways', () => {
    expect(namesBy('unit')).toEqual(['Bo', 'Ángel', 'Zoë', 'anna'])
    expect(namesBy('unit', true)).toEqual(['Ángel', 'Zoë', 'Bo', 'anna'])
    expect(namesBy('build', true)).toEqual(['Ángel', 'anna', 'Zoë', 'Bo'])
  })

  it('keeps the unknown last in either direction, and tells it from 0', () => {
    expect(namesBy('build').at(-1)).toBe('Bo')
    expect(namesBy('build', true).at(-1)).toBe('Bo')
    expect(namesBy('weeks')).toEqual(['Ángel', 'Zoë', 'anna', 'Bo'])
    expect(namesBy('weeks', true)).toEqual(['Zoë', 'Ángel', 'anna', 'Bo'])
  })

  it('holds everybody exactly once, whatever is sorted by', () => {
    const row = fc.record({
      name: fc.string({ maxLength: 4 }),
      unit: fc.constantFrom('A', 'A/B', 'C'),
      build: fc.oneof(fc.constant(NaN), fc.double({ min: 0, max: 1, noNaN: true })),
      keeps: fc.nat(3),
    })
    fc.assert(
      fc.property(
        fc.array(row),
        fc.constantFrom<PeopleSort>('name', 'unit', 'build', 'keeps', 'title'),
        fc.boolean(),
        (rows, sort, down) => {
          const data = peopleData(columnsOf(rows.map((entry, index) => ({ ...entry, id: `E${index}` }))))
          expect([...orderBy(data, sort, down)].toSorted((a, b) => a - b)).toEqual(rows.map((_, index) => index))
        },
      ),
    )
  })
})
