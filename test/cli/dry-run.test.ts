/** What a dry run says an import would do, and what an import asks before it goes on. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type ImportOutput, importOutputSchema } from '../../src/contract/import-output.ts'
import { freshFolder, importFiles, refuse, succeed } from './command-line.ts'

let folder: string
let workspace: string
beforeEach(async () => {
  folder = await freshFolder()
  workspace = path.join(folder, 'Review.switchyard')
})

const person = (index: number) => `E${index},Person ${index},p${index}@larkmoor.example`
const everybody = Array.from({ length: 10 }, (_, index) => person(index))

async function peopleFile(name: string, rows: readonly string[]): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, ['person_id,name,email', ...rows, ''].join('\n'))
  return file
}

async function dryRun(words: readonly string[]): Promise<ImportOutput> {
  return z.parse(importOutputSchema, JSON.parse(await succeed(['import', '--workspace', workspace, ...words, '--dry-run', '--json'])))
}

async function withEverybody(): Promise<void> {
  await importFiles(workspace, ['--people', await peopleFile('everybody.csv', everybody)])
}

describe('a dry run', () => {
  test('tells what would change, who would leave and what must be asked', async () => {
    await withEverybody()
    const most = await dryRun(['--people', await peopleFile('most.csv', [...everybody.slice(0, 8), person(11)])])
    expect(most.changes).toEqual([{ kind: 'people', new: 1, updated: 0, unchanged: 8, conflicting: 0 }])
    expect(most.people).toEqual({ employed: 10, leaving: 2, notListed: 2, missingPeople: 'left', changedIds: 0 })
    expect(most.questions).toEqual([])
    const few = await dryRun(['--people', await peopleFile('few.csv', everybody.slice(0, 3))])
    expect(few.questions).toMatchObject([{ part: 'missingPeople', people: 7, of: 10 }])
  })

  test('says it in words: counts, groups with an example, words that mean nothing, fixes, consequences', async () => {
    await withEverybody()
    const contributions = path.join(folder, 'work.csv')
    await writeFile(contributions, 'person,occurred_at,kind\nE1,never,commit\nE1,2026-01-01,tinker\nE1,2026-01-02,comit\n')
    const mapping = path.join(folder, 'mapping.json')
    const fixes = ['comit', 'komit'].map(from => ({ kind: 'replace', column: 'kind', from, to: 'commit' }))
    await writeFile(mapping, JSON.stringify({ kind: 'contributions', columns: {}, fixes }))
    const words = ['--people', await peopleFile('few.csv', everybody.slice(0, 3)), '--contributions', contributions, '--mapping', mapping]
    const said = await succeed(['import', '--workspace', workspace, ...words, '--dry-run'])
    expect(said).toMatch(/3\srows = 2 accepted \+ 1 rejected \+ 0 duplicates/)
    expect(said).toMatch(/error bad-date in occurred_at: 1, such as “never” \(1\)/)
    expect(said).toMatch(/Words of kind that mean nothing to us: tinker \(1\)/)
    expect(said).toMatch(/2\sfixes of the mapping applied 1\stime\n {4}found nothing: in kind, “komit” reads “commit”/)
    expect(said).toMatch(/People: 0 new, 0 updated, 3 unchanged/)
    expect(said).toMatch(/Contributions: 2 new/)
    expect(said).toMatch(/7 are missing/)
    expect(said).toContain('--missing-people left: ')
  })

  test('has none of it when files were imported', async () => {
    const file = await peopleFile('everybody.csv', everybody)
    const output = z.parse(importOutputSchema, JSON.parse(await succeed(['import', '--workspace', workspace, '--people', file, '--json'])))
    expect(output).toMatchObject({
      changes: null,
      people: null,
      questions: null,
      imports: [{ groups: null, unknownWords: null, fixes: [] }],
    })
  })
})

describe('an import that too many people would leave by', () => {
  test('is refused with the numbers and the flags that answer, and nothing is written', async () => {
    await withEverybody()
    const before = await readFile(path.join(workspace, 'data.db'))
    const words = ['--workspace', workspace, '--people', await peopleFile('few.csv', everybody.slice(0, 3))]
    for (const command of ['import', 'analyze']) {
      const said = await refuse([command, ...words])
      expect(said).toMatch(/list 3 of the 10 people.*7 are missing.*70 %/)
      expect(said).toContain('--missing-people left')
      expect(said).toContain('--missing-people keep')
      expect(said).toContain('Nothing was imported.')
    }
    expect((await readFile(path.join(workspace, 'data.db'))).equals(before)).toBe(true)
  })

  test.each([
    ['left', 3],
    ['keep', 10],
  ])('goes on once it is said that they have %s', async (answer, employed) => {
    await withEverybody()
    await importFiles(workspace, ['--people', await peopleFile('few.csv', everybody.slice(0, 3)), '--missing-people', answer])
    const { people } = await dryRun([
      '--people',
      await peopleFile('three.csv', [...everybody.slice(0, 3), person(12)]),
      '--missing-people',
      'keep',
    ])
    expect(people!.employed).toBe(employed)
  })
})

describe('ids that changed', () => {
  const renumbered = everybody.map((line, index) => (index < 2 ? line.replace(/^E/, 'N') : line))

  test('of many people are asked about, and answered by a flag', async () => {
    await withEverybody()
    const file = await peopleFile('renumbered.csv', renumbered)
    const said = await refuse(['import', '--workspace', workspace, '--people', file])
    expect(said).toMatch(/2 of the 10 people.*another id/)
    expect(said).toContain('--changed-ids same')
    const { people } = await dryRun(['--people', file, '--changed-ids', 'same'])
    expect(people).toEqual({ employed: 10, leaving: 0, notListed: 0, missingPeople: null, changedIds: 2 })
  })
})

test('answers about people go with people, and are one of two words', async () => {
  const file = await peopleFile('everybody.csv', everybody)
  expect(await refuse(['import', '--workspace', workspace, '--people', file, '--missing-people', 'gone'])).toMatch(/takes left or keep/)
  expect(await refuse(['import', '--workspace', workspace, '--components', file, '--changed-ids', 'same'])).toMatch(
    /go with a --people file/,
  )
})
