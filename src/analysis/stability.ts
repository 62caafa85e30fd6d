/** Stability: how many of the flags of each pattern and band do not hang on a tenth of any threshold. */
import { BANDS, PATTERNS } from '../domain/flag.ts'
import type { Band, Pattern } from '../domain/flag.ts'
import type { Finding } from './finding.ts'

export interface Stability {
  readonly pattern: Pattern
  readonly band: Band
  readonly flags: number
  /** Of these, how many are raised with every threshold a tenth higher and with every threshold a tenth lower. */
  readonly surviving: number
}

type Judged = Pick<Finding, 'pattern' | 'band' | 'survivesMoved'>

/** In the order of PATTERNS, then of BANDS; where there is no flag there is nothing to survive. */
export function stabilityOf(findings: readonly Judged[]): Stability[] {
  return PATTERNS.flatMap(pattern =>
    BANDS.flatMap(band => {
      const flags = findings.filter(finding => finding.pattern === pattern && finding.band === band)
      const surviving = flags.filter(({ survivesMoved }) => survivesMoved).length
      return flags.length === 0 ? [] : [{ pattern, band, flags: flags.length, surviving }]
    }),
  )
}
