import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityOf } from '../../src/analysis/activity.ts'
import { effortOf } from '../../src/analysis/effort.ts'
import { leavesOf } from '../../src/analysis/leave.ts'
import { modeEffortOf, modeShares } from '../../src/analysis/mode-shares.ts'
import { piecesOf } from '../../src/analysis/pieces.ts'
import { MICRO_HOURS, hasHours, pointsOf, sizeFactor } from '../../src/analysis/points.ts'
import { roleFamiliesOf } from '../../src/analysis/role-families.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { periodsOf } from '../../src/analysis/window.ts'
import { buildDataset } from './dataset-builder.ts'
import type { DatasetInput } from './dataset-builder.ts'
import { datasetArbitrary } from './random-dataset.ts'

function measured(input: DatasetInput) {
  const dataset = buildDataset(input)
  const { window } = periodsOf(dataset.asOf, DEFAULT_SETTINGS)
  const pieces = piecesOf(dataset)
  const effort = effortOf(dataset, pieces, activityOf(dataset, window, leavesOf(dataset), DEFAULT_SETTINGS), DEFAULT_SETTINGS)
  const hours = [...effort.microHours].map(microHours => microHours / MICRO_HOURS)
  const modes = modeEffortOf(dataset, effort, window)
  return {
    dataset,
    pieces,
    effort,
    hours,
    modesOf: (person: number) => modeShares(modes, person),
    points: [...pointsOf(dataset, pieces, DEFAULT_SETTINGS)].map(points => points / MICRO_HOURS),
  }
}

describe('points', () => {
  test('the size factor is log2(1 + size) over log2(1 + median), between a quarter and four', () => {
    expect(sizeFactor(7, 7, DEFAULT_SETTINGS)).toBe(1)
    expect(sizeFactor(63, 7, DEFAULT_SETTINGS)).toBe(2)
    expect(sizeFactor(0, 7, DEFAULT_SETTINGS)).toBe(0.25)
    expect(sizeFactor(1e9, 1, DEFAULT_SETTINGS)).toBe(4)
    expect(sizeFactor(null, 7, DEFAULT_SETTINGS)).toBe(1)
    expect(sizeFactor(100, 0, DEFAULT_SETTINGS)).toBe(1)
  })

  test("a commit's files are one piece of work, weighted once", () => {
    const { points } = measured({
      contributions: ['a', 'b', 'c'].map(artifact => ({ person: 'ada', at: '2024-05-06T10:00:00Z', artifact })),
    })
    expect(points).toEqual([2])
  })

  test('the median size is that of pieces, not of their rows', () => {
    const { points } = measured({
      contributions: [
        ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(artifact => ({ person: 'ada', at: '2024-05-06T10:00:00Z', artifact, size: 1 })),
        { person: 'bob', at: '2024-05-07T10:00:00Z', artifact: 'a', size: 7 },
      ],
    })
    expect(points).toEqual([2, 2])
  })
})

describe('effort', () => {
  test('is the hours that are given', () => {
    expect(measured({ contributions: [{ person: 'ada', at: '2024-05-06', hours: 3.1 }] }).hours).toEqual([3.1])
  })

  test('is split by size within a piece, and the parts sum to the whole exactly', () => {
    const { hours, effort } = measured({
      contributions: [
        { person: 'ada', at: '2024-05-06T10:00:00Z', artifact: 'a', size: 30 },
        { person: 'ada', at: '2024-05-06T10:00:00Z', artifact: 'b', size: 10 },
        { person: 'ada', at: '2024-05-06T10:00:00Z', artifact: 'c', size: 0 },
        { person: 'ada', at: '2024-05-06T10:00:00Z', artifact: 'd' },
      ],
    })
    const unknownCountsAsMean = 40 / 3
    expect(hours[0]! / hours[1]!).toBeCloseTo(3, 5)
    expect(hours[2]).toBe(0)
    expect(hours[3]! / hours[1]!).toBeCloseTo(unknownCountsAsMean / 10, 5)
    expect(effort.microHours.reduce((sum, one) => sum + one, 0)).toBe(40 * MICRO_HOURS)
  })

  test('of points is one factor per role family: a working week over the median points of a week', () => {
    const { effort, hours } = measured({
      people: [
        { id: 'ada', roleFamily: 'engineering' },
        { id: 'bob', roleFamily: 'design', fte: 0.5 },
      ],
      contributions: [
        { person: 'ada', at: '2024-05-06', kind: 'commit' },
        { person: 'ada', at: '2024-05-07', kind: 'commit' },
        { person: 'bob', at: '2024-05-06', kind: 'design_decision' },
      ],
    })
    expect(effort.hoursPerPoint).toEqual([
      { roleFamily: 'design', hours: 20 / 3, basis: 'working_week', weeks: 1 },
      { roleFamily: 'engineering', hours: 10, basis: 'working_week', weeks: 1 },
      { roleFamily: null, hours: 30 / 3.5, basis: 'typical', weeks: 0 },
    ])
    expect(hours).toEqual([20, 20, 20])
  })

  test('uses focus hours where there are some', () => {
    const { effort } = measured({
      contributions: [{ person: 'ada', at: '2024-05-06', kind: 'commit' }],
      meetings: [{ person: 'ada', week: '2024-05-08', meetingHours: 12, focusHours: 18 }],
    })
    expect(effort.hoursPerPoint[0]).toEqual({ roleFamily: null, hours: 9, basis: 'focus_hours', weeks: 1 })
  })

  test('takes meetings and recorded hours off the week before turning points into hours', () => {
    const { effort } = measured({
      contributions: [
        { person: 'ada', at: '2024-05-06', kind: 'commit' },
        { person: 'ada', at: '2024-05-07', kind: 'commit', hours: 6 },
      ],
      meetings: [{ person: 'ada', week: '2024-05-08', meetingHours: 14 }],
    })
    expect(effort.hoursPerPoint[0]).toEqual({ roleFamily: null, hours: 10, basis: 'working_week', weeks: 1 })
  })

  test('of an unmapped kind is none, and the kind is reported', () => {
    const { effort, hours, modesOf } = measured({ contributions: [{ person: 'ada', at: '2024-05-06', kind: 'yak_shaving', hours: 8 }] })
    expect(hours).toEqual([0])
    expect(modesOf(0)).toBeNull()
    expect(effort.unknownKinds).toEqual([{ kind: 'yak_shaving', rows: 1 }])
  })

  test('is cut at a year a row, so that sums stay exact', () => {
    expect(measured({ contributions: [{ person: 'ada', at: '2024-05-06', hours: 1e9 }] }).hours).toEqual([8784])
  })
})

