/** What each setting of the method is called where people see it, and the unit its value is in. */
import type { AgentSettings } from './agent-settings.ts'
import type { BuilderTrapSettings } from './builder-trap-settings.ts'
import type { EnablerTrapSettings } from './enabler-trap-settings.ts'
import type { FairnessSettings } from './fairness-settings.ts'
import type { LeaderSettings } from './leader-settings.ts'
import type { OrganisationSettings } from './organisation-settings.ts'
import type { RouteSettings } from './route-settings.ts'
import type { Settings } from './settings.ts'

/** Label and unit; a share runs from 0 to 1, a ratio is "times". */
export type Words = readonly [label: string, unit: string]
type WordsOf<Family> = Readonly<Record<keyof Family, Words>>

export const GROUND_WORDS: WordsOf<Settings> = {
  windowMonths: ['Window: the months whose work is looked at', 'months'],
  baselineMonths: ['Baseline: the months before the window', 'months'],
  ownershipMonths: ['Months of work that count for who keeps a system', 'months'],
  authorShare: ['Knowledge of an artifact that makes an author, against whoever knows it best', 'share'],
  authorMinimum: ['Least degree of authorship of an author', 'degree'],
  coverageLine: ['Artifacts with an author below which a system counts as lost', 'share'],
  nearLineWidth: ['How close to that line a truck factor is said to hang on few files', 'share'],
  prunedShare: ['Artifacts under which a member of the truck factor is left out, against the first', 'share'],
  leaverShare: ['Authors who leave together when knowledge at risk is told', 'share'],
  keeperHold: ['Artifacts left without an author when the keeper leaves, at least', 'share'],
  keeperShare: ['Work on the system done by its keeper, at least', 'share'],
  keeperSecond: ["Work of the next person against the keeper's, at most", 'share'],
  criticalFrom: ['Criticality from which a system matters', '1 to 5'],
  assumedCriticality: ['Criticality assumed where none is recorded', '1 to 5'],
  initialImportShare: ["Part of a system's artifacts first seen in one person's day that makes an import", 'share'],
  initialImportMinimum: ['Artifacts of an import, at least', 'artifacts'],
  noAuthorshipForInitialImports: ['Moving a system in makes nobody its author', ''],
  minimumActiveWeeks: ['Active weeks in the window before somebody is compared', 'weeks'],
  cohortMinimum: ['People of a cohort before it is widened', 'people'],
  shrinkage: ['People by which a percentile that is shown is drawn to the middle', 'people'],
  weekHours: ['Hours of a full-time week', 'hours'],
  sizeFactorMinimum: ['What the smallest piece of work counts against a usual one', 'times'],
  sizeFactorMaximum: ['What the largest piece of work counts against a usual one', 'times'],
}

export const BUILDER_TRAP_WORDS: WordsOf<BuilderTrapSettings> = {
  builderOwnEffort: ['Own effort that goes into the system, at least', 'share'],
  builderPaceRatio: ['Build pace against the median contributor, at least', 'times'],
  builderPacePercentile: ['Place of the build pace among peers, at least', 'percentile'],
  builderLikely: ['Hold and share from which it is likely', 'share'],
  builderStrong: ['Hold and share from which it is strong', 'share'],
  builderPairedShare: ['Changes made together with one other person that end it', 'share'],
  builderNewComponentWeeks: ['Age under which a system is new, and nobody is held by it', 'weeks'],
}

export const ENABLER_TRAP_WORDS: WordsOf<EnablerTrapSettings> = {
  reachMonths: ['Different months in which somebody uses a piece of work before it counts', 'months'],
  reachMinimum: ['People who use their work, at least', 'people'],
  reachShare: ['Part of all contributors who use their work, at least', 'share'],
  mandatoryPeople: ['Builders who use something from which its use counts as mandatory', 'share'],
  mandatoryMonths: ['Months of building with use from which its use counts as mandatory', 'share'],
  enablerLeverage: ['Leverage: place in both enabling effort and reach, at least', 'percentile'],
  enablerPaceRatio: ['Enabling effort against the median contributor, at least', 'times'],
  enablerReachRatio: ['Reach against the median contributor, at least', 'times'],
  enablerGap: ['Gap between leverage and recognition, at least', 'percentile points / 100'],
  enablerLikely: ['Gap from which it is likely', 'percentile points / 100'],
  enablerStrong: ['Gap from which it is strong', 'percentile points / 100'],
  recognitionMiddle: ['Place under which most forms of recognition have to be', 'percentile'],
  recognitionInputs: ['Forms of recognition that have to be known', 'inputs'],
  groupBiasShare: ['Differences between managers or places from which they are taken off', 'share'],
  sharedPromotionDate: ['Levels that begin on one day from which that day is no promotion', 'share'],
  fadeProbability: ['Largest probability at which a falling effort is no accident', 'probability'],
  fadeShare: ['Fall over a year that counts as fading, at least', 'share'],
  fadeQuarterWeeks: ['Active weeks of a quarter before it counts', 'weeks'],
}

