/** The reasons of a flag as sentences. They speak of work and systems, never of a person's worth. */
import type { Reason } from '../analysis/finding.ts'
import { countOf, hours, number, percent, times } from './spoken-numbers.ts'

/** `system` is the name of the system a flag is about. */
type Sentence = (value: number, reason: Reason, system: string) => string

/** The group somebody is compared with, as it reads after `of`. */
const groupOf = (cohort: string) =>
  cohort
    .replace(/^same role family, neighbouring levels$/, 'their role family at neighbouring levels')
    .replace(/^same role family$/, 'their role family')
    .replace(/^people of the role family with hands-on work \((\d+)\)$/, 'the $1 people of their role family with hands-on work')

/** Rounded down, so that it is never above more people than it says; a mid-rank is never under nobody. */
const above = (percentile: number) => (percentile < 0.01 ? 'above hardly anybody' : `above ${Math.floor(percentile * 100 + 1e-9)} %`)

/** Where a value stands among the people it is compared with. */
const place = ({ percentile, cohort }: Reason) =>
  percentile === null || cohort === null ? '' : `, ${above(percentile)} of ${groupOf(cohort)}`

const recognition =
  (what: string): Sentence =>
  (_value, { percentile }) =>
    percentile === null ? `${what} is below the middle of peers.` : `${what} stands ${above(percentile)} of peers: below the middle.`

/** A gate of nothing tells nobody anything. */
const gate = (threshold: number | null, text: string) => (threshold === null || threshold <= 0 ? '' : ` (the gate is ${text})`)

const SENTENCES: Readonly<Record<string, Sentence>> = {
  hold: (value, _reason, system) => `Without them, ${percent(value)} of ${system} would have no author left.`,
  effort_share: (value, _reason, system) => `Of the effort on ${system}, ${percent(value)} is theirs.`,
  next_to_leading: (value, _reason, system) =>
    value === 0 ? `Nobody else who is here changed ${system}.` : `Whoever is next did ${percent(value)} of what they did on ${system}.`,
  own_effort_there: (value, _reason, system) => `Of their own effort, ${percent(value)} goes into ${system}.`,
  build_pace_ratio: (value, reason) => `They build at ${times(value)} the pace of the median individual contributor${place(reason)}.`,
  second_authors: (value, _reason, system) =>
    value === 0
      ? `No artifact of theirs in ${system} has a second author who is here.`
      : `Of their artifacts in ${system}, ${percent(value)} have a second author who is here.`,
  outside_reviewers: (value, _reason, system) =>
    value === 0
      ? `Nobody else reviewed work on ${system}.`
      : `Only ${countOf(value, 'other person', 'other people')} reviewed work on ${system}.`,
  documents: (value, _reason, system) =>
    value === 0
      ? `No document or template about ${system} was kept up.`
      : `Only ${countOf(value, 'document or template', 'documents or templates')} about ${system} ${value === 1 ? 'was' : 'were'} kept up.`,
  share_trend: (value, _reason, system) =>
    `Their share of the work on ${system} grew by ${countOf(value * 100, 'point', 'points')} against the year before.`,

  reach: (value, { threshold }) =>
    `${countOf(value, 'person', 'people')} built on what they made, in at least three months each${gate(threshold, number(Math.ceil((threshold ?? 0) - 1e-9)))}.`,
  recognition_gap: value =>
    `Among peers, what they do for others stands ${countOf(value * 100, 'point', 'points')} above what they get for it.`,
  enabling_pace: (value, { threshold, ...rest }) =>
    `They spend ${hours(value)} an active week on enabling others, reviews apart${gate(threshold, hours(threshold ?? 0))}${place({ threshold, ...rest })}.`,
  rating: recognition('Their last rating'),
  comp_ratio: recognition('Their pay within the band'),
  promotion_pace: recognition('Their pace of promotion'),
  fade: value => `Their enabling work falls by ${hours(Math.abs(value))} an active week from quarter to quarter.`,
  lift: value => `People who took up what they made build ${hours(value)} a month more than comparable people.`,

  hands_on_ratio_to_peers: value =>
    `Hands-on work since the move is ${percent(value)} of what it was, measured against peers in the same weeks.`,
  hands_on_level_to_peers: value => `Hands-on work now stands at ${percent(value)} of the median individual contributor's.`,
  coordinate_share: value => `Of their effort in the window, ${percent(value)} is coordination.`,
  meetings_ratio: value => `Meetings take ${times(value)} as many hours an active week as in the year before.`,
  hands_on_ratio: value => `Hands-on work is ${percent(value)} of what it was in the year before.`,

  uses_tools: value => `Hands-on work of their own is in ${percent(value)} of their last weeks at work.`,
  present_at_decisions: value =>
    value === 0
      ? 'They took part in none of the decisions on their systems that name who did.'
      : `They took part in ${percent(value)} of the decisions on their systems.`,
  pushes_back: value =>
    value === 0
      ? 'In no month did a review of theirs change what was made.'
      : `In ${percent(value)} of the months a review of theirs changed what was made.`,
  freshness: value => `Weeks with hands-on work weigh ${percent(value)} of all their weeks, each half as much for each half-life back.`,

  eyes_ratio: value =>
    `Reviews and evaluations per piece of work are at ${percent(value)} of what they were, against units without more work through agents.`,
  reviewed_ratio: value =>
    `Of what they make, somebody else looks at ${percent(value)} as much as before, against people without more work through agents.`,
  agent_share_change: value => `The part of the work that agents do grew by ${countOf(value * 100, 'point', 'points')}.`,
  reverts_ratio: value => `Work is taken back ${times(value)} as often as in the half year before.`,

  end_to_end_items: value =>
    `They carried ${countOf(value, 'work item', 'work items')} end to end: three or more phases, making among them, with at most one handoff.`,
  one_head: (value, reason) =>
    `Work stayed in one head: ${number(value)} end-to-end ${number(value) === '1' ? 'item' : 'items'} in 52 active weeks${place(reason)}.`,
  system_span: (value, reason) => `Their work spanned as much as ${countOf(value, 'system', 'systems', 1)} in equal parts${place(reason)}.`,
  unusual_speed: (value, reason) =>
    `Their items finished ${times(value)} as fast as their size, people and system would suggest${place(reason)}.`,
  taste: (value, reason) =>
    `Of their decisions with a known outcome, at least ${Math.floor(value * 100)} % worked, chance allowed for${place(reason)}.`,
  role_breadth: (value, reason) =>
    value === 0
      ? `No role but coordinating is on record${place(reason)}.`
      : `They held ${countOf(value, 'kind', 'different kinds')} of role${place(reason)}.`,
}

/** Measures that have a sentence. */
export const MEASURES_IN_WORDS: ReadonlySet<string> = new Set(Object.keys(SENTENCES))

/** One sentence; a measure this version has no sentence for is named with its value. */
export function reasonWords(reason: Reason, system: string): string {
  const { measure, value } = reason
  const sentence = SENTENCES[measure]
  const name = measure.charAt(0).toUpperCase() + measure.slice(1).replaceAll('_', ' ')
  if (value === null || Number.isNaN(value)) return `${name}: not known.`
  return sentence ? sentence(value, reason, system || 'the system') : `${name}: ${number(value)}.`
}
