/** The method over a whole dataset: what everybody's effort is, who keeps what, who is caught in which pattern. */
import type { EpochDay } from '../domain/calendar.ts'
import type { ComponentName, PersonId } from '../domain/identifiers.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Standing } from './cohort.ts'
import { componentKnowledgeOf, countedPeople, knowledgeOf } from './component-knowledge.ts'
import type { ComponentKnowledge, WholeKnowledge } from './component-knowledge.ts'
import { figureCoverages } from './coverage.ts'
import type { FigureCoverage } from './coverage.ts'
import { evidenceIndexOf } from './evidence-index.ts'
import type { EvidenceIndex } from './evidence-index.ts'
import { exposuresOf } from './exposure.ts'
import { knowledgeAtRisk } from './knowledge-at-risk.ts'
import type { KnowledgeAtRisk } from './knowledge-at-risk.ts'
import type { KnowledgeModel } from './knowledge-model.ts'
import { modeShares, totalEffort } from './mode-shares.ts'
import type { ModeShares } from './mode-shares.ts'
import { gateTableOf } from './gate-candidates.ts'
import type { GateTable } from './gate-table.ts'
import { groundOf } from './ground.ts'
import { organisationOf } from './organisation.ts'
import type { Organisation } from './organisation.ts'
import { pacesOf } from './pace.ts'
import { DEFAULT_PATTERN_SETTINGS, findPatterns, patternSteadiness } from './patterns.ts'
import type { PatternSettings, Patterns, Steadiness } from './patterns.ts'
import { personMonthsOf } from './person-months.ts'
import type { PersonMonths } from './person-months.ts'
import { MICRO_HOURS } from './points.ts'
import { qualityOf } from './quality.ts'
import type { Quality } from './quality.ts'
import { METHOD_VERSION } from './settings.ts'
import type { Settings } from './settings.ts'
import { stabilityOf } from './stability.ts'
import type { Stability } from './stability.ts'
import type { Period } from './window.ts'

export interface PersonAnalysis {
  readonly personId: PersonId
  /** Shares of effort in the window; null without effort. */
  readonly modes: ModeShares | null
  /** Hours of effort in the window, all modes together. */
  readonly effortHours: number
  /** Active weeks in the window. */
  readonly observedWeeks: number
  /** False with too few active weeks: then there is no pace, rather than a low one. */
  readonly observed: boolean
  /** Hours per active week at full time. */
  readonly pace: Standing | null
  readonly buildPace: Standing | null
  readonly exposure: number
  readonly keptComponents: readonly ComponentName[]
}

/** Plain data; numbers unrounded. */
export interface Analysis {
  readonly methodVersion: string
  readonly settings: Settings
  readonly asOf: EpochDay
  readonly window: Period
  readonly baseline: Period
  /** In the order of id. */
  readonly people: readonly PersonAnalysis[]
  /** In the order of name. */
  readonly components: readonly ComponentKnowledge[]
  readonly whole: WholeKnowledge
  readonly atRisk: KnowledgeAtRisk | null
  readonly model: KnowledgeModel
  readonly evidence: EvidenceIndex
  readonly months: PersonMonths
  readonly quality: Quality
  readonly coverage: readonly FigureCoverage[]
  readonly patterns: Patterns
  readonly patternSettings: PatternSettings
  readonly steadiness: Steadiness
  readonly stability: readonly Stability[]
  readonly organisation: Organisation
  readonly gates: GateTable
}

/** `pause` is called between stages: whoever waits may stop there by throwing, or tidy up. */
export function analyse(
  dataset: Dataset,
  settings: Settings,
  patternSettings: PatternSettings = DEFAULT_PATTERN_SETTINGS,
  pause: () => void = () => undefined,
): Analysis {
  const ground = groundOf(dataset, settings)
  pause()
  const { periods, activity, modeEffort, histories, authorship, effort, initialImports: imports, model, keepers } = ground
  const paces = pacesOf(dataset, modeEffort, activity, ground.cohorts, settings)
  const exposures = exposuresOf(model, keepers)
  const counted = countedPeople(model)
  // The columns that are kept are made first: beside what patterns need they would be the peak.
  const evidence = evidenceIndexOf(dataset)
  const months = personMonthsOf(dataset, effort)
  const quality = qualityOf(dataset, { periods, effort, histories, authorship, initialImports: imports, model })
  pause()
  const patterns = findPatterns(dataset, ground, patternSettings, pause)
  pause()
  const sources = { uses: patterns.enabler.measures.reach.pairs, phaseRows: patterns.thinkers.sources.phaseRows, months }
  const organisation = organisationOf(dataset, ground, sources, patternSettings, pause)
  pause()
  const gates = gateTableOf(dataset, ground, patterns, patternSettings, pause)

  return {
    methodVersion: METHOD_VERSION,
    settings,
    asOf: dataset.asOf,
    window: periods.window,
    baseline: periods.baseline,
    people: dataset.people.map((person, index) => ({
      personId: person.id,
      modes: modeShares(modeEffort, index),
      effortHours: totalEffort(modeEffort, index) / MICRO_HOURS,
      observedWeeks: activity.activeWeeks[index]!,
      observed: activity.observed[index] === 1,
      pace: paces[index]?.effort ?? null,
      buildPace: paces[index]?.build ?? null,
      exposure: exposures[index]!.exposure,
      keptComponents: exposures[index]!.keptComponents.map(component => dataset.componentNames[component]!),
    })),
    components: keepers.map((keeper, component) => componentKnowledgeOf(model, component, counted, keeper, imports)),
    whole: knowledgeOf(model, null, counted),
    atRisk: knowledgeAtRisk(model),
    model,
    evidence,
    months,
    quality,
    coverage: figureCoverages(dataset),
    patterns,
    patternSettings,
    steadiness: patternSteadiness(dataset, ground, patterns),
    stability: stabilityOf(patterns.findings),
    organisation,
    gates,
  }
}
