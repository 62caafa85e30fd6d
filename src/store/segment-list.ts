/** The list of segments in data.db: a file in `segments/` counts only while it is listed here. */
import { type ImportId, importId } from '../domain/identifiers.ts'
import { number, oneOf, text } from './codec.ts'
import { type Database, select } from './sqlite.ts'
import { DamageError } from './store-error.ts'

export const SEGMENT_KINDS = ['contributions', 'meetings'] as const
export type SegmentKind = (typeof SEGMENT_KINDS)[number]

export interface SegmentEntry<Kind extends SegmentKind = SegmentKind> {
  /** `12-001.db`: import, then number within it. */
  readonly name: string
  readonly kind: Kind
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** The segments of one live import. */
export type LiveSegments = {
  readonly [Kind in SegmentKind]: { readonly import: ImportId; readonly kind: Kind; readonly entries: readonly SegmentEntry<Kind>[] }
}[SegmentKind]

const SEGMENT_NAME = /^\d{1,15}-\d{3,9}\.db$/
const SEGMENT_KIND = oneOf(SEGMENT_KINDS)

export const segmentName = (importSequence: number, ordinal: number) => `${importSequence}-${String(ordinal).padStart(3, '0')}.db`

/** Names become paths, so a name that is not one of ours is refused wherever it came from. */
export function checkSegmentName(name: string): string {
  if (!SEGMENT_NAME.test(name))
    throw new DamageError(
      'data.db',
      'data.db lists a segment under a name that Switchyard does not give. The workspace was changed from outside.',
    )
  return name
}

export function insertSegments(data: Database, importSequence: number, entries: readonly SegmentEntry[]): void {
  entries.forEach((entry, index) => {
    data.run('INSERT INTO segment (name, import_sequence, ordinal, kind, row_count, byte_count, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      entry.name,
      importSequence,
      index + 1,
      entry.kind,
      entry.rows,
      entry.bytes,
      entry.sha256,
    ])
  })
}

/** Segments of every import, undone ones too, in order. */
export function listSegments(data: Database): (SegmentEntry & { readonly importSequence: number; readonly undone: boolean })[] {
  const sql = `
    SELECT segment.name, segment.kind, segment.row_count, byte_count, segment.sha256, import_sequence, undone
    FROM segment JOIN import ON import.sequence = import_sequence ORDER BY import_sequence, ordinal`
  return select(data, sql, [], cells => ({
    name: checkSegmentName(text.read(cells[0])),
    kind: SEGMENT_KIND.read(cells[1]),
    rows: number.read(cells[2]),
    bytes: number.read(cells[3]),
    sha256: text.read(cells[4]),
    importSequence: number.read(cells[5]),
    undone: cells[6] === 1,
  }))
}

/** Live imports that have segments, in order, with their segments in order. */
export function liveSegments(data: Database): LiveSegments[] {
  const live: { import: ImportId; kind: SegmentKind; entries: SegmentEntry[] }[] = []
  for (const { importSequence, undone, ...entry } of listSegments(data)) {
    if (undone) continue
    const id = importId(String(importSequence))
    const last = live.at(-1)
    if (last?.import === id && last.kind === entry.kind) last.entries.push(entry)
    else live.push({ import: id, kind: entry.kind, entries: [entry] })
  }
  // Entries are only put beside entries of their own kind.
  return live as LiveSegments[]
}
