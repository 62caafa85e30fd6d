/** The body of an analysis job: the live state read into a dataset, analysed, and the result staged for the engine. */
import { type Analysis, analyse } from '../analysis/analyse.ts'
import { candidatesOf } from '../analysis/candidates.ts'
import { fairnessOf } from '../analysis/fairness.ts'
import type { Finding } from '../analysis/finding.ts'
import { methodOf } from '../analysis/method-changes.ts'
import type { Patterns } from '../analysis/patterns.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { DemographicValue } from '../domain/person.ts'
import { throwIfCancelled } from '../ingest/cancelled-error.ts'
import type { SaidIdentities } from '../ingest/identity.ts'
import { DATA, openBeside } from '../store/database-file.ts'
import { type ImportRecord, readImports, reportField } from '../store/import-record.ts'
import { type LiveRows, type PeopleRows, readDemographics, readLiveRows, readPeopleRows } from '../store/live-rows.ts'
import { readSegment } from '../store/segment.ts'
import { type LiveSegments, liveSegments } from '../store/segment-list.ts'
import type { StoredResult } from '../store/result.ts'
import { type StagedResult, type StagingTicket, stageResult } from '../store/staging.ts'
import type { AnalysisBasis } from './analysis-basis.ts'
import { toDocument } from './analysis-document.ts'
import { type Assembled, assembleDataset } from './dataset/assemble.ts'
import { CONTRIBUTION_COLUMNS, ContributionReader } from './dataset/contribution-reader.ts'
import { Contributors } from './dataset/contributors.ts'
import { MeetingReader } from './dataset/meeting-reader.ts'
import type { JobTools } from './job-tools.ts'
import { readEvidenceIds } from './evidence-ids.ts'
import { organisationRecord } from './organisation-record.ts'
import { qualityRecord } from './quality-record.ts'
import { type AnalysisBlocks, reasonKey, type StoredSegment, storeAnalysis } from './loaded-analysis.ts'

export interface AnalysisRequest {
  readonly kind: 'analysis'
  readonly ticket: StagingTicket
  /** Under which the result is kept. */
  readonly digest: string
  readonly basis: AnalysisBasis
  readonly said: SaidIdentities
}

export interface AnalysisResult {
  readonly kind: 'analysis'
  readonly staged: StagedResult
}

export async function runAnalysis(request: AnalysisRequest, tools: JobTools): Promise<AnalysisResult> {
  // A function of its own, so that the rows are let go of before the database is written: both at once are the peak.
  const stored = await resultOf(request, tools)
  // What the awaited function held is let go of a turn later.
  await new Promise(resolve => setImmediate(resolve))
  tools.collectGarbage?.()
  return { kind: 'analysis', staged: await stageResult(request.ticket, stored, { sqlite: tools.sqlite, now: tools.now }) }
}

async function resultOf(request: AnalysisRequest, tools: JobTools): Promise<StoredResult> {
  const live = await readLive(request.ticket.directory, request.basis.asOf, tools)
  const { assembled, analysis, rowsRead } = await analysed(request, live, tools)
  tools.collectGarbage?.()
  tools.onProgress({ stage: 'Saving', done: null, rows: rowsRead })
  const segments = storedSegments(live.segments)
  const candidates = candidatesOf(assembled.dataset, analysis.model)
  const fairness = fairnessOf(
    assembled.dataset.people,
    candidates,
    analysis.patterns.findings,
    live.demographics,
    analysis.patternSettings.fairness,
  )
  const { dataset } = assembled
  const evidenceIds = await readEvidenceIds(analysis.patterns, dataset.contributions, {
    directory: request.ticket.directory,
    sqlite: tools.sqlite,
    segments,
  })
  const document = toDocument(analysis, assembled, live.imports, { evidenceIds, fairness, changes: request.basis.settings })
  return storeAnalysis(request.digest, document, dataset.history, {
    model: analysis.model,
    evidence: analysis.evidence,
    months: analysis.months,
    segments,
    reasonRows: reasonRowsOf(analysis.patterns, dataset),
    promotion: analysis.patterns.promotionBasis,
    gates: analysis.gates,
    changes: request.basis.settings,
    identities: assembled.identities.record,
    quality: qualityRecord(assembled),
    organisation: organisationRecord(analysis, dataset),
  })
}

/** What the live records come to, read up to the as-of date. */
export async function analysed(
  request: Pick<AnalysisRequest, 'ticket' | 'basis' | 'said'>,
  live: Live,
  tools: JobTools,
): Promise<Analysed> {
  const { assembled, rowsRead } = await assembledFrom(request, live, tools)
  throwIfCancelled(tools.cancellation)
  tools.collectGarbage?.()
  tools.onProgress({ stage: 'Computing who knows what, and who is routed where', done: null, rows: rowsRead })
  const pause = () => {
    throwIfCancelled(tools.cancellation)
    tools.collectGarbage?.()
  }
  const { settings, patterns } = methodOf(request.basis.settings)
  const analysis = analyse(assembled.dataset, settings, patterns, pause)
  throwIfCancelled(tools.cancellation)
  return { assembled, analysis, rowsRead }
}

