import type { EpochDay } from './calendar.ts'

/** One accepted row of a meetings file: a person and a week. */
export interface MeetingRow {
  readonly person: string
  /** The date as written; weeks are taken from it. */
  readonly day: EpochDay
  readonly meetingHours: number
  readonly focusHours: number | null
  readonly meetings: number | null
  readonly attendees: number | null
  readonly oneOnOneHours: number | null
  /** How often the person had an AI agent or assistant do something. */
  readonly agentActions: number | null
}

/** One row per person and week, as columns of equal length; NaN where a value is unknown. */
export interface MeetingColumns {
  readonly length: number
  /** Index into Dataset.people. */
  readonly person: Int32Array
  /** Weeks as in calendar.weekOf. */
  readonly week: Int32Array
  readonly meetingHours: Float64Array
  readonly focusHours: Float64Array
  readonly attendees: Float64Array
  readonly oneOnOneHours: Float64Array
  readonly agentActions: Float64Array
}
