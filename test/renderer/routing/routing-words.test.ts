import { describe, expect, it } from 'vitest'
import { emptyWords, sectionsOf } from '../../../renderer/routing/routing-words.ts'
import { fakePeople } from '../fake-people.ts'

describe('the questions of the routing screen', () => {
  it('are four, each asked as a question, its people in the order of names', () => {
    const sections = sectionsOf(fakePeople(true).routing())
    expect(sections.map(({ entries }) => entries.length)).toEqual([2, 1, 2, 2])
    for (const { asks, entries } of sections) {
      expect(asks.endsWith('?')).toBe(true)
      expect(entries.map(({ name }) => name)).toEqual(entries.map(({ name }) => name).toSorted())
    }
  })

  it('name the file that would tell where nobody is in one', () => {
    expect(emptyWords('about_to_be_misrouted', [])).toBe(
      'No question is raised here. It is read from a people file with planned_title, planned_track and planned_date.',
    )
    expect(emptyWords('enabler_trap', [{ pattern: 'enabler_trap', people: 220, missing: ['contributions.uses'] }])).toBe(
      'No question is raised here. 220 people could not be looked at; missing: uses in the contributions file. It is read from contributions with uses, and a people file with performance_rating and comp_ratio.',
    )
  })
})
