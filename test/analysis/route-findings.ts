/** All route patterns over one dataset, for tests. */
import { findCoordinationPaths } from '../../src/analysis/coordination-path.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { findMisrouted } from '../../src/analysis/misrouted.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import type { RouteSettings } from '../../src/analysis/route-settings.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { findSystemsThinkers } from '../../src/analysis/systems-thinker.ts'
import type { Finding } from '../../src/analysis/finding.ts'
import type { Dataset } from '../../src/domain/dataset.ts'

export const ROUTE_PATTERNS = ['coordination_path', 'systems_thinker', 'misrouted_systems_thinker', 'about_to_be_misrouted'] as const
export type RoutePattern = (typeof ROUTE_PATTERNS)[number]

export function routeFindings(dataset: Dataset, changed: Partial<RouteSettings> = {}) {
  const settings = { ...DEFAULT_ROUTE_SETTINGS, ...changed }
  const ground = groundOf(dataset, DEFAULT_SETTINGS)
  const paths = findCoordinationPaths(dataset, ground, settings)
  const thinkers = findSystemsThinkers(dataset, ground, paths, settings)
  const misrouted = findMisrouted(dataset, ground, paths, thinkers, settings)
  const findings: Readonly<Record<RoutePattern, readonly Finding[]>> = {
    coordination_path: paths.findings,
    systems_thinker: thinkers.findings,
    misrouted_systems_thinker: misrouted.misrouted.findings,
    about_to_be_misrouted: misrouted.aboutToBe.findings,
  }
  const flagged = (pattern: RoutePattern) => findings[pattern].map(({ person }) => dataset.people[person]!.id as string)
  return { ground, settings, paths, thinkers, misrouted, findings, flagged }
}
