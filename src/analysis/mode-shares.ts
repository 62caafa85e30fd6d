/** How somebody's effort in a period is shared out among the five modes of work. */
import type { Dataset } from '../domain/dataset.ts'
import { WORK_MODES } from '../domain/kinds.ts'
import type { WorkMode } from '../domain/kinds.ts'
import type { Effort } from './effort.ts'
import { isWeekWithin, isWithin } from './window.ts'
import type { Period } from './window.ts'

export type ModeShares = Readonly<Record<WorkMode, number>>

/** Micro-hours per person and mode, whole numbers: person p, mode m (of WORK_MODES) at p * 5 + m. */
export type ModeEffort = Float64Array

export function modeEffortOf(dataset: Dataset, effort: Effort, period: Period): ModeEffort {
  const { contributions } = dataset
  const modeOfKind = dataset.kindOf.map(kind => (kind === null ? -1 : WORK_MODES.indexOf(kind.mode)))
  const sums = new Float64Array(dataset.people.length * WORK_MODES.length)
  for (let row = 0; row < contributions.length; row++) {
    const mode = modeOfKind[contributions.kind[row]!]!
    if (mode >= 0 && isWithin(period, contributions.day[row]!))
      sums[contributions.person[row]! * WORK_MODES.length + mode]! += effort.microHours[row]!
  }
  const coordinate = WORK_MODES.indexOf('coordinate')
  const { offsets, week, unlistedMicroHours } = effort.meetings.weeks
  for (let person = 0; person < dataset.people.length; person++) {
    for (let entry = offsets[person]!; entry < offsets[person + 1]!; entry++) {
      if (isWeekWithin(period, week[entry]!)) sums[person * WORK_MODES.length + coordinate]! += unlistedMicroHours[entry]!
    }
  }
  return sums
}

/** Micro-hours of a person in all modes together. */
export function totalEffort(modeEffort: ModeEffort, person: number): number {
  let total = 0
  for (let mode = 0; mode < WORK_MODES.length; mode++) total += modeEffort[person * WORK_MODES.length + mode]!
  return total
}

/** The shares sum to 1; null for somebody without effort. */
export function modeShares(modeEffort: ModeEffort, person: number): ModeShares | null {
  const total = totalEffort(modeEffort, person)
  if (total === 0) return null
  const share = (mode: WorkMode) => modeEffort[person * WORK_MODES.length + WORK_MODES.indexOf(mode)]! / total
  return {
    build: share('build'),
    enable: share('enable'),
    decide: share('decide'),
    coordinate: share('coordinate'),
    govern: share('govern'),
  }
}
