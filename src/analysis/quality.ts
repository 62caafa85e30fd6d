/** What the analysis had to leave out, assume, or point at: counts, so that nothing is silently missing. */
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { changesArtifact } from './artifact-history.ts'
import type { ArtifactHistories } from './artifact-history.ts'
import type { Authorship } from './authorship.ts'
import type { Effort } from './effort.ts'
import { OUTSIDE } from './employment.ts'
import type { HoursPerPoint } from './hours-per-point.ts'
import type { InitialImport } from './initial-imports.ts'
import type { KnowledgeModel } from './knowledge-model.ts'
import type { Periods } from './window.ts'

export interface Quality {
  /** Kinds that carry no mode and no effort until somebody maps them. */
  readonly unknownKinds: Effort['unknownKinds']
  /** How points were turned into hours, per role family. */
  readonly hoursPerPoint: readonly HoursPerPoint[]
  /** The oldest contribution; null without any. */
  readonly recordsFrom: EpochDay | null
  /** Records that begin after the ownership period, the baseline, the window does: such figures rest on less time than they say. */
  readonly recordsShorterThan: readonly ('window' | 'baseline' | 'ownership')[]
  /** Kinds whose first record is after the window's start, with that day: a tool that came later, or was moved to. */
  readonly kindsStartingInWindow: readonly { readonly kind: string; readonly from: EpochDay }[]
  readonly rowsWithoutComponent: number
  readonly scopeGiven: boolean
  readonly artifactsInScope: number
  /** Artifacts touched but not in scope, neither themselves nor as an earlier name. */
  readonly artifactsOutOfScope: number
  readonly rowsOutOfScope: number
  /** In scope, but nobody is recorded to have added or changed them. */
  readonly artifactsWithoutHistory: number
  /** Somebody changed them, nobody is recorded to have added them: their records begin too late. */
  readonly artifactsNeverAdded: number
  readonly initialImports: readonly InitialImport[]
  /** Authors outside the HRIS export: with one, they do not count as employed. */
  readonly authorsOutsideHris: number
  readonly componentsWithAssumedCriticality: number
}

interface QualityInputs {
  readonly periods: Periods
  readonly effort: Effort
  readonly histories: ArtifactHistories
  readonly authorship: Authorship
  readonly initialImports: readonly InitialImport[]
  readonly model: KnowledgeModel
}

export function qualityOf(dataset: Dataset, inputs: QualityInputs): Quality {
  const { periods, effort, histories, authorship, initialImports, model } = inputs
  const { day, component, kind, length } = dataset.contributions
  const firstOfKind = new Float64Array(dataset.kindNames.length).fill(Infinity)
  let [recordsFrom, rowsWithoutComponent] = [Infinity, 0]
  for (let row = 0; row < length; row++) {
    recordsFrom = Math.min(recordsFrom, day[row]!)
    firstOfKind[kind[row]!] = Math.min(firstOfKind[kind[row]!]!, day[row]!)
    if (component[row]! < 0) rowsWithoutComponent++
  }
  const starts = { window: periods.window.from, baseline: periods.baseline.from, ownership: periods.ownership.from }
  return {
    unknownKinds: effort.unknownKinds,
    hoursPerPoint: effort.hoursPerPoint,
    recordsFrom: length === 0 ? null : recordsFrom,
    recordsShorterThan: (['window', 'baseline', 'ownership'] as const).filter(period => recordsFrom > starts[period]),
    kindsStartingInWindow: dataset.kindNames.flatMap((name, index) => {
      const from = firstOfKind[index]!
      return from > periods.window.from && from < Infinity && recordsFrom <= periods.window.from ? [{ kind: name, from }] : []
    }),
    rowsWithoutComponent,
    scopeGiven: histories.scopeGiven,
    artifactsInScope: histories.artifacts.length,
    ...outOfScope(dataset, histories),
    ...gaps(authorship),
    initialImports,
    authorsOutsideHris: new Set(authorship.author.filter(person => model.people.status[person] === OUTSIDE)).size,
    componentsWithAssumedCriticality: model.components.criticalityAssumed.reduce((sum, assumed) => sum + assumed, 0),
  }
}

function outOfScope(dataset: Dataset, histories: ArtifactHistories): Pick<Quality, 'artifactsOutOfScope' | 'rowsOutOfScope'> {
  const isTold = new Uint8Array(dataset.artifactNames.length)
  for (const name of histories.names) isTold[name] = 1
  const isOut = new Uint8Array(dataset.artifactNames.length)
  let rowsOutOfScope = 0
  for (let row = 0; row < dataset.contributions.length; row++) {
    if (!changesArtifact(dataset, row) || isTold[dataset.contributions.artifact[row]!] === 1) continue
    isOut[dataset.contributions.artifact[row]!] = 1
    rowsOutOfScope++
  }
  return { artifactsOutOfScope: isOut.reduce((sum, out) => sum + out, 0), rowsOutOfScope }
}

function gaps({ personOffsets, added, changes }: Authorship): Pick<Quality, 'artifactsWithoutHistory' | 'artifactsNeverAdded'> {
  let [artifactsWithoutHistory, artifactsNeverAdded] = [0, 0]
  for (let artifact = 0; artifact < changes.length; artifact++) {
    const adders = added.subarray(personOffsets[artifact], personOffsets[artifact + 1])
    if (adders.length === 0) artifactsWithoutHistory++
    else if (!adders.includes(1)) artifactsNeverAdded++
  }
  return { artifactsWithoutHistory, artifactsNeverAdded }
}
