/** The rows that are kept one by one, and the key under which two rows are the same thing. */
import type { ArtifactRow } from '../domain/component.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { AcceptedRow } from '../ingest/accepted-row.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import type { RowKind } from '../store/row-table.ts'

export type ComparedKind = RowKind

export function keyOf(accepted: Extract<AcceptedRow, { kind: ComparedKind }>): string {
  switch (accepted.kind) {
    case 'people':
      return accepted.row.personId
    case 'history':
      return eventKey(accepted.row)
    case 'components':
      return accepted.row.component
    case 'work_items':
      return accepted.row.workItem
    case 'artifacts':
      return artifactKey(accepted.row)
  }
}

/** An event is all that it says. */
export const eventKey = (event: JobEventRow) => canonicalJson(event)

export const artifactKey = ({ component, artifact }: ArtifactRow) => JSON.stringify([component ?? '', artifact])
