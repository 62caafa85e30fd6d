/** The thresholds of the fairness check, each with its bounds and its reason. */
import type { SettingRule } from './setting-rule.ts'

export interface FairnessSettings {
  readonly fairnessGroupLeast: number
  readonly fairnessFlaggedLeast: number
  readonly fairnessRatio: number
}

export const DEFAULT_FAIRNESS_SETTINGS: FairnessSettings = {
  fairnessGroupLeast: 10,
  fairnessFlaggedLeast: 3,
  fairnessRatio: 0.8,
}

export const FAIRNESS_SETTING_RULES: Readonly<Record<keyof FairnessSettings, SettingRule>> = {
  fairnessGroupLeast: {
    kind: 'number',
    minimum: 5,
    maximum: 100,
    whole: true,
    reason: 'In a smaller group a figure tells of people one can name.',
  },
  fairnessFlaggedLeast: {
    kind: 'number',
    minimum: 3,
    maximum: 100,
    whole: true,
    reason: 'Flags stand beside names: with one or two of them, a count by group would tell whose group is whose.',
  },
  fairnessRatio: {
    kind: 'number',
    minimum: 0.5,
    maximum: 1,
    whole: false,
    reason: 'The four-fifths rule of the Uniform Guidelines on Employee Selection Procedures (1978).',
  },
}
