import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Method, methods, type Output, type ParsedInput } from '../../src/contract/contract.ts'
import { writeFiles } from '../cli/csv-files.ts'
import { smallOrganisation } from '../cli/small-organisation.ts'
import { startService, type TestService } from './service-fixture.ts'

const organisation = smallOrganisation()
const [FROM, TO] = ['2024-09-30', '2024-12-31']

async function ask<M extends Method>(service: TestService, method: M, input: ParsedInput<M>): Promise<Output<M>> {
  const answer = await service.handlers[method](methods[method].input.parse(input) as ParsedInput<M>) // the method's own schema
  return methods[method].output.parse(answer) as Output<M> // the method's own schema
}

type Rows = Partial<typeof organisation>

async function take(service: TestService, files: Rows, folder: string): Promise<void> {
  const written = await writeFiles(path.join(service.folder, folder), files)
  const handles = written.filter((_, index) => index % 2 === 1).map(file => service.adopt(file))
  const inspected = await ask(service, 'imports.inspect', { files: handles })
  const requests = inspected.map(({ handle, mapping }) => ({ handle, mapping: mapping! }))
  await ask(service, 'imports.start', { files: requests })
  await service.idle()
}

async function withWorkspace(files: Rows = organisation): Promise<TestService> {
  const service = await startService()
  await ask(service, 'workspace.create', { name: 'Review' })
  await take(service, files, 'files')
  return service
}

async function compute(service: TestService, ...asOf: string[]): Promise<void> {
  await ask(service, 'periods.compute', { asOf })
  await service.idle()
  expect(service.eventsOf('job.ended').at(-1)).toMatchObject({ outcome: 'done' })
}

const compare = (service: TestService) => ask(service, 'periods.compare', { from: FROM, to: TO, page: 0 })
const periodOf = async (service: TestService, asOf: string) =>
  (await ask(service, 'periods.list', {})).periods.find(period => period.asOf === asOf)

const contribution = (day: string, number: number, cells: Record<string, string> = {}) => ({
  ...organisation.contributions[0]!,
  contribution_id: `late-${number}`,
  occurred_at: day,
  ...cells,
})

