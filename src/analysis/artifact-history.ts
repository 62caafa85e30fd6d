/**
 * Which rows tell how an artifact came to be: its own and those of all its earlier names, for that is
 * how knowledge of it travels through renames.
 */
import { CHANGES } from '../domain/contribution.ts'
import type { Dataset } from '../domain/dataset.ts'
import { artifactsEverTouched } from './artifact-scope.ts'
import { groupRows } from './row-order.ts'
import type { Groups } from './row-order.ts'

const REMOVED = 1 + CHANGES.indexOf('removed')
const ADDED = 1 + CHANGES.indexOf('added')

export interface ArtifactHistories {
  /** True when an artifacts file says what is in scope; otherwise every artifact ever touched is. */
  readonly scopeGiven: boolean
  /** Artifacts in scope as indexes into Dataset.artifactNames, ascending: so by component, then name. */
  readonly artifacts: Int32Array
  /** Artifact i goes by names[nameOffsets[i]] (today's) and those up to names[nameOffsets[i + 1]] (earlier ones). */
  readonly nameOffsets: Uint32Array
  readonly names: Int32Array
  /** The rows that change each name, removals left out: grouped by index into Dataset.artifactNames. */
  readonly rows: Groups
  /** Per name: 1 where some row bears a change mark. */
  readonly marked: Uint8Array
}

/** Whether a row changes the artifact it names: its kind does, so never a review or a decision. */
export function changesArtifact(dataset: Dataset, row: number): boolean {
  return dataset.contributions.artifact[row]! >= 0 && dataset.kindOf[dataset.contributions.kind[row]!]?.changesArtifact === true
}

export function artifactHistoriesOf(dataset: Dataset): ArtifactHistories {
  const { artifact, change, length } = dataset.contributions
  const nameCount = dataset.artifactNames.length
  const marked = new Uint8Array(nameCount)
  for (let row = 0; row < length; row++) if (change[row] !== 0 && changesArtifact(dataset, row)) marked[artifact[row]!] = 1
  const rows = groupRows(length, row => (change[row] !== REMOVED && changesArtifact(dataset, row) ? artifact[row]! : -1), nameCount)
  const renames = renamesOf(dataset)
  const inScope = dataset.artifactScope ?? artifactsEverTouched(dataset, rows, renames)
  const artifacts = Int32Array.from(inScope.keys()).filter(name => inScope[name] === 1)
  return { scopeGiven: dataset.artifactScope !== null, artifacts, ...earlierNames(artifacts, renames, nameCount), rows, marked }
}

/** Rows that give a name an earlier one, grouped by the new name. */
export interface Renames {
  readonly byNewName: Groups
  readonly earlierName: Int32Array
}

/** A row that adds an artifact and names another is a copy: knowledge of the original does not come with it. */
export function renamesOf(dataset: Dataset): Renames {
  const { artifact, previousArtifact, change, length } = dataset.contributions
  const newName = (row: number) => {
    const earlier = previousArtifact[row]!
    const renames = earlier >= 0 && earlier !== artifact[row] && change[row] !== ADDED && change[row] !== REMOVED
    return renames && changesArtifact(dataset, row) ? artifact[row]! : -1
  }
  return { byNewName: groupRows(length, newName, dataset.artifactNames.length), earlierName: previousArtifact }
}

/** All names an artifact ever had, found backwards through the renames; each once, whatever circles they make. */
function earlierNames(artifacts: Int32Array, renames: Renames, nameCount: number): Pick<ArtifactHistories, 'nameOffsets' | 'names'> {
  const nameOffsets = new Uint32Array(artifacts.length + 1)
  const names: number[] = []
  const seenFor = new Int32Array(nameCount).fill(-1)
  for (const [index, artifact] of artifacts.entries()) {
    seenFor[artifact] = index
    names.push(artifact)
    for (let next = nameOffsets[index]!; next < names.length; next++) {
      const { offsets, rows } = renames.byNewName
      for (let at = offsets[names[next]!]!; at < offsets[names[next]! + 1]!; at++) {
        const earlier = renames.earlierName[rows[at]!]!
        if (seenFor[earlier] === index) continue
        seenFor[earlier] = index
        names.push(earlier)
      }
    }
    nameOffsets[index + 1] = names.length
  }
  return { nameOffsets, names: Int32Array.from(names) }
}
