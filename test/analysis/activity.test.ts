import { describe, expect, test } from 'vitest'
import { activityOf } from '../../src/analysis/activity.ts'
import { leavesOf } from '../../src/analysis/leave.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { periodsOf } from '../../src/analysis/window.ts'
import { isoDate } from '../../src/domain/calendar.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { DatasetInput } from './dataset-builder.ts'

function activity(input: DatasetInput) {
  const dataset = buildDataset({ asOf: '2024-12-31', ...input })
  return activityOf(dataset, periodsOf(dataset.asOf, DEFAULT_SETTINGS).window, leavesOf(dataset), DEFAULT_SETTINGS)
}

const weekly = (person: string, weeks: number, from = '2024-03-04') =>
  Array.from({ length: weeks }, (_, week) => ({ person, at: isoDate(dayOf(from) + 7 * week) }))

describe('active weeks', () => {
  test('are weeks with a contribution or with meeting hours, each once', () => {
    const { activeWeeks } = activity({
      contributions: [...weekly('ada', 3), ...weekly('ada', 2)],
      meetings: [
        { person: 'ada', week: '2024-03-05', meetingHours: 2 },
        { person: 'ada', week: '2024-06-05', meetingHours: 2 },
        { person: 'ada', week: '2024-07-05', meetingHours: 0 },
      ],
    })
    expect([...activeWeeks]).toEqual([4])
  })

  test('are not made by reviews alone, nor by kinds nobody has mapped', () => {
    const rows = weekly('ada', 10)
    expect([...activity({ contributions: rows.map(row => ({ ...row, kind: 'review' })) }).activeWeeks]).toEqual([0])
    expect([...activity({ contributions: rows.map(row => ({ ...row, kind: 'code_remark' })) }).activeWeeks]).toEqual([0])
    expect([...activity({ contributions: rows.map(row => ({ ...row, kind: 'design_review' })) }).activeWeeks]).toEqual([10])
  })

  test('lie outside leave, whether the people file or the history knows of it', () => {
    const contributions = weekly('ada', 10)
    const meetings = [{ person: 'ada', week: '2024-04-03', meetingHours: 1 }]
    expect([
      ...activity({ contributions, meetings, people: [{ id: 'ada', leaveFrom: '2024-03-18', leaveTo: '2024-04-14' }] }).activeWeeks,
    ]).toEqual([6])
    const history = [
      { personId: 'ada', effectiveDate: '2024-03-18', reason: 'leave_start' },
      { personId: 'ada', effectiveDate: '2024-04-15', reason: 'leave_end' },
    ]
    expect([...activity({ contributions, meetings, people: [{ id: 'ada' }], history }).activeWeeks]).toEqual([6])
  })

  test('count in a week that was leave only in part', () => {
    const meetings = [{ person: 'ada', week: '2024-04-01', meetingHours: 1 }]
    expect([...activity({ meetings, people: [{ id: 'ada', leaveFrom: '2024-03-20', leaveTo: '2024-04-03' }] }).activeWeeks]).toEqual([1])
    expect([...activity({ meetings, people: [{ id: 'ada', leaveFrom: '2024-03-20', leaveTo: '2024-04-05' }] }).activeWeeks]).toEqual([0])
  })

  test('make somebody observed from eight on', () => {
    const { observed } = activity({ contributions: [...weekly('ada', 8), ...weekly('bob', 7)] })
    expect([...observed]).toEqual([1, 0])
  })
})
