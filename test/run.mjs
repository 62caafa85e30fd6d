/**
 * All tests, with all they need: types, lint and format, the build, a Chromium for the window, then
 * vitest (unit, golden, hosts, command line, end to end). Ends with the line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../main/cli/build.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge']
const tool = name => path.join(root, 'node_modules/.bin', name)

let passed = 0
let failed = 0

function run(name, command, args, environment = {}) {
  process.stdout.write(`\n== ${name}\n`)
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
  if (error) process.stdout.write(`${error.message}\n`)
  return status === 0
}

function count(isGood) {
  if (isGood) passed += 1
  else failed += 1
}

/** A browser that is there, or that Debian's package manager can bring when we are root; otherwise words. */
function ensureBrowser() {
  const found = () =>
    process.env['SWITCHYARD_BROWSER'] ?? (process.platform === 'linux' ? BROWSERS.find(file => existsSync(file)) : 'the installed one')
  if (found()) return true
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('Chromium for the browser tests', 'apt-get', ['update', '-qq'])
    run('Chromium for the browser tests', 'apt-get', ['install', '-y', '-qq', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' })
    if (found()) return true
  }
  process.stdout.write('The browser tests need Chromium. Install it with: sudo apt-get install -y chromium\n')
  return false
}

count(run('Types of the app', tool('tsc'), ['-p', '.']))
count(run('Types of the window', tool('tsc'), ['-p', 'renderer']))
count(run('Lint: rules and arrows', tool('oxlint'), ['--type-aware', '--deny-warnings', 'src', 'main', 'renderer', 'fixtures', 'test']))
count(run('Format', tool('prettier'), ['--check', '--log-level', 'warn', '.']))
count(
  await ensureBuilt().then(
    () => true,
    error => (process.stdout.write(`${error.message}\n`), false),
  ),
)
count(ensureBrowser())

const scratch = mkdtempSync(path.join(os.tmpdir(), 'switchyard-test-'))
const outcome = path.join(scratch, 'outcome.json')
const suites = run('Tests', tool('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${outcome}`])
if (existsSync(outcome)) {
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(outcome, 'utf8'))
  passed += numPassedTests
  failed += numFailedTests
  // A file that does not even load has no failed test of its own.
  if (!success && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites)
} else count(suites)
rmSync(scratch, { recursive: true, force: true })

process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
