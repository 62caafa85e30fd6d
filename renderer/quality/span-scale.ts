/** Places the records of each kind on one line of time. Positions are shares of the line, 0..1. */
import { scaleUtc } from 'd3-scale'
import { formatMonth } from '../format.ts'
import type { Span } from './answers.ts'

export interface SpanLine {
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
  /** One per span, in their order; null for one without dates. */
  readonly bars: readonly ({ readonly from: number; readonly length: number } | null)[]
}

const TICKS = 7
/** A label at the very end would be cut off. */
const LAST_TICK = 0.97

const dayOf = (isoDate: string) => Date.parse(`${isoDate}T00:00:00Z`)

/** Null where nothing is dated. */
export function spanLine(spans: readonly Span[]): SpanLine | null {
  const days = spans.flatMap(({ from, to }) => (from === null || to === null ? [] : [dayOf(from), dayOf(to)]))
  if (days.length === 0) return null
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const scale = scaleUtc([first, first === last ? last + 86_400_000 : last], [0, 1])
  return {
    ticks: scale
      .ticks(TICKS)
      .map(tick => ({ at: scale(tick), label: tickLabel(tick) }))
      .filter(({ at }) => at <= LAST_TICK),
    bars: spans.map(({ from, to }) => {
      if (from === null || to === null) return null
      const start = scale(dayOf(from))
      return { from: start, length: scale(dayOf(to)) - start }
    }),
  }
}

function tickLabel(tick: Date): string {
  const [year = '', month = '', day = ''] = tick.toISOString().slice(0, 10).split('-')
  if (month === '01' && day === '01') return year
  return day === '01' ? formatMonth(`${year}-${month}`) : `${Number(day)} ${formatMonth(`${year}-${month}`)}`
}
