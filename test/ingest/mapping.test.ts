import { describe, expect, test } from 'vitest'
import { INPUT_COLUMNS, INPUT_KINDS } from '../../src/domain/input-kind.ts'
import { HEADER_SYNONYMS } from '../../src/ingest/header-synonyms.ts'
import { foldHeader, nearestHeader } from '../../src/ingest/headers.ts'
import { InputError } from '../../src/ingest/input-error.ts'
import { parseMappingFile } from '../../src/ingest/mapping-file.ts'
import { fieldsOf, mapHeaders, recogniseKind } from '../../src/ingest/mapping.ts'
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
    expect(problems.map(({ column }) => column).sort()).toEqual(['Employee ID', 'Supervisor'])
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

describe('protected columns', () => {
  test.each([
    ...[
      'demographic_gender',
      'Gender',
      'Sex',
      'Geschlecht',
      'Sexe',
      'Sexo',
      'Ethnicity',
      'RaceDesc',
      'Nationality',
      'Staatsangehörigkeit',
      'Nationalité',
    ],
    ...[
      'Nacionalidad',
      'Religion',
      'Konfession',
      'Disability',
      'Schwerbehinderung',
      'Handicap',
      'Veteran Status',
      'Sexual Orientation',
      'Union Membership',
    ],
    ...[
      'Age Band',
      'AgeGroup',
      'age-range',
      'Altersgruppe',
      'Generation',
      'demographic_age_band',
      'Country of Birth',
      'demographic_shoe_size',
      'Pronouns',
    ],
  ])('%s is put apart', header => expect(protectionOf(header)?.treatment).toBe('quarantined'))

  test.each([
    ...[
      'Age',
      'employee age',
      'Alter',
      'Âge',
      'Edad',
      'Date of Birth',
      'BirthDate',
      'DOB',
      'Geburtsdatum',
      'Date de naissance',
      'Fecha de nacimiento',
    ],
    ...[
      'Marital Status',
      'Familienstand',
      'Pregnancy',
      'Schwangerschaft',
      'Leave Type',
      'Leave reason',
      'Sick days',
      'Health',
      'Krankheitstage',
      'Sentiment',
    ],
    ...[
      'Survey Score',
      'Engagement',
      'EngagementScore',
      'Wellbeing',
      'mood',
      'eSat',
      'After_hours_collaboration_hours',
      'Keystrokes',
      'demographic_age',
    ],
    ...['Work-Life Balance', 'Emotion', 'demographic_marital_status'],
  ])('%s is not stored', header => expect(protectionOf(header)?.treatment).toBe('not_stored'))

  test.each([
    ...[
      'name',
      'title',
      'leave_from',
      'leave_to',
      'Usage',
      'Stage',
      'Language',
      'Average',
      'Manager',
      'Percentage',
      'demotion',
      'Technical lead',
      'Package',
    ],
    ...['agenda', 'Message', 'page', 'trace', 'Essex office', 'healthy_services'],
  ])('%s is ordinary', header => expect(protectionOf(header)).toBeNull())

  test('the attribute is the folded header without the prefix', () => {
    expect(protectionOf('Demographic Age-Band')).toEqual({
      header: 'Demographic Age-Band',
      attribute: 'age_band',
      treatment: 'quarantined',
    })
  })

  test('outside people files they are not stored at all', () => {
    const { protectedColumns } = mapHeaders('meetings', ['person', 'week', 'meeting_hours', 'gender'])
    expect(protectedColumns).toEqual([{ header: 'gender', attribute: 'gender', treatment: 'not_stored' }])
  })
})

describe('a mapping file', () => {
  test('holds one mapping or several', () => {
    const one = { kind: 'people', columns: { person_id: ' Employee No ' } }
    expect(parseMappingFile(JSON.stringify(one), 'map.json')).toEqual([{ kind: 'people', columns: { person_id: 'Employee No' } }])
    const two = { kind: 'meetings', columns: { week: 'Woche' } }
    expect(parseMappingFile(`\ufeff${JSON.stringify({ mappings: [one, two] })}`, 'map.json')).toHaveLength(2)
  })

  test.each([
    ['{', 'is not JSON'],
    ['[]', 'must be an object'],
    ['{"mappings": {}}', 'must be a list'],
    ['{"mappings": []}', 'is empty'],
    ['{"mappings": [7]}', 'mapping 1 must be an object'],
    ['{"kind": "persons", "columns": {}}', '“kind” of the mapping must be one of people'],
    ['{"kind": "people"}', '“columns” of the mapping'],
    ['{"kind": "people", "columns": {"persn_id": "x"}}', 'Did you mean person_id?'],
    ['{"kind": "people", "columns": {"name": 3}}', 'must give “name” a header'],
    ['{"mappings": [{"kind": "people", "columns": {}}, {"kind": "people", "columns": {}}]}', 'two mappings of the kind people'],
  ])('%s is refused with words', (text, words) => {
    expect(() => parseMappingFile(text, 'map.json')).toThrow(InputError)
    expect(() => parseMappingFile(text, 'map.json')).toThrow(words)
  })
})
