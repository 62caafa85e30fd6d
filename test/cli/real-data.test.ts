/** Files that others published, through the command line; skipped where they are not at hand. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse, ROOT } from './command-line.ts'

const DATA = process.env['SWITCHYARD_REAL_DATA'] ?? path.resolve(ROOT, '../shared/data')
const isHere = existsSync(DATA)
if (!isHere) console.warn('skipped: these tests need the published files; set SWITCHYARD_REAL_DATA to their folder')

describe.skipIf(!isHere)('published change histories', () => {
  test.each(['backbone', 'express', 'haml', 'resque'])('%s has the truck factor and the single-author ratio of the paper', async name => {
    const folder = path.join(DATA, 'git', name)
    const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Record<string, number>
    const document = await analyse([
      '--contributions',
      path.join(folder, 'contributions.csv'),
      '--artifacts',
      path.join(folder, 'artifacts.csv'),
    ])
    expect(document.whole.artifacts).toBe(expected['files'])
    expect(document.whole.truckFactor).toBe(expected['truck_factor'])
    // Where the paper says 0.71 it has rounded.
    expect(document.whole.singleAuthorRatio).toBeCloseTo(expected['single_author_ratio']!, expected['single_author_ratio'] === 0.71 ? 2 : 5)
    expect(document.whole.currentTruckFactor).toBeNull()
  })
})

describe.skipIf(!isHere)('a published HRIS export', () => {
  test('imports as 370 people, and lines that lead nowhere are listed', async () => {
    const document = await analyse(['--people', path.join(DATA, 'hris/viva_org_sheet1.csv')])
    expect(document.inputs).toMatchObject([{ kind: 'people', rows: 370, accepted: 370, rejected: 0 }])
    expect(document.people).toHaveLength(370)
    expect(document.identity.unresolvedManagers.length).toBeGreaterThan(0)
  })
})

describe.skipIf(!isHere)('a published meetings export', () => {
  test('imports as it is', async () => {
    const document = await analyse(['--meetings', path.join(DATA, 'meetings/vivainsights_pq_data.csv')])
    expect(document.inputs).toMatchObject([{ kind: 'meetings', rejected: 0 }])
    expect(document.people).toHaveLength(300)
  })
})
