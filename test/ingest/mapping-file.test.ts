import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INPUT_KINDS } from '../../src/domain/input-kind.ts'
import { InputError } from '../../src/ingest/input-error.ts'
import { mappingFileJson, parseMappingFile } from '../../src/ingest/mapping-file.ts'
import { fieldsOf, type Mapping } from '../../src/ingest/mapping-model.ts'

describe('a mapping file', () => {
  test('holds one mapping or several', () => {
    const one = { kind: 'people', columns: { person_id: ' Employee No ' } }
    expect(parseMappingFile(JSON.stringify(one), 'map.json')).toEqual([{ kind: 'people', columns: { person_id: 'Employee No' } }])
    const two = { kind: 'meetings', columns: { week: 'Woche' } }
    expect(parseMappingFile(`\ufeff${JSON.stringify({ mappings: [one, two] })}`, 'map.json')).toHaveLength(2)
  })

  test('says how cells are written, what makes a value together, and how the file is', () => {
    const full = {
      kind: 'people',
      columns: { name: 'First' },
      joined: { name: ['First', 'Last'] },
      fallbacks: { hire_date: ['Start'] },
      constants: { location: 'Bern' },
      formats: { hire_date: 'DMY', fte: 'decimal-comma percent' },
      values: { track: { Fachkraft: 'ic' } },
      dialect: { encoding: 'windows-1252', delimiter: ';', quote: "'", headerLine: 3 },
    }
    expect(parseMappingFile(JSON.stringify(full), 'map.json')).toEqual([full])
    expect(parseMappingFile('{"kind": "people", "formats": {"hire_date": ["MDY", "excel-1904"]}}', 'map.json')).toEqual([
      { kind: 'people', columns: {}, formats: { hire_date: 'MDY excel-1904' } },
    ])
  })

  test('holds the name of a profile, fixes, and what becomes of people who are missing or come under other ids', () => {
    const row = 'a'.repeat(32)
    const full = {
      kind: 'people',
      name: 'Monthly export',
      columns: {},
      preset: 'Workday',
      fixes: [
        { kind: 'replace', column: 'Team', from: '', to: 'None' },
        { kind: 'edit', row, column: 'Team', to: '' },
        { kind: 'leave-out', row },
        { kind: 'join-cells', column: 'Team' },
      ],
      missingPeople: 'left',
      changedIds: 'other',
      repeats: false,
    }
    expect(parseMappingFile(JSON.stringify(full), 'map.json')).toEqual([full])
  })

  test.each([
    ['{"kind": "people", "fixes": {}}', '“fixes” of the mapping must be a list'],
    ['{"kind": "people", "fixes": [7]}', 'fix 1 of the mapping must be an object'],
    ['{"kind": "people", "fixes": [{"kind": "swap"}]}', 'must have a “kind” of replace, edit, leave-out, join-cells'],
    ['{"kind": "people", "fixes": [{"kind": "replace", "column": "a", "to": "b"}]}', 'must have a “from” in quotes'],
    ['{"kind": "people", "fixes": [{"kind": "replace", "column": " ", "from": "a", "to": "b"}]}', 'must name a header as its “column”'],
    ['{"kind": "people", "fixes": [{"kind": "leave-out", "row": "A7"}]}', 'must have a “row” of 32 hexadecimal digits'],
    ['{"mappings": [{"kind": "people", "fixes": [{"kind": "join-cells"}]}]}', 'fix 1 of mapping 1 must have a “column”'],
    ['{"kind": "people", "columns": {}, "name": ""}', '“name” of the mapping must be a text'],
    ['{"kind": "people", "columns": {}, "preset": 7}', '“preset” of the mapping must be the name'],
    ['{"kind": "people", "columns": {}, "repeats": "yes"}', '“repeats” of the mapping must be true or false'],
    ['{"kind": "people", "missingPeople": "gone"}', '“missingPeople” of the mapping must be one of left, keep'],
    ['{"kind": "people", "changedIds": true}', '“changedIds” of the mapping must be one of same, other'],
    ['{"kind": "people", "formats": {"hire_date": "YDM"}}', 'one or several of DMY, MDY'],
    ['{"kind": "people", "formats": {"hired": "DMY"}}', 'which is no field of people'],
    ['{"kind": "people", "values": {"track": {"a": 1}}}', 'an object of words'],
    ['{"kind": "people", "columns": {}, "dialect": {"delimiter": "x"}}', 'must have a “delimiter”'],
    ['{"kind": "people", "columns": {}, "dialect": {"headerLine": 0}}', 'must have a “headerLine”'],
  ])('%s is refused with advice', (text, words) => {
    expect(() => parseMappingFile(text, 'map.json')).toThrow(words)
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

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map(each => each.trim())
const named = text.filter(each => each !== '')
const digest = fc.string({ unit: fc.constantFrom('0', '1', '7', '9', 'a', 'f'), minLength: 32, maxLength: 32 })
const anyFix = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), column: named, from: text, to: text }),
  fc.record({ kind: fc.constant('edit' as const), row: digest, column: named, to: text }),
  fc.record({ kind: fc.constant('leave-out' as const), row: digest }),
  fc.record({ kind: fc.constant('join-cells' as const), column: named }),
)
const anyMapping = fc.constantFrom(...INPUT_KINDS).chain((kind): fc.Arbitrary<Mapping> => {
  const perField = <Value>(value: fc.Arbitrary<Value>) =>
    fc.dictionary(fc.constantFrom(...fieldsOf(kind)), value, { noNullPrototype: true })
  return fc.record(
    {
      kind: fc.constant(kind),
      columns: perField(text),
      name: named,
      preset: named,
      joined: perField(fc.array(text)),
      fallbacks: perField(fc.array(text)),
      constants: perField(text),
      formats: perField(fc.constantFrom('DMY', 'MDY excel-1904', 'decimal-comma percent', 'last-first', 'name-and-id')),
      values: perField(fc.dictionary(text, text, { noNullPrototype: true })),
      repeats: fc.boolean(),
      dialect: fc.record(
        {
          encoding: fc.constantFrom('utf-8', 'windows-1252', 'utf-16le'),
          delimiter: fc.constantFrom(',', ';', '\t', '|'),
          quote: fc.constantFrom('"', "'"),
          headerLine: fc.integer({ min: 1, max: 20 }),
        },
        { requiredKeys: [] },
      ),
      fixes: fc.array(anyFix),
      missingPeople: fc.constantFrom('left', 'keep'),
      changedIds: fc.constantFrom('same', 'other'),
    },
    { requiredKeys: ['kind', 'columns'] },
  )
})

test('mappings come back from the file they are written to', () => {
  const mappings = fc.uniqueArray(anyMapping, { minLength: 1, maxLength: 4, selector: ({ kind }) => kind })
  fc.assert(
    fc.property(mappings, given => {
      expect(parseMappingFile(mappingFileJson(given), 'map.json')).toEqual(given)
    }),
  )
})
