import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cell, columnsOf, LINE_WIDTH, wrapped } from '../../src/report/text-block.ts'
import { count, figure, list, oneLine, percent } from '../../src/report/wording.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('the wording of figures', () => {
  it('never calls something nothing, nor almost all all', () => {
    expect([0, 0.001, 0.006, 0.5, 0.994, 0.999, 1].map(share => plain(percent(share)))).toEqual([
      '0 %',
      'under 1 %',
      '1 %',
      '50 %',
      '99 %',
      'over 99 %',
      '100 %',
    ])
    expect(plain(percent(0.4996, 1))).toBe('50.0 %')
    expect(plain(percent(0.0001, 1))).toBe('under 0.1 %')
  })

  it('groups thousands and drops the sign of a zero', () => {
    expect([figure(1_234_567), figure(-0.001, 2), figure(-1.5, 1)]).toEqual(['1,234,567', '0.00', '-1.5'])
  })

  it('counts one thing in the singular', () => {
    expect([count(1, 'row'), count(2, 'row'), count(0, 'person', 'people')].map(plain)).toEqual(['1 row', '2 rows', '0 people'])
  })

  it('cuts long lists and says how many are left', () => {
    expect([list([]), list(['a']), list(['a', 'b', 'c']), list(['a', 'b', 'c'], 2)]).toEqual(['', 'a', 'a, b and c', 'a, b and 1 more'])
  })

  it('keeps letters of every script and drops what a terminal would obey', () => {
    expect(oneLine('\u001b[1m Zoë\t\u4f59\u00a0 می\u200cخواهم \u202e')).toBe('[1m Zoë 余 می\u200cخواهم')
  })
})

describe('lines for a terminal', () => {
  it('are never longer than the width, and lose no word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }).map(oneLine), fc.nat({ max: 14 }), (text, indent) => {
        const lines = wrapped(text, indent)
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(LINE_WIDTH)
        expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
      }),
    )
  })

  it('give East Asian letters two columns', () => {
    expect(columnsOf('余abc')).toBe(5)
    expect(columnsOf(cell('余余余余余余', 8))).toBe(8)
  })
})
