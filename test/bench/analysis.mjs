// Runs analysis.ts: Node 20 cannot read TypeScript by itself, so Vite, which is here anyway, does.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('./analysis.ts', import.meta.url)), { configFile: false, logLevel: 'error' })
process.exitCode = module.bench(process.argv.slice(2))
