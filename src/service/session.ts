/** An open workspace with its newest analysis, and the three kinds of long work done to it. The command line and the window share it. */
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { AppError } from '../contract/wire.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { ImportId } from '../domain/identifiers.ts'
import { readSettingChanges, type SettingChanges } from '../analysis/method-changes.ts'
import type { StoreEnvironment } from '../store/environment.ts'
import type { ImportRecord } from '../store/import-record.ts'
import { Workspace } from '../store/workspace.ts'
import { type AnalysisBasis, basisDigest, recordsDigest } from './analysis-basis.ts'
import { type IdentityDecisions, identityDecisions, saidIdentities } from './identity-decisions.ts'
import { type LoadedAnalysis, loadAnalysis } from './loaded-analysis.ts'
import type { AnalysisResult } from './analysis-job.ts'
import type { PeriodsResult } from './periods-job.ts'
import type { DocumentHead } from './document-blocks.ts'
import type { RunJob } from './environment.ts'
import type { CheckResult } from './check-job.ts'
import type { ImportedFile } from './import-batch.ts'
import { ImportCheck } from './import-check.ts'
import type { ImportResult } from './import-job.ts'
import type { JobResult } from './job-body.ts'
import type { FileToImport, JobProgress, RunningJob } from './job.ts'
import { isWithoutPeople, readScope, type Scope } from './scope.ts'
import { type ImportQuestion, questionsInWords } from './people-answers.ts'
import { withUserErrors } from './user-errors.ts'
import { withoutPeople } from './without-people.ts'

export interface SessionTools extends Pick<StoreEnvironment, 'sqlite' | 'now' | 'process'> {
  readonly runJob: RunJob
}

export type OnProgress = (progress: JobProgress) => void

/** What an import came to. */
export interface ImportOutcome {
  readonly imports: readonly ImportRecord[]
  readonly files: readonly ImportedFile[]
}

/** An import that cannot go on before its questions are answered. */
export class QuestionsOpenError extends AppError {
  readonly questions: readonly ImportQuestion[]

  constructor(questions: readonly ImportQuestion[]) {
    super('bad-input', questionsInWords(questions))
    this.questions = questions
  }
}

const BASIS_SETTING = 'analysis.basis'
const SCOPE_SETTING = 'workspace.scope'

export class Session {
  readonly workspace: Workspace
  /** What its owner should know about the folder itself, in words. */
  readonly notices: readonly string[]
  readonly #tools: SessionTools
  #check: ImportCheck | null = null
  #checks = 0
  #loaded: { readonly generation: number; readonly analysis: LoadedAnalysis | null } | null = null

