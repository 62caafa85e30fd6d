/** Which of the columns that patterns and units rest on were there, and what a missing one costs. */
import type { Dataset } from '../domain/dataset.ts'
import { COLUMN_USES } from './column-uses.ts'
import { PLANS } from './misrouted.ts'
import { TRAP_INPUTS } from './missing-inputs.ts'
import { isPresent, ROUTE_COLUMNS } from './route-inputs.ts'
import { BLOCK_COLUMNS } from './systems-thinker.ts'

/** As for figures; `figure` is a pattern, or `units`. */
export interface PatternCoverage {
  readonly figure: string
  /** Share of the columns it rests on that were there, 0 to 1. */
  readonly coverage: number
  /** As `people.fte`; `a|b` where either would do. */
  readonly missing: readonly { readonly column: string; readonly cost: string }[]
}

const trapColumns = (trap: keyof typeof TRAP_INPUTS) => TRAP_INPUTS[trap].map(({ columns }) => columns.join('|'))

const NEEDS: Readonly<Record<string, readonly string[]>> = {
  builder_trap: trapColumns('builder_trap'),
  enabler_trap: trapColumns('enabler_trap'),
  coordination_path: ROUTE_COLUMNS,
  about_to_be_misrouted: [PLANS.join('|')],
  systems_thinker: Object.values(BLOCK_COLUMNS),
  units: ['people.org_unit', 'people.manager_id', 'people.track', 'people.governance', 'meetings.meeting_hours', 'meetings.focus_hours'],
}

/** One per pattern, then the units. */
export function patternCoverages(dataset: Pick<Dataset, 'presentColumns'>): PatternCoverage[] {
  return Object.entries(NEEDS).map(([figure, needs]) => {
    const missing = needs.filter(column => !isPresent(dataset, column))
    return {
      figure,
      coverage: (needs.length - missing.length) / needs.length,
      missing: missing.map(column => ({ column, cost: costOf(column) })),
    }
  })
}

const COST_OF = new Map(COLUMN_USES.map(({ kind, column, cost }) => [`${kind}.${column}`, cost ?? '']))

/** The words for the first of several that would do. */
const costOf = (column: string) => COST_OF.get(column.split('|')[0]!) ?? ''
