/** What is said of leaders: of their place and the records of their work, never of their worth. */
import { formatCount, formatDate, formatDecimal, formatList, formatPlural, formatShare } from '../format.ts'
import { BEHAVIOUR_WORDS, type BehaviourName } from '../organisation/figures.ts'
import { missingWords } from '../people/missing-words.ts'
import type { Behaviour, Leader, LeadersAnswer, LeadersShown, Rebuild, RebuildVerdict } from './answers.ts'

export const SHOWN_WORDS: Readonly<Record<LeadersShown, string>> = {
  all: 'all leaders',
  distant: 'accountable but distant',
  player_coach: 'player-coaches',
  not_ready: 'answer for a core system and could not show they would rebuild it',
}

const WHY_WORDS: Readonly<Record<Leader['why'][number], string>> = {
  reports: 'has reports',
  manager_track: 'is on the manager track',
  accountable_for: 'is named as accountable',
}

const OWNED_BY_WORDS: Readonly<Record<NonNullable<Leader['ownedBy']>, string>> = {
  accountable_for: 'named in the people file',
  owner_unit: 'owned by the unit they lead',
  work_of_reports: 'read off the work of their reports',
}

export function placeSentence({ why, reports, peopleBelow, since, owned, ownedBy }: Leader): string {
  const people =
    reports === 0
      ? ''
      : `, ${formatPlural(reports, 'report')}${peopleBelow > reports ? `, ${formatPlural(peopleBelow, 'person', 'people')} below` : ''}`
  const from = since === null ? '' : `, since ${formatDate(since)}`
  const systems =
    owned.length === 0 || ownedBy === null
      ? ' Which systems are theirs is not known.'
      : ` Systems looked at: ${formatList(owned)} (${OWNED_BY_WORDS[ownedBy]}).`
  return `A leader who ${formatList(why.map(one => WHY_WORDS[one]))}${people}${from}.${systems}`
}

export const behaviourCount = (name: BehaviourName, { seen, of }: Behaviour) =>
  `${formatCount(seen)} of ${formatCount(of)} ${BEHAVIOUR_WORDS[name].of}`

/** Why a behaviour could not be told. */
export const untoldBecause = ({ missing }: Behaviour) =>
  missing === null
    ? ''
    : /^[a-z_]+\.[a-z_]+|^contributions:/.test(missing)
      ? `Not told, ${missingWords([missing])}.`
      : `Not told: it takes ${missing}.`

export const rangeSentence = ({ interval }: Behaviour) =>
  interval === null ? '' : `95 % range ${formatShare(interval.low)} to ${formatShare(interval.high)}`

export const PROXIMITY_UNKNOWN = 'Fewer than two of the three behaviours could be told.'
export const FRESHNESS_UNKNOWN = 'No week of theirs is on record.'

export function distanceSentence(leader: Leader): string {
  const { accountableButDistant, accountability, proximity, distant } = leader
  if (accountability === null)
    return 'Not known: neither accountable_for in the people file nor the criticality of their systems tells what they answer for.'
  if (accountableButDistant === null || proximity === null) return 'Not known: how near the work they are cannot be told.'
  const sum = `${formatShare(accountability)} of the highest accountability × (1 − ${formatDecimal(proximity)} proximity) = ${formatDecimal(accountableButDistant)}.`
  return distant ? `Raised as a question: ${sum}` : `Not raised: ${sum}`
}

const COMPARED_WITH: Readonly<Record<NonNullable<Leader['handsOn']>['comparedWith'], string>> = {
  reports: 'the individual contributors below them',
  unit: 'the individual contributors of their unit',
  role_family: 'the individual contributors of their role family',
  all: 'all individual contributors',
}

export function playerCoachSentence({ playerCoach, handsOn }: Leader): string {
  if (playerCoach === null || handsOn === null) return 'Not known: too few weeks with hands-on work of theirs or of others are on record.'
  const hours = `${formatDecimal(handsOn.hours)} hours of hands-on work per active week at full time; the median of ${COMPARED_WITH[handsOn.comparedWith]} (${formatCount(handsOn.builders)}) is ${formatDecimal(handsOn.builderHours)}.`
  return playerCoach ? `A player-coach: ${hours}` : `Not a player-coach: ${hours}`
}

export function liftSentence({ lift }: Leader): string {
  if (lift === null)
    return 'What changed in the unit after they came is not known: it takes six months before and after, and other units to compare with.'
  const { value, interval, members, units, parallelTrends } = lift
  const trend = parallelTrends ? '' : ' Before that the units already went different ways, so the figure says little.'
  return `Build hours a month and member went ${value < 0 ? 'down' : 'up'} by ${formatDecimal(Math.abs(value))} beside ${formatPlural(units, 'other unit')} (95 % range ${formatDecimal(interval.low)} to ${formatDecimal(interval.high)}; ${formatPlural(members, 'member')}).${trend}`
}

export const REBUILD_WORDS: Readonly<Record<RebuildVerdict, string>> = { ready: 'ready', rusty: 'rusty', 'no evidence': 'no evidence' }
export const REBUILD_MEANING: Readonly<Record<RebuildVerdict, string>> = {
  ready: 'an author there, changed something lately, and covered two phases of the work',
  rusty: 'some of what it takes is there, not all',
  'no evidence': 'no change of theirs there is on record',
}

export function rebuildSentence(name: string, component: string, rebuild: Rebuild | null, answersFor: boolean): string {
  const owner = answersFor ? ' They answer for it.' : ''
  if (rebuild === null) return `${name} and ${component}: no evidence.${owner}`
  const { author, weeksSince, phases, agentPractice, rows } = rebuild
  const facts = formatList([
    author ? 'an author there' : 'not an author there',
    weeksSince === null ? 'never changed it' : `last change ${weeksSince === 0 ? 'this week' : `${formatPlural(weeksSince, 'week')} ago`}`,
    `${formatPlural(phases, 'phase')} of work covered`,
    ...(agentPractice === null ? [] : [agentPractice ? 'own work with agents' : 'no own work with agents, which make much of the changes']),
    formatPlural(rows, 'contribution'),
  ])
  return `${name} and ${component}: ${REBUILD_WORDS[rebuild.verdict]}. ${facts[0]?.toUpperCase() ?? ''}${facts.slice(1)}.${owner}`
}

export function leadersCaption({ counts, window }: LeadersAnswer): string {
  const time = window === null ? '' : ` from ${formatDate(window.from)} to ${formatDate(window.to)}`
  return `Of ${formatPlural(counts.all, 'leader')}${time}, ${formatCount(counts.distant)} answer for much from a distance, ${formatCount(counts.player_coach)} are player-coaches, and ${formatCount(counts.not_ready)} answer for a core system without records that they could rebuild it. Each is a question about a place, not a verdict on a person.`
}

export const coreSentence = ({ core }: LeadersAnswer) =>
  core.isMarked
    ? `${formatPlural(core.components.length, 'core system')}, as the components file marks them.`
    : `${formatPlural(core.components.length, 'system that matters', 'systems that matter')}: the components file marks none as core.`
