/** Units, leaders, agents and the fairness check in words; each is silent where nothing was computed. */
import { compareText } from '../domain/identifiers.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import type { PersonNames } from './person-names.ts'
import { count, figure, list, oneLine, percent } from './wording.ts'

type Unit = AnalysisDocument['units'][number]
type Leader = AnalysisDocument['leaders'][number]

export function unitSentence(unit: Unit): string {
  const known = [
    count(unit.people, 'person', 'people'),
    ...said(unit.managers, value => count(value, 'manager')),
    ...said(unit.coordinationRatio, value => `${figure(value, 2)} coordinating for each builder or enabler`),
    ...said(unit.span, value => `span ${figure(value, 1)}`),
    ...said(unit.layers, value => count(value, 'layer')),
    ...said(unit.workToMeeting, value => `${figure(value, 1)} hours of work to one of meetings`),
    ...said(unit.loadBearingHours, value => `${figure(value)} hours of load-bearing coordination`),
    ...said(unit.optionalHours, value => `${figure(value)} hours of optional coordination`),
    ...(unit.bound === null ? [] : [unit.bound.verdict === 'undecided' ? 'what binds it is undecided' : `bound by ${unit.bound.verdict}`]),
  ]
  return `${oneLine(unit.unit) || 'People without a unit'}: ${known.join('; ')}`
}

export function leaderSentence(leader: Leader, names: PersonNames): string {
  const known = [
    ...(leader.accountableFor.length === 0 ? [] : [`accountable for ${list(leader.accountableFor.map(oneLine), 5)}`]),
    ...said(leader.proximity, value => `technical proximity ${figure(value, 2)}`),
    ...said(leader.freshness, value => `freshness ${figure(value, 2)}`),
    ...said(leader.accountableButDistant, value => `accountable but distant ${figure(value, 2)}`),
    ...(leader.playerCoach === true ? ['leads and is hands-on'] : []),
  ]
  return `${names.labelOf(leader.personId)}: ${known.length === 0 ? 'not enough evidence' : known.join('; ')}`
}

export function agentSentences({ agents }: AnalysisDocument): string[] {
  if (agents === null) return []
  return [
    ...said(agents.adoption, value => `${percent(value)} of people have work done with agents.`),
    ...said(agents.integration, value => `${percent(value)} brief, evaluate and keep up their agents in most weeks.`),
    ...said(agents.briefingGap, value => `The briefing gap is ${figure(value * 100)} points.`),
    ...(agents.speedWithoutEyes ?? []).map(
      unit => `${oneLine(unit.unit)}: more work through agents, reviews per output changed by ${figure(unit.reviewsPerOutputChange, 2)}.`,
    ),
  ]
}

export function fairnessSentences({ fairness }: AnalysisDocument): string[] {
  if (fairness.length === 0) return []
  const suppressed = fairness.filter(row => row.suppressed).length
  const below = fairness.filter(row => !row.suppressed && row.adverseImpactRatio !== null && row.adverseImpactRatio < 0.8).length
  return [
    `Fairness: ${count(fairness.length - suppressed, 'group and pattern', 'groups and patterns')} compared, ${figure(below)} under the four-fifths line; ${figure(suppressed)} too small to show.`,
  ]
}

export const leadersInOrder = ({ leaders }: AnalysisDocument) => leaders.toSorted((a, b) => compareText(a.personId, b.personId))

const said = <T>(value: T | null, say: (value: T) => string) => (value === null ? [] : [say(value)])