describe('periods', () => {
  test('are the quarter ends with a whole window before them, none computed at first', async () => {
    const service = await withWorkspace()
    const { periods } = await ask(service, 'periods.list', {})
    expect(periods.length).toBeGreaterThan(4)
    expect(periods.every(({ asOf, isQuarterEnd }) => isQuarterEnd && /-(03-31|06-30|09-30|12-31)$/.test(asOf))).toBe(true)
    expect(periods.every(({ computed }) => computed === null)).toBe(true)
    const { analysis } = (await ask(service, 'workspace.current', {}))!
    expect(periods.at(-1)!.asOf <= analysis.asOf!).toBe(true)
    await expect(compare(service)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/2024-09-30 and 2024-12-31/) as string,
    })
  }, 60_000)

  test('stand beside the analysis of the current day, which stays as it is', async () => {
    const service = await withWorkspace()
    const before = [await ask(service, 'workspace.current', {}), await ask(service, 'systems.summary', {})]
    await compute(service, TO, FROM)
    expect(await periodOf(service, FROM)).toMatchObject({ computed: { stale: [], settings: [] } })
    expect([await ask(service, 'workspace.current', {}), await ask(service, 'systems.summary', {})]).toEqual(before)
  }, 60_000)

  test('differ by the work in between where records and settings are the same', async () => {
    const service = await withWorkspace()
    await compute(service, FROM, TO)
    const { steps, people, systems } = await compare(service)
    expect(steps.map(({ cause }) => cause)).toEqual(['behaviour'])
    const between = organisation.contributions.filter(
      row => row['occurred_at']!.slice(0, 10) > FROM && row['occurred_at']!.slice(0, 10) <= TO,
    )
    expect(between.length).toBeGreaterThan(0)
    expect(steps[0]!.words[0]).toMatch(/^Between 2024-09-30 and 2024-12-31 \d+ contributions of \d+ people came in\.$/)
    for (const { causes } of [...people.rows, ...systems.rows]) expect(causes).toEqual(['behaviour'])
  }, 60_000)

  test('are told from other records where rows of an earlier day came in later', async () => {
    const service = await withWorkspace()
    await compute(service, FROM, TO)
    const told = (await periodOf(service, FROM))!.computed!
    // Ten new artifacts that one person alone made, before the earlier day.
    const rows = Array.from({ length: 10 }, (_, number) =>
      contribution('2024-06-03', number, { component: 'Backfilled', artifact: `b${number}.ts`, kind: 'commit', change: 'added' }),
    )
    await take(service, { contributions: rows }, 'later')
    expect((await periodOf(service, FROM))!.computed).toMatchObject({ stale: ['data'], dataDigest: told.dataDigest })
    await compute(service, FROM, TO)
    expect((await periodOf(service, FROM))!.computed!.dataDigest).not.toBe(told.dataDigest)
    const { steps, systems } = await compare(service)
    expect(steps.map(({ cause }) => cause)).toEqual(['data', 'behaviour'])
    expect(steps[0]!.words).toEqual(['The records dated up to 2024-09-30 are not those it was first told from: 10 contributions more.'])
    expect(systems.rows.find(({ component }) => component === 'Backfilled')).toMatchObject({ before: null, causes: ['data'] })
  }, 60_000)

  test('are told from the same records where only later rows came in', async () => {
    const service = await withWorkspace()
    await compute(service, FROM)
    const { dataDigest } = (await periodOf(service, FROM))!.computed!
    await take(service, { contributions: [contribution('2025-01-15', 1)] }, 'later')
    expect((await periodOf(service, FROM))!.computed!.stale).toEqual(['data'])
    await compute(service, FROM, TO)
    expect((await periodOf(service, FROM))!.computed!.dataDigest).toBe(dataDigest)
    expect((await compare(service)).steps.map(({ cause }) => cause)).toEqual(['behaviour'])
  }, 60_000)

  test('are told by another rule where a setting changed, and of both the parts are told apart', async () => {
    const service = await withWorkspace()
    await compute(service, FROM, TO)
    await ask(service, 'settings.set', { changes: { coverageLine: 0.85 } })
    await service.idle()
    expect((await periodOf(service, FROM))!.computed!.stale).toEqual(['settings'])
    await compute(service, FROM, TO)
    const { steps, systems } = await compare(service)
    expect(steps.map(({ cause }) => cause)).toEqual(['settings', 'behaviour'])
    expect(steps[0]!.words).toEqual(['The setting coverageLine was 0.5 and is 0.85.'])
    expect(systems.rows.some(({ causes }) => causes.includes('settings'))).toBe(true)

    const late = Array.from({ length: 3 }, (_, number) => contribution('2024-06-03', number))
    await take(service, { contributions: late }, 'later')
    await ask(service, 'settings.set', { changes: { coverageLine: null } })
    await service.idle()
    await compute(service, FROM, TO)
    const both = await compare(service)
    expect(both.steps.map(({ cause }) => cause)).toEqual(['data', 'settings', 'behaviour'])
    expect(both.steps[0]!.words[0]).toMatch(/3 contributions more/)
    expect(both.steps[1]!.words).toEqual(['The setting coverageLine was 0.85 and is 0.5.'])
  }, 120_000)

  test('of an undone import are computed anew only when asked, and refuse a day before all records', async () => {
    const service = await withWorkspace()
    await compute(service, FROM, TO)
    const { rows } = await ask(service, 'imports.list', { page: 0 })
    await ask(service, 'imports.undo', { import: rows.find(({ kind }) => kind === 'meetings')!.import })
    await service.idle()
    expect((await periodOf(service, FROM))!.computed!.stale).toEqual(['data'])
    await expect(compare(service)).rejects.toMatchObject({ code: 'conflict' })
    await ask(service, 'periods.compute', { asOf: ['2001-01-01'] })
    await service.idle()
    expect(service.eventsOf('job.ended').at(-1)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/2001-01-01/) as string,
    })
    expect(service.faults).toEqual([])
  }, 60_000)
})
