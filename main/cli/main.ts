/** The command line: words in, words or JSON out, an exit code. All work is the service's. */
import { AppError } from '../../src/contract/wire.ts'
import { findInstallation } from '../engine/places.ts'
import { faultOf } from '../engine/refusal.ts'
import { runCommand } from './commands.ts'
import { OptionsError, USAGE, parseCommand } from './options.ts'
import { note } from './terminal.ts'
import { createWorkbench } from './workbench.ts'

const EXIT_FAULT = 1
const EXIT_UNUSABLE = 2
const EXIT_INTERRUPTED = 130

try {
  const command = parseCommand(process.argv.slice(2))
  process.exitCode = await runCommand(command, async () => createWorkbench(await findInstallation(import.meta.url)))
} catch (error) {
  process.exitCode = tell(error)
}

/** Says what happened on standard error and returns the exit code. */
function tell(error: unknown): number {
  if (error instanceof OptionsError) {
    note(`${error.message}\n\n${USAGE}`)
    return EXIT_UNUSABLE
  }
  if (error instanceof AppError && error.code !== 'internal') {
    note(error.message)
    return error.code === 'cancelled' ? EXIT_INTERRUPTED : EXIT_UNUSABLE
  }
  const isDebugging = process.env['SWITCHYARD_DEBUG'] !== undefined
  // A message may quote data, so only the kind of the error is told unless somebody asks.
  const words = isDebugging && error instanceof Error ? error.stack : faultOf('command line', error).error
  note(`Switchyard failed; what was saved before is safe. ${words}`)
  if (!isDebugging) note('Set SWITCHYARD_DEBUG=1 to see where.')
  return EXIT_FAULT
}
