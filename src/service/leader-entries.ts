/** Leaders in the document: how near each is to the work they answer for, with the counts and rows behind every figure. */
import type { Analysis } from '../analysis/analyse.ts'
import { isTold, seenIn, type Told } from '../analysis/leader-behaviours.ts'
import type { LeaderLift } from '../analysis/leader-lift.ts'
import { accountableButDistant, type LeaderMeasure } from '../analysis/leader-measure.ts'
import type { Rebuild } from '../analysis/rebuild-test.ts'
import { wilsonInterval } from '../analysis/wilson-interval.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { isoDate } from '../domain/calendar.ts'
import type { Assembled } from './dataset/assemble.ts'
import type { EvidenceIds } from './evidence-ids.ts'
import { round, roundOrNull } from './rounding.ts'

type LeaderEntry = AnalysisDocument['leaders'][number]

/** In the order of people. */
export function leaderEntries({ patterns }: Analysis, { dataset }: Assembled, evidenceIds: EvidenceIds): LeaderEntry[] {
  const { measures, core } = patterns.leaders
  const systemName = (component: number) => dataset.componentNames[component]!
  return measures.map((measure): LeaderEntry => {
    const { leader, behaviours, playerCoach, lift } = measure
    const behaviour = (told: Told) => behaviourEntry(told, evidenceIds)
    return {
      personId: dataset.people[leader.person]!.id,
      why: [...leader.why],
      reports: leader.reports.length,
      peopleBelow: leader.below.length,
      accountableFor: [...leader.accountableFor],
      owned: leader.owned.map(systemName),
      ownedBy: leader.ownedBy,
      since: leader.since === null ? null : isoDate(leader.since),
      proximity: roundOrNull(measure.proximity),
      usesTools: behaviour(behaviours.usesTools),
      presentAtDecisions: behaviour(behaviours.presentAtDecisions),
      pushesBack: behaviour(behaviours.pushesBack),
      freshness: roundOrNull(behaviours.freshness),
      accountability: roundOrNull(measure.accountability),
      accountableButDistant: roundOrNull(accountableButDistant(measure)),
      coverage: round(measure.coverage),
      playerCoach: playerCoach?.isPlayerCoach ?? null,
      handsOn: playerCoach && handsOnEntry(playerCoach),
      rebuild: measure.rebuild.map(one => ({ component: systemName(one.component), ...rebuildEntry(one, evidenceIds) })),
      coreSystems: core.core.length,
      lift: lift && liftEntry(lift),
    }
  })
}

function behaviourEntry(told: Told, evidenceIds: EvidenceIds): LeaderEntry['usesTools'] {
  if (!isTold(told)) return { share: null, seen: 0, of: 0, interval: null, missing: told.missing, rows: 0, evidence: [] }
  const [seen, of] = [seenIn(told), told.occasions.length]
  const { low, high } = wilsonInterval(seen, of)
  return {
    share: round(told.share),
    seen,
    of,
    interval: { low: round(low), high: round(high) },
    missing: null,
    rows: told.rows.length,
    evidence: evidenceIds(told.rows),
  }
}

const handsOnEntry = ({ hours, builderHours, builders, scope }: NonNullable<LeaderMeasure['playerCoach']>) => ({
  hours: round(hours),
  builderHours: round(builderHours),
  builders,
  comparedWith: scope,
})

const rebuildEntry = ({ verdict, isAuthor, weeksSince, phases, agentPractice, rows }: Rebuild, evidenceIds: EvidenceIds) => ({
  verdict: verdict === 'no_evidence' ? ('no evidence' as const) : verdict,
  author: isAuthor,
  weeksSince,
  phases,
  agentPractice,
  rows: rows.length,
  evidence: evidenceIds(rows),
})

const liftEntry = ({ hoursPerMonth, low, high, change, othersChange, members, units, parallelTrends }: LeaderLift) => ({
  value: round(hoursPerMonth),
  interval: { low: round(low), high: round(high) },
  change: round(change),
  othersChange: round(othersChange),
  members,
  units,
  parallelTrends,
})
