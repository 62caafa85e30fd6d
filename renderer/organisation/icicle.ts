/** Where each unit stands in the icicle: a column a level, as high as its share of the people. */
import type { UnitNode } from './unit-tree.ts'

export interface IcicleCell {
  readonly node: UnitNode
  /** From 0. */
  readonly column: number
  /** Shares of the whole height. */
  readonly top: number
  readonly height: number
}

export interface Icicle {
  /** From the top down, each after the one it is part of. */
  readonly cells: readonly IcicleCell[]
  readonly columns: number
  /** Units that would be too thin to see. */
  readonly leftOut: number
}

const THINNEST = 1 / 160

/** People who are in a unit and in none below it are the gap beneath those below. */
export function icicleOf(roots: readonly UnitNode[]): Icicle {
  const people = roots.reduce((sum, { unit }) => sum + unit.people, 0)
  const cells: IcicleCell[] = []
  let leftOut = 0
  const lay = (nodes: readonly UnitNode[], column: number, from: number) => {
    let top = from
    for (const node of nodes) {
      const height = people === 0 ? 0 : node.unit.people / people
      if (height < THINNEST) leftOut += countOf(node)
      else {
        cells.push({ node, column, top, height })
        lay(node.children, column + 1, top)
      }
      top += height
    }
  }
  lay(roots, 0, 0)
  return { cells, columns: 1 + Math.max(-1, ...cells.map(({ column }) => column)), leftOut }
}

/** What is drawn: all, or where all is too much to see, the chosen unit with what is below it (of a lowest one, the unit above). */
export function icicleRoots(top: readonly UnitNode[], chosen: string | null): readonly UnitNode[] {
  if (chosen === null || icicleOf(top).leftOut === 0) return top
  const node = nodeAt(top, chosen)
  const root = node !== null && node.children.length === 0 ? node.parent : node
  return root === null ? top : [root]
}

function nodeAt(nodes: readonly UnitNode[], path: string): UnitNode | null {
  for (const node of nodes) {
    if (node.unit.unit === path) return node
    const below = path.startsWith(`${node.unit.unit}/`) ? nodeAt(node.children, path) : null
    if (below) return below
  }
  return null
}

const countOf = ({ children }: UnitNode): number => children.reduce((sum, child) => sum + countOf(child), 1)

/** The cell an arrow goes to: up and down in the column, left to the unit above, right to the first below; null where there is none. */
export function icicleStep(key: string, cells: readonly IcicleCell[], at: number): number | null {
  const here = cells[at]
  if (!here) return null
  const column = [...cells.keys()].filter(index => cells[index]!.column === here.column)
  const found = (index: number | undefined) => (index === undefined || index < 0 ? null : index)
  switch (key) {
    case 'ArrowDown':
      return found(column[column.indexOf(at) + 1])
    case 'ArrowUp':
      return found(column[column.indexOf(at) - 1])
    case 'ArrowLeft':
      return found(cells.findIndex(({ node }) => node === here.node.parent))
    case 'ArrowRight':
      return found(cells.findIndex(({ node }) => node.parent === here.node))
    case 'Home':
      return 0
    case 'End':
      return cells.length - 1
    default:
      return null
  }
}
