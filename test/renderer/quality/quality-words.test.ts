import { describe, expect, it } from 'vitest'
import {
  datesWords,
  figureName,
  joinedByWords,
  joinSentence,
  leftOverSentences,
  managersSentence,
  missingSentence,
  spanLength,
  spanSentence,
} from '../../../renderer/quality/quality-words.ts'
import { QUALITY, QUALITY_UNANALYSED } from '../fake-quality.ts'

const { join, columns, spans, managers } = QUALITY

describe('how many contributions found their person', () => {
  it('is a share of a count', () => {
    expect(joinSentence(join, true)).toBe('97\u00a0% of 1,043,118 contributions found their person in the people file.')
  })

  it('is unknown without a people file, not known yet before the analysis, and never 0', () => {
    const unknown = { ...join, joined: null, joinedShare: null }
    expect(joinSentence(unknown, true)).toMatch(/^Unknown for 1,043,118 contributions: no people file/)
    expect(joinSentence(QUALITY_UNANALYSED.join, false)).toMatch(/^Not known yet/)
    expect(joinSentence({ ...unknown, contributions: 0 }, true)).toMatch(/^No contributions are imported/)
    expect(joinSentence({ ...join, joined: 0, joinedShare: 0 }, true)).toMatch(/^0\u00a0% of/)
  })

  it('says by what, the most frequent first', () => {
    expect(joinedByWords(join)).toBe("Joined by e-mail (612), alias (41), name (27) and somebody's word (3).")
    expect(joinedByWords(QUALITY_UNANALYSED.join)).toBeNull()
  })

  it('says who is left over, and counts one as one', () => {
    expect(leftOverSentences(join)).toHaveLength(2)
    expect(leftOverSentences({ ...join, peopleOutside: 1, bots: 1, botContributions: 1 })).toEqual([
      '1 person who contributes is in no people file: whether they are still here is not known.',
      '1 bot made 1 contribution; work of bots counts for nobody.',
    ])
    expect(leftOverSentences({ ...join, peopleOutside: 0, bots: 0 })).toEqual([])
  })
})

describe('how far back the records reach', () => {
  it('is told of contributions first', () => {
    expect(spanSentence(spans, true)).toBe('Contributions run from 4 Jan 2021 to 17 Nov 2026: 5 years 10 months.')
  })

  it('else of what reaches furthest', () => {
    const others = spans.filter(({ kind }) => kind !== 'contributions')
    expect(spanSentence(others, true)).toBe('The records of history run from 1 Mar 2014 to 1 Nov 2026: 12 years 8 months.')
    expect(
      spanSentence(
        others.filter(({ from }) => from === null),
        true,
      ),
    ).toBe('No dated records are imported.')
    expect(spanSentence(QUALITY_UNANALYSED.spans, false)).toMatch(/^Not known yet/)
  })

  it('has no dates for a state, and none yet for what the analysis has not read', () => {
    const [people, history] = QUALITY_UNANALYSED.spans
    expect(datesWords(people!, false)).toBe('no dates · 4,860 rows')
    expect(datesWords(history!, false)).toBe('dates not known before the analysis · 12,204 rows')
    expect(datesWords({ ...history!, rows: 0 }, true)).toBe('no rows')
    expect(datesWords(spans[1]!, true)).toBe('1 Mar 2014 to 1 Nov 2026 · 12,204 rows')
  })

  it('counts both days, and months only from two on', () => {
    expect(spanLength('2026-11-17', '2026-11-17')).toBe('1 day')
    expect(spanLength('2026-11-01', '2026-11-30')).toBe('30 days')
    expect(spanLength('2025-01-01', '2025-12-31')).toBe('1 year')
    expect(spanLength('2025-01-01', '2026-01-31')).toBe('1 year 1 month')
  })
})

describe('what is missing', () => {
  it('is said of whole files and of columns of the others', () => {
    expect(missingSentence(columns)).toBe('The files of meetings and artifacts and 22 columns of the other files.')
    expect(missingSentence(columns.filter(({ kind }) => kind === 'meetings'))).toBe('The file of meetings.')
    expect(missingSentence(columns.filter(({ kind }) => kind === 'components'))).toBe('2 columns.')
  })

  it('is nothing where all is there', () => {
    expect(missingSentence(columns.filter(({ kind }) => kind === 'work_items'))).toBe('Nothing: every column that can be used is there.')
  })
})

describe('managers', () => {
  it('are counted by those who name one', () => {
    expect(managersSentence(managers, true)).toBe('4,602 people name a manager; for 4,388 of them the manager was found.')
    expect(managersSentence({ ...managers, named: 2, found: 2 }, true)).toBe('2 people name a manager, and each of them was found.')
    const none = { named: 0, found: 0, problems: [] }
    expect(managersSentence(none, true)).toMatch(/^No manager is named/)
    expect(managersSentence(none, false)).toMatch(/^Not known before/)
  })
})

it('reads the code of a figure as words', () => {
  expect(figureName('current_truck_factor')).toBe('Current truck factor')
})
