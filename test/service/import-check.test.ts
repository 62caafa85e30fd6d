import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Output, ParsedInput } from '../../src/contract/contract.ts'
import type { InputKind } from '../../src/domain/input-kind.ts'
import type { Mapping } from '../../src/ingest/mapping-model.ts'
import { ask, startService, type TestService } from './service-fixture.ts'

type Request = ParsedInput<'imports.start'>['files'][number]
type Said = Partial<Omit<Mapping, 'kind'>>

/** Ten people: E0 to E9. */
const person = (index: number, fields: { title?: string; end?: string; email?: string; id?: string } = {}) =>
  [
    fields.id ?? `E${index}`,
    `Person ${index}`,
    fields.email ?? `p${index}@larkmoor.example`,
    fields.title ?? 'Engineer',
    fields.end ?? '',
  ].join(',')
const HEADER = 'person_id,name,email,title,termination_date'
const everybody = Array.from({ length: 10 }, (_, index) => person(index))

async function emptyWorkspace(): Promise<TestService> {
  const service = await startService()
  await ask(service, 'workspace.create', { name: 'Review' })
  return service
}

async function workspaceWith(people: readonly string[]): Promise<TestService> {
  const service = await emptyWorkspace()
  await importNow(service, [await request(service, 'people', HEADER, people)])
  return service
}

let count = 0
async function request(service: TestService, kind: InputKind, header: string, rows: readonly string[], said: Said = {}): Promise<Request> {
  const file = path.join(service.folder, `${kind}-${count++}.csv`)
  await writeFile(file, [header, ...rows, ''].join('\n'))
  return { handle: service.adopt(file), mapping: { kind, columns: {}, ...said } }
}

const people = (service: TestService, rows: readonly string[], said?: Said) => request(service, 'people', HEADER, rows, said)

async function importNow(service: TestService, files: Request[]) {
  const { job } = await ask(service, 'imports.start', { files })
  await service.idle()
  return service.eventsOf('job.ended').find(end => end.job === job)!
}

async function check(service: TestService, files: Request[]): Promise<Output<'imports.review'>> {
  const { job } = await ask(service, 'imports.check', { files })
  await service.idle()
  expect(service.eventsOf('job.ended').find(end => end.job === job)).toMatchObject({ kind: 'check', outcome: 'done' })
  return ask(service, 'imports.review', {})
}

async function spooled(service: TestService): Promise<string[]> {
  return readdir(service.spoolDirectory()!)
}

