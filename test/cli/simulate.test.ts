import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AnalysisDocument } from '../../src/contract/analysis.ts'
import { departureSchema } from '../../src/contract/systems.ts'
import { analyse, freshFolder, refuse, succeed } from './command-line.ts'
import { writeFiles } from './csv-files.ts'
import { smallOrganisation, STRANGER } from './small-organisation.ts'

let workspace: string
let document: AnalysisDocument
beforeAll(async () => {
  const folder = await freshFolder()
  workspace = path.join(folder, 'Review.switchyard')
  document = await analyse(['--workspace', workspace, ...(await writeFiles(folder, smallOrganisation()))])
})

const simulate = async (...leave: string[]) =>
  z.parse(
    departureSchema,
    JSON.parse(await succeed(['simulate', '--workspace', workspace, ...leave.flatMap(list => ['--leave', list]), '--json'])),
  )

/** Those who are authors of most, the first of them first. */
const authors = () => document.whole.currentRemoval!.removed

describe('people leaving', () => {
  test('one person: what is lost is told per system, and coverage never rises', async () => {
    const [first] = authors()
    const departure = await simulate(first!)
    expect(departure.leavers).toEqual([{ personId: first, name: document.people.find(person => person.personId === first)!.name }])
    expect(departure.coverage.before).toBe(document.whole.currentRemoval!.coverage[0])
    expect(departure.coverage.after).toBe(document.whole.currentRemoval!.coverage[1])
    for (const { coverage } of departure.components) expect(coverage.after!).toBeLessThanOrEqual(coverage.before!)
    for (const { successors } of departure.components) expect(successors.every(one => one.personId !== first)).toBe(true)
  })

  test('several people at once, in whichever order and however listed', async () => {
    const [a, b, c] = authors()
    const departure = await simulate(`${a},${b},${c}`)
    expect(departure.coverage.after).toBe(document.whole.currentRemoval!.coverage[3])
    expect(await simulate(c!, `${b}, ${a}`, a!)).toEqual(departure)
  })

  test('somebody outside the people file can leave as well', async () => {
    const departure = await simulate(STRANGER.key)
    expect(departure.leavers).toEqual([{ personId: STRANGER.key, name: STRANGER.name }])
  })

  test('in words, without invented figures', async () => {
    const [first] = authors()
    const said = await succeed(['simulate', '--workspace', workspace, '--leave', first!])
    expect(said).toContain('left:')
    expect(said).toContain('without an author')
    expect(said).not.toMatch(/\bNaN\b|\bundefined\b|\bnull\b/)
  })
})

test('nobody of that id is refused, and what an id is is said', async () => {
  const said = await refuse(['simulate', '--workspace', workspace, '--leave', `${authors()[0]},NOBODY-1`])
  expect(said).toContain('"NOBODY-1"')
  expect(said).toContain('people file')
})

test('a simulation changes nothing', async () => {
  await simulate(authors()[0]!)
  expect(await analyse(['--workspace', workspace])).toEqual(document)
})

test('after another import the analysis is made anew first', async () => {
  const folder = await freshFolder()
  const { contributions } = smallOrganisation()
  const other = path.join(folder, 'Other.switchyard')
  const [, file] = await writeFiles(folder, { contributions: contributions.slice(0, 100) })
  await succeed(['import', '--workspace', other, '--contributions', file!])
  const departure = JSON.parse(await succeed(['simulate', '--workspace', other, '--leave', STRANGER.key, '--json'])) as {
    leavers: unknown[]
  }
  expect(departure.leavers).toHaveLength(1)
})
