/** Speed without eyes, looked for in units and, where reviews say what they are about, in people. */
import type { Band } from '../domain/flag.ts'
import type { Dataset } from '../domain/dataset.ts'
import { compareText } from '../domain/identifiers.ts'
import { addedUp, agentOutputOf, COUNTS, halfOf, NONE, weeklyCountsOf } from './agent-output.ts'
import type { AgentOutput, Looks, WeeklyCounts } from './agent-output.ts'
import type { AgentSettings } from './agent-settings.ts'
import { describePersonSpeed, describeUnitSpeed } from './agent-speed-words.ts'
import { survivesMovedThresholds } from './band.ts'
import { candidatesOf } from './candidates.ts'
import type { Finding, NotEnough, PatternResult } from './finding.ts'
import type { Ground } from './ground.ts'
import { presenceOf } from './knowledge-model.ts'
import { reviewedPieces } from './reviewed-pieces.ts'
import { missingAmong } from './route-inputs.ts'
import { groupRows } from './row-order.ts'
import { seededRandom } from './seeded-random.ts'
import { hasGrown, speedOf } from './speed-without-eyes.ts'
import type { Halves, Speed } from './speed-without-eyes.ts'
import { pathsOf } from './unit-history.ts'
import { DEFAULT_RESAMPLING } from './week-resampling.ts'

/** A unit it is raised for. */
export interface UnitSpeed extends Pick<Finding, 'coverage' | 'survivesMoved' | 'reasons' | 'counter' | 'wouldChange'> {
  /** A path; the unit itself, without what is below it. */
  readonly unit: string
  readonly people: number
  readonly band: Band
  readonly speed: Speed
  readonly halves: Halves
  readonly steadiness: number
}

export interface AgentSpeed {
  /** In the order of paths; null where the records do not reach back over both halves, or no look was ever written down. */
  readonly units: readonly UnitSpeed[] | null
  readonly result: PatternResult
  /** Per person the share of draws in which the flag is still raised; 0 for those without. */
  readonly steadiness: Float64Array
  /** Those whose agent work grew and of whom the rest can be told, and what they are held against. */
  readonly asked: readonly { readonly person: number; readonly halves: Halves }[]
  readonly others: Halves
}

const PATTERN = 'speed_without_eyes'
const COVERAGE_LEAST = 0.5
/** Of a person's work those looks count that are at that very work: they are added piece by piece. */
const NO_LOOKS: Looks = { row: new Uint32Array(), person: new Int32Array(), week: new Uint16Array(), component: new Int32Array() }
const UNIT_COLUMNS = ['contributions.agent', 'contributions.component', 'contributions.outcome', 'people.org_unit'] as const
const PERSON_COLUMNS = ['contributions.agent', 'contributions.artifact|contributions.work_item', 'contributions.outcome'] as const

export function findAgentSpeed(dataset: Dataset, ground: Ground, settings: AgentSettings): AgentSpeed {
  const output = agentOutputOf(dataset, ground, settings)
  const isTold =
    output.coversBoth && (output.looks.row.length >= settings.eyesLeast || output.made.outcome.some(outcome => outcome !== NONE))
  return { units: isTold ? unitSpeeds(dataset, ground, output, settings) : null, ...personSpeeds(dataset, ground, output, settings) }
}

interface Watched {
  readonly counts: WeeklyCounts
  readonly halves: Halves
  readonly hasGrown: boolean
}

function watch(counts: WeeklyCounts, settings: AgentSettings): Watched {
  const half = (which: 'recent' | 'earlier') => halfOf(counts, which, settings.comparedWeeks)
  const halves = { recent: half('recent'), earlier: half('earlier') }
  return { counts, halves, hasGrown: hasGrown(halves, settings) }
}

/** Those whose agent work did not grow, all together. */
function othersOf(watched: readonly Watched[]): Halves {
  const rest = watched.filter(one => !one.hasGrown).map(({ halves }) => halves)
  return { recent: addedUp(rest.map(({ recent }) => recent)), earlier: addedUp(rest.map(({ earlier }) => earlier)) }
}

function unitSpeeds(dataset: Dataset, ground: Ground, output: AgentOutput, settings: AgentSettings): UnitSpeed[] {
  const unitOf = dataset.people.map(({ orgUnit }) => pathsOf(orgUnit).at(-1) ?? null)
  const units = [...new Set(unitOf.filter(unit => unit !== null))].sort(compareText)
  const place = new Map(units.map((unit, at) => [unit, at]))
  // People without a unit are no unit, but work as well: they stand last, among the others.
  const groupOf = Int32Array.from(unitOf, unit => (unit === null ? units.length : place.get(unit)!))
  const counts = weeklyCountsOf(output, groupOf, units.length + 1, dataset.componentNames.length, settings.comparedWeeks)
  const watched = counts.map(one => watch(one, settings))
  const others = othersOf(watched)
  const missing = missingAmong(dataset, UNIT_COLUMNS)
  const coverage = (UNIT_COLUMNS.length - missing.length) / UNIT_COLUMNS.length
  const { present } = presenceOf(ground.model)
  const people = groupRows(groupOf.length, person => groupOf[person]!, units.length + 1)
  const { looks } = output
  const looksBySystem = groupRows(looks.row.length, look => looks.component[look]!, dataset.componentNames.length)
  const looksAt = (component: number) => looksBySystem.rows.subarray(looksBySystem.offsets[component], looksBySystem.offsets[component + 1])
  return units.flatMap((unit, at): UnitSpeed[] => {
    const one = watched[at]!
    if (!one.hasGrown || coverage < COVERAGE_LEAST) return []
    const speed = speedOf(one.halves, others, settings)
    if (speed.band === null) return []
    const members = people.rows.subarray(people.offsets[at], people.offsets[at + 1])
    return [
      {
        unit,
        people: members.reduce((sum, person) => sum + present[person]!, 0),
        band: speed.band,
        speed,
        halves: one.halves,
        coverage,
        survivesMoved: survivesMovedThresholds(speed.gates),
        steadiness: steadinessOf(one.counts, others, settings),
        ...describeUnitSpeed(dataset, ground, output, one.halves, speed, members, looksAt, settings),
      },
    ]
  })
}

