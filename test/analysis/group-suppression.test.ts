/**
 * Attacks on the fairness check: somebody who knows the method, every number shown and every total tries to work out what
 * is not shown. All organisations that would show the same are gone through; at least two have to differ in it.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hiddenGroups, isFlagHidden } from '../../src/analysis/group-suppression.ts'

/** All ways to share a total out among so many places, each within its bounds. */
function* sharings(total: number, least: number, most: readonly number[]): Generator<number[]> {
  const [first, ...others] = most
  if (first === undefined) {
    if (total === 0) yield []
    return
  }
  for (let here = least; here <= Math.min(first, total); here++)
    for (const rest of sharings(total - here, least, others)) yield [here, ...rest]
}

interface Shown {
  readonly sizes: readonly number[]
  /** Per flag the flagged by group. */
  readonly flagged: readonly (readonly number[])[]
}

/** Everything that is printed, and what of it is hidden. */
function publish({ sizes, flagged }: Shown, groupLeast: number, flaggedLeast: number) {
  const hidden = hiddenGroups(sizes, groupLeast)
  const flagHidden = flagged.map(counts => isFlagHidden({ sizes, flagged: counts, hidden }, groupLeast, flaggedLeast))
  const cells = (counts: readonly number[]) => counts.map((count, group) => (hidden[group] === 1 ? '?' : count))
  const printed = JSON.stringify([cells(sizes), flagged.map((counts, flag) => (flagHidden[flag] ? '?' : cells(counts)))])
  return { hidden, flagHidden, printed }
}

/** Every world with these totals that prints the same. */
function worldsLike(world: Shown, groupLeast: number, flaggedLeast: number): Shown[] {
  const { printed } = publish(world, groupLeast, flaggedLeast)
  const people = world.sizes.reduce((sum, size) => sum + size, 0)
  const totals = world.flagged.map(counts => counts.reduce((sum, count) => sum + count, 0))
  const found: Shown[] = []
  for (const sizes of sharings(
    people,
    1,
    world.sizes.map(() => people),
  )) {
    const perFlag = totals.map(total => [...sharings(total, 0, sizes)])
    const combine = (chosen: number[][]): void => {
      if (chosen.length < perFlag.length) for (const counts of perFlag[chosen.length]!) combine([...chosen, counts])
      else if (publish({ sizes, flagged: chosen }, groupLeast, flaggedLeast).printed === printed) found.push({ sizes, flagged: chosen })
    }
    combine([])
  }
  return found
}

const GROUP_LEAST = 3
const FLAGGED_LEAST = 3

const world = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 3 }),
    fc.array(fc.array(fc.nat(7), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
  )
  .map(([sizes, flags]): Shown => ({ sizes, flagged: flags.map(counts => sizes.map((size, group) => counts[group]! % (size + 1))) }))
  // With one person a group, whoever knows the groups knows all there is, whatever is printed.
  .filter(({ sizes, flagged }) => sizes.some(size => size > 1) && flagged.every(counts => counts.some(count => count > 0)))

/** Where everybody has a flag, the total alone says it. */
const isOpen = (sizes: readonly number[], counts: readonly number[]) => {
  const [people, flagged] = [sizes, counts].map(list => list.reduce((sum, one) => sum + one, 0))
  return flagged! < people!
}

describe('whatever is hidden could be something else', () => {
  test('the size of a hidden group', () => {
    fc.assert(
      fc.property(world, one => {
        const { hidden } = publish(one, GROUP_LEAST, FLAGGED_LEAST)
        const worlds = worldsLike(one, GROUP_LEAST, FLAGGED_LEAST)
        for (const [group, isHidden] of hidden.entries())
          if (isHidden === 1) expect(new Set(worlds.map(({ sizes }) => sizes[group])).size).toBeGreaterThan(1)
      }),
      { numRuns: 60 },
    )
  })

  test('how many of a hidden group, or of any group under a hidden flag, are flagged', () => {
    fc.assert(
      fc.property(world, one => {
        const { hidden, flagHidden } = publish(one, GROUP_LEAST, FLAGGED_LEAST)
        const worlds = worldsLike(one, GROUP_LEAST, FLAGGED_LEAST)
        for (const [flag, counts] of one.flagged.entries())
          for (const group of counts.keys())
            if ((hidden[group] === 1 || flagHidden[flag]) && isOpen(one.sizes, counts))
              expect(new Set(worlds.map(({ flagged }) => flagged[flag]![group])).size).toBeGreaterThan(1)
      }),
      { numRuns: 60 },
    )
  })

  test('in every organisation of up to 14 people in up to three groups', () => {
    for (const groups of [2, 3])
      for (let people = groups + 1; people <= 14; people++) {
        const classes = new Map<string, Set<number>[]>()
        for (const sizes of sharings(people, 1, Array<number>(groups).fill(people))) {
          const hidden = hiddenGroups(sizes, GROUP_LEAST)
          const printed = sizes.map((size, group) => (hidden[group] === 1 ? '?' : size)).join()
          const seen = classes.get(printed) ?? sizes.map(() => new Set<number>())
          classes.set(printed, seen)
          for (const [group, size] of sizes.entries()) seen[group]!.add(size)
        }
        for (const [printed, seen] of classes)
          for (const [group, cell] of printed.split(',').entries()) if (cell === '?') expect(seen[group]!.size, printed).toBeGreaterThan(1)
      }
  })
})

describe('groups', () => {
  test('of ten or more are all shown', () => {
    expect([...hiddenGroups([10, 40, 25], 10)]).toEqual([0, 0, 0])
  })

  test('that are small take the largest with them, so that no sum tells of them', () => {
    expect([...hiddenGroups([5, 98, 106, 11], 10)]).toEqual([1, 0, 1, 0])
  })

  test('of equal size are hidden together, or their names would tell', () => {
    expect([...hiddenGroups([5, 40, 40, 12], 10)]).toEqual([1, 1, 1, 0])
  })
})

describe('a flag', () => {
  const sizes = [50, 60]
  const none = Uint8Array.of(0, 0)

  test('that few people have, all of one group, is not shown by group', () => {
    expect(isFlagHidden({ sizes, flagged: [4, 0], hidden: none }, 10, 3)).toBe(true)
    expect(isFlagHidden({ sizes, flagged: [3, 1], hidden: none }, 10, 3)).toBe(false)
  })

  test('that many people have is shown, though all are of one group: that is what the check is for', () => {
    expect(isFlagHidden({ sizes, flagged: [12, 0], hidden: none }, 10, 3)).toBe(false)
  })

  test('that one or two people have is not shown by group', () => {
    expect(isFlagHidden({ sizes, flagged: [1, 1], hidden: none }, 10, 3)).toBe(true)
  })
})
