import { describe, expect, test } from 'vitest'
import { careersOf } from '../../src/analysis/moves.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { HistoryInput, PersonInput } from './dataset-builder.ts'

type Event = Partial<HistoryInput> & { readonly on: string }

function careerOf(person: Partial<PersonInput>, events: readonly Event[]) {
  const dataset = buildDataset({
    people: [{ id: 'ada', hireDate: '2018-01-01', ...person }],
    history: events.map(({ on, ...event }) => ({ personId: 'ada', effectiveDate: on, ...event })),
    asOf: '2026-07-01',
  })
  return careersOf(dataset)[0]!
}

const engineer = { track: 'ic', title: 'Software Engineer' } as const
const leads = { track: 'manager', title: 'Engineering Manager' } as const

describe('moves', () => {
  test('the first event to track manager after individual work is a move', () => {
    const career = careerOf(leads, [
      { on: '2018-01-01', ...engineer, reason: 'hire' },
      { on: '2025-03-01', ...leads },
      { on: '2026-01-01', ...leads, title: 'Senior Engineering Manager' },
    ])
    expect(career.move).toEqual({
      kind: 'move',
      day: dayOf('2025-03-01'),
      fromTitle: 'Software Engineer',
      toTitle: 'Engineering Manager',
    })
  })

  test('a coordinating title is one too, whatever the track says', () => {
    const career = careerOf({ track: 'ic', title: 'Scrum Master' }, [
      { on: '2018-01-01', ...engineer },
      { on: '2025-03-01', track: 'ic', title: 'Scrum Master' },
    ])
    expect(career.move).toMatchObject({ kind: 'move', day: dayOf('2025-03-01') })
  })

  test('hired as manager is no move, nor is coming back as one', () => {
    expect(careerOf(leads, [{ on: '2025-01-01', ...leads, reason: 'hire' }])).toMatchObject({ move: null, untold: null })
    const returned = [
      { on: '2018-01-01', ...engineer, reason: 'hire' },
      { on: '2020-01-01', reason: 'exit' },
      { on: '2025-01-01', ...leads, reason: 'hire' },
    ]
    expect(careerOf(leads, returned).move).toBe(null)
  })

  test('events without a track or title change nothing: leave, another unit, other hours', () => {
    const career = careerOf(leads, [
      { on: '2018-01-01', ...engineer },
      { on: '2025-03-01', ...leads },
      { on: '2025-06-01', reason: 'leave_start' },
      { on: '2025-09-01', fte: 0.5 },
    ])
    expect(career.move?.day).toBe(dayOf('2025-03-01'))
  })

  test('of several events of one day the one that changes something counts', () => {
    const sameDay = [
      { on: '2018-01-01', ...engineer },
      { on: '2025-03-01', ...engineer, reason: 'transfer' },
      { on: '2025-03-01', ...leads, reason: 'promotion' },
    ]
    expect(careerOf(leads, sameDay).move?.day).toBe(dayOf('2025-03-01'))
    expect(careerOf(leads, sameDay.toReversed()).move?.day).toBe(dayOf('2025-03-01'))
  })
})

describe('there and back', () => {
  test('manager to contributor is a move back', () => {
    const career = careerOf(engineer, [
      { on: '2018-01-01', ...engineer },
      { on: '2023-01-01', ...leads },
      { on: '2025-01-01', ...engineer },
    ])
    expect(career.move).toMatchObject({ kind: 'back', day: dayOf('2025-01-01') })
  })

  test('and again to manager is a move, dated by the last one', () => {
    const career = careerOf(leads, [
      { on: '2018-01-01', ...engineer },
      { on: '2021-01-01', ...leads },
      { on: '2023-01-01', ...engineer },
      { on: '2025-06-01', ...leads },
    ])
    expect(career.move).toMatchObject({ kind: 'move', day: dayOf('2025-06-01') })
  })

  test('a people file that says contributor again is believed', () => {
    const career = careerOf(engineer, [
      { on: '2018-01-01', ...engineer },
      { on: '2025-01-01', ...leads },
    ])
    expect(career.move).toMatchObject({ kind: 'back', day: null })
  })
})

describe('acting managers', () => {
  const acting = { track: 'manager', title: 'Acting Engineering Manager' } as const

  test('are on no move, now or afterwards', () => {
    expect(
      careerOf(acting, [
        { on: '2018-01-01', ...engineer },
        { on: '2026-01-01', ...acting },
      ]),
    ).toMatchObject({ move: null, position: 'acting' })
    const back = careerOf(engineer, [
      { on: '2018-01-01', ...engineer },
      { on: '2025-01-01', ...acting },
      { on: '2025-06-01', ...engineer },
    ])
    expect(back).toMatchObject({ move: null, position: 'individual' })
  })

  test('who stay moved on the day they began', () => {
    const career = careerOf(leads, [
      { on: '2018-01-01', ...engineer },
      { on: '2025-01-01', ...acting },
      { on: '2025-06-01', ...leads },
    ])
    expect(career.move).toMatchObject({ kind: 'move', day: dayOf('2025-01-01'), fromTitle: 'Software Engineer' })
  })
})

describe('what is not told', () => {
  test('a promotion that is the first event, and a manager without an event', () => {
    expect(careerOf(leads, [{ on: '2025-03-01', ...leads, reason: 'promotion' }]).untold).toBe('history: events before the promotion')
    expect(careerOf(leads, [{ on: '2018-01-01', ...engineer }])).toMatchObject({
      move: null,
      untold: 'history: an event that dates the move',
    })
    expect(careerOf(leads, []).untold).toBe('history: events of this person')
  })
})

describe('planned moves', () => {
  test('are read from the people file and from events to come', () => {
    expect(careerOf({ ...engineer, plannedTrack: 'manager', plannedDate: dayOf('2026-09-01') }, []).planned).toEqual({
      day: dayOf('2026-09-01'),
      toTitle: null,
    })
    expect(careerOf({ ...engineer, plannedTitle: 'Programme Manager' }, []).planned).toMatchObject({ toTitle: 'Programme Manager' })
    expect(
      careerOf(engineer, [
        { on: '2018-01-01', ...engineer },
        { on: '2026-10-01', ...leads },
      ]).planned?.day,
    ).toBe(dayOf('2026-10-01'))
  })

  test('to a staff role, for the time being, or of somebody who leads already are none', () => {
    expect(careerOf({ ...engineer, plannedTrack: 'ic', plannedTitle: 'Staff Engineer' }, []).planned).toBe(null)
    expect(careerOf({ ...engineer, plannedTitle: 'Interim Engineering Manager' }, []).planned).toBe(null)
    expect(careerOf({ ...leads, plannedTitle: 'Director' }, []).planned).toBe(null)
  })
})
