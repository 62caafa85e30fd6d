/** Thresholds of the routes: moves to coordination, systems thinkers, and who of them was misrouted. */
import { amount, count, type SettingRule } from './setting-rule.ts'

export interface RouteSettings {
  readonly moveWeeksBefore: number
  readonly moveWeeksSince: number
  readonly moveAgeMonths: number
  readonly handsOnWeeksBefore: number
  readonly handsOnWeeksSince: number
  readonly handsOnRatio: number
  readonly handsOnRatioLikely: number
  readonly handsOnRatioStrong: number
  readonly handsOnLevel: number
  readonly craftShareBefore: number
  readonly driftShare: number
  readonly driftMeetings: number
  readonly driftHandsOn: number
  readonly routePeers: number
  readonly routePeersLeast: number
  readonly endToEndPhases: number
  readonly endToEndHandoffs: number
  readonly endToEndItems: number
  readonly endToEndPerYear: number
  readonly blocksNeeded: number
  readonly speedItems: number
  readonly speedItemsOfAll: number
  readonly speedRidge: number
  readonly longestItemDays: number
  readonly tasteZ: number
  readonly breadthDiffers: number
  readonly chanceDraws: number
  readonly chanceCount: number
  readonly chanceCountLikely: number
  readonly chanceCountStrong: number
  readonly pastMovesLeast: number
}

export const DEFAULT_ROUTE_SETTINGS: RouteSettings = {
  moveWeeksBefore: 13,
  moveWeeksSince: 8,
  moveAgeMonths: 24,
  handsOnWeeksBefore: 52,
  handsOnWeeksSince: 26,
  handsOnRatio: 0.5,
  handsOnRatioLikely: 0.35,
  handsOnRatioStrong: 0.2,
  handsOnLevel: 0.5,
  craftShareBefore: 1 / 3,
  driftShare: 0.5,
  driftMeetings: 1.5,
  driftHandsOn: 0.6,
  routePeers: 8,
  routePeersLeast: 3,
  endToEndPhases: 3,
  endToEndHandoffs: 1,
  endToEndItems: 4,
  endToEndPerYear: 6,
  blocksNeeded: 3,
  speedItems: 3,
  speedItemsOfAll: 20,
  speedRidge: 1,
  longestItemDays: 365,
  tasteZ: 1.64,
  breadthDiffers: 0.2,
  chanceDraws: 100_000,
  chanceCount: 1,
  chanceCountLikely: 0.3,
  chanceCountStrong: 0.05,
  pastMovesLeast: 3,
}

export const ROUTE_SETTING_RULES: Readonly<Record<keyof RouteSettings, SettingRule>> = {
  moveWeeksBefore: count(4, 104, 'A quarter of a year of work: less says little of how somebody worked before.'),
  moveWeeksSince: count(4, 104, 'Two months: the first weeks in a new job are like no others.'),
  moveAgeMonths: count(12, 120, 'Whoever has led for more than two years is a manager, not somebody on the way there.'),
  handsOnWeeksBefore: count(13, 156, 'A year, so that every season of the work is in it once.'),
  handsOnWeeksSince: count(8, 104, 'Half a year: how it is now, past the handing over.'),
  handsOnRatio: amount(0.1, 0.9, 'Half of the former hands-on work is gone, beyond what everybody around lost.'),
  handsOnRatioLikely: amount(0.1, 0.9, 'About two thirds are gone: no reading of the hours leaves half.'),
  handsOnRatioStrong: amount(0.05, 0.9, 'Four fifths are gone: a day a week is left.'),
  handsOnLevel: amount(0.1, 0.9, 'Somebody who built twice as much as others and now as much as they do has not left the work.'),
  craftShareBefore: amount(
    0,
    1,
    'Who spent less than a third of their effort hands-on, and less than half of what peers did, had little to be moved away from.',
  ),
  driftShare: amount(0.3, 0.9, 'More than half of the effort is coordination: that is the job now, whatever the title says.'),
  driftMeetings: amount(1.1, 5, 'A half more meetings than in the year before is beyond how calendars wander.'),
  driftHandsOn: amount(0.1, 0.9, 'A fading enabler loses hands-on work too, but not to meetings: both are asked for.'),
  routePeers: count(3, 100, 'Under eight people a median moves with each of them.'),
  routePeersLeast: count(1, 100, 'A median of two is a mean of two people: then there is nobody to compare with.'),
  endToEndPhases: count(2, 5, 'Three of five phases: deciding, shaping and making in one head.'),
  endToEndHandoffs: count(0, 10, 'One handoff at the end is how work is left in good hands.'),
  endToEndItems: count(1, 50, 'Fewer happen to anybody in a year.'),
  endToEndPerYear: count(1, 100, 'One every two months: a way of working, not an occasion.'),
  blocksNeeded: count(1, 5, 'Two measures agree by chance in any group.'),
  speedItems: count(1, 50, 'One fast item is luck.'),
  speedItemsOfAll: count(5, 1000, 'Under twenty finished items there is no usual speed to be compared with.'),
  speedRidge: amount(0.001, 1000, 'Systems with few items are drawn towards the usual speed by one item.'),
  longestItemDays: count(30, 3650, 'What is open for a year is a container, not a piece of work.'),
  tasteZ: amount(0.5, 3, 'One-sided 95 %: ten of ten decisions count for more than one of one.'),
  breadthDiffers: amount(0, 1, 'Where nearly all have held the same number of roles, the number says nothing.'),
  chanceDraws: count(1000, 1_000_000, 'Enough to tell one in twenty from none in the largest group.'),
  chanceCount: amount(0.01, 10, 'Fewer than one such person would be there by chance.'),
  chanceCountLikely: amount(0.001, 10, 'One group in three would have such a person by chance.'),
  chanceCountStrong: amount(0.0001, 10, 'One group in twenty would.'),
  pastMovesLeast: count(1, 50, "Under three past moves, what moving costs is one person's story."),
}
