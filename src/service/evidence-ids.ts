/** The ids of the contributions that a document names as evidence: read from the segments once the analysis knows which. */
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

/** Reads the ids of every row that some reason of the patterns names; only segments that hold one are opened. */
export async function readEvidenceIds(
  patterns: Patterns,
  { storedRow }: ContributionColumns,
  source: EvidenceSource,
): Promise<EvidenceIds> {
  const wanted = new Set<number>()
  for (const { reasons } of patterns.findings)
    for (const { rows } of reasons) for (const row of rows.subarray(0, MOST_NAMED)) wanted.add(storedRow[row]!)
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
