import { describe, expect, it } from 'vitest'
import type { Reason } from '../../../renderer/people/answers.ts'
import { coverageWords, reasonFigures, rowsWords, steadinessWords } from '../../../renderer/profile/flag-words.ts'
import { routeCaption } from '../../../renderer/profile/route-words.ts'
import { fakePeople } from '../fake-people.ts'

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null
const reason = (changes: Partial<Reason>): Reason => ({
  measure: 'hold',
  words: '',
  value: null,
  threshold: null,
  percentile: null,
  cohort: null,
  rows: 0,
  evidence: [],
  ...changes,
})

describe('the figures of a reason', () => {
  it('show a share against its gate, and a count as a count', () => {
    expect(plain(reasonFigures(reason({ value: 0.86, threshold: 0.5 })))).toBe('86 % against a gate of 50 %')
    expect(plain(reasonFigures(reason({ measure: 'reach', value: 23, threshold: 5, percentile: 0.91, cohort: 'same role family' })))).toBe(
      '23 against a gate of 5 · above 91 % of the same role family',
    )
    expect(reasonFigures(reason({ measure: 'build_pace_ratio', value: 2.36, threshold: 1.25 }))).toBe('2.36 against a gate of 1.25')
  })

  it('hold the place among peers against the gate where that is what is gated', () => {
    const rating = reason({ measure: 'rating', value: 2, threshold: 0.5, percentile: 0.06, cohort: 'same role family' })
    expect(plain(reasonFigures(rating))).toBe('6 % against a gate of 50 %')
  })

  it('do not repeat what the sentence has said', () => {
    expect(reasonFigures(reason({ value: 0.7 }))).toBeNull()
    expect(reasonFigures(reason({ measure: 'fade', value: -4.05, threshold: 0 }))).toBeNull()
    expect(reasonFigures(reason({ words: 'Four kinds of role, above 96 % of peers.', percentile: 0.96, cohort: 'peers' }))).toBeNull()
  })
})

describe('how much a flag rests on', () => {
  it('says so when steadiness has not been computed', () => {
    expect(steadinessWords(null)).toBe('steadiness not yet computed')
    expect(plain(steadinessWords(0.92))).toBe('still raised in 92 % of 200 resamples')
    expect(plain(coverageWords(0.86))).toBe('86 % of its inputs were there')
    expect(coverageWords(1)).toBe('all of its inputs were there')
    expect(rowsWords(1)).toBe('1 contribution')
  })
})

describe('the caption of a route', () => {
  const people = fakePeople(true)
  const captionOf = (person: string) => plain(routeCaption(people.get({ person })))

  it('compares hands-on work before and since a move, and counts the months without a record', () => {
    expect(captionOf('E10055')).toMatch(
      /^In the 52 weeks before the move on 1 Sept 2025, \d+ % of the work was hands-on and \d+ % coordination; in the last 26 weeks \d+ % and \d+ %\. 2 months have no record and stand empty\.$/,
    )
  })

  it('says so where the record begins after the move', () => {
    const profile = people.get({ person: 'E10055' })
    const move = { ...profile.person.move!, date: '2019-11-01' }
    expect(plain(routeCaption({ ...profile, person: { ...profile.person, move } }))).toMatch(
      /^Since 19 Nov 2025: .* The record begins after the move of 1 Nov 2019\. 2 months have no record and stand empty\.$/,
    )
  })

  it('speaks of a planned move as planned', () => {
    expect(captionOf('E10083')).toMatch(/^A move is planned for 1 Mar 2027\. In the 52 weeks up to now: \d+ % build/)
  })

  it('tells the mix of the window where nobody moved, and says when nothing is on record', () => {
    expect(captionOf('E10069')).toMatch(/^Since 19 Nov 2025: \d+ % build, .* 1 month has no record and stands empty\.$/)
    expect(captionOf('E10286')).toBe('No effort of theirs is on record.')
  })
})