describe('a check', () => {
  test('says what each file is and would change, and keeps nothing', async () => {
    const service = await workspaceWith(everybody)
    const review = await check(service, [
      await people(service, [
        ...everybody.slice(0, 8),
        person(8, { title: 'Lead' }),
        person(9),
        person(10),
        'E10,Somebody Else,se@larkmoor.example,Cook,',
      ]),
      await request(service, 'contributions', 'person,occurred_at,kind', [
        'E1,2026-01-01,commit',
        'E1,never,commit',
        'E2,2026-01-02,comit',
      ]),
    ])
    expect(review.files).toMatchObject([
      { kind: 'people', rows: 12, accepted: 2, rejected: 1, duplicates: 9, sameAs: null },
      { kind: 'contributions', rows: 3, accepted: 2, rejected: 1, duplicates: 0 },
    ])
    expect(review.changes).toEqual([
      { kind: 'people', new: 1, updated: 1, unchanged: 9, conflicting: 1 },
      { kind: 'contributions', new: 2, updated: 0, unchanged: 0, conflicting: 0 },
    ])
    expect(review.people).toEqual({ employed: 10, leaving: 0, notListed: 0, missingPeople: null, changedIds: 0 })
    expect(review.questions).toEqual([])
    expect(review.files[1]!.words).toContainEqual({ field: 'kind', header: 'kind', word: 'comit', rows: 1, meant: null })
    expect(review.files[1]!.groups).toContainEqual(
      expect.objectContaining({ code: 'bad-date', column: 'occurred_at', count: 1, values: [{ text: 'never', count: 1 }] }),
    )
    expect((await ask(service, 'imports.changes', { change: 'conflicting', page: 0 })).rows).toMatchObject([
      {
        kind: 'people',
        key: 'E10',
        name: 'Somebody Else',
        fields: [{ field: 'name', before: 'Person 10', after: 'Somebody Else' }, {}, {}],
      },
    ])
    expect((await ask(service, 'imports.list', { page: 0 })).total).toBe(1)
    expect(service.faults).toEqual([])
  })

  test('counts what the import then counts', async () => {
    const service = await workspaceWith(everybody)
    const files = [await people(service, [...everybody.slice(1), person(11), 'E12', '', person(11)])]
    const [checked] = (await check(service, files)).files
    await importNow(service, files)
    const [entry] = (await ask(service, 'imports.list', { page: 0 })).rows
    const { rows, accepted, rejected, duplicates } = checked!
    expect(entry).toMatchObject({ rows, accepted, rejected, duplicates })
    expect(rows).toBe(accepted + rejected + duplicates)
  })

  test('tells a file that is in already by its import, and what it brings is unchanged', async () => {
    const service = await emptyWorkspace()
    const files = [await people(service, everybody)]
    await importNow(service, files)
    const review = await check(service, files)
    expect(review.files).toMatchObject([{ sameAs: '1', rows: 10, accepted: 0, duplicates: 10 }])
    expect(review.changes).toEqual([{ kind: 'people', new: 0, updated: 0, unchanged: 10, conflicting: 0 }])
    expect(review.people).toBeNull()
  })

  test('shows what is wrong with a file that is in already, so that it can be mended', async () => {
    const service = await emptyWorkspace()
    const file = await request(service, 'contributions', 'person,occurred_at,kind', ['E1,2026-01-01,commit', 'E1,never,commit'])
    await importNow(service, [file])
    const [checked] = (await check(service, [file])).files
    expect(checked).toMatchObject({ sameAs: '1', rows: 2, accepted: 0, rejected: 1, duplicates: 1, groups: [{ code: 'bad-date' }] })
    expect((await ask(service, 'imports.rows', { handle: file.handle, group: null, page: 0 })).rows).toMatchObject([{ line: 3 }])
    expect((await ask(service, 'imports.rejected', { handle: file.handle, part: 0 })).text).toContain('E1,never,commit')
  })

  test('shows the rows with a problem, page by page and by group, and those that change', async () => {
    const service = await workspaceWith(everybody)
    const bad = Array.from({ length: 45 }, (_, index) => `E${index},never,commit`)
    const contributions = await request(service, 'contributions', 'person,occurred_at,kind', [...bad, ',2026-01-01,commit'])
    await check(service, [contributions, await people(service, [...everybody.slice(1), person(0, { title: 'Lead' })])])
    const { handle } = contributions
    const group = { code: 'bad-date', severity: 'error' as const, column: 'occurred_at' }
    const last = await ask(service, 'imports.rows', { handle, group, page: 2 })
    expect([last.total, last.rows.length, last.headers]).toEqual([45, 5, ['person', 'occurred_at', 'kind']])
    expect(last.rows.at(-1)).toMatchObject({ line: 46, cells: ['E44', 'never', 'commit'], after: null, outcome: 'rejected' })
    expect((await ask(service, 'imports.rows', { handle, group: null, page: 0 })).total).toBe(46)
    expect(await ask(service, 'imports.changes', { change: 'updated', page: 0 })).toEqual({
      total: 1,
      rows: [{ kind: 'people', key: 'E0', name: 'Person 0', fields: [{ field: 'title', before: 'Engineer', after: 'Lead' }] }],
    })
  })

  test('hands out the rejected rows as a file that only its owner reads', async () => {
    const service = await emptyWorkspace()
    const rows = Array.from({ length: 6000 }, (_, index) => `E${index},never,commit,${'x'.repeat(100)}`)
    const contributions = await request(service, 'contributions', 'person,occurred_at,kind,title', rows)
    await check(service, [contributions, await people(service, everybody)])
    const { handle } = contributions
    const first = await ask(service, 'imports.rejected', { handle, part: 0 })
    const parts = await Promise.all(
      Array.from({ length: first.parts }, async (_, part) => (await ask(service, 'imports.rejected', { handle, part })).text),
    )
    expect(first.parts).toBeGreaterThan(1)
    for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(400_000)
    const lines = parts.join('').split('\r\n')
    expect(lines[0]).toBe('\ufeffline,reasons,person,occurred_at,kind,title')
    expect(lines[1]).toMatch(/^2,.+,E0,never,commit,x+$/)
    expect(lines).toHaveLength(6000 + 2)
    await expect(ask(service, 'imports.rejected', { handle, part: first.parts })).rejects.toMatchObject({ code: 'not-found' })
    for (const name of await spooled(service)) expect((await stat(path.join(service.spoolDirectory()!, name))).mode & 0o777).toBe(0o600)
  })

  test('lasts until the workspace changes, and leaves no file', async () => {
    const service = await workspaceWith(everybody)
    const files = [await people(service, [...everybody, person(10)])]
    await check(service, files)
    expect(await spooled(service)).toHaveLength(1)
    await check(service, files)
    expect(await spooled(service)).toHaveLength(1)
    await ask(service, 'imports.undo', { import: '1' })
    await expect(ask(service, 'imports.review', {})).rejects.toMatchObject({ code: 'not-found' })
    expect(await spooled(service)).toEqual([])
    await check(service, files)
    const spool = service.spoolDirectory()!
    await ask(service, 'workspace.close', {})
    expect(await readdir(spool)).toEqual([])
  })

  test.each([
    ['at once', false],
    ['on the way', true],
  ])('that is cancelled %s leaves nothing behind', async (_, isUnderWay) => {
    const service = await workspaceWith(everybody)
    const rows = Array.from({ length: 100_000 }, (__, index) => `E${index},never,commit,${'x'.repeat(60)}`)
    const files = [await request(service, 'contributions', 'person,occurred_at,kind,title', rows)]
    const { job } = await ask(service, 'imports.check', { files })
    const isReading = () => service.events.some(({ name, data }) => name === 'job.progress' && data.job === job && data.rows > 0)
    while (isUnderWay && !isReading()) await new Promise(resolve => setImmediate(resolve))
    if (isUnderWay) expect(await spooled(service)).toHaveLength(1)
    await ask(service, 'jobs.cancel', { job })
    await service.idle()
    expect(service.eventsOf('job.ended').findLast(end => end.job === job)).toMatchObject({ kind: 'check', outcome: 'cancelled' })
    await expect(ask(service, 'imports.review', {})).rejects.toMatchObject({ code: 'not-found' })
    expect(await spooled(service)).toEqual([])
    const { location } = (await ask(service, 'workspace.current', {}))!
    expect((await readdir(location)).filter(name => name.includes('staged'))).toEqual([])
    expect((await ask(service, 'workspace.current', {}))!.analysis.status).toBe('current')
  })

  test('makes way for an import of the same files', async () => {
    const service = await workspaceWith(everybody)
    const files = [await people(service, [...everybody, person(10)])]
    const { job } = await ask(service, 'imports.check', { files })
    expect(await importNow(service, files)).toMatchObject({ outcome: 'done' })
    expect(service.eventsOf('job.ended').find(end => end.job === job)).toMatchObject({ outcome: 'cancelled' })
  })

  test('holds nothing of a protected column', async () => {
    const service = await emptyWorkspace()
    const rows = ['E1,Ann,woman,2020-01-01', 'E1,Bo,woman,2020-01-01', 'E2,Cem,woman,soon']
    const file = await request(service, 'people', 'person_id,name,gender,hire_date', rows)
    const review = await check(service, [file])
    const answers = [
      review,
      await ask(service, 'imports.rows', { handle: file.handle, group: null, page: 0 }),
      await ask(service, 'imports.rejected', { handle: file.handle, part: 0 }),
      ...(await Promise.all(
        (['new', 'updated', 'conflicting'] as const).map(change => ask(service, 'imports.changes', { change, page: 0 })),
      )),
    ]
    expect(JSON.stringify(answers)).toContain('Bo')
    expect(JSON.stringify(answers)).not.toContain('woman')
    for (const name of await spooled(service))
      expect(await readFile(path.join(service.spoolDirectory()!, name), 'utf8')).not.toContain('woman')
  })

  test('of many files with much wrong in them still gives answers a window can be sent', async () => {
    const service = await emptyWorkspace()
    const text = 'w'.repeat(390)
    const rows = Array.from({ length: 300 }, (_, index) => `E${index},never${index}${text},${text}${index},${text}${index}`)
    const files = await Promise.all(
      Array.from({ length: 30 }, () => request(service, 'contributions', 'person,occurred_at,kind,outcome', rows)),
    )
    const review = await check(service, files)
    const page = await ask(service, 'imports.rows', { handle: files[0]!.handle, group: null, page: 0 })
    for (const answer of [review, page]) expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(1_000_000)
    expect(review.files).toHaveLength(30)
    expect(page.rows).toHaveLength(20)
  })
})

