/** An open workspace with its newest analysis, and the two kinds of long work done to it. The command line and the window share it. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { AppError } from '../contract/wire.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { ImportId } from '../domain/identifiers.ts'
import { DEFAULT_SETTINGS, type Settings } from '../analysis/settings.ts'
import type { StoreEnvironment } from '../store/environment.ts'
import type { ImportRecord } from '../store/import-record.ts'
import { Workspace } from '../store/workspace.ts'
import { type AnalysisBasis, basisDigest } from './analysis-basis.ts'
import { type LoadedAnalysis, loadAnalysis } from './loaded-analysis.ts'
import type { AnalysisResult } from './analysis-job.ts'
import type { RunJob } from './environment.ts'
import type { ImportResult, ImportedFile } from './import-job.ts'
import type { JobResult } from './job-body.ts'
import type { FileToImport, JobProgress, RunningJob } from './job.ts'
import { withUserErrors } from './user-errors.ts'

export interface SessionTools extends Pick<StoreEnvironment, 'sqlite' | 'now' | 'process'> {
  readonly runJob: RunJob
}

export type OnProgress = (progress: JobProgress) => void

/** What an import came to. */
export interface ImportOutcome {
  readonly imports: readonly ImportRecord[]
  readonly files: readonly ImportedFile[]
}

const BASIS_SETTING = 'analysis.basis'

export class Session {
  readonly workspace: Workspace
  /** What its owner should know about the folder itself, in words. */
  readonly notices: readonly string[]
  readonly #tools: SessionTools
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

  close(): Promise<void> {
    return this.workspace.close()
  }

  /** Reads the files as one batch: all go in, or none. Rejects with AppError `bad-input` or `cancelled`. */
  import(files: readonly FileToImport[], options: { readonly dryRun: boolean }, onProgress: OnProgress): RunningJob<ImportOutcome> {
    const today = Math.floor(this.#tools.now().getTime() / DAY_MS) as EpochDay
    const job = this.#tools.runJob(
      { kind: 'import', ticket: this.workspace.stageImport(), files, today, dryRun: options.dryRun },
      onProgress,
    )
    return { result: this.#settle(job, isImportResult, result => this.#commitImport(result)), cancel: () => job.cancel() }
  }

  /** Analyses the live imports. Rejects with AppError `bad-input` when nothing was imported. */
  analyse(basis: AnalysisBasis, onProgress: OnProgress): RunningJob<LoadedAnalysis> {
    if (this.workspace.imports().every(record => record.undone)) {
      const nothing = new AppError('bad-input', 'There is nothing to analyse: no import counts in this workspace. Import files first.')
      return { result: Promise.reject(nothing), cancel: () => undefined }
    }
    const digest = basisDigest(this.workspace.liveDigest(), basis)
    const job = this.#tools.runJob({ kind: 'analysis', ticket: this.workspace.stageResult(), digest, basis }, onProgress)
    return { result: this.#settle(job, isAnalysisResult, result => this.#commitAnalysis(result, basis)), cancel: () => job.cancel() }
  }

  undo(id: ImportId): Promise<void> {
    return withUserErrors(() => this.workspace.undo(id))
  }

  redo(id: ImportId): Promise<void> {
    return withUserErrors(() => this.workspace.redo(id))
  }

  /** As-of date and settings of the last analysis; the defaults before the first. */
  basis(): AnalysisBasis {
    const text = this.workspace.setting(BASIS_SETTING)
    return text === null ? { asOf: null, settings: DEFAULT_SETTINGS } : readBasis(text)
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
    return analysis.digest === basisDigest(this.workspace.liveDigest(), this.basis()) ? 'current' : 'stale'
  }

  /** The analysis as it leaves the workspace: with the purpose it was made for. */
  document(): AnalysisDocument | null {
    const analysis = this.analysis()
    if (!analysis) return null
    const stated = this.workspace.purpose()
    const purpose = stated
      ? { purpose: stated.purpose, legalBasis: stated.legalBasis, noticeDate: stated.noticeDate }
      : this.workspace.info().sample
        ? SAMPLE_PURPOSE
        : analysis.document.purpose
    return { ...analysis.document, purpose }
  }

  async #commitImport(result: ImportResult): Promise<ImportOutcome> {
    const imports = result.staged ? await this.workspace.commitImport(result.staged) : []
    return { imports, files: result.files }
  }

  async #commitAnalysis(result: AnalysisResult, basis: AnalysisBasis): Promise<LoadedAnalysis> {
    await this.workspace.commitResult(result.staged)
    await this.workspace.setSetting(BASIS_SETTING, JSON.stringify(basis))
    // Committing and loading each take their time: calls that wait get their turn in between.
    await new Promise(resolve => setImmediate(resolve))
    const analysis = this.analysis()
    if (!analysis) throw new Error('A committed result is not there')
    return analysis
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
const isAnalysisResult = (result: JobResult): result is AnalysisResult => result.kind === 'analysis'

function readBasis(text: string): AnalysisBasis {
  const { asOf, settings } = JSON.parse(text) as { asOf: EpochDay | null; settings: Partial<Settings> } // written by #commitAnalysis
  return { asOf, settings: { ...DEFAULT_SETTINGS, ...settings } }
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
