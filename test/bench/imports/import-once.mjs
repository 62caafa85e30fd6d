/** One import by the command line proper, into a new workspace, and the rollup of what it stored. */
import { cpuSeconds } from './child.mjs'
import { rollUp } from './rollup.mjs'

const [file, workspace] = process.argv.slice(2)
const cli = new URL('../../../out/main/cli.js', import.meta.url)
process.argv = [process.argv[0], cli.pathname, 'import', '--workspace', workspace, '--contributions', file]
await import(cli.href)
if (process.exitCode) throw new Error('The import failed')
// libuv gives what Linux calls VmHWM, in kilobytes.
const importMegabytes = process.resourceUsage().maxRSS / 1024
const started = performance.now()
const rollup = await rollUp(workspace)
process.send({ rollup, rollupSeconds: (performance.now() - started) / 1000, cpuSeconds: cpuSeconds(), importMegabytes })
