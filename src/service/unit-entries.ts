/** Units in the document. */
import type { Analysis } from '../analysis/analyse.ts'
import type { UnitAnalysis } from '../analysis/organisation.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { round, roundOrNull } from './rounding.ts'

type UnitEntry = AnalysisDocument['units'][number]

export function unitEntries({ organisation }: Analysis): AnalysisDocument['units'] {
  return organisation.units.map(unit => ({
    unit: unit.unit,
    people: unit.people,
    coordinationRatio: roundOrNull(unit.coordinationRatio),
    coordinators: unit.coordinators,
    crafters: unit.crafters,
    governance: unit.governance,
    managers: unit.managers,
    managerToCrafter: roundOrNull(unit.managerToCrafter),
    span: roundOrNull(unit.span),
    layers: unit.layers,
    workToMeeting: roundOrNull(unit.workToMeeting),
    loadBearingHours: unit.coordination && round(unit.coordination.loadBearing),
    optionalHours: unit.coordination && round(unit.coordination.optional),
    untoldHours: unit.coordination && round(unit.coordination.untold),
    bound: boundEntry(unit),
    roleCompression: roleCompressionEntry(unit),
    promotionSignal: promotionEntry(unit),
  }))
}

function boundEntry({ bound }: UnitAnalysis): UnitEntry['bound'] {
  if (bound === null) return null
  const { elasticity } = bound
  return {
    verdict: bound.verdict,
    elasticity: elasticity && round(elasticity.value),
    elasticityInterval: elasticity && { low: round(elasticity.low), high: round(elasticity.high) },
    elasticityOfPeers: roundOrNull(bound.elasticityOfPeers),
    months: bound.months.length,
    waitingShare: roundOrNull(bound.waitingShare),
    handoffsPerItem: roundOrNull(bound.handoffsPerItem),
    items: round(bound.items),
    finishedPerHead: roundOrNull(bound.finishedPerHead),
    finishedPerHeadOfPeers: roundOrNull(bound.finishedPerHeadOfPeers),
    peerUnits: bound.peerUnits,
    evidence: [...bound.evidence],
    against: [...bound.against],
    missing: [...bound.missing],
  }
}

function roleCompressionEntry({ roleCompression }: UnitAnalysis): UnitEntry['roleCompression'] {
  if (roleCompression === null) return null
  const { roles, meetingHoursBefore, meetingHoursSince, meetingHoursChange, isWithoutCoordination } = roleCompression
  return {
    rolesMerged: roles.length,
    roles: [...roles],
    meetingHoursBefore: roundOrNull(meetingHoursBefore),
    meetingHoursSince: roundOrNull(meetingHoursSince),
    meetingHoursChange: roundOrNull(meetingHoursChange),
    withoutCoordination: isWithoutCoordination,
  }
}

function promotionEntry({ promotionSignal }: UnitAnalysis): UnitEntry['promotionSignal'] {
  if (promotionSignal === null) return null
  const { promotions, went, untold, people, handsOnChange, followed } = promotionSignal
  return { promotions, ...went, untold, people: { ...people }, handsOnChange: roundOrNull(handsOnChange), followed }
}
