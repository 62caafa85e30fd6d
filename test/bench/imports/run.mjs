/**
 * `npm run bench`: what an import costs, beside DuckDB on the same file, with one thread. A
 * measurement and no test: it ends with 0 whatever the figures are, and fails only where the two do
 * not come to the same counts.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../../main/cli/build.mjs'
import { timeToCancel } from './cancel.mjs'
import { writeContributions } from './contributions.mjs'
import { run } from './child.mjs'

const GOAL = { ratio: 2.5, cancelMs: 100, megabytes: 350, manyRowsMegabytes: 600 }
const MANY_ROWS = 1_000_000
const CANCEL_AT = [0.2, 0.35, 0.5, 0.65, 0.8]

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    'without-ids': { type: 'boolean', default: false },
    'memory-only': { type: 'boolean', default: false },
  },
})
const [rows, runs, seed] = [values.rows, values.runs, values.seed].map(Number)
if (![rows, runs].every(each => Number.isInteger(each) && each > 0) || !Number.isInteger(seed))
  throw new Error('--rows and --runs take a number from 1, --seed a whole number.')

const bench = path.dirname(fileURLToPath(import.meta.url))
await ensureBuilt()
if (!values['memory-only'] && !existsSync(path.join(bench, 'node_modules/@duckdb/node-api')))
  execFileSync('npm', ['ci', '--prefix', bench], { stdio: 'inherit', shell: process.platform === 'win32' })

const folder = mkdtempSync(path.join(os.tmpdir(), 'switchyard-bench-'))
try {
  const file = path.join(folder, 'contributions.csv')
  writeContributions(file, { rows, seed, hasIds: !values['without-ids'] })
  print(`${rows.toLocaleString('en')} contributions, ${(statSync(file).size / 1e6).toFixed(1)} MB, seed ${seed}`)
  if (values['memory-only']) printTable([memoryLine(await importOnce(file))])
  else printTable(await compare(file))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function importOnce(file) {
  const workspace = path.join(folder, 'bench.switchyard')
  rmSync(workspace, { recursive: true, force: true })
  return run('import-once.mjs', [file, workspace])
}

function duckdbOnce(file) {
  const database = path.join(folder, 'bench.duckdb')
  for (const each of [database, `${database}.wal`]) rmSync(each, { force: true })
  return run('duckdb-once.mjs', [file, database])
}

/** In turn, so that whatever else the machine does meanwhile slows both. */
async function compare(file) {
  const ours = []
  const theirs = []
  for (let round = 1; round <= runs; round++) {
    ours.push(await importOnce(file))
    theirs.push(await duckdbOnce(file))
    const [a, b] = [ours.at(-1), theirs.at(-1)]
    if (JSON.stringify(a.rollup) !== JSON.stringify(b.rollup))
      throw new Error(`The rollups differ: ${JSON.stringify(a.rollup)} and ${JSON.stringify(b.rollup)}`)
    print(
      `  run ${round}: Switchyard ${inWords(a)} (rollup ${seconds(a.rollupSeconds)}), DuckDB ${inWords(b)} (rollup ${seconds(b.rollupSeconds)})`,
    )
  }
  const cancelled = []
  const importSeconds = median(ours.map(each => each.wallSeconds - each.rollupSeconds))
  for (const share of CANCEL_AT) {
    const workspace = path.join(folder, 'cancelled.switchyard')
    rmSync(workspace, { recursive: true, force: true })
    cancelled.push(await timeToCancel(file, workspace, share * importSeconds * 1000))
  }
  const late = cancelled.filter(each => each !== null)
  const ratio = name => median(ours.map(each => each[name])) / median(theirs.map(each => each[name]))
  return [
    timeLine('Switchyard, wall clock', ours, 'wallSeconds'),
    timeLine('DuckDB, wall clock', theirs, 'wallSeconds'),
    ['ratio', ratio('wallSeconds').toFixed(2), `at most ${GOAL.ratio}`],
    timeLine('Switchyard, processor', ours, 'cpuSeconds'),
    timeLine('DuckDB, processor', theirs, 'cpuSeconds'),
    ['ratio', ratio('cpuSeconds').toFixed(2), ''],
    memoryLine(ours.reduce((a, b) => (a.importMegabytes > b.importMegabytes ? a : b))),
    ['from interrupt to exit', cancelWords(late), `about ${GOAL.cancelMs} ms`],
  ]
}

function timeLine(name, all, field) {
  const sorted = all.map(each => each[field]).sort((a, b) => a - b)
  return [name, `${seconds(median(sorted))} (${seconds(sorted[0])} to ${seconds(sorted.at(-1))})`, '']
}

function cancelWords(late) {
  if (late.length === 0) return 'each import was done before'
  const [least, most] = [Math.min(...late), Math.max(...late)].map(each => each.toFixed(0))
  return `${median(late).toFixed(0)} ms (${least} ms to ${most} ms)`
}

function memoryLine({ importMegabytes }) {
  const goal = rows > MANY_ROWS ? GOAL.manyRowsMegabytes : GOAL.megabytes
  return ['peak memory of the import', `${importMegabytes.toFixed(0)} MB`, `at most ${goal} MB`]
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

function seconds(value) {
  return `${value.toFixed(2)} s`
}

function inWords({ wallSeconds, cpuSeconds }) {
  return `${seconds(wallSeconds)}, processor ${seconds(cpuSeconds)}`
}

function printTable(lines) {
  const all = [['', 'median (least to most)', 'goal'], ...lines]
  const widths = [0, 1, 2].map(column => Math.max(...all.map(line => line[column].length)))
  for (const line of all)
    print(
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('   ')
        .trimEnd(),
    )
}

function print(line) {
  process.stdout.write(`${line}\n`)
}
