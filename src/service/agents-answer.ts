/** Work with agents in the window. */
import type { Output } from '../contract/contract.ts'
import { SPEED_UNITS } from '../contract/organisation.ts'
import type { DocumentHead } from './document-blocks.ts'

export function agentsAnswer({ window, agents, quality }: DocumentHead): Output<'agents.get'> {
  const own = quality.filter(({ figure }) => figure === 'agents')
  if (agents === null) return { window, agents: null, quality: own }
  const { evidence: _ids, speedWithoutEyes, ...figures } = agents
  const speed = speedWithoutEyes?.slice(0, SPEED_UNITS).map(unit => ({
    ...unit,
    reasons: unit.reasons.map(({ evidence: _named, ...reason }) => reason),
  }))
  return {
    window,
    agents: { ...figures, speedWithoutEyes: speed ?? null, speedUnits: speedWithoutEyes?.length ?? null },
    quality: own,
  }
}
