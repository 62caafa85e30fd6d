import type { EpochDay } from './calendar.ts'

/** One accepted row of a components file: a system. */
export interface ComponentRow {
  readonly component: string
  /** 1 to 5; null when blank (then 3 is assumed, and said). */
  readonly criticality: number | null
  readonly ownerUnit: string | null
  readonly regulated: boolean | null
  readonly core: boolean | null
}

/** One accepted row of a work items file: a ticket or project. */
export interface WorkItemRow {
  readonly workItem: string
  readonly title: string | null
  readonly component: string | null
  readonly openedAt: EpochDay | null
  readonly startedAt: EpochDay | null
  readonly finishedAt: EpochDay | null
  readonly status: string | null
  readonly size: number | null
  readonly handoffs: number | null
}

export type ArtifactStatus = 'current' | 'removed' | 'out_of_scope'

/** One accepted row of an artifacts file: what is in scope. */
export interface ArtifactRow {
  readonly artifact: string
  readonly component: string | null
  /** Blank counts as `current`. */
  readonly status: ArtifactStatus
  readonly lines: number | null
}

const ROOT_COMPONENT = '(root)'

/** The system an artifact belongs to when its row names none: the first segment of its path, `(root)` at the top. */
export function componentOfPath(artifact: string): string {
  let start = artifact.startsWith('./') ? 2 : 0
  while (artifact[start] === '/') start++
  const slash = artifact.indexOf('/', start)
  return slash < 0 ? ROOT_COMPONENT : artifact.slice(start, slash)
}
