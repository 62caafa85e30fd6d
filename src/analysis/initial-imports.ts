/**
 * Likely initial imports: a day on which one person first touched over a fifth of a component's
 * artifacts. They were rather moved in from elsewhere than written that day.
 */
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { ArtifactHistories } from './artifact-history.ts'
import { rowsInOrder } from './row-order.ts'
import type { Settings } from './settings.ts'

export interface InitialImport {
  /** Index into Dataset.people. */
  readonly person: number
  readonly day: EpochDay
  /** Index into Dataset.componentNames. */
  readonly component: number
  /** How many artifacts the person touched first that day, and their share of the component's. */
  readonly artifacts: number
  readonly share: number
}

export interface InitialImports {
  /** By component, person and day. */
  readonly imports: readonly InitialImport[]
  /** Whether a row of an artifact (index into histories.artifacts) is part of such an import. */
  readonly includes: (artifact: number, row: number) => boolean
}

export function initialImportsOf(dataset: Dataset, histories: ArtifactHistories, settings: Settings): InitialImports {
  const { artifacts, nameOffsets, names, rows } = histories
  const { person, day } = dataset.contributions
  const componentOf = (artifact: number) => dataset.artifactNames[artifacts[artifact]!]!.component
  const artifactsOfComponent = new Uint32Array(dataset.componentNames.length)
  const firstDay = new Float64Array(artifacts.length).fill(Infinity)
  const forEachRow = (artifact: number, visit: (row: number) => void) => {
    for (let at = nameOffsets[artifact]!; at < nameOffsets[artifact + 1]!; at++) {
      const name = names[at]!
      for (let index = rows.offsets[name]!; index < rows.offsets[name + 1]!; index++) visit(rows.rows[index]!)
    }
  }

  // One entry per artifact and person who touched it on its first day.
  const entry = { component: [] as number[], person: [] as number[], day: [] as number[] }
  const lastArtifactOf = new Int32Array(dataset.people.length).fill(-1)
  for (let artifact = 0; artifact < artifacts.length; artifact++) {
    artifactsOfComponent[componentOf(artifact)]!++
    forEachRow(artifact, row => {
      firstDay[artifact] = Math.min(firstDay[artifact]!, day[row]!)
    })
    forEachRow(artifact, row => {
      if (day[row] !== firstDay[artifact] || lastArtifactOf[person[row]!] === artifact) return
      lastArtifactOf[person[row]!] = artifact
      entry.component.push(componentOf(artifact))
      entry.person.push(person[row]!)
      entry.day.push(day[row]!)
    })
  }

  const keys = [entry.component, entry.person, entry.day].map(values => Int32Array.from(values))
  const order = rowsInOrder(entry.day.length, keys)
  const imports: InitialImport[] = []
  for (let start = 0, end = 0; start < order.length; start = end) {
    const first = order[start]!
    while (end < order.length && keys.every(key => key[order[end]!] === key[first])) end++
    const component = entry.component[first]!
    const count = end - start
    const share = count / artifactsOfComponent[component]!
    if (share > settings.initialImportShare && count >= settings.initialImportMinimum) {
      imports.push({ person: entry.person[first]!, day: entry.day[first]!, component, artifacts: count, share })
    }
  }

  const known = new Set(imports.map(one => keyOf(one.component, one.person, one.day)))
  const includes = (artifact: number, row: number) =>
    known.size > 0 && day[row] === firstDay[artifact] && known.has(keyOf(componentOf(artifact), person[row]!, day[row]!))
  return { imports, includes }
}

const keyOf = (component: number, person: number, day: EpochDay) => `${component} ${person} ${day}`
