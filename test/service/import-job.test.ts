import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputKind } from '../../src/domain/input-kind.ts'
import { readReport } from '../../src/service/import-report.ts'
import { runJobBody } from '../../src/service/job-body.ts'
import { Session } from '../../src/service/session.ts'
import { testSqlite } from '../store/sqlite.ts'

let folder: string
let session: Session
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-import-'))
  const sqlite = await testSqlite()
  const now = () => new Date(Date.UTC(2026, 4, 5))
  session = await Session.create(
    path.join(folder, 'Review.switchyard'),
    { name: 'Review', sample: false },
    {
      sqlite,
      now,
      process: { pid: process.pid, host: os.hostname() },
      runJob: (request, onProgress) => ({
        result: runJobBody(request, { sqlite, now, cancellation: { aborted: false }, onProgress }),
        cancel: () => undefined,
      }),
    },
  )
})
afterEach(async () => {
  await session.close()
  await rm(folder, { recursive: true })
})

interface Text {
  readonly kind: InputKind
  readonly lines: readonly string[]
  readonly columns?: Readonly<Record<string, string>>
}

let count = 0
async function take(...texts: Text[]) {
  const files = await Promise.all(
    texts.map(async ({ kind, lines, columns }) => {
      const name = `${kind}-${count++}.csv`
      await writeFile(path.join(folder, name), `${lines.join('\n')}\n`)
      return { path: path.join(folder, name), name, mapping: { kind, columns: columns ?? {} } }
    }),
  )
  const { files: read } = await session.import(files, () => undefined).result
  return read.map(({ report: { rows, accepted, rejected, duplicates }, import: id, sameAs }) => ({
    rows,
    accepted,
    rejected,
    duplicates,
    id,
    sameAs,
  }))
}

const HEADER = 'person,occurred_at,kind,artifact'
const [A, B, C] = ['ann,2024-01-01,commit,a.ts', 'bo,2024-01-02,commit,b.ts', 'cem,2024-01-03,commit,c.ts'] as const
const contributions = (...lines: string[]): Text => ({ kind: 'contributions', lines: [HEADER, ...lines] })

describe('rows without an id of their own', () => {
  test('that are equal within a file are as many contributions', async () => {
    expect(await take(contributions(A, A, B))).toMatchObject([{ rows: 3, accepted: 3, duplicates: 0 }])
  })

  test('that another file brought are duplicates, as often as it brought them', async () => {
    await take(contributions(A, A, B))
    expect(await take(contributions(A, A, A, B, C))).toMatchObject([{ rows: 5, accepted: 2, duplicates: 3 }])
    expect(await take(contributions(C, B))).toMatchObject([{ accepted: 0, duplicates: 2 }])
  })

  test('that a file of the same command brought are duplicates as well', async () => {
    expect(await take(contributions(A, B), contributions(B, C))).toMatchObject([
      { accepted: 2, duplicates: 0 },
      { accepted: 1, duplicates: 1 },
    ])
  })
})

describe('rows with an id', () => {
  const withId = (...lines: string[]): Text => ({ kind: 'contributions', lines: [`contribution_id,${HEADER}`, ...lines] })

  test('are one contribution, within a file and across files', async () => {
    expect(await take(withId(`1,${A}`, `2,${B}`, `1,${A}`))).toMatchObject([{ accepted: 2, duplicates: 1 }])
    expect(await take(withId(`2,${B}`, `3,${C}`))).toMatchObject([{ accepted: 1, duplicates: 1 }])
  })
})

describe.each<[InputKind, string, string, string]>([
  ['people', 'person_id,name', 'E1,Ann', 'E2,Bo'],
  ['history', 'person_id,effective_date,title', 'E1,2024-01-01,Engineer', 'E1,2025-01-01,Lead'],
  ['meetings', 'person,week,meeting_hours', 'ann,2024-01-01,4', 'ann,2024-01-08,5'],
  ['components', 'component,criticality', 'ledger,5', 'vault,3'],
  ['work_items', 'work_item,title', 'W-1,One', 'W-2,Two'],
  ['artifacts', 'artifact,component', 'a.ts,ledger', 'b.ts,ledger'],
])('%s', (kind, header, first, second) => {
  test('that are there already are duplicates, and new ones are not', async () => {
    expect(await take({ kind, lines: [header, first, first] })).toMatchObject([{ rows: 2, accepted: 1, duplicates: 1 }])
    expect(await take({ kind, lines: [header, first, second] })).toMatchObject([{ rows: 2, accepted: 1, duplicates: 1 }])
  })

  test('of which an undone import knew are new again', async () => {
    const [former] = await take({ kind, lines: [header, first] })
    await session.undo(former!.id!)
    expect(await take({ kind, lines: [header, first, second] })).toMatchObject([{ accepted: 2, duplicates: 0 }])
  })
})

