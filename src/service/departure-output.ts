/** What a simulated departure comes to, with names: the same for the window and the command line. */
import { type ComponentDeparture, type Standstill, simulateDeparture } from '../analysis/departure.ts'
import { artifactsOf } from '../analysis/knowledge-model.ts'
import type { Output } from '../contract/contract.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import { personIndexes } from './person-indexes.ts'
import type { NameOf } from './person-names.ts'
import { round, roundOrNull } from './rounding.ts'

type DepartureOutput = Output<'simulation.leave'>

/** Throws AppError `bad-input` for a person who is not in the analysis. */
export function departureOutput({ model }: LoadedAnalysis, people: readonly string[], nameOf: NameOf): DepartureOutput {
  const departure = simulateDeparture(model, personIndexes(model, people))
  const named = (person: number) => ({ personId: model.people.ids[person]! as string, name: nameOf(model.people.ids[person]!) })
  return {
    leavers: departure.leavers.map(personId => ({ personId, name: nameOf(personId) })),
    ...changes(departure.before, departure.after),
    artifactsLost: departure.artifactsLost,
    components: departure.components.map(one => componentOutput(one)),
  }

  function componentOutput(one: ComponentDeparture): DepartureOutput['components'][number] {
    const { from, to } = artifactsOf(model, one.component)
    return {
      component: model.components.names[one.component]!,
      criticality: one.criticality,
      before: one.before.verdict,
      after: one.after.verdict,
      ...changes(one.before, one.after),
      artifactsLost: one.artifactsLost.length,
      authoredArtifacts: authoredBetween(from, to),
      keeperAfter: one.after.keeper === null ? null : named(one.after.keeper),
      successors: one.successors.map(({ person, knowledge, room }) => ({
        ...named(person),
        knowledge: round(knowledge),
        room: round(room),
        furtherChanges: one.pairing?.person === person ? one.pairing.furtherChanges : null,
      })),
      pairing: pairingInWords(one),
    }
  }

  function authoredBetween(from: number, to: number): number {
    let authored = 0
    for (let artifact = from; artifact < to; artifact++)
      if (model.authorship.authorOffsets[artifact + 1]! > model.authorship.authorOffsets[artifact]!) authored++
    return authored
  }

  function pairingInWords({ pairing, after }: ComponentDeparture): string | null {
    if (!pairing) return null
    const who = pairing.person === null ? 'Somebody new' : nameOf(model.people.ids[pairing.person]!)
    const changesWord = pairing.furtherChanges === 1 ? 'change' : 'changes'
    const artifactsWord = pairing.artifacts === 1 ? 'artifact' : 'artifacts'
    const end = after.verdict === 'none' ? 'half of the artifacts have an author again' : 'it is no longer one person who keeps it'
    return `${who} makes ${pairing.furtherChanges} further ${changesWord} to ${pairing.artifacts} ${artifactsWord}, and ${end}.`
  }
}

const changes = (before: Standstill, after: Standstill) => ({
  coverage: { before: roundOrNull(before.coverage), after: roundOrNull(after.coverage) },
  truckFactor: { before: before.truckFactor, after: after.truckFactor },
})
