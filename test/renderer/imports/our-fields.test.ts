import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../renderer/imports/kind-words.ts'
import { OUR_FIELDS } from '../../../renderer/imports/our-fields.ts'
import { BLANK, KINDS_BY_MODE, wordOptions } from '../../../renderer/imports/our-words.ts'
import { INPUT_COLUMNS, INPUT_KINDS } from '../../../src/domain/input-kind.ts'
import { DEFAULT_KINDS } from '../../../src/domain/kinds.ts'
import { fieldsOf, isDateField, isNumberField } from '../../../src/ingest/mapping-model.ts'

describe('our fields', () => {
  it.each(INPUT_KINDS)('are those that are read, in their order, for %s', kind => {
    expect(OUR_FIELDS[kind].map(({ field }) => field)).toEqual(fieldsOf(kind))
    expect(OUR_FIELDS[kind].filter(({ must }) => must).map(({ field }) => field)).toEqual(INPUT_COLUMNS[kind].must)
  })

  it.each(INPUT_KINDS)('are dates and numbers where they are read as such, for %s', kind => {
    for (const { field, holds } of OUR_FIELDS[kind]) {
      expect([field, holds === 'date']).toEqual([field, isDateField(field)])
      expect([field, holds === 'number']).toEqual([field, isNumberField(field)])
    }
  })

  it('have words for what each kind of file unlocks', () => {
    expect(KINDS.map(({ kind }) => kind).toSorted()).toEqual([...INPUT_KINDS].toSorted())
  })
})

describe('our words', () => {
  it('hold every kind of contribution under its mode', () => {
    const byMode = KINDS_BY_MODE.flatMap(({ mode, words }) => words.map(word => [word, mode] as const))
    expect(new Map(byMode)).toEqual(new Map(Object.entries(DEFAULT_KINDS).map(([word, { mode }]) => [word, mode])))
  })

  it('are offered with what other words of the file are taken for, and with nothing', () => {
    const values = wordOptions('people', 'role_family', ['engineering', 'treasury', null, '']).map(({ value }) => value)
    expect(values).toContain('treasury')
    expect(values.filter(value => value === 'engineering')).toHaveLength(1)
    expect(values.at(-1)).toBe(BLANK)
    expect(values).not.toContain('')
  })

  it('name the mode of a kind', () => {
    expect(wordOptions('contributions', 'kind', []).find(({ value }) => value === 'review')?.label).toBe('review · enable')
  })
})
