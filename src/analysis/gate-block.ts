/** Candidates of a pattern put into columns: those are kept whom no threshold within the settings' ranges rules out. */
import type { Dataset } from '../domain/dataset.ts'
import type { Pattern } from '../domain/flag.ts'
import { isMet } from './band.ts'
import type { Gate } from './band.ts'
import type { GateBlock, GateColumn, StepColumn } from './gate-table.ts'
import type { Ground } from './ground.ts'
import { methodSetting } from './method-settings.ts'
import type { Patterns, PatternSettings } from './patterns.ts'

/** A gate whose threshold is the smaller of `cap` and the setting times `scale`. */
export interface CandidateGate extends Pick<Gate, 'asks' | 'value'> {
  readonly setting: string
  readonly scale?: number
  readonly cap?: number
  readonly isExact?: boolean
}

/** All candidates of a block have the same gates in the same order. */
export interface Candidate {
  readonly person: number
  readonly gates: readonly CandidateGate[]
  /** What the steps to the next bands are held against. */
  readonly step?: number
  readonly isRaised?: boolean
}

export interface BlockOf {
  readonly pattern: Pattern
  readonly steps?: Omit<StepColumn, 'value'>
  readonly beside?: GateBlock['beside']
  readonly untold?: readonly number[]
}

export type Thresholds = Readonly<Record<string, number>>

/** What candidates are found in. */
export interface Sources {
  readonly dataset: Dataset
  readonly ground: Ground
  readonly patterns: Patterns
  readonly settings: PatternSettings
  readonly thresholds: Thresholds
}

/** Gates under the settings their thresholds are; a measure that is no setting's is left out. */
export const under = (gates: readonly Gate[], settingOf: Readonly<Record<string, string>>): CandidateGate[] =>
  gates.flatMap(({ measure, value, asks }) => (settingOf[measure] === undefined ? [] : [{ setting: settingOf[measure], value, asks }]))

/** Whether the candidate is flagged at some threshold within range of each setting that counts live. */
export const canBeRaised = ({ gates }: Candidate, thresholds: Thresholds) =>
  gates.every(gate => {
    const { value, asks, scale = 1, cap = Infinity } = gate
    return isMet({ measure: gate.setting, value, asks, threshold: Math.min(cap, loosest(gate, thresholds) * scale) })
  })

/** The loose end of the setting's range; its value where it has none, or a change of it needs a new analysis. */
export function loosest({ setting, asks }: Pick<CandidateGate, 'setting' | 'asks'>, thresholds: Thresholds): number {
  const known = methodSetting(setting)
  if (known?.form.kind !== 'number' || !known.isLive) return thresholds[setting]!
  return asks === 'at_least' || asks === 'over' ? known.form.minimum : known.form.maximum
}

export function gateBlock(
  { pattern, steps, beside, untold = [] }: BlockOf,
  candidates: readonly Candidate[],
  thresholds: Thresholds,
): GateBlock {
  const rows = candidates.filter(candidate => canBeRaised(candidate, thresholds))
  const gates = (rows[0]?.gates ?? []).map(({ setting, asks, isExact = false }, at): GateColumn => {
    const column = (of: (gate: CandidateGate) => number | undefined, usual: number) =>
      rows.some(({ gates: own }) => of(own[at]!) !== undefined) ? Float64Array.from(rows, ({ gates: own }) => of(own[at]!) ?? usual) : null
    const value = Float64Array.from(rows, ({ gates: own }) => own[at]!.value)
    return { setting, asks, isExact, value, scale: column(gate => gate.scale, 1), cap: column(gate => gate.cap, Infinity) }
  })
  return {
    pattern,
    person: Uint32Array.from(rows, ({ person }) => person),
    gates,
    steps: steps ? { ...steps, value: Float64Array.from(rows, ({ step }) => step ?? NaN) } : null,
    isRaised: rows.some(({ isRaised }) => isRaised) ? Uint8Array.from(rows, ({ isRaised }) => Number(isRaised === true)) : null,
    beside: beside ?? null,
    untold: Uint32Array.from(untold),
  }
}
