/** The organisations the report is computed from. */
import type { OrganisationOptions } from '../../fixtures/options.ts'
import type { PlainOptions } from '../analysis/plain-organisation.ts'
import type { CrewOptions, CrewPart } from './crew-parts.ts'

export interface Lineup {
  readonly files: readonly Partial<OrganisationOptions>[]
  readonly emptyFiles: readonly Partial<OrganisationOptions>[]
  readonly weeks: readonly Partial<PlainOptions>[]
  readonly crews: readonly CrewOptions[]
  /** Seeds: of leaders and agents with everybody planted, and with nobody. */
  readonly leaders: readonly number[]
  readonly agents: readonly number[]
  /** Seeds of the organisations whose files are left out, and whose records are disturbed. */
  readonly missing: readonly number[]
  readonly disturbed: readonly number[]
}

const ALIKE: Partial<Record<CrewPart, number>> = Object.fromEntries(
  (
    [
      'star',
      'keeper_of_unimportant',
      'keeper_on_the_side',
      'slow_keeper',
      'paired_keeper',
      'starter',
      'seen_enabler',
      'unread_writer',
      'one_month_hit',
      'template_owner',
      'kit_owner',
      'crew_helper',
      'unrecognised_builder',
      'deciding_leader',
      'new_leader',
      'leader_of_little',
    ] as const
  ).map(part => [part, 1]),
)
const crews = (seed: number, count: number, noise: number, planted: number, alike: number, clarity = 1): CrewOptions => ({
  seed,
  crews: count,
  noise,
  clarity,
  parts: {
    ...(planted > 0 ? { keeper: planted, unseen_enabler: planted, distant: planted } : {}),
    ...(alike > 0 ? Object.fromEntries(Object.keys(ALIKE).map(part => [part, alike])) : {}),
  },
})
const FEW = 3
const plain = (seed: number, people: number, more: Partial<PlainOptions>): Partial<PlainOptions> => ({
  seed,
  people,
  habits: {
    thinker: Math.ceil(people / 60),
    planned_thinker: Math.ceil(people / 80),
    moved_thinker: Math.ceil(people / 60),
    moved: Math.ceil(people / 50),
    player_coach: FEW,
    dabbler: Math.ceil(people / 25),
    architect: FEW,
  },
  ...more,
})

/** What the committed report is made of. */
export const WHOLE: Lineup = {
  files: [
    { seed: 101, people: 60, components: 8 },
    { seed: 102, people: 60, components: 9 },
    { seed: 103, people: 60, components: 12, density: 0.5 },
    { seed: 104, people: 80, components: 20, density: 2 },
    { seed: 105, people: 100, components: 14 },
    { seed: 106, people: 120, components: 30, density: 0.4 },
    { seed: 107, people: 120, lookalikes: false },
    { seed: 108, people: 120, messy: false, density: 1.5 },
    {
      seed: 109,
      people: 150,
      plant: {
        builder_trap: 1,
        enabler_trap: 1,
        coordination_path: 2,
        misrouted_systems_thinker: 1,
        about_to_be_misrouted: 1,
        systems_thinker: 1,
      },
    },
    {
      seed: 110,
      people: 150,
      plant: {
        builder_trap: 6,
        enabler_trap: 6,
        coordination_path: 8,
        misrouted_systems_thinker: 5,
        about_to_be_misrouted: 4,
        systems_thinker: 5,
      },
    },
    { seed: 111, people: 180, months: 36 },
    ...[60, 80, 100].flatMap((people, size) =>
      [0.4, 0.7, 1, 1.6].map((density, step) => ({ seed: 121 + 4 * size + step, people, density, components: people / 10 + 3 * step })),
    ),
    { seed: 112, people: 220 },
    { seed: 113, people: 220, density: 0.5, components: 40 },
    { seed: 114, people: 320, components: 30 },
    { seed: 115, people: 500, components: 40, density: 0.7 },
    { seed: 116, people: 2000, components: 120, density: 0.4 },
  ],
  emptyFiles: [
    { seed: 201, people: 60, components: 8 },
    { seed: 202, people: 120, density: 0.4, components: 30 },
    { seed: 203, people: 150, density: 2, lookalikes: true },
    { seed: 204, people: 220, lookalikes: true },
    { seed: 205, people: 500, components: 40, density: 0.5 },
  ],
  weeks: [
    plain(301, 60, {}),
    ...[0, 1, 2, 3, 4, 5].map(turn => plain(320 + turn, 60 + 20 * turn, { pace: 1 + turn / 2, meetings: turn % 2 === 0 })),
    plain(302, 60, { pace: 4, handoffs: 'zero' }),
    ...[0.2, 0.3, 0.4, 0.5].flatMap((handsOnLeft, step) => [1, 2, 3].map(turn => plain(340 + 10 * step + turn, 120, { handsOnLeft }))),
    ...[45, 55, 65, 80].flatMap((itemEveryDays, step) => [1, 2, 3].map(turn => plain(380 + 10 * step + turn, 120, { itemEveryDays }))),
    plain(303, 100, { pace: 1, meetings: false }),
    plain(304, 150, { pace: 4, handoffs: 'zero' }),
    plain(305, 150, { handoffs: 'none', levels: false }),
    plain(306, 240, { pace: 1.5, meetings: false }),
    plain(307, 500, {}),
    { seed: 308, people: 120, habits: {} },
    { seed: 309, people: 300, pace: 1.5, habits: { dabbler: 40, player_coach: 30, architect: 15 } },
    { seed: 310, people: 500, handoffs: 'none', habits: { dabbler: 20, architect: 10 } },
  ],
  crews: [
    ...[1, 2, 3].map(seed => crews(400 + seed, 8, 1, 2, 0)),
    ...[4, 5, 6].map(seed => crews(400 + seed, 18, 1, 3, 1)),
    ...[7, 8].map(seed => crews(400 + seed, 18, 0.5, 3, 1)),
    ...[9, 10].map(seed => crews(400 + seed, 18, 1.5, 3, 1)),
    ...[11, 12].map(seed => crews(400 + seed, 18, 2, 3, 1)),
    ...[0.75, 0.5, 0.25, 0].flatMap((clarity, step) => [1, 2, 3].map(turn => crews(420 + 10 * step + turn, 18, 1, 5, 0, clarity))),
    crews(413, 40, 1, 8, 2),
    crews(414, 18, 1, 0, 0),
    crews(415, 40, 1, 0, 2),
    crews(416, 18, 2, 0, 1),
  ],
  leaders: [1, 2, 3, 4, 5, 6, 7, 8],
  agents: [1, 2, 3, 4, 5, 6],
  missing: [501, 502, 503],
  disturbed: [601, 602],
}

/** A few of the same organisations: when one of them comes out otherwise, the committed report is out of date. */
export const REDUCED: Lineup = {
  files: WHOLE.files.slice(0, 1),
  emptyFiles: [],
  weeks: WHOLE.weeks.slice(0, 1),
  crews: WHOLE.crews.slice(0, 1),
  leaders: WHOLE.leaders.slice(0, 1),
  agents: WHOLE.agents.slice(0, 1),
  missing: [],
  disturbed: [],
}
