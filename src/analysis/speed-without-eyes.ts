/**
 * Speed without eyes: what is made through agents grows, while reviews and evaluations per piece fall or more is taken back
 * than before. One rule for units and for people; what everybody else lost as well, a new tracker for one, does not count.
 */
import type { Band } from '../domain/flag.ts'
import type { Half } from './agent-output.ts'
import type { AgentSettings } from './agent-settings.ts'
import { areMet, bandOf } from './band.ts'
import type { Gate } from './band.ts'

export interface Halves {
  readonly recent: Half
  readonly earlier: Half
}

export interface SpeedMeasures {
  readonly agentShare: number
  readonly agentShareBefore: number
  /** Agent output over that of the half before, which counts as at least one piece. */
  readonly agentGrowth: number
  /** Reviews and evaluations per piece over the same before; NaN where too few were written down before. */
  readonly eyesRatio: number
  /** The same, over what became of it elsewhere where that fell too. */
  readonly eyesToOthers: number
  /** How far the looks fell short of as many per piece as before, in standard errors. */
  readonly eyesShortZ: number
  /** Share taken back of what has an outcome over the same before; NaN where too little has. */
  readonly revertsRatio: number
  readonly revertsToOthers: number
  readonly revertsMoreZ: number
}

/** Which of the two it is raised for; reviews first where both are met. */
export type SpeedSide = 'eyes' | 'reverts'

export interface Speed {
  readonly measures: SpeedMeasures
  readonly side: SpeedSide
  readonly gates: readonly Gate[]
  /** Null where a gate is not met. */
  readonly band: Band | null
}

/** Whether agents have taken over more of the work: before that there is nothing to ask. */
export function growthGates({ recent, earlier }: Halves, settings: AgentSettings): Gate[] {
  const { agentShare, agentShareBefore, agentGrowth } = growthOf({ recent, earlier })
  return [
    { measure: 'agent_output', value: recent.agentOutput, threshold: settings.agentOutputLeast, asks: 'at_least' },
    { measure: 'output_before', value: earlier.output, threshold: settings.outputLeast, asks: 'at_least' },
    { measure: 'agent_growth', value: agentGrowth, threshold: settings.agentGrowth, asks: 'at_least' },
    { measure: 'agent_share_change', value: agentShare - agentShareBefore, threshold: settings.agentShareChange, asks: 'at_least' },
  ]
}

export const hasGrown = (halves: Halves, settings: AgentSettings) => areMet(growthGates(halves, settings))

const per = (amount: number, whole: number) => (whole === 0 ? 0 : amount / whole)

function growthOf({ recent, earlier }: Halves) {
  return {
    agentShare: per(recent.agentOutput, recent.output),
    agentShareBefore: per(earlier.agentOutput, earlier.output),
    agentGrowth: recent.agentOutput / Math.max(1, earlier.agentOutput),
  }
}

/** @param others what those made whose agent work did not grow; compared with where there is enough of it in both halves */
export function speedOf(halves: Halves, others: Halves, settings: AgentSettings): Speed {
  const { measures, growth, eyes, reverts } = gatesOfSides(halves, others, settings)
  const side: SpeedSide = areMet(eyes) || !areMet(reverts) ? 'eyes' : 'reverts'
  const gates = [...growth, ...(side === 'eyes' ? eyes : reverts)]
  const [value, worse] = side === 'eyes' ? [-measures.eyesToOthers, -1] : [measures.revertsToOthers, 1]
  const { eyesRatioLikely, eyesRatioStrong, revertsRatioLikely, revertsRatioStrong } = settings
  const [likely, strong] = side === 'eyes' ? [eyesRatioLikely, eyesRatioStrong] : [revertsRatioLikely, revertsRatioStrong]
  return { measures, side, gates, band: bandOf({ gates, isLikely: value >= worse * likely, isStrong: value >= worse * strong }) }
}

/** What is asked for on either side, and what on each. */
export function gatesOfSides(halves: Halves, others: Halves, settings: AgentSettings) {
  const measures = measuresOf(halves, others, settings)
  const growth = growthGates(halves, settings)
  const eyes: Gate[] = [
    { measure: 'eyes_to_others', value: measures.eyesToOthers, threshold: settings.eyesRatio, asks: 'at_most' },
    { measure: 'eyes_short', value: measures.eyesShortZ, threshold: settings.beyondChanceZ, asks: 'at_least' },
  ]
  const reverts: Gate[] = [
    { measure: 'reverted', value: halves.recent.reverted, threshold: settings.revertsLeast, asks: 'at_least' },
    { measure: 'reverts_to_others', value: measures.revertsToOthers, threshold: settings.revertsRatio, asks: 'at_least' },
    { measure: 'reverts_more', value: measures.revertsMoreZ, threshold: settings.beyondChanceZ, asks: 'at_least' },
  ]
  return { measures, growth, eyes, reverts }
}

function measuresOf({ recent, earlier }: Halves, others: Halves, settings: AgentSettings): SpeedMeasures {
  const { eyesLeast, outputLeast } = settings
  const hasOthers = others.recent.output >= outputLeast && others.earlier.output >= outputLeast
  const rateChange = (now: Half, before: Half, count: 'eyes' | 'reverted', whole: 'output' | 'judged') =>
    per(now[count], now[whole]) / per(before[count], before[whole])
  // Looks that everybody lost were lost to the records or to the season, not to agents.
  const othersLost =
    hasOthers && others.earlier.eyes >= eyesLeast ? Math.min(1, rateChange(others.recent, others.earlier, 'eyes', 'output')) : 1
  const eyesRatio = earlier.eyes < eyesLeast ? NaN : rateChange(recent, earlier, 'eyes', 'output')
  const expected = earlier.eyes * (recent.output / earlier.output) * othersLost
  const isJudged = recent.judged >= outputLeast && earlier.judged >= outputLeast
  const revertsRatio = isJudged
    ? per(recent.reverted, recent.judged) / Math.max(per(earlier.reverted, earlier.judged), 1 / earlier.judged)
    : NaN
  const othersJudged =
    hasOthers && others.recent.judged >= outputLeast && others.earlier.judged >= outputLeast && others.earlier.reverted > 0
  const othersMore = othersJudged ? Math.max(1, rateChange(others.recent, others.earlier, 'reverted', 'judged')) : 1
  return {
    ...growthOf({ recent, earlier }),
    eyesRatio,
    eyesToOthers: othersLost === 0 ? NaN : eyesRatio / othersLost,
    // Counts of looks as Poisson counts in both halves.
    eyesShortZ: (expected - recent.eyes) / Math.sqrt(expected * (1 + (othersLost * recent.output) / earlier.output)),
    revertsRatio,
    revertsToOthers: revertsRatio / othersMore,
    revertsMoreZ: isJudged ? zOfShares(recent, earlier, othersMore) : NaN,
  }
}

/** Two shares against each other, the earlier one raised by what became of it elsewhere. */
function zOfShares(recent: Half, earlier: Half, othersMore: number): number {
  const [now, before] = [recent.reverted / recent.judged, Math.min(1, (earlier.reverted / earlier.judged) * othersMore)]
  const pooled = (recent.reverted + earlier.reverted) / (recent.judged + earlier.judged)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / recent.judged + 1 / earlier.judged))
  return error === 0 ? 0 : (now - before) / error
}
