import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatCompact,
  formatDate,
  formatDuration,
  formatPlural,
  formatShare,
  formatShareExactly,
  formatShortList,
} from '../../renderer/format.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('shares', () => {
  it('are whole per cent', () => {
    expect(plain(formatShare(0.624))).toBe('62 %')
    expect(plain(formatShareExactly(0.4981))).toBe('49.8 %')
  })

  it('never turn something into nothing, or nearly all into all', () => {
    const between = fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true, maxExcluded: true })
    fc.assert(fc.property(between, share => !['0 %', '100 %'].includes(plain(formatShare(share)))))
    expect(plain(formatShare(0))).toBe('0 %')
    expect(plain(formatShare(1))).toBe('100 %')
  })
})

describe('counts and sizes', () => {
  it('are grouped, and shortened where there is no room', () => {
    expect(formatPlural(1, 'system')).toBe('1 system')
    expect(formatPlural(4812, 'person', 'people')).toBe('4,812 people')
    expect(plain(formatCompact(1_043_118))).toBe('1.04 M')
    expect(plain(formatBytes(87_400_220))).toBe('87.4 MB')
    expect(formatBytes(12)).toBe('12 bytes')
  })
})

describe('dates and times', () => {
  it('do not move with the time zone', () => {
    expect(formatDate('2026-11-18')).toBe('18 Nov 2026')
  })

  it('say how long a job still takes as one would', () => {
    expect([3, 34, 61, 200].map(formatDuration)).toEqual(['a few seconds', '35 seconds', 'about a minute', 'about 3 minutes'])
  })
})

describe('lists of names', () => {
  it('say how many were left out', () => {
    expect(formatShortList(['A', 'B', 'C'], 3)).toBe('A, B and C')
    expect(formatShortList(['A', 'B', 'C', 'D'], 2)).toBe('A, B and 2 more')
  })
})
