/** The figures around a flag in words: how steady it is, how much of what it needs was there, what a value was held against. */
import { formatDecimal, formatPlural, formatShare } from '../format.ts'
import type { Flag, Reason } from '../people/answers.ts'

export const steadinessWords = (steadiness: Flag['steadiness']) =>
  steadiness === null ? 'steadiness not yet computed' : `still raised in ${formatShare(steadiness)} of 200 resamples`

export const coverageWords = (coverage: Flag['coverage']) =>
  coverage >= 1 ? 'all of its inputs were there' : `${formatShare(coverage)} of its inputs were there`

/** A value whose gate is at most 1 is a share; the others are counts, ratios or hours. */
const figure = ({ threshold }: Reason, value: number) =>
  threshold !== null && threshold <= 1 && value <= 1 ? formatShare(value) : formatDecimal(value)

/** The numbers of a reason: its value, the gate, where it stands in its cohort. Null where there are none. */
export function reasonFigures(reason: Reason): string | null {
  const parts = []
  // Without a gate the sentence has said the value already.
  if (reason.value !== null && reason.threshold !== null)
    parts.push(`${figure(reason, reason.value)} against a gate of ${figure(reason, reason.threshold)}`)
  if (reason.percentile !== null) parts.push(`above ${formatShare(reason.percentile)} of ${reason.cohort ?? 'the cohort'}`)
  else if (reason.cohort !== null) parts.push(`beside ${reason.cohort}`)
  return parts.length === 0 ? null : parts.join(' · ')
}

export const rowsWords = (rows: number) => (rows === 0 ? 'no contribution of its own' : formatPlural(rows, 'contribution'))
