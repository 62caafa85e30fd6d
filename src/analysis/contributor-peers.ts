/** Whom somebody's work is held against: the individual contributors around them, never managers. */
import type { Dataset } from '../domain/dataset.ts'
import { isIndividualContributor } from './candidates.ts'
import type { CohortKind } from './cohort.ts'
import type { Ground } from './ground.ts'
import { roleFamiliesOf } from './role-families.ts'

export interface ContributorPeers {
  /** Observed individual contributors of the person's role family; of all where there are too few. */
  readonly ofFamily: (person: number) => Int32Array
  /** Those of the person's cohort: neighbouring levels, widened while too small. */
  readonly ofCohort: (person: number) => Int32Array
  readonly cohortKind: (person: number) => CohortKind
  /** Whether somebody is an observed individual contributor, and so among their own peers. */
  readonly isContributor: (person: number) => boolean
}

export function contributorPeersOf(dataset: Dataset, { activity, cohorts, settings }: Ground): ContributorPeers {
  const { familyOf, families } = roleFamiliesOf(dataset)
  const isContributor = (person: number) => activity.observed[person] === 1 && isIndividualContributor(dataset.people[person]!)
  const contributors = Int32Array.from(dataset.people.keys()).filter(isContributor)
  const byFamily = families.map((family, index) => {
    const members = family === null ? contributors : contributors.filter(person => familyOf[person] === index)
    return members.length >= settings.cohortMinimum ? members : contributors
  })
  const ofFamily = (person: number) => byFamily[familyOf[person]!]!
  const narrowed = new Map<Int32Array, { members: Int32Array; kind: CohortKind }>()
  /** A cohort that is large with its managers may be small without them. */
  const cohort = (person: number) => {
    const given = cohorts[person]
    if (!given) return { members: new Int32Array(), kind: 'all' as const }
    const known = narrowed.get(given.members)
    if (known) return known
    const members = given.members.filter(member => isIndividualContributor(dataset.people[member]!))
    const isLarge = members.length >= settings.cohortMinimum
    const family = ofFamily(person)
    const kind = isLarge ? given.kind : family === contributors ? 'all' : 'role_family'
    const found = { members: isLarge ? members : family, kind }
    narrowed.set(given.members, found)
    return found
  }
  return { ofFamily, ofCohort: person => cohort(person).members, cohortKind: person => cohort(person).kind, isContributor }
}
