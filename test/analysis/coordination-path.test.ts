import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDate } from '../../src/domain/calendar.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { ContributionInput } from './dataset-builder.ts'
import { AS_OF, engineer, manager, meetingWeeks, mondayBack, pathsOf, PEERS, promoted, unitWith, weekly } from './weekly-work.ts'

const moved = (hoursSince: number, weeksAgo = 40, hoursBefore = 20) => [
  ...weekly({ person: 'ada', from: 104, to: weeksAgo + 1, hours: hoursBefore }),
  ...weekly({ person: 'ada', from: weeksAgo, to: 0, hours: hoursSince }),
]
const promotedWith = (contributions: readonly ContributionInput[], weeksAgo = 40, more: Parameters<typeof manager>[1] = {}) =>
  unitWith({
    people: [manager('ada', more)],
    history: promoted('ada', weeksAgo),
    contributions,
    meetings: meetingWeeks('ada', weeksAgo, 0, 20),
  })

describe('a made move', () => {
  test.each([
    [9.9, 'watch'],
    [6.9, 'likely'],
    [3.9, 'strong'],
    [10, null],
  ])('that leaves %s of 20 hours is %s', (hours, band) => {
    expect(pathsOf(promotedWith(moved(hours))).finding('ada')?.band ?? null).toBe(band)
  })

  test('is told with its ratio, its level and what would change it', () => {
    const { finding, measure, indexOf, paths } = pathsOf(promotedWith(moved(5)))
    const { reasons, wouldChange, coverage } = finding('ada')!
    expect(reasons.map(({ measure: name, value, threshold }) => [name, value, threshold])).toMatchObject([
      ['hands_on_ratio_to_peers', 0.25, 0.5],
      ['hands_on_level_to_peers', 0.25, 0.5],
      ['coordinate_share', (20 * 41) / (20 * 41 + 11 * 20 + 41 * 5), null],
    ])
    expect(wouldChange[0]).toBe('Hands-on work of 10.0 hours or more per active week.')
    expect(coverage).toBe(1)
    expect(measure('ada')).toMatchObject({
      kind: 'move',
      day: dayOf(mondayBack(40)),
      handsOnBefore: 20,
      handsOnAfter: 5,
      ratioToPeers: 0.25,
      changePoint: dayOf(mondayBack(40)),
    })
    expect(paths.scores[indexOf('ada')]).toBe(0.75)
  })

  test('opens to its own rows, newest first', () => {
    const dataset = promotedWith(moved(5))
    const { finding, indexOf } = pathsOf(dataset)
    const [ratio, level] = finding('ada')!.reasons
    expect(ratio!.rows.length).toBe(52 + 26)
    expect(level!.rows.length).toBe(26)
    const days = Array.from(ratio!.rows, row => dataset.contributions.day[row]!)
    expect(days).toEqual(days.toSorted((a, b) => b - a))
    expect(new Set(Array.from(ratio!.rows, row => dataset.contributions.person[row]))).toEqual(new Set([indexOf('ada')]))
  })

  test('by title alone, the work going on, is none', () => {
    expect(pathsOf(promotedWith(moved(20))).finding('ada')).toBe(null)
  })

  test('of somebody who built twice as much and now as much as the others is none', () => {
    expect(pathsOf(promotedWith(moved(12, 40, 40))).finding('ada')).toBe(null)
    expect(pathsOf(promotedWith(moved(9, 40, 40))).finding('ada')).not.toBe(null)
  })

  test('of somebody who hardly did any hands-on work before is none', () => {
    const before = [
      ...weekly({ person: 'ada', from: 104, to: 41, hours: 4 }),
      ...weekly({ person: 'ada', from: 104, to: 41, hours: 16, kind: 'planning' }),
    ]
    expect(pathsOf(promotedWith([...before, ...weekly({ person: 'ada', from: 40, to: 0, hours: 1 })])).finding('ada')).toBe(null)
  })

  test('where everybody records meetings in full and little of the work, is asked for half of the share peers have', () => {
    const meetings = [...PEERS, 'ada'].flatMap(person => meetingWeeks(person, 104, person === 'ada' ? 41 : 0, 20))
    const sparse = (adaHours: number) =>
      unitWith({
        people: [manager('ada')],
        history: promoted('ada', 40),
        peerHours: () => 6,
        contributions: [
          ...weekly({ person: 'ada', from: 104, to: 41, hours: adaHours }),
          ...weekly({ person: 'ada', from: 40, to: 0, hours: 0.5 }),
        ],
        rest: { meetings },
      })
    expect(pathsOf(sparse(6)).finding('ada')?.band).toBe('strong')
    expect(pathsOf(sparse(2)).finding('ada')).toBe(null)
  })

  test('of years ago is how things are', () => {
    const rest = unitWith({
      people: [manager('ada')],
      history: promoted('ada', 120),
      contributions: [
        ...weekly({ person: 'ada', from: 170, to: 121, hours: 20 }),
        ...weekly({ person: 'ada', from: 120, to: 0, hours: 1 }),
        ...PEERS.flatMap(person => weekly({ person, from: 170, to: 105, hours: 20 })),
      ],
    })
    const { finding, notEnough, measure } = pathsOf(rest)
    expect([finding('ada'), notEnough('ada')]).toEqual([null, null])
    expect(measure('ada')?.kind).toBe('move')
  })
})

