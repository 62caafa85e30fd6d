import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDate, parseIsoMoment } from '../../src/domain/calendar.ts'
import { cellText, dateAdvice, detached, numberAdvice, readList, readMoment, readNumber, readYesNo } from '../../src/ingest/values.ts'

describe('cells as text', () => {
  test('lose the blanks around them, tabs and no-break blanks too', () => {
    expect(cellText('\t\u00a0 a b\u00a0 ')).toBe('a b')
    expect(cellText('é')).toBe('é')
  })

  test.each(['', ' ', '\u00a0', 'NULL', 'null', 'N/A', 'n/a', '-', ' -- ', '#N/A'])('%j is nothing', text =>
    expect(cellText(text)).toBeNull(),
  )

  test.each(['Null', 'NA', '0', 'none', '-1', 'unknown'])('%j is a text', text => expect(cellText(text)).toBe(text))

  test('a detached text is equal', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), text => detached(text) === text))
  })
})

describe('dates', () => {
  const read = (text: string) => {
    const moment = { day: 0, instant: 0 }
    return { outcome: readMoment(text, moment), ...moment }
  }

  test('the quick way reads what the calendar of the domain reads', () => {
    const twoDigits = fc.integer({ min: 0, max: 61 }).map(value => String(value).padStart(2, '0'))
    const date = fc.tuple(fc.integer({ min: 1895, max: 2205 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    const time = fc.tuple(
      fc.constantFrom('T', ' ', 't', 'x'),
      twoDigits,
      twoDigits,
      twoDigits,
      fc.constantFrom('', 'Z', 'z', '+02:00', '-11:30', '+0530', '.123Z'),
    )
    fc.assert(
      fc.property(date, fc.option(time), ([year, month, day], clock) => {
        const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const text = clock ? `${written}${clock[0]}${clock[1]}:${clock[2]}:${clock[3]}${clock[4]}` : written
        const moment = parseIsoMoment(text)
        const isInRange = moment !== null && year >= 1900 && year <= 2200
        expect(read(text)).toMatchObject(isInRange ? { outcome: 'read', ...moment } : { outcome: 'bad' })
      }),
      { numRuns: 3000 },
    )
  })

  test('every day of four centuries', () => {
    for (let day = parseIsoMoment('1900-01-01')!.day; day <= parseIsoMoment('2200-12-31')!.day; day++) {
      const { outcome, day: found } = read(isoDate(day))
      if (outcome !== 'read' || found !== day) expect({ day, outcome, found }).toEqual({ day, outcome: 'read', found: day })
    }
  })

  test.each(['0000-00-00', '9999-01-01', '9999-12-31', '0001-01-01', '9999-12-31T00:00:00Z', '0000-00-00 00:00:00'])(
    '%s is no date',
    text => {
      expect(read(text).outcome).toBe('nothing')
    },
  )

  test.each(['31.12.2024', '05/18/2017', '43471', '2024-1-5', '1899-12-31', '2201-01-01', '2024-02-30', 'soon', '2024-05', '20240501'])(
    '%s is bad',
    text => {
      expect(read(text).outcome).toBe('bad')
      expect(dateAdvice(text)).toMatch(/2024-05-31|1900 to 2200/)
    },
  )
})

describe('numbers', () => {
  test.each([
    ['0', 0],
    ['12', 12],
    ['007', 7],
    ['+1.5', 1.5],
    ['-3', -3],
    ['.5', 0.5],
    ['81.400000000000006', 81.4],
    ['1e3', 1000],
    ['123456789012', 123456789012],
  ])('%s', (text, value) => expect(readNumber(text)).toBe(value))

  test.each([
    '',
    'NaN',
    'Infinity',
    '-Infinity',
    '0x10',
    '1,234',
    '1.234.567',
    '3,5',
    '1 000',
    '85%',
    '1e999',
    '--1',
    '1.2.3',
    '1_000',
    '٣',
    '5 h',
  ])('%j is none', text => expect(readNumber(text)).toBeNaN())

  test('the advice fits the mistake', () => {
    expect(numberAdvice('1,234')).toContain('thousands')
    expect(numberAdvice('1 234.5')).toContain('thousands')
    expect(numberAdvice('3,5')).toContain('decimal point')
    expect(numberAdvice('85%')).toContain('%')
  })
})

describe('yes and no, and lists', () => {
  test.each(['yes', 'Y', 'TRUE', '1', 'ja', 'Oui'])('%s is yes', text => expect(readYesNo(text)).toBe(true))
  test.each(['no', 'N', 'False', '0', 'Nein', 'non'])('%s is no', text => expect(readYesNo(text)).toBe(false))
  test.each(['maybe', '2', 'x', 'yes please'])('%s is neither', text => expect(readYesNo(text)).toBeNull())

  test('lists are trimmed, without blanks and without doubles, in the order written', () => {
    expect(readList(' b ;a;; b;\u00a0;c')).toEqual(['b', 'a', 'c'])
    expect(readList('one, two')).toEqual(['one, two'])
    expect(readList(null)).toEqual([])
  })
})
