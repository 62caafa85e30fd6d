// The engine as built, with one method more: `crash`.
import { parentPort, workerData } from 'node:worker_threads'

parentPort.on('message', ({ question }) => {
  if (question?.method === 'crash') process.exit(3)
})
await import(new URL('engine.js', workerData.jobEntry).href)
