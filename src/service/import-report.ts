/** What is kept of the reading of a file, as JSON with its import, and what is said of it later. */
import { createHash } from 'node:crypto'
import { throwIfCancelled } from '../ingest/cancelled-error.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Mapping } from '../ingest/mapping-model.ts'
import { type FileReport, inspectSource } from '../ingest/read-file.ts'
import type { Source } from '../ingest/source.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import type { ImportRecord } from '../store/import-record.ts'
import type { Cancellation } from './job.ts'

/** Everything of the report but the counts and the hash, which the store keeps itself, and what only a check shows. */
type KeptReport = Omit<FileReport, 'rows' | 'accepted' | 'rejected' | 'duplicates' | 'file' | 'sha256' | 'kind' | 'examination'>

export function reportJson(report: FileReport): string {
  const {
    rows: _rows,
    accepted: _accepted,
    rejected: _rejected,
    duplicates: _duplicates,
    file: _file,
    sha256: _sha256,
    kind,
    examination: _examination,
    ...kept
  } = report
  return JSON.stringify({ ...kept, presentColumns: report.presentColumns.map(column => `${kind}.${column}`) } satisfies KeptReport)
}

export function readReport(record: ImportRecord): FileReport {
  const kept = { ...BEFORE_FIXES, ...(JSON.parse(record.report) as KeptReport) } // written by reportJson
  const { rows, accepted, rejected, duplicates, file, sha256, kind } = record
  const prefix = `${kind}.`
  return {
    ...kept,
    presentColumns: kept.presentColumns.map(column => column.slice(prefix.length)),
    rows,
    accepted,
    rejected,
    duplicates,
    file,
    sha256,
    kind,
    examination: null,
  }
}

/** Reports of versions that knew no fixes lack them. */
const BEFORE_FIXES: Pick<KeptReport, 'fixes'> = { fixes: [] }

/** The report with other answers about people in its mapping. */
export function answeredReportJson(report: FileReport, answers: Pick<Mapping, 'missingPeople' | 'changedIds'>): string {
  return reportJson({ ...report, mapping: { ...report.mapping, ...answers } })
}

/** The same bytes under another mapping are other rows: what the headers and the mapping come to must be what it was. */
export async function wasReadAlike(record: ImportRecord, said: Mapping, source: Source, today: EpochDay): Promise<boolean> {
  const { mapping: former } = readReport(record)
  const isAnsweredElse = PEOPLE_ANSWERS.some(part => said[part] !== undefined && said[part] !== former[part])
  if (isAnsweredElse) return false
  const { mapping } = await inspectSource(source, { kind: said.kind, mapping: said, today })
  return mapping !== null && readingOf(mapping) === readingOf(former)
}

const PEOPLE_ANSWERS = ['missingPeople', 'changedIds'] as const

/** What decides how cells are read, as text. */
export const readingOf = ({ name: _name, missingPeople: _missing, changedIds: _changed, ...reading }: Mapping) => canonicalJson(reading)

/** The report of a file that is in already: every row that went in then is a duplicate now. */
export function sameImport(record: ImportRecord): FileReport {
  const report = readReport(record)
  return { ...report, accepted: 0, duplicates: report.accepted + report.duplicates }
}

/** SHA-256 of the file's bytes, hexadecimal. */
export async function fileDigest(source: Source, cancellation: Cancellation): Promise<string> {
  const hash = createHash('sha256')
  for await (const block of source.read()) {
    throwIfCancelled(cancellation)
    hash.update(block)
  }
  return hash.digest('hex')
}
