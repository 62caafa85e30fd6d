/** How long it takes to count the flags of 50,000 people at other thresholds, against one plain pass over the same columns. */
import { gateTableOf } from '../../src/analysis/gate-candidates.ts'
import { bandsAt, flagCounts } from '../../src/analysis/gate-table.ts'
import type { GateBlock, GateTable } from '../../src/analysis/gate-table.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { DEFAULT_METHOD } from '../../src/analysis/method-changes.ts'
import { findPatterns } from '../../src/analysis/patterns.ts'
import { largeOrganisation } from './large-organisation.ts'

const PEOPLE = 50_000
const TURNS = 41
const GOAL_MS = 100

/** Everybody a candidate of every pattern that has any: more than range and records ever leave. */
function widened(block: GateBlock): GateBlock {
  const rows = block.person.length
  if (rows === 0) return block
  const wide = (column: Float64Array) => Float64Array.from({ length: PEOPLE }, (_, row) => column[row % rows]!)
  return {
    ...block,
    person: Uint32Array.from({ length: PEOPLE }, (_, row) => row),
    gates: block.gates.map(gate => ({
      ...gate,
      value: wide(gate.value),
      scale: gate.scale && wide(gate.scale),
      cap: gate.cap && wide(gate.cap),
    })),
    steps: block.steps && { ...block.steps, value: wide(block.steps.value) },
    isRaised: block.isRaised && Uint8Array.from({ length: PEOPLE }, (_, row) => block.isRaised![row % rows]!),
  }
}

function plainPass({ blocks }: GateTable): number {
  let sum = 0
  for (const { gates, steps } of blocks) {
    for (const column of [...gates.flatMap(({ value, scale, cap }) => [value, scale, cap]), steps?.value ?? null])
      if (column) for (let row = 0; row < column.length; row++) if (column[row]! > 0.5) sum++
  }
  return sum
}

function medianMs(work: (turn: number) => unknown): number {
  const times = Array.from({ length: TURNS }, (_, turn) => {
    const started = process.hrtime.bigint()
    work(turn)
    return Number(process.hrtime.bigint() - started) / 1e6
  })
  return times.toSorted((a, b) => a - b)[TURNS >> 1]!
}

export function bench(): number {
  const dataset = largeOrganisation(1000, 200)
  const ground = groundOf(dataset, DEFAULT_METHOD.settings)
  const { patterns } = DEFAULT_METHOD
  const made = gateTableOf(dataset, ground, findPatterns(dataset, ground, patterns), patterns)
  const table: GateTable = { ...made, people: PEOPLE, blocks: made.blocks.map(widened) }
  const columns = table.blocks.reduce((sum, { gates }) => sum + gates.length, 0)
  const rows = table.blocks.reduce((sum, { person }) => sum + person.length, 0)
  const count = medianMs(turn => flagCounts(bandsAt(table, { 'routes.handsOnRatio': 0.3 + turn / 1000, keeperHold: 0.5 + turn / 1000 })))
  const pass = medianMs(() => plainPass(table))
  process.stdout.write(
    `${PEOPLE} people, ${rows} rows, ${columns} gates: counted in ${count.toFixed(1)} ms, ` +
      `${(count / pass).toFixed(1)} times one plain pass (${pass.toFixed(1)} ms); the goal is ${GOAL_MS} ms\n`,
  )
  return count <= GOAL_MS ? 0 : 1
}
