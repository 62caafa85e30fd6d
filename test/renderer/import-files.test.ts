import { describe, expect, it } from 'vitest'
import { blockerOf, confidenceWords, dialectWords, missingFields, samplesOf, startBlocker } from '../../renderer/imports/files-view.ts'
import { KINDS } from '../../renderer/imports/kind-words.ts'
import { OUR_FIELDS } from '../../renderer/imports/our-fields.ts'
import { problemWords } from '../../renderer/imports/problem-words.ts'
import { INPUT_COLUMNS, INPUT_KINDS } from '../../src/domain/input-kind.ts'
import { inspectionOf, mapped } from './fake-imports.ts'

const people = inspectionOf('h1', 'hris.csv')
const contributions = inspectionOf('h2', 'contributions.csv')

describe('our fields', () => {
  it.each(INPUT_KINDS)('are those of the domain, in its order, for %s', kind => {
    const { must, may } = INPUT_COLUMNS[kind]
    expect(OUR_FIELDS[kind].filter(field => field.must).map(({ field }) => field)).toEqual(must)
    expect(OUR_FIELDS[kind].filter(field => !field.must).map(({ field }) => field)).toEqual(may)
  })

  it('and what each kind of file unlocks is said for all of them', () => {
    expect(KINDS.map(({ kind }) => kind).toSorted()).toEqual([...INPUT_KINDS].toSorted())
  })
})

describe('samples of a column', () => {
  it('are its first values that are not blank', () => {
    expect(samplesOf(people, 'Employee ID')).toEqual(['E10041', 'E10048', 'E10055'])
    expect(samplesOf(people, 'Gender')).toEqual([])
    expect(samplesOf(people, undefined)).toEqual([])
  })
})

describe('what keeps a file out', () => {
  it('is nothing when all that must be there is there', () => {
    expect(blockerOf(people)).toBeNull()
  })

  it('is the column nobody chose, by name', () => {
    expect(missingFields('contributions', contributions.columns)).toEqual(['kind'])
    expect(blockerOf(contributions)).toBe('Choose a column for kind.')
  })

  it('goes away once the column is chosen', () => {
    const columns = { ...contributions.columns, kind: 'type' }
    expect(blockerOf(mapped(contributions, { file: 'h2', kind: 'contributions', columns }))).toBeNull()
  })

  it('is its kind, when that was not recognised', () => {
    expect(blockerOf({ ...people, kind: null })).toBe('Choose what kind of file it is.')
  })

  it('is the fatal problem, in its own words', () => {
    expect(
      blockerOf({
        ...people,
        usable: false,
        problems: [{ severity: 'fatal', code: 'empty', line: null, column: null, message: 'The file is empty.' }],
      }),
    ).toBe('The file is empty.')
  })

  it('keeps the others from starting, and says which file it is', () => {
    expect(startBlocker([people], 0)).toBeNull()
    expect(startBlocker([people, contributions], 0)).toBe('contributions.csv: Choose a column for kind.')
    expect(startBlocker([people], 1)).not.toBeNull()
    expect(startBlocker([], 0)).not.toBeNull()
  })
})

describe('words', () => {
  it('name the delimiter instead of showing it', () => {
    expect(dialectWords({ encoding: 'utf-8', delimiter: '\t', quote: '"', headerLine: 3 })).toBe(
      'UTF-8 · separated by tab · header on line 3',
    )
  })

  it('say how sure the recognition is', () => {
    expect([0.97, 0.7, 0.2, 0].map(confidenceWords)).toEqual([
      'recognised by its headers',
      'probably, by its headers',
      'a guess: please check',
      'not recognised',
    ])
  })

  it('read a code of a problem', () => {
    expect(problemWords('missing-column')).toBe('Missing column')
  })
})
