/** An analysis as it is kept with the workspace and read back piece by piece: the document, the knowledge model, the way to the rows. */
import { deserialize, serialize } from 'node:v8'
import type { EvidenceIndex } from '../analysis/evidence-index.ts'
import type { GateTable } from '../analysis/gate-table.ts'
import type { KnowledgeModel } from '../analysis/knowledge-model.ts'
import type { SettingChanges } from '../analysis/method-changes.ts'
import type { PersonMonths } from '../analysis/person-months.ts'
import type { PromotionBasis } from '../analysis/route-simulation.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import type { Output } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import type { JobEvent } from '../domain/job-event.ts'
import type { KeptResult, StoredResult } from '../store/result.ts'
import type { SegmentEntry } from '../store/segment-list.ts'
import { cutDocument, type DocumentHead, type KeptPerson, openDocument, type PeopleIndex } from './document-blocks.ts'
import type { IdentityRecord } from './dataset/identity-record.ts'
import type { OrganisationRecord } from './organisation-record.ts'
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
  /** Where stored rows are: the segments of contributions in the order they were counted. */
  readonly segments: readonly StoredSegment[]
  readonly promotion: PromotionBasis
  readonly identities: IdentityRecord
  readonly quality: QualityRecord
  readonly organisation: OrganisationRecord
  /** Stored rows behind each reason of a flag, newest first, by `reasonKey`. */
  readonly reasonRows: ReadonlyMap<string, readonly Uint32Array[]>
  /** Who would be flagged at other thresholds. */
  readonly gates: GateTable
  /** The settings it was made with, as far as they are not the defaults. */
  readonly changes: SettingChanges
}

export interface LoadedAnalysis extends AnalysisBlocks {
  readonly digest: string
  /** The document without its people and leaders. */
  readonly document: DocumentHead
  readonly people: PeopleIndex
  readonly routing: Output<'routing.get'>
  /** By place in `people`, which is that of the model. */
  readonly person: (place: number) => KeptPerson
  leaders(): AnalysisDocument['leaders']
  /** All of the document, put together anew each time. */
  readonly wholeDocument: () => AnalysisDocument
}

export const reasonKey = (personId: string, pattern: string) => `${pattern} ${personId}`

/** Every block is named here: one that is not would be lost on the way to the disk. */
const BLOCK_NAMES = [
  'model',
  'evidence',
  'months',
  'segments',
  'reasonRows',
  'promotion',
  'gates',
  'changes',
  'identities',
  'quality',
  'organisation',
] as const satisfies readonly (keyof AnalysisBlocks)[]

/** `history` in the order of time. */
export function storeAnalysis(
  digest: string,
  document: AnalysisDocument,
  history: readonly JobEvent[],
  blocks: AnalysisBlocks,
): StoredResult {
  const cut = cutDocument(document, history)
  const others = BLOCK_NAMES.map((name): [string, Uint8Array] => [name, serialize(blocks[name])])
  return { digest, document: cut.head, blocks: new Map([...cut.blocks, ...others]) }
}

/**
 * The head of the document is read at once, each block when it is first asked for. Null when the head cannot
 * be read by this version: then it is computed again.
 */
export function loadAnalysis({ digest, document: head, block }: KeptResult): LoadedAnalysis | null {
  const read = new Map<string, unknown>()
  const bytesOf = (name: string) => block(name) ?? outdated()
  // All blocks were written by storeAnalysis under this digest, and data.db is checked when it is opened.
  const blockOf = <Name extends keyof AnalysisBlocks>(name: Name): AnalysisBlocks[Name] => {
    const known = read.get(name) ?? deserialize(bytesOf(name))
    read.set(name, known)
    return known as AnalysisBlocks[Name]
  }
  try {
    const kept = openDocument(head, bytesOf)
    const analysis = {
      digest,
      document: kept.head,
      person: (place: number) => kept.person(place),
      leaders: () => kept.leaders(),
      wholeDocument: () => kept.whole(),
    }
    const lazy = Object.fromEntries(BLOCK_NAMES.map(name => [name, { get: () => blockOf(name), enumerable: true }]))
    return Object.defineProperties(analysis, {
      ...lazy,
      people: { get: () => kept.index(), enumerable: true },
      routing: { get: () => kept.routing(), enumerable: true },
    }) as LoadedAnalysis
  } catch {
    return null
  }
}

function outdated(): never {
  throw new AppError('conflict', 'The analysis is being computed again. Try again in a moment.')
}
