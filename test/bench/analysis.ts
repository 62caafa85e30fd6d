/** How long an analysis takes and how much memory, by size: the goals are ratios, so that they hold on any machine. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { activityOf } from '../../src/analysis/activity.ts'
import { analyse } from '../../src/analysis/analyse.ts'
import { effortOf } from '../../src/analysis/effort.ts'
import { leavesOf } from '../../src/analysis/leave.ts'
import { personMonthsOf } from '../../src/analysis/person-months.ts'
import { piecesOf } from '../../src/analysis/pieces.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { periodsOf } from '../../src/analysis/window.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { largeOrganisation } from './large-organisation.ts'

const ROWS_EACH = 400
const SIZES = [500, 5000, 50_000]
const TURNS: Readonly<Record<number, number>> = { 500: 3, 5000: 3 }

interface Measured {
  readonly people: number
  /** Seconds of processor time, the median of all turns. */
  readonly analysis: number
  readonly onePass: number
  readonly findings: number
  /** Megabytes: of the process at its highest, and when only the records were there. */
  readonly peak: number
  readonly records: number
}

/** The yardstick: effort of each person and month, by the same engine. */
function onePass(dataset: Dataset): void {
  const { window } = periodsOf(dataset.asOf, DEFAULT_SETTINGS)
  const activity = activityOf(dataset, window, leavesOf(dataset), DEFAULT_SETTINGS)
  personMonthsOf(dataset, effortOf(dataset, piecesOf(dataset), activity, DEFAULT_SETTINGS))
}

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** VmHWM of this process, in megabytes; of Node's own account where there is no /proc. */
function peakMegabytes(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const told = /VmHWM:\s+(\d+) kB/.exec(status)?.[1]
  return Number(told ?? process.resourceUsage().maxRSS) / 1024
}

export function measure(people: number): Measured {
  const dataset = largeOrganisation(people, ROWS_EACH)
  const records = process.memoryUsage.rss() / 2 ** 20
  let findings = 0
  const turns = Array.from({ length: TURNS[people] ?? 1 }, () => ({
    onePass: processorSeconds(() => onePass(dataset)),
    analysis: processorSeconds(() => {
      findings = analyse(dataset, DEFAULT_SETTINGS).patterns.findings.length
    }),
  }))
  return {
    people,
    analysis: middle(turns.map(turn => turn.analysis)),
    onePass: middle(turns.map(turn => turn.onePass)),
    findings,
    peak: peakMegabytes(),
    records,
  }
}

/** `--people N` measures one size in this process; otherwise each size gets a process of its own. Gives the exit code. */
export function bench(given: readonly string[]): number {
  const at = given.indexOf('--people')
  if (at >= 0) {
    console.log(JSON.stringify(measure(Number(given[at + 1]))))
    return 0
  }
  const launcher = fileURLToPath(new URL('./analysis.mjs', import.meta.url))
  const measured = SIZES.map(people => {
    const { stdout, status } = spawnSync(process.execPath, ['--max-old-space-size=8192', launcher, '--people', String(people)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (status !== 0) throw new Error(`the analysis of ${people} people failed`)
    // Written by `measure` above, as its only line.
    const one = JSON.parse(stdout) as Measured
    console.log(
      `${people} people: ${one.analysis.toFixed(2)} s, ${((1000 * one.analysis) / people).toFixed(2)} ms a person, ` +
        `${(one.analysis / one.onePass).toFixed(1)} x one pass, peak ${one.peak.toFixed(0)} MB of which records ${one.records.toFixed(0)} MB, ${one.findings} findings`,
    )
    return one
  })
  const perPerson = measured.map(one => one.analysis / one.people)
  const goals: readonly (readonly [goal: string, value: number, most: number])[] = [
    ['time a person, largest over smallest', perPerson.at(-1)! / perPerson[0]!, 1.5],
    ['analysis over one pass, at the largest', measured.at(-1)!.analysis / measured.at(-1)!.onePass, 8],
    ['peak megabytes at the largest', measured.at(-1)!.peak, 2048],
  ]
  for (const [goal, value, most] of goals)
    console.log(`${value <= most ? 'met' : 'MISSED'}: ${goal}: ${value.toFixed(2)} (at most ${most})`)
  return goals.every(([, value, most]) => value <= most) ? 0 : 1
}
