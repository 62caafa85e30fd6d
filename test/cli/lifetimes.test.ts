/** What happens to workspaces when processes end early, meet, or find a file damaged. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { analyse, freshFolder, importFiles, importsOf, ownTemporaryFolder, refuse, start, succeed, switchyard } from './command-line.ts'
import { csvBytes, writeFiles } from './csv-files.ts'
import { createRandom } from './random.ts'
import { PERSONAL_TEXTS, type Row, smallOrganisation } from './small-organisation.ts'

const organisation = smallOrganisation()
/** The rows many times over, so that there is time to interrupt. */
const many = (times: number): Row[] =>
  Array.from({ length: times }, (_, time) =>
    organisation.contributions.map((row, index) => ({ ...row, contribution_id: `m${time}-${index}` })),
  ).flat()

let folder: string
let workspace: string
beforeEach(async () => {
  folder = await freshFolder()
  workspace = path.join(folder, 'Review.switchyard')
})

async function bigFile(times = 60): Promise<string> {
  const file = path.join(folder, 'many.csv')
  await writeFile(file, csvBytes(many(times)))
  return file
}

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await pause(2)
}

describe('a temporary workspace', () => {
  test('is gone after success and after failure', async () => {
    const temporary = await ownTemporaryFolder()
    await succeed(['analyze', ...(await writeFiles(folder, organisation)), '--json'], temporary)
    expect(await temporary.left()).toEqual([])
    await writeFile(path.join(folder, 'bad.csv'), 'person,occurred_at\nx,2024-01-01\n')
    await refuse(['analyze', '--contributions', path.join(folder, 'bad.csv')], temporary)
    expect(await temporary.left()).toEqual([])
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('is gone after %s', async signal => {
    const temporary = await ownTemporaryFolder()
    const running = start(['analyze', '--contributions', await bigFile(), '--json'], temporary)
    await until(async () => (await temporary.left()).length > 0)
    await pause(150)
    running.process.kill(signal)
    const { code, stdout, stderr } = await running.ended
    expect(await temporary.left()).toEqual([])
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
    expect(stderr).toMatch(/^Cancelled\./)
  })
})

describe('an interrupted import', () => {
  test('leaves a workspace that was there as it was, and no new one', async () => {
    await importFiles(workspace, await writeFiles(folder, { people: organisation.people }))
    const fresh = path.join(folder, 'Fresh.switchyard')
    const file = await bigFile()
    for (const directory of [workspace, fresh]) {
      const running = start(['import', '--workspace', directory, '--contributions', file, '--json'])
      await until(() => existsSync(path.join(directory, 'import.staged')))
      running.process.kill('SIGINT')
      expect((await running.ended).code).toBe(130)
    }
    expect(existsSync(fresh)).toBe(false)
    expect((await analyse(['--workspace', workspace])).inputs.map(input => input.file)).toEqual(['people.csv'])
    expect(await readdir(path.join(workspace, 'segments'))).toEqual([])
  })
})

describe('a process that is killed in the middle of an import', () => {
  /** By hand with more: SWITCHYARD_KILL_ROUNDS=50. */
  const ROUNDS = Number(process.env['SWITCHYARD_KILL_ROUNDS'] ?? 10)

  test('loses nothing that was acknowledged and shows no half of an import', async () => {
    const random = createRandom(ROUNDS)
    const acknowledged: string[] = []
    await importFiles(workspace, await writeFiles(folder, { people: organisation.people }))
    acknowledged.push('people.csv')
    let longestMs = 0
    for (let round = 0; round < ROUNDS; round++) {
      // Several segments and a second kind of file: all of it counts, or none.
      const names = [`c${round}.csv`, `w${round}.csv`]
      await writeFile(
        path.join(folder, names[0]!),
        csvBytes(many(15).map(row => ({ ...row, contribution_id: `${round}-${row['contribution_id']}` }))),
      )
      await writeFile(path.join(folder, names[1]!), csvBytes([{ work_item: `K-${round}` }]))
      const running = start([
        'import',
        '--workspace',
        workspace,
        '--contributions',
        path.join(folder, names[0]!),
        '--work-items',
        path.join(folder, names[1]!),
        '--json',
      ])
      const startedMs = performance.now()
      // The first round runs to its end and shows how long there is.
      const killer = round === 0 ? null : setTimeout(() => running.process.kill('SIGKILL'), random() * longestMs)
      const { code, stdout } = await running.ended
      if (killer) clearTimeout(killer)
      if (round === 0) longestMs = 1.1 * (performance.now() - startedMs)
      if (code === 0 && importsOf(stdout).length === 2) acknowledged.push(...names)

      const { inputs } = await analyse(['--workspace', workspace])
      const files = inputs.map(input => input.file)
      expect(files.slice(0, acknowledged.length), `round ${round}`).toEqual(acknowledged)
      // Killed between the commit and its word: then all of it is there.
      const unheard = files.slice(acknowledged.length)
      expect([[], names], `round ${round}`).toContainEqual(unheard)
      acknowledged.push(...unheard)
    }
    expect(await readdir(path.join(workspace, 'damaged')).catch(() => [])).toEqual([])
  }, 300_000)
})

describe('two processes on one workspace', () => {
  test('the second is refused in words, and works once the first is done', async () => {
    const file = await bigFile(30)
    const first = start(['import', '--workspace', workspace, '--contributions', file, '--json'])
    await until(() => existsSync(path.join(workspace, 'segments')))
    const said = await refuse(['analyze', '--workspace', workspace])
    expect(said).toMatch(/Review\.switchyard|workspace/)
    expect(said).toMatch(/in use|open/i)
    expect((await first.ended).code).toBe(0)
    expect((await analyse(['--workspace', workspace])).inputs).toHaveLength(1)
  })
})

describe('after damage', () => {
  beforeEach(async () => {
    await importFiles(workspace, await writeFiles(folder, { people: organisation.people }))
    await importFiles(workspace, await writeFiles(folder, { contributions: organisation.contributions }))
    await succeed(['analyze', '--workspace', workspace, '--purpose', 'Plan successors', '--json'])
  })

  test.each(['data.db', 'review.db'])('%s is moved aside, and restore brings the newest good backup', async name => {
    const file = path.join(workspace, name)
    await truncate(file, Math.floor((await readFile(file)).length / 2))
    const said = await refuse(['analyze', '--workspace', workspace])
    expect(said).toContain(name)
    expect(said).toContain(`switchyard restore --workspace ${workspace}`)
    expect(await succeed(['restore', '--workspace', workspace])).toMatch(/^Restored: /)
    const aside = await readdir(path.join(workspace, 'damaged'))
    expect(aside.some(entry => entry.includes(name.replace('.db', '')))).toBe(true)
    const { inputs } = await analyse(['--workspace', workspace])
    expect(inputs[0]!.file).toBe('people.csv')
  })

  test('restoring a workspace that is well changes nothing that counts', async () => {
    const before = await succeed(['analyze', '--workspace', workspace, '--json'])
    await succeed(['restore', '--workspace', workspace])
    expect(await succeed(['analyze', '--workspace', workspace, '--json'])).toBe(before)
  })

  test('a missing segment is said by its import, and the import can be undone', async () => {
    await rm(path.join(workspace, 'segments', (await readdir(path.join(workspace, 'segments')))[0]!))
    const said = await refuse(['analyze', '--workspace', workspace, '--as-of', '2024-01-01'])
    expect(said).toMatch(/segments\/.* is missing/)
    expect(said).toMatch(/Undo its import/)
    await succeed(['undo', '--workspace', workspace, '2'])
    expect((await analyse(['--workspace', workspace])).inputs).toHaveLength(1)
  })
})

describe('nothing personal stands in what a failure says', () => {
  const failures: readonly [string, () => Promise<string[]>][] = [
    ['a file whose rows are all bad', async () => ['analyze', '--contributions', await badRows()]],
    ['somebody unknown to a simulation', async () => ['simulate', '--workspace', workspace, '--leave', 'NOBODY-1']],
    [
      'a report folder that cannot be made',
      async () => ['report', '--workspace', workspace, '--out', path.join(folder, 'people.csv', 'out')],
    ],
  ]
  const badRows = async () => {
    const file = path.join(folder, 'bad-rows.csv')
    await writeFile(file, csvBytes(organisation.contributions.map(row => ({ ...row, occurred_at: row['person']! }))))
    return file
  }

  test.each(failures)('%s', async (_, words) => {
    await importFiles(workspace, await writeFiles(folder, { people: organisation.people, contributions: organisation.contributions }))
    const { code, stdout, stderr } = await switchyard(await words())
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(PERSONAL_TEXTS.filter(text => stderr.includes(text))).toEqual([])
  })
})

test('a folder that holds something else is never made a workspace', async () => {
  await mkdir(workspace)
  await writeFile(path.join(workspace, 'letter.txt'), 'Dear all')
  const said = await refuse(['import', '--workspace', workspace, ...(await writeFiles(folder, { people: organisation.people }))])
  expect(said).toContain('Review.switchyard')
  expect(await readdir(workspace)).toEqual(['letter.txt'])
})
