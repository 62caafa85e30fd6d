/** Whether a row is new, was brought by another import, or stands in this very file already. */
import type { MeetingRow } from '../domain/meeting.ts'
import type { AcceptedRow } from '../ingest/accepted-row.ts'
import { contributionFingerprint, Fingerprints, Occurrences, sha256 } from '../ingest/fingerprint.ts'
import { nameAt, type SegmentColumns } from '../store/segment.ts'
import type { ImportStaging } from '../store/staging.ts'

export type Novelty = 'new' | 'known' | 'repeated'

type RowOf<Kind extends AcceptedRow['kind']> = Extract<AcceptedRow, { kind: Kind }>

/** Rows by 128 bits of their content: those of other imports and former files, and those of the file being read. */
class RowTable {
  readonly #former: Fingerprints[] = [new Fingerprints()]
  #here = new Fingerprints()

  beginFile(): void {
    if (this.#here.size > 0) this.#former.push(this.#here)
    this.#here = new Fingerprints()
  }

  note(a: number, b: number, c: number, d: number): void {
    this.#former[0]!.add(a, b, c, d)
  }

  look([a, b, c, d]: Uint32Array): Novelty {
    const words = [a!, b!, c!, d!] as const
    if (!this.#here.add(...words)) return 'repeated'
    return this.#former.some(table => table.has(...words)) ? 'known' : 'new'
  }
}

export class KnownRows {
  /** Of the row looked at last; four words, overwritten by the next. */
  readonly fingerprint = new Uint32Array(4)
  readonly #contributions = new RowTable()
  readonly #others = new RowTable()
  #occurrences = new Occurrences()

  /** Knows all rows of the live imports. */
  static async of(staging: ImportStaging): Promise<KnownRows> {
    const known = new KnownRows()
    for (const live of staging.liveSegments()) {
      if (live.kind === 'contributions')
        for (const entry of live.entries) known.#noteContributions(await staging.readSegment(entry, { columns: ['fingerprint'] }))
      else for (const entry of live.entries) known.#noteMeetings(await staging.readSegment(entry))
    }
    const { people, history, components, workItems, artifacts } = staging.liveRows()
    known.#noteRows('people', people)
    known.#noteRows('history', history)
    known.#noteRows('components', components)
    known.#noteRows('work_items', workItems)
    known.#noteRows('artifacts', artifacts)
    return known
  }

  /** What the former file of this command brought counts as known from now on. */
  beginFile(): void {
    this.#contributions.beginFile()
    this.#others.beginFile()
    this.#occurrences = new Occurrences()
  }

  look(accepted: AcceptedRow): Novelty {
    if (accepted.kind === 'contributions') return this.#lookAtContribution(accepted)
    this.#printContent(accepted.kind, accepted.row)
    return this.#others.look(this.fingerprint)
  }

  #lookAtContribution({ row }: RowOf<'contributions'>): Novelty {
    contributionFingerprint(row, this.#occurrences, this.fingerprint)
    return this.#contributions.look(this.fingerprint)
  }

  #noteContributions({ columns: { fingerprint }, rows }: SegmentColumns<'contributions', 'fingerprint'>): void {
    for (let at = 0; at < rows * 4; at += 4)
      this.#contributions.note(fingerprint[at]!, fingerprint[at + 1]!, fingerprint[at + 2]!, fingerprint[at + 3]!)
  }

  #noteMeetings({ columns, rows }: SegmentColumns<'meetings'>): void {
    const numberAt = (column: Float64Array, row: number) => (Number.isNaN(column[row]!) ? null : column[row]!)
    for (let row = 0; row < rows; row++) {
      const meeting: MeetingRow = {
        person: nameAt(columns.person, row) ?? '',
        day: columns.day[row]!,
        meetingHours: columns.meetingHours[row]!,
        focusHours: numberAt(columns.focusHours, row),
        meetings: numberAt(columns.meetings, row),
        attendees: numberAt(columns.attendees, row),
        oneOnOneHours: numberAt(columns.oneOnOneHours, row),
      }
      this.#noteRows('meetings', [meeting])
    }
  }

  #noteRows(kind: AcceptedRow['kind'], rows: readonly object[]): void {
    for (const row of rows) {
      this.#printContent(kind, row)
      this.#others.note(this.fingerprint[0]!, this.fingerprint[1]!, this.fingerprint[2]!, this.fingerprint[3]!)
    }
  }

  /** Of kind and content: the same for the same row, in whichever order its fields were set. */
  #printContent(kind: string, row: object): void {
    const fields = Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))
    const hash = sha256(`${kind} ${JSON.stringify(fields)}`)
    for (let word = 0; word < 4; word++) this.fingerprint[word] = hash.readUInt32LE(word * 4)
  }
}
