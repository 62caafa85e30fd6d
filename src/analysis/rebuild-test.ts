/**
 * Rebuild test: could this leader rebuild that core system, as far as records show? From authorship, recency, the phases of
 * work they covered there, and, where the system is changed with agents, their own practice with them.
 */
import { weekOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { newestFirst } from './evidence-rows.ts'
import type { Ground } from './ground.ts'
import { artifactsOf } from './knowledge-model.ts'
import type { Leader } from './leader-roster.ts'
import type { LeaderSettings } from './leader-settings.ts'
import { PHASES, phaseOfKinds } from './phase-items.ts'
import { groupRows } from './row-order.ts'
import { isWithin } from './window.ts'

export type RebuildVerdict = 'ready' | 'rusty' | 'no_evidence'

export interface Rebuild {
  readonly component: number
  readonly verdict: RebuildVerdict
  /** Artifacts they are an author of; where no artifact is named, whether a tenth of the work is theirs. */
  readonly isAuthor: boolean
  /** Whole weeks since they last changed something there; null where they never did. */
  readonly weeksSince: number | null
  /** Phases of work they covered there in the ownership period; a decision they took part in counts as one. */
  readonly phases: number
  /** Null where the system is not changed with agents, so that nobody asks for the practice. */
  readonly agentPractice: boolean | null
  /** Their rows there, and decisions they took part in, newest first. */
  readonly rows: Uint32Array
}

export interface RebuildTest {
  /** Core systems: marked so, or where none is marked, those that matter. */
  readonly core: readonly number[]
  readonly isMarked: boolean
  /** Per system with any evidence, and per system they answer for; of all other core systems there is none. */
  readonly of: (leader: Leader) => readonly Rebuild[]
}

export function rebuildTestOf(dataset: Dataset, ground: Ground, leaders: readonly Leader[], settings: LeaderSettings): RebuildTest {
  const { contributions, kindOf, asOf, components } = dataset
  const { model } = ground
  const marked = [...components.keys()].filter(component => components[component]?.core === true)
  const core = marked.length > 0 ? marked : [...components.keys()].filter(component => model.components.matters[component] === 1)
  const isCore = new Set(core)
  const phaseOfKind = phaseOfKinds(dataset)
  const byPerson = groupRows(contributions.length, row => contributions.person[row]!, dataset.people.length)
  const takenPart = decisionsTakenPartIn(dataset, leaders)
  const changes = (row: number) => kindOf[contributions.kind[row]!]?.changesArtifact === true
  const withAgents = agentShares(dataset, changes, settings)

  const rebuildOf = (leader: Leader, component: number, rows: readonly number[]): Rebuild => {
    const { person } = leader
    const changed = rows.filter(row => contributions.person[row] === person && changes(row))
    const newest = changed.reduce((latest, row) => Math.max(latest, contributions.day[row]!), -Infinity)
    const weeksSince = changed.length === 0 ? null : Math.floor((asOf - newest) / 7)
    const recent = rows.filter(row => isWithin(ground.periods.ownership, contributions.day[row]!))
    const phases = new Set(recent.map(row => phaseOfKind[contributions.kind[row]!]!).filter(phase => phase >= 0)).size
    const isAuthor = isAuthorOf(ground, person, component, settings)
    const asksForAgents = withAgents[component]! >= settings.rebuildAgentShare
    const fromWeek = weekOf(asOf) - settings.rebuildRecentWeeks
    const practises = rowsOf(byPerson, person).some(row => contributions.agent[row] === 2 && weekOf(contributions.day[row]!) > fromWeek)
    const agentPractice = asksForAgents ? practises : null
    const isReady =
      isAuthor &&
      weeksSince !== null &&
      weeksSince < settings.rebuildRecentWeeks &&
      phases >= Math.min(settings.rebuildPhases, PHASES.length) &&
      agentPractice !== false
    const verdict = isReady ? 'ready' : isAuthor || changed.length > 0 ? 'rusty' : 'no_evidence'
    return { component, verdict, isAuthor, weeksSince, phases, agentPractice, rows: newestFirst(dataset, rows) }
  }

  return {
    core,
    isMarked: marked.length > 0,
    of: leader => {
      const there = new Map<number, number[]>(leader.owned.flatMap(component => (isCore.has(component) ? [[component, []]] : [])))
      for (const row of [...rowsOf(byPerson, leader.person), ...takenPart.get(leader.person)!]) {
        const component = contributions.component[row]!
        if (!isCore.has(component) || contributions.day[row]! > asOf) continue
        const rows = there.get(component)
        if (rows) rows.push(row)
        else there.set(component, [row])
      }
      return [...there]
        .sort(([a], [b]) => a - b)
        .map(([component, rows]) => rebuildOf(leader, component, rows))
        .filter(({ component, verdict }) => verdict !== 'no_evidence' || leader.owned.includes(component))
    },
  }
}

/** Rows of others' decisions that name each leader as taking part. */
function decisionsTakenPartIn({ contributions, kindOf }: Dataset, leaders: readonly Leader[]): ReadonlyMap<number, number[]> {
  const found = new Map(leaders.map(({ person }): [number, number[]] => [person, []]))
  const { offsets, values } = contributions.participants
  for (let row = 0; row < contributions.length; row++) {
    if (kindOf[contributions.kind[row]!]?.mode !== 'decide') continue
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++)
      if (values[at] !== contributions.person[row]) found.get(values[at]!)?.push(row)
  }
  return found
}

const rowsOf = ({ offsets, rows }: ReturnType<typeof groupRows>, person: number) => rows.subarray(offsets[person], offsets[person + 1])

function isAuthorOf({ model }: Ground, person: number, component: number, { rebuildEffortShare }: LeaderSettings): boolean {
  const { authorOffsets, author } = model.authorship
  if (model.effort.namesArtifacts[component] === 1) {
    const { from, to } = artifactsOf(model, component)
    return author.subarray(authorOffsets[from], authorOffsets[to]).includes(person)
  }
  const [start, end] = [model.effort.offsets[component]!, model.effort.offsets[component + 1]!]
  const recent = model.effort.recentMicroHours.subarray(start, end)
  const at = model.effort.person.subarray(start, end).indexOf(person)
  const all = recent.reduce((sum, hours) => sum + hours, 0)
  return at >= 0 && all > 0 && recent[at]! >= rebuildEffortShare * all
}

/** Per system the share of recent changes that an agent made; 0 where nothing says so. */
function agentShares(
  { contributions, componentNames, asOf }: Dataset,
  changes: (row: number) => boolean,
  settings: LeaderSettings,
): Float64Array {
  const [made, all] = [new Float64Array(componentNames.length), new Float64Array(componentNames.length)]
  const fromWeek = weekOf(asOf) - settings.rebuildRecentWeeks
  for (let row = 0; row < contributions.length; row++) {
    const component = contributions.component[row]!
    const day = contributions.day[row]!
    if (component < 0 || day > asOf || weekOf(day) <= fromWeek || !changes(row)) continue
    all[component]!++
    if (contributions.agent[row] === 2) made[component]!++
  }
  return made.map((count, component) => (all[component] === 0 ? 0 : count / all[component]!))
}
