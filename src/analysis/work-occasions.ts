/** Occasions on which people worked together in a period: work items, pieces of work that name participants, lasting use. */
import type { Dataset } from '../domain/dataset.ts'
import type { Ground } from './ground.ts'
import type { Occasions } from './network-graph.ts'
import type { UsePairs } from './reach.ts'
import { groupRows } from './row-order.ts'
import { isWithin } from './window.ts'
import type { Period } from './window.ts'

export interface WorkOccasions extends Occasions {
  /** Work items and pieces of work with more people than the limit: they link nobody. */
  readonly tooLarge: number
}

/**
 * A work item with everybody who worked on it or is named in its rows; where a row names none, the piece of work (a
 * review, a change made in a pair) with its participants; and each pair of an author and somebody who kept using
 * their artifacts. An item of more people than `limit` links nobody by itself: its pieces of work then do.
 */
export function workOccasionsOf(dataset: Dataset, ground: Ground, uses: UsePairs, period: Period, limit: number): WorkOccasions {
  const { contributions, workItemNames, people } = dataset
  const found = new OccasionList(people.length, limit)
  const itemInPeriod = (row: number) => (isWithin(period, contributions.day[row]!) ? contributions.workItem[row]! : -1)
  const items = groupRows(contributions.length, itemInPeriod, workItemNames.length)
  const isTooLarge = new Uint8Array(workItemNames.length)
  for (let item = 0; item < workItemNames.length; item++)
    if (found.add(dataset, items.rows.subarray(items.offsets[item], items.offsets[item + 1])) === 'too large') isTooLarge[item] = 1

  const { order, starts, count } = ground.pieces
  const { offsets } = contributions.participants
  const isAlone = (row: number) => {
    const item = contributions.workItem[row]!
    return offsets[row + 1]! > offsets[row]! && (item < 0 || isTooLarge[item] === 1) && isWithin(period, contributions.day[row]!)
  }
  const named = new Uint32Array(contributions.length)
  for (let piece = 0; piece < count; piece++) {
    let rowCount = 0
    for (let at = starts[piece]!; at < starts[piece + 1]!; at++) if (isAlone(order[at]!)) named[rowCount++] = order[at]!
    if (rowCount > 0) found.add(dataset, named.subarray(0, rowCount))
  }
  for (const [pair, author] of uses.author.entries()) found.addPair(author, uses.user[pair]!)
  return found.result()
}

/** Collects occasions of two people up to the limit. */
class OccasionList {
  readonly #offsets: number[] = [0]
  readonly #member: number[] = []
  readonly #limit: number
  /** Per person 1 + the number of the try they were last seen in. */
  readonly #seen: Uint32Array
  #tries = 0
  #tooLarge = 0

  constructor(people: number, limit: number) {
    this.#seen = new Uint32Array(people)
    this.#limit = limit
  }

  add({ contributions }: Dataset, rows: Uint32Array): 'added' | 'too small' | 'too large' {
    const { offsets, values } = contributions.participants
    const from = this.#member.length
    this.#tries++
    for (const row of rows) {
      this.#note(contributions.person[row]!)
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) this.#note(values[at]!)
    }
    const size = this.#member.length - from
    if (size > 1 && size <= this.#limit) {
      this.#offsets.push(this.#member.length)
      return 'added'
    }
    this.#member.length = from
    if (size < 2) return 'too small'
    this.#tooLarge++
    return 'too large'
  }

  addPair(one: number, other: number): void {
    this.#member.push(one, other)
    this.#offsets.push(this.#member.length)
  }

  #note(person: number): void {
    if (this.#seen[person] === this.#tries) return
    this.#seen[person] = this.#tries
    this.#member.push(person)
  }

  result(): WorkOccasions {
    return { offsets: Uint32Array.from(this.#offsets), member: Int32Array.from(this.#member), tooLarge: this.#tooLarge }
  }
}
