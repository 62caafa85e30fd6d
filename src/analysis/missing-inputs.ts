/** The columns a trap rests on, and which of them the files lack. */
import type { Dataset } from '../domain/dataset.ts'

type Trap = 'builder_trap' | 'enabler_trap'

interface Input {
  /** Any of these columns will do; the first is named where all are missing. */
  readonly columns: readonly string[]
  /** Without it the pattern cannot be seen at all. */
  readonly isNeeded: boolean
}

const needed = (...columns: string[]): Input => ({ columns, isNeeded: true })
const helps = (...columns: string[]): Input => ({ columns, isNeeded: false })

export const TRAP_INPUTS: Readonly<Record<Trap, readonly Input[]>> = {
  builder_trap: [
    needed('contributions.component', 'contributions.artifact'),
    needed('components.criticality'),
    helps('contributions.artifact'),
    helps('contributions.size', 'contributions.hours', 'contributions.added'),
    helps('people.person_id'),
    helps('people.termination_date', 'people.employment_status', 'history.reason'),
    helps('people.role_family'),
  ],
  enabler_trap: [
    needed('contributions.uses'),
    needed('contributions.artifact'),
    helps('people.performance_rating'),
    helps('people.comp_ratio'),
    helps('history.level', 'history.level_rank', 'history.reason'),
    helps('people.role_family'),
  ],
}

export interface MissingInputs {
  /** As `people.performance_rating`. */
  readonly missing: readonly string[]
  /** Those of them without which the pattern cannot be seen. */
  readonly blocking: readonly string[]
  /** Share of the inputs that were there. */
  readonly coverage: number
}

export function missingInputs({ presentColumns }: Pick<Dataset, 'presentColumns'>, trap: Trap): MissingInputs {
  const inputs = TRAP_INPUTS[trap]
  const missing = inputs.filter(({ columns }) => !columns.some(column => presentColumns.has(column)))
  return {
    missing: missing.map(({ columns }) => columns[0]!),
    blocking: missing.filter(({ isNeeded }) => isNeeded).map(({ columns }) => columns[0]!),
    coverage: (inputs.length - missing.length) / inputs.length,
  }
}
