/** What a segment holds: which columns, of which type, under which names in its database. */
import type { SegmentKind } from './segment-list.ts'

/** At most so many rows a segment: what bounds the memory of writing and of reading one. */
export const SEGMENT_ROWS = 131_072
/** Rows with long texts fill a segment earlier. */
export const SEGMENT_TEXT_BYTES = 4 * 1024 * 1024

/** -1 as a code means that the cell was blank. */
export const NO_CODE = -1

export const SEGMENT_COLUMNS = {
  contributions: {
    /** Four numbers a row: 128 bits that tell one contribution from another. */
    fingerprint: 'uint32',
    /** 1-based line of the source file. */
    line: 'uint32',
    day: 'int32',
    instant: 'float64',
    person: 'code',
    personName: 'code',
    kind: 'code',
    component: 'code',
    artifact: 'code',
    previousArtifact: 'code',
    workItem: 'code',
    /** NaN when unknown. */
    size: 'float64',
    /** NaN when unknown. */
    hours: 'float32',
    /** 0 when unmarked, else 1 + index into CHANGES. */
    change: 'uint8',
    /** 0 when none, else 1 + index into OUTCOMES. */
    outcome: 'uint8',
    /** 0 unknown, 1 no, 2 yes. */
    agent: 'uint8',
    participants: 'list',
    uses: 'list',
    id: 'text',
    title: 'text',
    url: 'text',
  },
  meetings: {
    line: 'uint32',
    person: 'code',
    day: 'int32',
    meetingHours: 'float64',
    /** NaN when unknown, here and below. */
    focusHours: 'float64',
    meetings: 'float64',
    attendees: 'float64',
    oneOnOneHours: 'float64',
    agentActions: 'float64',
  },
} as const satisfies Readonly<Record<SegmentKind, Readonly<Record<string, ColumnType>>>>

/** Columns that came later: in segments of before every row is NaN there. */
export const LATER_COLUMNS: ReadonlySet<string> = new Set<ColumnName<'meetings'>>(['agentActions'])

export const NUMBER_ARRAYS = {
  uint8: Uint8Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const
export type NumberType = keyof typeof NUMBER_ARRAYS
export type NumberArray<Type extends NumberType = NumberType> = InstanceType<(typeof NUMBER_ARRAYS)[Type]>
export type ColumnType = NumberType | 'code' | 'list' | 'text'

export type ColumnName<Kind extends SegmentKind> = keyof (typeof SEGMENT_COLUMNS)[Kind] & string

/** A column keeps its blocks under these names; `numbers` are values, codes or the codes of lists. */
export type BlockPart = 'numbers' | 'starts' | 'offsets' | 'text'

export const SEGMENT_FORMAT = 1
export const SEGMENT_SCHEMA = `
  PRAGMA page_size = 16384;
  PRAGMA journal_mode = OFF;
  CREATE TABLE segment (format INTEGER NOT NULL, kind TEXT NOT NULL, row_count INTEGER NOT NULL) STRICT;
  CREATE TABLE block (
    column_name TEXT NOT NULL, part TEXT NOT NULL, type TEXT NOT NULL, entries INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (column_name, part)
  ) STRICT;
`
