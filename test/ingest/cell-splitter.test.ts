import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitCells } from '../../src/ingest/cell-splitter.ts'
import type { Delimiter, Quote } from '../../src/ingest/dialect.ts'
import type { Encoding } from '../../src/ingest/encoding.ts'
import { parseText } from '../../src/ingest/records.ts'

interface Written {
  readonly delimiter: Delimiter
  readonly quote: Quote
  readonly encoding: Encoding
}

const dialects: fc.Arbitrary<Written> = fc.record({
  delimiter: fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
  quote: fc.constantFrom<Quote>('"', "'", '\0'),
  encoding: fc.constant<Encoding>('utf-8'),
})

const split = (text: string, written: Written) => splitCells(Buffer.from(text), written)

describe('splitting a block into cells', () => {
  test('gives what papaparse gives, on tables of any text in any dialect', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.stringMatching(/^[ a-zü€,;\t|'"\n]{0,12}$/),
      fc.constantFrom('', ' ', '""', 'a', 'src/ledger/entry-12345.ts', '2024-05-01T10:00:00Z', '\u{1f600}', '\ufeff'),
    )
    const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 })
    let splitTables = 0
    fc.assert(
      fc.property(table, dialects, fc.boolean(), (rows, written, endsWithLine) => {
        const { delimiter, quote } = written
        const isSpecial = (text: string) => [delimiter, quote, '\n', '\r'].some(each => text.includes(each))
        const asWritten = (text: string, isQuoted: boolean) => {
          if (quote === '\0') return text.replaceAll(/[\0\n\r]/g, '').replaceAll(delimiter, '')
          return isQuoted || isSpecial(text) ? quote + text.replaceAll(quote, quote + quote) + quote : text
        }
        const lines = rows.map(cells => cells.map(([text, isQuoted]) => asWritten(text, isQuoted)).join(delimiter))
        const text = lines.join('\n') + (endsWithLine ? '\n' : '')
        const found = split(text, written)
        if (found === null) return
        splitTables++
        expect(found).toEqual(parseText(text, written))
      }),
      { numRuns: 2000 },
    )
    expect(splitTables).toBeGreaterThan(1500)
  })

  test('gives what papaparse gives, or nothing, on any arrangement of quotes, separators and line ends', () => {
    const piece = fc.constantFrom(
      'a',
      'bc',
      ',',
      '"',
      '""',
      '\n',
      '\r',
      ' ',
      'é',
      '€',
      '\u{1f600}',
      ',"',
      '",',
      '"\n',
      '" ,',
      '\t',
      ';',
      "'",
      '\u00a0',
      '\ufeff',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), dialects, (pieces, written) => {
        const text = pieces.join('')
        const found = split(text, written)
        if (found !== null) expect(found).toEqual(parseText(text, written))
      }),
      { numRuns: 5000 },
    )
  })

  test('reads Windows-1252 a byte a character', () => {
    const bytes = Buffer.from('M\xfcller,"\x80 ""5"""\n', 'latin1')
    expect(splitCells(bytes, { delimiter: ',', quote: '"', encoding: 'windows-1252' })).toEqual([['Müller', '€ "5"']])
  })

  test('leaves stray and unclosed quotes to papaparse', () => {
    const written: Written = { delimiter: ',', quote: '"', encoding: 'utf-8' }
    expect(split('a,"b"c\n', written)).toBeNull()
    expect(split('a,"b\n', written)).toBeNull()
    expect(split('a,"b" ,c\n', written)).toEqual([['a', 'b', 'c']])
  })
})
