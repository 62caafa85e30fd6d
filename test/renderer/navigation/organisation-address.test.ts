import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BEHAVIOURS, figureOf, TIES } from '../../../renderer/organisation/figures.ts'
import type { Figure } from '../../../renderer/organisation/answers.ts'
import { formatAddress, parseAddress, type Address } from '../../../renderer/navigation/address.ts'
import {
  LEADERS,
  LEADERS_SHOWN,
  LEADERS_VIEWS,
  ORGANISATION,
  ORGANISATION_VIEWS,
} from '../../../renderer/navigation/organisation-address.ts'

const text = fc.string({ maxLength: 40, unit: 'binary' })
const name = text.filter(value => value !== '')
const figure: fc.Arbitrary<Figure> = fc.oneof(
  fc.constant<Figure>({ kind: 'agents' }),
  fc.record({ kind: fc.constant('coordination' as const), unit: name, tie: fc.constantFrom(...TIES) }),
  fc.record({ kind: fc.constant('behaviour' as const), leader: name, behaviour: fc.constantFrom(...BEHAVIOURS) }),
  fc.record({ kind: fc.constant('freshness' as const), leader: name }),
  fc.record({ kind: fc.constant('rebuild' as const), leader: name, component: name }),
  fc.record({ kind: fc.constant('speed' as const), unit: name, reason: fc.integer({ min: 0, max: 99 }) }),
)
const address: fc.Arbitrary<Address> = fc.oneof(
  fc.record({
    screen: fc.constant('organisation' as const),
    view: fc.constantFrom(...ORGANISATION_VIEWS),
    unit: fc.option(name),
    behind: fc.option(figure),
  }),
  fc.record({
    screen: fc.constant('leaders' as const),
    view: fc.constantFrom(...LEADERS_VIEWS),
    show: fc.constantFrom(...LEADERS_SHOWN),
    text,
    page: fc.integer({ min: 0, max: 99_998 }),
    leader: fc.option(name),
    behind: fc.option(figure),
  }),
)

test('come back as they were, with the unit or leader chosen and the figure that is open', () => {
  fc.assert(
    fc.property(address, place => {
      expect(parseAddress(formatAddress(place))).toEqual(place)
    }),
  )
})

test('leave out what is as usual, and take no nonsense for a figure', () => {
  expect(formatAddress(ORGANISATION)).toBe('#/organisation')
  expect(formatAddress(LEADERS)).toBe('#/leaders')
  expect(parseAddress('#/leaders?page=0&show=best&behind=behaviour&behind=E1&behind=charm')).toEqual(LEADERS)
  expect(figureOf(['speed', 'Product', '-1'])).toBeNull()
  expect(figureOf([])).toBeNull()
})
