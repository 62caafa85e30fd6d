/** Units, leaders and work with agents in the window, and the contributions behind their figures. */
import type { Handlers } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { agentsAnswer } from './agents-answer.ts'
import { currentAnalysis } from './current-analysis.ts'
import { evidencePage } from './evidence.ts'
import { rowsBehind } from './figure-rows.ts'
import { leadersAnswer } from './leaders-answer.ts'
import { organisationAnswer } from './organisation-answer.ts'
import type { ServiceCore } from './service.ts'

type OrganisationMethod = Extract<keyof Handlers, `organisation.${string}` | `leaders.${string}` | `agents.${string}`>

export function organisationHandlers(core: ServiceCore): Pick<Handlers, OrganisationMethod> {
  const current = currentAnalysis(core)
  return {
    'organisation.get': async ({ page }) => organisationAnswer(current().document, page),
    'organisation.rows': async ({ figure, page }) => {
      const { analysis, nameOf } = current()
      const rows = rowsBehind(analysis, figure)
      if (rows === null) throw new AppError('not-found', 'This figure is not in this analysis any more. Go back and open it again.')
      return evidencePage(core.session(), analysis, rows, page, { nameOf, sqlite: core.environment.sqlite })
    },
    'leaders.get': async ({ filter, page }) => leadersAnswer(current().analysis, filter, page),
    'agents.get': async () => agentsAnswer(current().document),
  }
}
