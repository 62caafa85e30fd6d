import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsShownBy, readDurationDays, readWrittenNumber } from '../../src/ingest/written-numbers.ts'

describe('numbers as people write them', () => {
  test.each([
    ['0,8', 0.8],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1.234.567', 1_234_567],
    ['1 234,5', 1234.5],
    ['1’234.50', 1234.5],
    ['€ 1.234,50', 1234.5],
    ['1234 CHF', 1234],
    ['$12.50', 12.5],
    ['80%', 0.8],
    ['80 %', 0.8],
    ['12,5%', 0.125],
    ['-3,5', -3.5],
  ])('%s has one meaning', (text, value) => expect(readWrittenNumber(text, [])).toBeCloseTo(value, 9))

  test('a comma before three digits needs its column', () => {
    expect(decimalsShownBy('1,234')).toBeNull()
    expect(readWrittenNumber('1,234', [])).toBeNaN()
    expect(readWrittenNumber('1,234', ['decimal-comma'])).toBe(1.234)
    expect(readWrittenNumber('1,234', ['decimal-point'])).toBe(1234)
    expect(readWrittenNumber('1.234', ['decimal-comma'])).toBe(1234)
  })

  test('units become ours', () => {
    expect(readWrittenNumber('90', ['minutes'])).toBe(1.5)
    expect(readWrittenNumber('7200', ['seconds'])).toBe(2)
    expect(readWrittenNumber('80', ['percent'])).toBe(0.8)
  })

  test.each(['', 'abc', '1,2,3', '12 apples', '1.2.3', 'EUR'])('%j is none', text => expect(readWrittenNumber(text, [])).toBeNaN())

  test('any number comes back from either spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), cents => {
        const value = cents / 100
        const [english, german] = [value.toLocaleString('en-US', TWO), value.toLocaleString('de-DE', TWO)]
        expect(readWrittenNumber(english, ['decimal-point'])).toBeCloseTo(value, 6)
        expect(readWrittenNumber(german, ['decimal-comma'])).toBeCloseTo(value, 6)
      }),
    )
  })
})

const TWO = { minimumFractionDigits: 2, maximumFractionDigits: 2 }

describe('lengths of service', () => {
  test.each([
    ['2', 730.5],
    ['2 years', 730.5],
    ['1 year, 6 months', 547.875],
    ['3 Jahre', 1095.75],
    ['10 days', 10],
  ])('%s', (text, days) => expect(readDurationDays(text, 'years')).toBeCloseTo(days, 3))

  test('text is none', () => expect(readDurationDays('long', 'years')).toBeNull())
})