function personSpeeds(dataset: Dataset, ground: Ground, output: AgentOutput, settings: AgentSettings): Omit<AgentSpeed, 'units'> {
  const findings: Finding[] = []
  const notEnough: NotEnough[] = []
  const told: { person: number; halves: Halves }[] = []
  const scores = new Float64Array(dataset.people.length).fill(NaN)
  const steadiness = new Float64Array(dataset.people.length)
  const candidates = candidatesOf(dataset, ground.model)
  const made = new Uint32Array(dataset.people.length)
  for (let entry = 0; entry < output.made.person.length; entry++)
    if (output.made.byAgent[entry] === 1 && output.made.week[entry]! < settings.comparedWeeks) made[output.made.person[entry]!]!++
  const asked = [...dataset.people.keys()].filter(person => candidates[person] === 1 && made[person]! >= settings.agentOutputLeast)
  const place = new Map(asked.map((person, at) => [person, at]))
  const groupOf = Int32Array.from(dataset.people, (_, person) => place.get(person) ?? asked.length)
  const counts = weeklyCountsOf(
    { made: output.made, looks: NO_LOOKS },
    groupOf,
    asked.length + 1,
    dataset.componentNames.length,
    settings.comparedWeeks,
  )
  const reviewed = reviewedPieces(dataset, ground, output, settings.reviewLagDays)
  const eyes = COUNTS.indexOf('eyes')
  for (let entry = 0; entry < output.made.person.length; entry++)
    counts[groupOf[output.made.person[entry]!]!]![output.made.week[entry]! * COUNTS.length + eyes]! += reviewed[entry]!
  const watched = counts.map(one => watch(one, settings))
  const others = othersOf(watched)
  const everybody = addedUp(watched.map(({ halves }) => halves.earlier))
  const isTold = output.coversBoth && everybody.eyes >= settings.reviewedShareLeast * everybody.output
  const missing = missingAmong(dataset, PERSON_COLUMNS)
  const coverage = (PERSON_COLUMNS.length - missing.length) / PERSON_COLUMNS.length
  for (const [at, person] of asked.entries()) {
    const one = watched[at]!
    if (!one.hasGrown) continue
    if (!isTold || coverage < COVERAGE_LEAST) {
      const lacks = output.coversBoth ? missing : [`contributions of ${2 * settings.comparedWeeks} weeks`]
      notEnough.push({ person, pattern: PATTERN, missing: lacks.length > 0 ? lacks : ['contributions.artifact: of reviews'] })
      continue
    }
    told.push({ person, halves: one.halves })
    const speed = speedOf(one.halves, others, settings)
    scores[person] = Math.max(0, 1 - Math.min(1, speed.measures.eyesToOthers))
    if (speed.band === null) continue
    steadiness[person] = steadinessOf(one.counts, others, settings)
    findings.push({
      person,
      pattern: PATTERN,
      band: speed.band,
      coverage,
      survivesMoved: survivesMovedThresholds(speed.gates),
      ...describePersonSpeed(dataset, ground, output, reviewed, one.halves, speed, person, settings),
    })
  }
  return { result: { findings, notEnough, scores }, steadiness, asked: told, others }
}

/** The share of seeded draws of the weeks, of each half its own, in which it is still raised; what others did is as it was. */
function steadinessOf(counts: WeeklyCounts, others: Halves, settings: AgentSettings): number {
  const { comparedWeeks } = settings
  const times = new Uint16Array(2 * comparedWeeks)
  const { draws, seed } = DEFAULT_RESAMPLING
  let raised = 0
  for (let draw = 0; draw < draws; draw++) {
    const random = seededRandom(seed, draw)
    times.fill(0)
    for (let week = 0; week < comparedWeeks; week++) {
      times[random.below(comparedWeeks)]!++
      times[comparedWeeks + random.below(comparedWeeks)]!++
    }
    const halves = { recent: halfOf(counts, 'recent', comparedWeeks, times), earlier: halfOf(counts, 'earlier', comparedWeeks, times) }
    if (hasGrown(halves, settings) && speedOf(halves, others, settings).band !== null) raised++
  }
  return raised / draws
}
