/** What is kept of the reading of a file, as JSON with its import, and what is said of it later. */
import { createHash } from 'node:crypto'
import { throwIfCancelled } from '../ingest/cancelled-error.ts'
import type { FileReport } from '../ingest/read-file.ts'
import type { Source } from '../ingest/source.ts'
import type { ImportRecord } from '../store/import-record.ts'
import type { Cancellation } from './job.ts'

/** Everything of the report but the counts and the hash, which the store keeps itself. */
type KeptReport = Omit<FileReport, 'rows' | 'accepted' | 'rejected' | 'duplicates' | 'file' | 'sha256' | 'kind'>

export function reportJson(report: FileReport): string {
  const {
    rows: _rows,
    accepted: _accepted,
    rejected: _rejected,
    duplicates: _duplicates,
    file: _file,
    sha256: _sha256,
    kind,
    ...kept
  } = report
  return JSON.stringify({ ...kept, presentColumns: report.presentColumns.map(column => `${kind}.${column}`) } satisfies KeptReport)
}

export function readReport(record: ImportRecord): FileReport {
  const kept = JSON.parse(record.report) as KeptReport // written by reportJson
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
  }
}

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
