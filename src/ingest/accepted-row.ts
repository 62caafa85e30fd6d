import type { EpochDay } from '../domain/calendar.ts'
import type { ArtifactRow, ComponentRow, WorkItemRow } from '../domain/component.ts'
import type { ContributionRow } from '../domain/contribution.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { MeetingRow } from '../domain/meeting.ts'
import type { DemographicValue, PersonRow } from '../domain/person.ts'
import type { Column } from './column.ts'

export interface PersonRecord {
  readonly kind: 'people'
  readonly row: PersonRow
  readonly demographics: readonly DemographicValue[]
  /** The day the row holds from, and why, where it says so. */
  readonly from?: EpochDay | null
  readonly reason?: string | null
  /** What the row tells of the person's jobs, to be kept as history. */
  readonly events?: readonly JobEventRow[]
}

export type AcceptedRow =
  | PersonRecord
  | {
      readonly kind: 'history'
      readonly row: JobEventRow
      /** Of the kind of the whole file, where a people file tells of job events too. */
      readonly of?: 'people'
    }
  | { readonly kind: 'contributions'; readonly row: ContributionRow }
  | { readonly kind: 'meetings'; readonly row: MeetingRow }
  | { readonly kind: 'components'; readonly row: ComponentRow }
  | { readonly kind: 'work_items'; readonly row: WorkItemRow }
  | { readonly kind: 'artifacts'; readonly row: ArtifactRow }

/** Reads the record its reader stands on; null when problems, all reported, keep the record out. */
export type RowParser = () => AcceptedRow | null
export type ColumnOf = (field: string) => Column
