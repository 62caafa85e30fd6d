import { describe, expect, it } from 'vitest'
import { blockerOf, importBlocker, isHopeless, missingFields, stepBlocked, totalsOf } from '../../../renderer/imports/steps.ts'
import type { Inspection, Mapping } from '../../../renderer/imports/answers.ts'
import { FakeCheck } from '../fake-check.ts'
import { inspect } from '../fake-files.ts'

const people = inspect('h1', 'hris.csv', null, [])
const contributions = inspect('h2', 'contributions.csv', null, [])
const picture = inspect('h3', 'picture.png', null, [])
const unknown = inspect('h4', 'list.csv', null, [])

const mappingOf = (file: Inspection): Mapping => {
  if (!file.mapping) throw new Error('This file has no mapping.')
  return file.mapping
}
const complete = inspect(
  'h2',
  'contributions.csv',
  { ...mappingOf(contributions), columns: { ...mappingOf(contributions).columns, kind: 'type' } },
  [],
)

describe('what keeps a file out', () => {
  it('is nothing when all that must be there is there', () => {
    expect(blockerOf(people)).toBeNull()
    expect(blockerOf(complete)).toBeNull()
  })

  it('is the column nobody chose, by name', () => {
    expect(missingFields(contributions)).toEqual(['kind'])
    expect(blockerOf(contributions)).toBe('Choose a column for kind.')
  })

  it('is no missing column where all rows have the same', () => {
    const mapping = { ...mappingOf(contributions), constants: { kind: 'commit' } }
    expect(blockerOf(inspect('h2', 'contributions.csv', mapping, []))).toBeNull()
  })

  it('is its kind, when that was not recognised', () => {
    expect(blockerOf(unknown)).toBe('Choose what kind of file it is.')
    expect(isHopeless(unknown)).toBe(false)
  })

  it('is what it is, when it is no table at all', () => {
    expect(blockerOf(picture)).toMatch(/^This is a PNG picture/)
    expect(isHopeless(picture)).toBe(true)
  })

  it('is the dates of a must column nobody has told apart', () => {
    const history: Inspection = {
      ...people,
      kind: 'history',
      mapping: { kind: 'history', columns: { person_id: 'Employee ID', effective_date: 'Start date' } },
      dates: [
        {
          field: 'effective_date',
          header: 'Start date',
          order: null,
          samples: [],
          question: { raw: '03/04/2025', asDMY: '2025-04-03', asMDY: '2025-03-04' },
        },
      ],
      usable: false,
    }
    expect(blockerOf(history)).toBe('Say how the dates in Start date are written.')
  })
})

describe('a step', () => {
  it('waits for files, then for their kinds, then for their columns', () => {
    expect(stepBlocked('columns', [])?.because).toBe('Choose files first.')
    expect(stepBlocked('columns', [people, unknown])).toMatchObject({ step: 'file', file: 1 })
    expect(stepBlocked('columns', [people, contributions])).toBeNull()
    expect(stepBlocked('problems', [people, contributions])).toEqual({
      because: 'contributions.csv: Choose a column for kind.',
      step: 'columns',
      file: 1,
    })
    expect(stepBlocked('review', [people, complete])).toBeNull()
  })

  it('says that a file which is no table has to go', () => {
    expect(stepBlocked('columns', [people, picture])?.because).toBe('picture.png cannot be used: take it away.')
  })
})

describe('the import', () => {
  const review = (name: string, mapping = mappingOf(people)) => new FakeCheck([{ handle: 'h1', mapping }], () => name).review
  const ready = { files: [people], review: review('hris.csv'), looking: false, starting: false, busy: false }

  it('can begin when all is checked and nothing is asked', () => {
    expect(importBlocker(ready)).toBeNull()
  })

  it('waits for the check, for the host and for the answer to every question', () => {
    expect(importBlocker({ ...ready, review: null })).toBe('The files are not checked yet.')
    expect(importBlocker({ ...ready, busy: true })).toMatch(/^Another job/)
    const partial = review('hris_partial.csv')
    expect(importBlocker({ ...ready, review: partial })).toBe('Answer first: what became of the people who are not listed?')
    const answered = review('hris_partial.csv', { ...mappingOf(people), missingPeople: 'keep' })
    expect(importBlocker({ ...ready, review: answered })).toBe('Answer first: are people with a new id the same people?')
    const both = review('hris_partial.csv', { ...mappingOf(people), missingPeople: 'keep', changedIds: 'same' })
    expect(importBlocker({ ...ready, review: both })).toBeNull()
  })

  it('does not begin where no row would go in', () => {
    const { files } = ready.review
    const nothing = files.map(file => ({ ...file, accepted: 0, rejected: file.rows, duplicates: 0 }))
    expect(importBlocker({ ...ready, review: { ...ready.review, files: nothing } })).toMatch(/^No row would go in/)
    // A file whose rows are all known may still say who has left.
    const known = files.map(file => ({ ...file, accepted: 0, rejected: 0, duplicates: file.rows }))
    expect(importBlocker({ ...ready, review: { ...ready.review, files: known } })).toBeNull()
  })
})

it('the rows of all files add up', () => {
  const { files } = new FakeCheck(
    [
      { handle: 'h1', mapping: mappingOf(people) },
      { handle: 'h2', mapping: mappingOf(complete) },
    ],
    handle => (handle === 'h1' ? 'hris.csv' : 'contributions.csv'),
  ).review
  const { rows, accepted, rejected, duplicates } = totalsOf(files)
  expect(rows).toBe(accepted + rejected + duplicates)
  expect(rows).toBe(4860 + 184_210)
})
