import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyse, freshFolder, importFiles, refuse, succeed } from './command-line.ts'
import { writeFiles } from './csv-files.ts'
import { smallOrganisation } from './small-organisation.ts'

let folder: string
let workspace: string
beforeAll(async () => {
  folder = await freshFolder()
  workspace = path.join(folder, 'Review.switchyard')
  await importFiles(workspace, await writeFiles(folder, smallOrganisation()))
})

const DAYS = ['--from', '2024-09-30', '--to', '2024-12-31']

describe('comparing two days', () => {
  test('computes both and tells what changed and why, in words and as JSON', async () => {
    const words = await succeed(['compare', '--workspace', workspace, ...DAYS])
    expect(words).toMatch(/^FROM 2024-09-30 TO 2024-12-31\n {2}The work in between: Between 2024-09-30 and 2024-12-31 \d+ contributions/)
    expect(words.split('\n').every(line => line.length <= 100)).toBe(true)
    const { steps, units } = JSON.parse(await succeed(['compare', '--workspace', workspace, ...DAYS, '--json']))
    expect(steps).toMatchObject([{ cause: 'behaviour' }])
    expect(Array.isArray(units)).toBe(true)
  })

  test('tells of the earlier day what an analysis as of that day tells', async () => {
    const document = await analyse(['--workspace', workspace, '--as-of', '2024-09-30'])
    expect(document.asOf).toBe('2024-09-30')
    const { systems } = JSON.parse(await succeed(['compare', '--workspace', workspace, ...DAYS, '--json']))
    for (const { component, before } of systems) {
      const entry = document.components.find(one => one.component === component)
      expect(before?.truckFactor ?? null).toBe(entry === undefined ? null : (entry.currentTruckFactor ?? entry.truckFactor))
    }
  })

  test('refuses days in the wrong order, and words that are no days', async () => {
    expect(await refuse(['compare', '--workspace', workspace, '--from', '2024-12-31', '--to', '2024-09-30'])).toContain('must come after')
    expect(await refuse(['compare', '--workspace', workspace, '--from', 'autumn', '--to', '2024-09-30'])).toContain('takes a date')
    expect(await refuse(['compare', '--workspace', workspace, '--from', '2024-12-31'])).toContain('needs --to')
  })
})
