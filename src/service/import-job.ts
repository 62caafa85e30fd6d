/** The body of an import job: files to rows, duplicates told apart, everything staged for one commit. */
import type { EpochDay } from '../domain/calendar.ts'
import type { ImportId } from '../domain/identifiers.ts'
import { throwIfCancelled } from '../ingest/cancelled-error.ts'
import { unusable } from '../ingest/input-error.ts'
import type { AcceptedRow } from '../ingest/accepted-row.ts'
import { type FileReport, type ReadOptions, readSource } from '../ingest/read-file.ts'
import { openSource } from '../ingest/source.ts'
import type { ImportRecord } from '../store/import-record.ts'
import { ImportStaging, type ImportStagingTicket, type StagedImport } from '../store/staging.ts'
import type { JobTools } from './job-tools.ts'
import type { FileToImport } from './job.ts'
import { KnownRows } from './known-rows.ts'
import { fileDigest, readReport, reportJson, sameImport } from './import-report.ts'
import { problemInWords } from './user-errors.ts'

export interface ImportRequest {
  readonly kind: 'import'
  readonly ticket: ImportStagingTicket
  readonly files: readonly FileToImport[]
  /** The day of import: rows dated later are problems. */
  readonly today: EpochDay
  /** Everything is read and counted, nothing is kept. */
  readonly dryRun: boolean
}

export interface ImportedFile {
  readonly report: FileReport
  /** The import it became; null on a dry run and for a file that is in already. */
  readonly import: ImportId | null
  /** The live import that holds the very same file. */
  readonly sameAs: ImportId | null
}

export interface ImportResult {
  readonly kind: 'import'
  /** Null when there is nothing to commit. */
  readonly staged: StagedImport | null
  readonly files: readonly ImportedFile[]
}

export async function runImport(request: ImportRequest, tools: JobTools): Promise<ImportResult> {
  const staging = await ImportStaging.open(request.ticket, { sqlite: tools.sqlite, now: tools.now })
  try {
    const known = await KnownRows.of(staging)
    const files: ImportedFile[] = []
    for (const file of request.files) files.push(await importFile(file, request, staging, known, tools))
    throwIfCancelled(tools.cancellation)
    if (request.dryRun || files.every(file => file.import === null)) {
      await staging.abandon()
      return { kind: 'import', staged: null, files }
    }
    tools.onProgress({ stage: 'Saving', done: null, rows: files.reduce((sum, file) => sum + file.report.rows, 0) })
    return { kind: 'import', staged: await staging.finish(), files }
  } catch (error) {
    await staging.abandon()
    throw error
  }
}

async function importFile(
  file: FileToImport,
  request: ImportRequest,
  staging: ImportStaging,
  known: KnownRows,
  tools: JobTools,
): Promise<ImportedFile> {
  const source = await openSource(file.path, file.name)
  const live = staging.liveImports()
  // Hashing first costs a second reading, so only where a file of that size is in already.
  if (live.some(record => sizeOf(record.report) === source.bytes)) {
    const same = live.find(record => sizeOf(record.report) === source.bytes)
    const digest = same ? await fileDigest(source, tools.cancellation) : null
    const twin = live.find(record => record.sha256 === digest && wasReadAlike(record, file))
    if (twin) return { report: sameImport(twin), import: null, sameAs: twin.id }
  }
  known.beginFile()
  let isBegun = false
  const keep = (accepted: AcceptedRow, line: number) => {
    if (!isBegun && !request.dryRun) {
      staging.beginFile(accepted.kind === 'history' ? (accepted.of ?? 'history') : accepted.kind)
      isBegun = true
    }
    const novelty = known.look(accepted)
    // What another import brought is kept with this one too, so that undoing the other loses nothing.
    if (novelty !== 'repeated' && !request.dryRun) addRow(staging, known, accepted, line)
    return novelty === 'new' ? ('accepted' as const) : ('duplicate' as const)
  }
  const report = await readSource(source, readOptions(file, request, tools, keep))
  requireRows(report)
  if (request.dryRun) return { report, import: null, sameAs: null }
  const record = staging.finishFile({
    file: source.name,
    sha256: report.sha256,
    counts: report,
    importedOn: request.today,
    reportJson: reportJson(report),
  })
  return { report, import: record.id, sameAs: null }
}

/** The same bytes under another mapping are other rows. */
function wasReadAlike(record: ImportRecord, { kind, columns, mapping }: FileToImport): boolean {
  if (kind !== null && record.kind !== kind) return false
  const { mapping: read } = readReport(record)
  const isToldElse = MAPPING_PARTS.some(part => mapping?.[part] !== undefined && !isWithin(mapping[part], read[part]))
  if (isToldElse) return false
  const former = read.columns
  return Object.entries(columns ?? {}).every(([field, header]) => (former[field] ?? '') === header)
}

const MAPPING_PARTS = ['joined', 'fallbacks', 'constants', 'formats', 'values'] as const

const isWithin = (said: object, read: object | undefined) =>
  Object.entries(said).every(([field, value]) => JSON.stringify(value) === JSON.stringify(new Map(Object.entries(read ?? {})).get(field)))

function readOptions(file: FileToImport, request: ImportRequest, tools: JobTools, onRow: ReadOptions['onRow']): ReadOptions {
  return {
    ...(file.kind === null ? {} : { kind: file.kind }),
    ...(file.kind === null || (file.columns === null && !file.mapping)
      ? {}
      : { mapping: { ...file.mapping, kind: file.kind, columns: file.columns ?? {} } }),
    today: request.today,
    signal: tools.cancellation,
    onProgress: ({ bytesRead, bytesTotal, rows }) =>
      tools.onProgress({ stage: `Reading ${file.name}`, done: bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : null, rows }),
    onRow,
  }
}

function addRow(staging: ImportStaging, known: KnownRows, accepted: AcceptedRow, line: number): void {
  switch (accepted.kind) {
    case 'contributions':
      return staging.addContribution(accepted.row, known.fingerprint, line)
    case 'meetings':
      return staging.addMeeting(accepted.row, line)
    case 'people':
      staging.addRow('people', accepted.row, line)
      for (const value of accepted.demographics) staging.addDemographic(value, line)
      for (const event of accepted.events ?? []) staging.addRow('history', event, line)
      return
    case 'history':
      return staging.addRow('history', accepted.row, line)
    case 'components':
      return staging.addRow('components', accepted.row, line)
    case 'work_items':
      return staging.addRow('work_items', accepted.row, line)
    case 'artifacts':
      return staging.addRow('artifacts', accepted.row, line)
  }
}

/** A file of which no row could go in is refused, with the first reason. */
function requireRows(report: FileReport): void {
  if (report.accepted + report.duplicates > 0) return
  if (report.rows === 0)
    throw unusable(
      report.file,
      'no-rows',
      `${report.file} has a header and no rows under it. Export it again and check the filter of the export.`,
      report.dialect.headerLine,
    )
  const first = report.problems.find(problem => problem.severity === 'error')
  // Errors end up in terminals and logs, where nothing of the file's contents belongs; the report of an import quotes it.
  const why = first
    ? ` The first: ${problemInWords(report.file, { ...first, message: first.message.replace(/^“[^]*”/, 'What stands here') })}`
    : ''
  throw unusable(
    report.file,
    'no-usable-row',
    `None of the ${report.rows} rows of ${report.file} could be read.${why}`,
    first?.line ?? null,
    first?.column ?? null,
  )
}

function sizeOf(report: string): number | null {
  const { bytes } = JSON.parse(report) as { bytes?: unknown } // written by reportJson
  return typeof bytes === 'number' ? bytes : null
}
