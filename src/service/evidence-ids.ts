/** The ids of the contributions that a document names as evidence: read from the segments once the analysis knows which. */
import { isTold } from '../analysis/leader-behaviours.ts'
import type { Patterns } from '../analysis/patterns.ts'
import type { ContributionColumns } from '../domain/contribution.ts'
import { readSegment } from '../store/segment.ts'
import type { Sqlite } from '../store/sqlite.ts'
import { contributionIdAt } from './contribution-id.ts'
import type { StoredSegment } from './loaded-analysis.ts'

/** At most twenty ids for rows of the dataset, in their order. */
export type EvidenceIds = (rows: Uint32Array) => string[]

const MOST_NAMED = 20

export interface EvidenceSource {
  readonly directory: string
  readonly sqlite: Sqlite
  readonly segments: readonly StoredSegment[]
}

/** Rows behind the reasons of flags, and behind the figures on leaders and agents. */
function* namedRows({ findings, leaders, agents }: Patterns): Generator<Uint32Array> {
  for (const { reasons } of findings) for (const { rows } of reasons) yield rows
  for (const { behaviours, rebuild } of leaders.measures) {
    for (const told of [behaviours.usesTools, behaviours.presentAtDecisions, behaviours.pushesBack]) if (isTold(told)) yield told.rows
    for (const { rows } of rebuild) yield rows
  }
  if (agents.adoption !== null) yield agents.adoption.rows
  for (const { reasons } of agents.speed.units ?? []) for (const { rows } of reasons) yield rows
}

/** Reads the ids of every row that some figure of the patterns names; only segments that hold one are opened. */
export async function readEvidenceIds(
  patterns: Patterns,
  { storedRow }: ContributionColumns,
  source: EvidenceSource,
): Promise<EvidenceIds> {
  const wanted = new Set<number>()
  for (const rows of namedRows(patterns)) for (const row of rows.subarray(0, MOST_NAMED)) wanted.add(storedRow[row]!)
  const sorted = [...wanted].sort((a, b) => a - b)
  const ids = new Map<number, string>()
  let [first, next] = [0, 0]
  for (const { entry } of source.segments) {
    const end = first + entry.rows
    if (next < sorted.length && sorted[next]! < end) {
      const { columns } = await readSegment(source.directory, entry, source.sqlite, { columns: ['fingerprint', 'id'] })
      for (; next < sorted.length && sorted[next]! < end; next++) ids.set(sorted[next]!, contributionIdAt(columns, sorted[next]! - first))
    }
    first = end
  }
  return rows => Array.from(rows.subarray(0, MOST_NAMED), row => ids.get(storedRow[row]!)!)
}
