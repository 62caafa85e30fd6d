import { describe, expect, test } from 'vitest'
import { groundOf } from '../../src/analysis/ground.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { pathsOf } from '../../src/analysis/unit-history.ts'
import { unitFigures } from '../../src/analysis/units.ts'
import { workToMeetingOf } from '../../src/analysis/work-to-meeting.ts'
import { personId } from '../../src/domain/identifiers.ts'
import { buildDataset } from './dataset-builder.ts'
import type { DatasetInput, PersonInput } from './dataset-builder.ts'
import { AS_OF, meetingWeeks, mondayBack, weekly } from './weekly-work.ts'

const person = (id: string, orgUnit: string | null, more: Omit<PersonInput, 'id'> = {}): PersonInput => ({
  id,
  orgUnit,
  roleFamily: 'engineering',
  track: 'ic',
  ...more,
})
const reportsTo = (id: string) => ({ managerId: personId(id) })
const building = (id: string, hours = 20) => weekly({ person: id, from: 20, to: 0, hours })
const coordinating = (id: string) => weekly({ person: id, from: 20, to: 0, hours: 20, kind: 'planning' })

function figures(input: DatasetInput) {
  const dataset = buildDataset({ asOf: AS_OF, ...input })
  const units = unitFigures(dataset, groundOf(dataset, DEFAULT_SETTINGS))
  return { units, of: (unit: string) => units.find(one => one.unit === unit)! }
}

const COMPANY: DatasetInput = {
  people: [
    person('boss', 'Product', { track: 'manager' }),
    person('lead', 'Product/Ledger', { track: 'manager', ...reportsTo('boss') }),
    person('ada', 'Product/Ledger', reportsTo('lead')),
    person('bob', 'Product/Ledger', reportsTo('lead')),
    person('cyd', 'Product/Desk', reportsTo('boss')),
    person('auditor', 'Product/Desk', { governance: true, ...reportsTo('boss') }),
    person('gone', 'Product/Desk', { terminationDate: mondayBack(3), ...reportsTo('boss') }),
    person('quiet', 'Product/Desk', reportsTo('boss')),
  ],
  contributions: [
    ...coordinating('boss'),
    ...coordinating('lead'),
    ...building('ada'),
    ...building('bob'),
    ...building('cyd'),
    ...coordinating('auditor'),
    ...building('gone'),
  ],
}

describe('units', () => {
  test('roll up along their paths', () => {
    const { units, of } = figures(COMPANY)
    expect(units.map(({ unit, people }) => [unit, people])).toEqual([
      ['Product', 7],
      ['Product/Desk', 3],
      ['Product/Ledger', 3],
    ])
    expect(of('Product').people).toBe(7)
    expect(pathsOf(' Product / Ledger/ ')).toEqual(['Product', 'Product/Ledger'])
    expect(pathsOf(null)).toEqual([])
  })

  test('count people who mostly coordinate per one who builds or enables, governance apart', () => {
    const { of } = figures(COMPANY)
    expect(of('Product')).toMatchObject({ coordinators: 2, crafters: 3, coordinationRatio: 2 / 3, governance: 1 })
    expect(of('Product/Ledger')).toMatchObject({ coordinators: 1, crafters: 2, coordinationRatio: 0.5, governance: 0 })
    expect(of('Product/Desk')).toMatchObject({ coordinators: 0, crafters: 1, coordinationRatio: 0, governance: 1 })
  })

  test('keep managers of governance out of the managers per crafter, and count them as managers', () => {
    const people = [...COMPANY.people!, person('head of audit', 'Product/Desk', { track: 'manager', governance: true })]
    expect(figures({ ...COMPANY, people }).of('Product')).toMatchObject({ managers: 3, managerToCrafter: 2 / 3, governance: 2 })
  })

  test('count managers, spans of those who lead, and people in the longest line', () => {
    const { of } = figures(COMPANY)
    expect(of('Product')).toMatchObject({ managers: 2, managerToCrafter: 2 / 3, span: (4 + 2) / 2, layers: 3 })
    expect(of('Product/Ledger')).toMatchObject({ managers: 1, managerToCrafter: 0.5, span: 2, layers: 2 })
    expect(of('Product/Desk')).toMatchObject({ managers: 0, span: null, layers: 1 })
  })

  test('say nothing where nothing is known', () => {
    const { of, units } = figures({ people: [person('ada', 'Far', { track: null })], contributions: building('ada').slice(0, 3) })
    expect(of('Far')).toEqual({
      unit: 'Far',
      people: 1,
      coordinationRatio: null,
      coordinators: null,
      crafters: null,
      governance: null,
      managers: null,
      managerToCrafter: null,
      span: null,
      layers: null,
      workToMeeting: null,
    })
    expect(units).toHaveLength(1)
    expect(figures({ people: [person('ada', null)], contributions: building('ada') }).units).toEqual([])
  })

  test('have no ratio without anybody who builds', () => {
    expect(figures({ people: [person('ada', 'Far')], contributions: coordinating('ada') }).of('Far')).toMatchObject({
      coordinators: 1,
      crafters: 0,
      coordinationRatio: null,
    })
  })

  test('survive managers in a circle and somebody who reports to themselves', () => {
    const people = [person('ada', 'Far', reportsTo('bob')), person('bob', 'Far', reportsTo('ada')), person('cyd', 'Far', reportsTo('cyd'))]
    expect(figures({ people, contributions: building('ada') }).of('Far').layers).toBeGreaterThan(0)
  })
})

describe('work to meeting', () => {
  test('is hands-on hours per meeting hour, or focus hours in the weeks that have them', () => {
    const focused = meetingWeeks('bob', 9, 0, 10).map((row, index) => (index < 5 ? { ...row, focusHours: 25 } : row))
    const dataset = buildDataset({
      asOf: AS_OF,
      people: [person('ada', 'Far'), person('bob', 'Far'), person('cyd', 'Far')],
      contributions: [
        ...weekly({ person: 'ada', from: 9, to: 0, hours: 30 }),
        ...weekly({ person: 'bob', from: 9, to: 0, hours: 99 }),
        ...building('cyd'),
      ],
      meetings: [...meetingWeeks('ada', 9, 0, 10), ...focused],
    })
    const ground = groundOf(dataset, DEFAULT_SETTINGS)
    expect([...workToMeetingOf(dataset, ground)]).toEqual([3, 2.5, NaN])
    expect(unitFigures(dataset, ground)[0]!.workToMeeting).toBeCloseTo((300 + 125) / (100 + 50), 9)
  })
})
