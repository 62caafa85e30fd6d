/** All patterns over one dataset: what was found of whom, what could not be told, and the measures behind it. */
import { PATTERNS } from '../domain/flag.ts'
import type { Pattern } from '../domain/flag.ts'
import type { Dataset } from '../domain/dataset.ts'
import { DEFAULT_AGENT_SETTINGS } from './agent-settings.ts'
import type { AgentSettings } from './agent-settings.ts'
import { findAgents } from './agents.ts'
import type { Agents } from './agents.ts'
import { DEFAULT_BUILDER_TRAP_SETTINGS } from './builder-trap-settings.ts'
import type { BuilderTrapSettings } from './builder-trap-settings.ts'
import { findBuilderTraps } from './builder-trap.ts'
import type { BuilderTraps } from './builder-trap.ts'
import { findCoordinationPaths } from './coordination-path.ts'
import type { CoordinationPaths } from './coordination-path.ts'
import { DEFAULT_ENABLER_TRAP_SETTINGS } from './enabler-trap-settings.ts'
import type { EnablerTrapSettings } from './enabler-trap-settings.ts'
import { findEnablerTraps } from './enabler-trap.ts'
import type { EnablerTraps } from './enabler-trap.ts'
import { DEFAULT_FAIRNESS_SETTINGS } from './fairness-settings.ts'
import type { FairnessSettings } from './fairness-settings.ts'
import type { Finding, NotEnough, PatternResult } from './finding.ts'
import type { Ground } from './ground.ts'
import { DEFAULT_LEADER_SETTINGS } from './leader-settings.ts'
import type { LeaderSettings } from './leader-settings.ts'
import { findLeaders } from './leaders.ts'
import type { Leaders } from './leaders.ts'
import { findMisrouted } from './misrouted.ts'
import type { Misrouted } from './misrouted.ts'
import { DEFAULT_ORGANISATION_SETTINGS } from './organisation-settings.ts'
import type { OrganisationSettings } from './organisation-settings.ts'
import { routeSteadiness } from './route-resampling.ts'
import { DEFAULT_ROUTE_SETTINGS } from './route-settings.ts'
import type { RouteSettings } from './route-settings.ts'
import { promotionBasisOf } from './route-simulation.ts'
import type { PromotionBasis } from './route-simulation.ts'
import { findSystemsThinkers } from './systems-thinker.ts'
import type { SystemsThinkers } from './systems-thinker.ts'
import { personWeeksOf, steadinessOf } from './week-resampling.ts'
import { workToMeetingOf } from './work-to-meeting.ts'

export interface PatternSettings {
  readonly builderTrap: BuilderTrapSettings
  readonly enablerTrap: EnablerTrapSettings
  readonly routes: RouteSettings
  readonly organisation: OrganisationSettings
  readonly leaders: LeaderSettings
  readonly agents: AgentSettings
  readonly fairness: FairnessSettings
}

export const DEFAULT_PATTERN_SETTINGS: PatternSettings = {
  builderTrap: DEFAULT_BUILDER_TRAP_SETTINGS,
  enablerTrap: DEFAULT_ENABLER_TRAP_SETTINGS,
  routes: DEFAULT_ROUTE_SETTINGS,
  organisation: DEFAULT_ORGANISATION_SETTINGS,
  leaders: DEFAULT_LEADER_SETTINGS,
  agents: DEFAULT_AGENT_SETTINGS,
  fairness: DEFAULT_FAIRNESS_SETTINGS,
}

export interface Patterns {
  readonly builder: BuilderTraps
  readonly enabler: EnablerTraps
  readonly paths: CoordinationPaths
  readonly thinkers: SystemsThinkers
  readonly misrouted: Misrouted
  readonly leaders: Leaders
  readonly agents: Agents
  /** By person, then in the order of PATTERNS. */
  readonly findings: readonly Finding[]
  readonly notEnough: readonly NotEnough[]
  readonly promotionBasis: PromotionBasis
  /** Focus or hands-on hours per meeting hour, per person; NaN without meeting hours. */
  readonly workToMeeting: Float64Array
}

/** `pause` is called between patterns, as by `analyse`. */
export function findPatterns(dataset: Dataset, ground: Ground, settings: PatternSettings, pause: () => void = () => undefined): Patterns {
  const builder = findBuilderTraps(dataset, ground, settings.builderTrap)
  pause()
  const enabler = findEnablerTraps(dataset, ground, settings.enablerTrap)
  pause()
  const paths = findCoordinationPaths(dataset, ground, settings.routes)
  pause()
  const thinkers = findSystemsThinkers(dataset, ground, paths, settings.routes)
  pause()
  const misrouted = findMisrouted(dataset, ground, paths, thinkers, settings.routes)
  pause()
  const leaders = findLeaders(dataset, ground, paths.routes, settings.leaders)
  pause()
  const agents = findAgents(dataset, ground, settings.agents)
  const results: readonly PatternResult[] = [
    builder,
    enabler,
    paths,
    thinkers,
    misrouted.misrouted,
    misrouted.aboutToBe,
    leaders,
    agents.speed.result,
  ]
  const { isRecorded, reach } = enabler.measures.reach
  return {
    builder,
    enabler,
    paths,
    thinkers,
    misrouted,
    leaders,
    agents,
    findings: results.flatMap(result => result.findings).sort(byPersonAndPattern),
    notEnough: results.flatMap(result => result.notEnough).sort(byPersonAndPattern),
    promotionBasis: promotionBasisOf(dataset, paths, isRecorded ? reach : null, settings.routes),
    workToMeeting: workToMeetingOf(dataset, ground),
  }
}

type Placed = Pick<Finding, 'person' | 'pattern'>
const byPersonAndPattern = (a: Placed, b: Placed) => a.person - b.person || PATTERNS.indexOf(a.pattern) - PATTERNS.indexOf(b.pattern)

/** Per pattern and person the share of seeded draws in which the flag is still raised; patterns without a flag are left out. */
export type Steadiness = ReadonlyMap<Pattern, Float64Array>

export function patternSteadiness(dataset: Dataset, ground: Ground, patterns: Patterns): Steadiness {
  const weeks = personWeeksOf(dataset, ground.periods.window)
  const steadiness = new Map<Pattern, Float64Array>()
  const count = dataset.people.length
  // One draw serves both: the enabler traps count their people from `count` on.
  const [builders, enablers] = [patterns.builder, patterns.enabler].map(({ findings, resample }) =>
    findings.length > 0 ? resample(weeks) : null,
  )
  if (builders || enablers) {
    const shares = steadinessOf(2 * count, weeks.offsets, (times, random) => {
      const trapped = Array.from(enablers?.(times, random) ?? [], person => count + person)
      return new Set([...(builders?.(times, random) ?? []), ...trapped])
    })
    if (builders) steadiness.set('builder_trap', shares.slice(0, count))
    if (enablers) steadiness.set('enabler_trap', shares.slice(count))
  }
  const routes = routeSteadiness(dataset, ground, patterns.paths, patterns.thinkers, patterns.misrouted)
  for (const pattern of ['coordination_path', 'systems_thinker', 'misrouted_systems_thinker', 'about_to_be_misrouted'] as const)
    steadiness.set(pattern, routes[pattern])
  steadiness.set('distant_leader', patterns.leaders.steadiness)
  steadiness.set('speed_without_eyes', patterns.agents.speed.steadiness)
  return steadiness
}
