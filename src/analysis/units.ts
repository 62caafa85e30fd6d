/** What units spend on coordination: per builder and enabler, per manager, per layer, and in meetings. */
import type { Dataset } from '../domain/dataset.ts'
import type { PersonId } from '../domain/identifiers.ts'
import { governingPeople } from './governance.ts'
import type { Ground } from './ground.ts'
import { presenceOf } from './knowledge-model.ts'
import { modeShares } from './mode-shares.ts'
import { personIndexes } from './person-index.ts'
import { unitsOf } from './unit-history.ts'
import type { Units } from './unit-history.ts'
import { workToMeetingHours } from './work-to-meeting.ts'

/** A unit with everything below it; null where it is unknown or undefined. */
export interface UnitFigures {
  /** A path, as `Product/Payments`. */
  readonly unit: string
  /** People who are there. */
  readonly people: number
  /** People who mostly coordinate, per one who mostly builds or enables; governance apart. */
  readonly coordinationRatio: number | null
  /** Who of the others mostly coordinates, and who mostly builds or enables; null where nobody was observed. */
  readonly coordinators: number | null
  readonly crafters: number | null
  /** People whose work is an obligation: said by the people file, or over half of their effort. Null when nothing tells. */
  readonly governance: number | null
  readonly managers: number | null
  /** Governance apart on both sides. */
  readonly managerToCrafter: number | null
  /** Direct reports per manager who has any. */
  readonly span: number | null
  /** People in the longest reporting line inside the unit. */
  readonly layers: number | null
  /** Focus hours (hands-on hours where there are none) per meeting hour. */
  readonly workToMeeting: number | null
}

const OVER_HALF = 0.5

/** One per unit and per unit above it, in the order of paths. Empty when no unit is known. */
export function unitFigures(dataset: Dataset, ground: Ground, units: Units = unitsOf(dataset, ground)): UnitFigures[] {
  const people = peopleOf(dataset, ground)
  return units.paths.map((unit, index) => figuresOf(unit, units.members[index]!, people))
}

type WorkKind = 'coordinator' | 'crafter' | 'other' | 'unknown'

interface UnitPeople {
  readonly work: readonly WorkKind[]
  /** As governingPeople tells. */
  readonly governs: readonly (boolean | null)[]
  /** Null where the track is unknown. */
  readonly manages: readonly (boolean | null)[]
  /** Per person the manager's index, or -1. */
  readonly managerOf: Int32Array
  readonly reports: Uint32Array
  /** False when nobody's manager is known. */
  readonly linesKnown: boolean
  readonly workHours: Float64Array
  readonly meetingHours: Float64Array
}

function peopleOf(dataset: Dataset, ground: Ground): UnitPeople {
  const { present } = presenceOf(ground.model)
  const indexes = personIndexes(dataset.people)
  const indexOfManager = (id: PersonId | null) => (id === null ? -1 : (indexes.get(id) ?? -1))
  const managerOf = Int32Array.from(dataset.people, ({ managerId }, person) => {
    const manager = indexOfManager(managerId)
    return manager === person ? -1 : manager
  })
  const reports = new Uint32Array(dataset.people.length)
  for (const [person, manager] of managerOf.entries()) if (manager >= 0 && present[person] === 1) reports[manager]!++
  const shares = dataset.people.map((_, person) => (ground.activity.observed[person] === 1 ? modeShares(ground.modeEffort, person) : null))
  const { work, meetings } = workToMeetingHours(dataset, ground)
  return {
    work: shares.map((share): WorkKind => {
      if (share === null) return 'unknown'
      if (share.coordinate > OVER_HALF) return 'coordinator'
      return share.build + share.enable > OVER_HALF ? 'crafter' : 'other'
    }),
    governs: governingPeople(dataset, ground),
    manages: dataset.people.map(({ track }, person) => (track === null ? (reports[person]! > 0 ? true : null) : track === 'manager')),
    managerOf,
    reports,
    linesKnown: managerOf.some(manager => manager >= 0),
    workHours: work,
    meetingHours: meetings,
  }
}

function figuresOf(unit: string, members: readonly number[], people: UnitPeople): UnitFigures {
  const { work, governs, manages, reports, linesKnown } = people
  const ordinary = members.filter(person => governs[person] !== true)
  const isWorkKnown = ordinary.some(person => work[person] !== 'unknown')
  const count = (kind: WorkKind) => (isWorkKnown ? ordinary.filter(person => work[person] === kind).length : null)
  const [coordinators, crafters] = [count('coordinator'), count('crafter')]
  const tracks = members.filter(person => manages[person] !== null)
  const managers = tracks.length === 0 ? null : tracks.filter(person => manages[person]).length
  const leading = members.filter(person => reports[person]! > 0)
  const meetingHours = sumOf(members, people.meetingHours)
  return {
    unit,
    people: members.length,
    coordinationRatio: ratio(coordinators, crafters),
    coordinators,
    crafters,
    governance: members.every(person => governs[person] === null) ? null : members.filter(person => governs[person]).length,
    managers,
    managerToCrafter: ratio(managers === null ? null : ordinary.filter(person => manages[person] === true).length, crafters),
    span: linesKnown && leading.length > 0 ? leading.reduce((sum, person) => sum + reports[person]!, 0) / leading.length : null,
    layers: linesKnown ? layersOf(members, people.managerOf) : null,
    workToMeeting: meetingHours > 0 ? sumOf(members, people.workHours) / meetingHours : null,
  }
}

const ratio = (part: number | null, whole: number | null) => (part === null || whole === null || whole === 0 ? null : part / whole)

/** Hours of those of whom both are known. */
const sumOf = (members: readonly number[], hours: Float64Array) =>
  members.reduce((sum, person) => sum + (Number.isNaN(hours[person]!) ? 0 : hours[person]!), 0)

function layersOf(members: readonly number[], managerOf: Int32Array): number {
  const inside = new Set(members)
  const depths = new Map<number, number>()
  const depthOf = (person: number, seen: number): number => {
    const known = depths.get(person)
    if (known !== undefined) return known
    const manager = managerOf[person]!
    // Loops are cut when lines are resolved; a dataset from elsewhere may still hold one.
    const depth = manager >= 0 && inside.has(manager) && seen < inside.size ? depthOf(manager, seen + 1) + 1 : 1
    depths.set(person, depth)
    return depth
  }
  return Math.max(...members.map(person => depthOf(person, 0)))
}
