// Speaks the engine's protocol without a service behind it, and dies when told to. `version` chooses how it starts.
import { parentPort, workerData } from 'node:worker_threads'

const { version } = workerData
const adopted = []
let directory = null
const post = message => parentPort.postMessage(message)
const state = () =>
  directory === null
    ? null
    : {
        name: directory,
        location: directory,
        sample: false,
        purpose: null,
        counts: { liveImports: 0, people: 0, contributions: 0, components: 0 },
        analysis: { status: 'none', asOf: null },
        job: null,
        notices: [],
      }

const calls = {
  echo: input => input,
  adopted: () => adopted,
  'workspace.current': () => state(),
  crash: () => process.exit(3),
  throw: () => {
    throw new TypeError('a message with personal data')
  },
  hang: () => undefined,
  slow: () => undefined,
  progress: () => {
    const data = { job: 'job-1', kind: 'import', stage: 'Reading', done: 0.5, rows: 10, rowsPerSecond: null, secondsLeft: null }
    post({ kind: 'event', event: { name: 'job.progress', data } })
    return null
  },
}

if (version === 'throws at start') throw new Error('no')
if (version === 'refuses to start')
  post({ kind: 'failed', outcome: { ok: false, code: 'unavailable', message: 'SQLite could not be loaded.' } })
else {
  parentPort.on('message', ({ kind, id, question, handle }) => {
    const answer = (value, delayMs = 0) =>
      delayMs === 0
        ? post({ kind: 'outcome', id, outcome: { ok: true, value } })
        : setTimeout(() => post({ kind: 'outcome', id, outcome: { ok: true, value } }), delayMs)
    if (kind === 'adopt') return adopted.push(handle)
    switch (question.kind) {
      case 'call': {
        const value = calls[question.method](question.input)
        if (question.method === 'slow') answer('slow', 200)
        else if (question.method !== 'hang') answer(value)
        return
      }
      case 'openAt':
        if (question.directory.endsWith('damaged'))
          return post({ kind: 'outcome', id, outcome: { ok: false, code: 'damaged', message: 'This workspace is damaged.' } })
        directory = question.directory
        post({ kind: 'workspace', directory })
        return answer(null)
      case 'spoolDirectory':
        return answer(directory === null ? null : `${directory}/spool`)
      case 'stop':
        return version === 'never stops' ? undefined : answer(null)
    }
  })
  post({ kind: 'ready' })
}
