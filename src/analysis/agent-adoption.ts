/** Adoption and integration of agents: who works with them at all, and who as a way of working. The difference is the briefing gap. */
import type { Dataset } from '../domain/dataset.ts'
import { compareText } from '../domain/identifiers.ts'
import { agentWeeksOf } from './agent-work.ts'
import type { AgentWeeks } from './agent-work.ts'
import type { AgentSettings } from './agent-settings.ts'
import { newestFirst } from './evidence-rows.ts'
import type { Ground } from './ground.ts'
import { presenceOf } from './knowledge-model.ts'
import { pathsOf } from './unit-history.ts'
import { isWithin } from './window.ts'

export interface AgentCounts {
  /** People who are there and were at work in enough weeks of the window. */
  readonly people: number
  /** Of these, with any agent work or action. */
  readonly adopters: number
  /** Of the adopters, those whose agent work came with a brief, an evaluation and kept-up configuration in most of its weeks. */
  readonly integrated: number
}

export interface AgentAdoption extends AgentCounts {
  /** Of the adopters, those with actions that a tool counted and no agent work on record. */
  readonly byActionsAlone: number
  /** By path, each with everything below. */
  readonly units: readonly (AgentCounts & { readonly unit: string })[]
  /** Per person; what they did with agents in the window. */
  readonly weeks: readonly AgentWeeks[]
  /** Share of the window's changes whose row says whether an agent made it: a blank is no "no". */
  readonly markedShare: number
  /** Agent work of the people counted, newest first. */
  readonly rows: Uint32Array
}

export function agentAdoptionOf(dataset: Dataset, ground: Ground, settings: AgentSettings): AgentAdoption {
  const weeks = agentWeeksOf(dataset, ground.periods.window, settings)
  const { present } = presenceOf(ground.model)
  const counted = [...dataset.people.keys()].filter(person => present[person] === 1 && ground.activity.observed[person] === 1)
  const units = new Map<string, number[]>()
  for (const person of counted) {
    for (const unit of pathsOf(dataset.people[person]!.orgUnit)) {
      const members = units.get(unit)
      if (members) members.push(person)
      else units.set(unit, [person])
    }
  }
  const countsOf = (people: readonly number[]): AgentCounts => ({
    people: people.length,
    adopters: people.filter(person => weeks[person]!.isAdopter).length,
    integrated: people.filter(person => isIntegrated(weeks[person]!, settings)).length,
  })
  return {
    ...countsOf(counted),
    byActionsAlone: counted.filter(person => weeks[person]!.isAdopter && weeks[person]!.rows.length === 0).length,
    units: [...units].sort(([a], [b]) => compareText(a, b)).map(([unit, people]) => ({ unit, ...countsOf(people) })),
    weeks,
    markedShare: markedShareOf(dataset, ground),
    rows: newestFirst(
      dataset,
      counted.flatMap(person => weeks[person]!.rows),
    ),
  }
}

const isIntegrated = ({ weeks, integrated }: AgentWeeks, { integratedWeeks }: AgentSettings) =>
  weeks > 0 && integrated > integratedWeeks * weeks

function markedShareOf({ contributions, kindOf }: Dataset, { periods }: Ground): number {
  let [marked, all] = [0, 0]
  for (let row = 0; row < contributions.length; row++) {
    if (kindOf[contributions.kind[row]!]?.mode !== 'build' || !isWithin(periods.window, contributions.day[row]!)) continue
    all++
    if (contributions.agent[row] !== 0) marked++
  }
  return all === 0 ? 0 : marked / all
}
