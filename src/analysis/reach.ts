/** Reach: how many people keep building on what somebody made, and how far that carries. */
import type { Dataset } from '../domain/dataset.ts'
import { artifactUsesOf } from './artifact-uses.ts'
import type { ArtifactUses } from './artifact-uses.ts'
import type { EnablerTrapSettings } from './enabler-trap-settings.ts'
import type { Ground } from './ground.ts'
import { mandatoryArtifacts } from './mandatory-use.ts'
import { groupRows, rowsInOrder } from './row-order.ts'
import { secondOrderReach } from './second-order-reach.ts'

/** Who keeps using what whom made, by author, then user. Pair i has rows[rowOffsets[i]] up to rows[rowOffsets[i + 1]]. */
export interface UsePairs {
  readonly author: Int32Array
  readonly user: Int32Array
  readonly rowOffsets: Uint32Array
  /** Rows of Dataset.contributions with such a use; a row that uses two artifacts of one author stands twice. */
  readonly rows: Int32Array
  /** Pairs of author a: offsets[a] up to offsets[a + 1]. */
  readonly offsets: Uint32Array
}

export interface Reach {
  /** False where no use by anybody is recorded in the window: then nobody's reach is known. */
  readonly isRecorded: boolean
  /** Distinct people who chose to use the person's artifacts in enough months; NaN where use is not recorded. */
  readonly reach: Float64Array
  /** Distinct people for whom the use is mandatory. Shown as such, and no part of `reach`. */
  readonly mandatoryReach: Float64Array
  /** Reach, and half of the reach of those reached, and so on. */
  readonly secondOrder: Float64Array
  readonly pairs: UsePairs
}

export function reachOf(dataset: Dataset, ground: Ground, settings: EnablerTrapSettings): Reach {
  const { window } = ground.periods
  const people = dataset.people.length
  const uses = artifactUsesOf(dataset, ground, window)
  const { isRecorded } = uses
  const mandatory = mandatoryArtifacts(dataset, ground, uses, window, settings)
  const pairs = pairsOf(uses, ground, settings, people, artifact => mandatory[artifact] === 0)
  const mandatoryPairs = pairsOf(uses, ground, settings, people, artifact => mandatory[artifact] === 1)
  const count = ({ offsets }: UsePairs) =>
    Float64Array.from({ length: people }, (_, person) => (isRecorded ? offsets[person + 1]! - offsets[person]! : NaN))
  const reach = count(pairs)
  return {
    isRecorded,
    reach,
    mandatoryReach: count(mandatoryPairs),
    secondOrder: isRecorded ? secondOrderReach(pairs.author, pairs.user, people) : reach,
    pairs,
  }
}

/** Pairs of an author and somebody else with use in at least `reachMonths` distinct months. */
function pairsOf(
  uses: ArtifactUses,
  { authorship }: Ground,
  { reachMonths }: EnablerTrapSettings,
  people: number,
  counts: (artifact: number) => boolean,
): UsePairs {
  const { authorOffsets, author: authors } = authorship
  const each = { author: [] as number[], user: [] as number[], month: [] as number[], row: [] as number[] }
  for (let use = 0; use < uses.user.length; use++) {
    const artifact = uses.artifact[use]!
    if (!counts(artifact)) continue
    for (let at = authorOffsets[artifact]!; at < authorOffsets[artifact + 1]!; at++) {
      each.author.push(authors[at]!)
      each.user.push(uses.user[use]!)
      each.month.push(uses.month[use]!)
      each.row.push(uses.row[use]!)
    }
  }
  const [author, user, month] = [Int32Array.from(each.author), Int32Array.from(each.user), Int32Array.from(each.month)]
  const order = rowsInOrder(author.length, [author, user, month])
  const found = { author: [] as number[], user: [] as number[], rowOffsets: [0], rows: [] as number[] }
  for (let start = 0, end = 0; start < order.length; start = end) {
    const first = order[start]!
    let months = 0
    for (; end < order.length && author[order[end]!] === author[first] && user[order[end]!] === user[first]; end++) {
      if (end === start || month[order[end]!] !== month[order[end - 1]!]) months++
    }
    if (months < reachMonths) continue
    found.author.push(author[first]!)
    found.user.push(user[first]!)
    for (const use of order.subarray(start, end)) found.rows.push(each.row[use]!)
    found.rowOffsets.push(found.rows.length)
  }
  return {
    author: Int32Array.from(found.author),
    user: Int32Array.from(found.user),
    rowOffsets: Uint32Array.from(found.rowOffsets),
    rows: Int32Array.from(found.rows),
    offsets: groupRows(found.author.length, pair => found.author[pair]!, people).offsets,
  }
}
