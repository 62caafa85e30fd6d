import { describe, expect, it } from 'vitest'
import {
  groupName,
  openedOf,
  remediesOf,
  sortedGroups,
  unplacedWords,
  fixWords,
  wordsName,
} from '../../../renderer/imports/problem-groups.ts'
import type { CheckedFile, Mapping } from '../../../renderer/imports/answers.ts'
import { FakeCheck } from '../fake-check.ts'
import { inspect } from '../fake-files.ts'

const people = inspect('h1', 'hris.csv', null, [])
const check = (mapping: Mapping | null): CheckedFile => {
  if (!mapping) throw new Error('This file has no mapping.')
  const [file] = new FakeCheck([{ handle: 'h1', mapping }], () => 'hris.csv').review.files
  if (!file) throw new Error('Nothing was checked.')
  return file
}
const checked = check(people.mapping)
const group = (code: string) => {
  const found = checked.groups.find(each => each.code === code)
  if (!found) throw new Error(`There is no group ${code}.`)
  return found
}

describe('groups', () => {
  it('whose rows stay out stand before those whose rows go in, the frequent first', () => {
    const { staysOut, goesIn } = sortedGroups(checked)
    expect(staysOut.every(({ severity }) => severity !== 'warning')).toBe(true)
    expect(goesIn.every(({ severity }) => severity === 'warning')).toBe(true)
    for (const groups of [staysOut, goesIn])
      expect(groups.map(({ count }) => count)).toEqual(groups.map(({ count }) => count).toSorted((a, b) => b - a))
    expect(staysOut.length + goesIn.length).toBe(checked.groups.length)
  })

  it('are found again by the name in the address', () => {
    for (const each of checked.groups) expect(openedOf(checked, groupName(each))).toEqual({ kind: 'group', group: each })
    expect(new Set(checked.groups.map(groupName)).size).toBe(checked.groups.length)
  })

  it('open at the first thing to do where the address names one that is mended', () => {
    expect(openedOf(checked, 'error~gone~Column')).toMatchObject({ kind: 'group', group: { code: 'bad-date' } })
  })

  it('of words nobody placed hold just those', () => {
    const [first] = unplacedWords(checked)
    expect(first?.field).toBe('employment_status')
    expect(first?.words.map(({ word }) => word)).toEqual(['ruhend'])
    expect(openedOf(checked, wordsName('employment_status')).kind).toBe('words')
    const placed = check(people.mapping && { ...people.mapping, values: { employment_status: { ruhend: 'on_leave' } } })
    expect(unplacedWords(placed)).toEqual([])
  })

  it('give way to the list of fixes where nothing is wrong', () => {
    expect(openedOf({ ...checked, groups: [], words: [] }, null)).toEqual({ kind: 'fixes' })
  })
})

describe('what mends a group', () => {
  it('follows from what is wrong', () => {
    expect(remediesOf(group('bad-date'), people)).toEqual(['replace'])
    expect(remediesOf(group('ambiguous-date'), people)).toEqual(['order'])
    expect(remediesOf(group('blank-cell'), people)).toEqual(['fill'])
    expect(remediesOf(group('long-row'), people)).toEqual(['join'])
  })

  it('is placing words where the column holds words of ours', () => {
    expect(remediesOf({ ...group('bad-date'), code: 'unknown-word', column: 'Status' }, people)).toEqual(['words'])
    expect(remediesOf({ ...group('bad-date'), code: 'unknown-word', column: 'Cost centre' }, people)).toEqual(['replace'])
  })

  it('is nothing at once for a column the file does not have', () => {
    expect(remediesOf({ ...group('bad-date'), column: 'Elsewhere' }, people)).toEqual([])
  })
})

it('a fix reads as a sentence, and blank has a word', () => {
  expect(fixWords({ kind: 'replace', column: 'End date', from: 'TBC', to: '' })).toBe('“TBC” in End date becomes blank')
  expect(fixWords({ kind: 'leave-out', row: 'a'.repeat(32) })).toBe('One row stays out')
})