describe('not enough evidence', () => {
  test('with fewer than 13 active weeks before or 8 since, named with their numbers', () => {
    const { finding, notEnough } = pathsOf(
      promotedWith([...weekly({ person: 'ada', from: 17, to: 8, hours: 20 }), ...weekly({ person: 'ada', from: 6, to: 0, hours: 1 })], 7),
    )
    expect(finding('ada')).toBe(null)
    expect(notEnough('ada')?.missing).toEqual([`contributions before the move on ${mondayBack(7)}: 10 of 13 active weeks`])
    const recent = pathsOf(promotedWith(moved(1, 5), 5))
    expect(recent.notEnough('ada')?.missing).toEqual([`contributions since the move on ${mondayBack(5)}: 6 of 8 active weeks`])
  })

  test('without a history, of those who lead; the missing columns are named', () => {
    const dataset = unitWith({ people: [manager('ada')], contributions: moved(1), rest: { history: undefined as never } })
    const { notEnough } = pathsOf({
      ...dataset,
      history: [],
      presentColumns: new Set([...dataset.presentColumns].filter(column => !column.startsWith('history'))),
    })
    expect(notEnough('ada')?.missing).toEqual(['history.effective_date', 'history.track|history.title'])
  })

  test('without anything that tells of anybody’s place, of everybody: a move might have been made', () => {
    const work = ['ada', 'bob'].flatMap(person => weekly({ person, from: 104, to: 0, hours: 20 }))
    const told = buildDataset({
      contributions: work,
      meetings: ['ada', 'bob'].flatMap(person => meetingWeeks(person, 104, 0, 6)),
      asOf: AS_OF,
    })
    const { notEnough } = pathsOf(told)
    for (const person of ['ada', 'bob'])
      expect(notEnough(person)?.missing).toEqual(['history.effective_date', 'history.track|history.title'])
  })

  test('without anybody to compare with', () => {
    const dataset = buildDataset({
      people: [manager('ada'), engineer('bob')],
      history: promoted('ada', 40),
      contributions: [...moved(1), ...weekly({ person: 'bob', from: 104, to: 0, hours: 20 })],
      asOf: AS_OF,
    })
    expect(pathsOf(dataset).notEnough('ada')?.missing).toEqual([
      'contributions of at least 3 individual contributors in the weeks around the move',
    ])
  })
})

