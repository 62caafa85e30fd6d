/** An analysis as it is kept with the workspace and read back: the document, the knowledge model, the way to the rows. */
import { deserialize, serialize } from 'node:v8'
import type { Analysis } from '../analysis/analyse.ts'
import type { EvidenceIndex } from '../analysis/evidence-index.ts'
import type { KnowledgeModel } from '../analysis/knowledge-model.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import type { StoredResult } from '../store/result.ts'
import type { SegmentEntry } from '../store/segment-list.ts'

export interface LoadedAnalysis {
  readonly digest: string
  readonly document: AnalysisDocument
  readonly model: KnowledgeModel
  readonly evidence: EvidenceIndex
  /** Where stored rows are: the segments of contributions in the order they were counted. */
  readonly segments: readonly StoredSegment[]
}

export interface StoredSegment {
  readonly import: string
  readonly entry: SegmentEntry<'contributions'>
}

const MODEL_BLOCK = 'model'
const EVIDENCE_BLOCK = 'evidence'
const SEGMENTS_BLOCK = 'segments'

export function storeAnalysis(
  digest: string,
  document: AnalysisDocument,
  { model, evidence }: Analysis,
  segments: readonly StoredSegment[],
): StoredResult {
  return {
    digest,
    document: new TextEncoder().encode(JSON.stringify(document)),
    blocks: new Map([
      [MODEL_BLOCK, serialize(model)],
      [EVIDENCE_BLOCK, serialize(evidence)],
      [SEGMENTS_BLOCK, serialize(segments)],
    ]),
  }
}

/** Null when what is stored cannot be read by this version: then it is computed again. */
export function loadAnalysis({ digest, document, blocks }: StoredResult): LoadedAnalysis | null {
  const [model, evidence, segments] = [blocks.get(MODEL_BLOCK), blocks.get(EVIDENCE_BLOCK), blocks.get(SEGMENTS_BLOCK)]
  if (!model || !evidence || !segments) return null
  try {
    return {
      digest,
      // All were written by storeAnalysis, and data.db is checked when it is opened.
      document: JSON.parse(new TextDecoder().decode(document)) as AnalysisDocument,
      model: deserialize(model) as KnowledgeModel,
      evidence: deserialize(evidence) as EvidenceIndex,
      segments: deserialize(segments) as StoredSegment[],
    }
  } catch {
    return null
  }
}
