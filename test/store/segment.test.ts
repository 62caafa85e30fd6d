import fc from 'fast-check'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHANGES, type ContributionRow, OUTCOMES } from '../../src/domain/contribution.ts'
import type { MeetingRow } from '../../src/domain/meeting.ts'
import { nodeFileSystem } from '../../src/store/file-system.ts'
import { type ListColumn, nameAt, readSegment, type SegmentColumns } from '../../src/store/segment.ts'
import type { SegmentEntry, SegmentKind } from '../../src/store/segment-list.ts'
import { SegmentWriter } from '../../src/store/segment-writer.ts'
import { select } from '../../src/store/sqlite.ts'
import { testSqlite } from './sqlite.ts'
import { contribution, fingerprint, freshDirectory } from './workspace-fixture.ts'

async function writerIn(directory: string) {
  await mkdir(join(directory, 'segments'), { recursive: true })
  return new SegmentWriter({ directory, importSequence: 1, sqlite: await testSqlite(), files: nodeFileSystem })
}

function entryOf<Kind extends SegmentKind>(kind: Kind, entry: SegmentEntry | undefined): SegmentEntry<Kind> {
  if (entry?.kind !== kind) throw new Error(`No segment of ${kind}`)
  return { ...entry, kind }
}

const listAt = ({ starts, codes, names }: ListColumn, row: number) =>
  Array.from(codes.subarray(starts[row], starts[row + 1]), code => names[code] ?? '')
const orNull = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)

function rowAt({ columns }: SegmentColumns<'contributions'>, row: number): ContributionRow {
  return {
    id: columns.id.at(row),
    person: nameAt(columns.person, row) ?? '',
    personName: nameAt(columns.personName, row),
    day: columns.day[row] ?? 0,
    instant: columns.instant[row] ?? 0,
    kind: nameAt(columns.kind, row) ?? '',
    component: nameAt(columns.component, row),
    artifact: nameAt(columns.artifact, row),
    previousArtifact: nameAt(columns.previousArtifact, row),
    workItem: nameAt(columns.workItem, row),
    title: columns.title.at(row),
    url: columns.url.at(row),
    size: orNull(columns.size[row]),
    hours: orNull(columns.hours[row]),
    change: CHANGES[(columns.change[row] ?? 0) - 1] ?? null,
    participants: listAt(columns.participants, row),
    uses: listAt(columns.uses, row),
    outcome: OUTCOMES[(columns.outcome[row] ?? 0) - 1] ?? null,
    agent: columns.agent[row] === 0 ? null : columns.agent[row] === 2,
  }
}

const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const anyContribution: fc.Arbitrary<ContributionRow> = fc.record({
  id: maybe(word),
  person: word,
  personName: maybe(word),
  day: fc.integer({ min: -100_000, max: 100_000 }),
  instant: fc.integer({ min: -1e11, max: 1e11 }),
  kind: fc.constantFrom('commit', 'review', 'fix'),
  component: maybe(word),
  artifact: maybe(word),
  previousArtifact: maybe(word),
  workItem: maybe(word),
  title: maybe(word),
  url: maybe(word),
  size: maybe(fc.double({ noNaN: true })),
  hours: maybe(fc.float({ noNaN: true })),
  change: maybe(fc.constantFrom(...CHANGES)),
  participants: fc.array(word, { maxLength: 4 }),
  uses: fc.array(word, { maxLength: 4 }),
  outcome: maybe(fc.constantFrom(...OUTCOMES)),
  agent: maybe(fc.boolean()),
})

