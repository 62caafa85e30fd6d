import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAddress, PEOPLE, parseAddress, personAddress } from '../../../renderer/navigation/address.ts'
import {
  EMPLOYMENTS,
  EVERYBODY,
  FLAG_FILTERS,
  PEOPLE_COLUMNS,
  sortsOf,
  TRACKS,
  type PeopleQuery,
} from '../../../renderer/people/people-query.ts'

const subset = <T>(values: readonly T[]) => fc.subarray([...values])
const query: fc.Arbitrary<PeopleQuery> = subset(PEOPLE_COLUMNS)
  .filter(columns => columns.length > 0)
  .chain(columns =>
    fc.record({
      text: fc.string({ maxLength: 20 }),
      flags: subset(FLAG_FILTERS),
      unit: fc.option(fc.string({ minLength: 1 }), { nil: null }),
      families: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3 }),
      track: fc.constantFrom(null, ...TRACKS),
      employed: fc.constantFrom(null, ...EMPLOYMENTS),
      columns: fc.constant(columns),
      sort: fc.constantFrom(...sortsOf(columns)),
      descending: fc.boolean(),
    }),
  )

describe('the addresses of people', () => {
  it('bring back the same table', () => {
    fc.assert(
      fc.property(query, wanted => {
        const address = { screen: 'people', query: wanted } as const
        expect(parseAddress(formatAddress(address))).toEqual(address)
      }),
    )
  })

  it('bring back the same profile with the reason that was opened, whatever the id is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), query, fc.nat(20), (person, wanted, reason) => {
        const address = { screen: 'person', person, behind: { pattern: 'enabler_trap', reason }, query: wanted } as const
        expect(parseAddress(formatAddress(address))).toEqual(address)
      }),
    )
  })

  it('are short where nothing is chosen', () => {
    expect(formatAddress(PEOPLE)).toBe('#/people')
    expect(formatAddress(personAddress('E10055'))).toBe('#/people/E10055')
    expect(formatAddress({ screen: 'routing' })).toBe('#/routing')
  })

  it('leave out what they do not know', () => {
    expect(parseAddress('#/people?flag=genius&sort=exposure&track=chief&columns=age.title')).toEqual({
      screen: 'people',
      query: { ...EVERYBODY, columns: ['title'] },
    })
    expect(parseAddress('#/people/E1?behind=genius.1')).toMatchObject({ behind: null })
    expect(parseAddress('#/people/E1?behind=enabler_trap.-1')).toMatchObject({ behind: null })
  })
})