  /** Throws AppError: `bad-input` (no workspace, or a newer one), `conflict` (in use), `damaged`, `unavailable`. */
  static open(directory: string, tools: SessionTools): Promise<Session> {
    return withUserErrors(async () => Session.#over(await Workspace.open(directory, tools), tools))
  }

  static create(directory: string, about: { name: string; sample: boolean }, tools: SessionTools): Promise<Session> {
    return withUserErrors(async () => Session.#over(await Workspace.create(directory, tools, about), tools))
  }

  static restore(directory: string, tools: SessionTools): Promise<Session> {
    return withUserErrors(async () => Session.#over(await Workspace.restore(directory, tools), tools))
  }

  static async #over(workspace: Workspace, tools: SessionTools): Promise<Session> {
    return new Session(workspace, tools, await noticesOf(workspace))
  }

  private constructor(workspace: Workspace, tools: SessionTools, notices: readonly string[]) {
    this.workspace = workspace
    this.#tools = tools
    this.notices = notices
  }

  async close(): Promise<void> {
    await this.#dropCheck()
    await this.workspace.close()
  }

  /** The day it is. */
  today(): EpochDay {
    return Math.floor(this.#tools.now().getTime() / DAY_MS)
  }

  /** Reads the files as one batch: all go in, or none. Rejects with AppError `bad-input` or `cancelled`, and with QuestionsOpenError. */
  import(files: readonly FileToImport[], onProgress: OnProgress): RunningJob<ImportOutcome> {
    const request = { kind: 'import', ticket: this.workspace.stageImport(), files, today: this.today() } as const
    const job = this.#tools.runJob(request, onProgress)
    return { result: this.#settle(job, isImportResult, result => this.#commitImport(result)), cancel: () => job.cancel() }
  }

  /** Reads the files as an import would and keeps nothing of them but what `lastCheck` shows. Rejects as `import` does. */
  check(files: readonly FileToImport[], onProgress: OnProgress): RunningJob<ImportCheck> {
    const name = `check-${++this.#checks}`
    const spool = this.workspace.spoolFolder()
    const rejectedPaths = files.map((_, place) => path.join(spool, `${name}-${place}.csv`))
    const request = { kind: 'check', ticket: this.workspace.stageImport(), files, today: this.today(), rejectedPaths } as const
    const dropping = this.#dropCheck()
    const job = this.#tools.runJob(request, onProgress)
    const settled = this.#settle(job, isCheckResult, async result => {
      await dropping
      this.#check = new ImportCheck(result)
      return this.#check
    })
    const result = settled.catch(async (error: unknown) => {
      for (const file of rejectedPaths) await rm(file, { force: true })
      throw error
    })
    return { result, cancel: () => job.cancel() }
  }

  /** Null where there was no check since the workspace changed. */
  lastCheck(): ImportCheck | null {
    return this.#check
  }

  /** Analyses the live imports. Rejects with AppError `bad-input` when nothing was imported. */
  analyse(basis: AnalysisBasis, onProgress: OnProgress): RunningJob<LoadedAnalysis> {
    if (this.workspace.imports().every(record => record.undone)) {
      const nothing = new AppError('bad-input', 'There is nothing to analyse: no import counts in this workspace. Import files first.')
      return { result: Promise.reject(nothing), cancel: () => undefined }
    }
    const said = saidIdentities(this.identityDecisions())
    const digest = basisDigest(this.workspace.liveDigest(), basis, said)
    const job = this.#tools.runJob({ kind: 'analysis', ticket: this.workspace.stageResult(), digest, basis, said }, onProgress)
    return { result: this.#settle(job, isAnalysisResult, result => this.#commitAnalysis(result, basis)), cancel: () => job.cancel() }
  }

  /** Analyses as of each day by the settings of now; the results stand beside the newest analysis. Rejects as `analyse` does. */
  analysePeriods(days: readonly EpochDay[], onProgress: OnProgress): RunningJob<null> {
    const { settings } = this.basis()
    const said = saidIdentities(this.identityDecisions())
    const request = { kind: 'periods', ticket: this.workspace.stageResult(), days, settings, said, live: this.recordsDigest() } as const
    const job = this.#tools.runJob(request, onProgress)
    const commit = async ({ staged }: PeriodsResult) => {
      await this.workspace.commitResult(staged)
      return null
    }
    return { result: this.#settle(job, isPeriodsResult, commit), cancel: () => job.cancel() }
  }

  /** Names the state of the records that an analysis would read. */
  recordsDigest(): string {
    return recordsDigest(this.workspace.liveDigest(), saidIdentities(this.identityDecisions()))
  }

  async undo(id: ImportId): Promise<void> {
    await withUserErrors(() => this.workspace.undo(id))
    await this.#dropCheck()
  }

  async redo(id: ImportId): Promise<void> {
    await withUserErrors(() => this.workspace.redo(id))
    await this.#dropCheck()
  }

  /** What people decided about who is who. */
  identityDecisions(): IdentityDecisions {
    return identityDecisions(this.workspace.decisions())
  }

  /** As-of date and settings of the next analysis: those of the last one, unless they were set since. */
  basis(): AnalysisBasis {
    const text = this.workspace.setting(BASIS_SETTING)
    return text === null ? { asOf: null, settings: {} } : readBasis(text)
  }

  /** Settings for the next analysis; results made with others are stale. The chain says which, from what and to what. */
  async setSettings(settings: SettingChanges): Promise<void> {
    const former = this.basis()
    const names = [...new Set([...Object.keys(former.settings), ...Object.keys(settings)])].sort()
    const changed = names.filter(name => JSON.stringify(former.settings[name]) !== JSON.stringify(settings[name]))
    if (changed.length === 0) return
    await withUserErrors(async () => {
      await this.#keepBasis({ ...former, settings })
      await this.workspace.appendAudit(
        'settings',
        Object.fromEntries(changed.map(name => [name, auditedChange(name, former.settings, settings)])),
      )
    })
  }

  /** The newest analysis, whether or not it still is current. */
  analysis(): LoadedAnalysis | null {
    // Reading a result copies megabytes, so it is done once for each state of the data.
    const { generation } = this.workspace.stageResult()
    if (this.#loaded?.generation === generation) return this.#loaded.analysis
    const result = this.workspace.result()
    const former = this.#loaded?.analysis ?? null
    const analysis = result === null ? null : former?.digest === result.digest ? former : loadAnalysis(result)
    this.#loaded = { generation, analysis }
    return analysis
  }

  analysisStatus(): 'none' | 'current' | 'stale' {
    const analysis = this.analysis()
    if (!analysis) return 'none'
    const digest = basisDigest(this.workspace.liveDigest(), this.basis(), saidIdentities(this.identityDecisions()))
    return analysis.digest === digest ? 'current' : 'stale'
  }

  scope(): Scope {
    return readScope(this.workspace.setting(SCOPE_SETTING))
  }

  /** What is shown from now on; the chain says when it was changed, and to what. */
  async setScope(scope: Scope): Promise<void> {
    const { shows, leastPeople } = this.scope()
    if (shows === scope.shows && leastPeople === scope.leastPeople) return
    await withUserErrors(async () => {
      await this.workspace.setSetting(SCOPE_SETTING, JSON.stringify(scope))
      await this.workspace.appendAudit('scope', { ...scope })
    })
  }

  /** The document without people and leaders, as the workspace's scope lets it be seen. */
  shown(analysis: LoadedAnalysis): DocumentHead {
    const scope = this.scope()
    return isWithoutPeople(scope) ? withoutPeople(analysis.document, scope.leastPeople) : analysis.document
  }

  /** The analysis as it leaves the workspace: in its scope, with the purpose it was made for. */
  document(): AnalysisDocument | null {
    const analysis = this.analysis()
    if (!analysis) return null
    const shown = isWithoutPeople(this.scope()) ? { ...this.shown(analysis), people: [], leaders: [] } : analysis.wholeDocument()
    return { ...shown, purpose: this.purposeOf(analysis) }
  }

  /** What is stated now; what the result says where nothing is. */
  purposeOf(analysis: LoadedAnalysis): AnalysisDocument['purpose'] {
    const stated = this.workspace.purpose()
    return stated
      ? { purpose: stated.purpose, legalBasis: stated.legalBasis, noticeDate: stated.noticeDate }
      : this.workspace.info().sample
        ? SAMPLE_PURPOSE
        : analysis.document.purpose
  }

  async #commitImport({ staged, files, questions }: ImportResult): Promise<ImportOutcome> {
    if (questions.length > 0) throw new QuestionsOpenError(questions)
    const imports = staged ? await this.workspace.commitImport(staged) : []
    await this.#dropCheck()
    return { imports, files }
  }

  async #dropCheck(): Promise<void> {
    const former = this.#check
    this.#check = null
    await former?.discard()
  }

  async #commitAnalysis(result: AnalysisResult, basis: AnalysisBasis): Promise<LoadedAnalysis> {
    await this.workspace.commitResult(result.staged)
    await this.#keepBasis(basis)
    // Committing and loading each take their time: calls that wait get their turn in between.
    await new Promise(resolve => setImmediate(resolve))
    const analysis = this.analysis()
    if (!analysis) throw new Error('A committed result is not there')
    return analysis
  }

  #keepBasis(basis: AnalysisBasis): Promise<void> {
    return this.workspace.setSetting(BASIS_SETTING, JSON.stringify(basis))
  }

  async #settle<Result extends JobResult, Answer>(
    job: RunningJob<JobResult>,
    isExpected: (result: JobResult) => result is Result,
    commit: (result: Result) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      const result = await job.result
      if (!isExpected(result)) throw new Error(`A job answered with ${result.kind}`)
      return await withUserErrors(() => commit(result))
    } catch (error) {
      await this.workspace.discardStaged()
      throw error
    }
  }
}

