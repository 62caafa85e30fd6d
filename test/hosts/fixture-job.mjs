// A job thread whose request says how it behaves.
import { parentPort, workerData } from 'node:worker_threads'

const { request, cancelled } = workerData
const flag = new Int32Array(cancelled)
const post = (message, transfer = []) => parentPort.postMessage(message, transfer)
const progress = (stage, done) => post({ kind: 'progress', progress: { stage, done, rows: 0 } })
const MEGABYTE_PAGES = 16

switch (request.kind) {
  case 'columns': {
    const people = new Int32Array([1, 2, 3])
    post({ kind: 'done', result: { people } }, [people.buffer])
    setInterval(() => {}, 1000) // would stay, were it not ended
    break
  }
  case 'memory': {
    const memory = new WebAssembly.Memory({ initial: request.megabytes * MEGABYTE_PAGES })
    new Uint8Array(memory.buffer).fill(1)
    post({ kind: 'done', result: {} })
    setInterval(() => memory, 1000)
    break
  }
  case 'watching':
    progress('Working', 0)
    while (Atomics.load(flag, 0) === 0);
    post({ kind: 'failed', code: 'cancelled', message: 'Noticed' })
    break
  case 'blind':
    progress('Working', 0)
    for (;;);
  case 'chatty': {
    const endsAt = performance.now() + 1000
    for (let at = 0; performance.now() < endsAt; at++) if (at % 1000 === 0) progress('Reading', at)
    progress('Saving', 1)
    setTimeout(() => post({ kind: 'done', result: {} }), 250)
    break
  }
  case 'refused':
    post({ kind: 'failed', code: 'bad-input', message: 'people.csv has no column person_id.' })
    break
  case 'throws':
    throw new RangeError('a message with personal data')
  case 'exits':
    process.exit(1)
  case 'hungry': {
    const hoard = []
    for (;;) hoard.push(Array.from({ length: 100_000 }, (_, at) => ({ at })))
  }
}
