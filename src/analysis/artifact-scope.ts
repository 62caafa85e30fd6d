/**
 * Scope where no artifacts file states it: every artifact ever touched, under its last name. A name
 * that was renamed away and never touched again is the same artifact as its new name.
 */
import type { Dataset } from '../domain/dataset.ts'
import type { Renames } from './artifact-history.ts'
import type { Groups } from './row-order.ts'

/** Per name 1 in scope, 0 not. `rows` are the rows that change each name, removals left out. */
export function artifactsEverTouched(dataset: Dataset, rows: Groups, renames: Renames): Uint8Array {
  const { instant } = dataset.contributions
  const nameCount = dataset.artifactNames.length
  const renamedAwayAt = new Float64Array(nameCount).fill(-Infinity)
  for (const row of renames.byNewName.rows) {
    const earlier = renames.earlierName[row]!
    renamedAwayAt[earlier] = Math.max(renamedAwayAt[earlier]!, instant[row]!)
  }
  const inScope = new Uint8Array(nameCount)
  for (let name = 0; name < nameCount; name++) {
    for (let at = rows.offsets[name]!; at < rows.offsets[name + 1]!; at++) {
      if (instant[rows.rows[at]!]! > renamedAwayAt[name]!) inScope[name] = 1
    }
  }
  keepClosedCircles(inScope, renames)
  return inScope
}

/** Names swapped at one moment were all renamed away at it: they stay, so that nothing drops out of sight. */
function keepClosedCircles(inScope: Uint8Array, renames: Renames): void {
  const { offsets, rows } = renames.byNewName
  const covered = inScope.slice()
  const stack = [...covered.keys()].filter(name => covered[name] === 1)
  for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
    for (let at = offsets[name]!; at < offsets[name + 1]!; at++) {
      const earlier = renames.earlierName[rows[at]!]!
      if (covered[earlier] === 1) continue
      covered[earlier] = 1
      stack.push(earlier)
    }
  }
  // What remains leads into circles; taking away names without an earlier name leaves the circles.
  const newNamesOf = new Map<number, number[]>()
  const earlierLeft = new Map<number, number>()
  for (let name = 0; name < covered.length; name++) {
    if (covered[name] === 1) continue
    for (let at = offsets[name]!; at < offsets[name + 1]!; at++) {
      const earlier = renames.earlierName[rows[at]!]!
      newNamesOf.set(earlier, [...(newNamesOf.get(earlier) ?? []), name])
      earlierLeft.set(name, (earlierLeft.get(name) ?? 0) + 1)
    }
  }
  const outside = [...newNamesOf.keys()].filter(name => !earlierLeft.has(name))
  for (let name = outside.pop(); name !== undefined; name = outside.pop()) {
    for (const newName of newNamesOf.get(name) ?? []) {
      const left = earlierLeft.get(newName)! - 1
      if (left > 0) earlierLeft.set(newName, left)
      else {
        earlierLeft.delete(newName)
        outside.push(newName)
      }
    }
  }
  for (const name of earlierLeft.keys()) inScope[name] = 1
}