describe('look-alikes of a move', () => {
  test('a unit that slows down as a whole, with a player-coach in it', () => {
    const dataset = unitWith({
      people: [manager('ada')],
      history: promoted('ada', 26),
      contributions: moved(8, 26),
      peerHours: back => (back <= 26 ? 9 : 20),
    })
    const { finding, change } = pathsOf(dataset)
    expect(change('ada')!.ratio).toBeCloseTo(0.4, 12)
    expect(finding('ada')).toBe(null)
  })

  test('a small unit that slows down as a whole, in a role family that does not', () => {
    const crew = ['crew0', 'crew1', 'crew2', 'crew3']
    const rows = (person: string, hoursSince: number) => [
      ...weekly({ person, from: 104, to: 41, hours: 20 }),
      ...weekly({ person, from: 40, to: 0, hours: hoursSince }),
    ]
    const slowed = (hoursSince: number) =>
      unitWith({
        people: [...crew.map(id => engineer(id, { orgUnit: 'Product/Small' })), manager('ada', { orgUnit: 'Product/Small' })],
        history: promoted('ada', 40),
        contributions: [...crew.flatMap(person => rows(person, hoursSince)), ...rows('ada', 8)],
      })
    expect(pathsOf(slowed(8)).finding('ada')).toBe(null)
    expect(pathsOf(slowed(18)).finding('ada')).not.toBe(null)
  })

  test('weeks that only a plan makes active, where the log is sparse', () => {
    const everySecond = (person: string, hours: number) =>
      Array.from({ length: 53 }, (_, index) => weekly({ person, from: 2 * index, to: 2 * index, hours })).flat()
    const plans = weekly({ person: 'ada', from: 40, to: 0, hours: 1, kind: 'planning' })
    const peers = Array.from({ length: 9 }, (_, index) => `sparse${index}`)
    const unit = { orgUnit: 'Product/Sparse', roleFamily: 'sparse' }
    const builds = (hoursSince: number) =>
      unitWith({
        people: [...peers.map(id => engineer(id, unit)), manager('ada', unit)],
        history: promoted('ada', 40),
        contributions: [
          ...peers.flatMap(person => everySecond(person, 20)),
          ...everySecond('ada', 20).map(row => (row.at < mondayBack(40) ? row : { ...row, hours: hoursSince })),
          ...plans,
        ],
      })
    // Hours per active week are halved by the plans alone.
    expect(pathsOf(builds(18)).finding('ada')).toBe(null)
    expect(pathsOf(builds(4)).finding('ada')?.band).toBe('likely')
  })

  test('leave that spans the move: weeks away say nothing', () => {
    const leave = { leaveFrom: mondayBack(50), leaveTo: isoDate(dayOf(mondayBack(30)) - 1) }
    const work = [...weekly({ person: 'ada', from: 104, to: 51, hours: 20 }), ...weekly({ person: 'ada', from: 29, to: 0, hours: 18 })]
    const dataset = unitWith({ people: [manager('ada', leave)], history: promoted('ada', 40), contributions: work })
    const { finding, change } = pathsOf(dataset)
    expect(change('ada')).toMatchObject({ ratio: 0.9 })
    expect(change('ada')!.before.activeWeeks).toBe(52)
    expect(finding('ada')).toBe(null)
  })

  test('part time since the move: hours are compared at full time', () => {
    const history = [
      { ...promoted('ada', 40)[0]!, fte: 1 },
      { ...promoted('ada', 40)[1]!, fte: 0.5 },
    ]
    const dataset = unitWith({ people: [manager('ada', { fte: 0.5 })], history, contributions: moved(9) })
    expect(pathsOf(dataset).change('ada')!.ratio).toBeCloseTo(0.9, 12)
  })

  test('the hired manager, the acting one, and the one who came back', () => {
    const hired = [
      { personId: 'ada', effectiveDate: mondayBack(40), track: 'manager' as const, title: 'Engineering Manager', reason: 'hire' },
    ]
    const acting = [promoted('ada', 40)[0]!, { ...promoted('ada', 40)[1]!, title: 'Acting Engineering Manager' }]
    const back = [
      ...promoted('ada', 60),
      { personId: 'ada', effectiveDate: mondayBack(30), track: 'ic' as const, title: 'Software Engineer' },
    ]
    const of = (history: typeof hired, person = manager('ada')) => pathsOf(unitWith({ people: [person], history, contributions: moved(1) }))
    expect(of(hired).finding('ada')).toBe(null)
    expect(of(acting as typeof hired, manager('ada', { title: 'Acting Engineering Manager' })).finding('ada')).toBe(null)
    expect(of(back as typeof hired, engineer('ada')).finding('ada')).toBe(null)
    expect(of(back as typeof hired, engineer('ada')).measure('ada')).toMatchObject({ kind: 'back', day: dayOf(mondayBack(30)) })
  })

  test('those who left, or are about to', () => {
    expect(pathsOf(promotedWith(moved(1), 40, { terminationDate: mondayBack(2) })).finding('ada')).toBe(null)
    expect(pathsOf(promotedWith(moved(1), 40, { terminationDate: '2026-07-31' })).finding('ada')).toBe(null)
  })
})

