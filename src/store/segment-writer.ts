/** Collects rows of one import in little memory and cuts them into segments. */
import { join } from 'node:path'
import { CHANGES, type ContributionRow, OUTCOMES } from '../domain/contribution.ts'
import type { MeetingRow } from '../domain/meeting.ts'
import { sha256 } from './canonical-json.ts'
import { number } from './codec.ts'
import { type FileSystem } from './file-system.ts'
import { SEGMENTS_FOLDER } from './folder.ts'
import { type Block, CodeCollector, type Collector, ListCollector, NumberCollector, TextCollector } from './column-collector.ts'
import { type ColumnName, SEGMENT_FORMAT, SEGMENT_ROWS, SEGMENT_SCHEMA, SEGMENT_TEXT_BYTES } from './segment-format.ts'
import { type SegmentEntry, type SegmentKind, segmentName } from './segment-list.ts'
import { select, type Sqlite } from './sqlite.ts'
import { inWords, NOTHING_IMPORTED } from './store-error.ts'

const contributionCollectors = () =>
  ({
    fingerprint: new NumberCollector('uint32'),
    line: new NumberCollector('uint32'),
    day: new NumberCollector('int32'),
    instant: new NumberCollector('float64'),
    person: new CodeCollector(),
    personName: new CodeCollector(),
    kind: new CodeCollector(),
    component: new CodeCollector(),
    artifact: new CodeCollector(),
    previousArtifact: new CodeCollector(),
    workItem: new CodeCollector(),
    size: new NumberCollector('float64'),
    hours: new NumberCollector('float32'),
    change: new NumberCollector('uint8'),
    outcome: new NumberCollector('uint8'),
    agent: new NumberCollector('uint8'),
    participants: new ListCollector(),
    uses: new ListCollector(),
    id: new TextCollector(),
    title: new TextCollector(),
    url: new TextCollector(),
  }) satisfies Record<ColumnName<'contributions'>, Collector>

const meetingCollectors = () =>
  ({
    line: new NumberCollector('uint32'),
    person: new CodeCollector(),
    day: new NumberCollector('int32'),
    meetingHours: new NumberCollector('float64'),
    focusHours: new NumberCollector('float64'),
    meetings: new NumberCollector('float64'),
    attendees: new NumberCollector('float64'),
    oneOnOneHours: new NumberCollector('float64'),
    agentActions: new NumberCollector('float64'),
  }) satisfies Record<ColumnName<'meetings'>, Collector>

/** Where segments are written, and for which import. */
export interface SegmentTarget {
  readonly directory: string
  readonly importSequence: number
  readonly sqlite: Sqlite
  readonly files: FileSystem
  /** Called after every few segments. */
  readonly collectGarbage?: (() => void) | undefined
}

/** A collection takes as long as a few thousand rows; what this many segments leave behind is some twenty megabytes. */
const COLLECTED_EVERY = 3

/**
 * Rows go in one by one; each 131,072 rows (fewer where texts are long) become a file, blocking:
 * the job thread has nothing else to do. `finish` writes the rest.
 */
export class SegmentWriter {
  readonly #target: SegmentTarget
  readonly #entries: SegmentEntry[] = []
  #formerImageBytes = 0
  #contributions: ReturnType<typeof contributionCollectors> | null = null
  #meetings: ReturnType<typeof meetingCollectors> | null = null

  constructor(target: SegmentTarget) {
    this.#target = target
  }

