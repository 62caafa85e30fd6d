/** Runs a measured piece of work in a process of its own. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What the script sends, with the seconds from its start until then. Rejects when it ends without. */
export function run(script, args) {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    let answer = null
    const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    let said = ''
    child.stderr.on('data', chunk => (said += chunk))
    child.once('message', message => (answer = { ...message, wallSeconds: (performance.now() - started) / 1000 }))
    child.once('error', reject)
    child.once('exit', () => (answer ? resolve(answer) : reject(new Error(`${script} failed. ${said}`))))
  })
}

/** Of this process so far, all its threads together. */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
