import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnalysisDocument } from '../../src/contract/analysis.ts'
import { analyse, freshFolder, refuse, succeed } from './command-line.ts'
import { writeCsv, writeFiles } from './csv-files.ts'
import { type Files, KINDS, mustColumnsOnly, optionOf, smallOrganisation } from './small-organisation.ts'

const all = smallOrganisation()
const must: Files = {
  people: mustColumnsOnly('people', all.people),
  history: mustColumnsOnly('history', all.history),
  contributions: mustColumnsOnly('contributions', all.contributions),
  meetings: mustColumnsOnly('meetings', all.meetings),
  components: mustColumnsOnly('components', all.components),
  work_items: mustColumnsOnly('work_items', all.work_items),
  artifacts: mustColumnsOnly('artifacts', all.artifacts),
}
let folder: string
beforeAll(async () => {
  folder = await freshFolder()
  await writeFiles(folder, must)
})
const files = (...kinds: (typeof KINDS)[number][]) => kinds.flatMap(kind => [optionOf(kind), path.join(folder, `${kind}.csv`)])

/** What a figure that nobody knows must never look like. */
const INVENTED = /\bNaN\b|\bundefined\b|\bnull\b|Infinity|\[object/

describe.each(KINDS)('a %s file with nothing but its must-have columns', kind => {
  test('is analysed, and what is missing is said with its cost', async () => {
    const document = await analyse(files(kind))
    expect(document.quality.length).toBeGreaterThan(0)
    expect(document.quality.every(entry => entry.cost.length > 10)).toBe(true)
  })

  test('leads to words without invented figures', async () => {
    expect(await succeed(['analyze', ...files(kind)])).not.toMatch(INVENTED)
  })
})

describe('contributions alone', () => {
  let document: AnalysisDocument
  beforeAll(async () => {
    document = await analyse(files('contributions'))
  })

  test('make the people out of who contributes', () => {
    expect(document.people.length).toBeGreaterThan(12)
    expect(document.people.every(person => !person.inHris && person.employed === null)).toBe(true)
    expect(document.identity.joinedContributions).toBeNull()
    expect(document.identity.peopleInHris).toBe(0)
  })

  test('name no system, so nothing is said of who keeps what', () => {
    expect(document.components).toEqual([])
    expect(document.whole).toMatchObject({
      artifacts: 0,
      truckFactor: null,
      currentTruckFactor: null,
      prunedTruckFactor: null,
      currentTruckFactorMembers: null,
      coverageCurve: null,
      currentRemoval: null,
      nearLine: null,
      singleAuthorRatio: null,
    })
  })

  test('still tell what kind of work everybody does', () => {
    const shares = document.people.flatMap(person =>
      person.modes ? [Object.values(person.modes).reduce((sum, share) => sum + share, 0)] : [],
    )
    expect(shares.length).toBeGreaterThan(10)
    for (const sum of shares) expect(sum).toBeCloseTo(1, 5)
  })

  test('lack the columns that the answer names', () => {
    const missing = new Set(document.quality.flatMap(entry => entry.missing))
    expect([...missing].join(' ')).toMatch(/people/)
    expect([...missing].join(' ')).toMatch(/artifact/)
  })
})

test('people and contributions by must-have columns join by person id alone', async () => {
  const document = await analyse(files('people', 'contributions'))
  const joined = document.identity.joinedContributions
  expect(joined).toBeGreaterThan(0.2)
  expect(joined).toBeLessThan(0.5)
  const inFile = document.people.filter(person => person.inHris)
  expect(inFile).toHaveLength(12)
  expect(
    inFile.every(person => person.name === null && person.title === null && person.orgUnit === null && person.managerId === null),
  ).toBe(true)
})

test('people alone keep every unknown figure empty', async () => {
  const document = await analyse(files('people'))
  expect(document.asOf).toBeNull()
  expect(document.window).toBeNull()
  for (const person of document.people)
    expect(person).toMatchObject({
      modes: null,
      effortHours: null,
      observedWeeks: null,
      buildPace: null,
      exposure: null,
      keeps: [],
      flags: [],
    })
})

test('components alone are named and not judged', async () => {
  const document = await analyse(files('components'))
  expect(document.components.map(entry => entry.component)).toEqual(['Gateway', 'Ledger', 'Warehouse'])
  for (const entry of document.components)
    expect(entry).toMatchObject({ keepers: null, truckFactor: null, exposure: null, effectiveContributors: null, criticalityAssumed: true })
})

describe.each(KINDS.flatMap(kind => Object.keys(must[kind][0] ?? {}).map(column => [kind, column] as const)))(
  'a %s file without %s',
  (kind, column) => {
    test('is refused by the name of the column', async () => {
      const rows = must[kind].map(row => ({ ...Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)), remark: 'x' }))
      const file = await writeCsv(path.join(folder, `without-${kind}-${column}.csv`), rows)
      const said = await refuse(['analyze', optionOf(kind), file])
      expect(said).toContain(path.basename(file))
      expect(said).toContain(column)
      expect(said).toContain('line 1')
    })
  },
)