describe('a segment', () => {
  it('gives back every contribution that went in', async () => {
    const sqlite = await testSqlite()
    const directory = await freshDirectory()
    await fc.assert(
      fc.asyncProperty(fc.array(anyContribution, { minLength: 1, maxLength: 30 }), async rows => {
        await rm(directory, { recursive: true, force: true })
        const writer = await writerIn(directory)
        rows.forEach((row, index) => writer.addContribution(row, fingerprint(index), index + 2))
        const segment = await readSegment(directory, entryOf('contributions', writer.finish()[0]), sqlite)
        expect(segment.rows).toBe(rows.length)
        expect(rows.map((_, index) => rowAt(segment, index))).toEqual(rows)
        expect([...segment.columns.line]).toEqual(rows.map((_, index) => index + 2))
        expect([...segment.columns.fingerprint]).toEqual(rows.flatMap((_, index) => [...fingerprint(index)]))
      }),
      { numRuns: 40 },
    )
  })

  it('gives back meetings', async () => {
    const directory = await freshDirectory()
    const writer = await writerIn(directory)
    const meeting: MeetingRow = {
      person: 'p-1',
      day: 20_001,
      meetingHours: 7.5,
      focusHours: null,
      meetings: 3,
      attendees: null,
      oneOnOneHours: 0,
    }
    writer.addMeeting(meeting, 2)
    writer.addMeeting({ ...meeting, person: 'p-2', focusHours: 4 }, 3)
    const { columns } = await readSegment(directory, entryOf('meetings', writer.finish()[0]), await testSqlite())
    expect(columns.person.names).toEqual(['p-1', 'p-2'])
    expect([...columns.day]).toEqual([20_001, 20_001])
    expect([...columns.meetingHours, ...columns.focusHours, ...columns.meetings]).toEqual([7.5, 7.5, Number.NaN, 4, 3, 3])
    expect([...columns.attendees, ...columns.oneOnOneHours]).toEqual([Number.NaN, Number.NaN, 0, 0])
  })

  it('is cut at 131,072 rows', async () => {
    const directory = await freshDirectory()
    const writer = await writerIn(directory)
    const rows = 131_072 + 5
    for (let number = 0; number < rows; number++) writer.addContribution(contribution(number), fingerprint(number), number + 2)
    const entries = writer.finish()
    expect(entries.map(entry => [entry.name, entry.rows])).toEqual([
      ['1-001.db', 131_072],
      ['1-002.db', 5],
    ])
    expect(await readdir(join(directory, 'segments'))).toEqual(['1-001.db', '1-002.db'])
    const last = await readSegment(directory, entryOf('contributions', entries[1]), await testSqlite())
    expect(rowAt(last, 4)).toEqual(contribution(rows - 1))
  })

  it('is a whole database and not a byte more, also behind a larger one', async () => {
    const directory = await freshDirectory()
    const writer = await writerIn(directory)
    for (let number = 0; number < 131_072 + 5; number++) writer.addContribution(contribution(number), fingerprint(number), number + 2)
    const sizes = writer.finish().map(entry => entry.bytes)
    const sqlite = await testSqlite()
    for (const [index, name] of (await readdir(join(directory, 'segments'))).entries()) {
      const database = new sqlite.Database(await readFile(join(directory, 'segments', name)))
      expect(select(database, 'PRAGMA integrity_check', [], ([finding]) => finding)).toEqual(['ok'])
      const [pages] = select(database, 'SELECT page_count * page_size FROM pragma_page_count, pragma_page_size', [], ([size]) => size)
      expect(pages).toBe(sizes[index])
      database.close()
    }
    expect(sizes[1]).toBeLessThan(sizes[0]! / 5)
  })

  it('is cut earlier where texts are long', async () => {
    const writer = await writerIn(await freshDirectory())
    const title = 'x'.repeat(100_000)
    for (let number = 0; number < 200; number++) writer.addContribution(contribution(number, { title }), fingerprint(number), number + 2)
    expect(writer.finish().map(entry => entry.rows)).toEqual([42, 42, 42, 42, 32])
  })

  it('reads only the columns asked for', async () => {
    const directory = await freshDirectory()
    const writer = await writerIn(directory)
    writer.addContribution(contribution(1), fingerprint(1), 2)
    const { columns } = await readSegment(directory, entryOf('contributions', writer.finish()[0]), await testSqlite(), {
      columns: ['fingerprint', 'day'],
    })
    expect(Object.keys(columns)).toEqual(['fingerprint', 'day'])
    expect([...columns.fingerprint]).toEqual([...fingerprint(1)])
  })

  it('names the file when a byte of it was flipped, it was cut short or it is gone', async () => {
    const directory = await freshDirectory()
    const writer = await writerIn(directory)
    writer.addContribution(contribution(1), fingerprint(1), 2)
    const entry = entryOf('contributions', writer.finish()[0])
    const path = join(directory, 'segments', entry.name)
    const good = await readFile(path)
    const sqlite = await testSqlite()
    const damage = { name: 'DamageError', code: 'damaged', file: 'segments/1-001.db', message: expect.stringContaining('1-001.db') }

    const flipped = Uint8Array.from(good)
    flipped[5000] = (flipped[5000] ?? 0) ^ 1
    await writeFile(path, flipped)
    await expect(readSegment(directory, entry, sqlite)).rejects.toMatchObject(damage)
    await writeFile(path, good.subarray(0, good.length - 1))
    await expect(readSegment(directory, entry, sqlite)).rejects.toMatchObject(damage)
    await rm(path)
    await expect(readSegment(directory, entry, sqlite)).rejects.toMatchObject({ ...damage, message: expect.stringContaining('missing') })
  })

  it('has its hash computed once a process', async () => {
    const directory = await freshDirectory()
    const writer = await writerIn(directory)
    writer.addContribution(contribution(1), fingerprint(1), 2)
    const entry = entryOf('contributions', writer.finish()[0])
    const [sqlite, verified] = [await testSqlite(), new Set<string>()]
    await readSegment(directory, entry, sqlite, { verified })
    expect(verified.size).toBe(1)
    // A hash that cannot be right shows that it is not computed again, only while name and hash are the verified ones.
    const wrong = { ...entry, sha256: '0'.repeat(64) }
    await expect(readSegment(directory, wrong, sqlite, { verified })).rejects.toMatchObject({ code: 'damaged' })
    verified.add(`${wrong.name} ${wrong.sha256}`)
    expect((await readSegment(directory, wrong, sqlite, { verified })).rows).toBe(1)
  })
})
