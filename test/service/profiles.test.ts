import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ParsedInput } from '../../src/contract/contract.ts'
import type { Mapping } from '../../src/ingest/mapping-model.ts'
import { Session } from '../../src/service/session.ts'
import { testSqlite } from '../store/sqlite.ts'
import { ask, startService, type TestService } from './service-fixture.ts'

const VENDOR: Mapping = {
  kind: 'people',
  columns: { person_id: 'Key', name: 'Who', title: 'Post' },
  formats: { hire_date: 'DMY' },
  fixes: [{ kind: 'replace', column: 'Post', from: 'Eng.', to: 'Engineer' }],
}
const QUARTERS = ['Key,Who,Post', 'K1,Ann,Eng.', 'K2,Bo,Cook']

async function service(): Promise<TestService> {
  const started = await startService()
  await ask(started, 'workspace.create', { name: 'Review' })
  return started
}

async function adopt(started: TestService, name: string, lines: readonly string[]): Promise<string> {
  const file = path.join(started.folder, name)
  await writeFile(file, [...lines, ''].join('\n'))
  return started.adopt(file)
}

const save = (started: TestService, input: ParsedInput<'profiles.save'>) => ask(started, 'profiles.save', input)
const inspect = async (started: TestService, handle: string) => (await ask(started, 'imports.inspect', { files: [handle] }))[0]!

describe('a saved mapping', () => {
  test('is listed with what it holds, newest first, and one of its name takes its place', async () => {
    const started = await service()
    await save(started, { name: 'Vendor', mapping: VENDOR })
    await save(started, { name: 'Other', mapping: { kind: 'history', columns: { person_id: 'Id', effective_date: '' } } })
    expect(await ask(started, 'profiles.list', {})).toMatchObject([
      { name: 'Other', kind: 'history', columns: 1, fixes: 0, preset: null },
      { name: 'Vendor', kind: 'people', columns: 3, fixes: 1, savedAt: '2026-05-05T06:07:08.000Z' },
    ])
    await save(started, { name: 'Vendor', mapping: { ...VENDOR, fixes: [] } })
    expect((await ask(started, 'profiles.list', {})).map(({ name, fixes }) => [name, fixes])).toEqual([
      ['Vendor', 0],
      ['Other', 0],
    ])
    expect(await ask(started, 'profiles.get', { name: 'Vendor' })).toEqual({ ...VENDOR, fixes: [], name: 'Vendor' })
  })

  test('is removed for good, and one that is not there is said not to be', async () => {
    const started = await service()
    await save(started, { name: 'Vendor', mapping: VENDOR })
    await ask(started, 'profiles.remove', { name: 'Vendor' })
    expect(await ask(started, 'profiles.list', {})).toEqual([])
    for (const question of [
      ask(started, 'profiles.get', { name: 'Vendor' }),
      ask(started, 'profiles.remove', { name: 'Vendor' }),
      ask(started, 'profiles.export', { name: 'Vendor' }),
    ])
      await expect(question).rejects.toMatchObject({ code: 'not-found' })
  })

  test('outlives the app', async () => {
    const started = await service()
    await save(started, { name: 'Vendor', mapping: VENDOR })
    await ask(started, 'workspace.close', {})
    const [recent] = await ask(started, 'workspace.recent', {})
    await ask(started, 'workspace.open', { recent: recent!.recent })
    expect(await ask(started, 'profiles.get', { name: 'Vendor' })).toEqual({ ...VENDOR, name: 'Vendor' })
  })

  test('saved at once with others is kept like them', async () => {
    const started = await service()
    await Promise.all(['A', 'B', 'C'].map(name => save(started, { name, mapping: VENDOR })))
    expect((await ask(started, 'profiles.list', {})).map(({ name }) => name).toSorted()).toEqual(['A', 'B', 'C'])
  })

  test('does not hold the day of one file', async () => {
    const started = await service()
    const mapping: Mapping = { ...VENDOR, constants: { effective_date: '2026-03-31', location: 'Bern' } }
    await save(started, { name: 'Vendor', mapping })
    expect((await ask(started, 'profiles.get', { name: 'Vendor' })).constants).toEqual({ location: 'Bern' })
    await save(started, { name: 'Vendor', mapping: { ...mapping, constants: { effective_date: '' } } })
    expect((await ask(started, 'profiles.get', { name: 'Vendor' })).constants).toEqual({ effective_date: '' })
  })

  test('too long to be sent is refused', async () => {
    const started = await service()
    const fixes = Array.from({ length: 2000 }, (_, index) => ({
      kind: 'replace' as const,
      column: 'Post',
      from: `${index}${'x'.repeat(380)}`,
      to: '',
    }))
    await expect(save(started, { name: 'Long', mapping: { ...VENDOR, fixes } })).rejects.toMatchObject({ code: 'bad-input' })
    expect(await ask(started, 'profiles.list', {})).toEqual([])
  })
})

