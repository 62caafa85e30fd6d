/** Whom a pattern may be raised about: those who are there, and are not known to be going. */
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Person } from '../domain/person.ts'
import { presenceOf } from './knowledge-model.ts'
import type { KnowledgeModel } from './knowledge-model.ts'

/** Somebody whose last day is known and near has their route already. Later end dates are contracts that may be renewed. */
const LEAVING_WITHIN_DAYS = 183

/** 1 per person: employed on the as-of date, or anybody where employment is unknown. Never somebody outside an HRIS export. */
export function candidatesOf(dataset: Dataset, model: KnowledgeModel): Uint8Array {
  const { present } = presenceOf(model)
  return present.map((isPresent, person) => (isPresent === 1 && !isLeaving(dataset.people[person]!, dataset.asOf) ? 1 : 0))
}

export function isLeaving({ hireDate, terminationDate }: Person, asOf: EpochDay): boolean {
  const isFormerSpell = hireDate !== null && terminationDate !== null && hireDate > terminationDate
  return terminationDate !== null && !isFormerSpell && terminationDate >= asOf && terminationDate <= asOf + LEAVING_WITHIN_DAYS
}

/** Whoever is not known to lead people. */
export const isIndividualContributor = ({ track }: Person) => track !== 'manager'

/** In words, as a finding or the lack of one names the group somebody is compared with. */
export const COHORT_WORDS = {
  level: 'same role family, neighbouring levels',
  role_family: 'same role family',
  all: 'everybody observed',
} as const

/** What is said where somebody was at work in too few weeks to be compared. */
export const tooFewWeeks = (activeWeeks: number, minimum: number) => `${minimum} active weeks in the window (there are ${activeWeeks})`
