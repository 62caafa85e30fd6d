/** The job's side: an import, or a result, prepared beside the workspace that the engine then commits by one rename. */
import { join } from 'node:path'
import type { ContributionRow } from '../domain/contribution.ts'
import type { EpochDay } from '../domain/calendar.ts'
import { type ImportId, importId } from '../domain/identifiers.ts'
import type { InputKind } from '../domain/input-kind.ts'
import type { MeetingRow } from '../domain/meeting.ts'
import type { DemographicValue } from '../domain/person.ts'
import type { RowCounts } from '../domain/problem.ts'
import { sha256 } from './canonical-json.ts'
import { DATA, openBeside } from './database-file.ts'
import { type StoreEnvironment, filesOf } from './environment.ts'
import { type FileSystem, writeBeside } from './file-system.ts'
import { discardStagedFiles, SEGMENTS_FOLDER, STAGED_IMPORT_FILE, STAGED_RESULT_FILE, STAGING_MARK_FILE } from './folder.ts'
import { baseName, type ImportRecord, insertImport, readImports } from './import-record.ts'
import { nextGeneration, readGeneration } from './journal.ts'
import { type LiveRows, readLiveRows } from './live-rows.ts'
import { type StoredPeriod, writePeriods } from './period.ts'
import { type StoredResult, writeResult } from './result.ts'
import { cellsOf, DEMOGRAPHICS_TABLE, prepareInsert, ROW_TABLES, type RowKind, type RowOfKind, type RowTable } from './row-table.ts'
import { type ReadSegmentOptions, readSegment, type SegmentColumns } from './segment.ts'
import type { ColumnName } from './segment-format.ts'
import { insertSegments, listSegments, liveSegments, type LiveSegments, type SegmentEntry, type SegmentKind } from './segment-list.ts'
import { SegmentWriter } from './segment-writer.ts'
import type { Database, Statement } from './sqlite.ts'
import { inWords, NOTHING_CHANGED, NOTHING_IMPORTED, StoreError, systemCode } from './store-error.ts'

/** What a job is told; plain data. The generation is the state of data.db the job builds on. */
export interface StagingTicket {
  readonly directory: string
  readonly generation: number
}
export interface ImportStagingTicket extends StagingTicket {
  readonly firstImportSequence: number
  readonly batch: number
}

/** What a job hands back for the engine to commit; plain data. */
export interface Staged {
  /** The generation it was built on. */
  readonly generation: number
  readonly bytes: number
  readonly sha256: string
}
export interface StagedImport extends Staged {
  readonly kind: 'import'
  readonly imports: readonly ImportId[]
}
export interface StagedResult extends Staged {
  readonly kind: 'result'
}

/** What the caller knows about one imported file. */
export interface FileReport {
  /** A path is cut to its base name. */
  readonly file: string
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string
  readonly counts: RowCounts
  readonly importedOn: EpochDay
  /** JSON text with `mapping`, `presentColumns` and whatever else the caller keeps. */
  readonly reportJson: string
}

export interface StagingEnvironment extends Pick<StoreEnvironment, 'sqlite' | 'now' | 'files'> {
  /** Called after each segment, whose images in memory are as large as all else together. */
  readonly collectGarbage?: (() => void) | undefined
}

interface OpenFile {
  readonly sequence: number
  readonly kind: InputKind
  readonly segments: SegmentWriter
}

/** One import command: some files, which become visible together or not at all. */
export class ImportStaging {
  readonly #ticket: ImportStagingTicket
  readonly #environment: StagingEnvironment
  readonly #files: FileSystem
  readonly #data: Database
  readonly #inserts = new Map<string, Statement>()
  readonly #finished: ImportId[] = []
  #open: OpenFile | null = null
  #isDone = false

  /** Throws `conflict` when the workspace has changed since the ticket, or another import is being prepared. */
  static async open(ticket: ImportStagingTicket, environment: StagingEnvironment): Promise<ImportStaging> {
    const data = await openOnTicket(ticket, environment)
    const files = filesOf(environment)
    try {
      await files.createFile(join(ticket.directory, STAGING_MARK_FILE), new Uint8Array())
    } catch (error) {
      data.close()
      if (systemCode(error) === 'EEXIST') throw new StoreError('conflict', 'Another import is being prepared. Wait for it, or cancel it.')
      throw inWords(error, STAGING_MARK_FILE, NOTHING_IMPORTED)
    }
    return new ImportStaging(ticket, environment, data)
  }

  private constructor(ticket: ImportStagingTicket, environment: StagingEnvironment, data: Database) {
    this.#ticket = ticket
    this.#environment = environment
    this.#files = filesOf(environment)
    this.#data = data
    data.run('BEGIN')
  }

