import { existsSync } from 'node:fs'
import { copyFile, readdir, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/contract/wire.ts'
import { writeFiles } from '../cli/csv-files.ts'
import { PERSONAL_TEXTS, smallOrganisation } from '../cli/small-organisation.ts'
import { ask, startService, type TestService } from './service-fixture.ts'

const organisation = smallOrganisation()
const EVERYTHING = { text: '', verdict: null, mattersOnly: false } as const

async function withWorkspace(files: Partial<typeof organisation> = organisation): Promise<TestService> {
  const service = await startService()
  await ask(service, 'workspace.create', { name: 'Review' })
  await importInto(service, files)
  return service
}

async function importInto(service: TestService, files: Partial<typeof organisation>, folder = 'files'): Promise<string> {
  const words = await writeFiles(path.join(service.folder, folder), files)
  const handles = words.filter((_, index) => index % 2 === 1).map(file => service.adopt(file))
  const inspected = await ask(service, 'imports.inspect', { files: handles })
  const requests = inspected.map(({ handle, mapping }) => ({ handle, mapping: mapping! }))
  const { job } = await ask(service, 'imports.start', { files: requests })
  await service.idle()
  return job
}

describe('from files to findings', () => {
  test('an import is followed by its analysis, and both are told while they run', async () => {
    const service = await withWorkspace()
    const ends = service.eventsOf('job.ended')
    expect(ends.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['import', 'done'],
      ['analysis', 'done'],
    ])
    expect(ends[0]!.imports).toHaveLength(7)
    expect(ends[0]!.message).toMatch(/^\d+ rows went in\.$/)
    expect(service.eventsOf('job.progress').length).toBeGreaterThan(5)
    const state = await ask(service, 'workspace.current', {})
    expect(state).toMatchObject({ name: 'Review', sample: false, purpose: null, job: null, analysis: { status: 'current' } })
    expect(state!.counts).toMatchObject({ liveImports: 7, components: 4, contributions: 905 })
    expect(service.eventsOf('workspace.changed').at(-1)).toEqual(state)
    expect(service.faults).toEqual([])
  })

  test('every screen of systems is answered', async () => {
    const service = await withWorkspace()
    const { total, rows } = await ask(service, 'systems.list', { filter: EVERYTHING, sort: 'risk', page: 0 })
    expect([total, rows.length]).toEqual([4, 4])
    const summary = await ask(service, 'systems.summary', {})
    expect(Object.values(summary.verdicts).reduce((sum, count) => sum + count, 0)).toBe(4)
    expect(summary.purposeRecorded).toBe(false)
    const detail = await ask(service, 'systems.get', { component: rows[0]!.component })
    expect(detail.row).toEqual(rows[0])
    for (const { personId } of detail.entry.top) expect(detail.names[personId]).toBeDefined()
    const removal = await ask(service, 'systems.removal', { component: null })
    expect(removal.curve!.coverage).toHaveLength(removal.curve!.removed.length + 1)
    const matrix = await ask(service, 'systems.matrix', { components: [], people: 5 })
    expect(new Set(matrix.arrays['person']).size).toBeLessThanOrEqual(5)
    const departure = await ask(service, 'simulation.leave', { people: [removal.curve!.removed[0]!] })
    expect(departure.coverage.after).toBe(removal.curve!.coverage[1])
    const found = await ask(service, 'people.find', { text: 'quill', page: 0 })
    expect(found.rows.map(person => person.name)).toEqual(['Jostein Quill'])
  })

  test('what is not there is refused in words', async () => {
    const service = await withWorkspace()
    await expect(ask(service, 'systems.get', { component: 'Nowhere' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask(service, 'systems.evidence', { component: 'Nowhere', person: null, page: 0 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(ask(service, 'systems.evidence', { component: 'Ledger', person: 'NOBODY', page: 0 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(ask(service, 'simulation.leave', { people: ['NOBODY'] })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(ask(service, 'imports.report', { import: '99', page: 0 })).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask(service, 'imports.undo', { import: '99' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('before there is anything', () => {
  test('without a workspace every question says that none is open', async () => {
    const service = await startService()
    expect(await ask(service, 'workspace.current', {})).toBeNull()
    expect(service.spoolDirectory()).toBeNull()
    for (const question of [
      ask(service, 'imports.list', { page: 0 }),
      ask(service, 'systems.summary', {}),
      ask(service, 'analysis.start', { asOf: null }),
      ask(service, 'purpose.set', { purpose: 'x', legalBasis: null, noticeDate: null }),
    ])
      await expect(question).rejects.toMatchObject({ code: 'not-found', message: expect.stringMatching(/No workspace is open/) })
  })

  test('in an empty workspace systems say that nothing was analysed', async () => {
    const service = await startService()
    await ask(service, 'workspace.create', { name: 'Empty' })
    await expect(ask(service, 'systems.list', { filter: EVERYTHING, sort: 'risk', page: 0 })).rejects.toMatchObject({ code: 'not-found' })
    const { job } = await ask(service, 'analysis.start', { asOf: null })
    await service.idle()
    expect(service.eventsOf('job.ended')).toMatchObject([{ job, outcome: 'failed', message: expect.stringMatching(/nothing to analyse/) }])
    expect(service.faults).toEqual([])
  })
})

describe('evidence', () => {
  test('is the very rows of the system, newest first, with file and line, a hundred a page', async () => {
    const service = await withWorkspace()
    const lines = organisation.contributions.map((row, index) => ({ row, line: index + 2 }))
    const expected = lines.filter(({ row }) => row['component'] === 'Ledger' && row['person'] !== 'dependabot[bot]')
    const first = await ask(service, 'systems.evidence', { component: 'Ledger', person: null, page: 0 })
    expect(first.total).toBe(expected.length)
    expect(first.rows).toHaveLength(100)
    const rows = [...first.rows]
    for (let page = 1; rows.length < first.total; page++)
      rows.push(...(await ask(service, 'systems.evidence', { component: 'Ledger', person: null, page })).rows)
    expect(rows.map(row => row.line).toSorted((a, b) => a - b)).toEqual(expected.map(({ line }) => line))
    expect(rows.map(row => row.date)).toEqual(
      rows
        .map(row => row.date)
        .toSorted()
        .toReversed(),
    )
    for (const row of rows) {
      const { row: written } = lines[row.line - 2]!
      expect(row).toMatchObject({
        file: 'contributions.csv',
        date: written['occurred_at']!.slice(0, 10),
        kind: written['kind'],
        title: written['title'],
      })
      expect(row.artifact ?? '').toBe(written['artifact'])
      if (written['contribution_id'] !== '') expect(row.contributionId).toBe(written['contribution_id'])
    }
    expect((await ask(service, 'systems.evidence', { component: 'Ledger', person: null, page: 99 })).rows).toEqual([])
  })

  test('of one person is theirs alone', async () => {
    const service = await withWorkspace()
    const { rows } = await ask(service, 'systems.evidence', { component: 'Ledger', person: 'EMP-7001', page: 0 })
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(row => row.personId))).toEqual(new Set(['EMP-7001']))
  })

  test('of two imports that overlap names the first file that brought a row', async () => {
    const service = await withWorkspace({
      contributions: organisation.contributions.filter((row, index) => row['contribution_id'] !== '' && index < 300),
    })
    await importInto(
      service,
      { contributions: organisation.contributions.filter((row, index) => row['contribution_id'] !== '' && index < 600) },
      'more',
    )
    const { total } = await ask(service, 'systems.evidence', { component: 'Ledger', person: null, page: 0 })
    const expected = organisation.contributions
      .slice(0, 600)
      .filter(row => row['contribution_id'] !== '' && row['component'] === 'Ledger' && row['person'] !== 'dependabot[bot]')
    expect(total).toBe(expected.length)
  })
})

describe('undo and redo', () => {
  test('change what counts, make the analysis anew, and give back the same list', async () => {
    const service = await withWorkspace()
    const list = () => ask(service, 'systems.list', { filter: EVERYTHING, sort: 'component', page: 0 })
    const before = await list()
    const contributions = (await ask(service, 'imports.list', { page: 0 })).rows.find(entry => entry.kind === 'contributions')!
    const state = await ask(service, 'imports.undo', { import: contributions.import })
    expect(state.counts).toMatchObject({ liveImports: 6, contributions: 0 })
    await service.idle()
    expect((await list()).rows.every(row => row.keepers === null)).toBe(true)
    await ask(service, 'imports.redo', { import: contributions.import })
    await service.idle()
    expect(await list()).toEqual(before)
  })

  test('need not wait for an analysis, which makes way and is made anew', async () => {
    const service = await withWorkspace()
    const { job } = await ask(service, 'analysis.start', { asOf: '2024-01-01' })
    const state = await ask(service, 'imports.undo', { import: '1' })
    expect(service.eventsOf('job.ended').at(-1)).toMatchObject({ job, outcome: 'cancelled' })
    expect(state).toMatchObject({ counts: { liveImports: 6 }, job: { kind: 'analysis' } })
    await service.idle()
    expect((await ask(service, 'workspace.current', {}))!.analysis.status).toBe('current')
  })

  test('that are refused leave no analysis cancelled', async () => {
    const service = await withWorkspace()
    await ask(service, 'imports.undo', { import: '1' })
    await expect(ask(service, 'imports.undo', { import: '99' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask(service, 'workspace.open', { folder: service.adopt(service.folder) })).rejects.toMatchObject({ code: 'bad-input' })
    await service.idle()
    expect((await ask(service, 'workspace.current', {}))!.analysis.status).toBe('current')
  })

  test('wait for an import, as everything does that would change the workspace under it', async () => {
    const service = await withWorkspace({ people: organisation.people })
    const [, file] = await writeFiles(path.join(service.folder, 'more'), { contributions: organisation.contributions })
    const request = { files: [{ handle: service.adopt(file!), mapping: { kind: 'contributions' as const, columns: {} } }] }
    await ask(service, 'imports.start', request)
    for (const question of [
      ask(service, 'imports.undo', { import: '1' }),
      ask(service, 'imports.start', request),
      ask(service, 'analysis.start', { asOf: null }),
      ask(service, 'workspace.create', { name: 'Other' }),
    ])
      await expect(question).rejects.toMatchObject({ code: 'conflict' })
    await service.idle()
    expect((await ask(service, 'imports.list', { page: 0 })).total).toBe(2)
  })
})

describe('imports', () => {
  test('are listed newest first, with a report each', async () => {
    const service = await withWorkspace({ people: organisation.people })
    await writeFile(path.join(service.folder, 'bad.csv'), 'person,occurred_at,kind\nann,2024-01-01,commit\nbo,soon,commit\n')
    const handle = service.adopt(path.join(service.folder, 'bad.csv'))
    await ask(service, 'imports.start', { files: [{ handle, mapping: { kind: 'contributions', columns: {} } }] })
    await service.idle()
    const { rows } = await ask(service, 'imports.list', { page: 0 })
    expect(rows.map(({ file, rows: count, accepted, rejected }) => ({ file, count, accepted, rejected }))).toEqual([
      { file: 'bad.csv', count: 2, accepted: 1, rejected: 1 },
      { file: 'people.csv', count: 12, accepted: 12, rejected: 0 },
    ])
    const report = await ask(service, 'imports.report', { import: rows[0]!.import, page: 0 })
    expect(report.problems).toMatchObject([{ code: 'bad-date', line: 3, column: 'occurred_at' }])
    expect(report.dialect).toMatchObject({ delimiter: ',', headerLine: 1 })
  })

  test('cancelled leave nothing behind and can be started again', async () => {
    const service = await withWorkspace({ people: organisation.people })
    const [, file] = await writeFiles(path.join(service.folder, 'more'), { contributions: organisation.contributions })
    const handle = service.adopt(file!, { temporary: true })
    const request = { files: [{ handle, mapping: { kind: 'contributions' as const, columns: {} } }] }
    const { job } = await ask(service, 'imports.start', request)
    await ask(service, 'jobs.cancel', { job })
    await service.idle()
    expect(service.eventsOf('job.ended').at(-1)).toMatchObject({ job, outcome: 'cancelled', imports: [] })
    expect((await ask(service, 'imports.list', { page: 0 })).total).toBe(1)
    const { location } = (await ask(service, 'workspace.current', {}))!
    expect(await readdir(path.join(location, 'segments'))).toEqual([])
    await ask(service, 'imports.start', request)
    await service.idle()
    expect((await ask(service, 'imports.list', { page: 0 })).total).toBe(2)
    // The copy that was uploaded has done its service.
    expect(existsSync(file!)).toBe(false)
  })

  test('of a file that cannot be used fail in words, and the others of the batch stay out too', async () => {
    const service = await withWorkspace({ people: organisation.people })
    const [, good] = await writeFiles(path.join(service.folder, 'more'), { contributions: organisation.contributions })
    await writeFile(path.join(service.folder, 'empty.csv'), 'component\n')
    const files = [
      { handle: service.adopt(good!), mapping: { kind: 'contributions' as const, columns: {} } },
      { handle: service.adopt(path.join(service.folder, 'empty.csv')), mapping: { kind: 'components' as const, columns: {} } },
    ]
    await ask(service, 'imports.start', { files })
    await service.idle()
    const end = service.eventsOf('job.ended').at(-1)!
    expect(end).toMatchObject({ outcome: 'failed', imports: [] })
    expect(end.message).toMatch(/empty\.csv.*no rows/)
    expect((await ask(service, 'imports.list', { page: 0 })).total).toBe(1)
    expect(service.faults).toEqual([])
  })

  test('looked at before say what each file is, or why it is none', async () => {
    const service = await withWorkspace({ people: organisation.people })
    await writeFile(path.join(service.folder, 'zero.csv'), '')
    const [words, zero] = await ask(service, 'imports.inspect', {
      files: [service.adopt(path.join(service.folder, 'files/people.csv')), service.adopt(path.join(service.folder, 'zero.csv'))],
    })
    expect(words).toMatchObject({ kind: 'people', usable: true, mapping: { kind: 'people', columns: { person_id: 'person_id' } } })
    expect(words!.protectedColumns.map(column => column.header)).toEqual(['demographic_gender'])
    expect(words!.sample.flat()).not.toContain('woman')
    expect(zero).toMatchObject({ file: 'zero.csv', usable: false, problems: [{ code: 'empty-file' }] })
    await expect(ask(service, 'imports.inspect', { files: ['77'] })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('workspaces', () => {
  test('are remembered, closed and opened again with what they hold', async () => {
    const service = await withWorkspace({ contributions: organisation.contributions })
    await ask(service, 'purpose.set', { purpose: 'Plan successors', legalBasis: null, noticeDate: '2026-01-31' })
    await ask(service, 'workspace.close', {})
    expect(service.eventsOf('workspace.changed').at(-1)).toBeNull()
    const [recent] = await ask(service, 'workspace.recent', {})
    expect(recent).toMatchObject({ name: 'Review', available: true, sample: false })
    const state = await ask(service, 'workspace.open', { recent: recent!.recent })
    expect(state).toMatchObject({ name: 'Review', analysis: { status: 'current' }, job: null })
    expect(state.purpose).toEqual({ purpose: 'Plan successors', legalBasis: null, noticeDate: '2026-01-31' })
    expect((await ask(service, 'systems.summary', {})).purposeRecorded).toBe(true)
  })

  test('that are being opened let no job begin on the one that is left', async () => {
    const service = await withWorkspace({ people: organisation.people })
    const [, file] = await writeFiles(path.join(service.folder, 'more'), { components: organisation.components })
    const request = { files: [{ handle: service.adopt(file!), mapping: { kind: 'components' as const, columns: {} } }] }
    let isOpen = false
    const opening = ask(service, 'workspace.create', { name: 'Other' }).then(() => (isOpen = true))
    const attempts: string[] = []
    while (!isOpen) {
      const attempt = ask(service, 'imports.start', request).then(
        () => 'begun',
        (error: unknown) => (error instanceof AppError ? error.code : 'fault'),
      )
      attempts.push(await attempt)
      await new Promise(resolve => setImmediate(resolve))
    }
    await opening
    await service.idle()
    expect(attempts).toContain('conflict')
    expect(attempts).not.toContain('fault')
    // Where one began, the new workspace was open by then.
    expect(service.eventsOf('job.ended').every(({ outcome }) => outcome === 'done')).toBe(true)
    const { location } = (await ask(service, 'workspace.current', {}))!
    expect(path.basename(location)).toBe('Other.switchyard')
    const former = (await ask(service, 'workspace.recent', {})).find(({ name }) => name === 'Review')!
    await ask(service, 'workspace.open', { recent: former.recent })
    expect((await ask(service, 'imports.list', { page: 0 })).total).toBe(1)
    expect(service.faults).toEqual([])
  })

  test('opened one right after the other are open in that order', async () => {
    const service = await startService()
    await Promise.all(['First', 'Second', 'Third'].map(name => ask(service, 'workspace.create', { name })))
    expect((await ask(service, 'workspace.current', {}))!.name).toBe('Third')
    await ask(service, 'workspace.close', {})
    for (const { recent } of await ask(service, 'workspace.recent', {})) await ask(service, 'workspace.open', { recent })
    expect((await ask(service, 'workspace.current', {}))!.name).toBe('First')
  })

  test('of a name that is taken, or that no folder can have, are refused', async () => {
    const service = await withWorkspace({ people: organisation.people })
    await expect(ask(service, 'workspace.create', { name: 'Review' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(ask(service, 'workspace.create', { name: '..' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(ask(service, 'workspace.create', { name: 'NUL' })).rejects.toMatchObject({ code: 'bad-input' })
    // The one that was open still is.
    expect((await ask(service, 'workspace.current', {}))?.name).toBe('Review')
  })

  test('that were damaged are restored from their backup', async () => {
    const service = await withWorkspace({ people: organisation.people })
    await importInto(service, { contributions: organisation.contributions }, 'more')
    const { location } = (await ask(service, 'workspace.current', {}))!
    await ask(service, 'workspace.close', {})
    await truncate(path.join(location, 'data.db'), 5000)
    const [recent] = await ask(service, 'workspace.recent', {})
    await expect(ask(service, 'workspace.open', { recent: recent!.recent })).rejects.toMatchObject({ code: 'damaged' })
    const state = await ask(service, 'workspace.restore', { recent: recent!.recent })
    expect(state.counts.liveImports).toBeGreaterThan(0)
    await service.idle()
    expect((await ask(service, 'workspace.current', {}))!.analysis.status).toBe('current')
  })

  test('a folder the user chose is opened by its handle, and another folder is refused', async () => {
    const service = await withWorkspace({ people: organisation.people })
    const { location } = (await ask(service, 'workspace.current', {}))!
    await ask(service, 'workspace.close', {})
    expect(await ask(service, 'workspace.open', { folder: service.adopt(location) })).toMatchObject({ name: 'Review' })
    await expect(ask(service, 'workspace.open', { folder: service.adopt(service.folder) })).rejects.toMatchObject({ code: 'bad-input' })
    expect((await ask(service, 'workspace.current', {}))?.name).toBe('Review')
  })

  test('the sample is a workspace of its own, exempt from stating a purpose', async () => {
    const service = await startService()
    const state = await ask(service, 'workspace.sample', {})
    expect(state).toMatchObject({ sample: true, name: 'Sample organisation', job: { kind: 'import' } })
    await service.idle()
    await service.idle()
    expect((await ask(service, 'systems.summary', {})).purposeRecorded).toBe(true)
    expect((await ask(service, 'workspace.current', {}))!.analysis.status).toBe('current')
  })
})

test('preferences are kept', async () => {
  const service = await startService()
  expect(await ask(service, 'preferences.get', {})).toEqual({ theme: 'system', density: 'comfortable' })
  await ask(service, 'preferences.set', { theme: 'dark', density: 'compact' })
  expect(await ask(service, 'preferences.get', {})).toEqual({ theme: 'dark', density: 'compact' })
  expect(await ask(service, 'app.info', {})).toEqual({ version: '1.2.3', host: 'loopback' })
})

test('nothing about people leaves the workspace', async () => {
  const service = await withWorkspace()
  await copyFile(path.join(service.folder, 'configuration/configuration.json'), path.join(service.folder, 'kept.json'))
  const kept = JSON.stringify(await ask(service, 'workspace.recent', {}))
  const told = JSON.stringify(service.events)
  for (const text of PERSONAL_TEXTS) {
    expect(kept.includes(text)).toBe(false)
    expect(told.includes(text)).toBe(false)
  }
})
