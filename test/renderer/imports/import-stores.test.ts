import { describe, expect, it, vi } from 'vitest'
import { checkedFile, createCheckStore } from '../../../renderer/imports/check-store.ts'
import { withColumn, withFixes } from '../../../renderer/imports/file-mapping.ts'
import { createFilesStore, requestsOf } from '../../../renderer/imports/files-store.ts'
import { createRunStore } from '../../../renderer/imports/run-store.ts'
import { createToasts } from '../../../renderer/shell/toasts-store.ts'
import type { Inspection, Mapping } from '../../../renderer/imports/answers.ts'
import { AppError } from '../../../src/contract/wire.ts'
import { createFakeBackend, type FakeBackend } from '../fake-backend.ts'

const DATES = { code: 'bad-date', severity: 'error', column: 'End date' } as const

function only(files: readonly Inspection[]): Inspection & { readonly mapping: Mapping } {
  const [file] = files
  if (!file?.mapping) throw new Error('No file with a mapping is there.')
  return { ...file, mapping: file.mapping }
}

async function withFile(name: string, backend: FakeBackend = createFakeBackend('open', 0)) {
  const files = createFilesStore(backend, createToasts())
  await files.getState().add([{ name }])
  return { backend, files, file: () => only(files.getState().files) }
}

/** The backend with one method of its own. */
const answering = (backend: FakeBackend, method: string, answer: () => Promise<never>): FakeBackend => ({
  ...backend,
  call: (called, input) => (called === method ? answer() : backend.call(called, input)),
})

describe('files on their way in', () => {
  it('are read again with what was chosen, and what the first look guessed is not forgotten', async () => {
    const { files, file } = await withFile('contributions.csv')
    const { handle, mapping } = file()
    await files.getState().remap(handle, withColumn(mapping, 'kind', 'type'))
    expect(file().usable).toBe(true)
    expect(files.getState().guesses[handle]?.mapping?.columns['kind']).toBeUndefined()
  })

  it('build each word on the last one said, also while the host still looks', async () => {
    const { files, file } = await withFile('contributions.csv')
    const { handle } = file()
    const first = files.getState().remap(handle, withColumn(file().mapping, 'kind', 'type'))
    const second = files.getState().remap(handle, withColumn(file().mapping, 'outcome', null))
    await Promise.all([first, second])
    expect(file().mapping.columns).toMatchObject({ kind: 'type', outcome: '' })
    expect(files.getState().looking).toEqual([])
  })

  it('stay as they were when the host cannot look, and say so', async () => {
    const backend = createFakeBackend('open', 0)
    const { files, file } = await withFile(
      'hris.csv',
      answering(backend, 'imports.remap', () => Promise.reject(new AppError('bad-input', 'The file is gone.'))),
    )
    await files.getState().remap(file().handle, withColumn(file().mapping, 'level', null))
    expect(files.getState().failure?.happened).toBe('The file is gone.')
    expect(files.getState().files).toHaveLength(1)
  })

  it('are read with a profile once they are saved as one', async () => {
    const { files, file } = await withFile('components.csv')
    expect(await files.getState().saveProfile(file().handle, 'Systems')).toBe(true)
    expect(file().profile).toBe('Systems')
    await files.getState().applyProfile(file().handle, null)
    expect(file().profile).toBeNull()
    expect(file().fittingProfiles).toContain('Systems')
    await files.getState().applyProfile(file().handle, 'Systems')
    expect(file().profile).toBe('Systems')
  })

  it('go out again without a word to the host', async () => {
    const { files, file } = await withFile('hris.csv')
    files.getState().remove(file().handle)
    expect(requestsOf(files.getState().files)).toEqual([])
  })
})

