/** An open workspace: the engine's handle on the folder, which answers at once and saves before it acknowledges. */
import { basename, join, resolve } from 'node:path'
import type { EpochDay } from '../domain/calendar.ts'
import type { ImportId } from '../domain/identifiers.ts'
import { appendEntry, type AuditDetail, type AuditEntry, type AuditVerdict, catchUp, readAudit, verifyAudit } from './audit.ts'
import { commitStaged } from './commit.ts'
import { createDatabase, DATA, openBeside, REVIEW, saveDatabase } from './database-file.ts'
import { type StoreEnvironment, filesOf } from './environment.ts'
import { discardStagedFiles, isFreeForWorkspace, makeFolders, SPOOL_FOLDER } from './folder.ts'
import { type ImportRecord, liveDigest, markUndone, readImports } from './import-record.ts'
import { nextGeneration, readGeneration, readJournal } from './journal.ts'
import { type Lock, takeLock } from './lock.ts'
import { type Databases, openDatabases, requireWorkspace, restoreDatabases } from './opening.ts'
import { type PeriodHead, readPeriod, readPeriods, type StoredPeriod } from './period.ts'
import { type KeptResult, readResult } from './result.ts'
import * as reviewed from './review.ts'
import { listSegments } from './segment-list.ts'
import { type Database, inTransaction } from './sqlite.ts'
import type { ImportStagingTicket, StagedImport, StagedResult, StagingTicket } from './staging.ts'
import { inWords, NOTHING_CHANGED, StoreError, systemCode } from './store-error.ts'

export interface WorkspaceInfo extends reviewed.WorkspaceAbout {
  readonly directory: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
}

export class Workspace {
  readonly #directory: string
  readonly #environment: StoreEnvironment
  readonly #lock: Lock
  #databases: Databases | StoreError
  /** Changes run one after the other. */
  #last: Promise<unknown> = Promise.resolve()

  /** Throws `StoreError`: `not-a-workspace`, `locked`, `newer`, `damaged`, `io`. */
  static async open(directory: string, environment: StoreEnvironment): Promise<Workspace> {
    await requireWorkspace(directory, environment)
    return Workspace.#locked(directory, environment, () => openDatabases(directory, environment))
  }

