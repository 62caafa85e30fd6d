/** Settings of the method through the service: listed, set, undone, counted, and what becomes of results made with others. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Method, methods, type Output, type ParsedInput } from '../../src/contract/contract.ts'
import { BANDS, PATTERNS } from '../../src/domain/flag.ts'
import { Workspace } from '../../src/store/workspace.ts'
import { writeFiles } from '../cli/csv-files.ts'
import { MEMBERS, smallOrganisation } from '../cli/small-organisation.ts'
import { testSqlite } from '../store/sqlite.ts'
import { startService, type TestService } from './service-fixture.ts'

/** Asks as a host does: what goes in and what comes out is held against the contract. */
async function ask<M extends Method>(service: TestService, method: M, input: ParsedInput<M>): Promise<Output<M>> {
  const checked = methods[method].input.parse(input) as ParsedInput<M> // the schema of the method's own input
  const answer = await service.handlers[method](checked)
  return methods[method].output.parse(answer) as Output<M> // the schema of the method's own output
}

const organisation = smallOrganisation()

type Counts = Output<'settings.count'>
const sum = (counts: Counts['patterns'][number]['inResult'] | null) => BANDS.reduce((total, band) => total + (counts?.[band] ?? 0), 0)
/** Flags as the table of people has them: two bits a pattern. */
async function flagsRaised(service: TestService) {
  const { arrays } = await ask(service, 'people.table', {})
  return PATTERNS.map((_, pattern) => {
    const bands = [...arrays['flags']!].map(bits => (bits >>> (2 * pattern)) & 3)
    return Object.fromEntries(BANDS.map((band, at) => [band, bands.filter(one => one === at + 1).length]))
  })
}

const settingIn = ({ groups }: Output<'settings.get'>, name: string) =>
  groups.flatMap(({ settings }) => settings).find(({ setting }) => setting === name)!

async function withSample(): Promise<TestService> {
  const service = await startService()
  await ask(service, 'workspace.sample', {})
  await service.idle()
  return service
}

describe('in the sample organisation', () => {
  test('settings are set, results are stale until they are made again, counted flags are the flags then raised, and it is undone', async () => {
    const service = await withSample()
    const before = await ask(service, 'settings.get', {})
    expect(before.awaiting).toEqual([])
    for (const setting of before.groups.flatMap(({ settings }) => settings)) {
      expect(setting.value).toEqual(setting.default)
      expect(setting.inResult).toEqual(setting.value)
    }

    const changes = { 'builder_trap.builderPaceRatio': 3, 'routes.chanceCount': 5, 'enabler_trap.enablerPaceRatio': 1 }
    const counted = await ask(service, 'settings.count', { changes })
    expect(counted.needRecalculation).toEqual([])
    expect(counted.patterns.map(({ inResult }) => inResult)).toEqual(await flagsRaised(service))
    expect(sum(counted.patterns[0]!.inResult)).toBeGreaterThan(0)
    expect(counted.patterns.some(({ inResult, withChanges }) => sum(inResult) !== sum(withChanges))).toBe(true)

    const set = await ask(service, 'settings.set', { changes })
    expect(set.awaiting).toEqual(Object.keys(changes).toSorted())
    expect(settingIn(set, 'routes.chanceCount')).toMatchObject({ value: 5, inResult: 1, default: 1 })
    expect(await ask(service, 'workspace.current', {})).toMatchObject({ analysis: { status: 'stale' } })
    expect(await ask(service, 'settings.count', { changes: {} })).toEqual(counted)

    await ask(service, 'analysis.start', { asOf: null })
    await service.idle()
    expect(await ask(service, 'workspace.current', {})).toMatchObject({ analysis: { status: 'current' } })
    const made = await ask(service, 'settings.count', { changes: {} })
    expect(await flagsRaised(service)).toEqual(counted.patterns.map(({ withChanges }) => withChanges))
    expect(made.patterns.map(({ inResult }) => inResult)).toEqual(counted.patterns.map(({ withChanges }) => withChanges))
    expect(made.patterns.map(({ withChanges }) => withChanges)).toEqual(made.patterns.map(({ inResult }) => inResult))

    const undone = await ask(service, 'settings.set', { changes: set.former })
    expect(
      undone.groups.flatMap(({ settings }) => settings).filter(({ value, default: usual }) => value !== usual && !Array.isArray(value)),
    ).toEqual([])
    const back = await ask(service, 'settings.count', { changes: {} })
    expect(back.patterns.map(({ withChanges }) => withChanges)).toEqual(counted.patterns.map(({ inResult }) => inResult))
  })

  test('what needs a new analysis is named and not counted', async () => {
    const service = await withSample()
    const counted = await ask(service, 'settings.count', { changes: { windowMonths: 6, 'kinds.review.weightHours': 2 } })
    expect(counted.needRecalculation).toEqual(expect.arrayContaining(['kinds.review.weightHours', 'windowMonths']))
  })

  test('a value that cannot be used is named, and nothing is changed', async () => {
    const service = await withSample()
    const before = await ask(service, 'settings.get', {})
    const wrong = { windowMonths: 0, 'routes.handsOnRatio': 'half', nothing: 1, 'builder_trap.builderOwnEffort': 0.3 }
    const refused = ask(service, 'settings.set', { changes: wrong })
    await expect(refused).rejects.toMatchObject({ code: 'bad-input' })
    await expect(refused).rejects.toThrow(/windowMonths: 0 cannot be used: this takes a whole number from 1 to 60 \(months\)\./)
    await expect(refused).rejects.toThrow(/nothing: This is no setting of the method\./)
    expect(await ask(service, 'settings.get', {})).toEqual(before)
  })

  test('the chain says which settings were changed, from what and to what', async () => {
    const service = await withSample()
    await ask(service, 'settings.set', { changes: { windowMonths: 18, 'titles.individual': ['Chapter Lead'] } })
    await ask(service, 'settings.set', { changes: { windowMonths: null, 'titles.individual': null } })
    const { location } = (await ask(service, 'workspace.current', {}))!
    await ask(service, 'workspace.close', {})
    const workspace = await Workspace.open(location, {
      sqlite: await testSqlite(),
      now: () => new Date(),
      process: { pid: process.pid, host: 'test' },
    })
    const entries = workspace.audit().filter(({ kind }) => kind === 'settings')
    await workspace.close()
    expect(entries[0]!.detail).toEqual({ windowMonths: '18 to default', 'titles.individual': 'own titles to default' })
    expect(entries[1]!.detail).toEqual({ windowMonths: 'default to 18', 'titles.individual': 'default to own titles' })
    expect(path.isAbsolute(location)).toBe(true)
  })
})

