/** Flags in the document: each with its reasons in words, the rows counted, and at most twenty of them named. */
import type { Analysis } from '../analysis/analyse.ts'
import type { Reason } from '../analysis/finding.ts'
import type { PersonEntry } from '../contract/analysis.ts'
import type { EvidenceIds } from './evidence-ids.ts'
import { reasonWords } from './reason-words.ts'
import { numberOrNull, round } from './rounding.ts'

type FlagEntry = PersonEntry['flags'][number]

/** By index of the person. */
export function flagEntries({ patterns, steadiness, components }: Analysis, evidenceIds: EvidenceIds): Map<number, FlagEntry[]> {
  const flags = new Map<number, FlagEntry[]>()
  for (const { person, component, pattern, band, coverage, reasons, counter, wouldChange, routes } of patterns.findings) {
    const system = component === undefined ? '' : (components[component]?.component ?? '')
    const steady = steadiness.get(pattern)?.[person]
    const entry: FlagEntry = {
      pattern,
      band,
      steadiness: steady === undefined ? null : round(steady),
      coverage: round(coverage),
      reasons: reasons.map(reason => reasonEntry(reason, system, evidenceIds)),
      counter: [...counter],
      wouldChange: [...wouldChange],
      routes: [...new Set(routes)],
    }
    flags.set(person, [...(flags.get(person) ?? []), entry])
  }
  return flags
}

function reasonEntry(reason: Reason, system: string, evidenceIds: EvidenceIds): FlagEntry['reasons'][number] {
  const { measure, value, threshold, percentile, cohort, rows } = reason
  return {
    measure,
    words: reasonWords(reason, system),
    value: value === null ? null : numberOrNull(value),
    threshold: threshold === null ? null : numberOrNull(threshold),
    percentile: percentile === null ? null : numberOrNull(percentile),
    cohort,
    rows: rows.length,
    evidence: evidenceIds(rows),
  }
}
