/** The reasons of a flag as sentences. They speak of work and systems, never of a person's worth. */
import type { Reason } from '../analysis/finding.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`
const decimal = (value: number) => (Math.round(value * 10) / 10).toLocaleString('en')
const whole = (value: number) => Math.round(value).toLocaleString('en')

/** `system` is the name of the system a flag is about; empty for flags about no single one. */
type Sentence = (value: number, threshold: number, reason: Reason, system: string) => string

/** Where a value stands among the people it is compared with. */
const place = ({ percentile, cohort }: Reason) =>
  percentile === null || cohort === null ? '' : `, above ${percent(percentile)} of the ${cohort.replace(/^people of the /, '')}`

const SENTENCES: Readonly<Record<string, Sentence>> = {
  hold: (value, _threshold, _reason, system) => `${percent(value)} of the artifacts of ${system} would have no author left without them.`,
  effort_share: (value, _threshold, _reason, system) => `${percent(value)} of the effort of 24 months on ${system} is theirs.`,
  next_to_leading: (value, _threshold, _reason, system) => `Whoever is next did ${percent(value)} of what they did on ${system}.`,
  own_effort_there: (value, _threshold, _reason, system) => `${percent(value)} of their own effort goes into ${system}.`,
  build_pace_ratio: (value, _threshold, reason) =>
    `They build at ${decimal(value)} times the pace of the median individual contributor${place(reason)}.`,
  second_authors: (value, _threshold, _reason, system) =>
    `Only ${percent(value)} of the artifacts of ${system} have a second author who is here.`,
  outside_reviewers: value =>
    value === 0
      ? 'Nobody else reviewed work there.'
      : `Only ${whole(value)} ${value === 1 ? 'person' : 'people'} reviewed work there from outside.`,
  documents: value =>
    value === 0
      ? 'No document or template about it was kept up.'
      : `Only ${whole(value)} ${value === 1 ? 'document or template' : 'documents or templates'} about it were kept up.`,
  share_trend: value => `Their share of the work there grew by ${whole(value * 100)} points against the year before.`,

  reach: (value, threshold) =>
    `${whole(value)} people built on what they made, in at least three months each (the gate is ${whole(threshold)}).`,
  recognition_gap: value => `What others build on them stands ${whole(value * 100)} points above what they get for it.`,
  enabling_pace: (value, threshold, reason) =>
    `${decimal(value)} hours of enabling work an active week, reviews apart (the gate is ${decimal(threshold)})${place(reason)}.`,
  rating: (_value, _threshold, reason) => `Their last rating stands above ${percent(reason.percentile ?? 0)} of peers: below the middle.`,
  comp_ratio: (_value, _threshold, reason) =>
    `Their pay within the band stands above ${percent(reason.percentile ?? 0)} of peers: below the middle.`,
  promotion_pace: (_value, _threshold, reason) =>
    `Their pace of promotion stands above ${percent(reason.percentile ?? 0)} of peers: below the middle.`,
  fade: value => `Their enabling work falls by ${decimal(Math.abs(value))} hours an active week from quarter to quarter.`,
  lift: value => `People who took up what they made build ${decimal(value)} hours a month more than comparable people.`,

  hands_on_ratio_to_peers: value =>
    `Hands-on work since the move is ${percent(value)} of what it was, measured against peers in the same weeks.`,
  hands_on_level_to_peers: value => `Hands-on work now stands at ${percent(value)} of the median individual contributor's.`,
  coordinate_share: value => `${percent(value)} of their effort in the window is coordination.`,
  meetings_ratio: value => `Meetings take ${decimal(value)} times as many hours an active week as in the year before.`,
  hands_on_ratio: value => `Hands-on work is ${percent(value)} of what it was in the year before.`,

  end_to_end_items: value => `They carried ${whole(value)} work items end to end: three or more phases, with at most one handoff.`,
  one_head: (value, _threshold, reason) =>
    `${decimal(value)} end-to-end items a year of active weeks, with phases in one head${place(reason)}.`,
  system_span: (value, _threshold, reason) =>
    `Their work spans as much as ${decimal(value)} systems and units in equal parts${place(reason)}.`,
  unusual_speed: (value, _threshold, reason) =>
    `Their items finish ${decimal(value)} times as fast as their size, people and system let expect${place(reason)}.`,
  taste: (value, _threshold, reason) =>
    `Of their decided decisions at least ${percent(value)} worked, with 95 % confidence${place(reason)}.`,
  role_breadth: (value, _threshold, reason) => `They held ${whole(value)} different kinds of role${place(reason)}.`,
}

/** Measures that have a sentence. */
export const MEASURES_IN_WORDS: ReadonlySet<string> = new Set(Object.keys(SENTENCES))

export function reasonWords(reason: Reason, system: string): string {
  const sentence = SENTENCES[reason.measure]
  if (sentence && reason.value !== null) return sentence(reason.value, reason.threshold ?? 0, reason, system)
  return `${reason.measure.replaceAll('_', ' ')}${reason.value === null ? '' : ` ${decimal(reason.value)}`}.`
}
