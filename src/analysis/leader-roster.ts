/** Who leads: people with reports, people on the manager track, and people who answer for a system; whom and what, and since when. */
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { JobEvent } from '../domain/job-event.ts'
import type { Ground } from './ground.ts'
import { presenceOf } from './knowledge-model.ts'
import type { Career } from './moves.ts'
import { personIndexes } from './person-index.ts'
import { pathsOf } from './unit-history.ts'

export type LeaderReason = 'reports' | 'manager_track' | 'accountable_for'
/** How it is known which systems are a leader's: named, owned by the unit they lead, or made by their reports. */
export type OwnedBy = 'accountable_for' | 'owner_unit' | 'work_of_reports'

export interface Leader {
  readonly person: number
  readonly why: readonly LeaderReason[]
  /** People who are there and report to them. */
  readonly reports: readonly number[]
  /** Their reports, and the reports of these, down to the last. */
  readonly below: readonly number[]
  /** As the people file names it. */
  readonly accountableFor: readonly string[]
  readonly answersForAi: boolean
  /** Systems, as indexes into Dataset.componentNames, ascending. */
  readonly owned: readonly number[]
  /** Null where nothing tells. */
  readonly ownedBy: OwnedBy | null
  /** The day they came to the place they lead from; null where nothing tells. */
  readonly since: EpochDay | null
}

/** People who are there, in the order of Dataset.people. */
export function leadersOf(dataset: Dataset, { model }: Ground, careers: readonly Career[]): Leader[] {
  const { present } = presenceOf(model)
  const indexes = personIndexes(dataset.people)
  const reports = dataset.people.map((): number[] => [])
  for (const [person, { managerId }] of dataset.people.entries()) {
    const manager = managerId === null ? undefined : indexes.get(managerId)
    if (manager !== undefined && manager !== person && present[person] === 1) reports[manager]!.push(person)
  }
  const componentAt = new Map(dataset.componentNames.map((name, index) => [name.toLowerCase(), index]))
  const arrivals = arrivalsOf(dataset, careers)
  const ownedBy = ownedSystems(dataset, model)
  return dataset.people.flatMap(({ track, trackInferred, accountableFor }, person): Leader[] => {
    if (present[person] === 0) return []
    const own = reports[person]!
    // A title alone makes nobody a leader: the track was read off it.
    const why: LeaderReason[] = [
      ...(own.length > 0 ? (['reports'] as const) : []),
      ...(track === 'manager' && !trackInferred ? (['manager_track'] as const) : []),
      ...(accountableFor.length > 0 ? (['accountable_for'] as const) : []),
    ]
    if (why.length === 0) return []
    const named = [...new Set(accountableFor.flatMap(name => componentAt.get(name.toLowerCase()) ?? []))].sort((a, b) => a - b)
    return [
      {
        person,
        why,
        reports: own,
        below: everybodyBelow(reports, person),
        accountableFor,
        answersForAi: accountableFor.includes('ai'),
        ...ownedBy(person, own, named),
        since: arrivals[person]!,
      },
    ]
  })
}

/** Ascending; each person once, whatever circles the reporting lines have. */
function everybodyBelow(reports: readonly (readonly number[])[], person: number): number[] {
  const found = new Set<number>()
  const waiting = [...reports[person]!]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === person || found.has(next)) continue
    found.add(next)
    waiting.push(...reports[next]!)
  }
  return [...found].sort((a, b) => a - b)
}

const HALF = 0.5

/** Of a unit's systems only those are a leader's that this very unit owns: what lies below belongs to those who lead there. */
function ownedSystems(
  dataset: Dataset,
  { effort }: Ground['model'],
): (person: number, reports: readonly number[], named: readonly number[]) => Pick<Leader, 'owned' | 'ownedBy'> {
  const ofUnit = new Map<string, number[]>()
  for (const [component, row] of dataset.components.entries()) {
    const unit = pathsOf(row?.ownerUnit ?? null).at(-1)
    if (unit !== undefined) ofUnit.set(unit, [...(ofUnit.get(unit) ?? []), component])
  }
  const worked = dataset.people.map((): number[] => [])
  const all = new Float64Array(dataset.componentNames.length)
  const componentOf = new Int32Array(effort.person.length)
  for (let component = 0; component < all.length; component++) {
    for (let at = effort.offsets[component]!; at < effort.offsets[component + 1]!; at++) {
      all[component]! += effort.recentMicroHours[at]!
      componentOf[at] = component
      worked[effort.person[at]!]!.push(at)
    }
  }
  return (person, reports, named) => {
    if (named.length > 0) return { owned: named, ownedBy: 'accountable_for' }
    if (reports.length === 0) return { owned: [], ownedBy: null }
    const owned = ofUnit.get(pathsOf(dataset.people[person]!.orgUnit).at(-1) ?? '')
    if (owned) return { owned, ownedBy: 'owner_unit' }
    const theirs = new Map<number, number>()
    for (const at of reports.flatMap(report => worked[report]!))
      theirs.set(componentOf[at]!, (theirs.get(componentOf[at]!) ?? 0) + effort.recentMicroHours[at]!)
    const made = [...theirs].flatMap(([component, hours]) => (all[component]! > 0 && hours >= HALF * all[component]! ? [component] : []))
    return { owned: made.sort((a, b) => a - b), ownedBy: made.length > 0 ? 'work_of_reports' : null }
  }
}

/** Per person the newest of: hired, moved to lead, came to this unit. A reorganisation renames units and moves nobody. */
export function arrivalsOf(dataset: Dataset, careers: readonly Career[]): (EpochDay | null)[] {
  const indexes = personIndexes(dataset.people)
  const days = dataset.people.map(({ hireDate }, person) => {
    const move = careers[person]!.move
    return [hireDate, move?.kind === 'move' ? move.day : null].filter(day => day !== null)
  })
  const unitOf = new Map<number, string>()
  for (const event of dataset.history) {
    const person = indexes.get(event.personId)
    if (person === undefined || event.effectiveDate > dataset.asOf) continue
    const former = unitOf.get(person)
    if (isArrival(event, former)) days[person]!.push(event.effectiveDate)
    if (event.orgUnit !== null) unitOf.set(person, event.orgUnit)
  }
  return days.map(list => {
    const past = list.filter(day => day <= dataset.asOf)
    return past.length === 0 ? null : Math.max(...past)
  })
}

const isArrival = ({ orgUnit, reason }: JobEvent, former: string | undefined) =>
  reason === 'hire' || (orgUnit !== null && former !== undefined && orgUnit !== former && reason !== 'reorganisation')
