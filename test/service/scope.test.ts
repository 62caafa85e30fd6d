/** A workspace of systems and units only: no answer and no file names anybody. */
import fc from 'fast-check'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isMethod, type Method, methods, type Output, type ParsedInput } from '../../src/contract/contract.ts'
import { isColumns } from '../../src/contract/wire.ts'
import { hiddenUnits } from '../../src/service/without-people.ts'
import { writeReportFolder } from '../../src/service/report-folder.ts'
import { Session } from '../../src/service/session.ts'
import { testSqlite } from '../store/sqlite.ts'
import { startService, type TestService } from './service-fixture.ts'

const SAMPLE = path.join(import.meta.dirname, '../../fixtures/organisation')

async function ask<M extends Method>(service: TestService, method: M, input: ParsedInput<M>): Promise<Output<M>> {
  const checked = methods[method].input.parse(input) as ParsedInput<M> // the schema of the method's own input
  return methods[method].output.parse(await service.handlers[method](checked)) as Output<M> // the schema of its own output
}

async function withSample(): Promise<TestService> {
  const service = await startService()
  await ask(service, 'workspace.sample', {})
  await service.idle()
  return service
}

/** Every id, address and full name of the sample's people, as its table has them. */
async function personalTexts(service: TestService): Promise<readonly string[]> {
  const { dictionaries } = await ask(service, 'people.table', {})
  const addresses = (await readFile(path.join(SAMPLE, 'people.csv'), 'utf8')).match(/[\w.+-]+@[\w.-]+/g) ?? []
  return [...new Set([...dictionaries['person']!, ...dictionaries['name']!, ...addresses])].filter(text => text.length > 3)
}

function namedIn(text: string, personal: readonly string[]): string[] {
  const plain = (one: string) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return personal.filter(one => new RegExp(`(?<![\\p{L}\\p{N}])${plain(one)}(?![\\p{L}\\p{N}])`, 'u').test(text))
}

const written = (answer: unknown) => (isColumns(answer) ? JSON.stringify(answer.dictionaries) : JSON.stringify(answer))

const NARROW = { shows: 'systems_and_units', leastPeople: 5 } as const
const ABOUT_PEOPLE: readonly Method[] = [
  'imports.rows',
  'imports.changes',
  'imports.rejected',
  'profiles.get',
  'profiles.export',
  'identities.list',
  'identities.decide',
  'identities.bots',
  'identities.decideBot',
  'identities.undo',
  'systems.evidence',
  'systems.matrix',
  'fairness.get',
  'periods.compare',
  'people.find',
  'people.table',
  'people.get',
  'people.evidence',
  'routing.get',
  'organisation.rows',
  'leaders.get',
  'simulation.promote',
  'simulation.leave',
]

