/** The patterns a person can be flagged with, and how strongly. */
export const PATTERNS = [
  'builder_trap',
  'enabler_trap',
  'coordination_path',
  'misrouted_systems_thinker',
  'about_to_be_misrouted',
  'systems_thinker',
  'distant_leader',
  'speed_without_eyes',
] as const
export type Pattern = (typeof PATTERNS)[number]

export const BANDS = ['watch', 'likely', 'strong'] as const
export type Band = (typeof BANDS)[number]
