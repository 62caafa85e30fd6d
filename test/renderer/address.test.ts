import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COLUMNS_SHOWN,
  EVERY_SYSTEM,
  formatAddress,
  IMPORT_STEPS,
  IDENTITY_LISTS,
  parseAddress,
  SETTINGS_TABS,
  SYSTEMS_SORTS,
  VERDICT_FILTERS,
  type Address,
  type SystemsQuery,
} from '../../renderer/navigation/address.ts'

const text = fc.string({ maxLength: 40, unit: 'binary' })
const name = text.filter(value => value !== '')
const query: fc.Arbitrary<SystemsQuery> = fc.record({
  text,
  verdict: fc.constantFrom(null, ...VERDICT_FILTERS),
  mattersOnly: fc.boolean(),
  sort: fc.constantFrom(...SYSTEMS_SORTS),
})
const address: fc.Arbitrary<Address> = fc.oneof(
  fc.constantFrom<Address>({ screen: 'start' }, { screen: 'overview' }, { screen: 'removal' }, { screen: 'imports' }),
  fc.record({ screen: fc.constantFrom('systems' as const, 'matrix' as const), query }),
  fc.record({ screen: fc.constant('system' as const), component: name, query }),
  fc.record({ screen: fc.constant('leave' as const), people: fc.array(text, { maxLength: 4 }) }),
  fc.record({ screen: fc.constant('import' as const), import: name }),
  fc.record({
    screen: fc.constant('import-step' as const),
    step: fc.constantFrom(...IMPORT_STEPS),
    file: fc.integer({ min: 0, max: 49 }),
    shown: fc.option(text),
  }),
  fc.record({ screen: fc.constant('import-profile' as const), profile: name }),
  fc.constant<Address>({ screen: 'import-profiles' }),
  fc.record({ screen: fc.constant('quality' as const), show: fc.constantFrom(...COLUMNS_SHOWN) }),
  fc.record({ screen: fc.constant('settings' as const), tab: fc.constantFrom(...SETTINGS_TABS), group: fc.option(text) }),
  fc.record({ screen: fc.constant('identities' as const), list: fc.constantFrom(...IDENTITY_LISTS) }),
)

describe('addresses', () => {
  it('come back as they were, whatever a system or person is called', () => {
    fc.assert(
      fc.property(address, place => {
        expect(parseAddress(formatAddress(place))).toEqual(place)
      }),
    )
  })

  it('leave out what is as usual', () => {
    expect(formatAddress({ screen: 'systems', query: EVERY_SYSTEM })).toBe('#/systems')
    expect(formatAddress({ screen: 'system', component: 'a/b', query: { ...EVERY_SYSTEM, verdict: 'one' } })).toBe(
      '#/systems/a%2Fb?verdict=one',
    )
  })

  it('do not take a session code for a place', () => {
    expect(parseAddress('#q5WcX0')).toBeNull()
    expect(parseAddress('')).toBeNull()
  })

  it('fall back to the whole list where a filter is not known', () => {
    expect(parseAddress('#/systems?verdict=worst&sort=shame')).toEqual({ screen: 'systems', query: EVERY_SYSTEM })
  })

  it('show all columns and the open pairs where a list is not known', () => {
    expect(parseAddress('#/quality?show=worst')).toEqual({ screen: 'quality', show: 'all' })
    expect(parseAddress('#/identities/twins')).toEqual({ screen: 'identities', list: 'open' })
    expect(formatAddress({ screen: 'identities', list: 'open' })).toBe('#/identities')
  })

  it('survive a half-typed escape', () => {
    expect(parseAddress('#/systems/100%')).toMatchObject({ screen: 'system', component: '100%' })
  })
})
