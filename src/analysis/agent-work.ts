/** Work with agents: which rows are, and in which weeks somebody's came with a brief, an evaluation and kept-up configuration. */
import { weekOf } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { AgentSettings } from './agent-settings.ts'
import { groupRows } from './row-order.ts'
import { isWeekWithin, isWithin } from './window.ts'
import type { Period } from './window.ts'

/** What makes work with agents more than speed: what they are told, whether it is checked, and by which rules they go. */
export const PREPARATIONS = ['agent_brief', 'agent_eval', 'agent_config'] as const
type Preparation = (typeof PREPARATIONS)[number]

const BY_AN_AGENT = 2

/** Weeks of a period in which an agent did work of theirs, and in how many of them each preparation was there. */
export interface AgentWeeks {
  /** Any agent work, done by one or preparing it, or any action of theirs that a tool counted. */
  readonly isAdopter: boolean
  readonly weeks: number
  readonly prepared: Readonly<Record<Preparation, number>>
  /** Weeks with all three. */
  readonly integrated: number
  /** Rows of agent work, in the order of Dataset.contributions. */
  readonly rows: readonly number[]
}

/** Whether any row says that an agent did it, prepares one, or counts actions: else nothing is known of agents, rather than that there are none. */
export function isAgentWorkRecorded(dataset: Dataset): boolean {
  const isPreparing = preparationOfKinds(dataset)
  const { agent, kind } = dataset.contributions
  const isOnWork = agent.some(one => one === BY_AN_AGENT) || kind.some(one => isPreparing[one] !== null)
  return isOnWork || dataset.meetings.agentActions.some(actions => actions > 0)
}

function preparationOfKinds({ kindNames, kindOf }: Dataset): (Preparation | null)[] {
  return kindNames.map((name, at) => (kindOf[at] === null ? null : (PREPARATIONS.find(one => one === name) ?? null)))
}

/** Per person. A preparation counts where they made it, where anybody made it for the same system, or where their work names a brief it uses. */
export function agentWeeksOf(dataset: Dataset, period: Period, settings: AgentSettings): AgentWeeks[] {
  const { contributions, people } = dataset
  const { person, day, component, agent, kind } = contributions
  const preparationOf = preparationOfKinds(dataset)
  const prepared = preparationsOf(dataset, preparationOf)
  const usesBrief = briefUse(dataset, preparationOf)
  const acted = peopleWithActions(dataset, period)
  const { offsets, rows } = groupRows(contributions.length, row => person[row]!, people.length)
  const reach: Readonly<Record<Preparation, number>> = {
    agent_brief: settings.briefWeeks,
    agent_eval: settings.evaluationWeeks,
    agent_config: settings.configurationWeeks,
  }
  return people.map((_, one): AgentWeeks => {
    const own = Array.from(rows.subarray(offsets[one], offsets[one + 1])).filter(row => isWithin(period, day[row]!))
    const done = own.filter(row => agent[row] === BY_AN_AGENT)
    const byWeek = new Map<number, number[]>()
    for (const row of done) byWeek.set(weekOf(day[row]!), [...(byWeek.get(weekOf(day[row]!)) ?? []), row])
    const counts = { agent_brief: 0, agent_eval: 0, agent_config: 0 }
    let integrated = 0
    for (const [week, weekRows] of byWeek) {
      const isThere = (what: Preparation) => {
        const within = (days: ReadonlySet<number> | undefined) => hasWeek(days, week, reach[what])
        if (within(prepared.byPerson[what].get(one))) return true
        if (weekRows.some(row => within(prepared.byComponent[what].get(component[row]!)))) return true
        return what === 'agent_brief' && weekRows.some(usesBrief)
      }
      const there = PREPARATIONS.filter(isThere)
      for (const what of there) counts[what]++
      if (there.length === PREPARATIONS.length) integrated++
    }
    const preparing = own.filter(row => preparationOf[kind[row]!] !== null && agent[row] !== BY_AN_AGENT)
    return {
      isAdopter: done.length + preparing.length > 0 || acted.has(one),
      weeks: byWeek.size,
      prepared: counts,
      integrated,
      rows: [...done, ...preparing],
    }
  })
}

/** What they were for is not known, so they belong to no work: they show that somebody uses agents, and no more. */
function peopleWithActions({ meetings: { agentActions, person, week } }: Dataset, period: Period): ReadonlySet<number> {
  return new Set(person.filter((_, row) => agentActions[row]! > 0 && isWeekWithin(period, week[row]!)))
}

/** Weeks with a preparation, by who made it and by the system it is for. */
interface Prepared {
  readonly byPerson: Readonly<Record<Preparation, Map<number, Set<number>>>>
  readonly byComponent: Readonly<Record<Preparation, Map<number, Set<number>>>>
}

function preparationsOf({ contributions, asOf }: Dataset, preparationOf: readonly (Preparation | null)[]): Prepared {
  const blank = () => ({ agent_brief: new Map(), agent_eval: new Map(), agent_config: new Map() }) satisfies Prepared['byPerson']
  const prepared: Prepared = { byPerson: blank(), byComponent: blank() }
  const add = (weeks: Map<number, Set<number>>, key: number, day: EpochDay) => {
    const known = weeks.get(key)
    if (known) known.add(weekOf(day))
    else weeks.set(key, new Set([weekOf(day)]))
  }
  for (let row = 0; row < contributions.length; row++) {
    const what = preparationOf[contributions.kind[row]!]
    const day = contributions.day[row]!
    if (!what || day > asOf) continue
    add(prepared.byPerson[what], contributions.person[row]!, day)
    if (contributions.component[row]! >= 0) add(prepared.byComponent[what], contributions.component[row]!, day)
  }
  return prepared
}

function hasWeek(weeks: ReadonlySet<number> | undefined, week: number, reach: number): boolean {
  if (weeks === undefined) return false
  for (let back = 0; back < reach; back++) if (weeks.has(week - back)) return true
  return false
}

/** Whether a row names an artifact that some brief is. */
function briefUse({ contributions, artifactNames }: Dataset, preparationOf: readonly (Preparation | null)[]): (row: number) => boolean {
  const isBrief = new Uint8Array(artifactNames.length)
  for (let row = 0; row < contributions.length; row++) {
    const artifact = contributions.artifact[row]!
    if (artifact >= 0 && preparationOf[contributions.kind[row]!] === 'agent_brief') isBrief[artifact] = 1
  }
  const { offsets, values } = contributions.uses
  return row => values.subarray(offsets[row], offsets[row + 1]).some(artifact => isBrief[artifact] === 1)
}
