/** A made-up organisation whose leaders are near their work or far from it, by what they do each week. */
import { isoDate, weekOf, weekStart } from '../../src/domain/calendar.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { personId } from '../../src/domain/identifiers.ts'
import { seededRandom } from '../../src/analysis/seeded-random.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { ContributionInput, HistoryInput, PersonInput } from './dataset-builder.ts'

export type LeaderHabit =
  | 'ordinary'
  | 'distant'
  | 'player_coach'
  | 'newly_promoted'
  | 'newly_hired'
  | 'part_time'
  | 'back_from_leave'
  | 'no_decisions_recorded'
  | 'answers_for_little'
  | 'without_a_trace'
  | 'led_through_decisions'

export interface LeaderOptions {
  readonly seed: number
  /** One unit each, in this order. */
  readonly habits: readonly LeaderHabit[]
  readonly buildersPerUnit: number
  /** Whether reviews say what came of them. */
  readonly outcomes: boolean
  /** The same rows, the last first. */
  readonly isReversed: boolean
  /** Whether decisions name who took part. */
  readonly participants: boolean
}

const AS_OF = dayOf('2026-06-30')
const WEEKS = 104
const NEW_WEEKS = 12
/** The leave of who is back from one: so many weeks ago, until so many. */
const [AWAY_FROM_WEEKS, AWAY_TO_WEEKS] = [44, 4]

interface Rates {
  /** Chance of hands-on work in a week, of taking part in a decision, of a review that changes something in a week. */
  readonly tools: number
  readonly decisions: number
  readonly changes: number
}

const FAR: Rates = { tools: 0.01, decisions: 0.03, changes: 0.004 }
const NEAR: Rates = { tools: 0.5, decisions: 0.55, changes: 0.25 }

export interface LeaderOrganisation {
  readonly dataset: Dataset
  readonly habitOf: ReadonlyMap<string, LeaderHabit>
}

export function leaderOrganisation(given: Partial<LeaderOptions> & Pick<LeaderOptions, 'habits'>): LeaderOrganisation {
  const options: LeaderOptions = { seed: 1, buildersPerUnit: 6, outcomes: true, participants: true, isReversed: false, ...given }
  const random = seededRandom(options.seed, 5)
  const contributions: ContributionInput[] = []
  const people: PersonInput[] = []
  const history: HistoryInput[] = []
  const habitOf = new Map<string, LeaderHabit>()
  for (const [unit, habit] of options.habits.entries()) {
    const lead = `lead${unit}`
    const builders = Array.from({ length: options.buildersPerUnit }, (_, index) => `unit${unit}builder${index}`)
    const systems = [`system ${unit} a`, `system ${unit} b`]
    habitOf.set(lead, habit)
    people.push(leaderRow(lead, unit, habit, systems))
    for (const id of builders) people.push({ ...memberRow(id, unit), managerId: personId(lead) })
    history.push(...historyOf(lead, habit))
    const ordinary = { tools: 0.3 + 0.3 * random.unit(), decisions: 0.35 + 0.3 * random.unit(), changes: 0.12 + 0.2 * random.unit() }
    for (let back = WEEKS - 1; back >= 0; back--) {
      const monday = weekStart(weekOf(AS_OF)) - 7 * back
      const day = (from: number) => isoDate(Math.min(AS_OF, monday + from))
      const isLeading = !(habit === 'newly_promoted' && back >= NEW_WEEKS) && !(habit === 'newly_hired' && back >= NEW_WEEKS)
      const rates = ratesOf(habit, back, ordinary)
      const at = (system: number) => systems[system]!
      for (const id of builders) {
        const pieces = 1 + random.below(3)
        for (let piece = 0; piece < pieces; piece++)
          contributions.push({
            person: id,
            at: day(random.below(5)),
            kind: 'commit',
            component: at(random.below(2)),
            artifact: `file${random.below(20)}`,
            hours: 6,
          })
        if (random.unit() < 0.5)
          contributions.push({
            person: id,
            at: day(random.below(5)),
            kind: 'review',
            hours: 1,
            component: at(random.below(2)),
            ...(options.outcomes ? { outcome: random.unit() < 0.3 ? ('changed' as const) : ('approved' as const) } : {}),
          })
      }
      if (habit !== 'no_decisions_recorded') {
        const takesPart = isLeading && random.unit() < rates.decisions
        const who = [builders[random.below(builders.length)]!, ...(takesPart ? [lead] : [])]
        contributions.push({
          person: builders[random.below(builders.length)]!,
          at: day(random.below(5)),
          kind: random.unit() < 0.5 ? 'design_decision' : 'product_decision',
          hours: 2,
          component: at(random.below(2)),
          ...(options.participants ? { participants: who } : {}),
        })
      }
      const isAway = habit === 'back_from_leave' && back >= AWAY_TO_WEEKS && back < AWAY_FROM_WEEKS
      if (habit === 'without_a_trace' || isAway || (habit === 'newly_hired' && !isLeading)) continue
      contributions.push({
        person: lead,
        at: day(random.below(5)),
        kind: random.unit() < 0.6 ? 'planning' : 'approval',
        component: at(0),
        hours: 3,
      })
      const builds = habit === 'newly_promoted' && !isLeading ? 1 : rates.tools
      const pieces = habit === 'player_coach' ? 5 : 1
      if (random.unit() < builds)
        for (let piece = 0; piece < pieces; piece++)
          contributions.push({
            person: lead,
            at: day(random.below(5)),
            kind: 'commit',
            component: at(random.below(2)),
            artifact: `file${random.below(20)}`,
            hours: 6,
          })
      if (options.outcomes && isLeading && random.unit() < rates.changes)
        contributions.push({ person: lead, at: day(random.below(5)), kind: 'review', hours: 1, component: at(0), outcome: 'changed' })
    }
  }
  if (options.isReversed) contributions.reverse()
  const systems = options.habits.flatMap((habit, unit) =>
    ['a', 'b'].map(name => ({
      name: `system ${unit} ${name}`,
      ownerUnit: `Product/Unit ${unit}`,
      criticality: habit === 'answers_for_little' ? 2 : name === 'a' ? 5 : 3,
      core: name === 'a',
    })),
  )
  const dataset = buildDataset({ people, history, contributions, components: systems, asOf: isoDate(AS_OF) })
  return { dataset, habitOf }
}