describe('meetings', () => {
  const commit = { person: 'ada', at: '2024-05-06', kind: 'commit', hours: 10 }
  const meeting = { person: 'ada', at: '2024-05-07', kind: 'meeting', hours: 4 }

  test('in the meetings file and in contributions are one quantity: the larger counts', () => {
    const file = (meetingHours: number) => [{ person: 'ada', week: '2024-05-10', meetingHours }]
    expect(measured({ contributions: [commit, meeting], meetings: file(10) }).modesOf(0)?.coordinate).toBe(0.5)
    expect(measured({ contributions: [commit, meeting], meetings: file(3) }).modesOf(0)?.coordinate).toBe(4 / 14)
  })

  test('are compared week by week, not in total', () => {
    const meetings = [
      { person: 'ada', week: '2024-05-06', meetingHours: 1 },
      { person: 'ada', week: '2024-05-13', meetingHours: 6 },
    ]
    expect(measured({ asOf: '2024-05-31', contributions: [commit, meeting], meetings }).modesOf(0)?.coordinate).toBe(0.5)
  })

  test('without hours count their typical hours where there is a meetings file', () => {
    const { hours } = measured({
      contributions: [
        { person: 'ada', at: '2024-05-06', kind: 'commit' },
        { person: 'ada', at: '2024-05-07', kind: 'meeting' },
      ],
      meetings: [{ person: 'ada', week: '2024-05-10', meetingHours: 20 }],
    })
    expect(hours).toEqual([20, 1])
  })
})

test('shares of the modes sum to 1 or are not there', () => {
  fc.assert(
    fc.property(datasetArbitrary, input => {
      const { dataset, modesOf } = measured(input)
      for (const person of dataset.people.keys()) {
        const shares = modesOf(person)
        if (shares !== null) expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      }
    }),
    { numRuns: 60 },
  )
})

test('effort is whole micro-hours, and that of every piece is spread without loss', () => {
  fc.assert(
    fc.property(datasetArbitrary, input => {
      const { dataset, pieces, points, effort } = measured({ ...input, meetings: [] })
      const { families, familyOf } = roleFamiliesOf(dataset)
      expect(families).toEqual(effort.hoursPerPoint.map(one => one.roleFamily))
      for (let piece = 0; piece < pieces.count; piece++) {
        const rows = [...pieces.order.subarray(pieces.starts[piece], pieces.starts[piece + 1])].filter(row => !hasHours(dataset, row))
        const spread = rows.map(row => effort.microHours[row]!)
        const factor = effort.hoursPerPoint[familyOf[dataset.contributions.person[pieces.order[pieces.starts[piece]!]!]!]!]!.hours
        expect(spread.every(microHours => Number.isSafeInteger(microHours) && microHours >= 0)).toBe(true)
        expect(spread.reduce((sum, microHours) => sum + microHours, 0)).toBe(Math.round(Math.round(points[piece]! * MICRO_HOURS) * factor))
      }
    }),
    { numRuns: 60 },
  )
})
