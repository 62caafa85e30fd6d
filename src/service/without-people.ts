/** A document that shows systems and units only: nobody's name, id or numbers, and no unit so small that it tells of single people. */
import type { AnalysisDocument, ComponentEntry } from '../contract/analysis.ts'
import type { DocumentHead } from './document-blocks.ts'

const KEEPER = 'one person'
const OTHER = 'somebody else'
const author = (place: number) => `author ${place + 1}`

/**
 * Systems keep their counts and verdicts; whoever they name becomes "one person", and authors are counted anew on each
 * curve, so that nobody can be followed from one system to another.
 */
export function withoutPeople(head: DocumentHead, leastPeople: number): DocumentHead {
  const hidden = hiddenUnits(head.units, leastPeople)
  const isShown = ({ unit, people }: { readonly unit: string; readonly people: number }) => !hidden.has(unit) && people >= leastPeople
  return {
    ...head,
    scope: { shows: 'systems_and_units', leastPeople, unitsLeftOut: hidden.size },
    identity: {
      ...head.identity,
      bots: head.identity.bots.map((bot, index) => ({ ...bot, key: `Program ${index + 1}` })),
      unresolvedManagers: head.identity.unresolvedManagers.map(({ code }) => ({ code, personIds: [], reference: '' })),
    },
    components: head.components.map(withoutNames),
    whole: { ...head.whole, ...withoutMembers(head.whole) },
    units: head.units.filter(isShown),
    agents: head.agents && {
      ...head.agents,
      evidence: [],
      units: head.agents.units.filter(isShown),
      speedWithoutEyes:
        head.agents.speedWithoutEyes &&
        head.agents.speedWithoutEyes
          .filter(isShown)
          .map(unit => ({ ...unit, reasons: unit.reasons.map(reason => ({ ...reason, evidence: [] })) })),
    },
  }
}

function withoutNames(component: ComponentEntry): ComponentEntry {
  return {
    ...component,
    ...withoutMembers(component),
    keeper: component.keeper && { ...component.keeper, personId: KEEPER },
    second: component.second && { ...component.second, personId: OTHER },
    initialImports: component.initialImports.map(one => ({ ...one, personId: KEEPER })),
    top: [],
  }
}

type Members = Pick<AnalysisDocument['whole'], 'truckFactorMembers' | 'currentTruckFactorMembers' | 'currentRemoval'>

function withoutMembers({ currentTruckFactorMembers, currentRemoval }: Members): Members {
  return {
    truckFactorMembers: [],
    currentTruckFactorMembers: currentTruckFactorMembers && [],
    currentRemoval: currentRemoval && { ...currentRemoval, removed: currentRemoval.removed.map((_, place) => author(place)) },
  }
}

interface UnitSize {
  /** A path; people of the units below it are counted too. */
  readonly unit: string
  readonly people: number
}

/**
 * Units with too few people, and as many more as it takes that no subtraction tells of so few: what is left of a unit when
 * the shown ones below it are taken off is nobody, or enough people. Below a unit that is not shown nothing is.
 */
export function hiddenUnits(units: readonly UnitSize[], leastPeople: number): ReadonlySet<string> {
  const paths = new Set(units.map(({ unit }) => unit))
  const parentOf = (unit: string) => {
    const slash = unit.lastIndexOf('/')
    return slash > 0 && paths.has(unit.slice(0, slash)) ? unit.slice(0, slash) : null
  }
  const below = new Map<string | null, UnitSize[]>()
  for (const unit of units) below.set(parentOf(unit.unit), [...(below.get(parentOf(unit.unit)) ?? []), unit])
  const hidden = new Set<string>()
  const hideAllOf = (unit: string) => {
    hidden.add(unit)
    for (const one of below.get(unit) ?? []) hideAllOf(one.unit)
  }
  const look = (parent: string | null, people: number) => {
    const smallestFirst = (below.get(parent) ?? []).toSorted((a, b) => a.people - b.people || (a.unit < b.unit ? -1 : 1))
    let left = people - smallestFirst.reduce((sum, unit) => sum + unit.people, 0)
    for (const unit of smallestFirst) {
      if (unit.people >= leastPeople && (left <= 0 || left >= leastPeople)) look(unit.unit, unit.people)
      else {
        left += unit.people
        hideAllOf(unit.unit)
      }
    }
  }
  const top = below.get(null) ?? []
  look(
    null,
    top.reduce((sum, unit) => sum + unit.people, 0),
  )
  return hidden
}
