import { describe, expect, test } from 'vitest'
import { isoDate } from '../../src/domain/calendar.ts'
import { inspectSource } from '../../src/ingest/read-file.ts'
import { statedDay } from '../../src/ingest/stated-day.ts'
import { memorySource, readAll, TODAY } from './memory-source.ts'

describe('the day in the name of a file', () => {
  test.each([
    ['people-2026-09-30.csv', '2026-09-30', '2026-09-30'],
    ['export20260930.csv', '2026-09-30', '20260930'],
    ['HRIS_20260930101500.csv', '2026-09-30', '20260930101500'],
    ['Personal 30.09.2026.csv', '2026-09-30', '30.09.2026'],
    ['people_2026_09_30 (2).csv', '2026-09-30', '2026_09_30'],
    ['headcount 2026-Q3.csv', '2026-09-30', '2026-Q3'],
    ['headcount_2026q1.csv', '2026-03-31', '2026q1'],
    ['Q4-2026 people.csv', '2026-12-31', 'Q4-2026'],
    ['people-2024-02.csv', '2024-02-29', '2024-02'],
    ['2026-Q3 as of 2026-09-30.csv', '2026-09-30', '2026-09-30'],
  ])('%s is of %s', (name, day, text) => {
    const stated = statedDay(name)
    expect(stated && { day: isoDate(stated.day), text: stated.text }).toEqual({ day, text })
  })

  test.each([
    ['people.csv', 'no day'],
    ['people-2026.csv', 'only a year'],
    ['people 2026-02-31.csv', 'a day that is none'],
    ['changes 2026-01-01 to 2026-09-30.csv', 'a range'],
    ['2025-10_2026-09.csv', 'a range of months'],
    ['FY2026-Q3.csv', 'a quarter of a year that may begin in any month'],
    ['build 120260930.csv', 'a longer number'],
    ['2026-W40.csv', 'a week'],
  ])('%s states none: %s', name => expect(statedDay(name)).toBeNull())
})

describe('a people file named after a day', () => {
  const TEXT = 'person_id,title\n1,Lead\n'
  const source = (name = 'people-2025-09-30.csv', text = TEXT) => memorySource(text, { name })
  const constantsOf = async (name?: string, text?: string, today: number | undefined = TODAY) =>
    (await inspectSource(source(name, text), { today })).mapping?.constants

  test('holds from that day, as its mapping says', async () => {
    expect(await constantsOf()).toEqual({ effective_date: '2025-09-30' })
    const { rows, report } = await readAll(source())
    expect(report.mapping.constants).toEqual({ effective_date: '2025-09-30' })
    expect(rows).toMatchObject([
      {
        kind: 'people',
        from: 20_361,
        row: { title: 'Lead' },
        events: [{ personId: '1', effectiveDate: 20_361, title: 'Lead', reason: null }],
      },
    ])
  })

  test('is read alike with a column that says so', async () => {
    const byColumn = await readAll(memorySource('person_id,title,effective_date\n1,Lead,2025-09-30\n'), { kind: 'people' })
    expect((await readAll(source())).rows).toEqual(byColumn.rows)
  })

  test('is read the same again by its own mapping', async () => {
    const first = await readAll(source())
    const again = await readAll(source('people.csv'), { mapping: first.report.mapping })
    expect(again.rows).toEqual(first.rows)
  })

  test('holds from no day where somebody took it away, and stays so', async () => {
    const mapping = { kind: 'people', columns: {}, constants: { effective_date: '' } } as const
    const { rows, report } = await readAll(source(), { mapping })
    expect(rows).toEqual((await readAll(source('people.csv'))).rows)
    expect((await readAll(source(), { mapping: report.mapping })).rows).toEqual(rows)
  })

  test('holds from no day where the day lies ahead, is not known, or stands in the rows', async () => {
    expect(await constantsOf('people-2026-01-02.csv')).toBeUndefined()
    expect(await constantsOf('people-2026-01-01.csv')).toEqual({ effective_date: '2026-01-01' })
    expect((await inspectSource(source())).mapping?.constants).toBeUndefined()
    expect(await constantsOf(undefined, 'person_id,effective_date\n1,2020-01-01\n')).toBeUndefined()
    expect((await inspectSource(source('people-2026-01-02.csv'))).statedOn).toEqual({ day: 20_455, text: '2026-01-02' })
  })

  test('is the only kind that takes a day from its name', async () => {
    expect(await constantsOf(undefined, 'component,core\na,yes\n')).toBeUndefined()
  })
})
