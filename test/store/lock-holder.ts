/** A process of its own for the tests: takes the lock of a folder when told to, says how that went, and holds it. */
import { hostname } from 'node:os'
import { takeLock } from '../../src/store/lock.ts'
import type { Sqlite } from '../../src/store/sqlite.ts'

const [, , directory = ''] = process.argv
const environment = { sqlite: {} as Sqlite /* a lock needs none */, now: () => new Date(), process: { pid: process.pid, host: hostname() } }
process.stdout.write('ready\n')
process.stdin.once('data', () => {
  void takeLock(directory, environment).then(
    () => process.stdout.write('taken\n'),
    (error: unknown) => process.stdout.write(`refused ${error instanceof Error ? error.message : ''}\n`),
  )
})
setInterval(() => undefined, 1000)
