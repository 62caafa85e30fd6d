import type { EpochDay } from './calendar.ts'
import type { ComponentName, PersonId } from './identifiers.ts'

export type Track = 'ic' | 'manager'

/** One accepted row of a people file. Null means the cell was blank or the column absent. */
export interface PersonRow {
  readonly personId: string
  readonly name: string | null
  readonly email: string | null
  readonly aliases: readonly string[]
  /** As written: a person_id, an e-mail or an exact name. Resolved when the imports are folded. */
  readonly manager: string | null
  readonly title: string | null
  readonly roleFamily: string | null
  readonly level: string | null
  readonly levelRank: number | null
  readonly track: Track | null
  readonly orgUnit: string | null
  readonly location: string | null
  readonly fte: number | null
  readonly hireDate: EpochDay | null
  readonly terminationDate: EpochDay | null
  readonly employmentStatus: string | null
  readonly leaveFrom: EpochDay | null
  readonly leaveTo: EpochDay | null
  readonly performanceRating: number | null
  readonly ratingMax: number | null
  readonly compRatio: number | null
  readonly governance: boolean | null
  readonly accountableFor: readonly string[]
  readonly plannedTitle: string | null
  readonly plannedTrack: Track | null
  readonly plannedDate: EpochDay | null
}

/** Somebody as the analysis sees them: all rows about them folded, the manager resolved. */
export interface Person extends Omit<PersonRow, 'personId' | 'manager' | 'track' | 'accountableFor'> {
  readonly id: PersonId
  /** False for somebody who only appears in contributions or meetings. */
  readonly inHris: boolean
  readonly managerId: PersonId | null
  readonly track: Track | null
  /** True when the track was read off direct reports or the title, not off a column. */
  readonly trackInferred: boolean
  readonly accountableFor: readonly (ComponentName | 'ai')[]
}

/** One demographic cell. Kept apart from people; only the fairness analysis may read it. */
export interface DemographicValue {
  readonly personId: string
  /** The folded header, `demographic_` removed: `gender`, `age_band`. */
  readonly attribute: string
  readonly value: string
}

/** Employed on that day, by HRIS dates; null when nothing is known (somebody outside the HRIS export). */
export function isEmployedOn(
  person: Pick<Person, 'inHris' | 'hireDate' | 'terminationDate' | 'employmentStatus'>,
  day: EpochDay,
): boolean | null {
  if (!person.inHris) return null
  if (person.hireDate !== null && person.hireDate > day) return false
  const { hireDate, terminationDate } = person
  // A hire after the end date is a return: the end date is that of the former spell.
  const isRehired = hireDate !== null && terminationDate !== null && hireDate > terminationDate
  if (terminationDate !== null && !isRehired) return terminationDate >= day
  return !saysEnded(person.employmentStatus ?? '')
}

/** Whether an employment status means that somebody works here no more. */
export const saysEnded = (status: string) => /^(terminated|inactive|left|former|resigned|retired|dismissed)/i.test(status)

export function isOnLeave(person: Person, day: EpochDay): boolean {
  return person.leaveFrom !== null && person.leaveFrom <= day && (person.leaveTo === null || day <= person.leaveTo)
}
