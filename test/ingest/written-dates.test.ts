import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDate } from '../../src/domain/calendar.ts'
import { dateReading, orderShownBy, readWrittenMoment } from '../../src/ingest/written-dates.ts'

function read(text: string, ...formats: string[]) {
  const moment = { day: 0, instant: 0 }
  const outcome = readWrittenMoment(text, dateReading(formats), moment)
  return outcome === 'read' ? `${isoDate(moment.day)} ${moment.instant - moment.day * 86_400}` : outcome
}

describe('dates as people write them', () => {
  test.each([
    ['05/18/2017', '2017-05-18 0'],
    ['18/5/2017', '2017-05-18 0'],
    ['31.12.2024', '2024-12-31 0'],
    ['03.04.2024', '2024-04-03 0'],
    ['5/5/24', '2024-05-05 0'],
    ['18-05-98', '1998-05-18 0'],
    ['2024/05/31', '2024-05-31 0'],
    ['20240531', '2024-05-31 0'],
    ['31-May-2024', '2024-05-31 0'],
    ['1 märz 2024', '2024-03-01 0'],
    ['2 de enero de 2024', '2024-01-02 0'],
    ['May 31, 2024', '2024-05-31 0'],
    ['Monday, 6 May 2024', '2024-05-06 0'],
    ['01/Mar/24 10:15 AM', '2024-03-01 36900'],
    ['12/25/2024 12:30 AM', '2024-12-25 1800'],
    ['12/25/2024, 11:30:15 PM', '2024-12-25 84615'],
    ['43471', '2019-01-06 0'],
    ['43471.5', '2019-01-06 43200'],
    ['Mon May 6 12:00:00 2024 +0200', '2024-05-06 36000'],
    ['2024-05-01 10:00:00+00', '2024-05-01 36000'],
    ['2024-05-01T23:30:00-05:00', '2024-05-01 102600'],
    ['2024-05-01 02:30 PM', '2024-05-01 52200'],
  ])('%s has one meaning', (text, meaning) => expect(read(text)).toBe(meaning))

  test.each(['soon', '32/13/2024', '31.02.2024', '2024-13-01', '13/13/2024', '4347', '99999', '05/18/2017 25:00'])('%s is no date', text =>
    expect(read(text)).toBe('bad'),
  )

  test('what may be two days is neither, until somebody says which', () => {
    expect(read('03/04/2024')).toBe('ambiguous')
    expect(read('03/04/2024', 'DMY')).toBe('2024-04-03 0')
    expect(read('03/04/2024', 'MDY')).toBe('2024-03-04 0')
    expect(read('05/05/2024')).toBe('2024-05-05 0')
  })

  test('what contradicts the order of its column is said to', () => {
    expect(read('18/05/2024', 'MDY')).toBe('contrary')
    expect(read('05/18/2024', 'DMY')).toBe('contrary')
    expect(read('18.05.2024', 'MDY')).toBe('2024-05-18 0')
  })

  test('day numbers are counted from 1904 where that is said', () => expect(read('42009', 'excel-1904')).toBe('2019-01-06 0'))

  test('any day reads the same in every form', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 47_000 }), day => {
        const [year = '', month = '', date = ''] = isoDate(day).split('-')
        expect(read(`${date}/${month}/${year}`, 'DMY')).toBe(`${isoDate(day)} 0`)
        expect(read(`${month}-${date}-${year}`, 'MDY')).toBe(`${isoDate(day)} 0`)
        expect(read(`${date}.${month}.${year}`)).toBe(`${isoDate(day)} 0`)
        expect(read(`${year}${month}${date}`)).toBe(`${isoDate(day)} 0`)
        if (day > -15_000) expect(read(String(day + 25_569))).toBe(`${isoDate(day)} 0`)
      }),
    )
  })

  test('only a value over 12 proves an order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }), (first, second) => {
        const expected = first > 12 && second > 12 ? null : first > 12 ? 'DMY' : second > 12 ? 'MDY' : first === second ? 'same' : 'either'
        expect(orderShownBy(`${first}/${second}/2024`)).toBe(expected)
      }),
    )
  })
})
