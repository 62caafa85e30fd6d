/** Flags of invented people, with reasons, counter-evidence and routes as the analysis words them. */
import type { Output } from '../../src/contract/contract.ts'

export type FakeEntry = Output<'people.get'>['person']
export type FakeFlag = FakeEntry['flags'][number]
type Reason = FakeFlag['reasons'][number]

const reason = (
  measure: string,
  words: string,
  value: number | null,
  threshold: number | null,
  rows: number,
  ranked: Partial<Pick<Reason, 'percentile' | 'cohort'>> = {},
): Reason => ({ measure, words, value, threshold, percentile: null, cohort: null, rows, evidence: [], ...ranked })

const builderTrap = (system: string, band: FakeFlag['band']): FakeFlag => ({
  pattern: 'builder_trap',
  band,
  steadiness: 0.94,
  coverage: 1,
  reasons: [
    reason('hold', `Without them 86 % of the artifacts of ${system} would have no author.`, 0.86, 0.5, 412),
    reason('effort_share', `They did 81 % of the work on ${system} in 24 months; the next person did 12 %.`, 0.81, 0.5, 412),
    reason('own_effort_there', `44 % of their own effort of the window went into ${system}.`, 0.44, 0.25, 187),
    reason('build_pace_ratio', 'They deliver 1.7 times what the median individual contributor does in an active week.', 1.7, 1.25, 214, {
      percentile: 0.91,
      cohort: '24 people of engineering at neighbouring levels',
    }),
    reason('outside_reviewers', 'One other person reviewed work there.', 1, 2, 9),
    reason('second_authors', '8 % of the artifacts have a second author who is still here.', 0.08, 0.25, 0),
  ],
  counter: [`A second author was added to 6 artifacts of ${system} in the last 90 days.`, 'Three design documents there were kept up.'],
  wouldChange: [
    `31 further changes by the person who is next would end the sole keeping of ${system}.`,
    `Under 25 % of their own effort on ${system} would end it (now 44 %).`,
  ],
  routes: [
    `second keeper: pairing on ${system} with whoever is next`,
    `tech lead of ${system}, with the second keeper building`,
    'another system to build',
  ],
})

const misrouted = (band: FakeFlag['band']): FakeFlag => ({
  pattern: 'misrouted_systems_thinker',
  band,
  steadiness: 0.88,
  coverage: 0.86,
  reasons: [
    reason(
      'hands_on_ratio_to_peers',
      'Hands-on work fell to 19 % of what it was before the move; of peers in the same weeks it fell to 96 %.',
      0.2,
      0.5,
      148,
      {
        cohort: '31 individual contributors of the unit',
      },
    ),
    reason('end_to_end_items', 'In the year before the move they carried 11 work items from decision to delivery.', 11, 4, 96),
    reason('system_span', 'That work spanned 4.2 systems, counted by effort.', 4.2, null, 131, {
      percentile: 0.95,
      cohort: '46 people of engineering',
    }),
    reason('coordinate_share', '71 % of the effort since the move is coordination.', 0.71, null, 233),
  ],
  counter: [
    '6.2 hours of hands-on work per active week are left; before there were 24.8.',
    'Coordinating may be what they want: the records do not say who asked for "Engineering manager".',
  ],
  wouldChange: ['Hands-on work of 12.1 hours or more per active week.', 'Three further items carried end to end in the next quarter.'],
  routes: [
    'player-coach: leads and keeps building',
    'architect across identity and payments',
    'tech lead without direct reports',
    'back to building, at the same grade',
  ],
})

const coordination = (band: FakeFlag['band']): FakeFlag => ({
  pattern: 'coordination_path',
  band,
  steadiness: band === 'watch' ? null : 0.81,
  coverage: 0.86,
  reasons: [
    reason('hands_on_ratio_to_peers', 'Hands-on work fell to 31 % of what it was before the move, beside peers.', 0.31, 0.5, 148, {
      cohort: '31 individual contributors of the unit',
    }),
    reason('hands_on_level_to_peers', 'The level now is 29 % of the peers’ median.', 0.29, 0.5, 41),
    reason('meetings', 'Meetings take 22 hours of an active week.', 22, null, 0),
  ],
  counter: ['34 active weeks since the move are counted; handing over takes time.'],
  wouldChange: ['Hands-on work of 9.5 hours or more per active week.'],
  routes: ['player-coach: leads and keeps building', 'back to building, at the same grade'],
})

