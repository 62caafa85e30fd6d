import { describe, expect, test } from 'vitest'
import { agentFigures, coverageSentence, weeksSentence } from '../../../renderer/organisation/agents-words.ts'
import {
  boundMark,
  compressionSentence,
  evidenceTitles,
  hoursOf,
  hoursSentence,
  promotionSentence,
  unitsCaption,
} from '../../../renderer/organisation/unit-words.ts'
import { agents } from '../fake-organisation-units.ts'
import { boundBy, unitNamed } from './unit-builder.ts'

describe('what is said of units', () => {
  test('the caption counts every verdict, and a unit without one is unknown', () => {
    const units = [
      unitNamed('A', { bound: boundBy('communication'), coordinationRatio: 0.5 }),
      unitNamed('A/B', { bound: boundBy('compute'), coordinationRatio: 0.8 }),
      unitNamed('C', { bound: boundBy('undecided') }),
      unitNamed('D'),
    ]
    expect(boundMark(units[3]!)).toBe('unknown')
    expect(unitsCaption(units, { from: '2025-01-01', to: '2025-12-31' })).toBe(
      'Of 4 units from 1 Jan 2025 to 31 Dec 2025: 1 bound by communication, 1 by work, 1 undecided and 1 unknown. The most people who coordinate per one who builds or enables are in A / B: 0.8. Governance is an obligation and stands apart.',
    )
    expect(unitsCaption([unitNamed('A')], null)).toContain('is not known of any')
  })

  test('unknown hours are no hours, and known ones are told in shares', () => {
    expect(hoursOf(unitNamed('A'))).toBeNull()
    const hours = hoursOf(unitNamed('A', { loadBearingHours: 50, optionalHours: 30, untoldHours: 20 }))!
    expect(hoursSentence(hours).replaceAll('\u00a0', ' ')).toBe('100 hours of coordination: 50 % load-bearing, 30 % optional, 20 % untold')
  })

  test('where nothing is decided, the two lists speak for the two sides', () => {
    expect(evidenceTitles(boundBy('undecided'))).toEqual(['For communication', 'For work'])
    expect(evidenceTitles(boundBy('compute'))).toEqual(['What speaks for it', 'What speaks against it'])
  })

  test('merged roles and promotions name the file that would tell, where they are not known', () => {
    expect(compressionSentence(unitNamed('A'))).toContain('history file')
    expect(promotionSentence(unitNamed('A'))).toContain('history file')
    const merged = {
      rolesMerged: 2,
      roles: ['Tester', 'Analyst'],
      meetingHoursBefore: 10,
      meetingHoursSince: 8,
      meetingHoursChange: -0.2,
      withoutCoordination: true,
    }
    expect(compressionSentence(unitNamed('A', { roleCompression: merged })).replaceAll('\u00a0', ' ')).toBe(
      '2 roles were merged into others (Tester and Analyst). Meeting hours a person and week fell by 20 % since: the work was joined, and coordination fell with it.',
    )
  })
})

test('shares of work with agents come with their counts and range, and one that is not known has none', () => {
  const found = agents(false).agents!
  const [adoption] = agentFigures(found)
  expect(adoption).toMatchObject({ count: '131 of 212 people', share: 131 / 212 })
  expect(adoption!.range?.replaceAll('\u00a0', ' ')).toBe('55 % to 68 %')
  const nobody = agentFigures({ ...found, people: 0, adopters: 0, integrated: 0, adoption: null, adoptionInterval: null })
  expect(nobody[0]).toMatchObject({ share: null, range: null })
  expect(weeksSentence({ ...found, agentWeeks: 0 })).toBe('No week with work of agents is on record.')
  expect(coverageSentence(found)).toContain('adoption may be higher')
})
