import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/ingest/input-error.ts'
import { parseMappingFile } from '../../src/ingest/mapping-file.ts'

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

  test.each([
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