  /** Makes a workspace of a folder that does not exist or is empty. Throws `conflict` where it is neither. */
  static async create(directory: string, environment: StoreEnvironment, about: reviewed.WorkspaceAbout): Promise<Workspace> {
    const files = filesOf(environment)
    const requireFree = async () => {
      if (await isFreeForWorkspace(files, directory)) return
      throw new StoreError('conflict', `${basename(directory)} is not empty. Choose another name, or open it if it is a workspace.`)
    }
    try {
      await requireFree()
      await files.makeFolder(directory)
    } catch (error) {
      throw inWords(error, basename(directory), 'No workspace was created.')
    }
    return Workspace.#locked(directory, environment, async () => {
      await requireFree()
      await makeFolders(files, directory)
      const review = createDatabase(environment.sqlite, REVIEW)
      reviewed.foundWorkspace(review, about, environment.now().toISOString())
      // The moment review.db is there, there is a workspace; opening it adds an empty data.db.
      await saveDatabase(directory, REVIEW, review, environment).finally(() => review.close())
      return openDatabases(directory, environment)
    })
  }

  /** Puts the newest good backups in the place of damaged or missing databases, and opens the workspace. */
  static async restore(directory: string, environment: StoreEnvironment): Promise<Workspace> {
    await requireWorkspace(directory, environment)
    return Workspace.#locked(directory, environment, async () => {
      const restored = await restoreDatabases(directory, environment)
      const databases = await openDatabases(directory, environment)
      for (const { file, backup } of restored) appendEntry(databases.review, environment.now().toISOString(), 'restored', { file, backup })
      if (restored.length > 0) await saveDatabase(directory, REVIEW, databases.review, environment)
      return databases
    })
  }

  static async #locked(directory: string, environment: StoreEnvironment, open: () => Promise<Databases>): Promise<Workspace> {
    const lock = await takeLock(directory, environment).catch(error => {
      throw inWords(error, 'The lock of the workspace', 'The workspace was not opened.')
    })
    try {
      return new Workspace(resolve(directory), environment, lock, await open())
    } catch (error) {
      await lock.release()
      throw inWords(error, 'The workspace folder', 'The workspace was not opened.')
    }
  }

  private constructor(directory: string, environment: StoreEnvironment, lock: Lock, databases: Databases) {
    this.#directory = directory
    this.#environment = environment
    this.#lock = lock
    this.#databases = databases
  }

  /** Waits for the last change and lets others have the workspace; closing twice does nothing. */
  close(): Promise<void> {
    return this.#exclusively(async () => {
      if (!(this.#databases instanceof StoreError)) closeBoth(this.#databases)
      this.#databases = new StoreError('io', 'The workspace is closed.')
      await this.#lock.release()
    })
  }

  info(): WorkspaceInfo {
    return { directory: this.#directory, ...reviewed.readAbout(this.#open.review) }
  }

  imports(): ImportRecord[] {
    return readImports(this.#open.data)
  }

  /** The rows of the import are kept and stop counting. Throws `not-found`, `conflict`. */
  undo(id: ImportId): Promise<void> {
    return this.#changeData(data => markUndone(data, id, true, this.#now()))
  }

  /** Throws `not-found`, `conflict`. */
  redo(id: ImportId): Promise<void> {
    return this.#changeData(data => markUndone(data, id, false, this.#now()))
  }

  /** SHA-256 of what the live imports are, in order; see import-record.ts. */
  liveDigest(): string {
    return liveDigest(this.#open.data)
  }

  purpose(): reviewed.Purpose | null {
    return reviewed.readPurpose(this.#open.review)
  }

  setPurpose(purpose: reviewed.Purpose): Promise<void> {
    return this.#changeReview(review => reviewed.writePurpose(review, purpose, this.#now()))
  }

  /** JSON text, as it was set. */
  setting(name: string): string | null {
    return reviewed.readSetting(this.#open.review, name)
  }

  async setSetting(name: string, value: string): Promise<void> {
    if (this.setting(name) !== value) await this.#changeReview(review => reviewed.writeSetting(review, name, value, this.#now()))
  }

  /** In the order they were made, undone ones too. */
  decisions(): reviewed.Decision[] {
    return reviewed.readDecisions(this.#open.review)
  }

  /** `detail` is any value JSON can hold. */
  decide(kind: string, detail: unknown): Promise<reviewed.Decision> {
    return this.#changeReview(review => reviewed.addDecision(review, kind, detail, this.#now()))
  }

  /** Throws `not-found`, `conflict`. */
  undoDecision(id: number): Promise<void> {
    return this.#changeReview(review => reviewed.markDecisionUndone(review, id, true, this.#now()))
  }

  /** Throws `not-found`, `conflict`. */
  redoDecision(id: number): Promise<void> {
    return this.#changeReview(review => reviewed.markDecisionUndone(review, id, false, this.#now()))
  }

  /** For what the store does not do itself (an export, a profile opened); its own changes are recorded with them. */
  appendAudit(kind: string, detail: AuditDetail): Promise<void> {
    return this.#changeReview(review => appendEntry(review, this.#now(), kind, detail))
  }

  /** 100 entries, newest first; page 0 is the newest. */
  audit(page = 0): AuditEntry[] {
    return readAudit(this.#open.review, page)
  }

  verifyAudit(): AuditVerdict {
    return verifyAudit(this.#open.review)
  }

  /** The newest stored result, whatever it was computed from: compare its digest. */
  result(): KeptResult | null {
    return readResult(this.#open.data, () => this.#open.data)
  }

  /** Results as of earlier days, in the order of days. */
  periods(): PeriodHead[] {
    return readPeriods(this.#open.data)
  }

  period(asOf: EpochDay): StoredPeriod | null {
    return readPeriod(this.#open.data, asOf)
  }

  /** For a job that imports. */
  stageImport(): ImportStagingTicket {
    const imports = this.imports()
    const [sequence, batch] = [Math.max(0, ...imports.map(record => record.sequence)), Math.max(0, ...imports.map(record => record.batch))]
    return { ...this.stageResult(), firstImportSequence: sequence + 1, batch: batch + 1 }
  }

  /** For a job that analyses. */
  stageResult(): StagingTicket {
    return { directory: this.#directory, generation: readGeneration(this.#open.data) }
  }

  /** Makes a prepared import count; on any error nothing of it does, and what was prepared is discarded. */
  commitImport(staged: StagedImport): Promise<ImportRecord[]> {
    return this.#exclusively(async () => {
      await this.#commit(staged)
      return this.imports().filter(record => staged.imports.includes(record.id))
    })
  }

  commitResult(staged: StagedResult): Promise<void> {
    return this.#exclusively(() => this.#commit(staged))
  }

  /** Removes what a cancelled or crashed job left. */
  discardStaged(): Promise<void> {
    return this.#exclusively(() => this.#discard())
  }

  dataFile(): string {
    return join(this.#directory, DATA.file)
  }

  /** Where a host puts uploaded files; emptied whenever the workspace is opened. */
  spoolFolder(): string {
    return join(this.#directory, SPOOL_FOLDER)
  }

  get #open(): Databases {
    if (this.#databases instanceof StoreError) throw this.#databases
    return this.#databases
  }

  #now(): string {
    return this.#environment.now().toISOString()
  }

  #exclusively<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#last.then(work)
    this.#last = answer.catch(() => undefined)
    return answer
  }

  #changeReview<Answer>(change: (review: Database) => Answer): Promise<Answer> {
    return this.#exclusively(async () => {
      const { review, data } = this.#open
      const answer = inTransaction(review, () => {
        catchUp(review, readJournal(data))
        return change(review)
      })
      await this.#save(REVIEW)
      return answer
    })
  }

  #changeData(change: (data: Database) => void): Promise<void> {
    return this.#exclusively(async () => {
      const { data } = this.#open
      inTransaction(data, () => {
        change(data)
        nextGeneration(data)
      })
      await this.#save(DATA)
      await this.#recordEvents()
    })
  }

  async #save(kind: typeof REVIEW): Promise<void> {
    const { review, data } = this.#open
    try {
      await saveDatabase(this.#directory, kind, kind === REVIEW ? review : data, this.#environment)
    } catch (error) {
      await this.#reload()
      throw inWords(error, kind.file, NOTHING_CHANGED)
    }
  }

  /**
   * Puts the data's events into the audit chain. The data is saved by now and holds them, so a full
   * disk must not make the change look failed: the next change or opening catches up.
   */
  async #recordEvents(): Promise<void> {
    const { review, data } = this.#open
    if (inTransaction(review, () => catchUp(review, readJournal(data))) === 0) return
    await this.#save(REVIEW).catch((error: unknown) => {
      if (!(error instanceof StoreError) || error.code !== 'io') throw error
    })
  }

  async #commit(staged: StagedImport | StagedResult): Promise<void> {
    try {
      const { review, data } = this.#open
      const next = await commitStaged(this.#directory, this.#environment, data, staged)
      data.close()
      this.#databases = { review, data: next }
    } catch (error) {
      await this.#reload()
      await this.#discard()
      throw inWords(error, DATA.file, NOTHING_CHANGED)
    }
    await this.#recordEvents()
  }

  #discard(): Promise<void> {
    const listed = new Set(listSegments(this.#open.data).map(entry => entry.name))
    return discardStagedFiles(filesOf(this.#environment), this.#directory, listed)
  }

  /** After a failed save memory and disk may differ: what is on the disk counts. */
  async #reload(): Promise<void> {
    if (!(this.#databases instanceof StoreError)) closeBoth(this.#databases)
    try {
      const review = await openBeside(this.#directory, REVIEW, this.#environment)
      this.#databases = { review, data: await openBeside(this.#directory, DATA, this.#environment) }
    } catch (error) {
      const words = 'The workspace can no longer be read. Close it, check the disk, and open it again.'
      this.#databases = new StoreError('io', words, { cause: systemCode(error) })
      throw this.#databases
    }
  }
}

function closeBoth({ review, data }: Databases): void {
  review.close()
  data.close()
}