describe('people whom no file lists', () => {
  test('have left where most are listed; their mapping says so, and the import ends them', async () => {
    const service = await workspaceWith(everybody)
    const files = [await people(service, everybody.slice(0, 6))]
    const review = await check(service, files)
    expect(review.people).toEqual({ employed: 10, leaving: 4, notListed: 4, missingPeople: 'left', changedIds: 0 })
    expect(review.questions).toEqual([])
    const { rows } = await ask(service, 'imports.changes', { change: 'leaving', page: 0 })
    expect(rows.map(({ key }) => key)).toEqual(['E6', 'E7', 'E8', 'E9'])
    expect(rows[0]!.fields).toEqual([{ field: 'termination_date', before: null, after: '2026-05-04' }])
    expect((await ask(service, 'imports.changes', { change: 'not_listed', page: 0 })).total).toBe(4)
    await importNow(service, files)
    expect((await ask(service, 'imports.report', { import: '2', page: 0 })).mapping.missingPeople).toBe('left')
    expect((await check(service, [await people(service, everybody.slice(0, 5))])).people!.employed).toBe(6)
  })

  test('pause the import where they are many, until somebody answers', async () => {
    const service = await workspaceWith(everybody)
    const few = [await people(service, everybody.slice(0, 5))]
    const { questions, people: concerned } = await check(service, few)
    expect(questions).toMatchObject([{ part: 'missingPeople', people: 5, of: 10, share: 0.5 }])
    expect(concerned).toMatchObject({ leaving: 0, notListed: 5, missingPeople: null })
    const end = await importNow(service, few)
    expect(end).toMatchObject({ outcome: 'failed', imports: [] })
    expect(end.message).toMatch(/5 of the 10 people.*5 are missing[^]*Nothing was imported/)
    expect((await ask(service, 'imports.list', { page: 0 })).total).toBe(1)
    expect(service.faults).toEqual([])

    const kept = few.map(file => ({ ...file, mapping: { ...file.mapping, missingPeople: 'keep' as const } }))
    expect((await check(service, kept)).people).toMatchObject({ leaving: 0, notListed: 5, missingPeople: 'keep' })
    const left = few.map(file => ({ ...file, mapping: { ...file.mapping, missingPeople: 'left' as const } }))
    expect((await check(service, left)).people).toMatchObject({ leaving: 5, notListed: 5, missingPeople: 'left' })
    expect(await importNow(service, left)).toMatchObject({ outcome: 'done' })
  })

  test('are nobody when several files of one command list everybody', async () => {
    const service = await emptyWorkspace()
    const halves = [await people(service, everybody.slice(0, 5)), await people(service, everybody.slice(5))]
    expect((await check(service, halves)).people).toEqual({ employed: 0, leaving: 0, notListed: 0, missingPeople: null, changedIds: 0 })
    await importNow(service, halves)
    // One half as it was, the other with a change: together they still list everybody.
    const again = [halves[0]!, await people(service, [...everybody.slice(5), person(10)])]
    const review = await check(service, again)
    expect(review.people).toMatchObject({ employed: 10, notListed: 0 })
    await importNow(service, again)
    expect((await check(service, halves)).people).toBeNull()
  })

  test('are not asked about by files of other kinds', async () => {
    const service = await workspaceWith(everybody)
    const review = await check(service, [
      await request(service, 'history', 'person_id,effective_date,title', ['E1,2025-01-01,Lead']),
      await request(service, 'contributions', 'person,occurred_at,kind', ['E1,2026-01-01,commit']),
    ])
    expect([review.people, review.questions]).toEqual([null, []])
    expect(review.changes[0]).toEqual({ kind: 'history', new: 1, updated: 0, unchanged: 0, conflicting: 0 })
  })
})

