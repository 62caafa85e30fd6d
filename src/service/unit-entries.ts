/** Units in the document. */
import type { Analysis } from '../analysis/analyse.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { roundOrNull } from './rounding.ts'

export function unitEntries({ patterns }: Analysis): AnalysisDocument['units'] {
  return patterns.units.map(({ unit, people, coordinationRatio, governance, managers, managerToCrafter, span, layers, workToMeeting }) => ({
    unit,
    people,
    coordinationRatio: roundOrNull(coordinationRatio),
    governance,
    managers,
    managerToCrafter: roundOrNull(managerToCrafter),
    span: roundOrNull(span),
    layers,
    workToMeeting: roundOrNull(workToMeeting),
    loadBearingHours: null,
    optionalHours: null,
    bound: null,
    roleCompression: null,
    promotionSignal: null,
  }))
}
