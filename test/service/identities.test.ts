import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InputKind } from '../../src/domain/input-kind.ts'
import { DATA, openBeside } from '../../src/store/database-file.ts'
import { select } from '../../src/store/sqlite.ts'
import { testSqlite } from '../store/sqlite.ts'
import { ask, startService, type TestService } from './service-fixture.ts'

const PEOPLE = [
  'person_id,name,email,manager_id,title',
  'E1,Ann-Kathrin Müller,ann@x.example,,Head of Engineering',
  'E2,Bo Ek,bo@x.example,E1,Engineer',
  'E3,Cy Day,cy@x.example,E1,Engineer',
  'E4,Cyrus Day,CY@x.example,E3,Engineer',
]

/** One commit an hour on each of nine days, so that nobody could have done it. */
const TIRELESS = Array.from({ length: 9 * 24 }, (_, index) => {
  const [day, hour] = [Math.floor(index / 24) + 1, index % 24]
  return `sync@x.example,2026-03-0${day}T${String(hour).padStart(2, '0')}:30:00Z,commit,Ledger,sync.ts`
})
const CONTRIBUTIONS = [
  'person,occurred_at,kind,component,artifact',
  ...['E1', 'E2', 'E3', 'E4', 'ann.kathrin@home.example', 'deploy-bot', 'dependabot[bot]'].flatMap((person, index) =>
    Array.from({ length: index + 3 }, (_, day) => `${person},2026-02-1${day}T10:00:00Z,commit,Ledger,${person}.ts`),
  ),
  'Ann Kathrin Muller,2026-02-10T10:00:00Z,commit,Ledger,other.ts',
  ...TIRELESS,
]

async function withFiles(files: Partial<Record<InputKind, readonly string[]>>): Promise<TestService> {
  const service = await startService()
  await ask(service, 'workspace.create', { name: 'Review' })
  const requests = []
  for (const [kind, lines] of Object.entries(files)) {
    const file = path.join(service.folder, `${kind}.csv`)
    await writeFile(file, `${lines.join('\n')}\n`)
    requests.push({ handle: service.adopt(file), mapping: { kind: kind as InputKind, columns: {} } }) // the keys are kinds
  }
  await ask(service, 'imports.start', { files: requests })
  await service.idle()
  expect((await ask(service, 'workspace.current', {}))?.analysis.status).toBe('current')
  return service
}

const everything = () => withFiles({ people: PEOPLE, contributions: CONTRIBUTIONS })

/** Of the stored result: the document and each block. */
async function resultBytes(service: TestService): Promise<string> {
  const { location } = (await ask(service, 'workspace.current', {}))!
  const data = await openBeside(location, DATA, { sqlite: await testSqlite() })
  try {
    const hash = createHash('sha256')
    const cells = [
      ...select(data, 'SELECT digest, document FROM result', [], row => row),
      ...select(data, 'SELECT name, bytes FROM result_block ORDER BY name', [], row => row),
    ].flat()
    for (const cell of cells) hash.update(cell instanceof Uint8Array ? cell : String(cell))
    return hash.digest('hex')
  } finally {
    data.close()
  }
}

const ids = async (service: TestService) =>
  (await ask(service, 'people.find', { text: '', page: 0 })).rows.map(({ personId }) => personId).toSorted()
const contributionsOf = async (service: TestService, person: string) => (await ask(service, 'people.get', { person })).contributions
const suggestions = async (service: TestService) => (await ask(service, 'identities.list', { page: 0 })).rows
const bots = async (service: TestService) => (await ask(service, 'identities.bots', { page: 0 })).rows

