import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, succeed } from './command-line.ts'
import { type Dialect, writeFiles } from './csv-files.ts'
import { type Files, smallOrganisation } from './small-organisation.ts'

const organisation = smallOrganisation()
let folder: string
let expected: string
beforeAll(async () => {
  folder = await freshFolder()
  expected = await analysisJson(organisation)
})

let count = 0
async function analysisJson(files: Partial<Files>, dialect?: Dialect, environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const words = await writeFiles(path.join(folder, String(count++)), files, dialect)
  return succeed(['analyze', ...words, '--json'], { environment })
}

/** The answer without its list of inputs, whose hashes are of the files as they were. */
const withoutInputs = (json: string) => JSON.stringify({ ...(JSON.parse(json) as object), inputs: null })

test('the same files give the same bytes', async () => {
  expect(await analysisJson(organisation)).toBe(expected)
})

test.each<[string, Dialect]>([
  ['rows in another order', { rowSeed: 1 }],
  ['rows in yet another order', { rowSeed: 2 }],
  ['rows and columns in another order', { rowSeed: 3, columnSeed: 3 }],
  ['semicolons', { delimiter: ';' }],
  ['tabs, in UTF-16', { delimiter: '\t', encoding: 'utf16le' }],
  ['a byte order mark and CRLF', { encoding: 'utf8-bom', newline: '\r\n' }],
  ['all of it at once', { rowSeed: 4, columnSeed: 5, delimiter: ';', encoding: 'utf16le', newline: '\r\n' }],
])('%s change nothing but the list of inputs', async (_, dialect) => {
  expect(withoutInputs(await analysisJson(organisation, dialect))).toBe(withoutInputs(expected))
})

describe.each([
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
  { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' },
])('on a computer in $TZ that speaks $LANG', environment => {
  test('the bytes are the same', async () => {
    expect(await analysisJson(organisation, {}, environment)).toBe(expected)
  })
})

test('the order of files on the command line changes nothing but the list of inputs', async () => {
  const words = await writeFiles(path.join(folder, 'turned'), organisation)
  const pairs = words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1]!]] : []))
  const json = await succeed(['analyze', ...pairs.toReversed().flat(), '--json'])
  expect(withoutInputs(json)).toBe(withoutInputs(expected))
})

test('contributions cut into several files are the same contributions', async () => {
  const parts = [0, 1, 2].map(part => organisation.contributions.filter((_, index) => index % 3 === part && index < 900))
  const { contributions: _, ...others } = organisation
  const words = await writeFiles(path.join(folder, 'parts'), others)
  const files = await Promise.all(
    parts.map(async (contributions, part) => (await writeFiles(path.join(folder, `part-${part}`), { contributions }))[1]!),
  )
  // The five rows that stand there twice would meet themselves only within one file.
  const whole = await analysisJson({ ...organisation, contributions: organisation.contributions.slice(0, 900) })
  const json = await succeed(['analyze', ...words, '--contributions', ...files, '--json'])
  expect(withoutInputs(json)).toBe(withoutInputs(whole))
})

test('nothing of where or when it was run stands in the answer', async () => {
  expect(expected).not.toContain(path.basename(folder))
  expect(expected).not.toContain(String(new Date().getFullYear()))
})
