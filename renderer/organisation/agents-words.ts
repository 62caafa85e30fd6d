/** What is said of work with agents. */
import { formatCount, formatPlural, formatShare } from '../format.ts'
import type { Agents } from './answers.ts'

export interface AgentFigure {
  readonly label: string
  readonly share: number | null
  readonly count: string
  readonly range: string | null
  readonly meaning: string
}

type Range = Agents['adoptionInterval']

const rangeWords = (range: Range) => (range === null ? null : `${formatShare(range.low)} to ${formatShare(range.high)}`)

export function agentFigures(agents: Agents): readonly AgentFigure[] {
  const of = (count: number) => `${formatCount(count)} of ${formatPlural(agents.people, 'person', 'people')}`
  return [
    {
      label: 'Adoption',
      share: agents.adoption,
      count: of(agents.adopters),
      range: rangeWords(agents.adoptionInterval),
      meaning: 'have work of agents on record, or work that prepares it',
    },
    {
      label: 'Integration',
      share: agents.integration,
      count: of(agents.integrated),
      range: rangeWords(agents.integrationInterval),
      meaning: 'had a brief, an evaluation and configuration in over half of their weeks with agents',
    },
    {
      label: 'Briefing gap',
      share: agents.briefingGap,
      count: of(agents.adopters - agents.integrated),
      range: rangeWords(agents.briefingGapInterval),
      meaning: 'work with agents and had these in fewer weeks, or in none',
    },
  ]
}

export function weeksSentence({ agentWeeks, briefedWeeks, evaluatedWeeks, configuredWeeks }: Agents): string {
  if (agentWeeks === 0) return 'No week with work of agents is on record.'
  return `In ${formatPlural(agentWeeks, 'week')} with work of agents, of all people together, a brief was there in ${formatCount(briefedWeeks)}, an evaluation in ${formatCount(evaluatedWeeks)}, a configuration in ${formatCount(configuredWeeks)}.`
}

/** Null where every adopter has work of agents on record. */
export const actionsSentence = ({ byActionsAlone }: Agents) =>
  byActionsAlone === 0 ? null : `${formatPlural(byActionsAlone, 'adopter is', 'adopters are')} known by actions that a tool counted alone.`

export const coverageSentence = ({ coverage }: Agents) =>
  coverage >= 1
    ? 'Every change says whether an agent made it.'
    : `${formatShare(coverage)} of the changes say whether an agent made them; of the others it is not known, so adoption may be higher.`