describe('suggestions', () => {
  test('name both, say why, and the surest comes first', async () => {
    const service = await everything()
    const { counts, total, rows } = await ask(service, 'identities.list', { page: 0 })
    expect(counts).toEqual({ open: 2, decided: 0, bots: 2 })
    expect(total).toBe(2)
    expect(rows.map(({ a, b, why, decided }) => [a.id, b.id, why, decided])).toEqual([
      ['E3', 'E4', 'The people file has the same e-mail under both ids.', null],
      ['Ann Kathrin Muller', 'E1', 'The names differ only in accents, punctuation or order.', null],
    ])
    expect(rows[0]!.a).toEqual({ id: 'E3', name: 'Cy Day', inHris: true, keys: ['cy@x.example'], contributions: 5 })
    expect(rows[1]!.a).toMatchObject({ inHris: false, contributions: 1 })
  })

  test('are none before the first analysis', async () => {
    const service = await startService()
    await ask(service, 'workspace.create', { name: 'Empty' })
    expect(await ask(service, 'identities.list', { page: 0 })).toEqual({ counts: { open: 0, decided: 0, bots: 0 }, total: 0, rows: [] })
    expect(await ask(service, 'identities.bots', { page: 0 })).toEqual({ total: 0, rows: [] })
    await expect(ask(service, 'identities.decide', { a: 'E1', b: 'E2', same: true })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a decision', () => {
  test('makes two people of the file one, under the id listed last, and its undo brings the very bytes back', async () => {
    const service = await everything()
    const before = await resultBytes(service)
    expect(await contributionsOf(service, 'E3')).toBe(5)
    const { decided } = await ask(service, 'identities.decide', { a: 'E4', b: 'E3', same: true })
    expect(decided).toMatchObject({ same: true })
    expect((await ask(service, 'workspace.current', {}))!.analysis.status).toBe('stale')
    await service.idle()
    // Both were listed by the one file: the smaller id is the person.
    expect(await contributionsOf(service, 'E3')).toBe(5 + 6)
    await expect(ask(service, 'people.get', { person: 'E4' })).rejects.toMatchObject({ code: 'not-found' })
    expect((await ask(service, 'people.get', { person: 'E3' })).manager).toMatchObject({ personId: 'E1' })
    expect((await suggestions(service)).map(entry => [entry.a.id, entry.decided?.same ?? null])).toEqual([
      ['Ann Kathrin Muller', null],
      ['E3', true],
    ])
    expect(await resultBytes(service)).not.toBe(before)
    const state = await ask(service, 'identities.undo', { decision: decided!.decision })
    expect(state.job?.kind).toBe('analysis')
    await service.idle()
    expect(await resultBytes(service)).toBe(before)
    await expect(ask(service, 'identities.undo', { decision: decided!.decision })).rejects.toMatchObject({ code: 'conflict' })
    expect(service.faults).toEqual([])
  })

  test('joins a stranger to the people file', async () => {
    const service = await everything()
    await ask(service, 'identities.decide', { a: 'Ann Kathrin Muller', b: 'E1', same: true })
    await service.idle()
    expect(await contributionsOf(service, 'E1')).toBe(3 + 1)
    expect(await ids(service)).not.toContain('Ann Kathrin Muller')
  })

  test('that two are different closes the question; the last word counts, and its undo brings the one before back', async () => {
    const service = await everything()
    const different = await ask(service, 'identities.decide', { a: 'E3', b: 'E4', same: false })
    await service.idle()
    expect((await ask(service, 'identities.list', { page: 0 })).counts).toMatchObject({ open: 1, decided: 1 })
    const bytes = await resultBytes(service)
    const same = await ask(service, 'identities.decide', { a: 'E3', b: 'E4', same: true })
    await service.idle()
    expect(await ids(service)).not.toContain('E4')
    await ask(service, 'identities.undo', { decision: same.decided!.decision })
    await service.idle()
    expect(await resultBytes(service)).toBe(bytes)
    expect((await suggestions(service)).find(({ decided }) => decided)).toMatchObject({ decided: different.decided })
  })

  test('can be about two whom nothing suggests, and not about somebody unknown or the same one', async () => {
    const service = await everything()
    const { why } = await ask(service, 'identities.decide', { a: 'E2', b: 'ann.kathrin@home.example', same: true })
    expect(why).toBe('Nothing but this decision says so.')
    await service.idle()
    expect(await contributionsOf(service, 'E2')).toBe(4 + 7)
    expect((await suggestions(service)).at(-1)).toMatchObject({ a: { id: 'E2', contributions: 4 }, b: { contributions: 7 } })
    await expect(ask(service, 'identities.decide', { a: 'E1', b: 'nobody', same: true })).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask(service, 'identities.decide', { a: 'E1', b: ' E1', same: true })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(ask(service, 'identities.undo', { decision: 99 })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('and its undo are the identity, in whatever order they are made', async () => {
    const service = await everything()
    const before = await resultBytes(service)
    const decision = fc.record({
      a: fc.constantFrom('E1', 'E2', 'E3'),
      b: fc.constantFrom('E4', 'Ann Kathrin Muller', 'ann.kathrin@home.example'),
      same: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(decision, { minLength: 1, maxLength: 3 }), fc.boolean(), async (decisions, isReversed) => {
        const made: number[] = []
        for (const one of decisions) {
          // While the analysis runs everybody of the last one is known.
          const { decided } = await ask(service, 'identities.decide', one)
          made.push(decided!.decision)
        }
        await service.idle()
        for (const each of isReversed ? made.toReversed() : made) await ask(service, 'identities.undo', { decision: each })
        await service.idle()
        expect(await resultBytes(service)).toBe(before)
      }),
      { numRuns: 6 },
    )
  })
})

describe('programs', () => {
  test('are those with a sign; who only works like one is asked about and stays', async () => {
    const service = await everything()
    expect((await bots(service)).map(({ key, sign, contributions, decided }) => [key, sign, contributions, decided])).toEqual([
      ['sync@x.example', 'works at every hour of the day on 9 days; counts as a person until somebody decides', 216, null],
      ['dependabot[bot]', 'is marked [bot]', 9, null],
      ['deploy-bot', 'has the login of an automation', 8, null],
    ])
    expect(await ids(service)).toContain('sync@x.example')
    expect(await ids(service)).not.toContain('deploy-bot')
  })

  test('are declared to be people, and the reverse, and both are undone', async () => {
    const service = await everything()
    const before = await resultBytes(service)
    const person = await ask(service, 'identities.decideBot', { key: 'deploy-bot', bot: false })
    const program = await ask(service, 'identities.decideBot', { key: 'sync@x.example', bot: true })
    const declared = await ask(service, 'identities.decideBot', { key: 'Ann Kathrin Muller', bot: true })
    expect(declared).toMatchObject({ sign: null, contributions: 1, decided: { bot: true } })
    await service.idle()
    expect(await contributionsOf(service, 'deploy-bot')).toBe(8)
    expect(await ids(service)).not.toContain('sync@x.example')
    expect((await bots(service)).map(({ key, decided }) => [key, decided?.bot ?? null])).toEqual([
      ['sync@x.example', true],
      ['dependabot[bot]', null],
      ['deploy-bot', false],
      ['Ann Kathrin Muller', true],
    ])
    expect((await ask(service, 'identities.list', { page: 0 })).counts.bots).toBe(3)
    for (const { decided } of [person, program, declared]) await ask(service, 'identities.undo', { decision: decided!.decision })
    await service.idle()
    expect(await resultBytes(service)).toBe(before)
  })

  test('are never people of the people file, nor somebody unknown', async () => {
    const service = await everything()
    await expect(ask(service, 'identities.decideBot', { key: 'E1', bot: true })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(ask(service, 'identities.decideBot', { key: 'nobody', bot: true })).rejects.toMatchObject({ code: 'not-found' })
  })
})