export const ROUTE_WORDS: WordsOf<RouteSettings> = {
  moveWeeksBefore: ['Active weeks before a move, at least', 'weeks'],
  moveWeeksSince: ['Active weeks since a move, at least', 'weeks'],
  moveAgeMonths: ['Age up to which a move counts', 'months'],
  handsOnWeeksBefore: ['Weeks before a move that are compared', 'weeks'],
  handsOnWeeksSince: ['Newest weeks since a move that are compared', 'weeks'],
  handsOnRatio: ['Hands-on work left after a move, against peers: under', 'share'],
  handsOnRatioLikely: ['Hands-on work left under which it is likely', 'share'],
  handsOnRatioStrong: ['Hands-on work left under which it is strong', 'share'],
  handsOnLevel: ['Hands-on work now, against the median of peers: under', 'share'],
  craftShareBefore: ['Hands-on part of the effort before a move, at least', 'share'],
  driftShare: ['Coordination in the effort, and weeks full of it, from which somebody drifts', 'share'],
  driftMeetings: ['Meeting hours against the year before, at least', 'times'],
  driftHandsOn: ['Hands-on work left against the year before: under', 'share'],
  routePeers: ['Peers somebody is compared with before the group is widened', 'people'],
  routePeersLeast: ['Peers without whom nothing is compared', 'people'],
  endToEndPhases: ['Phases of an item somebody covers to have carried it whole', 'phases'],
  endToEndHandoffs: ['Handoffs of an item that was carried whole, at most', 'handoffs'],
  endToEndItems: ['Items carried whole, at least', 'items'],
  endToEndPerYear: ['Items carried whole per 52 active weeks, at least', 'items'],
  blocksNeeded: ['Measures that have to be known for an index', 'measures'],
  speedItems: ["Finished items before somebody's speed is told", 'items'],
  speedItemsOfAll: ['Finished items of all before any speed is told', 'items'],
  speedRidge: ['How firmly systems with few items are drawn to the usual speed', 'weight'],
  longestItemDays: ['Age from which an open item is a container', 'days'],
  tasteZ: ['Caution in counting decisions that worked', 'standard errors'],
  breadthDiffers: ['People whose number of roles differs before it counts', 'share'],
  chanceDraws: ['People drawn to see what chance would bring', 'draws'],
  chanceCount: ['People chance would bring to such an index: under', 'people'],
  chanceCountLikely: ['People by chance under which it is likely', 'people'],
  chanceCountStrong: ['People by chance under which it is strong', 'people'],
  pastMovesLeast: ['Past moves before what one costs is told', 'moves'],
}

export const ORGANISATION_WORDS: WordsOf<OrganisationSettings> = {
  occasionPeople: ['People on one item up to whom it is a working relation', 'people'],
  betweennessExact: ['People up to whom ways through the network are all followed', 'people'],
  betweennessPivots: ['People drawn to follow ways from, above that', 'people'],
  boundPeople: ['People of a unit before it is told what binds it', 'people'],
  boundHistoryMonths: ['Months of history of a unit that are looked at', 'months'],
  boundMonths: ['Whole months a unit has to have on record', 'months'],
  boundItems: ['Finished items of a unit, at least', 'items'],
  boundPeerUnits: ['Other units to compare with, at least', 'units'],
  headcountRange: ['Change of headcount from which growth can be told', 'times'],
  rampMonths: ['Months before new people count', 'months'],
  slowMonthShare: ['Work a head under which a month was a freeze', 'share'],
  closedLateDays: ['Days after the last work from which an item was closed late', 'days'],
  elasticityLine: ['Finished work that comes with more people, below which talk binds a unit', 'per cent per per cent'],
  waitingLittle: ['Waiting in the cycle time that is little', 'share'],
  waitingMuch: ['Waiting in the cycle time that is much', 'share'],
  handoffsFew: ['Handoffs an item that are few', 'handoffs'],
  handoffsMany: ['Handoffs an item that are many', 'handoffs'],
  compressionPeople: ['People whose trades were merged, at least', 'people'],
  compressionMonths: ['Months in which merged roles are looked for', 'months'],
  compressionWeeks: ['Weeks compared on either side of a merger', 'weeks'],
  compressionWeeksSince: ['Weeks that have to have passed since a merger', 'weeks'],
  meetingFall: ['Fall of meeting hours that counts as one', 'share'],
  promotionMonths: ['Months whose promotions are looked at', 'months'],
  promotionMonthsBefore: ['Months before a promotion that tell what it was for', 'months'],
  promotionMonthsSince: ['Months after a promotion that tell what followed', 'months'],
  promotionMonthsLeast: ['Months with work on record, at least', 'months'],
  promotionsLeast: ['Promotions before what followed is told', 'promotions'],
  promotionSharedDate: ['Promotions on one day from which a system wrote that day', 'share'],
}

