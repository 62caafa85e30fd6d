import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanLine } from '../../../renderer/quality/span-scale.ts'
import type { Span } from '../../../renderer/quality/answers.ts'
import { QUALITY } from '../fake-quality.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map(days => new Date(days * 86_400_000).toISOString().slice(0, 10))
const span = fc.tuple(day, day).map(([a, b]): Span => ({ kind: 'history', from: a < b ? a : b, to: a < b ? b : a, rows: 1 }))

describe('the line of time', () => {
  it('holds every bar whole, and begins and ends with one', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), spans => {
        const bars = (spanLine(spans)?.bars ?? []).filter(bar => bar !== null)
        expect(bars).toHaveLength(spans.length)
        for (const { from, length } of bars) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(from + length).toBeLessThanOrEqual(1 + 1e-9)
        }
        expect(Math.min(...bars.map(bar => bar.from))).toBe(0)
      }),
    )
  })

  it('draws nothing for records without dates', () => {
    const line = spanLine(QUALITY.spans)
    expect(line?.bars.map(bar => bar !== null)).toEqual([false, true, true, false, true])
    expect(spanLine(QUALITY.spans.filter(({ from }) => from === null))).toBeNull()
  })

  it('is marked by years where it is long and by months where it is short', () => {
    const labels = (from: string, to: string) => spanLine([{ kind: 'history', from, to, rows: 1 }])?.ticks.map(({ label }) => label)
    expect(labels('2014-03-01', '2026-11-18')).toEqual(['2016', '2018', '2020', '2022', '2024', '2026'])
    expect(labels('2026-01-01', '2026-06-10')).toEqual(['2026', 'Feb 2026', 'Mar 2026', 'Apr 2026', 'May 2026', 'Jun 2026'])
  })
})
