/** Working with agents: who does, who does it with briefs, evaluations and kept-up rules, and where speed outruns the eyes. */
import type { Dataset } from '../domain/dataset.ts'
import { agentAdoptionOf } from './agent-adoption.ts'
import type { AgentAdoption } from './agent-adoption.ts'
import type { AgentSettings } from './agent-settings.ts'
import { findAgentSpeed } from './agent-speed.ts'
import type { AgentSpeed } from './agent-speed.ts'
import { isAgentWorkRecorded } from './agent-work.ts'
import type { Ground } from './ground.ts'

export interface Agents {
  /** Null where no row says that an agent did it or was prepared, and none counts actions: then nothing is known, rather than that nobody works with one. */
  readonly adoption: AgentAdoption | null
  readonly speed: AgentSpeed
}

export function findAgents(dataset: Dataset, ground: Ground, settings: AgentSettings): Agents {
  return {
    adoption: isAgentWorkRecorded(dataset) ? agentAdoptionOf(dataset, ground, settings) : null,
    speed: findAgentSpeed(dataset, ground, settings),
  }
}