/** Far from the work, where nothing else is said. */
const RATES: Partial<Record<LeaderHabit, Rates>> = {
  player_coach: { tools: 1, decisions: 0.5, changes: 0.2 },
  part_time: { tools: 0.14, decisions: 0.2, changes: 0.08 },
  led_through_decisions: { ...FAR, decisions: 0.7 },
}

function ratesOf(habit: LeaderHabit, back: number, ordinary: Rates): Rates {
  if (habit === 'ordinary') return ordinary
  if (habit === 'back_from_leave') return back >= AWAY_FROM_WEEKS ? NEAR : FAR
  return RATES[habit] ?? FAR
}

const memberRow = (id: string, unit: number): PersonInput => ({
  id,
  roleFamily: 'engineering',
  orgUnit: `Product/Unit ${unit}`,
  track: 'ic',
  title: 'Software Engineer',
  hireDate: '2019-01-07',
})

function leaderRow(id: string, unit: number, habit: LeaderHabit, systems: readonly string[]): PersonInput {
  const row = {
    ...memberRow(id, unit),
    track: 'manager' as const,
    title: 'Engineering Manager',
    accountableFor: systems as PersonInput['accountableFor'] & object,
  }
  if (habit === 'newly_hired') return { ...row, hireDate: isoDate(AS_OF - 7 * NEW_WEEKS) }
  if (habit === 'part_time') return { ...row, fte: 0.4 }
  if (habit === 'back_from_leave')
    return { ...row, leaveFrom: isoDate(AS_OF - 7 * AWAY_FROM_WEEKS), leaveTo: isoDate(AS_OF - 7 * AWAY_TO_WEEKS) }
  return row
}

function historyOf(personId: string, habit: LeaderHabit): HistoryInput[] {
  if (habit !== 'newly_promoted') return []
  return [
    { personId, effectiveDate: '2019-01-07', track: 'ic', title: 'Software Engineer', reason: 'hire' },
    { personId, effectiveDate: isoDate(AS_OF - 7 * NEW_WEEKS), track: 'manager', title: 'Engineering Manager', reason: 'promotion' },
  ]
}
