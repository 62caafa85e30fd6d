/** The rebuild test as a matrix: leaders against core systems, those that somebody answers for or knows first. */
import type { Leader, Rebuild } from './answers.ts'

export interface RebuildView {
  readonly leaders: readonly Leader[]
  readonly systems: readonly string[]
  /** By leader, then system; null where there is no evidence. */
  readonly cells: readonly (readonly (Rebuild | null)[])[]
  /** Core systems that are not shown. */
  readonly leftOut: number
}

export const REBUILD_SYSTEMS = 40

export function rebuildView(leaders: readonly Leader[], core: readonly string[]): RebuildView {
  const weight = new Map<string, number>()
  const add = (system: string, by: number) => weight.set(system, (weight.get(system) ?? 0) + by)
  for (const { owned, rebuild } of leaders) {
    for (const system of owned) add(system, 2)
    for (const { component } of rebuild) add(component, 1)
  }
  const systems = core.toSorted((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || (a < b ? -1 : 1))
  const shown = systems.slice(0, REBUILD_SYSTEMS)
  const cells = leaders.map(({ rebuild }) => {
    const known = new Map(rebuild.map(one => [one.component, one]))
    return shown.map(system => known.get(system) ?? null)
  })
  return { leaders, systems: shown, cells, leftOut: systems.length - shown.length }
}