describe('the check', () => {
  it('says what an import would do, and is not made twice for the same', async () => {
    const { backend, files } = await withFile('hris.csv')
    const call = vi.spyOn(backend, 'call')
    const check = createCheckStore(backend)
    const requests = requestsOf(files.getState().files)
    await check.getState().ensure(requests)
    await check.getState().ensure(requests)
    expect(check.getState().review?.files[0]).toMatchObject({ rows: 4860, rejected: 71 })
    expect(call.mock.calls.filter(([method]) => method === 'imports.check')).toHaveLength(1)
  })

  it('is made again for what was mended, and the fix says how often it applied', async () => {
    const { backend, files, file } = await withFile('hris.csv')
    const check = createCheckStore(backend)
    await check.getState().ensure(requestsOf(files.getState().files))
    const { handle, mapping } = file()
    await files.getState().remap(handle, withFixes(mapping, [{ kind: 'replace', column: 'End date', from: 'TBC', to: '' }]))
    await check.getState().ensure(requestsOf(files.getState().files))
    expect(checkedFile(check.getState().review, handle)).toMatchObject({ rejected: 71 - 38, fixes: [{ applied: 38 }] })
  })

  it('makes way for a newer one', async () => {
    const { backend, files, file } = await withFile('hris.csv')
    const check = createCheckStore(backend)
    const first = check.getState().ensure(requestsOf(files.getState().files))
    await files.getState().remap(file().handle, withColumn(file().mapping, 'level', null))
    await Promise.all([first, check.getState().ensure(requestsOf(files.getState().files))])
    await vi.waitFor(() => expect(check.getState().checkingKey).toBeNull())
    expect(check.getState().checkedKey).toBe(JSON.stringify(requestsOf(files.getState().files)))
    expect(check.getState().failure).toBeNull()
  })

  it('that was cancelled begins again only when somebody says so', async () => {
    const backend = createFakeBackend('open', 1)
    const { files } = await withFile('hris.csv', backend)
    const check = createCheckStore(backend)
    const requests = requestsOf(files.getState().files)
    const stop = backend.on('job.progress', ({ job }) => {
      stop()
      void backend.call('jobs.cancel', { job })
    })
    await check.getState().ensure(requests)
    expect(check.getState()).toMatchObject({ cancelled: true, review: null })
    await check.getState().ensure(requests)
    expect(check.getState().review).toBeNull()
    await check.getState().again(requests)
    expect(check.getState()).toMatchObject({ cancelled: false, stoppedKey: null })
    expect(check.getState().review).not.toBeNull()
  })

  it('is wanted again where the host has dropped it', async () => {
    const { backend, files, file } = await withFile('hris.csv')
    let isDropped = false
    const check = createCheckStore({
      ...backend,
      call: (method, input) =>
        isDropped && method === 'imports.rows'
          ? Promise.reject(new AppError('not-found', 'Nothing was checked.'))
          : backend.call(method, input),
    })
    await check.getState().ensure(requestsOf(files.getState().files))
    isDropped = true
    await check.getState().loadRows(file().handle, DATES, 0)
    expect(check.getState()).toMatchObject({ checkedKey: null, failure: null })
  })

  it('pages through the rows of a group, and gathers all of them for a fix of each', async () => {
    const { backend, files, file } = await withFile('hris.csv')
    const check = createCheckStore(backend)
    await check.getState().ensure(requestsOf(files.getState().files))
    await check.getState().loadRows(file().handle, DATES, 2)
    expect(check.getState().rows).toMatchObject({ page: 2, total: 60 })
    expect(check.getState().rows?.rows).toHaveLength(20)
    expect(await check.getState().allRows(file().handle, DATES, 500)).toHaveLength(60)
    expect(await check.getState().allRows(file().handle, DATES, 30)).toHaveLength(30)
    await check.getState().loadRows(file().handle, DATES, 9)
    expect(check.getState().rows?.page).toBe(0)
  })

  it('puts the parts of the problem rows together', async () => {
    const { backend, files, file } = await withFile('hris.csv')
    const check = createCheckStore(backend)
    await check.getState().ensure(requestsOf(files.getState().files))
    const rejected = await check.getState().rejectedOf(file().handle)
    expect(rejected?.name).toBe('hris-problem-rows.csv')
    expect(rejected?.text.split('\r\n')).toHaveLength(3)
    expect(check.getState().exporting).toBeNull()
  })

  it('keeps a question in sight once it is answered', async () => {
    const { backend, files, file } = await withFile('hris_partial.csv')
    const check = createCheckStore(backend)
    await check.getState().ensure(requestsOf(files.getState().files))
    expect(check.getState().review?.questions).toHaveLength(2)
    await files.getState().remap(file().handle, { ...file().mapping, missingPeople: 'keep' })
    await check.getState().ensure(requestsOf(files.getState().files))
    expect(check.getState().review?.questions.map(({ part }) => part)).toEqual(['changedIds'])
    expect(check.getState().asked.map(({ part }) => part)).toEqual(['missingPeople', 'changedIds'])
  })
})

describe('an import', () => {
  it('ends with the reports of its files, and the files are no longer waiting', async () => {
    const { backend, files } = await withFile('components.csv')
    const run = createRunStore(backend, createToasts(), () => files.getState().clear())
    expect(await run.getState().start(requestsOf(files.getState().files), ['components.csv'])).toBe(true)
    await vi.waitFor(() => expect(run.getState().stage).toBe('done'))
    expect(run.getState().reports).toHaveLength(1)
    expect(files.getState().files).toEqual([])
  })

  it('that is cancelled leaves the files chosen', async () => {
    const backend = createFakeBackend('open', 1)
    const { files } = await withFile('components.csv', backend)
    const run = createRunStore(backend, createToasts(), () => files.getState().clear())
    backend.on('job.progress', ({ job }) => void backend.call('jobs.cancel', { job }))
    await run.getState().start(requestsOf(files.getState().files), ['components.csv'])
    await vi.waitFor(() => expect(run.getState().stage).toBe('cancelled'))
    expect(files.getState().files).toHaveLength(1)
  })

  it('that cannot start says why and can be tried again', async () => {
    const backend = createFakeBackend('open', 0)
    const refusing = answering(backend, 'imports.start', () => Promise.reject(new AppError('bad-input', 'A question is open.')))
    const run = createRunStore(refusing, createToasts(), () => undefined)
    expect(await run.getState().start([], [])).toBe(false)
    expect(run.getState()).toMatchObject({ stage: 'none', failure: { happened: 'A question is open.' } })
  })
})