test('end dates of nearly half of the people pause the import, and saying that they left confirms them', async () => {
  const service = await workspaceWith(everybody)
  const ended = everybody.map((line, index) => (index < 5 ? person(index, { end: '2026-03-31' }) : line))
  const { questions, people: concerned } = await check(service, [await people(service, ended)])
  expect(questions).toMatchObject([{ part: 'missingPeople', people: 5, of: 10, choices: [{ value: 'left' }] }])
  expect(concerned).toMatchObject({ leaving: 5, notListed: 0 })
  const confirmed = [await people(service, ended, { missingPeople: 'left' })]
  expect((await check(service, confirmed)).questions).toEqual([])
  expect(await importNow(service, confirmed)).toMatchObject({ outcome: 'done' })
})

describe('an e-mail under another id', () => {
  const renumbered = (count: number) => everybody.map((line, index) => (index < count ? person(index, { id: `N${index}` }) : line))

  test('of few is the same person, who neither leaves nor comes', async () => {
    const many = Array.from({ length: 40 }, (_, index) => person(index))
    const service = await workspaceWith(many)
    const files = [await people(service, [...many.slice(1), person(0, { id: 'N0' })])]
    const review = await check(service, files)
    expect(review.people).toEqual({ employed: 40, leaving: 0, notListed: 0, missingPeople: null, changedIds: 1 })
    expect(review.changes[0]).toMatchObject({ new: 0, unchanged: 39, updated: 1 })
    expect((await ask(service, 'imports.changes', { change: 'changed_id', page: 0 })).rows).toEqual([
      { kind: 'people', key: 'E0', name: 'Person 0', fields: [{ field: 'person_id', before: 'E0', after: 'N0' }] },
    ])
    await importNow(service, files)
    expect((await ask(service, 'imports.report', { import: '2', page: 0 })).mapping).toMatchObject({ changedIds: 'same' })
  })

  test('of many is asked about', async () => {
    const service = await workspaceWith(everybody)
    const review = await check(service, [await people(service, renumbered(3))])
    expect(review.questions).toMatchObject([{ part: 'changedIds', people: 3, of: 10 }])
    const other = await check(service, [await people(service, renumbered(3), { changedIds: 'other' })])
    expect(other.questions).toEqual([])
    expect(other.people).toEqual({ employed: 10, leaving: 3, notListed: 3, missingPeople: 'left', changedIds: 0 })
    expect(other.changes[0]).toMatchObject({ new: 3 })
  })
})

