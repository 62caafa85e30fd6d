/** The body of a check: files are read to their end as an import would, and nothing is kept but what is to be shown. */
import { throwIfCancelled } from '../ingest/cancelled-error.ts'
import type { RejectedRow } from '../ingest/examination.ts'
import { inspectSource } from '../ingest/read-file.ts'
import type { Source } from '../ingest/source.ts'
import { ImportStaging, type ImportStagingTicket } from '../store/staging.ts'
import { inWords, NOTHING_IMPORTED } from '../store/store-error.ts'
import { settlePeople } from './batch-people.ts'
import { type BatchRequest, type ImportedFile, readBatch } from './import-batch.ts'
import { CONFLICT_CODES, type Consequences, consequencesOf } from './import-consequences.ts'
import type { JobTools } from './job-tools.ts'
import { type PackedRow, packedRows } from './packed-rows.ts'
import { type PartBounds, RejectedRowsWriter } from './rejected-rows.ts'

export interface CheckRequest extends BatchRequest {
  readonly kind: 'check'
  readonly ticket: ImportStagingTicket
  /** Of each file, where its rejected rows are written. */
  readonly rejectedPaths: readonly string[]
}

export interface CheckedFile extends ImportedFile {
  readonly headers: readonly string[]
  /** Rows with a problem or a fix, in the order of lines; the report's own list of them is empty. */
  readonly examined: readonly PackedRow[]
  readonly rejected: { readonly path: string; readonly bounds: PartBounds }
}

export interface CheckResult {
  readonly kind: 'check'
  readonly files: readonly CheckedFile[]
  readonly consequences: Consequences
}

export async function runCheck(request: CheckRequest, tools: JobTools): Promise<CheckResult> {
  const staging = await ImportStaging.open(request.ticket, { sqlite: tools.sqlite, now: tools.now })
  const watches = new Map<number, FileWatch>()
  try {
    const before = staging.liveRows()
    const watch = async (source: Source, place: number) => {
      const { headers } = await inspectSource(source, { ...readingOf(request, place), today: request.today })
      const watching = new FileWatch(request.rejectedPaths[place]!, headers)
      watches.set(place, watching)
      return { examine: true, onRejected: (rejected: RejectedRow) => watching.take(rejected) }
    }
    const batch = await readBatch(request, staging, tools, { isCheck: true, watch })
    throwIfCancelled(tools.cancellation)
    tools.onProgress({ stage: 'Comparing', done: null, rows: batch.files.reduce((sum, { report }) => sum + report.rows, 0) })
    const people = settlePeople(batch, before, staging, request.today)
    const files = batch.files.map((file, place): CheckedFile => {
      const { headers, rejected } = watches.get(place)!
      const { examined, report } = packedRows(file.report)
      return { ...file, report, examined, import: null, headers, rejected }
    })
    const conflicts = files.map((_, place) => watches.get(place)!.conflicts)
    const after = people?.rowsAfter ?? staging.liveRows()
    return { kind: 'check', files, consequences: consequencesOf({ files, conflicts, contents: batch.contents, before, after, people }) }
  } finally {
    for (const each of watches.values()) each.close()
    await staging.abandon()
  }
}

const readingOf = ({ files }: CheckRequest, place: number) => {
  const { mapping } = files[place]!
  return { kind: mapping.kind, mapping }
}

const KEPT_CONFLICTS = 1_000

/** Keeps what is rejected of one file. */
class FileWatch {
  readonly headers: readonly string[]
  readonly conflicts: RejectedRow[] = []
  readonly #path: string
  readonly #writer: RejectedRowsWriter

  constructor(path: string, headers: readonly string[]) {
    this.headers = headers
    this.#path = path
    this.#writer = told(() => new RejectedRowsWriter(path, headers))
  }

  get rejected(): CheckedFile['rejected'] {
    return { path: this.#path, bounds: this.#writer.bounds }
  }

  take(rejected: RejectedRow): void {
    told(() => this.#writer.add(rejected))
    const isConflict = rejected.problems.some(({ code }) => CONFLICT_CODES.has(code))
    if (isConflict && this.conflicts.length < KEPT_CONFLICTS) this.conflicts.push(rejected)
  }

  close(): void {
    this.#writer.close()
  }
}

function told<Answer>(work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    throw inWords(error, 'The list of rejected rows', NOTHING_IMPORTED)
  }
}
