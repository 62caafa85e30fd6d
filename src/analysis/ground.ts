/** What every pattern stands on: sections 0 and 1 of the method over one dataset, computed once. */
import type { Dataset } from '../domain/dataset.ts'
import { activityOf } from './activity.ts'
import type { Activity } from './activity.ts'
import { artifactHistoriesOf } from './artifact-history.ts'
import type { ArtifactHistories } from './artifact-history.ts'
import { authorshipOf } from './authorship.ts'
import type { Authorship } from './authorship.ts'
import { cohortsOf } from './cohort.ts'
import type { Cohorts } from './cohort.ts'
import { effortOf } from './effort.ts'
import type { Effort } from './effort.ts'
import { initialImportsOf } from './initial-imports.ts'
import type { InitialImport } from './initial-imports.ts'
import { keepersOf } from './keepers.ts'
import type { ComponentKeeper } from './keepers.ts'
import { knowledgeModelOf } from './knowledge-model.ts'
import type { KnowledgeModel } from './knowledge-model.ts'
import { leavesOf } from './leave.ts'
import type { Leaves } from './leave.ts'
import { modeEffortOf } from './mode-shares.ts'
import type { ModeEffort } from './mode-shares.ts'
import { componentEffortOf } from './ownership.ts'
import { piecesOf } from './pieces.ts'
import type { Pieces } from './pieces.ts'
import type { Settings } from './settings.ts'
import { periodsOf } from './window.ts'
import type { Periods } from './window.ts'

export interface Ground {
  readonly settings: Settings
  readonly periods: Periods
  readonly leaves: Leaves
  /** Of the window. */
  readonly activity: Activity
  readonly pieces: Pieces
  readonly effort: Effort
  /** Of the window. */
  readonly modeEffort: ModeEffort
  readonly cohorts: Cohorts
  readonly histories: ArtifactHistories
  readonly authorship: Authorship
  readonly initialImports: readonly InitialImport[]
  readonly model: KnowledgeModel
  /** One per component. */
  readonly keepers: readonly ComponentKeeper[]
}

export function groundOf(dataset: Dataset, settings: Settings): Ground {
  const periods = periodsOf(dataset.asOf, settings)
  const leaves = leavesOf(dataset)
  const activity = activityOf(dataset, periods.window, leaves, settings)
  const pieces = piecesOf(dataset)
  const effort = effortOf(dataset, pieces, activity, settings)
  const histories = artifactHistoriesOf(dataset)
  const { imports, includes } = initialImportsOf(dataset, histories, settings)
  const countsAsAdding = (artifact: number, row: number) => !settings.noAuthorshipForInitialImports || !includes(artifact, row)
  const authorship = authorshipOf(dataset, histories, settings, countsAsAdding)
  const componentEffort = componentEffortOf(dataset, pieces, effort, histories, periods.ownership)
  const model = knowledgeModelOf(dataset, settings, leaves, histories, authorship, componentEffort)
  return {
    settings,
    periods,
    leaves,
    activity,
    pieces,
    effort,
    modeEffort: modeEffortOf(dataset, effort, periods.window),
    cohorts: cohortsOf(dataset, activity, settings),
    histories,
    authorship,
    initialImports: imports,
    model,
    keepers: keepersOf(model),
  }
}
