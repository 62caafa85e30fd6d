/** Imports in the window: looking at files, reading them in, what came of it, undo and redo. */
import { rm } from 'node:fs/promises'
import type { Handlers, Output } from '../contract/contract.ts'
import { AppError, type Handle } from '../contract/wire.ts'
import { importId } from '../domain/identifiers.ts'
import type { InputKind } from '../domain/input-kind.ts'
import { InputError } from '../ingest/input-error.ts'
import { type Inspection, inspectSource } from '../ingest/read-file.ts'
import { openSource } from '../ingest/source.ts'
import type { ImportRecord } from '../store/import-record.ts'
import { readReport } from './import-report.ts'
import type { FileToImport } from './job.ts'
import type { ImportOutcome } from './session.ts'
import type { ServiceCore } from './service.ts'
import { PAGE_ROWS, pageOf } from './systems.ts'

type ImportMethod = Extract<keyof Handlers, `imports.${string}`>
type InspectedFile = Output<'imports.columns'>

export function importHandlers(core: ServiceCore): Pick<Handlers, ImportMethod> {
  const { environment } = core
  const find = (id: string) => {
    const record = core
      .session()
      .workspace.imports()
      .find(candidate => candidate.id === id)
    if (!record) throw new AppError('not-found', `There is no import ${id} in this workspace.`)
    return record
  }
  const changeAndRefresh = async (change: () => Promise<void>) => {
    await core.jobs.makeWay()
    try {
      await change()
    } finally {
      // Also after a refusal: the analysis that made way is taken up again.
      core.changed()
      core.refreshAnalysis()
    }
    const state = core.state()
    if (!state) throw new AppError('not-found', 'No workspace is open.')
    return state
  }
  return {
    'imports.inspect': async ({ files }) => Promise.all(files.map(handle => inspect(core, handle, null, null))),
    'imports.columns': async ({ file, kind, columns }) => inspect(core, file, kind, columns),
    'imports.start': async ({ files }) => {
      const toImport = files.map(({ handle, kind, columns }) => {
        const { path, name } = environment.fileOf(handle)
        return { path, name, kind, columns }
      })
      await core.jobs.makeWay()
      const temporary = files.map(({ handle }) => environment.fileOf(handle)).filter(file => file.temporary)
      return { job: startImport(core, toImport, () => Promise.all(temporary.map(file => rm(file.path, { force: true })))) }
    },
    'imports.list': async ({ page }) => {
      const { total, rows } = pageOf(core.session().workspace.imports().toReversed(), page)
      return { total, rows: rows.map(importEntry) }
    },
    'imports.report': async ({ import: id, page }) => {
      const record = find(id)
      const report = readReport(record)
      return {
        ...importEntry(record),
        sha256: record.sha256,
        dialect: dialectOf(report),
        columns: { ...report.mapping.columns },
        unknownColumns: [...report.unknownColumns],
        protectedColumns: report.protectedColumns.map(column => ({ ...column })),
        problemCounts: report.problemCounts.map(count => ({ ...count })),
        problems: report.problems.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS).map(problem => ({ ...problem })),
        problemsKept: report.problems.length,
      }
    },
    'imports.undo': async ({ import: id }) => changeAndRefresh(() => core.session().undo(importId(id))),
    'imports.redo': async ({ import: id }) => changeAndRefresh(() => core.session().redo(importId(id))),
  }
}

/** Starts reading the files in; the analysis follows by itself. Returns the job's name. */
export function startImport(
  core: ServiceCore,
  files: readonly FileToImport[],
  cleanUp: () => Promise<unknown> = async () => undefined,
): string {
  const session = core.session()
  return core.jobs.begin(
    'import',
    onProgress => session.import(files, { dryRun: false }, onProgress),
    importWords,
    isDone => {
      // A file that was refused can be mended and tried again, so its spooled copy stays until the workspace is closed.
      if (isDone) cleanUp().catch(core.environment.report)
      core.changed()
      core.refreshAnalysis()
    },
  )
}

function importWords({ imports, files }: ImportOutcome): { message: string; imports: string[] } {
  const sum = (count: (file: ImportOutcome['files'][number]) => number) => files.reduce((total, file) => total + count(file), 0)
  const known = files.filter(file => file.sameAs !== null)
  const parts = [`${sum(file => file.report.accepted)} rows went in`]
  const [duplicates, rejected] = [sum(file => file.report.duplicates), sum(file => file.report.rejected)]
  if (duplicates > 0) parts.push(`${duplicates} were there already`)
  if (rejected > 0) parts.push(`${rejected} were rejected`)
  const same = known.length === 0 ? '' : ` ${known.map(file => `${file.report.file} is import ${file.sameAs} already`).join('; ')}.`
  return { message: `${parts.join(', ')}.${same}`, imports: imports.map(record => record.id) }
}

function importEntry(record: ImportRecord): Output<'imports.list'>['rows'][number] {
  const { id, batch, file, kind, importedAt, rows, accepted, rejected, duplicates, undone } = record
  const warnings = readReport(record)
    .problemCounts.filter(({ severity }) => severity === 'warning')
    .reduce((sum, { count }) => sum + count, 0)
  return { import: id, batch, file, kind, importedAt, rows, accepted, rejected, duplicates, warnings, undone }
}

async function inspect(
  core: ServiceCore,
  handle: Handle,
  kind: InputKind | null,
  columns: Readonly<Record<string, string>> | null,
): Promise<InspectedFile> {
  const file = core.environment.fileOf(handle)
  try {
    const source = await openSource(file.path, file.name)
    const inspection = await inspectSource(source, {
      ...(kind ? { kind } : {}),
      ...(kind && columns ? { mapping: { kind, columns } } : {}),
    })
    return inspected(handle, inspection)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return {
      file: file.name,
      handle,
      bytes: 0,
      kind,
      confidence: 0,
      dialect: null,
      headers: [],
      columns: {},
      unknownColumns: [],
      protectedColumns: [],
      sample: [],
      problems: [{ ...error.problem }],
      usable: false,
    }
  }
}

function inspected(handle: Handle, inspection: Inspection): InspectedFile {
  const { file, bytes, kind, confidence, headers, mapping, unknownColumns, protectedColumns, sample, problems } = inspection
  return {
    file,
    handle,
    bytes,
    kind,
    confidence,
    dialect: dialectOf(inspection),
    headers: [...headers],
    columns: { ...mapping?.columns },
    unknownColumns: [...unknownColumns],
    protectedColumns: protectedColumns.map(column => ({ ...column })),
    sample: sample.map(row => [...row]),
    problems: problems.map(problem => ({ ...problem })),
    usable: kind !== null && problems.every(({ severity }) => severity !== 'fatal'),
  }
}

function dialectOf({
  dialect: { encoding, delimiter, quote, headerLine },
}: Pick<Inspection, 'dialect'>): NonNullable<InspectedFile['dialect']> {
  return { encoding, delimiter, quote, headerLine }
}
