/** Weeks of work with hours written on every row, so that a route's numbers can be checked by hand. */
import { isoDate, weekOf, weekStart } from '../../src/domain/calendar.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { findCoordinationPaths } from '../../src/analysis/coordination-path.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import type { RouteSettings } from '../../src/analysis/route-settings.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput, HistoryInput, MeetingInput, PersonInput } from './dataset-builder.ts'

/** A Wednesday. */
export const AS_OF = '2026-07-01'
/** The Monday of the week that many weeks before the as-of date's. */
export const mondayBack = (weeks: number) => isoDate(weekStart(weekOf(dayOf(AS_OF)) - weeks))

export interface Weeks {
  readonly person: string
  /** Counted back from the as-of week (0): from the older to the newer, both included. */
  readonly from: number
  readonly to: number
  readonly hours: number
  readonly kind?: string
  readonly workItem?: string
  readonly component?: string
}

export function weekly({ from, to, hours, kind = 'commit', ...rest }: Weeks): ContributionInput[] {
  return Array.from({ length: from - to + 1 }, (_, index) => ({ ...rest, kind, hours, at: mondayBack(from - index) }))
}

export function meetingWeeks(person: string, from: number, to: number, meetingHours: number): MeetingInput[] {
  return Array.from({ length: from - to + 1 }, (_, index) => ({ person, week: mondayBack(from - index), meetingHours }))
}

export const engineer = (id: string, more: Omit<PersonInput, 'id'> = {}): PersonInput => ({
  id,
  roleFamily: 'engineering',
  orgUnit: 'Product/Core',
  track: 'ic',
  title: 'Software Engineer',
  hireDate: '2020-01-06',
  ...more,
})

export const PEERS = Array.from({ length: 9 }, (_, index) => `peer${index}`)

/** Nine engineers of one unit who do 20 hours a week over two years, and whatever else there is. */
export function unitWith(more: {
  readonly people: readonly PersonInput[]
  readonly history?: readonly HistoryInput[]
  readonly contributions?: readonly ContributionInput[]
  readonly meetings?: readonly MeetingInput[]
  readonly peerHours?: (weeksBack: number) => number
  readonly rest?: Partial<DatasetInput>
}): Dataset {
  const hoursOf = more.peerHours ?? (() => 20)
  const work = PEERS.flatMap(person =>
    Array.from({ length: 105 }, (_, back) => weekly({ person, from: back, to: back, hours: hoursOf(back) })).flat(),
  )
  const meetings = PEERS.flatMap(person => meetingWeeks(person, 104, 0, 6))
  return buildDataset({
    people: [...PEERS.map(id => engineer(id)), ...more.people],
    history: [
      ...PEERS.map(personId => ({
        personId,
        effectiveDate: '2020-01-06',
        track: 'ic' as const,
        title: 'Software Engineer',
        reason: 'hire',
      })),
      ...(more.history ?? []),
    ],
    contributions: [...work, ...(more.contributions ?? [])],
    meetings: [...meetings, ...(more.meetings ?? [])],
    asOf: AS_OF,
    ...more.rest,
  })
}

/** The job events of an engineer who was made a manager some weeks ago. */
export const promoted = (personId: string, weeksAgo: number): HistoryInput[] => [
  { personId, effectiveDate: '2020-01-06', track: 'ic', title: 'Software Engineer', reason: 'hire' },
  { personId, effectiveDate: mondayBack(weeksAgo), track: 'manager', title: 'Engineering Manager', reason: 'promotion' },
]

export const manager = (id: string, more: Omit<PersonInput, 'id'> = {}) =>
  engineer(id, { track: 'manager', title: 'Engineering Manager', ...more })

export function pathsOf(dataset: Dataset, settings: Partial<RouteSettings> = {}) {
  const ground = groundOf(dataset, DEFAULT_SETTINGS)
  const paths = findCoordinationPaths(dataset, ground, { ...DEFAULT_ROUTE_SETTINGS, ...settings })
  const indexOf = (id: string) => dataset.people.findIndex(person => person.id === id)
  return {
    ground,
    paths,
    indexOf,
    finding: (id: string) => paths.findings.find(({ person }) => person === indexOf(id)) ?? null,
    notEnough: (id: string) => paths.notEnough.find(({ person }) => person === indexOf(id)) ?? null,
    change: (id: string) => paths.evaluated[indexOf(id)]?.change ?? null,
    measure: (id: string) => paths.measures[indexOf(id)] ?? null,
  }
}