describe('weeks that came in before actions of agents were read', () => {
  const HEAD = 'person,week,meeting_hours,agent_actions'
  const unread = { person: 'person', week: 'week', meeting_hours: 'meeting_hours', agent_actions: '' }
  const file = (lines: string[], columns?: Text['columns']): Text => ({
    kind: 'meetings',
    lines: [HEAD, ...lines],
    ...(columns ? { columns } : {}),
  })

  test('are known when the same file is read with them', async () => {
    const lines = ['ann,2024-01-01,4,3', 'bo,2024-01-01,4,']
    await take(file(lines, unread))
    expect(await take(file(lines))).toMatchObject([{ rows: 2, accepted: 0, duplicates: 2, sameAs: null }])
    // The import that knows the actions is kept, so that they count.
    expect(session.workspace.imports().map(({ rows }) => rows)).toEqual([2, 2])
  })

  test('are new where anything else differs, and so are other actions of a week whose actions are known', async () => {
    await take(file(['ann,2024-01-01,4,3'], unread))
    expect(await take(file(['ann,2024-01-01,5,3', 'ann,2024-01-08,4,3']))).toMatchObject([{ accepted: 2, duplicates: 0 }])
    expect(await take(file(['ann,2024-01-08,4,7']))).toMatchObject([{ accepted: 1, duplicates: 0 }])
  })

  test('stand once in a file that has a week twice', async () => {
    await take(file(['ann,2024-01-01,4,3'], unread))
    expect(await take(file(['ann,2024-01-01,4,3', 'ann,2024-01-01,4,3']))).toMatchObject([{ accepted: 0, duplicates: 2 }])
  })
})

describe('the very same file', () => {
  test('is told by its bytes, whatever it is called', async () => {
    await take(contributions(A, B))
    expect(await take(contributions(A, B))).toEqual([{ rows: 2, accepted: 0, rejected: 0, duplicates: 2, id: null, sameAs: '1' }])
    expect(session.workspace.imports()).toHaveLength(1)
  })

  test('goes in again once its import is undone', async () => {
    const [first] = await take(contributions(A, B))
    await session.undo(first!.id!)
    expect(await take(contributions(A, B))).toMatchObject([{ accepted: 2, id: '2', sameAs: null }])
  })

  test('under another mapping is another reading', async () => {
    const lines = ['key,team,component', 'K1,Payments,ledger', 'K2,Risk,vault']
    const columns = { component: 'key', owner_unit: 'team' }
    await take({ kind: 'components', lines })
    expect(await take({ kind: 'components', lines, columns })).toMatchObject([{ accepted: 2, sameAs: null }])
    expect(await take({ kind: 'components', lines, columns })).toMatchObject([{ accepted: 0, sameAs: '2' }])
    expect(await take({ kind: 'components', lines, columns: { component: 'key' } })).toMatchObject([{ accepted: 2, sameAs: null }])
  })
})

describe('what is kept of the reading of a file', () => {
  test('is what was said of it when it went in', async () => {
    await take(contributions(A, 'x,never,commit,x.ts'))
    const [record] = session.workspace.imports()
    const report = readReport(record!)
    expect(report).toMatchObject({
      rows: 2,
      accepted: 1,
      rejected: 1,
      duplicates: 0,
      kind: 'contributions',
      dialect: { delimiter: ',', headerLine: 1 },
    })
    expect(report.presentColumns.toSorted()).toEqual(['artifact', 'kind', 'occurred_at', 'person'])
    expect(report.problems).toMatchObject([{ line: 3, code: 'bad-date' }])
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('holds no path', async () => {
    await take(contributions(A))
    expect(session.workspace.imports()[0]!.file).toMatch(/^contributions-\d+\.csv$/)
    expect(session.workspace.imports()[0]!.report).not.toContain(folder)
  })
})

test('a file of which no row is good says the first reason, and nothing of what its cells hold', async () => {
  const failure = take(contributions('x,ann@secret.example,commit,x.ts'))
  await expect(failure).rejects.toMatchObject({ code: 'bad-input', message: expect.stringMatching(/line 2, column "occurred_at"/) })
  await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('secret') })
  expect(session.workspace.imports()).toEqual([])
})
