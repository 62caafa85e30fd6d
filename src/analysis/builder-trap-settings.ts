/** The thresholds of the builder trap, each with its bounds and its reason. */
import { amount, type SettingRule } from './setting-rule.ts'

export interface BuilderTrapSettings {
  readonly builderOwnEffort: number
  readonly builderPaceRatio: number
  readonly builderPacePercentile: number
  readonly builderLikely: number
  readonly builderStrong: number
  readonly builderPairedShare: number
  readonly builderNewComponentWeeks: number
}

export const DEFAULT_BUILDER_TRAP_SETTINGS: BuilderTrapSettings = {
  builderOwnEffort: 0.25,
  builderPaceRatio: 1.25,
  builderPacePercentile: 0.75,
  builderLikely: 0.65,
  builderStrong: 0.8,
  builderPairedShare: 2 / 3,
  builderNewComponentWeeks: 26,
}

export const BUILDER_TRAP_SETTING_RULES: Readonly<Record<keyof BuilderTrapSettings, SettingRule>> = {
  builderOwnEffort: amount(0.05, 1, 'A quarter of the year: whoever keeps a system on the side is not held by it.'),
  builderPaceRatio: amount(1, 5, 'A quarter more than the median contributor is more than the noise of a year of work.'),
  builderPacePercentile: amount(0.5, 1, 'And in the upper quarter of peers, so that grade alone does not make the difference.'),
  builderLikely: amount(0.5, 1, 'Two thirds of the artifacts and of the work: a second person would have to begin nearly anew.'),
  builderStrong: amount(0.5, 1, 'Four fifths: nobody else could take over.'),
  builderPairedShare: amount(0.1, 1, 'Who took part in two thirds of the changes knows them, whoever committed.'),
  builderNewComponentWeeks: {
    kind: 'number',
    minimum: 0,
    maximum: 260,
    whole: true,
    reason: 'Every new system begins with one person; half a year is time enough for a second.',
  },
}
