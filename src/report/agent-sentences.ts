/** Work with agents in words; silent where nothing on record is agents' work. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { count, figure, oneLine, percent } from './wording.ts'

type Interval = { readonly low: number; readonly high: number } | null

const between = (interval: Interval) =>
  interval === null ? '' : ` (95 %: ${figure(interval.low * 100)} to ${figure(interval.high * 100)} %)`

export function agentSentences({ agents }: AnalysisDocument): string[] {
  if (agents === null) return []
  const { people, adopters, integrated, byActionsAlone, adoption, integration, briefingGap } = agents
  if (adoption === null || integration === null || briefingGap === null)
    return ['Of nobody enough is on record to tell who works with agents.']
  return [
    `Adoption: ${figure(adopters)} of ${count(people, 'person', 'people')} work with agents, ${percent(adoption)}${between(agents.adoptionInterval)}.`,
    ...(byActionsAlone > 0
      ? [
          `Of these, ${figure(byActionsAlone)} ${byActionsAlone === 1 ? 'is' : 'are'} known by counted actions alone, as those of Copilot: what they were for is not on record.`,
        ]
      : []),
    `Integration: ${figure(integrated)} of them work so that most weeks with agents have a brief, an evaluation and kept-up configuration, ${percent(integration)}${between(agents.integrationInterval)}.`,
    `The briefing gap is ${figure(briefingGap * 100)} points${between(agents.briefingGapInterval)}.`,
    ...(agents.coverage < 1
      ? [
          `${percent(agents.coverage)} of the changes say whether an agent made them; of the others it is not known, so adoption may be higher.`,
        ]
      : []),
    ...speedSentences(agents),
  ]
}

function speedSentences({ speedWithoutEyes }: NonNullable<AnalysisDocument['agents']>): string[] {
  if (speedWithoutEyes === null)
    return ['Whether speed outruns the eyes cannot be told: reviews, outcomes or a year of records are missing.']
  if (speedWithoutEyes.length === 0) return ['In no unit does work through agents grow while looks at it fall or more is taken back.']
  return speedWithoutEyes.map(
    ({ unit, band, steadiness, coverage, reasons }) =>
      `Speed without eyes, ${oneLine(unit)} (${band}, still raised in ${percent(steadiness)} of resamples, ${percent(coverage)} of the evidence there): ${reasons.map(({ words }) => oneLine(words)).join(' ')}`,
  )
}
