// Runs report.ts: Node 20 cannot read TypeScript by itself, so Vite, which is here anyway, does.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('./report.ts', import.meta.url)), { configFile: false, logLevel: 'error' })
process.exitCode = await module.makeReport()
