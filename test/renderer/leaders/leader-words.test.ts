import { describe, expect, test } from 'vitest'
import type { Behaviour, Leader } from '../../../renderer/leaders/answers.ts'
import {
  behaviourCount,
  distanceSentence,
  leadersCaption,
  placeSentence,
  playerCoachSentence,
  rangeSentence,
  rebuildSentence,
  untoldBecause,
} from '../../../renderer/leaders/leader-words.ts'
import { REBUILD_SYSTEMS, rebuildView } from '../../../renderer/leaders/rebuild-view.ts'
import { leaders } from '../fake-organisation-units.ts'

const answer = leaders(false)({ filter: { text: '', show: 'all' }, page: 0 })
const somebody = answer.rows[0]!
const told: Behaviour = { share: 0.35, seen: 9, of: 26, interval: { low: 0.19, high: 0.54 }, missing: null, rows: 30 }
const rebuilt: Leader['rebuild'][number] = {
  component: 'ledger',
  verdict: 'rusty',
  author: true,
  weeksSince: 40,
  phases: 1,
  agentPractice: null,
  rows: 3,
}

describe('what is said of a leader', () => {
  test('a behaviour is its count and its range; one that is not told says what it would take', () => {
    expect(behaviourCount('usesTools', told)).toBe('9 of 26 weeks')
    expect(rangeSentence(told).replaceAll('\u00a0', ' ')).toBe('95 % range 19 % to 54 %')
    const untold = (missing: string): Behaviour => ({ share: null, seen: 0, of: 0, interval: null, missing, rows: 0 })
    expect(untoldBecause(untold('people.accountable_for'))).toBe('Not told, missing: accountable_for in the people file.')
    expect(untoldBecause(untold('8 weeks at work in this place (there are 3)'))).toBe(
      'Not told: it takes 8 weeks at work in this place (there are 3).',
    )
    expect(rangeSentence(untold('people.accountable_for'))).toBe('')
  })

  test('distance is a sum that can be checked, raised or not, and unknown is said so', () => {
    const far = { ...somebody, accountability: 1, proximity: 0.25, accountableButDistant: 0.75, distant: true }
    expect(distanceSentence(far).replaceAll('\u00a0', ' ')).toBe(
      'Raised as a question: 100 % of the highest accountability × (1 − 0.25 proximity) = 0.75.',
    )
    expect(distanceSentence({ ...far, distant: false })).toMatch(/^Not raised/)
    expect(distanceSentence({ ...far, accountability: null })).toMatch(/^Not known/)
    expect(distanceSentence({ ...far, proximity: null, accountableButDistant: null })).toMatch(/^Not known/)
    expect(playerCoachSentence({ ...somebody, playerCoach: null, handsOn: null })).toMatch(/^Not known/)
  })

  test('their place says why they count as a leader, and whether their systems are known', () => {
    const place = { ...somebody, why: ['reports' as const], reports: 1, peopleBelow: 1, since: null, owned: [], ownedBy: null }
    expect(placeSentence(place)).toBe('A leader who has reports, 1 report. Which systems are theirs is not known.')
  })

  test('the caption says that it is about places, not about worth', () => {
    expect(leadersCaption(answer)).toContain(`Of ${answer.counts.all} leaders`)
    expect(leadersCaption(answer)).toContain('not a verdict on a person')
  })
})

describe('the rebuild test', () => {
  test('says each cell in a sentence, also an empty one', () => {
    expect(rebuildSentence('Ada', 'ledger', null, true)).toBe('Ada and ledger: no evidence. They answer for it.')
    expect(rebuildSentence('Ada', 'ledger', rebuilt, false)).toBe(
      'Ada and ledger: rusty. An author there, last change 40 weeks ago, 1 phase of work covered and 3 contributions.',
    )
  })

  test('shows every core system up to its limit, those that somebody answers for first', () => {
    const core = Array.from({ length: REBUILD_SYSTEMS + 5 }, (_, index) => `system ${String(index).padStart(2, '0')}`)
    const last = core.at(-1)!
    const leader: Leader = { ...somebody, owned: [last], rebuild: [{ ...rebuilt, component: core[7]! }] }
    const { systems, cells, leftOut } = rebuildView([leader], core)
    expect(systems.slice(0, 3)).toEqual([last, core[7], core[0]])
    expect(leftOut).toBe(5)
    expect(cells[0]!.slice(0, 3).map(cell => cell?.verdict ?? null)).toEqual([null, 'rusty', null])
  })
})
