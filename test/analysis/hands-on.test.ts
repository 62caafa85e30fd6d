import { describe, expect, test } from 'vitest'
import { handsOnWeeksOf, paceIn, runningWeeks } from '../../src/analysis/hands-on-weeks.ts'
import { stretchesAround } from '../../src/analysis/hands-on.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import { weekOf } from '../../src/domain/calendar.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import { AS_OF, engineer, manager, meetingWeeks, mondayBack, pathsOf, promoted, unitWith, weekly } from './weekly-work.ts'

const weekBack = (weeks: number) => weekOf(dayOf(AS_OF)) - weeks

describe('stretches around a day', () => {
  test('are 52 weeks before and the last 26 since, without the week the day falls into', () => {
    const { before, since } = stretchesAround(dayOf(mondayBack(40)) + 2, dayOf(AS_OF), [], DEFAULT_ROUTE_SETTINGS)
    expect(before).toEqual({ fromWeek: weekBack(92), toWeek: weekBack(41) })
    expect(since).toEqual({ fromWeek: weekBack(25), toWeek: weekBack(0) })
  })

  test('a day ten weeks ago leaves ten weeks, and a Monday begins its own', () => {
    expect(stretchesAround(dayOf(mondayBack(10)), dayOf(AS_OF), [], DEFAULT_ROUTE_SETTINGS).since.fromWeek).toBe(weekBack(10))
    expect(stretchesAround(dayOf(mondayBack(10)) + 1, dayOf(AS_OF), [], DEFAULT_ROUTE_SETTINGS).since.fromWeek).toBe(weekBack(9))
  })

  test('weeks of leave are passed over', () => {
    const leave = [{ from: dayOf(mondayBack(12)), to: dayOf(mondayBack(2)) - 1 }]
    expect(stretchesAround(dayOf(mondayBack(60)), dayOf(AS_OF), leave, DEFAULT_ROUTE_SETTINGS).since.fromWeek).toBe(weekBack(35))
  })
})

test('pace is hours per active week at full time; reviews alone make no week active', () => {
  const dataset = unitWith({
    people: [engineer('ada', { fte: 0.5 })],
    contributions: [
      ...weekly({ person: 'ada', from: 9, to: 0, hours: 8 }),
      ...weekly({ person: 'ada', from: 20, to: 11, hours: 2, kind: 'review' }),
    ],
    meetings: meetingWeeks('ada', 9, 0, 4),
  })
  const { ground, indexOf } = pathsOf(dataset)
  const pace = paceIn(runningWeeks(handsOnWeeksOf(dataset, ground)), indexOf('ada'), { fromWeek: weekBack(30), toWeek: weekBack(0) })
  expect(pace).toEqual({ activeWeeks: 10, handsOn: 16, meetings: 8, coordinateShare: 1 / 3 })
})

test('a part-time day in the past counts as it was', () => {
  const dataset = unitWith({
    people: [engineer('ada', { fte: 0.5 })],
    history: [
      { personId: 'ada', effectiveDate: '2020-01-06', fte: 1 },
      { personId: 'ada', effectiveDate: mondayBack(10), fte: 0.5 },
    ],
    contributions: [...weekly({ person: 'ada', from: 30, to: 11, hours: 20 }), ...weekly({ person: 'ada', from: 10, to: 0, hours: 10 })],
  })
  const { ground, indexOf } = pathsOf(dataset)
  const running = runningWeeks(handsOnWeeksOf(dataset, ground))
  expect(paceIn(running, indexOf('ada'), { fromWeek: weekBack(30), toWeek: weekBack(11) }).handsOn).toBe(20)
  expect(paceIn(running, indexOf('ada'), { fromWeek: weekBack(10), toWeek: weekBack(0) }).handsOn).toBe(20)
})

test('the ratio is divided by that of the unit, the level by its median', () => {
  const dataset = unitWith({
    people: [manager('ada')],
    history: promoted('ada', 40),
    contributions: [...weekly({ person: 'ada', from: 100, to: 41, hours: 30 }), ...weekly({ person: 'ada', from: 40, to: 0, hours: 6 })],
    peerHours: back => (back <= 25 ? 16 : 20),
  })
  const change = pathsOf(dataset).change('ada')!
  expect(change.ratio).toBeCloseTo(0.2, 12)
  expect(change.peerRatio).toBeCloseTo(0.8, 12)
  expect(change.ratioToPeers).toBeCloseTo(0.25, 12)
  expect(change.levelToPeers).toBeCloseTo(6 / 16, 12)
  expect(change.peers).toMatchObject({ ratioScope: 'unit', levelScope: 'unit' })
})

test('under eight in the unit the role family counts, and new hires are no peers of what was before', () => {
  const others = Array.from({ length: 8 }, (_, index) => `far${index}`)
  const hired = Array.from({ length: 3 }, (_, index) => `new${index}`)
  const dataset = buildDataset({
    people: [
      manager('ada', { orgUnit: 'Small' }),
      engineer('bob', { orgUnit: 'Small' }),
      ...hired.map(id => engineer(id, { orgUnit: 'Small' })),
      ...others.map(id => engineer(id, { orgUnit: 'Far' })),
    ],
    history: promoted('ada', 40),
    contributions: [
      ...weekly({ person: 'ada', from: 100, to: 0, hours: 20 }),
      ...weekly({ person: 'bob', from: 100, to: 0, hours: 40 }),
      ...hired.flatMap(person => weekly({ person, from: 20, to: 0, hours: 5 })),
      ...others.flatMap(person => weekly({ person, from: 100, to: 0, hours: 20 })),
    ],
    asOf: AS_OF,
  })
  const { change, indexOf } = pathsOf(dataset)
  const { peers } = change('ada')!
  expect(peers.ratioScope).toBe('role_family')
  expect(peers.ofRatio).toEqual([indexOf('bob'), ...others.map(indexOf)].sort((a, b) => a - b))
  expect(peers.ofLevel).toContain(indexOf('new0'))
})

test('hours are never compared across role families where there is another way', () => {
  const designers = Array.from({ length: 9 }, (_, index) => `designer${index}`)
  const engineers = ['bob', 'cyd', 'dan']
  const dataset = buildDataset({
    people: [manager('ada'), ...engineers.map(id => engineer(id)), ...designers.map(id => engineer(id, { roleFamily: 'design' }))],
    history: promoted('ada', 40),
    contributions: ['ada', ...engineers, ...designers].flatMap(person => weekly({ person, from: 100, to: 0, hours: 20 })),
    asOf: AS_OF,
  })
  const { peers } = pathsOf(dataset).change('ada')!
  expect([peers.ratioScope, peers.ofRatio.length]).toEqual(['unit', 12])
  expect([peers.levelScope, peers.ofLevel.length]).toEqual(['role_family', 3])
})
