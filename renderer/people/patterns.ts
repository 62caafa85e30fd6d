/** The eight patterns in words, and how the table packs them. The words describe work and systems, never a person's worth. */
import type { Band, Pattern } from './answers.ts'

/** In the order of the bits of the `flags` column. */
export const PATTERNS = [
  'builder_trap',
  'enabler_trap',
  'coordination_path',
  'misrouted_systems_thinker',
  'about_to_be_misrouted',
  'systems_thinker',
  'distant_leader',
  'speed_without_eyes',
] as const satisfies readonly Pattern[]

/** In the order of their codes in the `flags` column, which has 0 for no flag. */
export const BANDS = ['watch', 'likely', 'strong'] as const satisfies readonly Band[]

interface PatternWords {
  readonly label: string
  /** For rows with several flags. */
  readonly short: string
  /** What the records show, as the rest of a sentence about the work. */
  readonly meaning: string
  /** Which files it is read from. */
  readonly readFrom: string
}

export const PATTERN_WORDS: Readonly<Record<Pattern, PatternWords>> = {
  builder_trap: {
    label: 'Builder trap',
    short: 'Builder',
    meaning: 'A system that matters hangs on the work of one person, and what they know of it is not spreading.',
    readFrom: 'contributions with component and artifact, and a components file with criticality',
  },
  enabler_trap: {
    label: 'Enabler trap',
    short: 'Enabler',
    meaning: 'Many people build on this work, and what the organisation records as recognition lags behind it.',
    readFrom: 'contributions with uses, and a people file with performance_rating and comp_ratio',
  },
  coordination_path: {
    label: 'Coordination path',
    short: 'Coordination',
    meaning: 'After a move, or little by little, coordination has taken the place of hands-on work.',
    readFrom: 'a history file with job events, and a meetings file',
  },
  misrouted_systems_thinker: {
    label: 'Misrouted',
    short: 'Misrouted',
    meaning: 'Work that held whole systems together gave way to coordination after a move.',
    readFrom: 'a history file with job events, and contributions with work_item',
  },
  about_to_be_misrouted: {
    label: 'About to be misrouted',
    short: 'About to be',
    meaning: 'Work that holds whole systems together, and a move into coordination is planned.',
    readFrom: 'a people file with planned_title, planned_track and planned_date',
  },
  systems_thinker: {
    label: 'Systems thinker',
    short: 'Systems',
    meaning: 'Carries pieces of work from decision to delivery, across systems.',
    readFrom: 'contributions with work_item and outcome, and a work_items file',
  },
  distant_leader: {
    label: 'Distant leader',
    short: 'Distant',
    meaning: 'Accountable for systems whose work they have little part in.',
    readFrom: 'a people file with accountable_for, and contributions',
  },
  speed_without_eyes: {
    label: 'Speed without eyes',
    short: 'No eyes',
    meaning: 'Output through agents grows while reviews and evaluations of it do not.',
    readFrom: 'contributions with agent, review and outcome',
  },
}

/** How much a flag rests on, as words: bands are no ranks. */
export const BAND_MEANING: Readonly<Record<Band, string>> = {
  watch: 'Its gates are met; small changes may undo it.',
  likely: 'Its gates are met with room to spare.',
  strong: 'Its gates are met clearly, and stay met when every threshold moves by a tenth.',
}

const BITS_PER_BAND = 2

/** The band of one pattern in the bits of a row; null when it is not flagged. */
export function bandOf(bits: number, pattern: number): Band | null {
  const code = (bits >>> (BITS_PER_BAND * pattern)) & 3
  return code === 0 ? null : (BANDS[code - 1] ?? null)
}

/** The mask that meets the bits of every row flagged with one of these patterns. */
export const maskOf = (patterns: readonly Pattern[]) =>
  patterns.reduce((mask, pattern) => (mask | (3 << (BITS_PER_BAND * PATTERNS.indexOf(pattern)))) >>> 0, 0)

export interface PackedFlag {
  readonly pattern: Pattern
  readonly band: Band
}

export function unpackFlags(bits: number): readonly PackedFlag[] {
  if (bits === 0) return []
  return PATTERNS.flatMap((pattern, index) => {
    const band = bandOf(bits, index)
    return band === null ? [] : [{ pattern, band }]
  })
}

/** How many patterns the records are too thin for. */
export function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
