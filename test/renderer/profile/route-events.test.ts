import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventLabel, lanesOf, spreadLabels } from '../../../renderer/profile/route-events.ts'

const event = (
  reason: string | null,
  title: string | null = null,
  changes: { level?: string; track?: 'ic' | 'manager'; orgUnit?: string } = {},
) => ({
  date: '2026-01-01',
  reason,
  title,
  level: changes.level ?? null,
  track: changes.track ?? null,
  orgUnit: changes.orgUnit ?? null,
})

describe('the label of a job event', () => {
  it('says what changed beside the event before', () => {
    const hired = event('hire', 'Engineer', { track: 'ic', orgUnit: 'Product/Pay' })
    expect(eventLabel(hired, undefined)).toBe('Hired: Engineer')
    expect(eventLabel(event('promotion', 'Senior engineer', { track: 'ic', orgUnit: 'Product/Pay' }), hired)).toBe(
      'Promoted: Senior engineer',
    )
    expect(eventLabel(event('transfer', 'Engineer', { track: 'ic', orgUnit: 'Platform/Data' }), hired)).toBe('Transferred: to Data')
    expect(eventLabel(event('promotion', 'Engineering manager', { track: 'manager', orgUnit: 'Product/Pay' }), hired)).toBe(
      'To manager: Engineering manager',
    )
    expect(eventLabel(event('promotion', 'Engineer', { track: 'ic', level: 'L5', orgUnit: 'Product/Pay' }), hired)).toBe('Promoted: L5')
  })

  it('is the plain word for leave, and keeps the words of a reason it does not know', () => {
    expect(eventLabel(event('leave_start', 'Other title'), event('hire', 'Engineer'))).toBe('Leave begins')
    expect(eventLabel(event('return_from_secondment'), undefined)).toBe('return from secondment')
    expect(eventLabel(event(null), undefined)).toBe('Job event')
  })
})

describe('the lines of labels', () => {
  it('put a label below every earlier one its stroke would cross', () => {
    expect(
      lanesOf(
        [
          { start: 0, width: 100 },
          { start: 50, width: 100 },
          { start: 120, width: 60 },
          { start: 400, width: 50 },
        ],
        3,
        10,
      ),
    ).toEqual([0, 1, 2, 0])
  })

  it('leave a label out where no line is left, never on top of another', () => {
    const box = fc.record({ start: fc.nat(500), width: fc.integer({ min: 1, max: 200 }) })
    fc.assert(
      fc.property(fc.array(box), boxes => {
        const sorted = boxes.toSorted((a, b) => a.start - b.start)
        const lanes = lanesOf(sorted, 3, 10)
        sorted.forEach((one, i) =>
          sorted.slice(i + 1).forEach((other, step) => {
            const [lane, later] = [lanes[i], lanes[i + 1 + step]]
            if (lane != null && later != null && other.start < one.start + one.width) expect(later).toBeGreaterThan(lane)
          }),
        )
      }),
    )
  })
})

describe('labels beside bands', () => {
  it('keep their distance, stay in sight and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 5 }), wanted => {
        const places = spreadLabels(
          wanted.toSorted((a, b) => a - b),
          15,
          6,
          194,
        )
        places.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(6 - 1e-9)
          expect(place).toBeLessThanOrEqual(194 + 1e-9)
          if (index > 0) expect(place - places[index - 1]!).toBeGreaterThanOrEqual(15 - 1e-9)
        })
      }),
    )
  })

  it('stay where they are wanted when there is room', () => {
    expect(spreadLabels([20, 60, 120], 15, 6, 194)).toEqual([20, 60, 120])
  })
})
