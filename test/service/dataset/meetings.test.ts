import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weekOf } from '../../../src/domain/calendar.ts'
import type { MeetingRow } from '../../../src/domain/meeting.ts'
import { assembled } from './dataset-fixture.ts'

const MONDAY = 20_003
const meeting = (cells: Partial<MeetingRow>): MeetingRow => ({
  person: 'ann',
  day: MONDAY,
  meetingHours: 1,
  focusHours: null,
  meetings: null,
  attendees: null,
  oneOnOneHours: null,
  agentActions: null,
  ...cells,
})

async function weeks(...imports: MeetingRow[][]) {
  const { people, meetings } = (await assembled({ meetings: imports })).dataset
  return Array.from({ length: meetings.length }, (_, at) => ({
    person: people[meetings.person[at]!]!.id as string,
    week: meetings.week[at]! - weekOf(MONDAY),
    hours: meetings.meetingHours[at]!,
    focus: meetings.focusHours[at]!,
    actions: meetings.agentActions[at]!,
  }))
}

describe('meetings', () => {
  test('days of one week are summed, for some exports are daily', async () => {
    const rows = [
      meeting({ meetingHours: 2, focusHours: 3, agentActions: 4 }),
      meeting({ day: MONDAY + 2, meetingHours: 1.5, agentActions: 1 }),
      meeting({ day: MONDAY + 7, meetingHours: 4 }),
    ]
    expect(await weeks(rows)).toEqual([
      { person: 'ann', week: 0, hours: 3.5, focus: 3, actions: 5 },
      { person: 'ann', week: 1, hours: 4, focus: NaN, actions: NaN },
    ])
  })

  test('of rows of one person and day the one with most hours counts', async () => {
    expect(await weeks([meeting({ meetingHours: 2 }), meeting({ meetingHours: 5 }), meeting({ meetingHours: 2 })])).toMatchObject([
      { hours: 5 },
    ])
  })

  test('a later import replaces the weeks it holds and no others', async () => {
    const first = [
      meeting({ meetingHours: 8 }),
      meeting({ day: MONDAY + 1, meetingHours: 8 }),
      meeting({ day: MONDAY + 7, meetingHours: 6 }),
    ]
    expect(await weeks(first, [meeting({ day: MONDAY + 3, meetingHours: 3 })])).toMatchObject([
      { week: 0, hours: 3 },
      { week: 1, hours: 6 },
    ])
  })

  test('unknown hours stay unknown', async () => {
    expect((await weeks([meeting({})]))[0]!.focus).toBeNaN()
  })

  test('come out the same, whatever the order of rows', async () => {
    const hours = fc.integer({ min: 0, max: 40 })
    const anyRow = fc.record({
      person: fc.constantFrom('ann', 'bo'),
      day: fc.integer({ min: MONDAY, max: MONDAY + 9 }),
      meetingHours: hours,
      focusHours: fc.option(hours),
      attendees: fc.option(hours),
      agentActions: fc.option(hours),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 12 }), async rows => {
        const all = rows.map(meeting)
        expect(await weeks(all.toReversed())).toEqual(await weeks(all))
      }),
      { numRuns: 25 },
    )
  })
})
