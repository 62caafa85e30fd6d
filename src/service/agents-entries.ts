/** Work with agents in the document: adoption, integration, the gap between them, and units where speed outruns the eyes. */
import type { AgentAdoption } from '../analysis/agent-adoption.ts'
import type { UnitSpeed } from '../analysis/agent-speed.ts'
import type { Analysis } from '../analysis/analyse.ts'
import { wilsonInterval } from '../analysis/wilson-interval.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import type { EvidenceIds } from './evidence-ids.ts'
import { reasonWords } from './reason-words.ts'
import { numberOrNull, round } from './rounding.ts'

type AgentsEntry = NonNullable<AnalysisDocument['agents']>

/** Null where nothing on record is agents' work: that says nothing of whether anybody works with them. */
export function agentsEntry({ patterns: { agents } }: Analysis, evidenceIds: EvidenceIds): AgentsEntry | null {
  const { adoption, speed } = agents
  if (adoption === null) return null
  const { people, adopters, integrated, byActionsAlone, units, markedShare, rows } = adoption
  return {
    people,
    adopters,
    integrated,
    byActionsAlone,
    ...shares(adoption),
    ...weekCounts(adoption),
    coverage: round(markedShare),
    missing: markedShare < 1 ? ['contributions.agent'] : [],
    rows: rows.length,
    evidence: evidenceIds(rows),
    units: units.map(unit => ({ ...unit })),
    speedWithoutEyes: speed.units?.map(unit => speedEntry(unit, evidenceIds)) ?? null,
  }
}

/** The gap is itself a share of the same people: those who adopted and did not integrate. */
function shares({ people, adopters, integrated }: AgentAdoption) {
  const share = (count: number) => (people === 0 ? null : round(count / people))
  const interval = (count: number) => {
    if (people === 0) return null
    const { low, high } = wilsonInterval(count, people)
    return { low: round(low), high: round(high) }
  }
  return {
    adoption: share(adopters),
    adoptionInterval: interval(adopters),
    integration: share(integrated),
    integrationInterval: interval(integrated),
    briefingGap: share(adopters - integrated),
    briefingGapInterval: interval(adopters - integrated),
  }
}

function weekCounts({ weeks }: AgentAdoption) {
  const sum = (count: (one: AgentAdoption['weeks'][number]) => number) => weeks.reduce((total, one) => total + count(one), 0)
  return {
    agentWeeks: sum(one => one.weeks),
    briefedWeeks: sum(one => one.prepared.agent_brief),
    evaluatedWeeks: sum(one => one.prepared.agent_eval),
    configuredWeeks: sum(one => one.prepared.agent_config),
  }
}

function speedEntry(one: UnitSpeed, evidenceIds: EvidenceIds): NonNullable<AgentsEntry['speedWithoutEyes']>[number] {
  const { unit, people, band, steadiness, coverage, speed, halves, reasons, counter, wouldChange } = one
  const { agentShare, agentShareBefore, eyesRatio, revertsRatio } = speed.measures
  return {
    unit,
    people,
    band,
    steadiness: round(steadiness),
    coverage: round(coverage),
    agentShareChange: round(agentShare - agentShareBefore),
    reviewsPerOutputChange: numberOrNull(eyesRatio - 1),
    revertsChange: numberOrNull(revertsRatio - 1),
    recent: { ...halves.recent, eyes: round(halves.recent.eyes) },
    earlier: { ...halves.earlier, eyes: round(halves.earlier.eyes) },
    reasons: reasons.map(reason => ({
      measure: reason.measure,
      words: reasonWords(reason, ''),
      value: reason.value === null ? null : numberOrNull(reason.value),
      threshold: reason.threshold === null ? null : numberOrNull(reason.threshold),
      rows: reason.rows.length,
      evidence: evidenceIds(reason.rows),
    })),
    counter: [...counter],
    wouldChange: [...wouldChange],
  }
}
