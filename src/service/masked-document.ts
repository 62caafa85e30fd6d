/** An analysis without names: people become numbers, so that it can be shown to somebody who should see systems only. */
import type { AnalysisDocument } from '../contract/analysis.ts'

/**
 * Every name and every person id becomes `Person 1`, `Person 2`, ... in the order of ids. What the
 * files call people (logins of programs, references to managers) is blanked as well.
 */
export function maskedDocument(document: AnalysisDocument): AnalysisDocument {
  const masks = new Map(document.people.map((person, index) => [person.personId, `Person ${index + 1}`]))
  const mask = (id: string) => masks.get(id) ?? 'Somebody else'
  const maskAll = (ids: readonly string[]) => ids.map(mask)
  const maskPerson = <Entry extends { personId: string }>(entry: Entry): Entry => ({ ...entry, personId: mask(entry.personId) })
  return {
    ...document,
    identity: {
      ...document.identity,
      bots: document.identity.bots.map((bot, index) => ({ ...bot, key: `Program ${index + 1}` })),
      unresolvedManagers: document.identity.unresolvedManagers.map(({ code, personIds }) => ({
        code,
        personIds: maskAll(personIds),
        reference: '',
      })),
    },
    people: document.people.map(person => ({
      ...maskPerson(person),
      name: mask(person.personId),
      managerId: person.managerId === null ? null : mask(person.managerId),
    })),
    components: document.components.map(component => ({
      ...component,
      ...maskedMembers(component, maskAll),
      keeper: component.keeper && maskPerson(component.keeper),
      second: component.second && maskPerson(component.second),
      initialImports: component.initialImports.map(maskPerson),
      top: component.top.map(maskPerson),
    })),
    whole: { ...document.whole, ...maskedMembers(document.whole, maskAll) },
    leaders: document.leaders.map(maskPerson),
  }
}

type Members = Pick<AnalysisDocument['whole'], 'truckFactorMembers' | 'currentTruckFactorMembers' | 'currentRemoval'>

function maskedMembers(
  { truckFactorMembers, currentTruckFactorMembers, currentRemoval }: Members,
  maskAll: (ids: readonly string[]) => string[],
): Members {
  return {
    truckFactorMembers: maskAll(truckFactorMembers),
    currentTruckFactorMembers: currentTruckFactorMembers && maskAll(currentTruckFactorMembers),
    currentRemoval: currentRemoval && { ...currentRemoval, removed: maskAll(currentRemoval.removed) },
  }
}