export interface Analysed {
  readonly assembled: Assembled
  readonly analysis: Analysis
  readonly rowsRead: number
}

/** Rows of the dataset are gone after the job; where they are stored is kept. */
function reasonRowsOf({ findings }: Patterns, { people, contributions: { storedRow } }: Dataset): AnalysisBlocks['reasonRows'] {
  const rowsOf = ({ reasons }: Finding) => reasons.map(({ rows }) => rows.map(row => storedRow[row]!))
  return new Map(findings.map(finding => [reasonKey(people[finding.person]!.id, finding.pattern), rowsOf(finding)]))
}

/** A function of its own as well: what was only needed to read is gone when the computing begins. */
async function assembledFrom(
  request: Pick<AnalysisRequest, 'ticket' | 'basis' | 'said'>,
  live: Live,
  tools: JobTools,
): Promise<{ assembled: Assembled; rowsRead: number }> {
  const { contributions, meetings, rowsRead } = await readSegments(request, live, tools)
  throwIfCancelled(tools.cancellation)
  tools.collectGarbage?.()
  tools.onProgress({ stage: 'Finding out who is who', done: null, rows: rowsRead })
  const importedOn = Math.max(...live.imports.map(record => record.importedOn)) as EpochDay
  const { kinds, titles: titleRules } = methodOf(request.basis.settings)
  const { basis, said } = request
  const input = {
    rows: live.rows,
    peopleThen: live.peopleThen,
    contributions,
    meetings,
    asOf: basis.asOf,
    importedOn,
    kinds,
    titleRules,
    said,
  }
  return { assembled: assembleDataset(input), rowsRead }
}

export interface Live {
  readonly imports: readonly ImportRecord[]
  readonly rows: LiveRows
  /** For a look back; null where no day is set. */
  readonly peopleThen: PeopleRows | null
  /** For the fairness check alone, once all else is computed. */
  readonly demographics: readonly DemographicValue[]
  readonly segments: readonly LiveSegments[]
}

export async function readLive(directory: string, asOf: EpochDay | null, { sqlite }: JobTools): Promise<Live> {
  const data = await openBeside(directory, DATA, { sqlite })
  try {
    return {
      imports: readImports(data).filter(record => !record.undone),
      rows: readLiveRows(data),
      peopleThen: asOf === null ? null : readPeopleRows(data, asOf),
      demographics: readDemographics(data),
      segments: liveSegments(data),
    }
  } finally {
    data.close()
  }
}

const storedSegments = (segments: readonly LiveSegments[]): StoredSegment[] =>
  segments.flatMap(live => (live.kind === 'contributions' ? live.entries.map(entry => ({ import: live.import, entry })) : []))

async function readSegments({ ticket, basis }: Pick<AnalysisRequest, 'ticket' | 'basis'>, { imports, segments }: Live, tools: JobTools) {
  const rowsOf = (kind: string) =>
    segments.filter(live => live.kind === kind).reduce((sum, { entries }) => sum + entries.reduce((rows, entry) => rows + entry.rows, 0), 0)
  const contributors = new Contributors()
  const lookForDuplicates = segments.filter(live => live.kind === 'contributions').length > 1
  const contributions = new ContributionReader(contributors, { mostRows: rowsOf('contributions'), asOf: basis.asOf, lookForDuplicates })
  const meetings = new MeetingReader(contributors, { mostRows: rowsOf('meetings'), asOf: basis.asOf })
  const total = rowsOf('contributions') + rowsOf('meetings')
  let rowsRead = 0
  for (const [position, live] of segments.entries()) {
    for (const entry of live.entries) {
      throwIfCancelled(tools.cancellation)
      tools.onProgress({ stage: 'Reading what was imported', done: rowsRead / total, rows: rowsRead })
      if (live.kind === 'contributions') {
        const segment = await readSegment(ticket.directory, { ...entry, kind: 'contributions' }, tools.sqlite, {
          columns: CONTRIBUTION_COLUMNS,
        })
        contributions.add(segment, namesComponents(imports, live.import))
      } else meetings.add(await readSegment(ticket.directory, { ...entry, kind: 'meetings' }, tools.sqlite), position)
      rowsRead += entry.rows
    }
  }
  return { contributions, meetings, rowsRead }
}

function namesComponents(imports: readonly ImportRecord[], id: string): boolean {
  const record = imports.find(candidate => candidate.id === id)
  const present = record ? reportField(record.report, 'presentColumns') : null
  return Array.isArray(present) && present.includes('contributions.component')
}
