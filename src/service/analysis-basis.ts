/** What an analysis is computed from besides the imports, and the digest that tells whether a result is still current. */
import { createHash } from 'node:crypto'
import type { SettingChanges } from '../analysis/method-changes.ts'
import { METHOD_VERSION } from '../analysis/settings.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { SaidIdentities } from '../ingest/identity.ts'

export interface AnalysisBasis {
  /** Null: the newest contribution. */
  readonly asOf: EpochDay | null
  /** What was set otherwise than the defaults, as readSettingChanges answers. */
  readonly settings: SettingChanges
}

/** Changes whenever the shape of what is stored with a result does. */
const RESULT_FORMAT = 8

/** Of what was imported and what people decided about who is who. */
export function recordsDigest(liveDigest: string, { merges, different, bots, people }: Required<SaidIdentities>): string {
  return sha256([liveDigest, merges, different, bots, people])
}

/** Of the method and its settings alone: equal where the same records come to the same. */
export function ruleDigest(settings: SettingChanges): string {
  return sha256([METHOD_VERSION, sortedEntries(settings)])
}

/** `said` in the order of identity-decisions.ts. */
export function basisDigest(liveDigest: string, { asOf, settings }: AnalysisBasis, said: Required<SaidIdentities>): string {
  return sha256([RESULT_FORMAT, METHOD_VERSION, recordsDigest(liveDigest, said), asOf, sortedEntries(settings)])
}

const sortedEntries = (settings: SettingChanges) => Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1))

const sha256 = (parts: readonly unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex')
