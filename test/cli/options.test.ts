import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyse, analysisOf, contentOf, freshFolder, importFiles, importsOf, refuse, ROOT, succeed, switchyard } from './command-line.ts'
import { writeCsv, writeFiles } from './csv-files.ts'
import { dayText, PERSONAL_TEXTS, smallOrganisation } from './small-organisation.ts'

const organisation = smallOrganisation()
const REPORT = ['analysis.json', 'key-person-risk.csv', 'people.csv', 'report.html', 'risk-register.csv']

let folder: string
let words: string[]
beforeAll(async () => {
  folder = await freshFolder()
  words = await writeFiles(folder, organisation)
})

describe('a dry run', () => {
  test('prints the report of the import it would be, and changes nothing', async () => {
    const workspace = path.join(folder, 'Dry.switchyard')
    await importFiles(workspace, words.slice(0, 2))
    const before = await contentOf(workspace)
    const dry = importsOf(await succeed(['import', '--workspace', workspace, ...words, '--dry-run', '--json']))
    expect(await contentOf(workspace)).toEqual(before)
    const real = importsOf(await succeed(['import', '--workspace', workspace, ...words, '--json']))
    const withoutId = (imports: typeof real) => imports.map(file => ({ ...file, import: null, groups: null, unknownWords: null }))
    expect(withoutId(dry)).toEqual(withoutId(real))
  })

  test('makes no workspace', async () => {
    const workspace = path.join(folder, 'None.switchyard')
    expect(await succeed(['import', '--workspace', workspace, ...words, '--dry-run'])).toContain('Dry run')
    expect((await contentOf(workspace)).size).toBe(0)
  })
})

test('a mapping names columns that nobody could guess', async () => {
  const rows = organisation.people.map(({ person_id, name }) => ({ 'Feld 7': person_id!, Bezeichnung: name! }))
  const file = await writeCsv(path.join(folder, 'odd.csv'), rows)
  const mapping = path.join(folder, 'mapping.json')
  await writeFile(mapping, JSON.stringify({ kind: 'people', columns: { person_id: 'Feld 7', name: 'Bezeichnung' } }))
  const document = await analyse(['--people', file, '--mapping', mapping])
  expect(document.people.map(person => [person.personId, person.name])).toEqual(
    organisation.people.map(({ person_id, name }) => [person_id, name]),
  )
})

describe('the report folder', () => {
  let out: string
  let summary: string
  beforeAll(async () => {
    out = path.join(folder, 'report')
    summary = await succeed([
      'analyze',
      ...words,
      '--out',
      out,
      '--purpose',
      'Plan successors',
      '--legal-basis',
      'Agreement 12',
      '--notice-date',
      '2025-02-03',
    ])
  })

  test('holds five files that only their owner may read', async () => {
    const files = await contentOf(out)
    expect([...files.keys()].sort()).toEqual(REPORT)
    for (const name of files.keys()) expect((await stat(path.join(out, name))).mode & 0o777).toBe(0o600)
  })

  test('holds the very object that --json prints', async () => {
    const json = await readFile(path.join(out, 'analysis.json'), 'utf8')
    expect(analysisOf(json).purpose).toEqual({ purpose: 'Plan successors', legalBasis: 'Agreement 12', noticeDate: '2025-02-03' })
    const printed = await succeed([
      'analyze',
      ...words,
      '--json',
      '--purpose',
      'Plan successors',
      '--legal-basis',
      'Agreement 12',
      '--notice-date',
      '2025-02-03',
    ])
    expect(printed).toBe(json)
  })

  test('says the purpose in every file, and the summary says it too', async () => {
    expect(summary).toContain('Plan successors')
    expect(summary).toContain('Agreement 12')
    expect(summary).toContain('2025-02-03')
    for (const [name, content] of await contentOf(out)) expect(content.toString('utf8'), name).toContain('Plan successors')
  })

  test('is written over by the next one', async () => {
    await succeed(['analyze', ...words.slice(0, 2), '--out', out])
    expect(analysisOf(await readFile(path.join(out, 'analysis.json'), 'utf8')).components).toEqual([])
    expect([...(await contentOf(out)).keys()].sort()).toEqual(REPORT)
  })

  test('is refused in words where it cannot be', async () => {
    const file = path.join(folder, 'people.csv')
    expect(await refuse(['analyze', ...words, '--out', path.join(file, 'report')])).toMatch(/could not be written.*--out/)
  })
})

