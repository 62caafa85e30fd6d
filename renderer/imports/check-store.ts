/** The check of all files before anything is saved: what it found, and the pages of rows that are looked at. */
import { createStore } from 'zustand'
import { AppError } from '../../src/contract/wire.ts'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'
import { groupName } from './problem-groups.ts'
import type {
  Change,
  ChangedRows,
  CheckedFile,
  ExaminedRow,
  ExaminedRows,
  ImportQuestion,
  ImportRequest,
  JobEnd,
  ProblemGroup,
  Review,
} from './answers.ts'

export type GroupKey = Pick<ProblemGroup, 'code' | 'severity' | 'column'>

export interface RowsShown extends ExaminedRows {
  readonly handle: string
  readonly group: GroupKey
  readonly page: number
}

export interface ChangesShown extends ChangedRows {
  readonly change: Change
  readonly page: number
}

interface Host extends Caller {
  on(event: 'job.ended', listener: (end: JobEnd) => void): () => void
}

interface CheckState {
  /** What the review was made of; null where there is none. */
  readonly checkedKey: string | null
  /** What is being checked. */
  readonly checkingKey: string | null
  /** What was cancelled or failed: it is checked again only when somebody says so. */
  readonly stoppedKey: string | null
  readonly cancelled: boolean
  readonly review: Review | null
  /** Questions that came up, so that an answer can still be changed. */
  readonly asked: readonly ImportQuestion[]
  readonly rows: RowsShown | null
  readonly changes: ChangesShown | null
  readonly exporting: string | null
  readonly failure: Failure | null
  /** Checks the files unless just these were checked; a check of other files is cancelled for it. */
  readonly ensure: (requests: readonly ImportRequest[]) => Promise<void>
  readonly again: (requests: readonly ImportRequest[]) => Promise<void>
  /** Page null stays on the page that is shown of the group, which may have changed. */
  readonly loadRows: (handle: string, group: GroupKey, page: number | null) => Promise<void>
  /** All rows of a group, for a fix of each; at most `limit`. Null where they could not be read. */
  readonly allRows: (handle: string, group: GroupKey, limit: number) => Promise<readonly ExaminedRow[] | null>
  readonly loadChanges: (change: Change, page: number) => Promise<void>
  /** The rejected rows of a file as one CSV text; null where they could not be read. */
  readonly rejectedOf: (handle: string) => Promise<{ readonly name: string; readonly text: string } | null>
}

export const ROWS_PER_PAGE = 20

export const keyOf = (requests: readonly ImportRequest[]) => JSON.stringify(requests)

