/** The parts people of a crew organisation play, and the dials that say how clearly. */
import { epochDay } from '../../src/domain/calendar.ts'
import type { EpochDay } from '../../src/domain/calendar.ts'

/** What somebody is made to be. The first two and `distant` are planted patterns; all others only look like one. */
export type CrewPart =
  | 'keeper'
  | 'unseen_enabler'
  | 'distant'
  | 'star'
  | 'keeper_of_unimportant'
  | 'keeper_on_the_side'
  | 'slow_keeper'
  | 'paired_keeper'
  | 'starter'
  | 'seen_enabler'
  | 'unread_writer'
  | 'one_month_hit'
  | 'template_owner'
  | 'kit_owner'
  | 'crew_helper'
  | 'unrecognised_builder'
  | 'deciding_leader'
  | 'new_leader'
  | 'leader_of_little'

export interface CrewOptions {
  readonly seed: number
  readonly crews: number
  /** Spread of output, hours and habits against the ordinary one. */
  readonly noise: number
  /** How far beyond the gates planted people are: 1 well inside, 0 about at them. */
  readonly clarity: number
  /** People of each part; nobody of those not named. */
  readonly parts: Partial<Record<CrewPart, number>>
}

export const AS_OF: EpochDay = epochDay(2025, 12, 31)!
const DAYS = 730
export const START = AS_OF - DAYS + 1
export const LEADER_PARTS: readonly CrewPart[] = ['distant', 'deciding_leader', 'new_leader', 'leader_of_little']
/** Parts that keep a system of their own: how much of their stints it takes, and how important it is. */
export const OWN_SYSTEM: Partial<Record<CrewPart, { readonly share: number; readonly criticality: number }>> = {
  keeper: { share: 0.7, criticality: 5 },
  keeper_of_unimportant: { share: 0.7, criticality: 1 },
  keeper_on_the_side: { share: 0.08, criticality: 5 },
  slow_keeper: { share: 0.6, criticality: 5 },
  paired_keeper: { share: 0.7, criticality: 5 },
  starter: { share: 0.7, criticality: 5 },
}
/** From one value at a clarity of 0 to another at 1. */
export const between = (atGate: number, inside: number, { clarity }: CrewOptions) => atGate + (inside - atGate) * clarity
export const shareOf = (part: CrewPart, options: CrewOptions) =>
  part === 'keeper' ? between(0.3, 0.7, options) : (OWN_SYSTEM[part]?.share ?? 0)
export const outputOf = (part: CrewPart, options: CrewOptions) =>
  part === 'keeper' ? between(1.3, 2.1, options) : part === 'unseen_enabler' ? between(1, 0.5, options) : (OUTPUT[part] ?? 1)
const OUTPUT: Partial<Record<CrewPart, number>> = {
  keeper_of_unimportant: 2.1,
  paired_keeper: 2.1,
  starter: 2.1,
  star: 2.3,
  slow_keeper: 0.85,
  unrecognised_builder: 1.2,
  seen_enabler: 0.5,
  unread_writer: 0.5,
  one_month_hit: 0.5,
  template_owner: 0.5,
  kit_owner: 0.5,
  crew_helper: 0.5,
}
export const WRITERS: readonly CrewPart[] = [
  'unseen_enabler',
  'seen_enabler',
  'unread_writer',
  'one_month_hit',
  'template_owner',
  'kit_owner',
  'crew_helper',
]
export const STARTED_DAYS_AGO = 130
export const NEW_LEADER_DAYS = 84
