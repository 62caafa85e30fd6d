/** Imports in the window: looking at files, reading them in, what came of it, undo and redo. */
import { rm } from 'node:fs/promises'
import type { Handlers, Output, ParsedInput } from '../contract/contract.ts'
import { AppError, type Handle } from '../contract/wire.ts'
import { importId } from '../domain/identifiers.ts'
import type { ImportRecord } from '../store/import-record.ts'
import { type ImportCheck, warningsIn } from './import-check.ts'
import { readReport } from './import-report.ts'
import { dialectOf, type FileToInspect, inspectFile, remapFile, shownInspections } from './inspections.ts'
import type { FileToImport } from './job.ts'
import { savedProfiles } from './profiles.ts'
import { sendableMapping } from './sendable-mapping.ts'
import type { ImportOutcome } from './session.ts'
import type { ServiceCore } from './service.ts'
import { PAGE_ROWS, pageOf } from './systems.ts'

type ImportMethod = Extract<keyof Handlers, `imports.${string}`>
type ImportRequests = ParsedInput<'imports.start'>['files']

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
  const filesOf = (requests: ImportRequests): FileToImport[] =>
    requests.map(({ handle, mapping }) => {
      const { path, name } = environment.fileOf(handle)
      return { path, name, mapping: sendableMapping(mapping, `The mapping of ${name}`) }
    })
  const toInspect = (handle: Handle): FileToInspect => {
    const session = core.session()
    return { handle, file: environment.fileOf(handle), profiles: savedProfiles(session.workspace), today: session.today() }
  }
  return {
    'imports.inspect': async ({ files }) => shownInspections(await Promise.all(files.map(handle => inspectFile(toInspect(handle))))),
    'imports.remap': async ({ handle, mapping }) => {
      const inspecting = toInspect(handle)
      const inspected = await remapFile(inspecting, sendableMapping(mapping, `The mapping of ${inspecting.file.name}`))
      return shownInspections([inspected])[0]!
    },
    ...checkMethods(core, filesOf),
    'imports.start': async ({ files }) => {
      const toImport = filesOf(files)
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
        mapping: report.mapping,
        fixesApplied: report.fixes.map(({ applied }) => applied),
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

type CheckMethod = 'imports.check' | 'imports.review' | 'imports.rows' | 'imports.changes' | 'imports.rejected'

/** A check and what is asked of the last one. */
function checkMethods(core: ServiceCore, filesOf: (requests: ImportRequests) => FileToImport[]): Pick<Handlers, CheckMethod> {
  const handlesOf = new WeakMap<ImportCheck, readonly Handle[]>()
  const last = () => {
    const check = core.session().lastCheck()
    const handles = check && handlesOf.get(check)
    if (!check || !handles) throw new AppError('not-found', 'Nothing has been checked since the workspace changed. Check the files again.')
    return { check, handles }
  }
  const placeOf = (handle: Handle) => {
    const place = last().handles.indexOf(handle)
    if (place < 0) throw new AppError('not-found', 'This file was not among those checked. Check the files again.')
    return place
  }
  return {
    'imports.check': async ({ files }) => {
      const toCheck = filesOf(files)
      await core.jobs.makeWay()
      const session = core.session()
      const job = core.jobs.begin(
        'check',
        onProgress => session.check(toCheck, onProgress),
        check => {
          handlesOf.set(
            check,
            files.map(({ handle }) => handle),
          )
          return { message: checkWords(check), imports: [] }
        },
        () => {
          core.changed()
          core.refreshAnalysis()
        },
      )
      return { job }
    },
    'imports.review': async () => {
      const { check, handles } = last()
      return check.review(handles)
    },
    'imports.rows': async ({ handle, group, page }) => last().check.rows(placeOf(handle), group, page),
    'imports.changes': async ({ change, page }) => last().check.changes(change, page),
    'imports.rejected': async ({ handle, part }) => last().check.rejected(placeOf(handle), part),
  }
}

function checkWords({ files, consequences: { questions } }: ImportCheck): string {
  const sum = (count: (file: ImportCheck['files'][number]) => number) => files.reduce((total, file) => total + count(file), 0)
  const rejected = sum(file => file.report.rejected)
  const parts = [`${sum(file => file.report.rows)} rows were read`, ...(rejected > 0 ? [`${rejected} of them would be rejected`] : [])]
  const open = questions.length === 0 ? '' : ` ${questions.length === 1 ? 'A question is' : `${questions.length} questions are`} open.`
  return `${parts.join(', ')}. Nothing was kept.${open}`
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
    onProgress => session.import(files, onProgress),
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
  const warnings = warningsIn(readReport(record))
  return { import: id, batch, file, kind, importedAt, rows, accepted, rejected, duplicates, warnings, undone }
}
