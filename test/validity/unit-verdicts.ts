/** What is said of invented units: bound by communication, by how many work on them, or by nothing that can be told. */
import { organisationIn } from '../analysis/organisation-of.ts'
import { plantedUnits } from '../analysis/planted-units.ts'
import type { UnitHabit } from '../analysis/planted-units.ts'

const HABITS: readonly UnitHabit[] = ['compute', 'communication', 'steady', 'noise', 'contradictory']
const SIZES = [6, 10, 16]

export interface UnitVerdicts {
  readonly habit: UnitHabit
  readonly units: number
  readonly compute: number
  readonly communication: number
  readonly undecided: number
}

/** One tally per habit, over so many organisations of one unit of each habit and size. */
export function unitVerdicts(seeds: number): UnitVerdicts[] {
  const units = HABITS.flatMap(habit => SIZES.map(people => ({ name: `${habit} of ${people}`, habit, people })))
  const said = Array.from({ length: seeds }, (_, turn) => organisationIn(plantedUnits(700 + turn, units))).flatMap(({ of }) =>
    units.map(({ name, habit }) => ({ habit, verdict: of(name).bound?.verdict ?? 'undecided' })),
  )
  return HABITS.map(habit => {
    const own = said.filter(one => one.habit === habit)
    const count = (verdict: string) => own.filter(one => one.verdict === verdict).length
    return {
      habit,
      units: own.length,
      compute: count('compute'),
      communication: count('communication'),
      undecided: count('undecided'),
    }
  })
}