describe('a file', () => {
  test('is read by the newest profile that fits it, with its fixes', async () => {
    const started = await service()
    await save(started, { name: 'Old', mapping: { ...VENDOR, fixes: [] } })
    await save(started, { name: 'Vendor', mapping: VENDOR })
    await save(started, { name: 'Elsewhere', mapping: { ...VENDOR, columns: { ...VENDOR.columns, level: 'Grade' } } })
    const handle = await adopt(started, 'q2.csv', QUARTERS)
    const inspected = await inspect(started, handle)
    expect(inspected).toMatchObject({ kind: 'people', usable: true, profile: 'Vendor', fittingProfiles: ['Vendor', 'Old'] })
    expect(inspected.mapping).toMatchObject({ name: 'Vendor', columns: VENDOR.columns, fixes: VENDOR.fixes })
    await ask(started, 'imports.check', { files: [{ handle, mapping: inspected.mapping! }] })
    await started.idle()
    expect((await ask(started, 'imports.review', {})).files[0]!.fixes).toEqual([{ fix: VENDOR.fixes![0], applied: 1 }])
  })

  test('without the headers of a profile, or without its must fields, is not read by it', async () => {
    const started = await service()
    await save(started, { name: 'Vendor', mapping: VENDOR })
    await save(started, { name: 'Keyless', mapping: { kind: 'people', columns: { name: 'Who' } } })
    const lacking = await inspect(started, await adopt(started, 'a.csv', ['Key,Who', 'K1,Ann']))
    expect([lacking.profile, lacking.fittingProfiles]).toEqual([null, []])
    expect((await inspect(started, await adopt(started, 'b.csv', QUARTERS))).fittingProfiles).toEqual(['Vendor'])
  })

  test('whose header stands below titles is found by a profile that says so', async () => {
    const started = await service()
    const titled = ['Export of all staff', 'as of today', '', ...QUARTERS]
    await save(started, { name: 'Titled', mapping: { ...VENDOR, dialect: { headerLine: 4 } } })
    expect((await inspect(started, await adopt(started, 'titled.csv', titled))).profile).toBe('Titled')
  })

  test('read again goes by a profile as long as its mapping is that profile’s', async () => {
    const started = await service()
    await save(started, { name: 'Vendor', mapping: VENDOR })
    const handle = await adopt(started, 'q2.csv', QUARTERS)
    const { mapping } = await inspect(started, handle)
    const remap = async (said: Mapping) => (await ask(started, 'imports.remap', { handle, mapping: said })).profile
    expect(await remap(mapping!)).toBe('Vendor')
    expect(await remap({ ...VENDOR, name: 'Vendor' })).toBe('Vendor')
    expect(await remap({ ...mapping!, fixes: [] })).toBeNull()
    expect(await remap({ ...VENDOR })).toBeNull()
    expect(await remap({ kind: 'people', columns: {}, name: 'Vendor' })).toBeNull()
  })

  test('read again is read exactly as said', async () => {
    const started = await service()
    const handle = await adopt(started, 'people-2026-03-31.csv', ['Key,Who,Started,gender', 'K1,Ann,03.04.2020,woman', 'K2,Bo,,man'])
    const inspected = await ask(started, 'imports.remap', {
      handle,
      mapping: { kind: 'people', columns: { person_id: 'Key', name: 'Who', hire_date: 'Started' } },
    })
    expect(inspected).toMatchObject({ kind: 'people', usable: true, statedOn: '2026-03-31', surveyedRows: 2, profile: null })
    expect(inspected.fields.find(({ field }) => field === 'name')).toEqual({
      field: 'name',
      confidence: 1,
      filled: 1,
      samples: ['Ann', 'Bo'],
    })
    expect(inspected.fields.find(({ field }) => field === 'hire_date')).toMatchObject({ filled: 0.5, samples: ['03.04.2020'] })
    expect(inspected.dates).toMatchObject([{ field: 'hire_date', header: 'Started' }])
    expect(inspected.mapping!.constants).toEqual({ effective_date: '2026-03-31' })
    expect(JSON.stringify(inspected)).not.toContain('woman')
    const broken = await ask(started, 'imports.remap', { handle, mapping: { kind: 'people', columns: { person_id: 'Nowhere' } } })
    expect(broken).toMatchObject({ usable: false, kind: 'people' })
    expect(broken.problems).toContainEqual(expect.objectContaining({ severity: 'fatal', code: 'missing-column' }))
  })
})

