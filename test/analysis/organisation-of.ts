/** The figures of units and of the network over a dataset, without the patterns. */
import { DEFAULT_ENABLER_TRAP_SETTINGS } from '../../src/analysis/enabler-trap-settings.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { organisationOf } from '../../src/analysis/organisation.ts'
import { DEFAULT_ORGANISATION_SETTINGS } from '../../src/analysis/organisation-settings.ts'
import type { OrganisationSettings } from '../../src/analysis/organisation-settings.ts'
import { personMonthsOf } from '../../src/analysis/person-months.ts'
import { phaseRowsOf } from '../../src/analysis/phase-items.ts'
import { reachOf } from '../../src/analysis/reach.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import type { Dataset } from '../../src/domain/dataset.ts'

export function organisationIn(dataset: Dataset, settings: Partial<OrganisationSettings> = {}) {
  const ground = groundOf(dataset, DEFAULT_SETTINGS)
  const sources = {
    uses: reachOf(dataset, ground, DEFAULT_ENABLER_TRAP_SETTINGS).pairs,
    phaseRows: phaseRowsOf(dataset, ground.effort),
    months: personMonthsOf(dataset, ground.effort),
  }
  const organisation = { ...DEFAULT_ORGANISATION_SETTINGS, ...settings }
  const { network, units } = organisationOf(dataset, ground, sources, { organisation, routes: DEFAULT_ROUTE_SETTINGS })
  const byPath = new Map(units.map(unit => [unit.unit, unit]))
  return {
    network,
    units,
    of: (unit: string) => byPath.get(unit)!,
    personIn: (id: string) => dataset.people.findIndex(person => person.id === id),
  }
}
