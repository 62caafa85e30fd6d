/** Thresholds of what is said of units and of the network of working relations. */
import { amount, count, type SettingRule } from './setting-rule.ts'

export interface OrganisationSettings {
  readonly occasionPeople: number
  readonly betweennessExact: number
  readonly betweennessPivots: number
  readonly boundPeople: number
  readonly boundHistoryMonths: number
  readonly boundMonths: number
  readonly boundItems: number
  readonly boundPeerUnits: number
  readonly headcountRange: number
  readonly rampMonths: number
  readonly slowMonthShare: number
  readonly closedLateDays: number
  readonly elasticityLine: number
  readonly waitingLittle: number
  readonly waitingMuch: number
  readonly handoffsFew: number
  readonly handoffsMany: number
  readonly compressionPeople: number
  readonly compressionMonths: number
  readonly compressionWeeks: number
  readonly compressionWeeksSince: number
  readonly meetingFall: number
  readonly promotionMonths: number
  readonly promotionMonthsBefore: number
  readonly promotionMonthsSince: number
  readonly promotionMonthsLeast: number
  readonly promotionsLeast: number
  readonly promotionSharedDate: number
}

export const DEFAULT_ORGANISATION_SETTINGS: OrganisationSettings = {
  occasionPeople: 25,
  betweennessExact: 2000,
  betweennessPivots: 512,
  boundPeople: 5,
  boundHistoryMonths: 36,
  boundMonths: 12,
  boundItems: 20,
  boundPeerUnits: 3,
  headcountRange: 1.25,
  rampMonths: 2,
  slowMonthShare: 0.5,
  closedLateDays: 90,
  elasticityLine: 0.5,
  waitingLittle: 0.15,
  waitingMuch: 1 / 3,
  handoffsFew: 1,
  handoffsMany: 3,
  compressionPeople: 2,
  compressionMonths: 24,
  compressionWeeks: 26,
  compressionWeeksSince: 8,
  meetingFall: 0.1,
  promotionMonths: 36,
  promotionMonthsBefore: 12,
  promotionMonthsSince: 12,
  promotionMonthsLeast: 3,
  promotionsLeast: 3,
  promotionSharedDate: 0.5,
}

export const ORGANISATION_SETTING_RULES: Readonly<Record<keyof OrganisationSettings, SettingRule>> = {
  occasionPeople: count(
    2,
    200,
    'Over twenty-five people on one ticket are an audience: being named beside somebody is no working relation.',
  ),
  betweennessExact: count(100, 20_000, 'Up to two thousand people every shortest way is followed within a second or two.'),
  betweennessPivots: count(
    64,
    20_000,
    'Above that, ways from 512 people drawn at random; what that leaves open is told as a standard error.',
  ),
  boundPeople: count(3, 100, 'A verdict on a unit of four is a verdict on four people.'),
  boundHistoryMonths: count(12, 120, 'Three years: long enough for a unit to have grown or shrunk, short enough to be the same unit.'),
  boundMonths: count(6, 60, 'A year of whole months, so that every season is in it.'),
  boundItems: count(5, 1000, 'Under twenty finished items a month more or less is one ticket.'),
  boundPeerUnits: count(1, 50, 'With fewer than three other units there is no usual month to hold one against.'),
  headcountRange: amount(1.05, 5, 'Where a unit never changed by a quarter, nothing shows what more people would bring.'),
  rampMonths: count(0, 12, 'New people cost time before they save any (Brooks 1975): they count from their third month.'),
  slowMonthShare: amount(0, 1, 'A month with under half of the usual work a head was a freeze or a reorganisation, and shows neither.'),
  closedLateDays: count(7, 730, 'Closed three months after the last work on it, an item was tidied up that day, not finished.'),
  elasticityLine: amount(0.1, 1, 'A tenth more people and under a twentieth more finished: half of what they bring is lost on the way.'),
  waitingLittle: amount(0, 1, 'A seventh of the time is what passing work on costs anywhere.'),
  waitingMuch: amount(0, 1, 'A third of the time in which nobody works because somebody else is awaited.'),
  handoffsFew: amount(0, 20, 'One handoff an item: somebody makes it and somebody takes it over.'),
  handoffsMany: amount(0, 50, 'Three handoffs an item: four people each had to learn what it is about.'),
  compressionPeople: count(1, 50, 'One person who changes their trade has a career; two have had theirs merged away.'),
  compressionMonths: count(6, 60, 'Two years: what was merged before that has long settled.'),
  compressionWeeks: count(8, 104, 'Half a year on either side.'),
  compressionWeeksSince: count(4, 52, 'Two months: the first weeks after a merger are full of meetings about it.'),
  meetingFall: amount(0.01, 0.9, 'Under a tenth less is how calendars wander.'),
  promotionMonths: count(12, 120, 'The last three years: what the organisation rewards now.'),
  promotionMonthsBefore: count(3, 36, 'The year before: what somebody was promoted for.'),
  promotionMonthsSince: count(3, 36, 'The year after, as far as it has passed.'),
  promotionMonthsLeast: count(1, 12, 'Under three months with work on record, what somebody mostly did is not told.'),
  promotionsLeast: count(2, 50, 'A change seen in two people is those two people.'),
  promotionSharedDate: amount(0.1, 1, 'A date that bears half of all promotions was written by a system.'),
}
