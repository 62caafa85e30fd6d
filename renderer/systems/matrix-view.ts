/** The person x system matrix made from its columns: who stands in which row, and what a cell says. */
import type { ColumnArray, Columns } from '../../src/contract/wire.ts'

export interface MatrixCell {
  /** Share of the system's authored artifacts this person is an author of; null when unknown. */
  readonly authored: number | null
  /** Share of the artifact-changing effort of 24 months; null when unknown. */
  readonly effort: number | null
  readonly artifacts: number
}

export interface MatrixPerson {
  readonly personId: string
  readonly name: string
}

export interface MatrixView {
  readonly people: readonly MatrixPerson[]
  readonly components: readonly string[]
  /** Cells by row (person), then column (component); null where the person never touched the system. */
  readonly cells: readonly (readonly (MatrixCell | null)[])[]
}

const EMPTY: ColumnArray = new Float64Array(0)
const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)

/**
 * `order` is the order of the systems. People are never ranked: each stands where the system is they
 * know most of, and by name among those of one system.
 */
export function matrixView({ arrays, dictionaries, rows }: Columns, order: readonly string[]): MatrixView {
  const column = (name: string) => arrays[name] ?? EMPTY
  const [person, component, authored, effort, artifacts] = ['person', 'component', 'authored', 'effort', 'artifacts'].map(column)
  const ids = dictionaries['person'] ?? []
  const names = dictionaries['personName'] ?? ids
  const componentNames = dictionaries['component'] ?? []
  const present = new Set(componentNames)
  const components = order.filter(name => present.has(name))
  const position = new Map(components.map((name, index) => [name, index]))

  const cellsOf = ids.map(() => Array.from<MatrixCell | null>({ length: components.length }).fill(null))
  for (let row = 0; row < rows; row++) {
    const at = position.get(componentNames[component?.[row] ?? -1] ?? '')
    const line = cellsOf[person?.[row] ?? -1]
    if (at !== undefined && line)
      line[at] = { authored: known(authored?.[row]), effort: known(effort?.[row]), artifacts: known(artifacts?.[row]) ?? 0 }
  }

  const entries = ids.map((personId, index) => {
    const cells = cellsOf[index] ?? []
    return { personId, name: names[index] ?? personId, cells, home: homeOf(cells) }
  })
  const shown = entries.filter(entry => entry.cells.some(cell => cell !== null))
  shown.sort((a, b) => a.home - b.home || byText(a.name, b.name) || byText(a.personId, b.personId))
  return { people: shown.map(({ personId, name }) => ({ personId, name })), components, cells: shown.map(entry => entry.cells) }
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function homeOf(cells: readonly (MatrixCell | null)[]): number {
  let home = 0
  let most = -1
  cells.forEach((cell, index) => {
    const weight = cell === null ? -1 : (cell.authored ?? cell.effort ?? 0)
    if (weight > most) [home, most] = [index, weight]
  })
  return home
}

export type Measure = 'authored' | 'effort'

/** One of seven steps of the sequential scale; null where nothing is to be coloured. */
export function shade(share: number | null): number | null {
  if (share === null || share <= 0) return null
  return Math.min(6, Math.floor(share * 7))
}
