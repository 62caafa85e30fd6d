/**
 * The gates of every pattern as columns: who would be flagged at other thresholds, without the data. One rule for all
 * patterns; it counts what a whole analysis with these thresholds would raise.
 */
import { BANDS, PATTERNS } from '../domain/flag.ts'
import type { Band, Pattern } from '../domain/flag.ts'
import { MOVED, TOLERANCE } from './band.ts'
import type { Gate } from './band.ts'

export interface GateColumn {
  /** The threshold is the smaller of `cap` and the setting times `scale`; each is left out where it is the same for all. */
  readonly setting: string
  readonly asks: Gate['asks']
  /** Compared to the last digit, and no threshold that is moved when it is asked whether a flag survives. */
  readonly isExact: boolean
  readonly value: Float64Array
  readonly scale: Float64Array | null
  readonly cap: Float64Array | null
}

/** What lifts a flag to the next bands. */
export interface StepColumn {
  readonly asks: 'at_least' | 'at_most' | 'under'
  readonly likely: string
  readonly strong: string
  readonly value: Float64Array
}

/** A row is somebody who would be flagged if all of its gates were met, and whom no threshold in range can be ruled out for. */
export interface GateBlock {
  readonly pattern: Pattern
  /** Rows of one person stand together; the first one that is raised decides. */
  readonly person: Uint32Array
  readonly gates: readonly GateColumn[]
  readonly steps: StepColumn | null
  /** 1 where the band is one step higher than its measure says. */
  readonly isRaised: Uint8Array | null
  /** A pattern listed before: not raised beside it, with the weaker of both bands, or with its band. */
  readonly beside: { readonly pattern: Pattern; readonly how: 'not' | 'weaker' | 'same' } | null
  /** People of whom it was not computed; with one of them flagged by the other pattern, nobody can count this one. */
  readonly untold: Uint32Array
}

export interface GateTable {
  readonly people: number
  /** In an order in which each stands after those it is raised beside. */
  readonly blocks: readonly GateBlock[]
  /** The values of all settings the blocks name, as the analysis was made with. */
  readonly thresholds: Readonly<Record<string, number>>
}

/** Per person 0 for no flag, else 1 + the place in BANDS; null where a pattern cannot be told at these thresholds. */
export type PatternBands = ReadonlyMap<Pattern, Uint8Array | null>

/** @param thresholds by name of the setting, for those that differ from what the analysis was made with */
export function bandsAt({ people, blocks, thresholds: made }: GateTable, thresholds: Readonly<Record<string, number>> = {}): PatternBands {
  const valueOf = (setting: string) => thresholds[setting] ?? made[setting]!
  const found = new Map<Pattern, Uint8Array | null>()
  for (const block of blocks) {
    if (found.get(block.pattern) === null) continue
    const bands = found.get(block.pattern) ?? new Uint8Array(people)
    found.set(block.pattern, raise(block, bands, valueOf, found) ? bands : null)
  }
  return found
}

/** False where it cannot be told. */
function raise(block: GateBlock, bands: Uint8Array, valueOf: (setting: string) => number, found: PatternBands): boolean {
  const { person, gates, steps, isRaised, beside, untold } = block
  const other = beside === null ? null : (found.get(beside.pattern) ?? null)
  if (beside !== null && other === null) return false
  if (other !== null && untold.some(one => other[one]! > 0)) return false
  const isMet = new Uint8Array(person.length).fill(1)
  for (const gate of gates) ask(gate, valueOf(gate.setting), 0, isMet)
  const survives = isMet.slice()
  for (const gate of gates) if (!gate.isExact) ask(gate, valueOf(gate.setting), MOVED, survives)
  const [likely, strong] = steps === null ? [0, 0] : [valueOf(steps.likely), valueOf(steps.strong)]
  for (let row = 0; row < person.length; row++) {
    const one = person[row]!
    if (isMet[row] === 0 || bands[one]! > 0) continue
    const otherBand = other?.[one] ?? 0
    if (beside !== null && (beside.how === 'not') === otherBand > 0) continue
    const measured = steps === null ? 0 : reaches(steps, row, strong) ? 2 : reaches(steps, row, likely) ? 1 : 0
    const step = Math.min(2, measured + (isRaised?.[row] ?? 0))
    const band = 1 + (step === 2 && survives[row] === 0 ? 1 : step)
    bands[one] = beside?.how === 'same' ? otherBand : beside?.how === 'weaker' ? Math.min(band, otherBand) : band
  }
  return true
}

/** Clears the rows that do not meet the gate; the comparisons are those of band.ts. */
function ask({ asks, isExact, value, scale, cap }: GateColumn, setting: number, strictness: number, isMet: Uint8Array): void {
  const asksForMore = asks === 'at_least' || asks === 'over'
  const factor = asksForMore ? 1 + strictness : 1 - strictness
  const slack = isExact ? 0 : asks === 'at_least' || asks === 'under' ? -TOLERANCE : TOLERANCE
  const bound = setting * factor + slack
  for (let row = 0; row < value.length; row++) {
    if (isMet[row] === 0) continue
    const own = scale === null && cap === null ? bound : Math.min(cap?.[row] ?? Infinity, setting * (scale?.[row] ?? 1)) * factor + slack
    const one = value[row]!
    const meets = asks === 'at_least' ? one >= own : asks === 'over' ? one > own : asks === 'at_most' ? one <= own : one < own
    if (!meets) isMet[row] = 0
  }
}

function reaches({ asks, value }: StepColumn, row: number, threshold: number): boolean {
  const one = value[row]!
  return asks === 'at_least' ? one >= threshold : asks === 'at_most' ? one <= threshold : one < threshold
}

export type BandCounts = Readonly<Record<Band, number>>

/** In the order of PATTERNS; null for a pattern that needs a new analysis to be counted. */
export function flagCounts(bands: PatternBands): ReadonlyMap<Pattern, BandCounts | null> {
  return new Map(PATTERNS.map(pattern => [pattern, countsOf(bands.get(pattern))]))
}

function countsOf(bands: Uint8Array | null | undefined): BandCounts | null {
  if (bands === null) return null
  const counts = Object.fromEntries(BANDS.map(band => [band, 0])) as Record<Band, number> // the bands are its keys
  for (const band of bands ?? []) if (band > 0) counts[BANDS[band - 1]!]++
  return counts
}
