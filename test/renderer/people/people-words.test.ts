import { describe, expect, it } from 'vitest'
import { initialsOf } from '../../../renderer/people/initials.ts'
import { missingWords } from '../../../renderer/people/missing-words.ts'
import { EVERYBODY, isFiltered, withColumns, type PeopleQuery } from '../../../renderer/people/people-query.ts'
import { chipsOf } from '../../../renderer/people/people-words.ts'

const sentence = (query: PeopleQuery) =>
  chipsOf(query)
    .map(({ before, label }) => `${before} ${label}`)
    .join(' ')

describe('the sentence above the table', () => {
  it('reads as one', () => {
    const query: PeopleQuery = {
      ...EVERYBODY,
      flags: ['builder_trap', 'misrouted_systems_thinker'],
      unit: 'Product/Payments',
      track: 'manager',
      employed: 'yes',
    }
    expect(sentence(query)).toBe('with builder trap or misrouted in Product / Payments who are managers and employed')
  })

  it('loses exactly the part that is taken away', () => {
    const query: PeopleQuery = { ...EVERYBODY, flags: ['any'], families: ['data', 'design'], employed: 'no' }
    const keysOf = (other: PeopleQuery) => chipsOf(other).map(({ key }) => key)
    for (const { key, without } of chipsOf(query)) expect(keysOf(without)).toEqual(keysOf(query).filter(other => other !== key))
    expect(chipsOf(query).reduce((rest, { key }) => chipsOf(rest).find(chip => chip.key === key)!.without, query)).toEqual(EVERYBODY)
  })
})

describe('the columns of the table', () => {
  it('have no score among the first ones', () => {
    expect(EVERYBODY.columns).toEqual(['title', 'unit', 'flags', 'mix', 'keeps'])
    expect(EVERYBODY.sort).toBe('name')
  })

  it('take the sort with them when they go', () => {
    const sorted: PeopleQuery = { ...EVERYBODY, columns: ['title', 'exposure'], sort: 'exposure', descending: true }
    expect(withColumns(sorted, ['title'])).toMatchObject({ sort: 'name', descending: false })
    expect(withColumns(sorted, ['exposure', 'title', 'weeks'])).toMatchObject({ columns: ['title', 'weeks', 'exposure'], sort: 'exposure' })
    expect(isFiltered(sorted)).toBe(false)
  })
})

describe('missing columns in words', () => {
  it('are named with the file they belong to', () => {
    expect(missingWords(['contributions.uses', 'people.performance_rating', 'people.comp_ratio'])).toBe(
      'missing: uses in the contributions file; performance_rating and comp_ratio in the people file',
    )
    expect(missingWords(['work_items.finished_at'])).toBe('missing: finished_at in the work items file')
  })

  it('say when only the rows of these people lack them', () => {
    expect(missingWords(['contributions.work_item: rows of this person', 'work_items.finished_at: rows of this person'])).toBe(
      'missing: work_item on rows of theirs in the contributions file; finished_at on rows of theirs in the work items file',
    )
  })

  it('are too few records where every column is there', () => {
    expect(missingWords([])).toBe('too few records')
  })
})

describe('initials', () => {
  it('are letters of the first and the last part of a name', () => {
    expect(['Lê Minh', 'Zoë Van den Berg', 'Ærø', 'Moura, Beatriz', ''].map(initialsOf)).toEqual(['LM', 'ZB', 'Æ', 'MB', ''])
  })
})