describe('fixes of a mapping', () => {
  test('are applied, counted, and named where they found nothing', async () => {
    const service = await emptyWorkspace()
    const fixes = [
      { kind: 'replace' as const, column: 'kind', from: 'comit', to: 'commit' },
      { kind: 'replace' as const, column: 'kind', from: 'nowhere', to: 'commit' },
    ]
    const file = await request(service, 'contributions', 'person,occurred_at,kind', ['E1,2026-01-01,comit', 'E1,2026-01-02,comit'], {
      fixes,
    })
    const [checked] = (await check(service, [file])).files
    expect(checked!.fixes).toEqual([
      { fix: fixes[0], applied: 2 },
      { fix: fixes[1], applied: 0 },
    ])
    const { rows } = await ask(service, 'imports.rows', { handle: file.handle, group: null, page: 0 })
    expect(rows[0]).toMatchObject({ cells: ['E1', '2026-01-01', 'comit'], after: ['E1', '2026-01-01', 'commit'], outcome: 'accepted' })
    await importNow(service, [file])
    const report = await ask(service, 'imports.report', { import: '1', page: 0 })
    expect([report.fixesApplied, report.mapping.fixes]).toEqual([[2, 0], fixes])
  })

  test('that leave a row out count it as rejected, and other fixes are another import', async () => {
    const service = await emptyWorkspace()
    const lines = ['E1,2026-01-01,commit', 'E2,2026-01-02,soon']
    const plain = await request(service, 'contributions', 'person,occurred_at,kind', lines)
    await check(service, [await request(service, 'contributions', 'person,occurred_at,kind', [...lines, 'E3,never,commit'])])
    await importNow(service, [plain])
    const mapping: Mapping = { ...plain.mapping, fixes: [{ kind: 'replace', column: 'kind', from: 'soon', to: 'review' }] }
    const mended = { handle: plain.handle, mapping }
    const [checked] = (await check(service, [mended])).files
    expect(checked).toMatchObject({ rows: 2, accepted: 1, rejected: 0, duplicates: 1, sameAs: null })
    await importNow(service, [mended])
    expect((await check(service, [mended])).files).toMatchObject([{ sameAs: '2', accepted: 0, duplicates: 2 }])
  })
})

