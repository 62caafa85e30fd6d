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
    'successfactors_two_header_rows.csv',
    'title_rows_above_header.csv',
    'utf16be_comma.csv',
    'utf16le_tab_excel_unicode_text.txt',
    'utf8_bom_comma_crlf.csv',
  ])('%s has the same 370 e-mails and managers as the plain file', async name => {
    const pairs = async (path: string) => {
      const { rows, report } = await read(path)
      const people = rows.flatMap(each => (each.kind === 'people' ? [each.row] : []))
      const { managerOf } = resolveManagers(people)
      expect(report).toMatchObject({ kind: 'people', rows: 370, accepted: 370 })
      return people.map(({ email, hireDate }, index) => [email, people[managerOf[index] ?? -1]?.email ?? null, hireDate])
    }
    const plain = await pairs('hris/viva_org_sheet1.csv')
    expect(new Set(plain.map(([email]) => email)).size).toBe(370)
    expect(await pairs(`hris/variants/${name}`)).toEqual(plain)
  })

  test('special characters of Windows-1252 arrive', async () => {
    const units = (await readPeople('hris/variants/cp1252_semicolon.csv')).map(({ orgUnit }) => orgUnit)
    expect(units.some(unit => unit?.includes('Zürich'))).toBe(true)
    expect(units.some(unit => unit?.includes('\ufffd'))).toBe(false)
  })

  test('what stands above and below the table is told, at its line', async () => {
    const titles = await read('hris/variants/title_rows_above_header.csv')
    expect(titles.report.dialect.headerLine).toBe(4)
    expect(titles.report.problems.filter(({ code }) => code === 'footer-line').map(({ line }) => line)).toEqual([376, 377])
    const twoHeaders = await read('hris/variants/successfactors_two_header_rows.csv')
    expect(twoHeaders.report.mapping.columns).toMatchObject({ person_id: 'USERNAME', aliases: 'USERID', manager_id: 'MANAGER' })
  })

  test('cells that a spreadsheet would run are texts', async () => {
    const people = await readPeople('hris/variants/formula_cells.csv')
    expect(people.slice(0, 3).map(({ roleFamily }) => roleFamily)).toEqual(['=1+1', '+1', '-1'])
  })

  test.each([
    ['hris/viva_org_sheet2.csv', { kind: 'people', rows: 64, accepted: 64 }, 23],
    ['hris/viva_org_sheet3.csv', { kind: 'people', rows: 40, accepted: 40 }, 23],
    ['hris/workday/stream_v1.csv', { kind: 'people', rows: 3, accepted: 3 }, 3],
    ['hris/workday/stream_v3.csv', { kind: 'people', rows: 103, accepted: 103 }, 103],
    ['hris/workday/stream_v4.csv', { kind: 'people', rows: 103, accepted: 103 }, 103],
    ['hris/workday/stream_v5_cycles.csv', { kind: 'people', rows: 100, accepted: 100 }, 100],
    ['hris/workday/stream_v6.csv', { kind: 'people', rows: 4, accepted: 3, rejected: 1 }, 3],
    ['hris/workday/stream_v7.csv', { kind: 'people', rows: 3, accepted: 3 }, 3],
    ['hris/workday/stream_many_records_per_employee.csv', { kind: 'people', rows: 104, accepted: 103, duplicates: 1 }, 103],
    ['contributions/devlake/org_e2e_raw_tables_users.csv', { kind: 'people', rows: 10, accepted: 10 }, 10],
    ['contributions/devlake/org_e2e_raw_tables_accounts.csv', { kind: 'people', rows: 10, accepted: 10 }, 10],
  ] as const)('%s maps itself', async (path, counts, people) => {
    const { rows, report } = await read(path)
    expect(report).toMatchObject(counts)
    expect(rows.filter(({ kind }) => kind === 'people')).toHaveLength(people)
    expect(report.rows).toBe(report.accepted + report.rejected + report.duplicates)
  })

  test.each([
    ['devlake/github_e2e_snapshot_tables_pull_requests.csv', 'contributions', 49],
    ['devlake/github_e2e_snapshot_tables_pull_request_comments.csv', 'contributions', 62],
    ['devlake/github_e2e_snapshot_tables_pull_request_commits.csv', 'contributions', 90],
    ['devlake/customize_e2e_raw_tables_issue_changelogs.csv', 'contributions', 6],
    ['devlake/customize_e2e_raw_tables_issue_worklogs.csv', 'contributions', 3],
    ['devlake/customize_e2e_raw_tables_issues.csv', 'work_items', 30],
    ['devlake/customize_e2e_raw_tables_issues_input.csv', 'work_items', 3],
    ['devlake/feishu_e2e_snapshot_tables__tool_feishu_meeting_top_user_items.csv', 'meetings', 28],
    ['git_history_orangehrm.csv', 'contributions', 7863],
    ['jira_rueedlinger.csv', 'work_items', 4123],
  ])('%s maps itself', async (path, kind, rows) => {
    const { report } = await read(`contributions/${path}`)
    expect(report).toMatchObject({ kind, rows, accepted: rows, rejected: 0 })
  })

  test('a table without any date is refused with words', async () => {
    const reading = read('contributions/devlake/bitbucket_e2e_snapshot_tables_pull_request_comments.csv')
    await expect(reading).rejects.toMatchObject({ problem: { code: 'missing-column', column: 'occurred_at' } })
    await expect(reading).rejects.toThrow('“created_date”')
    const blank = read('contributions/devlake/bitbucket_e2e_snapshot_tables_pull_requests.csv')
    await expect(blank).rejects.toMatchObject({ problem: { code: 'blank-column', column: 'merged_date' } })
  })

  test('dates in another order than they happened are told', async () => {
    const { report } = await read('contributions/jira_rueedlinger.csv')
    expect(report.problemCounts).toMatchObject([{ code: 'dates-reversed', column: 'finished_date' }])
  })

  test('ragged rows and embedded line ends lose no row', async () => {
    const { report } = await read('hris/variants/ragged_and_embedded_newline.csv', { kind: 'people' })
    expect(report).toMatchObject({ rows: 8, accepted: 8 })
    expect(report.problems.filter(({ code }) => code === 'short-row').map(({ line }) => line)).toEqual([5, 6])
  })

  test('the sample without a root has one after its loop and its self-manager are cut', async () => {
    const people = await readPeople('hris/viva_org_sheet1.csv')
    const { roots, problems, managerOf } = resolveManagers(people)
    expect(problems.map(({ code, personIds }) => [code, personIds.length])).toEqual([
      ['manager-loop', 3],
      ['manager-self', 1],
    ])
    const topOf = (index: number): number => (managerOf[index] === null ? index : topOf(managerOf[index]!))
    const [loop, self] = problems.map(({ personIds }) => people.findIndex(({ personId }) => personId === personIds[0]))
    const chains = people.map((_, index) => topOf(index))
    expect([chains.filter(top => top === loop).length, chains.filter(top => top === self).length]).toEqual([344, 26])
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

describe.skipIf(isMissing)('a Viva person query', () => {
  test('has the Copilot actions of six applications summed in each of its weeks', async () => {
    const { rows, report } = await read('meetings/vivainsights_pq_data.csv')
    const cells = readFileSync(join(FOLDER, 'meetings/vivainsights_pq_data.csv'), 'utf8')
      .trimEnd()
      .split(/\r?\n/)
      .map(line => line.split(','))
    const places = cells[0]!.flatMap((header, place) => (header.startsWith('Copilot_actions_taken_in_') ? [place] : []))
    expect(places).toHaveLength(6)
    const expected = cells.slice(1).map(line => places.reduce((sum, place) => sum + Number(line[place]), 0))
    expect(report).toMatchObject({ kind: 'meetings', rows: 6900, accepted: 6900, problems: [] })
    expect(rows.map(each => (each.kind === 'meetings' ? each.row.agentActions : null))).toEqual(expected)
  })
})
