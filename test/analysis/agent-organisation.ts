/** A made-up organisation that works with agents more and more: with eyes on it, or without. */
import { isoDate } from '../../src/domain/calendar.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { seededRandom } from '../../src/analysis/seeded-random.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { ContributionInput, PersonInput } from './dataset-builder.ts'

/**
 * `blind`: more through agents, as many reviews as before. `watched`: more through agents, and as much of it reviewed.
 * `reverting`: more through agents, reviewed, and taken back often. `unreviewed`: fewer reviews, and no more agents.
 */
export type UnitHabit = 'ordinary' | 'blind' | 'watched' | 'reverting' | 'unreviewed'

export interface AgentOptions {
  readonly seed: number
  /** One unit each, in this order. */
  readonly habits: readonly UnitHabit[]
  readonly membersPerUnit: number
  /** Weeks back to which the records reach. */
  readonly weeks: number
  /** Ids whose agents' work nobody looks at any more, in a unit that does look: the first member of the first ordinary unit. */
  readonly blindPerson: boolean
  /** Reviews stop being recorded half a year ago, everywhere: another tracker. */
  readonly trackerChanged: boolean
  readonly reviews: 'by_artifact' | 'unnamed' | 'none'
  readonly outcomes: boolean
}

const AS_OF = dayOf('2026-06-30')
const HALF_WEEKS = 26
export const BLIND_PERSON = 'blind person'

export function agentOrganisation(given: Partial<AgentOptions> & Pick<AgentOptions, 'habits'>): Dataset {
  const options: AgentOptions = {
    seed: 1,
    membersPerUnit: 8,
    weeks: 60,
    blindPerson: false,
    trackerChanged: false,
    reviews: 'by_artifact',
    outcomes: true,
    ...given,
  }
  const random = seededRandom(options.seed, 9)
  const people: PersonInput[] = []
  const contributions: ContributionInput[] = []
  const blindUnit = options.blindPerson ? options.habits.indexOf('ordinary') : -1
  for (const [unit, habit] of options.habits.entries()) {
    const members = Array.from({ length: options.membersPerUnit }, (_, index) =>
      unit === blindUnit && index === 0 ? BLIND_PERSON : `unit ${unit} member ${index}`,
    )
    for (const id of members)
      people.push({
        id,
        orgUnit: `Product/Unit ${unit}`,
        roleFamily: 'engineering',
        track: 'ic',
        title: 'Engineer',
        hireDate: '2019-01-07',
      })
    for (let week = options.weeks - 1; week >= 0; week--) {
      const isRecent = week < HALF_WEEKS
      for (const id of members) {
        const isBlind = id === BLIND_PERSON
        const grows = isRecent && (isBlind || habit === 'blind' || habit === 'watched' || habit === 'reverting')
        const pieces = Math.round((grows ? 1.6 : 1) * (1 + random.below(3)))
        for (let piece = 0; piece < pieces; piece++) {
          const day = AS_OF - 7 * week - 1 - random.below(5)
          const artifact = `${id} ${week} ${piece}`
          const byAgent = random.unit() < (grows ? 0.55 : 0.1)
          const isTakenBack = random.unit() < (habit === 'reverting' && isRecent ? 0.16 : 0.02)
          contributions.push({
            person: id,
            at: isoDate(day),
            kind: 'pull_request',
            component: `system ${unit}`,
            artifact,
            agent: byAgent,
            ...(options.outcomes ? { outcome: isTakenBack ? ('reverted' as const) : ('shipped' as const) } : {}),
          })
          const looks = !isRecent ? 0.7 : isBlind ? 0.08 : habit === 'blind' || habit === 'unreviewed' ? 0.25 : 0.7
          const isLost = options.reviews === 'none' || (options.trackerChanged && isRecent && random.unit() < 0.7)
          if (random.unit() < looks && !isLost)
            contributions.push({
              person: members.filter(other => other !== id)[random.below(members.length - 1)]!,
              at: isoDate(Math.min(AS_OF, day + random.below(3))),
              kind: 'review',
              component: `system ${unit}`,
              ...(options.reviews === 'by_artifact' ? { artifact } : {}),
            })
        }
      }
    }
  }
  return buildDataset({ people, contributions, asOf: isoDate(AS_OF) })
}
