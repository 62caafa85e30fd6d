import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'
import type { JobProgress } from '../../src/service/job.ts'
import { JobDesk } from '../../src/service/job-desk.ts'

function desk() {
  const events: Event[] = []
  const faults: unknown[] = []
  const clock = { ms: 0 }
  const jobs = new JobDesk({
    now: () => new Date(clock.ms),
    emit: event => void events.push(event),
    report: error => void faults.push(error),
  })
  let settle: { resolve: (answer: string) => void; reject: (error: unknown) => void }
  let progress: (progress: JobProgress) => void
  let cancelled = 0
  const afters: boolean[] = []
  const begin = (kind: 'check' | 'import' | 'analysis' = 'import') =>
    jobs.begin(
      kind,
      onProgress => {
        progress = onProgress
        const result = new Promise<string>((resolve, reject) => (settle = { resolve, reject }))
        return { result, cancel: () => void cancelled++ }
      },
      answer => ({ message: answer, imports: ['1'] }),
      isDone => void afters.push(isDone),
    )
  return {
    jobs,
    events,
    faults,
    clock,
    afters,
    begin,
    tell: (each: JobProgress) => progress(each),
    resolve: (answer: string) => settle.resolve(answer),
    reject: (error: unknown) => settle.reject(error),
    cancels: () => cancelled,
    turn: () => new Promise(resolve => setImmediate(resolve)),
  }
}

const ended = (events: readonly Event[]) => events.flatMap(event => (event.name === 'job.ended' ? [event.data] : []))

describe('a job', () => {
  test('is told from its start to its end', async () => {
    const { jobs, events, clock, begin, tell, resolve, afters, turn } = desk()
    const job = begin()
    expect(jobs.state).toMatchObject({ job, kind: 'import', stage: 'Starting', done: null })
    clock.ms = 2000
    tell({ stage: 'Reading', done: 0.25, rows: 1000 })
    expect(events.at(-1)).toEqual({
      name: 'job.progress',
      data: { job, kind: 'import', stage: 'Reading', done: 0.25, rows: 1000, rowsPerSecond: 500, secondsLeft: 6 },
    })
    resolve('5 rows went in.')
    await turn()
    expect(ended(events)).toEqual([{ job, kind: 'import', outcome: 'done', message: '5 rows went in.', imports: ['1'] }])
    expect([jobs.state, afters]).toEqual([null, [true]])
  })

  test('has no rate and no time left before they mean something', () => {
    const { jobs, clock, begin, tell } = desk()
    begin()
    clock.ms = 100
    tell({ stage: 'Reading', done: 0.5, rows: 10 })
    expect(jobs.state).toMatchObject({ rowsPerSecond: null, secondsLeft: null })
    clock.ms = 900
    tell({ stage: 'Saving', done: null, rows: 10 })
    expect(jobs.state).toMatchObject({ secondsLeft: null })
  })

  test('keeps out a second one', () => {
    const { jobs, begin } = desk()
    begin()
    expect(() => begin()).toThrow(expect.objectContaining({ code: 'conflict' }) as Error)
    expect(() => jobs.requireIdle()).toThrow(AppError)
  })

  test('that fails for a reason of the user says the reason', async () => {
    const { events, faults, begin, reject, afters, turn } = desk()
    begin()
    reject(new AppError('bad-input', 'people.csv, line 3: no date'))
    await turn()
    expect(ended(events)).toMatchObject([{ outcome: 'failed', message: 'people.csv, line 3: no date', imports: [] }])
    expect([faults, afters]).toEqual([[], [false]])
  })

  test('that fails inside is reported, and its words are not shown', async () => {
    const { events, faults, begin, reject, turn } = desk()
    begin()
    const fault = new Error('ann@x.example is undefined')
    reject(fault)
    await turn()
    expect(faults).toEqual([fault])
    expect(ended(events)[0]!.message).not.toContain('ann')
  })

  test('is cancelled by its own name alone', async () => {
    const { jobs, events, begin, cancels, reject, turn } = desk()
    const job = begin()
    jobs.cancel('job-99')
    expect(cancels()).toBe(0)
    jobs.cancel(job)
    expect(cancels()).toBe(1)
    reject(new AppError('cancelled', 'Cancelled.'))
    await turn()
    expect(ended(events)).toMatchObject([{ outcome: 'cancelled' }])
    jobs.cancel(job)
    expect(cancels()).toBe(1)
  })

  test('that is over is not told any more', async () => {
    const { jobs, events, begin, tell, resolve, turn } = desk()
    begin()
    const late = tell
    resolve('done')
    await turn()
    const before = events.length
    late({ stage: 'Reading', done: 1, rows: 1 })
    expect([events.length, jobs.state]).toEqual([before, null])
  })
})

test('stopping waits until the job is over', async () => {
  const { jobs, begin, cancels, reject } = desk()
  begin()
  let isStopped = false
  const stopping = jobs.stop().then(() => (isStopped = true))
  await new Promise(resolve => setImmediate(resolve))
  expect([cancels(), isStopped]).toEqual([1, false])
  reject(new AppError('cancelled', 'Cancelled.'))
  await stopping
  expect(jobs.state).toBeNull()
  await jobs.stop()
})

describe('making way', () => {
  test.each(['check', 'analysis'] as const)('cancels a job of the kind %s and waits for its end', async kind => {
    const { jobs, begin, cancels, reject } = desk()
    begin(kind)
    const way = jobs.makeWay()
    expect([cancels(), jobs.isTaken]).toEqual([1, true])
    reject(new AppError('cancelled', 'Cancelled.'))
    await way
    expect(jobs.isTaken).toBe(false)
  })

  test('is refused by an import', async () => {
    const { jobs, begin, cancels } = desk()
    begin('import')
    await expect(jobs.makeWay()).rejects.toMatchObject({ code: 'conflict' })
    expect(cancels()).toBe(0)
  })

  test('for good keeps every job out until it is over', async () => {
    const { jobs, begin } = desk()
    const release = await jobs.reserve()
    expect(jobs.isTaken).toBe(true)
    expect(() => begin()).toThrow(expect.objectContaining({ code: 'conflict' }) as Error)
    await expect(jobs.reserve()).rejects.toMatchObject({ code: 'conflict' })
    release()
    expect(begin()).toBe('job-1')
  })
})
