/** Which unit somebody belonged to on a day, and how many people a unit had from month to month. */
import { addMonths } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { isEmployedOn } from '../domain/person.ts'
import { compareText } from '../domain/identifiers.ts'
import type { Ground } from './ground.ts'
import { presenceOf } from './knowledge-model.ts'
import { isAway } from './leave.ts'
import type { Leaves } from './leave.ts'
import { personIndexes } from './person-index.ts'
import { fullTimeOf } from './role-families.ts'

/** `A/B/C` is part of `A`, `A/B` and itself; blanks around a slash and empty parts do not count. */
export function pathsOf(orgUnit: string | null): string[] {
  const parts = (orgUnit ?? '').split('/').flatMap(part => part.trim() || [])
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'))
}

export interface Units {
  /** The paths of all units that have somebody today, and of those above them, sorted. */
  readonly paths: readonly string[]
  /** Per unit the people who are there today, as indexes, ascending. */
  readonly members: readonly (readonly number[])[]
  /** The units a person belonged to on a day, from the top down: indexes into `paths`. Units that are gone are left out. */
  readonly on: (person: number, day: EpochDay) => readonly number[]
  /** The whole path of that day's unit, also of one that is gone; null where it is not known. */
  readonly pathOn: (person: number, day: EpochDay) => string | null
}

export function unitsOf(dataset: Dataset, { model }: Pick<Ground, 'model'>): Units {
  const { present } = presenceOf(model)
  const found = new Map<string, number[]>()
  for (const [person, { orgUnit }] of dataset.people.entries()) {
    if (present[person] === 0) continue
    for (const path of pathsOf(orgUnit)) {
      const members = found.get(path)
      if (members) members.push(person)
      else found.set(path, [person])
    }
  }
  const sorted = [...found].sort(([a], [b]) => compareText(a, b))
  const indexes = new Map(sorted.map(([path], index) => [path, index]))
  const known = new Map<string, { readonly path: string | null; readonly units: readonly number[] }>()
  const unitOf = (orgUnit: string) => {
    const before = known.get(orgUnit)
    if (before) return before
    const paths = pathsOf(orgUnit)
    const unit = { path: paths.at(-1) ?? null, units: paths.flatMap(path => indexes.get(path) ?? []) }
    known.set(orgUnit, unit)
    return unit
  }
  const spells = spellsOf(dataset)
  const today = dataset.people.map(({ orgUnit }) => unitOf(orgUnit ?? ''))
  const onDay = (person: number, day: EpochDay) => {
    const own = spells[person]!
    const isToday = own.length === 0 || (day >= own.at(-1)!.from && dataset.people[person]!.orgUnit !== null)
    return isToday ? today[person]! : unitOf(unitNameOn(own, day))
  }
  return {
    paths: sorted.map(([path]) => path),
    members: sorted.map(([, members]) => members),
    on: (person, day) => onDay(person, day).units,
    pathOn: (person, day) => onDay(person, day).path,
  }
}

interface Spell {
  readonly from: EpochDay
  readonly unit: string
}

/** Per person the events that name a unit, in the order of their days. */
function spellsOf({ people, history, asOf }: Dataset): Spell[][] {
  const indexes = personIndexes(people)
  const spells = people.map((): Spell[] => [])
  for (const { personId, orgUnit, effectiveDate } of history) {
    const person = indexes.get(personId)
    if (person !== undefined && orgUnit !== null && effectiveDate <= asOf) spells[person]!.push({ from: effectiveDate, unit: orgUnit })
  }
  return spells.map(list => list.toSorted((a, b) => a.from - b.from))
}

/** Before the first event, that one's unit. After the newest the people file decides, for it is newer. */
const unitNameOn = (spells: readonly Spell[], day: EpochDay) => (spells.findLast(spell => spell.from <= day) ?? spells[0]!).unit

/** The 15th of a month, as in calendar.monthOf. */
export const middleOfMonth = (month: number): EpochDay => addMonths(14, month)

/**
 * Full-time people per unit and month who were employed, here for `rampMonths` and not on leave in the middle of the
 * month: unit u, month first + m at u * count + m. People outside the people file are in no unit.
 */
export function headcounts(
  dataset: Dataset,
  leaves: Leaves,
  units: Units,
  months: { readonly first: number; readonly count: number },
  rampMonths: number,
): Float64Array {
  const heads = new Float64Array(units.paths.length * months.count)
  for (let at = 0; at < months.count; at++) {
    const day = middleOfMonth(months.first + at)
    const hiredBy = addMonths(day, -rampMonths)
    for (const [index, person] of dataset.people.entries()) {
      const isNew = person.hireDate !== null && person.hireDate > hiredBy
      if (isNew || isEmployedOn(person, day) !== true || isAway(leaves[index]!, day)) continue
      for (const unit of units.on(index, day)) heads[unit * months.count + at]! += fullTimeOf(person)
    }
  }
  return heads
}
