/** Units as a tree: their paths say what is part of what. */
import type { Unit } from './answers.ts'

export interface UnitNode {
  readonly unit: Unit
  /** The last part of the path, or all of it where the unit above is not shown. */
  readonly name: string
  readonly parent: UnitNode | null
  readonly children: readonly UnitNode[]
  /** From 1. */
  readonly level: number
  /** From 1, among those of the same parent. */
  readonly place: number
  readonly siblings: number
}

interface Growing extends UnitNode {
  readonly children: Growing[]
  place: number
  siblings: number
}

/** Units at the top. A unit whose parent is not among them stands under the nearest one above it that is. */
export function treeOf(units: readonly Unit[]): readonly UnitNode[] {
  const known = new Map<string, Growing>()
  const top: Growing[] = []
  for (const unit of units.toSorted((a, b) => depthOf(a.unit) - depthOf(b.unit))) {
    const parent = nearestAbove(unit.unit, known)
    const name = parent === null ? unit.unit : unit.unit.slice(parent.unit.unit.length + 1)
    const node: Growing = { unit, name, parent, children: [], level: parent === null ? 1 : parent.level + 1, place: 0, siblings: 0 }
    known.set(unit.unit, node)
    ;(parent?.children ?? top).push(node)
  }
  for (const list of [top, ...[...known.values()].map(({ children }) => children)])
    for (const [index, node] of list.entries()) [node.place, node.siblings] = [index + 1, list.length]
  return top
}

const depthOf = (path: string) => path.split('/').length

function nearestAbove(path: string, known: ReadonlyMap<string, Growing>): Growing | null {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const above = known.get(path.slice(0, slash))
    if (above) return above
  }
  return null
}

/** Nodes in sight, from the top down. */
export function inSight(top: readonly UnitNode[], open: ReadonlySet<string>): UnitNode[] {
  return top.flatMap(node => [node, ...(open.has(node.unit.unit) ? inSight(node.children, open) : [])])
}

const FIRST_ROWS = 40

/** Whole levels from the top, as many as fit into a window without scrolling far; the first one always. */
export function openAtFirst(units: readonly Unit[]): ReadonlySet<string> {
  const open = new Set<string>()
  let level = treeOf(units)
  let rows = level.length
  while (level.length > 0) {
    const next = level.flatMap(({ children }) => children)
    if (next.length === 0 || (open.size > 0 && rows + next.length > FIRST_ROWS)) break
    for (const { unit, children } of level) if (children.length > 0) open.add(unit.unit)
    rows += next.length
    level = next
  }
  return open
}

/** The units above one, from the top down. */
export function pathTo(unit: string): string[] {
  const parts = unit.split('/')
  return parts.slice(0, -1).map((_, depth) => parts.slice(0, depth + 1).join('/'))
}

/** Where a key goes from a row of the tree: to a row, or to a change of what is open. */
export type TreeStep = { readonly to: number } | { readonly open: string } | { readonly close: string } | null

/** APG treegrid: right opens, left closes or goes up; null for keys that do nothing here. */
export function treeStep(key: string, rows: readonly UnitNode[], at: number, open: ReadonlySet<string>): TreeStep {
  const node = rows[at]
  if (!node) return null
  const path = node.unit.unit
  const isOpen = open.has(path) && node.children.length > 0
  const clamp = (row: number): TreeStep => ({ to: Math.max(0, Math.min(row, rows.length - 1)) })
  switch (key) {
    case 'ArrowDown':
      return clamp(at + 1)
    case 'ArrowUp':
      return clamp(at - 1)
    case 'PageDown':
      return clamp(at + 10)
    case 'PageUp':
      return clamp(at - 10)
    case 'Home':
      return clamp(0)
    case 'End':
      return clamp(rows.length - 1)
    case 'ArrowRight':
      return node.children.length > 0 && !isOpen ? { open: path } : null
    case 'ArrowLeft':
      if (isOpen) return { close: path }
      return node.parent === null ? null : { to: rows.indexOf(node.parent) }
    default:
      return null
  }
}
