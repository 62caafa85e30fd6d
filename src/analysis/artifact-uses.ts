/** Who built on whose artifact, and when: recorded uses, and work built inside an enabling artifact. */
import { monthOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Ground } from './ground.ts'
import { isWithin } from './window.ts'
import type { Period } from './window.ts'

/** One entry per row and artifact used, in no order that carries meaning. */
export interface ArtifactUses {
  /** Whether any use at all is recorded in the period, one's own and that of unknown authors too. */
  readonly isRecorded: boolean
  /** Index into Dataset.people. */
  readonly user: Int32Array
  /** Index into histories.artifacts. */
  readonly artifact: Int32Array
  /** Index into Dataset.contributions. */
  readonly row: Int32Array
  /** Months as in calendar.monthOf. */
  readonly month: Int32Array
}

/** An author's own use is none, and neither is a change inside an artifact by one of its authors. */
export function artifactUsesOf(dataset: Dataset, ground: Ground, period: Period): ArtifactUses {
  const { contributions, kindOf } = dataset
  const { uses } = contributions
  const artifactOf = artifactsByName(dataset, ground)
  const isEnabling = enablingArtifacts(dataset, ground)
  const { authorOffsets, author } = ground.authorship
  const isAuthor = (artifact: number, person: number) => {
    for (let at = authorOffsets[artifact]!; at < authorOffsets[artifact + 1]!; at++) if (author[at] === person) return true
    return false
  }
  const found = { user: [] as number[], artifact: [] as number[], row: [] as number[], month: [] as number[] }
  let recorded = 0
  const add = (row: number, name: number) => {
    const artifact = artifactOf[name]!
    const user = contributions.person[row]!
    if (artifact < 0 || isAuthor(artifact, user)) return
    found.user.push(user)
    found.artifact.push(artifact)
    found.row.push(row)
    found.month.push(monthOf(contributions.day[row]!))
  }
  for (let row = 0; row < contributions.length; row++) {
    if (!isWithin(period, contributions.day[row]!)) continue
    for (let at = uses.offsets[row]!; at < uses.offsets[row + 1]!; at++) add(row, uses.values[at]!)
    recorded += uses.offsets[row + 1]! - uses.offsets[row]!
    const inside = contributions.artifact[row]!
    const isBuilding = kindOf[contributions.kind[row]!]?.mode === 'build'
    if (isBuilding && inside >= 0 && artifactOf[inside]! >= 0 && isEnabling[artifactOf[inside]!] === 1) add(row, inside)
  }
  return {
    isRecorded: recorded > 0 || found.user.length > 0,
    user: Int32Array.from(found.user),
    artifact: Int32Array.from(found.artifact),
    row: Int32Array.from(found.row),
    month: Int32Array.from(found.month),
  }
}

/** Per name the artifact it is, or was called before; -1 where it is out of scope. Today's names go before earlier ones. */
function artifactsByName(dataset: Dataset, { histories }: Ground): Int32Array {
  const { artifacts, nameOffsets, names } = histories
  const artifactOf = new Int32Array(dataset.artifactNames.length).fill(-1)
  for (const [artifact, name] of artifacts.entries()) artifactOf[name] = artifact
  for (let artifact = 0; artifact < artifacts.length; artifact++) {
    for (let at = nameOffsets[artifact]!; at < nameOffsets[artifact + 1]!; at++) {
      if (artifactOf[names[at]!] === -1) artifactOf[names[at]!] = artifact
    }
  }
  return artifactOf
}

/** 1 where its authors wrote the artifact rather by enabling than by building. */
function enablingArtifacts(dataset: Dataset, { histories, authorship }: Ground): Uint8Array {
  const { kind, person } = dataset.contributions
  const { nameOffsets, names, rows } = histories
  const modes = dataset.kindOf.map(one => (one?.mode === 'enable' ? 1 : one?.mode === 'build' ? -1 : 0))
  const { authorOffsets, author } = authorship
  return Uint8Array.from(histories.artifacts, (_, artifact) => {
    const authors = author.subarray(authorOffsets[artifact], authorOffsets[artifact + 1])
    let enabling = 0
    for (let at = nameOffsets[artifact]!; at < nameOffsets[artifact + 1]!; at++) {
      const name = names[at]!
      for (let index = rows.offsets[name]!; index < rows.offsets[name + 1]!; index++) {
        const row = rows.rows[index]!
        if (authors.includes(person[row]!)) enabling += modes[kind[row]!]!
      }
    }
    return enabling > 0 ? 1 : 0
  })
}
