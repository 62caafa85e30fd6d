import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peopleData } from '../../../renderer/people/people-data.ts'
import { EMPLOYMENTS, EVERYBODY, FLAG_FILTERS, TRACKS, type PeopleQuery } from '../../../renderer/people/people-query.ts'
import { peopleView, unitFacets } from '../../../renderer/people/people-view.ts'
import { columnsOf, type Row } from './people-columns-maker.ts'

const BUILDER = 1
const MISROUTED = 2 << 6

const ROWS: readonly Row[] = [
  { id: 'E10', name: 'Tomáš', title: 'Engineer', unit: 'Product/Pay', family: 'engineering', flags: BUILDER, employed: 2, track: 1 },
  { id: 'E11', name: 'Ines', title: 'Manager', unit: 'Product/Pay/Edge', family: 'engineering', flags: MISROUTED, employed: 2, track: 2 },
  { id: 'E12', name: 'Uma', title: 'Designer', unit: 'Product/Payroll', family: 'design', notEnough: 2, employed: 1, track: 1 },
  { id: 'X9', name: 'Chen' },
]
const data = peopleData(columnsOf(ROWS))
const namesOf = (changes: Partial<PeopleQuery>) => [...peopleView(data, { ...EVERYBODY, ...changes }).order].map(row => data.names[row])

describe('the rows a query selects', () => {
  it('are everybody without a filter', () => {
    expect(namesOf({})).toEqual(['Chen', 'Ines', 'Tomáš', 'Uma'])
  })

  it('have the text in name, id, title or unit, without case and accents', () => {
    expect(namesOf({ text: ' TOMAS ' })).toEqual(['Tomáš'])
    expect(namesOf({ text: 'x9' })).toEqual(['Chen'])
    expect(namesOf({ text: 'manag' })).toEqual(['Ines'])
    expect(namesOf({ text: 'pay' })).toEqual(['Ines', 'Tomáš', 'Uma'])
  })

  it('have any of the flags that are chosen', () => {
    expect(namesOf({ flags: ['builder_trap'] })).toEqual(['Tomáš'])
    expect(namesOf({ flags: ['builder_trap', 'misrouted_systems_thinker'] })).toEqual(['Ines', 'Tomáš'])
    expect(namesOf({ flags: ['any'] })).toEqual(['Ines', 'Tomáš'])
    expect(namesOf({ flags: ['thin'] })).toEqual(['Uma'])
    expect(namesOf({ flags: ['builder_trap', 'thin'] })).toEqual(['Tomáš', 'Uma'])
    expect(namesOf({ flags: ['enabler_trap'] })).toEqual([])
  })

  it('are of a unit and those below it, not of one that begins alike', () => {
    expect(namesOf({ unit: 'Product/Pay' })).toEqual(['Ines', 'Tomáš'])
  })

  it('tell unknown employment and track from no', () => {
    expect(namesOf({ employed: 'no' })).toEqual(['Uma'])
    expect(namesOf({ employed: 'unknown' })).toEqual(['Chen'])
    expect(namesOf({ track: 'unknown' })).toEqual(['Chen'])
  })
})

describe('the counts of the facets', () => {
  it('say how many people choosing it would leave, with all other filters kept', () => {
    const pattern = fc.constantFrom(...FLAG_FILTERS)
    const row = fc.record({
      name: fc.constantFrom('a', 'b', 'ab'),
      unit: fc.constantFrom('A', 'A/B', 'C'),
      family: fc.constantFrom('x', 'y'),
      flags: fc.nat(0xffff).map(bits => bits & (bits >>> 3)),
      notEnough: fc.constantFrom(0, 0, 5),
      employed: fc.nat(2),
      track: fc.nat(2),
    })
    const query = fc.record({
      text: fc.constantFrom('', 'a', 'b'),
      flags: fc.uniqueArray(pattern, { maxLength: 2 }),
      unit: fc.constantFrom(null, 'A', 'A/B'),
      families: fc.constantFrom([], ['x'], ['x', 'y']),
      track: fc.constantFrom(null, ...TRACKS),
      employed: fc.constantFrom(null, ...EMPLOYMENTS),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), query, pattern, (rows, filters, flag) => {
        const all = peopleData(columnsOf(rows.map((entry, index) => ({ ...entry, id: `E${index}` }))))
        const base: PeopleQuery = { ...EVERYBODY, ...filters }
        const { counts } = peopleView(all, base)
        const left = (changes: Partial<PeopleQuery>) => peopleView(all, { ...base, ...changes }).order.length
        expect(counts.flags[flag]).toBe(left({ flags: [flag] }))
        expect([...counts.tracks]).toEqual(TRACKS.map(track => left({ track })))
        expect([...counts.employed]).toEqual(EMPLOYMENTS.map(employed => left({ employed })))
        all.families.forEach((family, code) => expect(counts.families[code]).toBe(left({ families: [family] })))
        for (const { path, count } of unitFacets(all.units, counts.units, null)) expect(count).toBe(left({ unit: path }))
      }),
      { numRuns: 60 },
    )
  })

  it('open the tree of units along the chosen one', () => {
    const { counts } = peopleView(data, { ...EVERYBODY, unit: 'Product/Pay' })
    expect(unitFacets(data.units, counts.units, 'Product/Pay').map(({ path, depth, count }) => [path, depth, count])).toEqual([
      ['Product', 0, 3],
      ['Product/Pay', 1, 2],
      ['Product/Pay/Edge', 2, 1],
      ['Product/Payroll', 1, 1],
    ])
    expect(unitFacets(data.units, counts.units, null).map(({ path }) => path)).toEqual(['Product'])
  })
})