export function createCheckStore(backend: Host) {
  /** The end of a short job can be told before its start is. */
  const ends = new Map<string, JobEnd>()
  const waiting = new Map<string, (end: JobEnd) => void>()
  backend.on('job.ended', end => {
    if (end.kind !== 'check') return
    const tell = waiting.get(end.job)
    waiting.delete(end.job)
    if (tell) tell(end)
    else ends.set(end.job, end)
  })
  const endOf = (job: string) =>
    new Promise<JobEnd>(resolve => {
      const end = ends.get(job)
      ends.delete(job)
      if (end) resolve(end)
      else waiting.set(job, resolve)
    })

  return createStore<CheckState>()((set, get) => {
    let job: string | null = null
    let wanted: readonly ImportRequest[] | null = null

    /** One check after the other, the newest wanted last. */
    const checkWanted = async (): Promise<void> => {
      const requests = wanted
      if (requests === null || get().checkingKey !== null) return
      wanted = null
      const key = keyOf(requests)
      set({ checkingKey: key, stoppedKey: null, cancelled: false, failure: null })
      try {
        const started = await backend.call('imports.check', { files: [...requests] })
        job = started.job
        if (wanted !== null) await backend.call('jobs.cancel', { job })
        const end = await endOf(job)
        if (end.outcome === 'done') {
          const review = await backend.call('imports.review', {})
          set(state => ({ review, checkedKey: key, asked: askedOf(state, review) }))
        } else if (wanted === null) {
          set({ stoppedKey: key, cancelled: end.outcome === 'cancelled', failure: end.outcome === 'failed' ? failureOfCheck(end) : null })
        }
      } catch (error) {
        set({ stoppedKey: key, failure: failureOf(error, 'Checking the files') })
      } finally {
        job = null
        set({ checkingKey: null })
      }
      await checkWanted()
    }

    const begin = async (requests: readonly ImportRequest[]) => {
      if (requests.length === 0) return
      wanted = requests
      if (job !== null) await backend.call('jobs.cancel', { job }).catch(() => null) // it has ended by itself
      await checkWanted()
    }

    /** Where the host no longer has the check, because the workspace changed, it is made again. */
    const answer = async <Answer>(ask: () => Promise<Answer>, doing: string): Promise<Answer | null> => {
      try {
        return await ask()
      } catch (error) {
        if (error instanceof AppError && error.code === 'not-found') set({ checkedKey: null })
        else set({ failure: failureOf(error, doing) })
        return null
      }
    }

    return {
      checkedKey: null,
      checkingKey: null,
      stoppedKey: null,
      cancelled: false,
      review: null,
      asked: [],
      rows: null,
      changes: null,
      exporting: null,
      failure: null,
      ensure: async requests => {
        const key = keyOf(requests)
        const { checkingKey, checkedKey, stoppedKey } = get()
        if (key === stoppedKey || (key === checkingKey && wanted === null)) return
        if (key !== checkedKey || checkingKey !== null) return begin(requests)
        const review = await answer(() => backend.call('imports.review', {}), 'Reading the review')
        if (review) set({ review })
      },
      again: async requests => {
        set({ stoppedKey: null, checkedKey: null })
        await begin(requests)
      },
      loadRows: async (handle, group, said) => {
        const page = said ?? pageShown(get().rows, handle, group)
        const page20 = await answer(() => backend.call('imports.rows', { handle, group, page }), 'Reading the rows')
        // Mended rows leave their group: the page looked at may be gone.
        if (page20?.rows.length === 0 && page > 0) return get().loadRows(handle, group, 0)
        if (page20) set({ rows: { ...page20, handle, group, page } })
      },
      allRows: async (handle, group, limit) => {
        const rows: ExaminedRow[] = []
        for (let page = 0; ; page++) {
          const answered = await answer(() => backend.call('imports.rows', { handle, group, page }), 'Reading the rows')
          if (answered === null) return null
          rows.push(...answered.rows)
          if (rows.length >= Math.min(limit, answered.total) || answered.rows.length === 0) return rows.slice(0, limit)
        }
      },
      loadChanges: async (change, page) => {
        const answered = await answer(() => backend.call('imports.changes', { change, page }), 'Reading the changes')
        if (answered) set({ changes: { ...answered, change, page } })
      },
      rejectedOf: async handle => {
        set({ exporting: handle })
        const texts: string[] = []
        let name = ''
        let parts = 1
        for (let part = 0; part < parts; part++) {
          const answered = await answer(() => backend.call('imports.rejected', { handle, part }), 'Exporting the problem rows')
          if (answered === null) break
          texts.push(answered.text)
          ;({ name, parts } = answered)
        }
        set({ exporting: null })
        return texts.length === parts && name !== '' ? { name, text: texts.join('') } : null
      },
    }
  })
}

const pageShown = (rows: RowsShown | null, handle: string, group: GroupKey) =>
  rows?.handle === handle && groupName(rows.group) === groupName(group) ? rows.page : 0

/** Questions of the same files that were answered stay, for an answer can be thought over. */
function askedOf({ asked, review: former }: Pick<CheckState, 'asked' | 'review'>, review: Review): readonly ImportQuestion[] {
  if (former === null || !isOfFiles(former, review.files)) return review.questions
  return [...asked.filter(({ part }) => review.questions.every(question => question.part !== part)), ...review.questions]
}

/** Whether a review speaks of just these files. */
export const isOfFiles = (review: Review, files: readonly { readonly handle: string }[]) =>
  review.files.length === files.length && review.files.every(({ handle }) => files.some(file => file.handle === handle))

/** The message of a failed job says all three already. */
const failureOfCheck = ({ message }: JobEnd): Failure => ({
  code: 'bad-input',
  doing: 'Checking the files',
  happened: message,
  safe: '',
  toDo: '',
})

export const checkedFile = (review: Review | null, handle: string): CheckedFile | null =>
  review?.files.find(file => file.handle === handle) ?? null
