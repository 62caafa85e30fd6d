/** People against components: who is an author of how much, and did how much of the work. */
import { artifactsOf } from './knowledge-model.ts'
import type { KnowledgeModel } from './knowledge-model.ts'

/** Cells stand person by person: person i of `people`, component j of `components` at i * components.length + j. */
export interface KnowledgeMatrix {
  readonly people: readonly number[]
  readonly components: readonly number[]
  /** Artifacts the person is an author of. */
  readonly authored: Uint32Array
  /** Their share of the component's artifacts; NaN where it has none. */
  readonly authoredShare: Float64Array
  /** Share of everybody's recent effort in the component (of all effort where there is no recent); NaN where there is none. */
  readonly effortShare: Float64Array
  /** Per component: artifacts in scope. */
  readonly artifacts: Uint32Array
}

export function knowledgeMatrix(model: KnowledgeModel, people: readonly number[], components: readonly number[]): KnowledgeMatrix {
  const cells = people.length * components.length
  const authored = new Uint32Array(cells)
  const authoredShare = new Float64Array(cells)
  const effortShare = new Float64Array(cells)
  const artifacts = new Uint32Array(components.length)
  const rowOf = new Map(people.map((person, row) => [person, row]))
  for (const [column, component] of components.entries()) {
    const cellOf = (person: number) => {
      const row = rowOf.get(person)
      return row === undefined ? -1 : row * components.length + column
    }
    const { from, to } = artifactsOf(model, component)
    artifacts[column] = to - from
    const { authorOffsets, author } = model.authorship
    for (let at = authorOffsets[from]!; at < authorOffsets[to]!; at++) {
      const cell = cellOf(author[at]!)
      if (cell >= 0) authored[cell]!++
    }
    const shares = effortShares(model, component)
    for (const person of people) {
      const cell = cellOf(person)
      authoredShare[cell] = authored[cell]! / (to - from)
      effortShare[cell] = shares.total === 0 ? NaN : (shares.amounts.get(person) ?? 0) / shares.total
    }
  }
  return { people, components, authored, authoredShare, effortShare, artifacts }
}

/** Everybody's effort in a component, leavers' too. */
export function effortShares(
  { effort }: KnowledgeModel,
  component: number,
): { readonly total: number; readonly amounts: ReadonlyMap<number, number> } {
  const [from, to] = [effort.offsets[component]!, effort.offsets[component + 1]!]
  const total = (amounts: Float64Array) => amounts.subarray(from, to).reduce((sum, amount) => sum + amount, 0)
  const column = total(effort.recentMicroHours) > 0 ? effort.recentMicroHours : effort.everMicroHours
  const amounts = new Map<number, number>()
  for (let at = from; at < to; at++) amounts.set(effort.person[at]!, column[at]!)
  return { total: total(column), amounts }
}