describe('drift', () => {
  const drifting = (hoursNow: number, meetingsNow: number, more: Partial<Parameters<typeof unitWith>[0]> = {}) =>
    unitWith({
      people: [engineer('ada')],
      history: [promoted('ada', 40)[0]!],
      contributions: [
        ...weekly({ person: 'ada', from: 104, to: 53, hours: 24 }),
        ...weekly({ person: 'ada', from: 52, to: 0, hours: hoursNow }),
      ],
      meetings: [...meetingWeeks('ada', 104, 53, 8), ...meetingWeeks('ada', 52, 0, meetingsNow)],
      ...more,
    })

  test('needs no event, and is never more than watch', () => {
    const { finding, measure } = pathsOf(drifting(2, 30))
    expect(finding('ada')).toMatchObject({ band: 'watch' })
    expect(finding('ada')!.reasons.map(({ measure: name }) => name)).toEqual(['coordinate_share', 'meetings_ratio', 'hands_on_ratio'])
    expect(measure('ada')).toMatchObject({ kind: 'drift', day: null })
  })

  test.each([
    ['coordination stays under half', 13, 12.5],
    ['meetings did not grow by half', 5, 11],
    ['hands-on work is still there', 15, 30],
  ])('is none where %s', (_, hours, meetings) => expect(pathsOf(drifting(hours, meetings)).finding('ada')).toBe(null))

  test('is none where everybody around lost as much', () => {
    expect(pathsOf(drifting(10, 20, { peerHours: back => (back <= 52 ? 8 : 20) })).finding('ada')).toBe(null)
  })

  test('is none in short bursts: a rotation of a few weeks', () => {
    const bursts = [50, 49, 48, 30, 29, 28, 10, 9, 8]
    const dataset = drifting(13, 8, {
      meetings: [...meetingWeeks('ada', 104, 0, 8), ...bursts.flatMap(back => meetingWeeks('ada', back, back, 70))],
    })
    const { finding, change } = pathsOf(dataset)
    expect(change('ada')!.ratio).toBeLessThan(0.6)
    expect(finding('ada')).toBe(null)
  })

  test('is not seen where the calendar was connected in mid-record', () => {
    const dataset = drifting(2, 30, { meetings: meetingWeeks('ada', 52, 0, 30) })
    expect(pathsOf(dataset).finding('ada')).toBe(null)
  })

  test('is not seen where the record covers the window alone', () => {
    const dataset = drifting(2, 30, {
      contributions: weekly({ person: 'ada', from: 51, to: 0, hours: 2 }),
      meetings: meetingWeeks('ada', 51, 0, 30),
    })
    expect(pathsOf(dataset).finding('ada')).toBe(null)
  })

  test('is none of a manager of long standing', () => {
    const dataset = drifting(2, 30, { people: [manager('ada')], history: [] })
    expect(pathsOf(dataset).finding('ada')).toBe(null)
  })
})

test('neither the order of rows nor their spelling of the same moment matters', () => {
  const contributions = moved(5)
  const base = pathsOf(promotedWith(contributions)).paths
  fc.assert(
    fc.property(fc.shuffledSubarray(contributions, { minLength: contributions.length }), shuffled => {
      const { findings, scores } = pathsOf(promotedWith(shuffled)).paths
      expect(findings.map(({ band, reasons }) => [band, reasons.map(({ value }) => value)])).toEqual(
        base.findings.map(({ band, reasons }) => [band, reasons.map(({ value }) => value)]),
      )
      expect(scores).toEqual(base.scores)
    }),
    { numRuns: 5 },
  )
})

test('less hands-on work since a move never takes a flag away', () => {
  const order = [null, 'watch', 'likely', 'strong']
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 80 }), (a, b) => {
      const [less, more] = [Math.min(a, b) / 4, Math.max(a, b) / 4]
      const bandWith = (hours: number) => order.indexOf(pathsOf(promotedWith(moved(hours))).finding('ada')?.band ?? null)
      expect(bandWith(less)).toBeGreaterThanOrEqual(bandWith(more))
    }),
    { numRuns: 10 },
  )
})
