/** An analysis as it is kept with the workspace and read back: the document, the knowledge model, the way to the rows. */
import { deserialize, serialize } from 'node:v8'
import type { EvidenceIndex } from '../analysis/evidence-index.ts'
import type { KnowledgeModel } from '../analysis/knowledge-model.ts'
import type { PersonMonths } from '../analysis/person-months.ts'
import type { PromotionBasis } from '../analysis/route-simulation.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { AppError } from '../contract/wire.ts'
import type { JobEvent } from '../domain/job-event.ts'
import type { KeptResult, StoredResult } from '../store/result.ts'
import type { SegmentEntry } from '../store/segment-list.ts'
import type { IdentityRecord } from './dataset/identity-record.ts'
import type { QualityRecord } from './quality-record.ts'

export interface StoredSegment {
  readonly import: string
  readonly entry: SegmentEntry<'contributions'>
}

/** What is kept beside the document, so that questions are answered without the rows. */
export interface AnalysisBlocks {
  readonly model: KnowledgeModel
  readonly evidence: EvidenceIndex
  readonly months: PersonMonths
  readonly history: readonly JobEvent[]
  /** Where stored rows are: the segments of contributions in the order they were counted. */
  readonly segments: readonly StoredSegment[]
  readonly promotion: PromotionBasis
  readonly identities: IdentityRecord
  readonly quality: QualityRecord
  /** Stored rows behind each reason of a flag, newest first, by `reasonKey`. */
  readonly reasonRows: ReadonlyMap<string, readonly Uint32Array[]>
}

export interface LoadedAnalysis extends AnalysisBlocks {
  readonly digest: string
  readonly document: AnalysisDocument
}

export const reasonKey = (personId: string, pattern: string) => `${pattern} ${personId}`

/** Every block is named here: one that is not would be lost on the way to the disk. */
const BLOCK_NAMES = [
  'model',
  'evidence',
  'months',
  'history',
  'segments',
  'reasonRows',
  'promotion',
  'identities',
  'quality',
] as const satisfies readonly (keyof AnalysisBlocks)[]

export function storeAnalysis(digest: string, document: AnalysisDocument, blocks: AnalysisBlocks): StoredResult {
  return {
    digest,
    document: new TextEncoder().encode(JSON.stringify(document)),
    blocks: new Map(BLOCK_NAMES.map(name => [name, serialize(blocks[name])])),
  }
}

/**
 * The document is read at once, each block when it is first asked for. Null when the document cannot
 * be read by this version: then it is computed again.
 */
export function loadAnalysis({ digest, document, block }: KeptResult): LoadedAnalysis | null {
  const read = new Map<string, unknown>()
  // All blocks were written by storeAnalysis under this digest, and data.db is checked when it is opened.
  const blockOf = <Name extends keyof AnalysisBlocks>(name: Name): AnalysisBlocks[Name] => {
    const known = read.get(name) ?? deserialize(block(name) ?? outdated())
    read.set(name, known)
    return known as AnalysisBlocks[Name]
  }
  try {
    const analysis = { digest, document: JSON.parse(new TextDecoder().decode(document)) as AnalysisDocument }
    const lazy = Object.fromEntries(BLOCK_NAMES.map(name => [name, { get: () => blockOf(name), enumerable: true }]))
    return Object.defineProperties(analysis, lazy) as LoadedAnalysis
  } catch {
    return null
  }
}

function outdated(): never {
  throw new AppError('conflict', 'The analysis is being computed again. Try again in a moment.')
}
