/**
 * Everything that questions about knowledge are answered from, without the rows it came from: plain
 * data that survives a structured clone and can be stored.
 */
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { ComponentName, PersonId } from '../domain/identifiers.ts'
import type { ArtifactHistories } from './artifact-history.ts'
import type { Authorship } from './authorship.ts'
import { LEFT, employmentOf, presentPeople } from './employment.ts'
import { isAway } from './leave.ts'
import type { Leaves } from './leave.ts'
import { medianOf } from './median.ts'
import type { ComponentEffort } from './ownership.ts'
import { fullTimeOf } from './role-families.ts'
import { METHOD_VERSION } from './settings.ts'
import type { Settings } from './settings.ts'
import type { ArtifactRange } from './truck-factor.ts'

export interface KnowledgeModel {
  readonly methodVersion: string
  readonly asOf: EpochDay
  readonly settings: Settings
  /** False when no people file was imported: then nobody is known to have left. */
  readonly employmentKnown: boolean
  readonly people: {
    /** In the order of id; every person index is one into this. */
    readonly ids: readonly PersonId[]
    /** LEFT, EMPLOYED or OUTSIDE (of the HRIS export), see employment.ts. */
    readonly status: Uint8Array
    /** Part of full time; 1 where unknown. */
    readonly fullTime: Float64Array
    /** 1 on leave on the as-of date. */
    readonly onLeave: Uint8Array
  }
  readonly components: {
    /** Sorted; every component index is one into this. */
    readonly names: readonly ComponentName[]
    readonly criticality: Float64Array
    /** 1 where no components file gave it. */
    readonly criticalityAssumed: Uint8Array
    /** 1 where criticality is high, or above the organisation's median. */
    readonly matters: Uint8Array
    /** Component c has the artifacts artifactOffsets[c] up to artifactOffsets[c + 1]. */
    readonly artifactOffsets: Uint32Array
  }
  /** Per artifact in scope, its index into Dataset.artifactNames. */
  readonly artifactNames: Int32Array
  readonly authorship: Authorship
  readonly effort: ComponentEffort
}

export function knowledgeModelOf(
  dataset: Dataset,
  settings: Settings,
  leaves: Leaves,
  histories: ArtifactHistories,
  authorship: Authorship,
  effort: ComponentEffort,
): KnowledgeModel {
  const employment = employmentOf(dataset)
  const criticality = Float64Array.from(dataset.components, component => component?.criticality ?? settings.assumedCriticality)
  const median = medianOf(criticality) ?? settings.assumedCriticality
  const artifactOffsets = new Uint32Array(dataset.componentNames.length + 1)
  for (const artifact of histories.artifacts) artifactOffsets[dataset.artifactNames[artifact]!.component + 1]!++
  for (let component = 0; component < dataset.componentNames.length; component++)
    artifactOffsets[component + 1]! += artifactOffsets[component]!
  return {
    methodVersion: METHOD_VERSION,
    asOf: dataset.asOf,
    settings,
    employmentKnown: employment.known,
    people: {
      ids: dataset.people.map(person => person.id),
      status: employment.status,
      fullTime: Float64Array.from(dataset.people, fullTimeOf),
      onLeave: Uint8Array.from(leaves, away => (isAway(away, dataset.asOf) ? 1 : 0)),
    },
    components: {
      names: dataset.componentNames,
      criticality,
      criticalityAssumed: Uint8Array.from(dataset.components, component => (component?.criticality == null ? 1 : 0)),
      matters: Uint8Array.from(criticality, value => (value >= settings.criticalFrom || value > median ? 1 : 0)),
      artifactOffsets,
    },
    artifactNames: histories.artifacts,
    authorship,
    effort,
  }
}

/** Who is there to know something, and who at least is not known to have left. 1 or 0 per person. */
export interface Presence {
  /** The employed; everybody when employment is unknown. */
  readonly present: Uint8Array
  /** Those too who are outside the HRIS export. */
  readonly notGone: Uint8Array
}

export function presenceOf(model: KnowledgeModel, leavers: Iterable<number> = []): Presence {
  const { status } = model.people
  const present = presentPeople({ known: model.employmentKnown, status })
  const notGone = status.map(one => (one === LEFT ? 0 : 1))
  for (const leaver of leavers) present[leaver] = notGone[leaver] = 0
  return { present, notGone }
}

export const artifactsOf = ({ components: { artifactOffsets } }: KnowledgeModel, component: number): ArtifactRange => ({
  from: artifactOffsets[component]!,
  to: artifactOffsets[component + 1]!,
})

export const allArtifacts = ({ artifactNames }: KnowledgeModel): ArtifactRange => ({ from: 0, to: artifactNames.length })