  /** The imports that count so far, files finished in this staging among them. */
  liveImports(): ImportRecord[] {
    return readImports(this.#data).filter(record => !record.undone)
  }

  liveRows(): LiveRows {
    return readLiveRows(this.#data)
  }

  liveSegments(): LiveSegments[] {
    return liveSegments(this.#data)
  }

  readSegment<Kind extends SegmentKind, Name extends ColumnName<Kind> = ColumnName<Kind>>(
    entry: SegmentEntry<Kind>,
    options: ReadSegmentOptions<Name> = {},
  ): Promise<SegmentColumns<Kind, Name>> {
    return readSegment(this.#ticket.directory, entry, this.#environment.sqlite, { files: this.#files, ...options })
  }

  beginFile(kind: InputKind): ImportId {
    if (this.#open) throw new Error('The former file is not finished')
    const sequence = this.#ticket.firstImportSequence + this.#finished.length
    const { sqlite, collectGarbage } = this.#environment
    const target = { directory: this.#ticket.directory, importSequence: sequence, sqlite, files: this.#files, collectGarbage }
    this.#open = { sequence, kind, segments: new SegmentWriter(target) }
    return importId(String(sequence))
  }

  addRow<Kind extends RowKind>(kind: Kind, row: RowOfKind[Kind], line: number): void {
    // Indexed by the kind, so the table is the one for the kind's rows.
    this.#insert(ROW_TABLES[kind] as RowTable<RowOfKind[Kind]>, row, line)
  }

  addDemographic(value: DemographicValue, line: number): void {
    this.#insert(DEMOGRAPHICS_TABLE, value, line)
  }

  /** The fingerprint is 128 bits; its four words are copied. */
  addContribution(row: ContributionRow, fingerprint: Uint32Array, line: number): void {
    this.#current().segments.addContribution(row, fingerprint, line)
  }

  addMeeting(row: MeetingRow, line: number): void {
    this.#current().segments.addMeeting(row, line)
  }

  finishFile(report: FileReport): ImportRecord {
    const { sequence, kind, segments } = this.#current()
    JSON.parse(report.reportJson) // A report that is no JSON must fail here, not in every later reading.
    const entries = segments.finish()
    const record: ImportRecord = {
      id: importId(String(sequence)),
      sequence,
      batch: this.#ticket.batch,
      kind,
      file: baseName(report.file),
      sha256: report.sha256,
      importedAt: this.#environment.now().toISOString(),
      importedOn: report.importedOn,
      ...pickCounts(report.counts),
      undone: false,
      report: report.reportJson,
      segments: entries.map(entry => entry.name),
    }
    insertImport(this.#data, record)
    insertSegments(this.#data, sequence, entries)
    this.#finished.push(record.id)
    this.#open = null
    return record
  }

  /** Puts another report in the place of a finished file's. */
  reviseReport(id: ImportId, reportJson: string): void {
    if (!this.#finished.includes(id)) throw new Error('Only a file of this staging has a report to revise')
    JSON.parse(reportJson)
    this.#data.run('UPDATE import SET report = ? WHERE sequence = ?', [reportJson, Number(id)])
  }

  /** Everything is on disk afterwards, and nothing of it counts until the engine commits it. */
  async finish(): Promise<StagedImport> {
    if (this.#open) throw new Error('The last file is not finished')
    if (this.#finished.length === 0) throw new Error('No file was added')
    try {
      nextGeneration(this.#data)
      this.#data.run('COMMIT')
      await this.#files.syncFolder(join(this.#ticket.directory, SEGMENTS_FOLDER))
      const staged = await writeStaged(this.#ticket, STAGED_IMPORT_FILE, this.#data, this.#files)
      return { kind: 'import', imports: this.#finished, ...staged }
    } catch (error) {
      throw inWords(error, STAGED_IMPORT_FILE, NOTHING_IMPORTED)
    } finally {
      this.#close()
    }
  }

  /** Removes everything prepared so far; the workspace is as it was. */
  async abandon(): Promise<void> {
    this.#close()
    const data = await openBeside(this.#ticket.directory, DATA, this.#environment)
    const listed = new Set(listSegments(data).map(entry => entry.name))
    data.close()
    await discardStagedFiles(this.#files, this.#ticket.directory, listed)
  }

  #current(): OpenFile {
    if (!this.#open) throw new Error('No file was begun')
    return this.#open
  }

  #insert<Row>(table: RowTable<Row>, row: Row, line: number): void {
    const { sequence } = this.#current()
    const insert = this.#inserts.get(table.name) ?? prepareInsert(this.#data, table)
    this.#inserts.set(table.name, insert)
    insert.run(cellsOf(table, row, sequence, line))
  }

  #close(): void {
    if (this.#isDone) return
    this.#isDone = true
    this.#data.close()
  }
}

/** Prepares a result in the place of the one before. Throws `conflict` when the workspace has changed since the ticket. */
export function stageResult(ticket: StagingTicket, result: StoredResult, environment: StagingEnvironment): Promise<StagedResult> {
  return stageComputed(ticket, environment, (data, at) => writeResult(data, result, at))
}

/** Prepares results as of earlier days. Throws as stageResult does. */
export function stagePeriods(
  ticket: StagingTicket,
  periods: readonly StoredPeriod[],
  environment: StagingEnvironment,
): Promise<StagedResult> {
  return stageComputed(ticket, environment, (data, at) => writePeriods(data, periods, at))
}

async function stageComputed(
  ticket: StagingTicket,
  environment: StagingEnvironment,
  write: (data: Database, at: string) => void,
): Promise<StagedResult> {
  const data = await openOnTicket(ticket, environment)
  try {
    write(data, environment.now().toISOString())
    nextGeneration(data)
    return { kind: 'result', ...(await writeStaged(ticket, STAGED_RESULT_FILE, data, filesOf(environment))) }
  } catch (error) {
    throw inWords(error, STAGED_RESULT_FILE, NOTHING_CHANGED)
  } finally {
    data.close()
  }
}

async function openOnTicket(ticket: StagingTicket, environment: StagingEnvironment): Promise<Database> {
  const data = await openBeside(ticket.directory, DATA, environment)
  if (readGeneration(data) === ticket.generation) return data
  data.close()
  throw changedMeanwhile()
}

export const changedMeanwhile = () =>
  new StoreError('conflict', 'The workspace has changed since this was begun, so it was not saved. Start it again.')

async function writeStaged(ticket: StagingTicket, name: string, data: Database, files: FileSystem): Promise<Staged> {
  const image = data.export()
  await writeBeside(files, join(ticket.directory, name), image)
  return { generation: ticket.generation, bytes: image.length, sha256: sha256(image) }
}

const pickCounts = ({ rows, accepted, rejected, duplicates }: RowCounts): RowCounts => ({ rows, accepted, rejected, duplicates })
