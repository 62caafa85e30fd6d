/** Pace: effort per active week at full time, in hours, and where it stands among peers. */
import type { Dataset } from '../domain/dataset.ts'
import { WORK_MODES } from '../domain/kinds.ts'
import type { Activity } from './activity.ts'
import { standingsOf } from './cohort.ts'
import type { Cohorts, Standing } from './cohort.ts'
import { totalEffort } from './mode-shares.ts'
import type { ModeEffort } from './mode-shares.ts'
import { MICRO_HOURS } from './points.ts'
import { fullTimeOf } from './role-families.ts'
import type { Settings } from './settings.ts'

export interface Pace {
  readonly effort: Standing
  readonly build: Standing
}

/** Null for those who are not observed: they have no low pace, but none. */
export function pacesOf(
  dataset: Dataset,
  modeEffort: ModeEffort,
  activity: Activity,
  cohorts: Cohorts,
  settings: Settings,
): (Pace | null)[] {
  const build = WORK_MODES.indexOf('build')
  const perWeek = (microHours: (person: number) => number) =>
    Float64Array.from(dataset.people, (person, index) => {
      if (activity.observed[index] !== 1) return NaN
      return microHours(index) / MICRO_HOURS / (activity.activeWeeks[index]! * fullTimeOf(person))
    })
  const effort = standingsOf(
    perWeek(person => totalEffort(modeEffort, person)),
    cohorts,
    settings,
  )
  const built = standingsOf(
    perWeek(person => modeEffort[person * WORK_MODES.length + build]!),
    cohorts,
    settings,
  )
  return effort.map((standing, person) => {
    const buildStanding = built[person]!
    return standing === null || buildStanding === null ? null : { effort: standing, build: buildStanding }
  })
}
