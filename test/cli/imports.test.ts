import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { freshFolder, importFiles, refuse, succeed } from './command-line.ts'
import { writeCsv, writeFiles } from './csv-files.ts'
import { optionOf, smallOrganisation } from './small-organisation.ts'

const organisation = smallOrganisation()
const { people, components, artifacts, contributions } = organisation

let folder: string
let workspace: string
beforeEach(async () => {
  folder = await freshFolder()
  workspace = path.join(folder, 'Review.switchyard')
})

const analysisBytes = () => succeed(['analyze', '--workspace', workspace, '--json'])
const undo = (id: string) => succeed(['undo', '--workspace', workspace, id])
const redo = (id: string) => succeed(['redo', '--workspace', workspace, id])

describe('importing the very same files once more', () => {
  test('says so, takes nothing in and leaves the analysis as it is', async () => {
    const words = await writeFiles(folder, organisation)
    await importFiles(workspace, words)
    const before = await analysisBytes()
    const again = await importFiles(workspace, words)
    expect(again).toHaveLength(7)
    for (const file of again) {
      expect(file).toMatchObject({ import: null, sameAs: expect.stringMatching(/^\d+$/), accepted: 0 })
      expect(file.rows).toBe(file.rejected + file.duplicates)
    }
    expect(await analysisBytes()).toBe(before)
    expect(await succeed(['import', '--workspace', workspace, ...words])).toMatch(/is import 1 already; nothing was added/)
  })

  test('counts rows in another order as duplicates', async () => {
    await importFiles(workspace, await writeFiles(folder, organisation))
    const before = JSON.parse(await analysisBytes()) as { inputs: unknown }
    const again = await importFiles(workspace, await writeFiles(path.join(folder, 'shuffled'), organisation, { rowSeed: 8 }))
    for (const file of again) expect(file).toMatchObject({ accepted: 0, rejected: 0, duplicates: file.rows })
    const after = JSON.parse(await analysisBytes()) as { inputs: unknown }
    expect({ ...after, inputs: null }).toEqual({ ...before, inputs: null })
  })
})

describe('a second export that overlaps the first', () => {
  const first = contributions.slice(0, 600)
  const second = contributions.slice(400)
  beforeEach(async () => {
    await importFiles(workspace, [
      ...(await writeFiles(folder, { people, components, artifacts })),
      '--contributions',
      await writeCsv(path.join(folder, 'first.csv'), first),
    ])
  })

  test('has each row accepted, rejected or a duplicate', async () => {
    const broken = [
      ...second,
      { person: '', occurred_at: '2024-01-01', kind: 'commit' },
      { person: 'x', occurred_at: 'never', kind: 'commit' },
    ]
    const [file] = await importFiles(workspace, ['--contributions', await writeCsv(path.join(folder, 'second.csv'), broken)])
    expect(file).toMatchObject({ rows: broken.length, rejected: 2 })
    expect(file!.accepted + file!.rejected + file!.duplicates).toBe(file!.rows)
    expect(file!.duplicates).toBeGreaterThanOrEqual(200)
    expect(file!.accepted).toBeGreaterThanOrEqual(300)
  })

  test('keeps everything it brought when the first is undone', async () => {
    await importFiles(workspace, ['--contributions', await writeCsv(path.join(folder, 'second.csv'), second)])
    await undo('4')
    const alone = path.join(folder, 'Alone.switchyard')
    await importFiles(alone, [
      ...(await writeFiles(folder, { people, components, artifacts })),
      '--contributions',
      path.join(folder, 'second.csv'),
    ])
    const withoutInputs = (json: string) => ({ ...(JSON.parse(json) as object), inputs: null })
    const expected = withoutInputs(await succeed(['analyze', '--workspace', alone, '--json']))
    expect(withoutInputs(await analysisBytes())).toEqual(expected)
  })
})

describe('undo and redo', () => {
  /** The first, one in the middle, and the last, which overlaps with it. */
  const ids = ['1', '2', '5']
  beforeEach(async () => {
    await importFiles(
      workspace,
      await writeFiles(folder, { people: people.slice(0, 9), components, contributions: contributions.slice(0, 500) }),
    )
    const later = path.join(folder, 'later')
    const words = await writeFiles(later, { people: people.slice(6), contributions: contributions.slice(300) })
    await importFiles(workspace, [...words, '--missing-people', 'keep'])
  })

  test('of any import, first, middle or last, gives back the same bytes', async () => {
    const before = await analysisBytes()
    for (const id of ids) {
      await undo(id)
      expect(await analysisBytes(), `without import ${id}`).not.toBe(before)
      await redo(id)
      expect(await analysisBytes(), `after import ${id} came back`).toBe(before)
    }
  })

  test('of all imports in any order gives back the same bytes', async () => {
    const before = await analysisBytes()
    for (const id of ['3', '1', '5', '2', '4']) await undo(id)
    expect(await refuse(['analyze', '--workspace', workspace])).toMatch(/nothing to analyse/i)
    for (const id of ['2', '5', '4', '1', '3']) await redo(id)
    expect(await analysisBytes()).toBe(before)
  })

  test('say what they did and how to reverse it', async () => {
    const said = await undo('2')
    expect(said).toContain('contributions.csv')
    expect(said).toContain(`switchyard redo --workspace ${workspace} 2`)
  })

  test('are refused for an import that is not there, or is so already', async () => {
    expect(await refuse(['undo', '--workspace', workspace, '99'])).toMatch(/import 99/i)
    expect(await refuse(['redo', '--workspace', workspace, '1'])).not.toBe('')
    await undo('1')
    expect(await refuse(['undo', '--workspace', workspace, '1'])).not.toBe('')
  })
})

test('rows of every kind are accounted for', async () => {
  for (const file of await importFiles(workspace, await writeFiles(folder, organisation))) {
    expect(file.rows, file.kind).toBe(file.accepted + file.rejected + file.duplicates)
    expect(file.rows, file.kind).toBe(organisation[file.kind].length)
    expect(optionOf(file.kind)).toMatch(/^--/)
  }
})
