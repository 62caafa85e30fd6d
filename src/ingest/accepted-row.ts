import type { ArtifactRow, ComponentRow, WorkItemRow } from '../domain/component.ts'
import type { ContributionRow } from '../domain/contribution.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { MeetingRow } from '../domain/meeting.ts'
import type { DemographicValue, PersonRow } from '../domain/person.ts'
import type { Column } from './row-reader.ts'

export type AcceptedRow =
  | { readonly kind: 'people'; readonly row: PersonRow; readonly demographics: readonly DemographicValue[] }
  | { readonly kind: 'history'; readonly row: JobEventRow }
  | { readonly kind: 'contributions'; readonly row: ContributionRow }
  | { readonly kind: 'meetings'; readonly row: MeetingRow }
  | { readonly kind: 'components'; readonly row: ComponentRow }
  | { readonly kind: 'work_items'; readonly row: WorkItemRow }
  | { readonly kind: 'artifacts'; readonly row: ArtifactRow }

/** Reads the record its reader stands on; null when problems, all reported, keep the record out. */
export type RowParser = () => AcceptedRow | null
export type ColumnOf = (field: string) => Column