test('without a purpose every output says so', async () => {
  const out = path.join(folder, 'no-purpose')
  expect(await succeed(['analyze', ...words, '--out', out])).toContain('purpose not recorded')
  for (const [name, content] of await contentOf(out)) expect(content.toString('utf8'), name).toContain('purpose not recorded')
})

test('a purpose stated once stays with the workspace', async () => {
  const workspace = path.join(folder, 'Purpose.switchyard')
  await succeed(['analyze', '--workspace', workspace, ...words, '--purpose', 'Plan successors', '--json'])
  const document = await analyse(['--workspace', workspace])
  expect(document.purpose).toEqual({ purpose: 'Plan successors', legalBasis: null, noticeDate: null })
})

describe('with names masked', () => {
  let out: string
  let printed: string
  beforeAll(async () => {
    out = path.join(folder, 'masked')
    printed = await succeed(['analyze', ...words, '--mask-names', '--json', '--out', out])
    printed += await succeed(['analyze', ...words, '--mask-names'])
  })

  test.each([...PERSONAL_TEXTS.keys()])('personal text %i stands nowhere', async index => {
    const text = PERSONAL_TEXTS[index]!
    const isIn = (content: string) => content.includes(text)
    expect(isIn(printed)).toBe(false)
    for (const [name, content] of await contentOf(out)) expect(isIn(content.toString('utf8')), name).toBe(false)
  })

  test('the findings are those of everybody', async () => {
    const [masked, open] = [analysisOf(await readFile(path.join(out, 'analysis.json'), 'utf8')), await analyse(words)]
    expect(masked.components.map(entry => [entry.component, entry.keepers, entry.exposure])).toEqual(
      open.components.map(entry => [entry.component, entry.keepers, entry.exposure]),
    )
    expect(masked.people.map(person => person.modes)).toEqual(open.people.map(person => person.modes))
    expect(new Set(masked.people.map(person => person.personId)).size).toBe(open.people.length)
  })
})

describe('--as-of', () => {
  test('leaves out what happened later', async () => {
    const cut = dayText(600)
    const past = await analyse([...words, '--as-of', cut])
    expect(past.asOf).toBe(cut)
    expect(past.window?.to).toBe(cut)
    for (const entry of past.components) expect(entry.lastChange === null || entry.lastChange <= cut).toBe(true)
    const before = organisation.contributions.filter(row => row['occurred_at']!.slice(0, 10) <= cut)
    const { contributions: _, ...others } = organisation
    const only = await analyse([...(await writeFiles(path.join(folder, 'past'), { ...others, contributions: before })), '--as-of', cut])
    expect({ ...past, inputs: null, quality: null }).toEqual({ ...only, inputs: null, quality: null })
  })

  test('before all rows is said rather than computed', async () => {
    const document = await analyse([...words, '--as-of', '1999-12-31'])
    expect(document.people.every(person => person.modes === null && person.effortHours === null)).toBe(true)
    expect(document.components.every(entry => entry.keepers === null && entry.truckFactor === null)).toBe(true)
    const said = await succeed(['analyze', ...words, '--as-of', '1999-12-31'])
    expect(said).toMatch(/1999-12-31/)
    expect(said).toMatch(/later|after/i)
    expect(said).not.toMatch(/No contribution was imported/)
  })

  test.each(['yesterday', '2024-02-30', '2024-1-1', '2024-01-01T00:00'])('refuses %s', async text => {
    expect(await refuse(['analyze', ...words, '--as-of', text])).toContain('--as-of takes a date')
  })
})

test('--window-months sets what the window spans', async () => {
  const [short, long] = [await analyse([...words, '--window-months', '3']), await analyse([...words, '--window-months', '24'])]
  expect(short.method.settings['windowMonths']).toBe(3)
  expect(long.method.settings['windowMonths']).toBe(24)
  expect(short.window!.from > long.window!.from).toBe(true)
  const hours = (document: typeof long) => document.people.reduce((sum, person) => sum + (person.effortHours ?? 0), 0)
  expect(hours(short)).toBeLessThan(hours(long))
  for (const months of ['0', '61', '1.5', 'many'])
    expect(await refuse(['analyze', ...words, '--window-months', months])).toContain('--window-months')
})

