import { describe, expect, it } from 'vitest'
import { changeCount, changeOpened, CHANGES, questionFigures } from '../../../renderer/imports/change-words.ts'
import { fieldConfidenceWords, kindConfidenceWords } from '../../../renderer/imports/confidence-words.ts'
import { bothReadings, dayMonthWords, monthDayWords } from '../../../renderer/imports/date-words.ts'
import { dialectChoices, dialectWords, headerLines } from '../../../renderer/imports/dialect-words.ts'
import { nextIndex } from '../../../renderer/components/arrow-focus.ts'
import { problemWords } from '../../../renderer/imports/problem-words.ts'
import type { Review } from '../../../renderer/imports/answers.ts'
import { CHANGES_SHOWN } from '../../../src/contract/import-review.ts'
import { inspect } from '../fake-files.ts'

describe('how a file is written', () => {
  it('names the delimiter in words', () => {
    expect(dialectWords({ encoding: 'utf-8', delimiter: '\t', quote: '"', headerLine: 3 })).toBe(
      'UTF-8 · separated by tab · header on line 3',
    )
    expect(dialectWords({ encoding: 'utf-8', delimiter: '\t', quote: '\0', headerLine: 0 })).toMatch(/without a header$/)
  })

  it('offers what was found, also where it is none of the usual', () => {
    const choices = dialectChoices({ encoding: 'iso-8859-7', delimiter: '|', quote: '\0', headerLine: 1 })
    for (const { value, options } of choices) expect(options.map(option => option.value)).toContain(value)
  })

  it('offers the lines a header may stand on', () => {
    const lines = (headerLine: number) =>
      headerLines({ encoding: 'utf-8', delimiter: ',', quote: '"', headerLine }).map(({ value }) => value)
    expect(lines(3)[0]).toBe('1')
    expect(lines(27)).toContain('27')
    expect(lines(0)[0]).toBe('0')
  })
})

describe('how sure a recognition is', () => {
  it('is said of the kind in words', () => {
    expect([0.97, 0.7, 0.2, 0].map(kindConfidenceWords)).toEqual([
      'recognised by its headers',
      'probably, by its headers',
      'a guess: please check',
      'not recognised',
    ])
  })

  it('is said of a column by how it came to be, also after something else was chosen', () => {
    const guess = inspect('h1', 'hris.csv', null, [])
    const chosen =
      guess.mapping && inspect('h1', 'hris.csv', { ...guess.mapping, columns: { ...guess.mapping.columns, level: 'Cost centre' } }, [])
    expect(chosen).not.toBeNull()
    if (!chosen) return
    const words = (field: string) => fieldConfidenceWords(chosen, guess, field)
    expect(words('level')).toBe('chosen by you')
    expect(words('person_id')).toBe('as Personio writes it')
    expect(words('role_family')).toBe('likely, by its name')
    expect(words('employment_status')).toBe('a guess: check it')
    expect(words('location')).toBe('')
  })
})

describe('a date that may be two days', () => {
  it('is said both ways, each as those who write it so would', () => {
    expect(bothReadings('03/04/2025')).toEqual({ raw: '03/04/2025', asDMY: '2025-04-03', asMDY: '2025-03-04' })
    expect(dayMonthWords('2025-04-03')).toBe('3 April 2025')
    expect(monthDayWords('2025-03-04')).toBe('March 4, 2025')
  })

  it.each(['31/04/2025', '13/12/2025', '2025-04-03', '04.04.2025', 'soon'])('is not asked about where it can only be one: %s', raw => {
    expect(bothReadings(raw)).toBeNull()
  })
})

describe('what would change', () => {
  const review: Review = {
    files: [],
    changes: [
      { kind: 'people', new: 0, updated: 3, unchanged: 9, conflicting: 0 },
      { kind: 'components', new: 0, updated: 2, unchanged: 1, conflicting: 1 },
    ],
    people: null,
    questions: [],
  }

  it('has words for every list', () => {
    expect(CHANGES.map(({ change }) => change).toSorted()).toEqual(CHANGES_SHOWN.toSorted())
  })

  it('is counted over all kinds, and unknown of people where no file speaks of them', () => {
    expect(changeCount(review, 'updated')).toBe(5)
    expect(changeCount(review, 'leaving')).toBeNull()
  })

  it('opens at the first list with anything in it, unless the address names another', () => {
    expect(changeOpened(review, null)).toBe('updated')
    expect(changeOpened(review, 'conflicting')).toBe('conflicting')
    expect(changeOpened(review, 'leaving')).toBe('updated')
    expect(changeOpened({ ...review, changes: [] }, null)).toBeNull()
  })

  it('is asked about with its numbers', () => {
    const question = { part: 'missingPeople' as const, words: '', people: 2140, of: 4812, share: 2140 / 4812, choices: [] }
    expect(questionFigures(question)).toBe('2,140 of 4,812 people, 44.5\u00a0%')
  })
})

it('a code of a problem reads as words', () => {
  expect(problemWords('missing-column')).toBe('Missing column')
})

it('arrow keys walk a list and stay within it', () => {
  expect(nextIndex('ArrowDown', 2, 3)).toBe(2)
  expect(nextIndex('ArrowUp', 0, 3)).toBe(0)
  expect(nextIndex('End', 0, 3)).toBe(2)
  expect(nextIndex('Tab', 0, 3)).toBeNull()
})
