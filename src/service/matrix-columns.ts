/** The person x system matrix as columns: one row per cell that holds something. */
import { knowledgeMatrix } from '../analysis/matrix.ts'
import type { Columns } from '../contract/wire.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import { NOT_EMPLOYED } from './people-columns.ts'
import type { NameOf } from './person-names.ts'

const SYSTEMS_SHOWN = 30

/**
 * Columns `person` and `component` are codes into the dictionaries `person` (ids), `personName` and
 * `component`; `authored` and `effort` are shares, NaN where there is nothing to share; `artifacts`
 * counts. Without named components the most critical ones are taken. People are those who know or
 * do most in these systems and have not left, at most `mostPeople`.
 */
export function matrixColumns(
  { model, document, people }: LoadedAnalysis,
  wanted: readonly string[],
  mostPeople: number,
  nameOf: NameOf,
): Columns {
  const indexes = new Map<string, number>(model.components.names.map((name, index) => [name, index]))
  const chosen = wanted.length > 0 ? wanted : mostCritical(document)
  const components = chosen.flatMap(name => indexes.get(name) ?? [])
  const employed = people.table.arrays['employed']!
  const candidates = model.people.ids.flatMap((_, person) => (employed[person] === NOT_EMPLOYED ? [] : [person]))
  const all = knowledgeMatrix(model, candidates, components)
  const weightOf = (row: number) => {
    let weight = 0
    for (let column = 0; column < components.length; column++) {
      const cell = row * components.length + column
      weight += Math.max(zeroIfUnknown(all.authoredShare[cell]!), zeroIfUnknown(all.effortShare[cell]!))
    }
    return weight
  }
  const rows = candidates
    .map((person, row) => ({ person, row, weight: weightOf(row) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.person - b.person)
    .slice(0, mostPeople)

  const cells = rows.flatMap(({ row }, place) =>
    components.flatMap((_, column) => {
      const cell = row * components.length + column
      const isEmpty = zeroIfUnknown(all.authoredShare[cell]!) === 0 && zeroIfUnknown(all.effortShare[cell]!) === 0
      return isEmpty ? [] : [{ place, column, cell }]
    }),
  )
  return {
    rows: cells.length,
    arrays: {
      person: Int32Array.from(cells, cell => cell.place),
      component: Int32Array.from(cells, cell => cell.column),
      authored: Float64Array.from(cells, ({ cell }) => all.authoredShare[cell]!),
      effort: Float64Array.from(cells, ({ cell }) => all.effortShare[cell]!),
      artifacts: Uint32Array.from(cells, ({ cell }) => all.authored[cell]!),
    },
    dictionaries: {
      person: rows.map(({ person }) => model.people.ids[person]!),
      personName: rows.map(({ person }) => nameOf(model.people.ids[person]!)),
      component: components.map(component => model.components.names[component]!),
    },
  }
}

const zeroIfUnknown = (share: number) => (Number.isNaN(share) ? 0 : share)

function mostCritical(document: LoadedAnalysis['document']): string[] {
  return document.components
    .filter(entry => entry.keepers !== null)
    .toSorted((a, b) => b.criticality - a.criticality || b.contributions - a.contributions || (a.component < b.component ? -1 : 1))
    .slice(0, SYSTEMS_SHOWN)
    .map(entry => entry.component)
}
