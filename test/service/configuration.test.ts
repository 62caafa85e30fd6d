import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Configuration } from '../../src/service/configuration.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-configuration-'))
})
afterEach(() => rm(folder, { recursive: true }))

const entry = (name: string, minute = 0) => ({
  directory: path.join(folder, `${name}.switchyard`),
  name,
  sample: false,
  openedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
})

describe('recent workspaces', () => {
  test('stand newest first, each once, at most twenty', async () => {
    const configuration = await Configuration.open(folder)
    for (let number = 0; number < 25; number++) await configuration.remember(entry(`W${number}`, number))
    await configuration.remember(entry('W7', 59))
    const names = (await Configuration.open(folder)).recent().map(recent => recent.name)
    expect(names).toHaveLength(20)
    expect(names.slice(0, 3)).toEqual(['W7', 'W24', 'W23'])
    expect(new Set(names).size).toBe(20)
  })

  test('say whether they still are there, and are named without giving their folder away', async () => {
    const configuration = await Configuration.open(folder)
    await configuration.remember(entry('Gone'))
    await configuration.remember(entry('Here'))
    await mkdir(entry('Here').directory)
    await writeFile(path.join(entry('Here').directory, 'data.db'), '')
    const recents = configuration.recent()
    expect(recents.map(({ name, available }) => [name, available])).toEqual([
      ['Here', true],
      ['Gone', false],
    ])
    for (const { recent, location } of recents) {
      expect(recent).toMatch(/^[0-9a-f]{24}$/)
      expect(configuration.directoryOf(recent)).toBe(location)
    }
    expect(() => configuration.directoryOf('../../etc')).toThrow(expect.objectContaining({ code: 'not-found' }) as Error)
  })
})

describe('the file', () => {
  test.each(['', '{', '[]', 'null', '{"recent": 5}', '{"preferences": {"theme": "pink", "density": "compact"}}'])(
    'that holds %j counts as a fresh one',
    async content => {
      await writeFile(path.join(folder, 'configuration.json'), content)
      const configuration = await Configuration.open(folder)
      expect(configuration.preferences).toEqual({ theme: 'system', density: 'comfortable' })
      expect(configuration.recent()).toEqual([])
    },
  )

  test('is readable by its owner alone and appears whole', async () => {
    const deep = path.join(folder, 'a', 'b')
    const configuration = await Configuration.open(deep)
    await configuration.setPreferences({ theme: 'light', density: 'compact' })
    expect((await stat(path.join(deep, 'configuration.json'))).mode & 0o777).toBe(0o600)
    expect(await readdir(deep)).toEqual(['configuration.json'])
    expect(JSON.parse(await readFile(path.join(deep, 'configuration.json'), 'utf8'))).toMatchObject({ preferences: { theme: 'light' } })
  })

  test('takes several changes at once', async () => {
    const configuration = await Configuration.open(folder)
    await Promise.all([1, 2, 3, 4, 5, 6].map(number => configuration.remember(entry(`W${number}`, number))))
    expect((await Configuration.open(folder)).recent()).toHaveLength(6)
  })
})
