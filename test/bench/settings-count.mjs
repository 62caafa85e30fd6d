// Runs settings-count.ts: Node 20 cannot read TypeScript by itself, so Vite, which is here anyway, does.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const file = fileURLToPath(new URL('./settings-count.ts', import.meta.url))
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' })
process.exitCode = module.bench()
