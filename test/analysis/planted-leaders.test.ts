/** Whole made-up organisations: leaders far from what they answer for are found, and nobody who only looks like one is flagged. */
import { describe, expect, test } from 'vitest'
import { findCoordinationPaths } from '../../src/analysis/coordination-path.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { findLeaders } from '../../src/analysis/leaders.ts'
import { DEFAULT_LEADER_SETTINGS } from '../../src/analysis/leader-settings.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { leaderOrganisation } from './leader-organisation.ts'
import type { LeaderHabit, LeaderOptions } from './leader-organisation.ts'

function lookAt(given: Partial<LeaderOptions> & Pick<LeaderOptions, 'habits'>) {
  const { dataset, habitOf } = leaderOrganisation(given)
  const ground = groundOf(dataset, DEFAULT_SETTINGS)
  const { routes } = findCoordinationPaths(dataset, ground, DEFAULT_ROUTE_SETTINGS)
  const leaders = findLeaders(dataset, ground, routes, DEFAULT_LEADER_SETTINGS)
  const idOf = (person: number): string => dataset.people[person]!.id
  const habits = (people: readonly { readonly person: number }[]) => people.map(({ person }) => habitOf.get(idOf(person)))
  return {
    dataset,
    leaders,
    flagged: habits(leaders.findings),
    lacking: habits(leaders.notEnough),
    missing: (habit: LeaderHabit) => leaders.notEnough.find(({ person }) => habitOf.get(idOf(person)) === habit)?.missing ?? [],
    measure: (habit: LeaderHabit) => leaders.measures.find(({ leader }) => habitOf.get(idOf(leader.person)) === habit)!,
  }
}

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1)
const ALL: readonly LeaderHabit[] = [
  'distant',
  'ordinary',
  'player_coach',
  'newly_promoted',
  'newly_hired',
  'part_time',
  'back_from_leave',
  'no_decisions_recorded',
  'answers_for_little',
  'without_a_trace',
  'led_through_decisions',
  'distant',
]

describe.each(SEEDS)('organisation %i', seed => {
  const found = lookAt({ seed, habits: ALL })

  test('both leaders who are far from their systems are found, and nobody else', () => {
    expect(found.flagged).toEqual(['distant', 'distant'])
  })

  test('of whom too little is on record, the answer says so', () => {
    expect(found.lacking).toEqual(expect.arrayContaining(['no_decisions_recorded', 'without_a_trace']))
    expect(found.missing('no_decisions_recorded').join()).toContain('decisions on their systems')
    expect(found.missing('without_a_trace').join()).toContain('active weeks')
  })

  test('only the player-coach is one', () => {
    const coaches = found.leaders.measures.filter(({ playerCoach }) => playerCoach?.isPlayerCoach === true)
    expect(coaches).toEqual([found.measure('player_coach')])
  })
})

describe('an organisation without a distant leader', () => {
  test.each(SEEDS)('has nobody flagged (%i)', seed => {
    const habits = Array.from({ length: 12 }, (): LeaderHabit => 'ordinary')
    expect(lookAt({ seed: 100 + seed, habits }).flagged).toEqual([])
  })
})

describe('what is not on record', () => {
  test('reviews without outcomes leave the flag at watch, and say so', () => {
    const { leaders, flagged } = lookAt({ habits: ALL, outcomes: false })
    expect(new Set(flagged)).toEqual(new Set(['distant']))
    for (const { band, counter, coverage } of leaders.findings) {
      expect(band).toBe('watch')
      expect(coverage).toBeLessThan(1)
      expect(counter.join(' ')).toContain('whether they push back is not known')
    }
  })

  test('decisions that name nobody flag nobody', () => {
    const { flagged, lacking } = lookAt({ habits: ALL, participants: false })
    expect(flagged).toEqual([])
    expect(lacking).toContain('distant')
  })
})

describe('a flag', () => {
  const { leaders, dataset } = lookAt({ habits: ALL })
  const [finding] = leaders.findings

  test('opens down to the decisions they were not in, and says what would end it', () => {
    const present = finding!.reasons.find(({ measure }) => measure === 'present_at_decisions')!
    expect(present.rows.length).toBeGreaterThan(20)
    const kinds = [...present.rows].map(row => dataset.kindNames[dataset.contributions.kind[row]!])
    expect(new Set(kinds)).toEqual(new Set(['design_decision', 'product_decision']))
    expect(finding!.wouldChange[0]).toMatch(/^Hands-on work in \d+ of 26 weeks would end it \(now \d+\)\.$/)
    expect(finding!.routes.length).toBeGreaterThan(2)
  })

  test('is steady where the behaviours are far from every gate', () => {
    expect(leaders.steadiness[finding!.person]).toBeGreaterThan(0.9)
  })

  test('does not hang on the order of the rows', () => {
    const { leaders: turned, dataset: other } = lookAt({ habits: ALL, isReversed: true })
    const plain = ({ findings, measures, steadiness }: typeof leaders) => ({
      findings: findings.map(({ reasons, ...rest }) => ({ ...rest, values: reasons.map(({ value }) => value) })),
      proximity: measures.map(({ proximity, rebuild }) => [proximity, rebuild.map(({ verdict }) => verdict)]),
      steadiness,
    })
    expect(other.contributions.day).not.toEqual(dataset.contributions.day)
    expect(plain(turned)).toEqual(plain(leaders))
  })
})
