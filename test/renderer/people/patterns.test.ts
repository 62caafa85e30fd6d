import { describe, expect, it } from 'vitest'
import { BANDS, countBits, maskOf, PATTERN_WORDS, PATTERNS, unpackFlags } from '../../../renderer/people/patterns.ts'
import { BANDS as DOMAIN_BANDS, PATTERNS as DOMAIN_PATTERNS } from '../../../src/domain/flag.ts'
import { peopleColumns } from '../../../src/service/people-columns.ts'
import type { AnalysisDocument } from '../../../src/contract/analysis.ts'
import { ENTRIES } from '../fake-people.ts'

describe('flags as the table packs them', () => {
  it('are read in the order in which the host writes them', () => {
    expect(PATTERNS).toEqual(DOMAIN_PATTERNS)
    expect(BANDS).toEqual(DOMAIN_BANDS)
  })

  it('come out of the columns as they went in', () => {
    const columns = peopleColumns({ people: ENTRIES } as unknown as AnalysisDocument) // only its people are read
    ENTRIES.forEach(({ flags, notEnough }, row) => {
      const packed = [...flags].map(({ pattern, band }) => ({ pattern, band }))
      const order = (flag: { pattern: (typeof PATTERNS)[number] }) => PATTERNS.indexOf(flag.pattern)
      expect(unpackFlags(columns.arrays['flags']![row]!)).toEqual(packed.toSorted((a, b) => order(a) - order(b)))
      expect(countBits(columns.arrays['notEnough']![row]!)).toBe(notEnough.length)
    })
  })

  it('keep the last pattern apart from the sign of a number', () => {
    const bits = (3 << 14) >>> 0
    expect(unpackFlags(bits)).toEqual([{ pattern: 'speed_without_eyes', band: 'strong' }])
    expect(maskOf(PATTERNS)).toBe(0xffff)
  })

  it('are described as work and systems, never as a kind of person', () => {
    const words = Object.values(PATTERN_WORDS).map(({ meaning }) => meaning.toLowerCase())
    for (const judgement of ['talent', 'poor', 'weak', 'best', 'worst', 'performer', 'fails']) {
      expect(words.filter(meaning => meaning.includes(judgement))).toEqual([])
    }
  })
})
