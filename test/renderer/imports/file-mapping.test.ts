import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateOrderOf,
  ofKind,
  placeOf,
  withColumn,
  withConstant,
  withDateOrder,
  withDecimals,
  withDialect,
  withFixes,
  withoutFix,
  withWords,
} from '../../../renderer/imports/file-mapping.ts'
import type { Fix, Mapping } from '../../../renderer/imports/answers.ts'
import { mappingSchema } from '../../../src/contract/mapping.ts'

const PEOPLE: Mapping = {
  kind: 'people',
  columns: { person_id: 'ID', name: 'First name', fte: 'FTE', hire_date: 'Start' },
  joined: { name: ['First name', 'Last name'] },
  fallbacks: { hire_date: ['Original start'], email: ['Private e-mail'] },
  formats: { hire_date: 'excel-1904', fte: 'percent decimal-comma' },
  dialect: { encoding: 'windows-1252' },
}

const header = fc.constantFrom('ID', 'Start', 'FTE', 'Manager')
const row = fc.constantFrom('a', 'b', 'c').map(digit => digit.repeat(32))
const fix: fc.Arbitrary<Fix> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), column: header, from: fc.string({ maxLength: 3 }), to: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('edit' as const), row, column: header, to: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('leave-out' as const), row }),
  fc.record({ kind: fc.constant('join-cells' as const), column: header }),
)

describe('a column that is chosen', () => {
  it('takes the place of all that filled the field before', () => {
    const mapping = withColumn(PEOPLE, 'name', 'Display name')
    expect(mapping.columns['name']).toBe('Display name')
    expect(mapping.joined).toBeUndefined()
    expect(withColumn(PEOPLE, 'hire_date', 'Start').fallbacks).toEqual({ email: ['Private e-mail'] })
  })

  it('is left out as the empty text, so that its header does not fill the field by itself', () => {
    expect(withColumn(PEOPLE, 'fte', null).columns['fte']).toBe('')
  })
})

describe('how cells are written', () => {
  it('is said beside what was said before', () => {
    const mapping = withDateOrder(withDateOrder(PEOPLE, 'hire_date', 'MDY'), 'hire_date', 'DMY')
    expect(mapping.formats?.['hire_date']).toBe('DMY excel-1904')
    expect(dateOrderOf(mapping, 'hire_date')).toBe('DMY')
    expect(dateOrderOf(PEOPLE, 'hire_date')).toBeNull()
  })

  it('reaches every number that is read, and nothing else', () => {
    const { formats } = withDecimals(PEOPLE, 'decimal-point')
    expect(formats).toEqual({ hire_date: 'excel-1904', fte: 'decimal-point percent' })
  })
})

describe('a file that is taken for something else', () => {
  it('lets its headers speak again, and keeps how it is written', () => {
    expect(ofKind('history', PEOPLE)).toEqual({ kind: 'history', columns: {}, dialect: { encoding: 'windows-1252' } })
    expect(withDialect(PEOPLE, { headerLine: 4 })).toEqual({
      kind: 'people',
      columns: {},
      dialect: { encoding: 'windows-1252', headerLine: 4 },
    })
  })
})

describe('fixes', () => {
  it('never contradict each other: the later one of a place stands', () => {
    fc.assert(
      fc.property(fc.array(fix, { maxLength: 20 }), fixes => {
        const { fixes: kept = [] } = fixes.reduce((mapping, one) => withFixes(mapping, [one]), PEOPLE)
        expect(new Set(kept.map(placeOf)).size).toBe(kept.length)
        const last = fixes.at(-1)
        if (last) expect(kept.at(-1)).toEqual(last)
      }),
    )
  })

  it('go again one by one, until the mapping is as it was', () => {
    fc.assert(
      fc.property(fc.array(fix, { maxLength: 20 }), fixes => {
        const mended = withFixes(PEOPLE, fixes)
        expect(fixes.reduce(withoutFix, mended)).toEqual(PEOPLE)
      }),
    )
  })
})

it('whatever is said, the mapping stays one the host takes', () => {
  const said = withWords(withConstant(withFixes(PEOPLE, [{ kind: 'join-cells', column: 'Title' }]), 'effective_date', ''), 'track', {
    Expert: 'ic',
    'n/a': '',
  })
  expect(mappingSchema.parse(said)).toEqual(said)
})
