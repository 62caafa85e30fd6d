/** How long an interrupted import goes on. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const INTERRUPTED = 130

/** Milliseconds from an interrupt to the end of the process; null when the import was done before. */
export function timeToCancel(file, workspace, afterMs) {
  return new Promise((resolve, reject) => {
    const cli = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url))
    const child = spawn(process.execPath, [cli, 'import', '--workspace', workspace, '--contributions', file], { stdio: 'ignore' })
    let interrupted = 0
    const timer = setTimeout(() => {
      interrupted = performance.now()
      child.kill('SIGINT')
    }, afterMs)
    child.once('error', reject)
    child.once('exit', code => {
      clearTimeout(timer)
      resolve(code === INTERRUPTED ? performance.now() - interrupted : null)
    })
  })
}
