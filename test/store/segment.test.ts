import fc from 'fast-check'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHANGES, type ContributionRow, OUTCOMES } from '../../src/domain/contribution.ts'
import type { MeetingRow } from '../../src/domain/meeting.ts'
import { sha256 } from '../../src/store/canonical-json.ts'
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

/** Block by block as the first version wrote them, without the columns named. */
async function writeOldMeetings(
  directory: string,
  meetings: readonly { readonly person: string; readonly day: number; readonly meetingHours: number }[],
  without: readonly string[] = [],
): Promise<SegmentEntry<'meetings'>> {
  const database = new (await testSqlite()).Database()
  database.exec(`
    CREATE TABLE segment (format INTEGER NOT NULL, kind TEXT NOT NULL, row_count INTEGER NOT NULL) STRICT;
    CREATE TABLE block (
      column_name TEXT NOT NULL, part TEXT NOT NULL, type TEXT NOT NULL, entries INTEGER NOT NULL, bytes BLOB NOT NULL,
      PRIMARY KEY (column_name, part)
    ) STRICT;
  `)
  database.run("INSERT INTO segment VALUES (1, 'meetings', ?)", [meetings.length])
  const add = (column: string, part: string, type: string, values: ArrayBufferView & { readonly length: number }) => {
    if (without.includes(column)) return
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    database.run('INSERT INTO block VALUES (?, ?, ?, ?, ?)', [column, part, type, values.length, bytes])
  }
  const text = new TextEncoder().encode(meetings.map(({ person }) => person).join(''))
  const ends = meetings.map(
    (_, row) =>
      new TextEncoder().encode(
        meetings
          .slice(0, row + 1)
          .map(({ person }) => person)
          .join(''),
      ).length,
  )
  add(
    'line',
    'numbers',
    'uint32',
    Uint32Array.from(meetings.keys(), row => row + 2),
  )
  add('person', 'numbers', 'int32', Int32Array.from(meetings.keys()))
  add('person', 'offsets', 'uint32', Uint32Array.from([0, ...ends]))
  add('person', 'text', 'utf8', text)
  add(
    'day',
    'numbers',
    'int32',
    Int32Array.from(meetings, ({ day }) => day),
  )
  add(
    'meetingHours',
    'numbers',
    'float64',
    Float64Array.from(meetings, ({ meetingHours }) => meetingHours),
  )
  for (const column of ['focusHours', 'meetings', 'attendees'])
    add(column, 'numbers', 'float64', new Float64Array(meetings.length).fill(Number.NaN))
  add('oneOnOneHours', 'numbers', 'float64', new Float64Array(meetings.length).fill(0.5))
  const image = database.export()
  database.close()
  await mkdir(join(directory, 'segments'), { recursive: true })
  await writeFile(join(directory, 'segments', '1-001.db'), image)
  return { name: '1-001.db', kind: 'meetings', rows: meetings.length, bytes: image.length, sha256: sha256(image) }
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
      agentActions: null,
    }
    writer.addMeeting(meeting, 2)
    writer.addMeeting({ ...meeting, person: 'p-2', focusHours: 4, agentActions: 12 }, 3)
    const { columns } = await readSegment(directory, entryOf('meetings', writer.finish()[0]), await testSqlite())
    expect(columns.person.names).toEqual(['p-1', 'p-2'])
    expect([...columns.day]).toEqual([20_001, 20_001])
    expect([...columns.meetingHours, ...columns.focusHours, ...columns.meetings]).toEqual([7.5, 7.5, Number.NaN, 4, 3, 3])
    expect([...columns.attendees, ...columns.oneOnOneHours]).toEqual([Number.NaN, Number.NaN, 0, 0])
    expect([...columns.agentActions]).toEqual([Number.NaN, 12])
  })

  it('written before actions of agents were kept has them unknown, and all else as it was', async () => {
    const directory = await freshDirectory()
    const old = await writeOldMeetings(directory, [
      { person: 'p-1', day: 20_001, meetingHours: 7.5 },
      { person: 'p-2', day: 20_008, meetingHours: 3 },
    ])
    const sqlite = await testSqlite()
    const { columns, rows } = await readSegment(directory, old, sqlite)
    expect(rows).toBe(2)
    expect([0, 1].map(row => nameAt(columns.person, row))).toEqual(['p-1', 'p-2'])
    expect([...columns.day, ...columns.meetingHours, ...columns.oneOnOneHours]).toEqual([20_001, 20_008, 7.5, 3, 0.5, 0.5])
    expect([...columns.agentActions]).toEqual([Number.NaN, Number.NaN])
    const { columns: asked } = await readSegment(directory, old, sqlite, { columns: ['agentActions'] })
    expect(Object.keys(asked)).toEqual(['agentActions'])
  })

  it('that lacks any other column is not read', async () => {
    const directory = await freshDirectory()
    const old = await writeOldMeetings(directory, [{ person: 'p-1', day: 20_001, meetingHours: 7.5 }], ['attendees'])
    await expect(readSegment(directory, old, await testSqlite())).rejects.toThrow('A segment lacks the block attendees.numbers')
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