const DAY_MS = 86_400_000
const SAMPLE_PURPOSE = { purpose: 'Sample organisation: invented people, no purpose needed', legalBasis: null, noticeDate: null }

const isImportResult = (result: JobResult): result is ImportResult => result.kind === 'import'
const isPeriodsResult = (result: JobResult): result is PeriodsResult => result.kind === 'periods'
const isCheckResult = (result: JobResult): result is CheckResult => result.kind === 'check'
const isAnalysisResult = (result: JobResult): result is AnalysisResult => result.kind === 'analysis'

/** `default to 0.4`. Of titles nothing but that they were changed: one may be a single person's, and the chain cannot forget. */
function auditedChange(setting: string, former: SettingChanges, next: SettingChanges): string {
  const words = (changes: SettingChanges) => {
    const value = changes[setting]
    return value === undefined ? 'default' : typeof value === 'object' ? 'own titles' : String(value)
  }
  return `${words(former)} to ${words(next)}`
}

function readBasis(text: string): AnalysisBasis {
  const { asOf, settings } = JSON.parse(text) as { asOf: EpochDay | null; settings: unknown } // written by #keepBasis
  // A setting that this version does not know any more, or bounds otherwise, is back at its default.
  return { asOf, settings: readSettingChanges(settings).changes }
}

/** Leftovers and damage are moved aside, never deleted: whoever owns the folder should know that they are there. */
async function noticesOf(workspace: Workspace): Promise<string[]> {
  const { directory } = workspace.info()
  const count = async (folder: string) => (await readdir(path.join(directory, folder)).catch((): string[] => [])).length
  const [lost, damaged] = [await count('lost'), await count('damaged')]
  return [
    ...(lost === 0
      ? []
      : [
          `${lost === 1 ? '1 file' : `${lost} files`} of imports that never finished ${lost === 1 ? 'is' : 'are'} kept in the folder lost/.`,
        ]),
    ...(damaged === 0
      ? []
      : [`${damaged === 1 ? '1 damaged file' : `${damaged} damaged files`} ${damaged === 1 ? 'is' : 'are'} kept in the folder damaged/.`]),
  ]
}