test('what a check says is what the import does', async () => {
  const service = await startService()
  const state = fc.record({ isListed: fc.boolean(), isRenamed: fc.boolean(), hasEnd: fc.boolean(), isRenumbered: fc.boolean() })
  const answers = fc.record({
    missingPeople: fc.constantFrom('left' as const, 'keep' as const),
    changedIds: fc.constantFrom('same' as const, 'other' as const),
  })
  let workspaces = 0
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 10, maxLength: 10 }), fc.nat(3), answers, async (states, joining, said) => {
      await ask(service, 'workspace.create', { name: `Review ${++workspaces}` })
      await importNow(service, [await people(service, everybody)])
      const rows = states.flatMap(({ isListed, isRenamed, hasEnd, isRenumbered }, index) =>
        isListed
          ? [
              person(index, {
                ...(isRenamed ? { title: 'Lead' } : {}),
                ...(hasEnd ? { end: '2026-01-31' } : {}),
                ...(isRenumbered ? { id: `N${index}` } : {}),
              }),
            ]
          : [],
      )
      const files = [
        await people(service, [...rows, ...Array.from({ length: joining }, (_, index) => person(20 + index)), person(30)], said),
      ]
      const before = await check(service, files)
      fc.pre(before.questions.length === 0)
      expect(await importNow(service, files)).toMatchObject({ outcome: 'done' })
      const [entry] = (await ask(service, 'imports.list', { page: 0 })).rows
      const [checked] = before.files
      expect(entry).toMatchObject({
        rows: checked!.rows,
        accepted: checked!.accepted,
        rejected: checked!.rejected,
        duplicates: checked!.duplicates,
      })
      // Of those who are new, who has an end date is not employed: only renumbered ones taken for others can be that.
      const endedStrangers =
        said.changedIds === 'other' ? states.filter(each => each.isListed && each.isRenumbered && each.hasEnd).length : 0
      const { people: after } = await check(service, [await people(service, [person(40)], { missingPeople: 'keep' })])
      expect(after!.employed).toBe(before.people!.employed - before.people!.leaving + before.changes[0]!.new - endedStrangers)
    }),
    { numRuns: 12 },
  )
})
