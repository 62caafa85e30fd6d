import { describe, expect, it } from 'vitest'
import type { Move } from '../../../renderer/people/answers.ts'
import { monthIndex, monthName, monthPosition, routeMonths, sharesBetween, turnOf } from '../../../renderer/profile/route-months.ts'

const hours = (build: number, coordinate = 0) => ({ build, enable: 0, decide: 0, coordinate, govern: 0 })
const move = (changes: Partial<Move>): Move => ({
  kind: 'move',
  date: null,
  handsOnBefore: null,
  handsOnAfter: null,
  ratio: null,
  ratioToPeers: null,
  levelToPeers: null,
  coordinateShare: null,
  changePoint: null,
  ...changes,
})

describe('the months of a route', () => {
  it('stand in an unbroken row up to the as-of date, those without a record unknown and never 0', () => {
    const route = routeMonths(
      [
        { month: '2025-11', hours: hours(10) },
        { month: '2026-02', hours: hours(0, 5) },
      ],
      '2026-03-04',
    )
    expect(route.map(({ index, shares }) => [monthName(index), shares?.build ?? null])).toEqual([
      ['2025-11', 1],
      ['2025-12', null],
      ['2026-01', null],
      ['2026-02', 0],
      ['2026-03', null],
    ])
  })

  it('are unknown where the record holds no hours', () => {
    expect(routeMonths([{ month: '2026-01', hours: hours(0) }], null)[0]?.shares).toBeNull()
    expect(routeMonths([], '2026-03-04')).toEqual([])
  })

  it('have positions within their month', () => {
    expect(monthPosition('2026-02-01')).toBe(monthIndex('2026-02'))
    expect(monthPosition('2026-02-15')).toBe(monthIndex('2026-02') + 0.5)
    expect(monthName(monthIndex('2023-12'))).toBe('2023-12')
  })

  it('weigh by hours when several are taken together', () => {
    const route = routeMonths(
      [
        { month: '2026-01', hours: hours(30, 10) },
        { month: '2026-02', hours: hours(0, 40) },
      ],
      null,
    )
    expect(sharesBetween(route, monthIndex('2026-01'), monthIndex('2026-03'))).toMatchObject({ build: 0.375, coordinate: 0.625 })
    expect(sharesBetween(route, monthIndex('2020-01'), monthIndex('2021-01'))).toBeNull()
  })
})

describe('the turn of a route', () => {
  it('compares the 52 weeks before a move with the last 26 weeks since it', () => {
    const turn = turnOf(move({ date: '2025-09-01' }), '2026-11-18')
    expect(turn?.before).toEqual({ from: monthPosition('2024-09-02'), to: monthPosition('2025-09-01') })
    expect(turn?.since).toEqual({ from: monthPosition('2026-05-20'), to: monthPosition('2026-11-18') })
  })

  it('begins the weeks since at the move where that is nearer', () => {
    expect(turnOf(move({ date: '2026-09-01' }), '2026-11-18')?.since?.from).toBe(monthPosition('2026-09-01'))
  })

  it('has nothing since a planned move, and the last year before it', () => {
    const turn = turnOf(move({ kind: 'planned', date: '2027-03-01' }), '2026-11-18')
    expect(turn?.since).toBeNull()
    expect(turn?.before.to).toBe(monthPosition('2026-11-18'))
  })

  it('is where a drift was found, and nowhere without a date', () => {
    expect(turnOf(move({ kind: 'drift', changePoint: '2026-02-02' }), '2026-11-18')?.date).toBe('2026-02-02')
    expect(turnOf(move({}), '2026-11-18')).toBeNull()
    expect(turnOf(null, '2026-11-18')).toBeNull()
  })
})