describe('a profile as a file', () => {
  test('is what --mapping reads, and comes back the same', async () => {
    const started = await service()
    await save(started, { name: 'Vendor / Q2', mapping: VENDOR })
    const { name, text } = await ask(started, 'profiles.export', { name: 'Vendor / Q2' })
    expect(name).toBe('Vendor - Q2.json')
    await ask(started, 'profiles.remove', { name: 'Vendor / Q2' })
    const imported = await ask(started, 'profiles.import', { file: await adopt(started, name, [text]) })
    expect(imported).toMatchObject([{ name: 'Vendor / Q2', fixes: 1 }])
    expect(await ask(started, 'profiles.get', { name: 'Vendor / Q2' })).toEqual({ ...VENDOR, name: 'Vendor / Q2' })
  })

  test('is called like the file where it has no name', async () => {
    const started = await service()
    const mappings = [{ kind: 'components', columns: { component: 'sys' } }, { ...VENDOR }]
    const several = await ask(started, 'profiles.import', { file: await adopt(started, 'north.json', [JSON.stringify({ mappings })]) })
    expect(several.map(({ name }) => name)).toEqual(['north (components)', 'north (people)'])
    const one = await ask(started, 'profiles.import', { file: await adopt(started, 'south.json', [JSON.stringify(VENDOR)]) })
    expect(one.map(({ name }) => name)).toEqual(['south'])
  })

  test('that cannot be read says why, and nothing is saved', async () => {
    const started = await service()
    const wrong = JSON.stringify({ mappings: [VENDOR, { kind: 'history', columns: { shoe: 'x' } }] })
    await expect(ask(started, 'profiles.import', { file: await adopt(started, 'wrong.json', [wrong]) })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/shoe/),
    })
    expect(await ask(started, 'profiles.list', {})).toEqual([])
  })
})

test('the audit chain knows that profiles changed, and not what they hold', async () => {
  const started = await service()
  await save(started, { name: 'Vendor of Secrets', mapping: VENDOR })
  const { location } = (await ask(started, 'workspace.current', {}))!
  await ask(started, 'workspace.close', {})
  const session = await Session.open(location, {
    sqlite: await testSqlite(),
    now: () => new Date(0),
    process: { pid: process.pid, host: 'test' },
    runJob: () => {
      throw new Error('No job runs here')
    },
  })
  try {
    const audit = session.workspace.audit()
    expect(audit.some(({ kind }) => kind === 'setting')).toBe(true)
    expect(JSON.stringify(audit)).not.toContain('Secrets')
    expect((await readFile(path.join(location, 'review.db'))).includes('Secrets')).toBe(true)
  } finally {
    await session.close()
  }
})
