/** The thresholds of the enabler trap, each with its bounds and its reason. */
import { amount, count, type SettingRule } from './setting-rule.ts'

export interface EnablerTrapSettings {
  readonly reachMonths: number
  readonly reachMinimum: number
  readonly reachShare: number
  readonly mandatoryPeople: number
  readonly mandatoryMonths: number
  readonly enablerLeverage: number
  readonly enablerPaceRatio: number
  readonly enablerReachRatio: number
  readonly enablerGap: number
  readonly enablerLikely: number
  readonly enablerStrong: number
  readonly recognitionMiddle: number
  readonly recognitionInputs: number
  readonly groupBiasShare: number
  readonly sharedPromotionDate: number
  readonly fadeProbability: number
  readonly fadeShare: number
  readonly fadeQuarterWeeks: number
}

export const DEFAULT_ENABLER_TRAP_SETTINGS: EnablerTrapSettings = {
  reachMonths: 3,
  reachMinimum: 5,
  reachShare: 0.02,
  mandatoryPeople: 0.9,
  mandatoryMonths: 0.6,
  enablerLeverage: 0.8,
  enablerPaceRatio: 2,
  enablerReachRatio: 2,
  enablerGap: 0.3,
  enablerLikely: 0.45,
  enablerStrong: 0.6,
  recognitionMiddle: 0.5,
  recognitionInputs: 2,
  groupBiasShare: 0.1,
  sharedPromotionDate: 0.5,
  fadeProbability: 0.1,
  fadeShare: 0.25,
  fadeQuarterWeeks: 4,
}

export const ENABLER_TRAP_SETTING_RULES: Readonly<Record<keyof EnablerTrapSettings, SettingRule>> = {
  reachMonths: count(1, 12, 'Three months: trying something once is no use of it.'),
  reachMinimum: count(1, 1000, 'Under five people, one team had a helpful colleague.'),
  reachShare: amount(0, 0.5, 'Two per cent of the contributors: in a large organisation five people are nothing unusual.'),
  mandatoryPeople: amount(0.5, 1, 'What nine of ten builders use was hardly chosen by each.'),
  mandatoryMonths: amount(0.25, 1, 'And in most months in which they build: a linter or a pipeline runs every time.'),
  enablerLeverage: amount(0.5, 1, 'The upper fifth in both: in what they do for others, and in how many use it.'),
  enablerPaceRatio: amount(
    1,
    10,
    'Twice the median contributor of the peers: in any group a fifth is in the upper fifth (without it, 1 to 6 of 100 people where use is logged densely and nothing is planted).',
  ),
  enablerReachRatio: amount(
    1,
    10,
    'Twice the median contributor here too: where everybody uses everybody’s work, five users are nothing unusual.',
  ),
  enablerGap: amount(0.05, 1, 'Three tenths of the whole range between what somebody does for others and what they get.'),
  enablerLikely: amount(0.05, 1, 'Nearly half of the range.'),
  enablerStrong: amount(0.05, 1, 'From the top to below the middle.'),
  recognitionMiddle: amount(0.1, 0.9, 'The middle of the peers.'),
  recognitionInputs: count(1, 3, 'One rating or one pay figure may be anybody’s accident.'),
  groupBiasShare: amount(
    0,
    1,
    'Where a tenth of the differences between ratings lies between managers (or of pay between places), they are taken off.',
  ),
  sharedPromotionDate: amount(0.1, 1, 'A date on which half of all levels begin was written by a system, not by promotions.'),
  fadeProbability: amount(0.01, 0.5, 'With four quarters, only a fall from each to the next is that improbable.'),
  fadeShare: amount(0, 1, 'A fall by a quarter over the year: less is noise however steady.'),
  fadeQuarterWeeks: count(1, 13, 'A quarter with fewer active weeks than a month was leave, not fading.'),
}
