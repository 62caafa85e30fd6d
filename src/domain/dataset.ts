import type { ComponentRow, WorkItemRow } from './component.ts'
import type { ContributionColumns } from './contribution.ts'
import type { EpochDay } from './calendar.ts'
import type { ComponentName, WorkItemId } from './identifiers.ts'
import type { JobEvent } from './job-event.ts'
import type { ContributionKind } from './kinds.ts'
import type { MeetingColumns } from './meeting.ts'
import type { Person } from './person.ts'
import type { TitleRules } from './title-rules.ts'

export interface Component extends Omit<ComponentRow, 'component'> {
  readonly name: ComponentName
}

export interface WorkItem extends Omit<WorkItemRow, 'workItem'> {
  readonly id: WorkItemId
}

/** An artifact is a component and a name: the same name in two components is two artifacts. */
export interface ArtifactName {
  /** Index into Dataset.componentNames. */
  readonly component: number
  readonly name: string
}

/**
 * Everything an analysis reads: the fold of all live imports up to the as-of date, with people
 * resolved. Names are sorted by code unit, so that indexes do not depend on the order of rows.
 */
export interface Dataset {
  /** The newest contribution not dated after the day of import, unless the user sets another day. */
  readonly asOf: EpochDay
  /** In the order of id. */
  readonly people: readonly Person[]
  /** In the order of person, date and content. */
  readonly history: readonly JobEvent[]
  readonly meetings: MeetingColumns
  /** Sorted; every component named by a contribution, a component row or an artifact row. */
  readonly componentNames: readonly ComponentName[]
  /** Same length as componentNames; null where no component file names it. */
  readonly components: readonly (Component | null)[]
  /** Sorted by component, then name. */
  readonly artifactNames: readonly ArtifactName[]
  /**
   * Same length as artifactNames: 1 in scope, 0 not. Null when no artifacts file was imported:
   * then every artifact ever touched is in scope.
   */
  readonly artifactScope: Uint8Array | null
  /** Sorted. */
  readonly workItemNames: readonly WorkItemId[]
  /** Same length as workItemNames; null where no work items file names it. */
  readonly workItems: readonly (WorkItem | null)[]
  /** Sorted kinds that occur; `kindOf` is null for a kind nobody has mapped yet. */
  readonly kindNames: readonly string[]
  readonly kindOf: readonly (ContributionKind | null)[]
  /** Absent where every title is read by its words alone. */
  readonly titleRules?: TitleRules
  readonly contributions: ContributionColumns
  /** Columns that were present in the live imports, as `people.manager_id`. */
  readonly presentColumns: ReadonlySet<string>
}
