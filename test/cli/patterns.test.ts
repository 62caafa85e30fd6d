/** The sample organisation through the command line: every planted person found, no look-alike flagged, and nobody by their group. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Papa from 'papaparse'
import { beforeAll, expect, test } from 'vitest'
import type { AnalysisDocument } from '../../src/contract/analysis.ts'
import type { Pattern } from '../../src/domain/flag.ts'
import { analysisOf, freshFolder, ROOT, refuse, succeed } from './command-line.ts'

const SAMPLE = path.join(ROOT, 'fixtures/organisation')
const KINDS = ['people', 'history', 'contributions', 'meetings', 'components', 'work-items', 'artifacts'] as const
const sampleFile = (kind: string) => path.join(SAMPLE, `${kind.replace('-', '_')}.csv`)

interface Truth {
  readonly people: readonly { readonly personId: string; readonly plants: readonly Pattern[]; readonly lookalike: string | null }[]
}

let folder: string
let workspace: string
let json: string
let document: AnalysisDocument
let truth: Truth

const words = (people = sampleFile('people')) => KINDS.flatMap(kind => [`--${kind}`, kind === 'people' ? people : sampleFile(kind)])

beforeAll(async () => {
  folder = await freshFolder()
  workspace = path.join(folder, 'sample.switchyard')
  json = await succeed(['analyze', '--workspace', workspace, ...words(), '--json'])
  document = analysisOf(json)
  truth = JSON.parse(await readFile(path.join(SAMPLE, 'truth.json'), 'utf8')) as Truth // written by fixtures/generate.mjs
}, 120_000)

test.each<Pattern>([
  'builder_trap',
  'enabler_trap',
  'coordination_path',
  'misrouted_systems_thinker',
  'about_to_be_misrouted',
  'systems_thinker',
])('exactly the people planted in %s are flagged with it', pattern => {
  const planted = truth.people.filter(person => person.plants.includes(pattern)).map(person => person.personId)
  const flagged = document.people.filter(person => person.flags.some(flag => flag.pattern === pattern)).map(person => person.personId)
  expect(planted.length).toBeGreaterThan(0)
  expect(flagged.toSorted()).toEqual(planted.toSorted())
})

test('each flag says why, what speaks against it, what would change it, how sure it is, and names rows that exist', async () => {
  const { data } = Papa.parse<Record<string, string>>(await readFile(sampleFile('contributions'), 'utf8'), { header: true })
  const ids = new Set(data.map(row => row['contribution_id']))
  const flags = document.people.flatMap(person => person.flags)
  expect(flags.length).toBeGreaterThan(15)
  for (const { reasons, counter, wouldChange, routes, steadiness, coverage } of flags) {
    expect(reasons.length).toBeGreaterThan(1)
    expect(counter.length + wouldChange.length).toBeGreaterThan(0)
    expect(routes.length).toBeGreaterThan(0)
    expect(steadiness).toBeGreaterThanOrEqual(0)
    expect(coverage).toBeGreaterThanOrEqual(0.5)
    for (const { rows, evidence, words: sentence } of reasons) {
      expect(evidence).toHaveLength(Math.min(rows, 20))
      for (const id of evidence) expect(ids).toContain(id)
      expect(sentence).toMatch(/\.$/)
    }
  }
})

test('whose group is whose changes no byte of the answer but the fairness check and the hash of the file', async () => {
  const { data, meta } = Papa.parse<Record<string, string>>(await readFile(sampleFile('people'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const groups = meta.fields!.filter(field => field.startsWith('demographic_'))
  expect(groups.length).toBeGreaterThan(0)
  const turned = data.map((row, index) => ({
    ...row,
    ...Object.fromEntries(groups.map(group => [group, data[(index + 7) % data.length]![group]!])),
  }))
  const people = path.join(folder, 'people.csv')
  await writeFile(people, Papa.unparse(turned, { columns: meta.fields! }))
  const other = await succeed(['analyze', ...words(people), '--json'])
  const withoutGroups = (text: string) => JSON.stringify({ ...analysisOf(text), inputs: null, fairness: null })
  expect(withoutGroups(other)).toBe(withoutGroups(json))
  expect(analysisOf(other).fairness).not.toEqual(document.fairness)
})

test('the fairness check stands in the answer, its small groups neither named nor counted', () => {
  expect(document.fairness.length).toBeGreaterThan(0)
  const shown = document.fairness.filter(row => !row.suppressed)
  for (const { people, group } of shown) {
    expect(people).toBeGreaterThanOrEqual(10)
    expect(group).not.toBeNull()
  }
  const hidden = document.fairness.filter(row => row.suppressed)
  expect(hidden.length).toBeGreaterThan(0)
  const told = new Set(['attribute', 'pattern', 'suppressed'])
  for (const row of hidden) for (const [field, value] of Object.entries(row)) if (!told.has(field)) expect(value, field).toBeNull()
  // Five people of the sample: too few to be named as a group.
  expect(JSON.stringify(document.fairness)).not.toContain('non-binary')
})

test('a promotion is simulated from the past moves of the organisation, in words and as data', async () => {
  const { personId, name } = document.people.find(person => person.flags.some(flag => flag.pattern === 'about_to_be_misrouted'))!
  const text = await succeed(['simulate', '--workspace', workspace, '--promote', personId])
  expect(text).toContain(`If ${name!} moved to coordination`)
  expect(text).toMatch(/past moves/)
  const { people } = JSON.parse(await succeed(['simulate', '--workspace', workspace, '--promote', personId, '--json'])) as {
    people: { personId: string; handsOnLost: { low: number; median: number; high: number } }[]
  }
  expect(people.map(person => person.personId)).toEqual([personId])
  expect(people[0]!.handsOnLost.median).toBeGreaterThan(people[0]!.handsOnLost.low - 1e-9)
  expect(await refuse(['simulate', '--workspace', workspace, '--promote', 'nobody'])).toMatch(/nobody with the id/)
  expect(await refuse(['simulate', '--workspace', workspace, '--promote', personId, '--leave', personId])).toMatch(
    /either --leave or --promote/,
  )
})
