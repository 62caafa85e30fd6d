/** Small organisations in which one person may be trapped, written as weeks of work. */
import { isoDate } from '../../src/domain/calendar.ts'
import { dayOf } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput, HistoryInput, PersonInput } from './dataset-builder.ts'

export const AS_OF = '2024-12-31'
/** A Monday, two years before the end. */
const FIRST_MONDAY = '2023-01-02'
const WEEKS = 104

export interface WeeklyWork extends Omit<ContributionInput, 'person' | 'at' | 'artifact'> {
  /** Each week the next of these. */
  readonly artifacts?: readonly string[]
  readonly fromWeek?: number
  readonly toWeek?: number
  /** One week in so many; 1 when left out. */
  readonly every?: number
}

/** One row a week, on Mondays of 2023 and 2024 (weeks 0 to 103). */
export function weekly(person: string, work: WeeklyWork): ContributionInput[] {
  const { artifacts = [], fromWeek = 0, toWeek = WEEKS, every = 1, ...row } = work
  return Array.from({ length: WEEKS }, (_, week) => week)
    .filter(week => week >= fromWeek && week < toWeek && week % every === 0)
    .map(week => {
      const artifact = artifacts[Math.floor(week / every) % artifacts.length]
      return { ...row, person, at: isoDate(dayOf(FIRST_MONDAY) + 7 * week), ...(artifact === undefined ? {} : { artifact }) }
    })
}

/** The rows as a file without these columns has them. */
export const withoutColumns = (rows: readonly ContributionInput[], ...columns: readonly (keyof ContributionInput)[]): ContributionInput[] =>
  // What is left out is optional in a row.
  rows.map(
    row =>
      Object.fromEntries(
        Object.entries(row).filter(([column]) => !columns.includes(column as keyof ContributionInput)),
      ) as unknown as ContributionInput,
  )

export const PEERS = Array.from({ length: 10 }, (_, index) => `peer${index}`)
const SITE_FILES = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9']
export const LEDGER_FILES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

export const engineer = (id: string, more: Partial<PersonInput> = {}): PersonInput => ({
  id,
  roleFamily: 'engineering',
  track: 'ic',
  orgUnit: 'core',
  terminationDate: null,
  ...more,
})

/** Ten people who build the site together, ten hours a week each: nobody keeps it. */
export const siteWork = (people: readonly string[] = PEERS, hours = 10) =>
  people.flatMap((person, index) =>
    weekly(person, { component: 'site', hours, artifacts: [...SITE_FILES.slice(index), ...SITE_FILES.slice(0, index)] }),
  )

export const CRITICAL_LEDGER = [
  { name: 'ledger', criticality: 5 },
  { name: 'site', criticality: 3 },
]

/** Ada builds ten hours a week on the ledger, alone, and six on the site: 1.6 times what her peers build. */
export function ledgerKeptBy(keeper: string, { ledgerHours = 10, siteHours = 6 } = {}): ContributionInput[] {
  return [
    ...weekly(keeper, { component: 'ledger', hours: ledgerHours, artifacts: LEDGER_FILES }),
    ...weekly(keeper, { component: 'site', hours: siteHours, artifacts: SITE_FILES }),
  ]
}

export const builderTrap: DatasetInput & { readonly people: readonly PersonInput[]; readonly contributions: readonly ContributionInput[] } =
  {
    asOf: AS_OF,
    people: [engineer('ada'), ...PEERS.map(id => engineer(id))],
    components: CRITICAL_LEDGER,
    contributions: [...ledgerKeptBy('ada'), ...siteWork()],
  }

/** Ada writes guides (one a component of her own, so that uses find them); her peers build on them, month after month. */
export function guidesBy(author: string, hours = 6): ContributionInput[] {
  return weekly(author, { component: 'site', kind: 'documentation', hours, artifacts: ['guide', 'kit', 'recipe'] })
}

/** These people build on an artifact once in every four weeks. */
export const usesOf = (artifact: string, people: readonly string[], work: WeeklyWork = {}) =>
  people.flatMap(person => weekly(person, { component: 'site', hours: 1, artifacts: ['s0'], every: 4, uses: [artifact], ...work }))

/** Rated, paid and promoted like the middle: 3 of 5, at the midpoint, two years in the level. */
export const recognised = (id: string, { rating = 3, compRatio = 1, levelSince = '2022-06-01' } = {}): RecognisedPerson => ({
  person: engineer(id, { performanceRating: rating, ratingMax: 5, compRatio, hireDate: '2020-01-01', levelRank: 3 }),
  history: [
    { personId: id, effectiveDate: '2020-01-01', levelRank: 2, reason: 'hire' },
    { personId: id, effectiveDate: levelSince, levelRank: 3, reason: 'promotion' },
  ],
})

export interface RecognisedPerson {
  readonly person: PersonInput
  readonly history: readonly HistoryInput[]
}

/** People, their history and their work, as one input. */
export const companyOf = (members: readonly RecognisedPerson[], contributions: readonly ContributionInput[]): DatasetInput => ({
  asOf: AS_OF,
  people: members.map(member => member.person),
  history: members.flatMap(member => member.history),
  components: CRITICAL_LEDGER,
  contributions,
})

/** Peers whose ratings, pay and promotions spread around the middle. */
export const RECOGNISED_PEERS = PEERS.map((id, index) =>
  recognised(id, { rating: 3 + (index % 3), compRatio: 0.96 + index / 100, levelSince: `202${1 + (index % 3)}-0${1 + (index % 9)}-01` }),
)
export const UNRECOGNISED_ADA = recognised('ada', { rating: 2, compRatio: 0.85, levelSince: '2020-06-01' })

export const adaEnables = [...guidesBy('ada'), ...siteWork(['ada'], 4)]
export const enablerTrap = companyOf(
  [UNRECOGNISED_ADA, ...RECOGNISED_PEERS],
  [...adaEnables, ...siteWork(), ...usesOf('guide', PEERS.slice(0, 7))],
)
