/** Systems and key people in the window, and the simulation of people leaving. */
import type { Handlers } from '../contract/contract.ts'
import { currentAnalysis } from './current-analysis.ts'
import { departureOutput } from './departure-output.ts'
import { evidencePage, rowsOfSystem } from './evidence.ts'
import { matrixColumns } from './matrix-columns.ts'
import type { ServiceCore } from './service.ts'
import { listSystems, removalCurve, systemDetail, systemsSummary } from './systems.ts'

type SystemMethod = Extract<keyof Handlers, `systems.${string}` | 'simulation.leave'>

export function systemHandlers(core: ServiceCore): Pick<Handlers, SystemMethod> {
  const current = currentAnalysis(core)
  return {
    'systems.summary': async () => {
      const { analysis, document } = current()
      return systemsSummary({ ...document, purpose: core.session().purposeOf(analysis) })
    },
    'systems.list': async request => {
      const { document, nameOf } = current()
      return listSystems(document, request, nameOf)
    },
    'systems.get': async ({ component }) => {
      const { document, nameOf } = current()
      return systemDetail(document, component, nameOf)
    },
    'systems.evidence': async ({ component, person, page }) => {
      const { analysis, nameOf } = current()
      return evidencePage(core.session(), analysis, rowsOfSystem(analysis, component, person), page, {
        nameOf,
        sqlite: core.environment.sqlite,
      })
    },
    'systems.matrix': async ({ components, people }) => {
      const { analysis, nameOf } = current()
      return matrixColumns(analysis, components, people, nameOf)
    },
    'systems.removal': async ({ component }) => {
      const { analysis, document, nameOf } = current()
      return removalCurve(document, component, analysis.model.settings.coverageLine, nameOf)
    },
    'simulation.leave': async ({ people }) => {
      const { analysis, nameOf } = current()
      return departureOutput(analysis, people, nameOf)
    },
  }
}
