/** The thresholds of the figures on work with agents, each with its bounds and its reason. */
import { amount, count, type SettingRule } from './setting-rule.ts'

export interface AgentSettings {
  readonly briefWeeks: number
  readonly evaluationWeeks: number
  readonly configurationWeeks: number
  readonly integratedWeeks: number
  readonly comparedWeeks: number
  readonly agentOutputLeast: number
  readonly outputLeast: number
  readonly agentGrowth: number
  readonly agentShareChange: number
  readonly eyesLeast: number
  readonly eyesRatio: number
  readonly eyesRatioLikely: number
  readonly eyesRatioStrong: number
  readonly revertsLeast: number
  readonly revertsRatio: number
  readonly revertsRatioLikely: number
  readonly revertsRatioStrong: number
  readonly beyondChanceZ: number
  readonly reviewLagDays: number
  readonly reviewedShareLeast: number
}

export const DEFAULT_AGENT_SETTINGS: AgentSettings = {
  briefWeeks: 4,
  evaluationWeeks: 4,
  configurationWeeks: 13,
  integratedWeeks: 0.5,
  comparedWeeks: 26,
  agentOutputLeast: 20,
  outputLeast: 20,
  agentGrowth: 1.5,
  agentShareChange: 0.1,
  eyesLeast: 10,
  eyesRatio: 0.7,
  eyesRatioLikely: 0.5,
  eyesRatioStrong: 0.3,
  revertsLeast: 5,
  revertsRatio: 1.5,
  revertsRatioLikely: 2,
  revertsRatioStrong: 3,
  beyondChanceZ: 2.58,
  reviewLagDays: 28,
  reviewedShareLeast: 0.2,
}

export const AGENT_SETTING_RULES: Readonly<Record<keyof AgentSettings, SettingRule>> = {
  briefWeeks: count(1, 26, 'A brief serves the work of about a month.'),
  evaluationWeeks: count(1, 26, 'What agents make changes with every month of use: older checks say little.'),
  configurationWeeks: count(1, 52, 'Rules that nobody touched in a quarter are no longer kept up.'),
  integratedWeeks: amount(0.1, 1, 'Most weeks: a way of working, not an occasion.'),
  comparedWeeks: count(8, 52, 'Half a year against the half before: a quarter is too short for reviews to catch up.'),
  agentOutputLeast: count(5, 1000, 'Under twenty pieces a share says more about the weeks than about the work.'),
  outputLeast: count(5, 1000, 'As many before, so that there is something to compare with.'),
  agentGrowth: amount(1.1, 10, 'A half more through agents than in the half year before is beyond how work wanders.'),
  agentShareChange: amount(0.01, 1, 'Ten points of all output: agents have taken over a part of the work.'),
  eyesLeast: count(5, 1000, 'Under ten reviews and evaluations before, nobody wrote them down.'),
  eyesRatio: amount(0.1, 0.95, 'Three of ten looks are gone, beyond what everybody else lost.'),
  eyesRatioLikely: amount(0.05, 0.95, 'Half of them are gone.'),
  eyesRatioStrong: amount(0.01, 0.95, 'Two of three are gone.'),
  revertsLeast: count(2, 1000, 'Four changes taken back in half a year are an ordinary half year.'),
  revertsRatio: amount(1.05, 10, 'Changes are taken back half as often again.'),
  revertsRatioLikely: amount(1.05, 20, 'Twice as often.'),
  revertsRatioStrong: amount(1.05, 50, 'Three times as often.'),
  beyondChanceZ: amount(1, 5, 'One in a hundred such changes would be chance, where counts vary freely.'),
  reviewLagDays: count(1, 180, 'What nobody looked at within four weeks is in use by then.'),
  reviewedShareLeast: amount(
    0.01,
    1,
    'Where under a fifth of the work can be matched with a review, reviews do not say what they are about.',
  ),
}
