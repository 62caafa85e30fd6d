/** Which columns each figure rests on, which of them were there, and what a missing one costs. */
import type { Dataset } from '../domain/dataset.ts'

export type Figure =
  | 'effort'
  | 'modes'
  | 'active_weeks'
  | 'pace'
  | 'authorship'
  | 'truck_factor'
  | 'current_truck_factor'
  | 'keepers'
  | 'exposure'
  | 'departure'
  | 'network'
  | 'coordination'
  | 'what_binds_a_unit'
  | 'role_compression'
  | 'promotion_signal'
  | 'leaders'
  | 'agents'

export interface MissingColumn {
  /** As `people.termination_date`; `a|b` where either would do. */
  readonly column: string
  /** In plain words, a sentence. */
  readonly cost: string
}

export interface FigureCoverage {
  readonly figure: Figure
  /** Share of the columns it rests on that were there, 0 to 1. */
  readonly coverage: number
  readonly missing: readonly MissingColumn[]
}

/** What a missing column costs, for every figure that reads it. */
export const COSTS = {
  'contributions.component|contributions.artifact': 'No contribution says which system it belongs to, so nothing is known about systems.',
  'contributions.artifact': 'No contribution names an artifact, so authorship is not computed: effort alone decides who keeps a system.',
  'contributions.change': "The first change of an artifact counts as the adding of it, and a removed artifact's removal as a change.",
  'contributions.previous_artifact': 'A renamed artifact is a new one: what people knew under its old name is lost.',
  'contributions.hours|contributions.size|contributions.added': 'Every piece of work of a kind counts the same, however large.',
  'meetings.meeting_hours': 'Meeting hours are known only as far as contributions record meetings, so coordination may be understated.',
  'meetings.focus_hours': 'A working week is taken as 40 hours x fte less meetings.',
  'people.person_id': 'Who is employed is not known: nobody is known to have left, and current figures are left out.',
  'people.termination_date|people.employment_status|history.reason':
    'Nobody is known to have left: people who did still count as keepers and authors.',
  'people.role_family': 'Everybody is compared with everybody, and points are turned into hours by one factor for all.',
  'people.level': 'People are compared within their whole role family, whatever their level.',
  'people.fte': 'Everybody is taken to work full time.',
  'people.leave_from|history.reason': 'Weeks of leave are not known; activity recorded during leave counts as work.',
  'components.criticality': 'Every system is taken to be of middling criticality (3), so none stands out as one that matters.',
  'contributions.work_item': 'Who worked on the same item is not known: neither shared work nor what became of it can be told.',
  'contributions.participants': 'Reviews and pairs link nobody: working relations are those of shared items and lasting use alone.',
  'contributions.uses': 'Who builds on whose work is no working relation.',
  'people.org_unit': 'No unit is known, so nothing is said of any.',
  'people.governance': 'Governance is read off the work alone.',
  'people.hire_date': 'Everybody is taken to have been there throughout, so nothing shows what more people brought.',
  'components.regulated': 'No system is known to be regulated: coordination that a regulation asks for may look optional.',
  'work_items.finished_at': 'No work item is known to be finished, so nothing is said of what binds a unit.',
  'work_items.opened_at|work_items.started_at': 'How long finished items took and waited is not known.',
  'work_items.handoffs': 'Handoffs are counted off the rows: somebody else took an item up.',
  'history.org_unit': 'Everybody is taken to have been in the unit of today throughout.',
  'history.title': 'No change of a role is known.',
  'history.reason|history.level_rank': 'No promotion is known.',
  'people.manager_id': 'Nobody is known to report to anybody: leaders are those of the manager track and those who answer for a system.',
  'people.accountable_for|components.owner_unit':
    'Nobody is known to answer for any system: whether a leader is far from what they answer for cannot be told.',
  'contributions.outcome': 'Whether a review changed anything, and whether a change was taken back, is not known.',
  'contributions.agent':
    'Which work agents did is not known: who works with them is seen from briefs, evaluations, configuration and counted actions alone.',
  'meetings.agent_actions': 'Who uses agents is seen from recorded work alone, so adoption may be understated.',
  'artifacts.artifact':
    'Every artifact ever touched is in scope, removed and generated ones too; scope moves a truck factor more than anything else.',
} as const

export type CostedColumn = keyof typeof COSTS
type Column = CostedColumn

const EFFORT: readonly Column[] = [
  'contributions.hours|contributions.size|contributions.added',
  'people.role_family',
  'people.fte',
  'meetings.focus_hours',
]
const AUTHORSHIP: readonly Column[] = [
  'contributions.artifact',
  'contributions.change',
  'contributions.previous_artifact',
  'artifacts.artifact',
]
const WHO_IS_HERE: readonly Column[] = ['people.person_id', 'people.termination_date|people.employment_status|history.reason']
const KEEPERS: readonly Column[] = ['contributions.component|contributions.artifact', ...AUTHORSHIP, ...EFFORT, ...WHO_IS_HERE]

export const FIGURE_COLUMNS: Readonly<Record<Figure, readonly Column[]>> = {
  effort: EFFORT,
  modes: [...EFFORT, 'meetings.meeting_hours'],
  active_weeks: ['meetings.meeting_hours', 'people.leave_from|history.reason'],
  pace: [...EFFORT, 'meetings.meeting_hours', 'people.leave_from|history.reason', 'people.level'],
  authorship: AUTHORSHIP,
  truck_factor: AUTHORSHIP,
  current_truck_factor: [...AUTHORSHIP, ...WHO_IS_HERE],
  keepers: KEEPERS,
  exposure: [...KEEPERS, 'components.criticality'],
  departure: [...KEEPERS, 'components.criticality', 'people.leave_from|history.reason'],
  network: ['contributions.work_item', 'contributions.participants', 'contributions.uses'],
  coordination: [
    'people.org_unit',
    'people.governance',
    'meetings.meeting_hours',
    'contributions.work_item',
    'work_items.finished_at',
    'components.regulated',
  ],
  what_binds_a_unit: [
    'people.org_unit',
    'people.hire_date',
    'history.org_unit',
    'contributions.work_item',
    'work_items.finished_at',
    'work_items.opened_at|work_items.started_at',
    'work_items.handoffs',
  ],
  role_compression: ['people.org_unit', 'history.title', 'meetings.meeting_hours'],
  promotion_signal: ['people.org_unit', 'history.reason|history.level_rank'],
  leaders: ['people.manager_id', 'people.accountable_for|components.owner_unit', 'components.criticality', 'contributions.outcome'],
  agents: ['contributions.agent', 'meetings.agent_actions', 'contributions.outcome', 'people.org_unit'],
}

/** One per figure, in the order of the list above. */
export function figureCoverages(dataset: Dataset): FigureCoverage[] {
  const isPresent = (column: Column) => column.split('|').some(one => dataset.presentColumns.has(one))
  // The keys of FIGURE_COLUMNS are the figures.
  return (Object.keys(FIGURE_COLUMNS) as Figure[]).map(figure => {
    const needs = FIGURE_COLUMNS[figure]
    const missing = needs.filter(column => !isPresent(column))
    return {
      figure,
      coverage: (needs.length - missing.length) / needs.length,
      missing: missing.map(column => ({ column, cost: COSTS[column] })),
    }
  })
}