test("a kind of the organisation's own stands in the list, and carries effort once it is mapped", async () => {
  const service = await startService()
  await ask(service, 'workspace.create', { name: 'Own kinds' })
  const contributions = organisation.contributions.map((row, index) => (index % 3 === 0 ? { ...row, kind: 'rollout' } : row))
  const words = await writeFiles(path.join(service.folder, 'files'), { ...organisation, contributions })
  const handles = words.filter((_, index) => index % 2 === 1).map(file => service.adopt(file))
  const inspected = await ask(service, 'imports.inspect', { files: handles })
  await ask(service, 'imports.start', { files: inspected.map(({ handle, mapping }) => ({ handle, mapping: mapping! })) })
  await service.idle()
  const before = await ask(service, 'settings.get', {})
  expect(settingIn(before, 'kinds.rollout.mode')).toMatchObject({ value: 'unmapped', countsLive: false })
  const keysOf = (member: (typeof MEMBERS)[number]): (string | undefined)[] => [member.id, member.email, member.login]
  const { id } = MEMBERS.find(member => contributions.some(({ kind, person }) => kind === 'rollout' && keysOf(member).includes(person)))!
  const effortOf = async () => (await ask(service, 'people.get', { person: id })).person.modes
  const modes = await effortOf()

  const changes = { 'kinds.rollout.mode': 'govern', 'kinds.rollout.weightHours': 20 }
  const set = await ask(service, 'settings.set', { changes })
  expect(set.awaiting).toEqual(['kinds.rollout.mode', 'kinds.rollout.weightHours'])
  await ask(service, 'analysis.start', { asOf: null })
  await service.idle()
  expect((await effortOf())?.govern ?? 0).toBeGreaterThan(modes?.govern ?? 0)
  const after = await ask(service, 'settings.get', {})
  expect(after.awaiting).toEqual([])
  expect(settingIn(after, 'kinds.rollout.mode')).toMatchObject({ value: 'govern', inResult: 'govern', default: 'unmapped' })
  const quality = (await ask(service, 'systems.summary', {})).quality
  expect(JSON.stringify(quality)).not.toContain('rollout')
})
