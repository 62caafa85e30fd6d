#!/usr/bin/env node
/** `switchyard`: makes sure the app is built, then hands over to the command line. */
import { ensureBuilt } from './build.mjs'

try {
  await ensureBuilt()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
await import('../../out/main/cli.js')
