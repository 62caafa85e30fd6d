/** A measure beside those of its cohort, as the document shows it. */
import type { Standing } from '../analysis/cohort.ts'
import { round } from './rounding.ts'

const COHORT_WORDS = { level: 'same role family, neighbouring levels', role_family: 'same role family', all: 'everybody observed' } as const

export const ranked = ({ value, percentile, shown, cohort, n }: Standing) => ({
  value: round(value),
  percentile: round(percentile),
  shown: round(shown),
  cohort: COHORT_WORDS[cohort],
  members: n,
})