describe('in the sample organisation', () => {
  test('no answer of any method names anybody, and what is about people is refused in words', async () => {
    const service = await withSample()
    const personal = await personalTexts(service)
    expect(personal.length).toBeGreaterThan(200)
    const { dictionaries } = await ask(service, 'people.table', {})
    const somebody = dictionaries['person']![0]!
    const component = (
      await ask(service, 'systems.list', { filter: { text: '', verdict: null, mattersOnly: false }, sort: 'risk', page: 0 })
    ).rows
    const imports = (await ask(service, 'imports.list', { page: 0 })).rows
    const handle = service.adopt(path.join(SAMPLE, 'people.csv'))
    const inspected = await ask(service, 'imports.inspect', { files: [handle] })
    expect(namedIn(written(inspected), personal).length).toBeGreaterThan(0)

    const state = await ask(service, 'workspace.setScope', NARROW)
    expect(state.scope).toEqual(NARROW)
    const inputs: { readonly [M in Method]?: readonly unknown[] } = {
      'preferences.set': [{ theme: 'system', density: 'comfortable' }],
      'workspace.setScope': [NARROW],
      'purpose.set': [{ purpose: 'Which systems hang on one person', legalBasis: null, noticeDate: null }],
      'imports.inspect': [{ files: [handle] }],
      'imports.remap': [{ handle, mapping: { kind: 'people', columns: {} } }],
      'imports.rows': [{ handle, group: null, page: 0 }],
      'imports.changes': [{ change: 'new', page: 0 }],
      'imports.rejected': [{ handle, part: 0 }],
      'profiles.get': [{ name: 'Quarterly' }],
      'profiles.save': [{ name: 'Quarterly', mapping: inspected[0]!.mapping! }],
      'profiles.export': [{ name: 'Quarterly' }],
      'profiles.remove': [{ name: 'Quarterly' }],
      'profiles.import': [{ file: handle }],
      'identities.list': [{ page: 0 }],
      'identities.decide': [{ a: somebody, b: 'nobody', same: true }],
      'identities.bots': [{ page: 0 }],
      'identities.decideBot': [{ key: somebody, bot: true }],
      'identities.undo': [{ decision: 1 }],
      'imports.list': [{ page: 0 }],
      'imports.report': imports.map(entry => ({ import: entry.import, page: 0 })),
      'settings.set': [{ changes: {} }],
      'settings.count': [{ changes: {} }],
      'audit.list': [{ page: 0 }],
      'periods.compare': [{ from: '2026-03-31', to: '2026-06-30', page: 0 }],
      'jobs.cancel': [{ job: 'job-0' }],
      'systems.list': [{ filter: { text: '', verdict: null, mattersOnly: false }, sort: 'risk', page: 0 }],
      'systems.get': component.map(row => ({ component: row.component })),
      'systems.evidence': [{ component: component[0]!.component, person: null, page: 0 }],
      'systems.matrix': [{ components: [], people: 10 }],
      'systems.removal': [{ component: null }, ...component.map(row => ({ component: row.component }))],
      'organisation.get': [{ page: 0 }],
      'organisation.rows': [{ figure: { kind: 'agents' }, page: 0 }],
      'leaders.get': [{ filter: { text: '', show: 'all' }, page: 0 }],
      'people.find': [{ text: '', page: 0 }],
      'people.get': [{ person: somebody }],
      'people.evidence': [{ person: somebody, flag: null, page: 0 }],
      'simulation.promote': [{ people: [somebody] }],
      'simulation.leave': [{ people: [somebody] }],
    }
    // These open, close or change the workspace, or start a job; their answer is the state or the name of a job.
    const skipped: readonly Method[] = ['workspace.create', 'workspace.open', 'workspace.sample', 'workspace.restore', 'workspace.close']
    const jobs: readonly Method[] = ['imports.start', 'imports.undo', 'imports.redo', 'imports.check', 'analysis.start', 'periods.compute']
    let asked = 0
    for (const method of Object.keys(methods).filter(isMethod)) {
      if (skipped.includes(method) || jobs.includes(method)) continue
      for (const input of inputs[method] ?? [{}]) {
        const answer = await ask(service, method, input as never).then(
          value => ({ value }),
          (error: unknown) => ({ error: error as Error & { code: string } }),
        )
        asked++
        if (ABOUT_PEOPLE.includes(method)) expect(answer, method).toMatchObject({ error: { code: 'forbidden' } })
        const text = 'error' in answer ? `${answer.error.code} ${answer.error.message}` : written(answer.value)
        expect({ method, named: namedIn(text, personal) }).toEqual({ method, named: [] })
      }
    }
    expect(asked).toBeGreaterThan(40)
    const codes = (await ask(service, 'quality.get', {})).managers.problems.map(({ code }) => code)
    expect(codes.length).toBeGreaterThan(0)
    expect(codes).toEqual([...new Set(codes)])
    for (const event of service.events.slice(-20)) expect(namedIn(JSON.stringify(event), personal)).toEqual([])

    await ask(service, 'workspace.setScope', { ...NARROW, shows: 'people' })
    expect((await ask(service, 'people.get', { person: somebody })).person.personId).toBe(somebody)
    expect(service.faults).toEqual([])
  })

  test('no file of the report names anybody, one that an earlier report left is gone, and the chain says who changed what is shown', async () => {
    const service = await withSample()
    const personal = await personalTexts(service)
    const units = await unitsOf(service)
    const { location } = await ask(service, 'workspace.setScope', { shows: 'systems_and_units', leastPeople: 12 })
    await ask(service, 'workspace.close', {})
    const session = await Session.open(location, {
      sqlite: await testSqlite(),
      now: () => new Date(),
      process: { pid: process.pid, host: 'test' },
      runJob: () => {
        throw new Error('no job is started here')
      },
    })
    try {
      const folder = path.join(service.folder, 'report')
      await mkdir(folder)
      await writeFile(path.join(folder, 'people.csv'), personal.join('\n'))
      const document = session.document()!
      await writeReportFolder(folder, document)
      const files = await readdir(folder)
      expect(files.toSorted()).toEqual(['analysis.json', 'key-person-risk.csv', 'report.html', 'risk-register.csv'])
      for (const file of files)
        expect({ file, named: namedIn(await readFile(path.join(folder, file), 'utf8'), personal) }).toEqual({ file, named: [] })
      expect(await readFile(path.join(folder, 'report.html'), 'utf8')).toContain('systems and units only')
      expect(document.units.length).toBeGreaterThan(0)
      expect(document.units.every(({ people }) => people >= 12)).toBe(true)
      expect(document.scope).toEqual({ shows: 'systems_and_units', leastPeople: 12, unitsLeftOut: units - document.units.length })
      expect(session.workspace.audit().find(({ kind }) => kind === 'scope')?.detail).toEqual({
        shows: 'systems_and_units',
        leastPeople: 12,
      })
    } finally {
      await session.close()
    }
  })
})

