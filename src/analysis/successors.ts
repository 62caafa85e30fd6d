/** Who could take a component over: those who know it best after the others, and have room for it. */
import { degreeOfAuthorship } from './degree-of-authorship.ts'
import { keepingOf } from './keeping.ts'
import { artifactsOf } from './knowledge-model.ts'
import type { KnowledgeModel, Presence } from './knowledge-model.ts'

export interface Successor {
  readonly person: number
  /**
   * 0 to 1: their degree of authorship over the highest, averaged over the component's authored artifacts (0 where they
   * never touched one); their share of the effort of those who stay where there are no artifacts.
   */
  readonly knowledge: number
  /** 0 to 1: part of full time x (1 - share of their effort that goes to components they keep); 0 while on leave. */
  readonly room: number
  /** knowledge x room: what the list is sorted by. */
  readonly score: number
}

/** At most `most` of those who are there; equals by knowledge, then id. */
export function successorsOf(
  model: KnowledgeModel,
  component: number,
  present: Uint8Array,
  rooms: Float64Array,
  most: number,
): Successor[] {
  const knowledge = hasAuthors(model, component)
    ? knowledgeByAuthorship(model, component, present)
    : knowledgeByEffort(model, component, present)
  return [...knowledge]
    .map(([person, amount]) => ({ person, knowledge: amount, room: rooms[person]!, score: amount * rooms[person]! }))
    .sort((a, b) => b.score - a.score || b.knowledge - a.knowledge || a.person - b.person)
    .slice(0, most)
}

/** Room per person, with the components kept as things stand. */
export function roomsOf(model: KnowledgeModel, presence: Presence): Float64Array {
  const { effort, people, components } = model
  const all = new Float64Array(people.ids.length)
  const keeping = new Float64Array(people.ids.length)
  for (let component = 0; component < components.names.length; component++) {
    const { verdict, leading } = keepingOf(model, component, presence)
    for (let at = effort.offsets[component]!; at < effort.offsets[component + 1]!; at++) {
      all[effort.person[at]!]! += effort.recentMicroHours[at]!
      if (verdict === 'one' && effort.person[at] === leading) keeping[leading]! += effort.recentMicroHours[at]!
    }
  }
  return people.fullTime.map((fullTime, person) => {
    if (people.onLeave[person] === 1) return 0
    return fullTime * (all[person] === 0 ? 1 : 1 - keeping[person]! / all[person]!)
  })
}

function hasAuthors(model: KnowledgeModel, component: number): boolean {
  const { from, to } = artifactsOf(model, component)
  return model.effort.namesArtifacts[component] === 1 && model.authorship.authorOffsets[to]! > model.authorship.authorOffsets[from]!
}

function knowledgeByAuthorship(model: KnowledgeModel, component: number, present: Uint8Array): Map<number, number> {
  const { personOffsets, person, added, ownChanges, changes, authorOffsets } = model.authorship
  const { from, to } = artifactsOf(model, component)
  const knowledge = new Map<number, number>()
  let authored = 0
  for (let artifact = from; artifact < to; artifact++) {
    if (authorOffsets[artifact] === authorOffsets[artifact + 1]) continue
    authored++
    const degree = (at: number) => degreeOfAuthorship(added[at] === 1, ownChanges[at]!, changes[artifact]! - ownChanges[at]!)
    let highest = 0
    for (let at = personOffsets[artifact]!; at < personOffsets[artifact + 1]!; at++) highest = Math.max(highest, degree(at))
    for (let at = personOffsets[artifact]!; at < personOffsets[artifact + 1]!; at++) {
      if (present[person[at]!] === 1 && highest > 0)
        knowledge.set(person[at]!, (knowledge.get(person[at]!) ?? 0) + Math.max(0, degree(at)) / highest)
    }
  }
  for (const [one, sum] of knowledge) knowledge.set(one, sum / authored)
  return knowledge
}

function knowledgeByEffort({ effort }: KnowledgeModel, component: number, present: Uint8Array): Map<number, number> {
  const knowledge = new Map<number, number>()
  let total = 0
  for (let at = effort.offsets[component]!; at < effort.offsets[component + 1]!; at++) {
    if (present[effort.person[at]!] === 0 || effort.everMicroHours[at] === 0) continue
    knowledge.set(effort.person[at]!, effort.everMicroHours[at]!)
    total += effort.everMicroHours[at]!
  }
  for (const [one, amount] of knowledge) knowledge.set(one, amount / total)
  return knowledge
}
