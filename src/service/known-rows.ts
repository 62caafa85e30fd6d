/** Whether a row is new, was brought by another import, or stands in this very file already. */
import type { MeetingRow } from '../domain/meeting.ts'
import type { AcceptedRow } from '../ingest/accepted-row.ts'
import { contributionFingerprint, fingerprint, Fingerprints, Occurrences } from '../ingest/fingerprint.ts'
import { nameAt, type SegmentColumns } from '../store/segment.ts'
import type { ImportStaging } from '../store/staging.ts'

export type Novelty = 'new' | 'known' | 'repeated'

type RowOf<Kind extends AcceptedRow['kind']> = Extract<AcceptedRow, { kind: Kind }>

/** Rows by 128 bits of their content: those of other imports and former files, and those of the file being read. */
class RowTable {
  readonly #noted = new Fingerprints()
  readonly #former: Pick<Fingerprints, 'has'>[] = [this.#noted]
  #here = new Fingerprints()

  /** `alsoHere`: rows of the former file that were looked at with `isFirstHere`. */
  beginFile(alsoHere: Pick<Fingerprints, 'has'> | null): void {
    if (this.#here.size > 0) this.#former.push(this.#here)
    if (alsoHere) this.#former.push(alsoHere)
    this.#here = new Fingerprints()
  }

  note(a: number, b: number, c: number, d: number): void {
    this.#noted.add(a, b, c, d)
  }

  /** `isFirstHere`: the caller knows by a table of its own that the file has no such row yet. */
  look(words: Uint32Array, isFirstHere: boolean): Novelty {
    if (!isFirstHere && !this.#here.add(words[0]!, words[1]!, words[2]!, words[3]!)) return 'repeated'
    return this.isFormer(words) ? 'known' : 'new'
  }

  /** Whether another import or a former file has the row. */
  isFormer(words: Uint32Array): boolean {
    return this.#former.some(table => table.has(words[0]!, words[1]!, words[2]!, words[3]!))
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
    this.#contributions.beginFile(this.#occurrences)
    this.#others.beginFile(null)
    this.#occurrences = new Occurrences()
  }

  look(accepted: AcceptedRow): Novelty {
    if (accepted.kind === 'contributions') return this.#lookAtContribution(accepted)
    this.#printContent(accepted.kind, accepted.row)
    const novelty = this.#others.look(this.fingerprint, false)
    return novelty === 'new' && accepted.kind === 'meetings' ? this.#lookWithoutActions(accepted) : novelty
  }

  /** A week that came in before actions of agents were read is the same week with them. */
  #lookWithoutActions({ kind, row }: RowOf<'meetings'>): Novelty {
    if (row.agentActions === null) return 'new'
    this.#printContent(kind, { ...row, agentActions: null })
    return this.#others.isFormer(this.fingerprint) ? 'known' : 'new'
  }

  #lookAtContribution({ row }: RowOf<'contributions'>): Novelty {
    const isFirstHere = contributionFingerprint(row, this.#occurrences, this.fingerprint)
    return this.#contributions.look(this.fingerprint, isFirstHere)
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
        agentActions: numberAt(columns.agentActions, row),
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
    fingerprint(`${kind} ${JSON.stringify(fields)}`, this.fingerprint)
  }
}
