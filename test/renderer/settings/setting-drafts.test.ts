/** What is typed into a setting, and what becomes of it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Setting } from '../../../renderer/settings/answers.ts'
import { changesOf, draftOf, kindsOf, readNumber, readTitles, settingsOf, valueText } from '../../../renderer/settings/setting-drafts.ts'
import { fakeSettings } from '../fake-settings.ts'

const SHARE = { kind: 'number', minimum: 0.05, maximum: 1, isWhole: false } as const
const MONTHS = { kind: 'number', minimum: 3, maximum: 36, isWhole: true } as const

const all = settingsOf(fakeSettings().get())
const named = (name: string): Setting => all.find(({ setting }) => setting === name)!

test('a number is read with a point or a comma, and one out of its range says which range', () => {
  expect(readNumber('0,5', SHARE)).toEqual({ text: '0,5', value: 0.5, problem: null })
  expect(readNumber(' .25 ', SHARE).value).toBe(0.25)
  expect(readNumber('1.2', SHARE)).toMatchObject({ value: null, problem: 'It can be 0.05 to 1.' })
  expect(readNumber('6.5', MONTHS)).toMatchObject({ value: null, problem: 'Give a whole number from 3 to 36.' })
})

test.each(['', 'x', '1e3', '--1', '0x10', 'Infinity', '1 2'])('%j is no number, and is kept as it was typed', text => {
  expect(readNumber(text, SHARE)).toMatchObject({ text, value: null })
  expect(readNumber(text, SHARE).problem).toMatch(/^Give a number/)
})

test('every number that is taken is in its range, and what a field shows is read back as the same', () => {
  fc.assert(
    fc.property(fc.double({ min: -2, max: 50, noNaN: true }), number => {
      const { value } = readNumber(valueText(number), MONTHS)
      if (value !== null) expect(Number.isInteger(value) && Number(value) >= 3 && Number(value) <= 36).toBe(true)
    }),
  )
  for (const setting of all) {
    const { form, value } = setting
    if (form.kind === 'number') expect(readNumber(valueText(value), form).problem).toBeNull()
  }
})

test('titles are one a line, each once', () => {
  expect(readTitles('Team lead\n\n  Head of \nTeam lead').value).toEqual(['Team lead', 'Head of'])
  expect(readTitles('x'.repeat(101)).problem).toMatch(/longer than 100/)
})

test('only what differs from what is saved is sent, null for a default, and nothing that cannot be used', () => {
  const months = named('windowMonths')
  const own = { ...months, value: 6 }
  expect(changesOf([months], {})).toEqual({})
  expect(changesOf([months], { windowMonths: draftOf(months.value) })).toEqual({})
  expect(changesOf([months], { windowMonths: draftOf(9) })).toEqual({ windowMonths: 9 })
  expect(changesOf([own], { windowMonths: draftOf(months.default) })).toEqual({ windowMonths: null })
  expect(changesOf([months], { windowMonths: readNumber('x', MONTHS) })).toEqual({})
})

test('a kind nobody has placed stands before those of the method', () => {
  const kinds = kindsOf(all)
  expect(kinds[0]).toMatchObject({ kind: 'pairing_session', isUnplaced: true })
  expect(kinds.filter(({ isUnplaced }) => isUnplaced)).toHaveLength(1)
  expect(kinds.length).toBeGreaterThan(30)
})