/** How many units there are when all are shown. */
async function unitsOf(service: TestService): Promise<number> {
  const { location } = (await ask(service, 'workspace.current', {}))!
  await ask(service, 'workspace.close', {})
  const tools = { sqlite: await testSqlite(), now: () => new Date(), process: { pid: process.pid, host: 'test' } }
  const session = await Session.open(location, { ...tools, runJob: () => Promise.reject(new Error('no job')) as never })
  const { length } = session.document()!.units
  await session.close()
  await service.openAt(location)
  return length
}

/** Paths of a tree with the people directly in each. */
const treeArbitrary = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 9 })), { minLength: 1, maxLength: 14 }).map(entries => {
  const paths: string[] = []
  for (const [parent] of entries)
    paths.push(paths.length === 0 || parent % 4 === 0 ? `U${paths.length}` : `${paths[parent % paths.length]}/U${paths.length}`)
  return paths.map(unit => ({
    unit,
    people: paths.reduce((sum, other, at) => sum + (other === unit || other.startsWith(`${unit}/`) ? entries[at]![1] : 0), 0),
  }))
})

test('no unit under the limit is shown, nor can one be worked out by taking shown units from each other', () => {
  fc.assert(
    fc.property(treeArbitrary, fc.integer({ min: 3, max: 12 }), (units, least) => {
      const hidden = hiddenUnits(units, least)
      const shown = units.filter(({ unit }) => !hidden.has(unit))
      for (const { unit, people } of shown) {
        expect(people).toBeGreaterThanOrEqual(least)
        const below = shown.filter(other => other.unit.startsWith(`${unit}/`) && !other.unit.slice(unit.length + 1).includes('/'))
        const left = people - below.reduce((sum, other) => sum + other.people, 0)
        // All of them at once leave fewest: what stays hidden is nobody, or enough people.
        expect(left === 0 || left >= least).toBe(true)
      }
      const top = (list: typeof units) => list.filter(({ unit }) => !unit.includes('/')).reduce((sum, { people }) => sum + people, 0)
      const leftOfAll = top(units) - top(shown)
      expect(leftOfAll === 0 || leftOfAll >= least || shown.length === 0).toBe(true)
    }),
  )
})
