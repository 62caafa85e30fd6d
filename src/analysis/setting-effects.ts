/** What a setting reaches: whose flags it can change, and whether they can be counted at another value at once. */
import { PATTERNS } from '../domain/flag.ts'
import type { Pattern } from '../domain/flag.ts'

/**
 * Thresholds that gates or bands are held against, and nothing else is computed from. Windows, weights, kinds,
 * and whatever a measure itself is made with need a new analysis.
 */
export const LIVE_SETTINGS: ReadonlySet<string> = new Set([
  'keeperHold',
  'keeperShare',
  'keeperSecond',
  ...[
    'builderOwnEffort',
    'builderPaceRatio',
    'builderPacePercentile',
    'builderLikely',
    'builderStrong',
    'builderPairedShare',
    'builderNewComponentWeeks',
  ].map(name => `builder_trap.${name}`),
  ...[
    'reachMinimum',
    'reachShare',
    'enablerLeverage',
    'enablerPaceRatio',
    'enablerReachRatio',
    'enablerGap',
    'enablerLikely',
    'enablerStrong',
    'recognitionMiddle',
  ].map(name => `enabler_trap.${name}`),
  ...[
    'moveAgeMonths',
    'handsOnRatio',
    'handsOnRatioLikely',
    'handsOnRatioStrong',
    'handsOnLevel',
    'craftShareBefore',
    'driftShare',
    'driftMeetings',
    'driftHandsOn',
    'endToEndItems',
    'endToEndPerYear',
    'chanceCount',
    'chanceCountLikely',
    'chanceCountStrong',
  ].map(name => `routes.${name}`),
  ...['leadingWeeksLeast', 'distantTools', 'distantDecisions', 'distantReviews', 'distantFreshness', 'distantLikely', 'distantStrong'].map(
    name => `leaders.${name}`,
  ),
  ...[
    'eyesRatio',
    'eyesRatioLikely',
    'eyesRatioStrong',
    'revertsLeast',
    'revertsRatio',
    'revertsRatioLikely',
    'revertsRatioStrong',
    'beyondChanceZ',
  ].map(name => `agents.${name}`),
])

const NONE: readonly Pattern[] = []
/** Whoever is on a coordination path now is no systems thinker now, so what moves the one moves the others. */
const ROUTES: readonly Pattern[] = ['coordination_path', 'misrouted_systems_thinker', 'about_to_be_misrouted', 'systems_thinker']
const THINKERS: readonly Pattern[] = ['misrouted_systems_thinker', 'about_to_be_misrouted', 'systems_thinker']
const EFFORT: readonly Pattern[] = ['builder_trap', 'enabler_trap', ...ROUTES]

const OF_GROUND: Readonly<Record<string, readonly Pattern[]>> = {
  windowMonths: PATTERNS,
  baselineMonths: ROUTES,
  nearLineWidth: NONE,
  prunedShare: NONE,
  leaverShare: NONE,
  shrinkage: NONE,
  criticalFrom: ['builder_trap', 'distant_leader'],
  assumedCriticality: ['builder_trap', 'distant_leader'],
  minimumActiveWeeks: [...EFFORT, 'distant_leader'],
  cohortMinimum: ['builder_trap', 'enabler_trap', ...THINKERS],
  weekHours: PATTERNS,
  sizeFactorMinimum: PATTERNS,
  sizeFactorMaximum: PATTERNS,
}

const THINKER_SETTINGS = /^(endToEnd|blocks|speed|longestItem|taste|breadth|chance)/

/** In the order of PATTERNS. `name` is the setting's within its group. */
export function patternsTouchedBy(group: string, name: string): readonly Pattern[] {
  const touched = touchedBy(group, name)
  return PATTERNS.filter(pattern => touched.includes(pattern))
}

function touchedBy(group: string, name: string): readonly Pattern[] {
  switch (group) {
    case 'ground':
      return OF_GROUND[name] ?? ['builder_trap']
    case 'builder_trap':
      return ['builder_trap']
    case 'enabler_trap':
      return ['enabler_trap']
    case 'routes':
      return name === 'pastMovesLeast' ? NONE : THINKER_SETTINGS.test(name) ? THINKERS : ROUTES
    case 'leaders':
      return /^(distant|proximity|decisions|reviews|freshness|leading)/.test(name) ? ['distant_leader'] : NONE
    case 'agents':
      return /^(brief|evaluation|configuration|integrated)/.test(name) ? NONE : ['speed_without_eyes']
    case 'titles':
      return [...ROUTES, 'distant_leader']
    default:
      return NONE
  }
}
