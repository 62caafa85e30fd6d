/** The body of an import job: files to rows, everything staged for one commit, or nothing where something must be asked first. */
import { throwIfCancelled } from '../ingest/cancelled-error.ts'
import { ImportStaging, type ImportStagingTicket, type StagedImport } from '../store/staging.ts'
import { settlePeople } from './batch-people.ts'
import { type BatchRequest, type ImportedFile, readBatch } from './import-batch.ts'
import type { JobTools } from './job-tools.ts'
import type { ImportQuestion } from './people-answers.ts'
import { requireRows } from './usable-rows.ts'

export interface ImportRequest extends BatchRequest {
  readonly kind: 'import'
  readonly ticket: ImportStagingTicket
}

export interface ImportResult {
  readonly kind: 'import'
  /** Null when there is nothing to commit. */
  readonly staged: StagedImport | null
  readonly files: readonly ImportedFile[]
  /** Nothing is staged while one of them is open. */
  readonly questions: readonly ImportQuestion[]
}

export async function runImport(request: ImportRequest, tools: JobTools): Promise<ImportResult> {
  const staging = await ImportStaging.open(request.ticket, tools)
  try {
    const listsPeople = request.files.some(({ mapping }) => mapping.kind === 'people')
    const rowsBefore = listsPeople ? staging.liveRows() : null
    const batch = await readBatch(request, staging, tools, { isCheck: false })
    throwIfCancelled(tools.cancellation)
    const { files } = batch
    for (const { report } of files) requireRows(report)
    const questions = (rowsBefore && settlePeople(batch, rowsBefore, staging, request.today)?.questions) ?? []
    if (questions.length > 0 || files.every(file => file.import === null)) {
      await staging.abandon()
      return { kind: 'import', staged: null, files, questions }
    }
    tools.onProgress({ stage: 'Saving', done: null, rows: files.reduce((sum, file) => sum + file.report.rows, 0) })
    return { kind: 'import', staged: await staging.finish(), files, questions }
  } catch (error) {
    await staging.abandon()
    throw error
  }
}
