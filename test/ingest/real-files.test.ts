/** Against real exports, where they are at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PersonRow } from '../../src/domain/person.ts'
import { contributionFingerprint, Fingerprints, Occurrences } from '../../src/ingest/fingerprint.ts'
import { resolveIdentities } from '../../src/ingest/identity.ts'
import type { ReadOptions } from '../../src/ingest/read-file.ts'
import { resolveManagers } from '../../src/ingest/reporting-lines.ts'
import { openSource } from '../../src/ingest/source.ts'
import { readAll } from './memory-source.ts'

const FOLDER = process.env['SWITCHYARD_REAL_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const isMissing = !existsSync(join(FOLDER, 'git'))
if (isMissing) console.info('Skipped: no real files. Set SWITCHYARD_REAL_DATA to their folder.')

const read = async (path: string, options: Partial<ReadOptions> = {}) => readAll(await openSource(join(FOLDER, path)), options)

async function readPeople(path: string): Promise<PersonRow[]> {
  const { rows } = await read(path, { kind: 'people' })
  return rows.flatMap(each => (each.kind === 'people' ? [each.row] : []))
}

describe.skipIf(isMissing)('change histories', () => {
  test.each(['backbone', 'express', 'haml', 'resque'])('%s goes in whole', async repository => {
    const { rows, report } = await read(`git/${repository}/contributions.csv`)
    const lineCount = readFileSync(join(FOLDER, `git/${repository}/contributions.csv`), 'utf8')
      .trimEnd()
      .split('\n').length
    expect(report).toMatchObject({ kind: 'contributions', rows: lineCount - 1, accepted: lineCount - 1, problems: [] })
    expect(report.columnFill['person']).toBe(1)

    const [seen, table, words] = [new Occurrences(), new Fingerprints(), new Uint32Array(4)]
    for (const each of rows) {
      if (each.kind !== 'contributions') continue
      contributionFingerprint(each.row, seen, words)
      table.add(words[0]!, words[1]!, words[2]!, words[3]!)
    }
    expect(table.size).toBe(rows.length)

    const artifacts = await read(`git/${repository}/artifacts.csv`)
    const expected: unknown = JSON.parse(readFileSync(join(FOLDER, `git/${repository}/expected.json`), 'utf8'))
    const current = artifacts.rows.filter(each => each.kind === 'artifacts' && each.row.status === 'current')
    expect(expected).toMatchObject({ files: current.length })
    expect(artifacts.report).toMatchObject({ rejected: 0, duplicates: 0 })
  })

  test.each(['backbone', 'express', 'haml', 'resque'])('the people of %s are one by e-mail or name, transitively', async repository => {
    const { rows } = await read(`git/${repository}/contributions.csv`)
    const pairs = rows.flatMap(each => (each.kind === 'contributions' ? [JSON.stringify([each.row.person, each.row.personName])] : []))
    const contributors = [...new Set(pairs)].map(pair => {
      const [key, name] = JSON.parse(pair) as [string, string | null] // written two lines above
      return { key, name }
    })
    const { people, of } = resolveIdentities([], contributors)
    const groups = contributors.map((_, index) => index)
    for (let changed = true; changed;) {
      changed = false
      for (const [a, one] of contributors.entries()) {
        for (const [b, other] of contributors.entries()) {
          if (groups[b]! <= groups[a]! || (one.key !== other.key && one.name !== other.name)) continue
          groups[b] = groups[a]!
          changed = true
        }
      }
    }
    expect(people.length).toBe(new Set(groups).size)
    expect(new Set(of.map(({ index }, at) => `${index} ${groups[at]}`)).size).toBe(people.length)
  })
})

describe.skipIf(isMissing)('HRIS exports', () => {
  test.each([
    'cp1252_semicolon.csv',
    'duplicate_headers.csv',
    'formula_cells.csv',
    'quote_all_lf_trailing_comma.csv',
    'sep_line_semicolon_utf8bom.csv',
    'utf16be_comma.csv',
    'utf16le_tab_excel_unicode_text.txt',
    'utf8_bom_comma_crlf.csv',
  ])('%s has the same 370 people as the plain file', async name => {
    const [plain, variant] = [await readPeople('hris/viva_org_sheet1.csv'), await readPeople(`hris/variants/${name}`)]
    expect(plain).toHaveLength(370)
    expect(variant.map(({ personId, manager, level }) => [personId, manager, level])).toEqual(
      plain.map(({ personId, manager, level }) => [personId, manager, level]),
    )
  })

  test('special characters of Windows-1252 arrive', async () => {
    const units = (await readPeople('hris/variants/cp1252_semicolon.csv')).map(({ orgUnit }) => orgUnit)
    expect(units.some(unit => unit?.includes('Zürich'))).toBe(true)
    expect(units.some(unit => unit?.includes('\ufffd'))).toBe(false)
  })

  test('two lines of headers are not a person, title lines neither', async () => {
    expect(await readPeople('hris/variants/successfactors_two_header_rows.csv')).toHaveLength(370)
    const { report } = await read('hris/variants/title_rows_above_header.csv', { kind: 'people' })
    expect(report.dialect.headerLine).toBe(4)
  })

  test('ragged rows and embedded line ends lose no row', async () => {
    const { report } = await read('hris/variants/ragged_and_embedded_newline.csv', { kind: 'people' })
    expect(report).toMatchObject({ rows: 8, accepted: 8 })
  })

  test('the sample without a root has one after its loop and its self-manager are cut', async () => {
    const people = await readPeople('hris/viva_org_sheet1.csv')
    const { roots, problems, managerOf } = resolveManagers(people)
    expect(problems.map(({ code, personIds }) => [code, personIds.length])).toEqual([
      ['manager-loop', 3],
      ['manager-self', 1],
    ])
    expect(roots).toBe(2)
    expect(managerOf).toHaveLength(370)
  })

  test('meetings of a Viva person query go in as they are, without what is not stored', async () => {
    const { report } = await read('meetings/vivainsights_pq_data.csv')
    expect(report).toMatchObject({ kind: 'meetings', rows: 6900, accepted: 6900 })
    expect(report.mapping.columns['meeting_hours']).toBe('Meeting_hours')
    expect(report.protectedColumns.map(({ header }) => header)).toContain('After_hours_collaboration_hours')
    expect(report.protectedColumns.every(({ treatment }) => treatment === 'not_stored')).toBe(true)
  })
})
