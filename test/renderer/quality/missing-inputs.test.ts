import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsByKind, countShown, isShown, missingInputs } from '../../../renderer/quality/missing-inputs.ts'
import type { QualityColumn } from '../../../renderer/quality/answers.ts'
import { INPUT_COLUMNS, INPUT_KINDS } from '../../../src/domain/input-kind.ts'
import { QUALITY } from '../fake-quality.ts'

const column = (kind: QualityColumn['kind'], name: string, said: Partial<QualityColumn> = {}): QualityColumn => ({
  kind,
  column: name,
  must: false,
  present: false,
  filled: null,
  rows: 0,
  feeds: ['effort'],
  cost: 'Something is lost.',
  ...said,
})
const there = { present: true, filled: 1, rows: 10, cost: null }

describe('what is missing', () => {
  it('names a file nobody imported once, with all that its columns would feed', () => {
    const inputs = missingInputs([
      column('meetings', 'person', { feeds: ['pace'] }),
      column('meetings', 'meeting_hours', { feeds: ['pace', 'mix'], cost: 'Coordination is understated.' }),
    ])
    expect(inputs).toEqual([
      { label: 'A file of meetings', feeds: ['pace', 'mix'], costs: ['Something is lost.', 'Coordination is understated.'] },
    ])
  })

  it('names the columns one by one where the file is there', () => {
    const inputs = missingInputs([column('people', 'person_id', there), column('people', 'fte'), column('people', 'level')])
    expect(inputs.map(({ label }) => label)).toEqual(['The column fte of people', 'The column level of people'])
  })

  it('puts first what most figures would read', () => {
    const labels = missingInputs(QUALITY.columns).map(({ label }) => label)
    expect(labels.slice(0, 2)).toEqual(['A file of artifacts', 'The column hours of contributions'])
    expect(labels[2]).toBe('A file of meetings')
    expect(labels).toContain('The column fte of people')
  })

  it('leaves out what costs nothing, such as a column another one stands for', () => {
    expect(missingInputs([column('people', 'person_id', there), column('people', 'location', { cost: null })])).toEqual([])
  })
})

describe('the columns shown', () => {
  const anyColumn = fc
    .record({ present: fc.boolean(), filled: fc.option(fc.double({ min: 0, max: 1, noNaN: true })), kind: fc.constantFrom(...INPUT_KINDS) })
    .map(({ kind, present, filled }) => column(kind, 'c', { present, filled: present ? filled : null }))

  it('are never missing and partly blank at once', () => {
    fc.assert(fc.property(anyColumn, each => !(isShown(each, 'missing') && isShown(each, 'partly'))))
  })

  it('count as many as the filter lets through', () => {
    fc.assert(
      fc.property(fc.array(anyColumn), columns => {
        expect(countShown(columns, 'all')).toBe(columns.length)
        expect(countShown(columns, 'missing') + columns.filter(each => each.present).length).toBe(columns.length)
      }),
    )
  })

  it('do not take an unknown share for a blank one', () => {
    expect(isShown(column('people', 'email', { present: true, filled: null }), 'partly')).toBe(false)
  })
})

describe('columns by kind', () => {
  it('keep the order of the data dictionary', () => {
    const kinds = columnsByKind(QUALITY.columns)
    expect(kinds.map(({ kind }) => kind)).toEqual(INPUT_KINDS)
    expect(kinds[0]?.columns.map(each => each.column)).toEqual([...INPUT_COLUMNS.people.must, ...INPUT_COLUMNS.people.may])
    expect(kinds.filter(({ isThere }) => !isThere).map(({ kind }) => kind)).toEqual(['meetings', 'artifacts'])
  })
})
