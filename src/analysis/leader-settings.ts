/** The thresholds of the figures on leaders, each with its bounds and its reason. */
import { amount, count, type SettingRule } from './setting-rule.ts'

export interface LeaderSettings {
  readonly proximityWeeks: number
  readonly proximityWeeksLeast: number
  readonly decisionsLeast: number
  readonly reviewsLeast: number
  readonly freshnessHalfLifeWeeks: number
  readonly leadingWeeksLeast: number
  readonly distantTools: number
  readonly distantDecisions: number
  readonly distantReviews: number
  readonly distantFreshness: number
  readonly distantLikely: number
  readonly distantStrong: number
  readonly playerCoachWeeks: number
  readonly buildersLeast: number
  readonly rebuildRecentWeeks: number
  readonly rebuildPhases: number
  readonly rebuildEffortShare: number
  readonly rebuildAgentShare: number
  readonly liftMonths: number
  readonly liftUnits: number
  readonly liftMembers: number
}

export const DEFAULT_LEADER_SETTINGS: LeaderSettings = {
  proximityWeeks: 26,
  proximityWeeksLeast: 8,
  decisionsLeast: 8,
  reviewsLeast: 5,
  freshnessHalfLifeWeeks: 26,
  leadingWeeksLeast: 26,
  distantTools: 0.15,
  distantDecisions: 0.2,
  distantReviews: 0.25,
  distantFreshness: 0.25,
  distantLikely: 0.1,
  distantStrong: 0.05,
  playerCoachWeeks: 0.5,
  buildersLeast: 3,
  rebuildRecentWeeks: 26,
  rebuildPhases: 2,
  rebuildEffortShare: 0.1,
  rebuildAgentShare: 0.25,
  liftMonths: 6,
  liftUnits: 5,
  liftMembers: 3,
}

export const LEADER_SETTING_RULES: Readonly<Record<keyof LeaderSettings, SettingRule>> = {
  proximityWeeks: count(8, 104, 'Half a year: long enough to pass over one busy quarter.'),
  proximityWeeksLeast: count(4, 52, 'Under two months at work a share of weeks says more about the weeks.'),
  decisionsLeast: count(2, 100, 'Whoever was in none of eight is hardly ever in one of three; fewer say little.'),
  reviewsLeast: count(1, 100, 'Under five reviews with an outcome nobody wrote outcomes down.'),
  freshnessHalfLifeWeeks: count(4, 260, 'Half a year: tools and systems change about so fast.'),
  leadingWeeksLeast: count(4, 104, 'A new leader hands over and listens first.'),
  distantTools: amount(0, 1, 'Hands-on work in fewer than four of 26 weeks is a visit.'),
  distantDecisions: amount(0, 1, 'Four of five decisions were taken without them.'),
  distantReviews: amount(0, 1, 'In fewer than one month of four did a review of theirs change what was made.'),
  distantFreshness: amount(0, 1, 'Two half-lives: a year since hands-on work was their week.'),
  distantLikely: amount(0, 1, 'All three behaviours together are seen in under a tenth of the occasions.'),
  distantStrong: amount(0, 1, 'In under one of twenty: hardly ever.'),
  playerCoachWeeks: amount(0, 1, 'Every other week has work of their own in it: deciding much alone is no playing.'),
  buildersLeast: count(1, 100, 'A median of two is a mean of two people.'),
  rebuildRecentWeeks: count(4, 260, 'One half-life: after it, half of the way back is to be learned again.'),
  rebuildPhases: count(1, 5, 'Who only codes somewhere, or only decides there, has seen one side of it.'),
  rebuildEffortShare: amount(0.01, 1, 'Where no artifact is named: a tenth of the work of 24 months.'),
  rebuildAgentShare: amount(0.01, 1, 'Where a quarter of the changes is made with agents, rebuilding without them is another craft.'),
  liftMonths: count(3, 24, 'Six months either side: the handing over is in them, and so is what follows.'),
  liftUnits: count(3, 100, 'Four units to compare with leave the interval wider than any effect.'),
  liftMembers: count(1, 100, "Under three members a unit's change is one person's."),
}
