/** What an analysis is computed from besides the imports, and the digest that tells whether a result is still current. */
import { createHash } from 'node:crypto'
import { METHOD_VERSION, type Settings } from '../analysis/settings.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { SaidIdentities } from '../ingest/identity.ts'

export interface AnalysisBasis {
  /** Null: the newest contribution. */
  readonly asOf: EpochDay | null
  readonly settings: Settings
}

/** Changes whenever the shape of what is stored with a result does. */
const RESULT_FORMAT = 4

/** `said` in the order of identity-decisions.ts. */
export function basisDigest(liveDigest: string, { asOf, settings }: AnalysisBasis, said: Required<SaidIdentities>): string {
  const sorted = Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const { merges, different, bots, people } = said
  return createHash('sha256')
    .update(JSON.stringify([RESULT_FORMAT, METHOD_VERSION, liveDigest, asOf, sorted, merges, different, bots, people]))
    .digest('hex')
}
