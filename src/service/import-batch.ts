/** Reads the files of a batch into a staging: duplicates told apart, files that are in already left alone. */
import type { EpochDay } from '../domain/calendar.ts'
import type { ImportId } from '../domain/identifiers.ts'
import type { AcceptedRow } from '../ingest/accepted-row.ts'
import { type FileReport, type ReadOptions, readSource } from '../ingest/read-file.ts'
import { openSource, type Source } from '../ingest/source.ts'
import type { ImportRecord } from '../store/import-record.ts'
import type { ImportStaging } from '../store/staging.ts'
import { BatchContents } from './batch-contents.ts'
import { fileDigest, reportJson, sameImport, wasReadAlike } from './import-report.ts'
import type { JobTools } from './job-tools.ts'
import type { FileToImport } from './job.ts'
import { KnownRows } from './known-rows.ts'

export interface ImportedFile {
  readonly report: FileReport
  /** The import it became; null for a file that is in already, and where nothing was to be kept. */
  readonly import: ImportId | null
  /** The live import that holds the very same file. */
  readonly sameAs: ImportId | null
}

export interface BatchRequest {
  readonly files: readonly FileToImport[]
  /** The day of import: rows dated later are problems. */
  readonly today: EpochDay
}

export interface BatchOptions {
  /** A check needs no contributions and no meetings kept, and the keys of all other rows. */
  readonly isCheck: boolean
  /** What is to be told of the file at this place beside its rows. */
  readonly watch?: (source: Source, place: number) => Promise<Pick<ReadOptions, 'examine' | 'onRejected'>>
}

export interface Batch {
  readonly files: readonly ImportedFile[]
  readonly contents: BatchContents
}

/** What is read stands in the staging afterwards. Throws InputError, and CancelledError when told to stop. */
export async function readBatch(request: BatchRequest, staging: ImportStaging, tools: JobTools, options: BatchOptions): Promise<Batch> {
  const reading = { request, staging, tools, options, known: await KnownRows.of(staging), contents: new BatchContents(options) }
  const bringsNewPeople = await hasNewPeopleFile(reading)
  const files: ImportedFile[] = []
  for (const [place, file] of request.files.entries()) {
    const source = await openSource(file.path, file.name)
    const twin = await findTwin(file, source, reading)
    // The people files of a batch list everybody together, so one of them that is in already is read with the others.
    const isTold = twin !== null && !(bringsNewPeople && twin.kind === 'people' && !isOfThisBatch(twin, files))
    if (!isTold) files.push(await importFile(file, source, place, reading))
    else if (!options.isCheck) files.push({ report: sameImport(twin), import: null, sameAs: twin.id })
    // What is wrong with a file that is in already is looked at in order to mend it.
    else files.push({ report: await readFile(file, source, place, reading, () => 'duplicate'), import: null, sameAs: twin.id })
  }
  return { files, contents: reading.contents }
}

interface Reading {
  readonly request: BatchRequest
  readonly staging: ImportStaging
  readonly tools: JobTools
  readonly options: BatchOptions
  readonly known: KnownRows
  readonly contents: BatchContents
}

const isOfThisBatch = (record: ImportRecord, files: readonly ImportedFile[]) => files.some(file => file.import === record.id)

async function hasNewPeopleFile(reading: Reading): Promise<boolean> {
  for (const file of reading.request.files)
    if (file.mapping.kind === 'people' && (await findTwin(file, await openSource(file.path, file.name), reading)) === null) return true
  return false
}

/** The live import that holds the same bytes, read the same. */
async function findTwin(file: FileToImport, source: Source, { staging, request, tools }: Reading): Promise<ImportRecord | null> {
  // Hashing first costs a second reading, so only where a file of that size is in already.
  const alike = staging.liveImports().filter(record => record.kind === file.mapping.kind && sizeOf(record.report) === source.bytes)
  if (alike.length === 0) return null
  const digest = await fileDigest(source, tools.cancellation)
  for (const record of alike)
    if (record.sha256 === digest && (await wasReadAlike(record, file.mapping, source, request.today))) return record
  return null
}

async function importFile(file: FileToImport, source: Source, place: number, reading: Reading): Promise<ImportedFile> {
  const { request, staging, options, known, contents } = reading
  known.beginFile()
  let isBegun = false
  const keep = (accepted: AcceptedRow, line: number) => {
    if (!isBegun) {
      staging.beginFile(accepted.kind === 'history' ? (accepted.of ?? 'history') : accepted.kind)
      isBegun = true
    }
    contents.note(accepted)
    const novelty = known.look(accepted)
    // What another import brought is kept with this one too, so that undoing the other loses nothing.
    if (novelty !== 'repeated') addRow(staging, known, accepted, line, !options.isCheck)
    return novelty === 'new' ? ('accepted' as const) : ('duplicate' as const)
  }
  const report = await readFile(file, source, place, reading, keep)
  if (!isBegun) return { report, import: null, sameAs: null }
  const record = staging.finishFile({
    file: source.name,
    sha256: report.sha256,
    counts: report,
    importedOn: request.today,
    reportJson: reportJson(report),
  })
  return { report, import: record.id, sameAs: null }
}

async function readFile(
  file: FileToImport,
  source: Source,
  place: number,
  { request, tools, options }: Reading,
  onRow: ReadOptions['onRow'],
): Promise<FileReport> {
  const watch = await options.watch?.(source, place)
  return readSource(source, {
    kind: file.mapping.kind,
    mapping: file.mapping,
    today: request.today,
    signal: tools.cancellation,
    onProgress: ({ bytesRead, bytesTotal, rows }) =>
      tools.onProgress({ stage: `Reading ${file.name}`, done: bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : null, rows }),
    onRow,
    ...watch,
  })
}

function addRow(staging: ImportStaging, known: KnownRows, accepted: AcceptedRow, line: number, keepsSegments: boolean): void {
  switch (accepted.kind) {
    case 'contributions':
      if (keepsSegments) staging.addContribution(accepted.row, known.fingerprint, line)
      return
    case 'meetings':
      if (keepsSegments) staging.addMeeting(accepted.row, line)
      return
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

function sizeOf(report: string): number | null {
  const { bytes } = JSON.parse(report) as { bytes?: unknown } // written by reportJson
  return typeof bytes === 'number' ? bytes : null
}
