import type { EpochDay } from './calendar.ts'
import type { PersonId } from './identifiers.ts'
import type { Track } from './person.ts'

/** One accepted row of a history file. */
export interface JobEventRow {
  readonly personId: string
  readonly effectiveDate: EpochDay
  readonly title: string | null
  readonly level: string | null
  readonly levelRank: number | null
  readonly track: Track | null
  readonly manager: string | null
  readonly orgUnit: string | null
  readonly fte: number | null
  /** `hire`, `promotion`, `transfer`, `reorganisation`, `leave_start`, `leave_end`, `exit`; other text is kept. */
  readonly reason: string | null
}

export interface JobEvent extends Omit<JobEventRow, 'personId'> {
  readonly personId: PersonId
}