const enablerTrap = (band: FakeFlag['band']): FakeFlag => ({
  pattern: 'enabler_trap',
  band,
  steadiness: 0.97,
  coverage: 0.83,
  reasons: [
    reason('reach', '23 people built on their templates and tools in three or more months of the window.', 23, 5, 318),
    reason('leverage', 'Enabling effort and reach stand above 92 % of peers.', 0.92, 0.8, 204, {
      percentile: 0.92,
      cohort: '24 people of data',
    }),
    reason('recognition_gap', 'Recognition stands 61 points below leverage.', 0.61, 0.3, 0),
    reason('fade', 'Enabling work fell by 14 hours a quarter over the last four.', -14, null, 204),
  ],
  counter: ['Use of the deploy template by 6 people is mandatory.', 'The rating is of the year before; a new one is due.'],
  wouldChange: ['A rating or pay at the middle of the cohort.', 'Reach under 5 people.'],
  routes: ['right hand to whoever decides on platforms', 'solver: named owner of the shared tools', 'a grade that names enabling work'],
})

const thinker = (band: FakeFlag['band']): FakeFlag => ({
  pattern: 'systems_thinker',
  band,
  steadiness: 0.9,
  coverage: 1,
  reasons: [
    reason('one_head', 'They cover decision, architecture and execution within the same work items.', 0.94, null, 142, {
      percentile: 0.94,
      cohort: '46 people of engineering',
    }),
    reason('end_to_end_items', '9 work items were carried end to end: 10.2 in 52 active weeks.', 9, 4, 84),
    reason('taste', 'Of 14 decided outcomes 12 worked; at least 62 % would with 90 % confidence.', 0.62, null, 14),
  ],
  counter: ['Chance alone would bring 0.2 people of a group of this size to the same index.'],
  wouldChange: ['Under 4 items carried end to end in a year.'],
  routes: ['solver: the hardest problem across units', 'architect', 'tech lead'],
})

const aboutTo = (band: FakeFlag['band']): FakeFlag => ({
  pattern: 'about_to_be_misrouted',
  band,
  steadiness: 0.85,
  coverage: 0.9,
  reasons: [
    reason('planned_move', 'A move to "Engineering manager" is planned for 1 Mar 2027.', null, null, 0),
    reason('end_to_end_items', '9 work items were carried end to end in the window.', 9, 4, 84),
    reason('past_moves', 'Seven past moves here kept 34 % of the hands-on work.', 0.34, 0.5, 0),
  ],
  counter: ['The move may be their own wish: the plan does not say.', 'Two of the seven past moves kept their hands-on work.'],
  wouldChange: ['The planned move is taken back, or keeps half of the hands-on work.'],
  routes: ['architect: the same reach without direct reports', 'tech lead of payments-edge', 'player-coach with half the reports'],
})

const distant: FakeFlag = {
  pattern: 'distant_leader',
  band: 'watch',
  steadiness: 0.72,
  coverage: 0.67,
  reasons: [reason('proximity', 'Took part in 1 of 14 design decisions on the systems they are accountable for.', 0.07, 0.2, 14)],
  counter: ['They reviewed two incident reports there.'],
  wouldChange: ['Part in three design decisions a quarter.'],
  routes: ['accountability moves to the tech lead'],
}

const speed: FakeFlag = {
  pattern: 'speed_without_eyes',
  band: 'likely',
  steadiness: 0.8,
  coverage: 0.75,
  reasons: [reason('reviews_per_output', 'Output through agents doubled; reviews per output fell by half.', 0.48, 0.7, 266)],
  counter: ['Reverts did not rise.'],
  wouldChange: ['An evaluation with every second agent change.'],
  routes: ['pairing with a reviewer', 'kept-up evaluations for the agents'],
}

/** By index of the invented people. */
export const FLAGS: Readonly<Record<number, readonly FakeFlag[]>> = {
  0: [builderTrap('ledger', 'strong')],
  2: [misrouted('strong'), coordination('likely')],
  4: [enablerTrap('strong')],
  6: [thinker('likely'), aboutTo('likely')],
  9: [coordination('watch')],
  11: [enablerTrap('likely')],
  13: [builderTrap('billing', 'watch')],
  15: [builderTrap('fraud-rules', 'likely'), coordination('watch')],
  19: [distant],
  21: [speed],
  24: [misrouted('likely')],
  28: [thinker('strong')],
}
