import { describe, expect, test } from 'vitest'
import { INPUT_COLUMNS, INPUT_KINDS } from '../../src/domain/input-kind.ts'
import { HEADER_SYNONYMS } from '../../src/ingest/header-synonyms.ts'
import { foldHeader, nearestHeader } from '../../src/ingest/headers.ts'
import { recogniseKind } from '../../src/ingest/kind-recognition.ts'
import { fieldsOf, mapHeaders } from '../../src/ingest/mapping.ts'
import { protectionOf } from '../../src/ingest/protected-columns.ts'
import { codesOf } from './memory-source.ts'

describe('header names', () => {
  test('are folded over case, blanks, no-break blanks, dashes and dots', () => {
    const spellings = ['Person ID', 'person-id', ' PERSON.ID\u00a0', 'person_id', 'Person\u00a0Id', 'person\u2013id', 'Person  ID.']
    expect(new Set(spellings.map(foldHeader))).toEqual(new Set(['person_id']))
  })

  test('the nearest one is found by edits, a far one is none', () => {
    expect(nearestHeader('person_id', ['name', 'Persson ID', 'title'])).toBe('Persson ID')
    expect(nearestHeader('person_id', ['x', 'amount'])).toBeNull()
  })
})

describe('mapping headers', () => {
  test('canonical names of every kind map to themselves, in any case', () => {
    for (const kind of INPUT_KINDS) {
      const headers = fieldsOf(kind).map(field => field.toUpperCase().replaceAll('_', ' '))
      const { mapping, unknown, problems } = mapHeaders(kind, headers)
      expect(Object.keys(mapping.columns)).toEqual(fieldsOf(kind))
      expect(unknown).toEqual([])
      expect(problems).toEqual([])
      expect(recogniseKind(headers)).toEqual({ kind, confidence: 1 })
    }
  })

  test('no synonym means two fields of a kind, is a field of ours, or is protected', () => {
    for (const kind of INPUT_KINDS) {
      const synonyms = Object.entries(HEADER_SYNONYMS[kind])
      expect(synonyms.map(([field]) => field).filter(field => !fieldsOf(kind).includes(field))).toEqual([])
      const all = synonyms.flatMap(([, names]) => names)
      expect(all.filter((name, index) => all.indexOf(name) < index)).toEqual([])
      expect(all.filter(name => fieldsOf(kind).includes(name))).toEqual([])
      expect([...all, ...fieldsOf(kind)].filter(name => protectionOf(name) !== null)).toEqual([])
    }
  })

  test('our own name wins over synonyms, and the others are named', () => {
    const { mapping, problems } = mapHeaders('people', ['Employee ID', 'Supervisor', 'manager_id', 'PersonId'])
    expect(mapping.columns).toEqual({ person_id: 'PersonId', manager_id: 'manager_id' })
    expect(codesOf(problems)).toEqual(['second-column', 'second-column'])
    expect(new Set(problems.map(({ column }) => column))).toEqual(new Set(['Employee ID', 'Supervisor']))
  })

  test('never by position: strange headers are unknown and the must column is missing', () => {
    const { mapping, unknown, problems } = mapHeaders('people', ['a', 'Persn_id', ''], { headerLine: 3 })
    expect(mapping.columns).toEqual({})
    expect(unknown).toEqual(['a', 'Persn_id'])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ severity: 'fatal', code: 'missing-column', line: 3, column: 'person_id' })
    expect(problems[0]!.message).toContain('line 3 has: a, Persn_id')
    expect(problems[0]!.message).toContain('nearest is “Persn_id”')
  })

  test('a header that stands twice is read once', () => {
    const { mapping, problems } = mapHeaders('components', ['component', 'core', 'core'])
    expect(mapping.columns).toEqual({ component: 'component', core: 'core' })
    expect(codesOf(problems)).toEqual(['repeated-header'])
  })

  test('what a user mapped wins, own names fill the rest, synonyms do not', () => {
    const given = { kind: 'people', columns: { person_id: 'no.', title: '' } } as const
    const { mapping, unknown } = mapHeaders('people', ['No', 'person_id', 'title', 'name', 'department'], { mapping: given })
    expect(mapping.columns).toEqual({ person_id: 'No', name: 'name' })
    expect(unknown).toEqual(['person_id', 'title', 'department'])
  })

  test('one column may be two fields when a user says so', () => {
    const { mapping, problems } = mapHeaders('people', ['Mail'], {
      mapping: { kind: 'people', columns: { person_id: 'Mail', email: 'Mail' } },
    })
    expect(mapping.columns).toEqual({ person_id: 'Mail', email: 'Mail' })
    expect(problems).toEqual([])
  })

  test('a mapped header that the file lacks is fatal only for must columns', () => {
    const problems = (columns: Record<string, string>) =>
      mapHeaders('people', ['person_id'], { mapping: { kind: 'people', columns } }).problems
    expect(problems({ person_id: 'Key' })).toMatchObject([{ severity: 'fatal', code: 'missing-column' }])
    expect(problems({ name: 'Full' })).toMatchObject([{ severity: 'warning', code: 'missing-column', column: 'Full' }])
  })

  test('a protected column cannot be mapped to anything', () => {
    const { mapping, problems } = mapHeaders('people', ['person_id', 'Gender'], {
      mapping: { kind: 'people', columns: { person_id: 'person_id', title: 'Gender' } },
    })
    expect(mapping.columns).toEqual({ person_id: 'person_id' })
    expect(problems).toMatchObject([{ severity: 'fatal', code: 'protected-column', column: 'Gender' }])
  })
})

describe('recognising the kind of a file', () => {
  test.each([
    ['people', ['Employee ID', 'Full Name', 'Department', 'Start Date', 'Status']],
    ['history', ['person_id', 'effective_date', 'title', 'level', 'reason']],
    ['contributions', ['author', 'date', 'kind', 'path', 'additions']],
    ['meetings', ['PersonId', 'MetricDate', 'Meeting_hours', 'Meetings']],
    ['components', ['component', 'criticality', 'owner']],
    ['work_items', ['Issue key', 'Summary', 'Created', 'Resolved', 'Status']],
    ['artifacts', ['artifact', 'status']],
  ])('%s', (kind, headers) => {
    expect(recogniseKind(headers)?.kind).toBe(kind)
  })

  test('strange headers are nothing, and a single familiar one among many is too little', () => {
    expect(recogniseKind(['a', 'b'])).toBeNull()
    expect(recogniseKind([])).toBeNull()
    expect(recogniseKind(['name', 'x1', 'x2', 'x3', 'x4'])).toBeNull()
  })

  test('every must column is needed', () => {
    for (const kind of INPUT_KINDS) {
      for (const field of INPUT_COLUMNS[kind].must) {
        const { problems } = mapHeaders(
          kind,
          fieldsOf(kind).filter(each => each !== field),
        )
        expect(problems).toMatchObject([{ severity: 'fatal', column: field }])
      }
    }
  })
})
