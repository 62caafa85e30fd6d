import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvText } from '../../src/report/csv.ts'

const read = (text: string) => Papa.parse<string[]>(text.slice(1), { newline: '\r\n', delimiter: ',' }).data.slice(0, -1)

describe('the CSV writer', () => {
  it('starts with a byte order mark and ends every record with CRLF', () => {
    expect(csvText(['a', 'b'], [[1, 'x']])).toBe('\ufeffa,b\r\n1,x\r\n')
  })

  it('leaves unknown cells empty and writes yes, no and plain decimals', () => {
    expect(csvText(['a'], [[null], [true], [false], [0.000001], [-2.5], [Number.NaN], [1 / 3]])).toBe(
      '\ufeffa\r\n\r\nyes\r\nno\r\n0.000001\r\n-2.5\r\n\r\n0.333333\r\n',
    )
  })

  it('quotes what would break a record and doubles quotes', () => {
    expect(csvText(['a'], [['x,"y"\nz']])).toBe('\ufeffa\r\n"x,""y""\nz"\r\n')
  })

  it('keeps numbers that are negative, as text too', () => {
    expect(read(csvText(['a'], [['-3'], ['-3.25'], ['-3,25'], ['-3+4'], ['-']]))).toEqual([
      ['a'],
      ['-3'],
      ['-3.25'],
      ['-3,25'],
      ["'-3+4"],
      ["'-"],
    ])
  })

  it('gives back every text, but for the apostrophes that disarm formulas', () => {
    const texts = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(texts, rows => {
        const cells = read(csvText(['a', 'b'], rows)).slice(1)
        const plain = (values: readonly string[][]) => values.map(row => row.map(value => value.replaceAll("'", '')))
        expect(plain(cells)).toEqual(plain(rows))
      }),
    )
  })
})
