import { describe, expect, test } from 'vitest'
import { createJobRunner } from '../../main/engine/job-runner.ts'
import type { JobProgress } from '../../src/service/job.ts'

const entry = new URL('fixture-job.mjs', import.meta.url)
const runJob = createJobRunner(entry)
const run = (request: object, onProgress: (progress: JobProgress) => void = () => {}, runner = runJob) =>
  runner(request as never, onProgress) // the fixture's own requests
const started = (request: object) =>
  new Promise<ReturnType<typeof run>>(resolve => {
    const job = run(request, () => resolve(job))
  })

async function millisecondsToCancel(kind: string): Promise<number> {
  const job = await started({ kind })
  const cancelledAt = performance.now()
  job.cancel()
  job.cancel()
  await expect(job.result).rejects.toMatchObject({ name: 'AppError', code: 'cancelled' })
  return performance.now() - cancelledAt
}

describe('a job', () => {
  test('hands its columns over, and its thread is gone when it does', async () => {
    expect(await run({ kind: 'columns' }).result).toEqual({ people: new Int32Array([1, 2, 3]) })
  })

  test('that watches its flag stops at once', async () => {
    // The quickest of three, because a busy computer may be late with any one of them.
    const took = [await millisecondsToCancel('watching'), await millisecondsToCancel('watching'), await millisecondsToCancel('watching')]
    expect(Math.min(...took)).toBeLessThan(100)
  })

  test('that never looks is ended after 100 ms', async () => {
    const took = [await millisecondsToCancel('blind'), await millisecondsToCancel('blind'), await millisecondsToCancel('blind')]
    expect(Math.min(...took)).toBeGreaterThanOrEqual(95)
    expect(Math.min(...took)).toBeLessThan(200)
  })

  test('tells its progress at most ten times a second, and its last stage always', async () => {
    const told: { stage: string; atMs: number }[] = []
    await run({ kind: 'chatty' }, ({ stage }) => told.push({ stage, atMs: performance.now() })).result
    expect(told.length).toBeGreaterThan(4)
    expect(told.length).toBeLessThanOrEqual(15)
    expect(told.at(-1)?.stage).toBe('Saving')
    const gaps = told.slice(1).map(({ atMs }, index) => atMs - (told[index]?.atMs ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(90)
  })

  test('that refuses its file is refused in its own words', async () => {
    const refusal = { code: 'bad-input', message: 'people.csv has no column person_id.' }
    await expect(run({ kind: 'refused' }).result).rejects.toMatchObject(refusal)
  })

  test.each(['throws', 'exits'])('whose thread dies (%s) rejects in words, without the data of its error', async kind => {
    const error = await run({ kind }).result.catch((thrown: Error) => thrown)
    expect(error).toMatchObject({ name: 'AppError', code: 'internal', message: expect.stringContaining('stopped before it was done') })
    expect(error).not.toMatchObject({ message: expect.stringContaining('personal data') })
  })

  test('that needs more memory than it may have says so', async () => {
    const small = createJobRunner(entry, { maxOldGenerationSizeMb: 16 })
    const result = run({ kind: 'hungry' }, () => {}, small).result
    await expect(result).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining('not enough memory') })
  })

  test('gives its WebAssembly memory back', async () => {
    const before = process.memoryUsage().rss
    for (let round = 0; round < 3; round++) await run({ kind: 'memory', megabytes: 200 }).result
    await expect.poll(() => process.memoryUsage().rss - before, { timeout: 5000 }).toBeLessThan(100 * 1024 ** 2)
  })
})