export const LEADER_WORDS: WordsOf<LeaderSettings> = {
  proximityWeeks: ['Weeks in which a leader’s nearness to the work is looked for', 'weeks'],
  proximityWeeksLeast: ['Weeks at work before a share of weeks is told', 'weeks'],
  decisionsLeast: ['Decisions before presence at them is told', 'decisions'],
  reviewsLeast: ['Reviews with an outcome before pushing back is told', 'reviews'],
  freshnessHalfLifeWeeks: ['Half-life of hands-on practice', 'weeks'],
  leadingWeeksLeast: ['Weeks somebody has led, at least', 'weeks'],
  distantTools: ['Weeks with hands-on work: under', 'share'],
  distantDecisions: ['Decisions they were part of: under', 'share'],
  distantReviews: ['Months in which a review of theirs changed something: under', 'share'],
  distantFreshness: ['Freshness of hands-on practice: under', 'share'],
  distantLikely: ['Nearness under which it is likely', 'share'],
  distantStrong: ['Nearness under which it is strong', 'share'],
  playerCoachWeeks: ['Weeks with work of their own that make a player-coach', 'share'],
  buildersLeast: ['Builders of a unit before a leader is held against them', 'people'],
  rebuildRecentWeeks: ['Weeks in which work on a system counts as recent', 'weeks'],
  rebuildPhases: ['Phases of the work on a system somebody has to have covered', 'phases'],
  rebuildEffortShare: ['Work on a system that shows somebody knows it, where no artifact is named', 'share'],
  rebuildAgentShare: ['Changes made with agents from which practice with them is asked for', 'share'],
  liftMonths: ['Months compared before and after a leader came', 'months'],
  liftUnits: ['Other units to compare with, at least', 'units'],
  liftMembers: ['Members of a unit, at least', 'people'],
}

export const AGENT_WORDS: WordsOf<AgentSettings> = {
  briefWeeks: ['Weeks for which a brief serves', 'weeks'],
  evaluationWeeks: ['Weeks for which an evaluation serves', 'weeks'],
  configurationWeeks: ['Weeks for which a kept-up configuration serves', 'weeks'],
  integratedWeeks: ['Weeks of agent work that were prepared, at least', 'share'],
  comparedWeeks: ['Weeks of each of the two halves that are compared', 'weeks'],
  agentOutputLeast: ['Pieces made through agents, at least', 'pieces'],
  outputLeast: ['Pieces made in the half before, at least', 'pieces'],
  agentGrowth: ['Growth of what is made through agents, at least', 'times'],
  agentShareChange: ['Growth of its part in all output, at least', 'share'],
  eyesLeast: ['Reviews and evaluations in the half before, at least', 'looks'],
  eyesRatio: ['Looks per piece that are left, at most', 'share'],
  eyesRatioLikely: ['Looks left up to which it is likely', 'share'],
  eyesRatioStrong: ['Looks left up to which it is strong', 'share'],
  revertsLeast: ['Changes taken back, at least', 'changes'],
  revertsRatio: ['Changes taken back against the half before, at least', 'times'],
  revertsRatioLikely: ['Growth of changes taken back from which it is likely', 'times'],
  revertsRatioStrong: ['Growth of changes taken back from which it is strong', 'times'],
  beyondChanceZ: ['How far beyond chance the change has to be', 'standard errors'],
  reviewLagDays: ['Days after a change in which a review belongs to it', 'days'],
  reviewedShareLeast: ['Work that can be matched with a review, at least', 'share'],
}

export const FAIRNESS_WORDS: WordsOf<FairnessSettings> = {
  fairnessGroupLeast: ['People of a group before a figure of it is shown', 'people'],
  fairnessFlaggedLeast: ['Flagged people before figures by group are shown', 'people'],
  fairnessRatio: ['Ratio under which flags fall on groups unevenly', 'share'],
}