describe('a settings file', () => {
  const writeSettings = async (name: string, content: unknown) => {
    const file = path.join(folder, name)
    await writeFile(file, JSON.stringify(content))
    return file
  }

  test('says how the analysis is made, is kept with the workspace, and can be the analysis it came from', async () => {
    const workspace = path.join(folder, 'Settings.switchyard')
    const settings = {
      windowMonths: 6,
      'builder_trap.builderOwnEffort': 0.4,
      'kinds.review.weightHours': 3,
      'titles.individual': ['Team Lead'],
    }
    const file = await writeSettings('settings.json', { settings })
    const made = await analyse([...words, '--workspace', workspace, '--settings', file])
    expect(made.method.settings).toMatchObject({ ...settings, 'titles.individual': 'team lead', baselineMonths: 12 })
    const again = await analyse(['--workspace', workspace])
    expect(again.method).toEqual(made.method)
    const usual = await analyse(words)
    expect(usual.method.settings['windowMonths']).toBe(12)
    expect(usual.people).not.toEqual(made.people)
    const repeated = await analyse([...words, '--settings', await writeSettings('analysis.json', made)])
    expect(repeated.method).toEqual(made.method)
    expect(repeated.people).toEqual(made.people)
  })

  test.each<[string, unknown, RegExp]>([
    ['a value out of range', { settings: { windowMonths: 0 } }, /windowMonths: 0 cannot be used: this takes a whole number from 1 to 60/],
    ['a name that is none', { settings: { windowMonth: 6 } }, /windowMonth: This is no setting of the method/],
    ['no settings in it', {}, /there are no "settings" in this file/],
  ])('with %s is refused, and nothing is analysed', async (_, content, message) => {
    const refused = await refuse(['analyze', ...words, '--settings', await writeSettings('wrong.json', content)])
    expect(refused).toMatch(message)
    expect(refused).toContain('Nothing was analysed.')
  })
})

describe('words that make no command', () => {
  test.each<[string, string[], RegExp]>([
    ['nothing but a wrong name', ['analyse'], /no command/],
    ['an unknown option', ['analyze', '--peeple', 'x.csv'], /--peeple/],
    ['no input at all', ['analyze'], /needs input files/],
    ['an import without workspace', ['import', '--people', 'x.csv'], /--workspace/],
    ['an import without files', ['import', '--workspace', 'w'], /input file/],
    ['a stray word', ['report', 'stray', '--workspace', 'w', '--out', 'o'], /stray/],
    ['an option given twice', ['analyze', '--workspace', 'a', '--workspace', 'b'], /twice/],
    ['nobody to leave', ['simulate', '--workspace', 'w', '--leave', ' , '], /--leave/],
    ['a legal basis without purpose', ['analyze', '--workspace', 'w', '--legal-basis', 'x'], /--purpose/],
    ['a workspace that is not there', ['analyze', '--workspace', 'nowhere.switchyard'], /nowhere\.switchyard does not exist/],
    ['undo without an import', ['undo', '--workspace', 'w'], /one import/],
  ])('%s: refused with what to do', async (_, wrong, said) => {
    expect(await refuse(wrong, { cwd: folder })).toMatch(said)
  })

  test('help is no error', async () => {
    for (const help of [[], ['help'], ['--help'], ['analyze', '--help']]) expect(await succeed(help)).toContain('switchyard analyze')
  })
})

test('a file option takes several files and may be repeated', async () => {
  const [a, b] = [organisation.contributions.slice(0, 300), organisation.contributions.slice(300, 600)]
  const files = [await writeCsv(path.join(folder, 'a.csv'), a), await writeCsv(path.join(folder, 'b.csv'), b)]
  const once = await analyse(['--contributions', ...files])
  const twice = await analyse(['--contributions', files[0]!, `--contributions=${files[1]}`])
  expect(once).toEqual(twice)
  expect(once.inputs.map(input => [input.file, input.rows])).toEqual([
    ['a.csv', 300],
    ['b.csv', 300],
  ])
})

test('the sample organisation is imported, analysed and reported by one command', async () => {
  const out = path.join(folder, 'sample')
  const said = await succeed(['sample', '--out', out])
  expect(said).toContain(path.join(out, 'report'))
  const document = analysisOf(await readFile(path.join(out, 'report', 'analysis.json'), 'utf8'))
  expect(document.purpose.purpose).toMatch(/Sample organisation/)
  expect(document.components.length).toBeGreaterThan(10)
  expect(await succeed(['sample', '--out', out])).toBe(said)
})

test('the command that is installed starts the same program', async () => {
  const { code, stdout } = await switchyard(['help'])
  expect(code).toBe(0)
  const launcher = await readFile(path.join(ROOT, 'main/cli/launch.mjs'), 'utf8')
  expect(launcher).toContain("import('../../out/main/cli.js')")
  expect(stdout).toContain('Exit codes: 0 done')
})
