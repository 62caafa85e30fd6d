import { existsSync } from 'node:fs'
import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { contentOf, freshFolder, importFiles, ownTemporaryFolder, refuse } from './command-line.ts'
import { csvBytes, writeFiles } from './csv-files.ts'
import { PERSONAL_TEXTS, smallOrganisation } from './small-organisation.ts'

const { contributions, people } = smallOrganisation()
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(4096, 7)])
const pdf = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', 'latin1')
const xlsx = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), deflateRawSync(Buffer.alloc(5000, 'xl/worksheets/sheet1.xml'))])

/** What each file holds, and what has to be said of it beside its name. */
const FILES: Readonly<Record<string, { readonly content: Buffer | string; readonly said: RegExp }>> = {
  'picture.csv': { content: png, said: /picture|image|PNG/i },
  'document.csv': { content: pdf, said: /PDF/ },
  'workbook.xlsx': { content: xlsx, said: /Excel|xlsx|zip/i },
  'empty.csv': { content: '', said: /empty/ },
  'header-only.csv': { content: 'person,occurred_at,kind\n', said: /no rows/ },
  'no-kind.csv': { content: 'person,occurred_at,remark\nann,2024-01-01,x\n', said: /line 1.*kind/ },
  'bad-dates.csv': { content: 'person,occurred_at,kind\nann,yesterday,commit\nbob,tomorrow,commit\n', said: /line 2.*occurred_at/ },
  'far-future.csv': { content: 'person,occurred_at,kind\nann,2924-01-01,commit\n', said: /line 2.*occurred_at/ },
  'blank-person.csv': { content: 'person,occurred_at,kind\n,2024-01-01,commit\n', said: /line 2.*person/ },
  'nul-bytes.csv': { content: Buffer.alloc(3000), said: /./ },
}

let folder: string
let kept: string
beforeAll(async () => {
  folder = await freshFolder()
  kept = path.join(folder, 'Kept.switchyard')
  await importFiles(kept, await writeFiles(path.join(folder, 'good'), { people, contributions }))
  for (const [name, { content }] of Object.entries(FILES)) await writeFile(path.join(folder, name), content)
})
const at = (name: string) => path.join(folder, name)

/** What a refused command says; fails when it wrote anything, be it in an old workspace or a new one. */
async function refusedWithoutTrace(...words: string[]): Promise<string> {
  const before = await contentOf(kept)
  const temporary = await ownTemporaryFolder()
  const fresh = path.join(await freshFolder(), 'New.switchyard')
  const said = await refuse(['analyze', ...words, '--out', path.join(fresh, 'report')], temporary)
  expect(await refuse(['import', '--workspace', fresh, ...words], temporary)).toBe(said)
  expect(await refuse(['import', '--workspace', kept, ...words], temporary)).toBe(said)
  expect(existsSync(fresh)).toBe(false)
  expect(await temporary.left()).toEqual([])
  expect(await contentOf(kept)).toEqual(before)
  for (const text of PERSONAL_TEXTS) expect(said).not.toContain(text)
  return said
}

describe.each(Object.keys(FILES))('%s', name => {
  test('is refused by name, and nothing is written', async () => {
    const said = await refusedWithoutTrace('--contributions', at(name))
    expect(said).toContain(name)
    expect(said).toMatch(FILES[name]!.said)
    expect(said).toMatch(/Nothing was (imported|changed)/)
  })
})

test('a folder is refused by name', async () => {
  await mkdir(at('exports.csv'), { recursive: true })
  expect(await refusedWithoutTrace('--people', at('exports.csv'))).toMatch(/exports\.csv is a folder/)
})

test('a missing file is refused by name', async () => {
  expect(await refusedWithoutTrace('--people', at('nowhere.csv'))).toMatch(/nowhere\.csv does not exist/)
})

test('one bad file keeps all files of the command out', async () => {
  const good = path.join(folder, 'good', 'people.csv')
  await refusedWithoutTrace('--people', good, '--contributions', path.join(folder, 'good', 'contributions.csv'), at('no-kind.csv'))
  await refusedWithoutTrace('--contributions', at('header-only.csv'), '--people', good)
})

describe('a line of 200 MB', () => {
  const LINE_BYTES = 200 * 1024 * 1024
  const lean = { environment: { NODE_OPTIONS: '--max-old-space-size=150' } }

  /** Rows, then one line that does not end: of the letter x, or of nothing (then the file is sparse and costs no disk). */
  async function endless(name: string, rows: number, filling: 'x' | 'nothing'): Promise<string> {
    const file = at(name)
    const handle = await open(file, 'w')
    await handle.write(`person,occurred_at,kind,title\n${'ann,2024-01-01,commit,a title\n'.repeat(rows)}ann,2024-01-01,commit,`)
    if (filling === 'nothing') await handle.truncate(LINE_BYTES)
    else for (let written = 0; written < LINE_BYTES; written += BLOCK.length) await handle.write(BLOCK)
    await handle.close()
    return file
  }
  const BLOCK = Buffer.alloc(4 * 1024 * 1024, 'x')

  test.each<[string, number, 'x' | 'nothing', RegExp]>([
    ['below the header', 0, 'x', /line 2/],
    ['below many rows', 5000, 'x', /line 5002/],
    ['of NUL bytes below the header', 0, 'nothing', /NUL/],
    ['of NUL bytes below many rows', 5000, 'nothing', /NUL|line 5002/],
  ])('%s is refused soon and in little memory', async (_, rows, filling, said) => {
    const file = await endless(`endless-${rows}-${filling}.csv`, rows, filling)
    const startedMs = performance.now()
    expect(await refuse(['analyze', '--contributions', file], lean)).toMatch(said)
    expect(performance.now() - startedMs).toBeLessThan(15_000)
    await rm(file)
  })
})

describe('a mapping', () => {
  const withMapping = async (content: string) => {
    await writeFile(at('mapping.json'), content)
    return refusedWithoutTrace('--people', path.join(folder, 'good', 'people.csv'), '--mapping', at('mapping.json'))
  }

  test.each<[string, string, RegExp]>([
    ['is no JSON', '{"kind": ', /not JSON/],
    ['is of no known kind', '{"kind": "persons", "columns": {}}', /kind/],
    ['names an unknown field', '{"kind": "people", "columns": {"employee": "Employee No"}}', /employee/],
    ['names a header the file lacks', '{"kind": "people", "columns": {"person_id": "Employee No"}}', /Employee No/],
    ['is for a file that was not given', '{"kind": "meetings", "columns": {"person": "Who"}}', /meetings/],
  ])('that %s is refused in words', async (_, content, words) => {
    expect(await withMapping(content)).toMatch(words)
  })

  test('that is not there is refused by name', async () => {
    expect(await refusedWithoutTrace('--people', path.join(folder, 'good', 'people.csv'), '--mapping', at('gone.json'))).toContain(
      'gone.json',
    )
  })
})

test('a row that cannot be read does not keep the others out', async () => {
  const rows = [...contributions.slice(0, 20), { person: 'x', occurred_at: 'soon', kind: 'commit' }]
  await writeFile(at('mixed.csv'), csvBytes(rows))
  const [file] = await importFiles(path.join(folder, 'Mixed.switchyard'), ['--contributions', at('mixed.csv')])
  expect(file).toMatchObject({ rows: 21, accepted: 20, rejected: 1 })
  expect(file!.problems).toMatchObject([{ severity: 'error', code: 'bad-date', line: 22, column: 'occurred_at' }])
})
