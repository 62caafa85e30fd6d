/** The loopback host as a program: `loopback.js [--no-window] [--workspace DIR]`. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../../src/contract/wire.ts'
import { findInstallation } from '../engine/places.ts'
import { faultOf } from '../engine/refusal.ts'
import { startLoopback, terminationSignal } from './loopback.ts'

const warn = (line: string) => void process.stderr.write(`${line}\n`)
const EXIT_FAULT = 1
const EXIT_UNUSABLE_INPUT = 2

try {
  const { values } = parseArgs({ options: { 'no-window': { type: 'boolean', default: false }, workspace: { type: 'string' } } })
  process.exitCode = await startLoopback({
    installation: await findInstallation(import.meta.url),
    environment: process.env,
    ...(values.workspace === undefined ? {} : { workspace: path.resolve(values.workspace) }),
    opensWindow: !values['no-window'],
    print: line => void process.stdout.write(`${line}\n`),
    warn,
    signal: terminationSignal(),
  })
} catch (error) {
  const fault = faultOf('loopback', error).error
  const isMisused = fault.includes('ERR_PARSE_ARGS')
  if (error instanceof AppError) warn(error.message)
  else warn(isMisused ? 'Usage: loopback.js [--no-window] [--workspace DIR]' : `Switchyard could not start: ${fault}`)
  const isUnusable = isMisused || (error instanceof AppError && error.code !== 'internal')
  process.exitCode = isUnusable ? EXIT_UNUSABLE_INPUT : EXIT_FAULT
}
