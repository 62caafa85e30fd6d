/** Who knows which artifact: its authors, and behind them everybody who added or changed it. */
import { CHANGES } from '../domain/contribution.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { ArtifactHistories } from './artifact-history.ts'
import { degreeOfAuthorship, isAuthor } from './degree-of-authorship.ts'
import type { AuthorRule } from './degree-of-authorship.ts'

const ADDED = 1 + CHANGES.indexOf('added')

/** Artifact i (index into ArtifactHistories.artifacts) has its people and its authors as stretches of columns. */
export interface Authorship {
  /** People of artifact i: personOffsets[i] up to personOffsets[i + 1], ascending. */
  readonly personOffsets: Uint32Array
  /** Indexes into Dataset.people. */
  readonly person: Int32Array
  /** 1 where that person added the artifact (FA). */
  readonly added: Uint8Array
  /** Their changes and renames (DL). Those of others (AC) are the artifact's `changes` less these. */
  readonly ownChanges: Uint32Array
  /** Changes and renames per artifact, everybody's together. */
  readonly changes: Uint32Array
  /** Authors of artifact i: author[authorOffsets[i]] up to author[authorOffsets[i + 1]], ascending. */
  readonly authorOffsets: Uint32Array
  readonly author: Int32Array
}

type RowTest = (artifact: number, row: number) => boolean

/** @param countsAsAdding whether a row that adds an artifact makes its author; imports may be set not to */
export function authorshipOf(
  dataset: Dataset,
  histories: ArtifactHistories,
  rule: AuthorRule,
  countsAsAdding: RowTest = () => true,
): Authorship {
  const artifactCount = histories.artifacts.length
  const most = historyRowCount(histories)
  const person = new Int32Array(most)
  const added = new Uint8Array(most)
  const ownChanges = new Uint32Array(most)
  const author: number[] = []
  const personOffsets = new Uint32Array(artifactCount + 1)
  const authorOffsets = new Uint32Array(artifactCount + 1)
  const changes = new Uint32Array(artifactCount)
  const count = artifactCounter(dataset, histories, countsAsAdding)
  for (let artifact = 0; artifact < artifactCount; artifact++) {
    const start = personOffsets[artifact]!
    const end = count(artifact, start, person, added, ownChanges)
    for (let at = start; at < end; at++) changes[artifact]! += ownChanges[at]!
    const degree = (at: number) => degreeOfAuthorship(added[at] === 1, ownChanges[at]!, changes[artifact]! - ownChanges[at]!)
    let highest = -Infinity
    for (let at = start; at < end; at++) highest = Math.max(highest, degree(at))
    for (let at = start; at < end; at++) if (isAuthor(degree(at), highest, added[at] === 1, rule)) author.push(person[at]!)
    personOffsets[artifact + 1] = end
    authorOffsets[artifact + 1] = author.length
  }
  const pairs = personOffsets[artifactCount]!
  return {
    personOffsets,
    person: person.slice(0, pairs),
    added: added.slice(0, pairs),
    ownChanges: ownChanges.slice(0, pairs),
    changes,
    authorOffsets,
    author: Int32Array.from(author),
  }
}

function historyRowCount({ names, rows }: ArtifactHistories): number {
  let count = 0
  for (const name of names) count += rows.offsets[name + 1]! - rows.offsets[name]!
  return count
}

/**
 * Counts one artifact's additions and changes per person into columns from `start` on, and returns where they end.
 * Where no row bears a change mark, the first change is the adding, for all who made one at that first moment.
 */
function artifactCounter(dataset: Dataset, histories: ArtifactHistories, countsAsAdding: RowTest) {
  const { person: personOf, change, instant } = dataset.contributions
  const { nameOffsets, names, rows, marked } = histories
  const isAdder = new Uint8Array(dataset.people.length)
  const changesBy = new Uint32Array(dataset.people.length)
  const firstMomentTaken = new Uint8Array(dataset.people.length)
  const isSeen = new Uint8Array(dataset.people.length)
  return (artifact: number, start: number, person: Int32Array, added: Uint8Array, ownChanges: Uint32Array): number => {
    const ownNames = names.subarray(nameOffsets[artifact], nameOffsets[artifact + 1])
    const unmarked = ownNames.every(name => marked[name] === 0)
    const firstMoment = unmarked ? earliest(ownNames, rows, instant) : NaN
    let end = start
    for (const name of ownNames) {
      for (let at = rows.offsets[name]!; at < rows.offsets[name + 1]!; at++) {
        const row = rows.rows[at]!
        const one = personOf[row]!
        if (isSeen[one] === 0) {
          isSeen[one] = 1
          person[end++] = one
        }
        const isFirst = unmarked && instant[row] === firstMoment && firstMomentTaken[one] === 0
        if (isFirst) firstMomentTaken[one] = 1
        if (!isFirst && change[row] !== ADDED) changesBy[one]!++
        else if (countsAsAdding(artifact, row)) isAdder[one] = 1
      }
    }
    person.subarray(start, end).sort()
    for (let at = start; at < end; at++) {
      const one = person[at]!
      added[at] = isAdder[one]!
      ownChanges[at] = changesBy[one]!
      isSeen[one] = isAdder[one] = firstMomentTaken[one] = changesBy[one] = 0
    }
    return end
  }
}

function earliest(names: Int32Array, rows: ArtifactHistories['rows'], instant: Float64Array): number {
  let first = Infinity
  for (const name of names)
    for (let at = rows.offsets[name]!; at < rows.offsets[name + 1]!; at++) first = Math.min(first, instant[rows.rows[at]!]!)
  return first
}