  addContribution(row: ContributionRow, fingerprint: Uint32Array, line: number): void {
    const columns = (this.#contributions ??= contributionCollectors())
    for (let word = 0; word < 4; word++) columns.fingerprint.add(fingerprint[word] ?? 0)
    columns.line.add(line)
    columns.day.add(row.day)
    columns.instant.add(row.instant)
    columns.person.add(row.person)
    columns.personName.add(row.personName)
    columns.kind.add(row.kind)
    columns.component.add(row.component)
    columns.artifact.add(row.artifact)
    columns.previousArtifact.add(row.previousArtifact)
    columns.workItem.add(row.workItem)
    columns.size.add(row.size ?? Number.NaN)
    columns.hours.add(row.hours ?? Number.NaN)
    columns.change.add(row.change === null ? 0 : 1 + CHANGES.indexOf(row.change))
    columns.outcome.add(row.outcome === null ? 0 : 1 + OUTCOMES.indexOf(row.outcome))
    columns.agent.add(row.agent === null ? 0 : row.agent ? 2 : 1)
    columns.participants.add(row.participants)
    columns.uses.add(row.uses)
    columns.id.add(row.id)
    columns.title.add(row.title)
    columns.url.add(row.url)
    const textBytes = columns.id.textBytes + columns.title.textBytes + columns.url.textBytes + columns.artifact.textBytes
    if (columns.line.length === SEGMENT_ROWS || textBytes >= SEGMENT_TEXT_BYTES) this.#cut('contributions', columns, columns.line.length)
  }

  addMeeting(row: MeetingRow, line: number): void {
    const columns = (this.#meetings ??= meetingCollectors())
    columns.line.add(line)
    columns.person.add(row.person)
    columns.day.add(row.day)
    columns.meetingHours.add(row.meetingHours)
    columns.focusHours.add(row.focusHours ?? Number.NaN)
    columns.meetings.add(row.meetings ?? Number.NaN)
    columns.attendees.add(row.attendees ?? Number.NaN)
    columns.oneOnOneHours.add(row.oneOnOneHours ?? Number.NaN)
    columns.agentActions.add(row.agentActions ?? Number.NaN)
    if (columns.line.length === SEGMENT_ROWS) this.#cut('meetings', columns, columns.line.length)
  }

  /** Writes what is left; the entries, in order, of every segment written. */
  finish(): SegmentEntry[] {
    if (this.#contributions && this.#contributions.line.length > 0)
      this.#cut('contributions', this.#contributions, this.#contributions.line.length)
    if (this.#meetings && this.#meetings.line.length > 0) this.#cut('meetings', this.#meetings, this.#meetings.line.length)
    return this.#entries
  }

  #cut(kind: SegmentKind, collectors: Readonly<Record<string, Collector>>, rows: number): void {
    this.#entries.push(this.#write(kind, collectors, rows))
    if (this.#entries.length % COLLECTED_EVERY === 0) this.#target.collectGarbage?.()
  }

  #write(kind: SegmentKind, collectors: Readonly<Record<string, Collector>>, rows: number): SegmentEntry {
    const { directory, importSequence, files } = this.#target
    const image = this.#image(kind, collectors, rows)
    const name = segmentName(importSequence, this.#entries.length + 1)
    const path = join(directory, SEGMENTS_FOLDER, name)
    try {
      files.removeBlocking(`${path}.tmp`)
      files.createFileBlocking(`${path}.tmp`, image)
      files.renameBlocking(`${path}.tmp`, path)
    } catch (error) {
      throw inWords(error, `${SEGMENTS_FOLDER}/${name}`, NOTHING_IMPORTED)
    }
    return { name, kind, rows, bytes: image.length, sha256: sha256(image) }
  }

  #image(kind: SegmentKind, collectors: Readonly<Record<string, Collector>>, rows: number): Uint8Array {
    const { sqlite } = this.#target
    const database = new sqlite.Database(emptyImage(sqlite, this.#formerImageBytes))
    try {
      database.run('PRAGMA journal_mode = OFF')
      database.run('INSERT INTO segment (format, kind, row_count) VALUES (?, ?, ?)', [SEGMENT_FORMAT, kind, rows])
      const insert = database.prepare('INSERT INTO block (column_name, part, type, entries, bytes) VALUES (?, ?, ?, ?, ?)')
      const add = (name: string) => (block: Block) => insert.run([name, block.part, block.type, block.entries, block.bytes])
      for (const [name, collector] of Object.entries(collectors)) {
        collector.blocks().forEach(add(name))
        collector.clear()
      }
      insert.free()
      const [imageBytes = 0] = select(database, 'SELECT page_count * page_size FROM pragma_page_count, pragma_page_size', [], ([size]) =>
        number.read(size),
      )
      this.#formerImageBytes = imageBytes
      return database.export().subarray(0, imageBytes)
    } finally {
      database.close()
    }
  }
}

/**
 * A segment without rows, as a file with room behind its pages: SQLite fills the room and keeps to
 * its own count of pages. Without it the file in memory grows by an eighth and is copied, again and again.
 */
function emptyImage(sqlite: Sqlite, bytes: number): Uint8Array {
  const database = new sqlite.Database()
  try {
    database.exec(SEGMENT_SCHEMA)
    const image = database.export()
    const roomy = new Uint8Array(Math.max(image.length, bytes))
    roomy.set(image)
    return roomy
  } finally {
    database.close()
  }
}
