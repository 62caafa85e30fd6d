/** The organisation: who works with whom, and for each unit what its coordination carries, what binds it and what it rewards. */
import type { Dataset } from '../domain/dataset.ts'
import { coordinatingRows, coordinationHours } from './coordination-hours.ts'
import type { CoordinatingRows, CoordinationHours } from './coordination-hours.ts'
import type { Ground } from './ground.ts'
import { finishedItems } from './item-flow.ts'
import { workNetworkOf } from './network.ts'
import type { WorkNetwork } from './network.ts'
import type { PatternSettings } from './patterns.ts'
import type { PersonMonths } from './person-months.ts'
import type { PhaseRows } from './phase-items.ts'
import { promotionSignals } from './promotion-signal.ts'
import type { PromotionSignal } from './promotion-signal.ts'
import type { UsePairs } from './reach.ts'
import { roleCompressions } from './role-compression.ts'
import type { RoleCompression } from './role-compression.ts'
import { boundOf } from './unit-bound.ts'
import type { UnitBound } from './unit-bound.ts'
import { boundMeasures } from './unit-bound-measures.ts'
import { unitsOf } from './unit-history.ts'
import { unitFigures } from './units.ts'
import type { UnitFigures } from './units.ts'

export interface UnitAnalysis extends UnitFigures {
  readonly coordination: CoordinationHours | null
  readonly bound: UnitBound | null
  readonly roleCompression: RoleCompression | null
  readonly promotionSignal: PromotionSignal | null
}

export interface Organisation {
  readonly network: WorkNetwork
  /** In the order of paths. */
  readonly units: readonly UnitAnalysis[]
  /** Their units are indexes into `units`. */
  readonly coordinating: CoordinatingRows
}

/** What patterns have computed already. */
export interface OrganisationSources {
  readonly uses: UsePairs
  readonly phaseRows: PhaseRows
  readonly months: PersonMonths
}

/** `pause` is called between parts, as by `analyse`. */
export function organisationOf(
  dataset: Dataset,
  ground: Ground,
  { uses, phaseRows, months }: OrganisationSources,
  { organisation: settings, routes }: Pick<PatternSettings, 'organisation' | 'routes'>,
  pause: () => void = () => undefined,
): Organisation {
  const network = workNetworkOf(dataset, ground, uses, settings)
  pause()
  const units = unitsOf(dataset, ground)
  const items = finishedItems(dataset, ground, phaseRows, units, routes, settings.closedLateDays)
  const coordinating = coordinatingRows(dataset, ground, units, phaseRows)
  const coordination = coordinationHours(dataset, ground, units, coordinating)
  const bounds = boundMeasures(dataset, ground, units, items, months, settings)
  const compressions = roleCompressions(dataset, ground, units, settings)
  const promotions = promotionSignals(dataset, ground, units, months, settings)
  return {
    network,
    coordinating,
    units: unitFigures(dataset, ground, units).map((figures, unit) => ({
      ...figures,
      coordination: coordination[unit]!,
      bound: bounds[unit] ? boundOf(bounds[unit], settings) : null,
      roleCompression: compressions[unit]!,
      promotionSignal: promotions[unit]!,
    })),
  }
}
