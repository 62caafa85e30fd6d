/** Which of the columns that tell of routes were there. */
import type { Dataset } from '../domain/dataset.ts'

export interface RouteInputs {
  /** Share of the columns that were there, 0 to 1. */
  readonly coverage: number
  readonly missing: readonly string[]
  /** Without these no made move can be seen. */
  readonly missingOfMoves: readonly string[]
  /** Without these no drift can be seen. */
  readonly missingOfDrift: readonly string[]
}

const MOVES = ['history.effective_date', 'history.track|history.title'] as const
const DRIFT = ['contributions.kind', 'meetings.meeting_hours'] as const
const PEERS = ['people.org_unit', 'people.role_family'] as const

/** All that tells of routes. */
export const ROUTE_COLUMNS = [...MOVES, ...DRIFT, ...PEERS] as const

export const isPresent = ({ presentColumns }: Pick<Dataset, 'presentColumns'>, column: string) =>
  column.split('|').some(one => presentColumns.has(one))

export function missingAmong(dataset: Pick<Dataset, 'presentColumns'>, columns: readonly string[]): string[] {
  return columns.filter(column => !isPresent(dataset, column))
}

export function routeInputs(dataset: Dataset): RouteInputs {
  const missing = missingAmong(dataset, ROUTE_COLUMNS)
  const hasListedMeetings = dataset.kindNames.some((name, index) => name === 'meeting' && dataset.kindOf[index] !== null)
  const missingOfDrift = missingAmong(dataset, DRIFT).filter(column => column !== 'meetings.meeting_hours' || !hasListedMeetings)
  return {
    coverage: (ROUTE_COLUMNS.length - missing.length) / ROUTE_COLUMNS.length,
    missing,
    missingOfMoves: missingAmong(dataset, MOVES),
    missingOfDrift,
  }
}
