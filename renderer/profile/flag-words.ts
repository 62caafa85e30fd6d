/** The figures around a flag in words: how steady it is, how much of what it needs was there, what a value was held against. */
import { formatDecimal, formatPlural, formatShare } from '../format.ts'
import type { Flag, Reason } from '../people/answers.ts'

export const steadinessWords = (steadiness: Flag['steadiness']) =>
  steadiness === null ? 'steadiness not yet computed' : `still raised in ${formatShare(steadiness)} of 200 resamples`

export const coverageWords = (coverage: Flag['coverage']) =>
  coverage >= 1 ? 'all of its inputs were there' : `${formatShare(coverage)} of its inputs were there`

/** What a gate is held against, where it is not the plain value: a share, or the place among peers. */
const GATE_OF: Readonly<Record<string, 'share' | 'percentile'>> = {
  hold: 'share',
  effort_share: 'share',
  own_effort_there: 'share',
  next_to_leading: 'share',
  second_authors: 'share',
  coordinate_share: 'share',
  hands_on_ratio: 'share',
  hands_on_ratio_to_peers: 'share',
  hands_on_level_to_peers: 'share',
  recognition_gap: 'share',
  rating: 'percentile',
  comp_ratio: 'percentile',
  promotion_pace: 'percentile',
}

function gateWords({ measure, value, threshold, percentile }: Reason): string | null {
  // Without a gate, or with one at nothing, the sentence has said the value already.
  if (threshold === null || threshold === 0) return null
  const gate = GATE_OF[measure]
  const held = gate === 'percentile' ? percentile : value
  if (held === null) return null
  const figure = gate === undefined ? formatDecimal : formatShare
  return `${figure(held)} against a gate of ${figure(threshold)}`
}

/** The numbers of a reason that its sentence leaves out: the gate, and where the value stands in its cohort. */
export function reasonFigures(reason: Reason): string | null {
  const cohort = reason.cohort?.replace(/^(people of )?the /, '') ?? 'cohort'
  const isSaid = reason.words.includes('above ') || GATE_OF[reason.measure] === 'percentile'
  const parts = [
    gateWords(reason),
    reason.percentile !== null && !isSaid ? `above ${formatShare(reason.percentile)} of the ${cohort}` : null,
    reason.percentile === null && reason.cohort !== null ? `beside ${reason.cohort}` : null,
  ].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}

export const rowsWords = (rows: number) => (rows === 0 ? 'no contribution of its own' : formatPlural(rows, 'contribution'))
