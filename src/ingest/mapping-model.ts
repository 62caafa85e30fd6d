/** A mapping: which columns of a file are which of our fields, and how their cells are written. Plain data, kept as JSON. */
import { INPUT_COLUMNS, type InputKind } from '../domain/input-kind.ts'
import type { Fix } from './fixes.ts'

/** What a user said about how the file is written; what is left out is sniffed. */
export interface DialectChoice {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly quote?: string | undefined
  /** 1-based. */
  readonly headerLine?: number | undefined
}

type PerField<Value> = Readonly<Record<string, Value>>

export interface Mapping {
  readonly kind: InputKind
  /** What a user calls it, as a profile to be used again. */
  readonly name?: string | undefined
  /** Our field -> header as spelt in the file. In a mapping a user made, `''` leaves a field out; without any, headers speak for themselves. */
  readonly columns: PerField<string>
  /** The system whose exports look like this. */
  readonly preset?: string | undefined
  /** Columns that make one value together, joined by a blank, such as first and last name. */
  readonly joined?: PerField<readonly string[]> | undefined
  /** Columns read where the first is blank; of a list all are read, and of actions of agents all are summed. */
  readonly fallbacks?: PerField<readonly string[]> | undefined
  /** What a field is where its cells are blank or missing; `''` takes a constant away that would be found otherwise. */
  readonly constants?: PerField<string> | undefined
  /** How cells are written, one or several words: `DMY`, `MDY`, `excel-1904`, `decimal-comma`, `percent`, `minutes`, `last-first`, `name-and-id`, ... */
  readonly formats?: PerField<string> | undefined
  /** Words of the file -> ours; `''` is blank. */
  readonly values?: PerField<Readonly<Record<string, string>>> | undefined
  /** A header that stands several times is read again where it was blank before. */
  readonly repeats?: boolean | undefined
  readonly dialect?: DialectChoice | undefined
  /** Applied to the rows before they are read. */
  readonly fixes?: readonly Fix[] | undefined
  /** Of a people file: whether those it does not list have left, or stay as they are. */
  readonly missingPeople?: MissingPeople | undefined
  /** Of a people file: whether people under another id than before are the same ones, or others. */
  readonly changedIds?: ChangedIds | undefined
}

export const MISSING_PEOPLE = ['left', 'keep'] as const
export type MissingPeople = (typeof MISSING_PEOPLE)[number]
export const CHANGED_IDS = ['same', 'other'] as const
export type ChangedIds = (typeof CHANGED_IDS)[number]

/** Fields that are read and become other things: job events, names, hours. */
const FURTHER_FIELDS: Partial<Record<InputKind, readonly string[]>> = {
  people: ['effective_date', 'reason', 'time_in_role'],
  contributions: ['ended_at', 'excluded'],
}

export const fieldsOf = (kind: InputKind): readonly string[] => [
  ...INPUT_COLUMNS[kind].must,
  ...INPUT_COLUMNS[kind].may,
  ...(FURTHER_FIELDS[kind] ?? []),
]

export const isListField = (field: string) => LISTS.has(field)
const LISTS = new Set(['aliases', 'participants', 'uses', 'accountable_for'])

/** Tools count each by itself what is one number here. */
export const isSummedField = (field: string) => field === 'agent_actions'

const DATES = new Set(
  'hire_date termination_date leave_from leave_to planned_date effective_date occurred_at ended_at week opened_at started_at finished_at'.split(
    ' ',
  ),
)
export const isDateField = (field: string) => DATES.has(field)

const NUMBERS = new Set(
  'level_rank fte performance_rating rating_max comp_ratio size added deleted hours meeting_hours focus_hours meetings attendees one_on_one_hours agent_actions criticality handoffs lines'.split(
    ' ',
  ),
)
export const isNumberField = (field: string) => NUMBERS.has(field)
