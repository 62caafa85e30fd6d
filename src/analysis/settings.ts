/** Every number of the method that can be argued about, as data: its value, its bounds and why it is what it is. */
import { amount, count, type SettingRule } from './setting-rule.ts'

export const METHOD_VERSION = '1.0.0'

export interface Settings {
  readonly windowMonths: number
  readonly baselineMonths: number
  readonly ownershipMonths: number
  readonly authorShare: number
  readonly authorMinimum: number
  readonly coverageLine: number
  readonly nearLineWidth: number
  readonly prunedShare: number
  readonly leaverShare: number
  readonly keeperHold: number
  readonly keeperShare: number
  readonly keeperSecond: number
  readonly criticalFrom: number
  readonly assumedCriticality: number
  readonly initialImportShare: number
  readonly initialImportMinimum: number
  readonly noAuthorshipForInitialImports: boolean
  readonly minimumActiveWeeks: number
  readonly cohortMinimum: number
  readonly shrinkage: number
  readonly weekHours: number
  readonly sizeFactorMinimum: number
  readonly sizeFactorMaximum: number
}

export const DEFAULT_SETTINGS: Settings = {
  windowMonths: 12,
  baselineMonths: 12,
  ownershipMonths: 24,
  authorShare: 0.75,
  authorMinimum: 3.293,
  coverageLine: 0.5,
  nearLineWidth: 0.02,
  prunedShare: 0.1,
  leaverShare: 0.1,
  keeperHold: 0.5,
  keeperShare: 0.5,
  keeperSecond: 2 / 3,
  criticalFrom: 4,
  assumedCriticality: 3,
  initialImportShare: 0.2,
  initialImportMinimum: 2,
  noAuthorshipForInitialImports: false,
  minimumActiveWeeks: 8,
  cohortMinimum: 8,
  shrinkage: 4,
  weekHours: 40,
  sizeFactorMinimum: 0.25,
  sizeFactorMaximum: 4,
}

/** Between which bounds a setting may be edited, and why its default is what it is. */
export const SETTING_RULES: Readonly<Record<keyof Settings, SettingRule>> = {
  windowMonths: count(1, 60, 'A year holds every season of the work once.'),
  baselineMonths: count(1, 60, 'As long as the window, so that like is compared with like.'),
  ownershipMonths: count(3, 120, 'Two years: long enough to survive a quiet spell, short enough that founders fade.'),
  authorShare: amount(0.5, 0.95, 'Fritz et al. and Avelino et al.: three quarters of the best knower, strictly more.'),
  authorMinimum: amount(0, 10, 'The degree of authorship of somebody who neither added nor changed anything (Avelino et al.).'),
  coverageLine: amount(0.1, 0.9, 'A project is in serious trouble when half of its artifacts have no author (Avelino et al.).'),
  nearLineWidth: amount(0, 0.1, 'So close to the line, a handful of files would change the truck factor: said beside it.'),
  prunedShare: amount(
    0,
    1,
    "Members with under a tenth of the first one's artifacts are dropped, as the authors' own tool does since 2018.",
  ),
  leaverShare: amount(0.01, 1, 'A tenth of the authors: about as many as leave many organisations within a year.'),
  keeperHold: amount(0.5, 1, 'Half: without them the component stands where the truck factor calls it lost.'),
  keeperShare: amount(0.5, 1, 'Half of the effort: old authorship of a hot file alone makes no keeper.'),
  keeperSecond: amount(0.1, 1, 'Somebody with more than two thirds of their effort can carry on.'),
  criticalFrom: amount(1, 5, 'Four and five are what people mark when they mean critical.'),
  assumedCriticality: amount(1, 5, 'The middle of the scale, and marked as assumed.'),
  initialImportShare: amount(0.05, 1, 'A fifth of a system first seen in one day of one person was rather moved in than written.'),
  initialImportMinimum: count(1, 1000, 'One artifact is never an import, whatever share of a small component it is.'),
  noAuthorshipForInitialImports: {
    kind: 'choice',
    reason: 'Off: published values count imports, and the effort rule keeps an import from making a keeper.',
  },
  minimumActiveWeeks: count(1, 52, 'Under two months of work a pace says more about the weeks than about the person.'),
  cohortMinimum: count(2, 100, 'Under eight people a percentile moves by more than a tenth with each of them.'),
  shrinkage: amount(0, 100, 'A cohort of four is believed half.'),
  weekHours: amount(1, 80, 'Hours of a full-time week, where no focus hours are recorded.'),
  sizeFactorMinimum: amount(0, 1, 'A small piece of work still costs the switch to it.'),
  sizeFactorMaximum: amount(1, 100, 'A huge change is rarely typed: imports and reformats must not drown a year.'),
}
