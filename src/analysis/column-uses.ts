/** Which figures and patterns read a column of the input, and what is lost without it, in words. */
import { INPUT_COLUMNS, INPUT_KINDS, type InputKind } from '../domain/input-kind.ts'
import { COSTS, type CostedColumn, FIGURE_COLUMNS, type Figure } from './coverage.ts'
import { PLANS } from './misrouted.ts'
import { TRAP_INPUTS } from './missing-inputs.ts'
import { ROUTE_COLUMNS } from './route-inputs.ts'
import { BLOCK_COLUMNS } from './systems-thinker.ts'

export interface ColumnUse {
  readonly kind: InputKind
  readonly column: string
  readonly must: boolean
  /** Figures and patterns, in words; or that it is evidence only, or that no figure reads it. */
  readonly feeds: readonly string[]
  /** A sentence; null where no figure is lost. */
  readonly cost: string | null
  /** Columns any of which does as well: with one of them there, nothing is lost. */
  readonly standIns: readonly string[]
}

const FIGURE_WORDS: Readonly<Record<Figure, string>> = {
  effort: 'Effort',
  modes: 'Modes of work',
  active_weeks: 'Active weeks',
  pace: 'Build pace',
  authorship: 'Authorship',
  truck_factor: 'Truck factor',
  current_truck_factor: 'Current truck factor',
  keepers: 'Keepers',
  exposure: 'Exposure',
  departure: 'What a departure leaves',
  network: 'Who works with whom',
  coordination: 'Load-bearing coordination',
  what_binds_a_unit: 'What binds a unit',
  role_compression: 'Roles merged',
  promotion_signal: 'What promotions went to',
  leaders: 'Leaders',
  agents: 'Work with agents',
}

export const EVIDENCE = 'Shown as evidence only'
export const NO_FIGURE = 'Kept with its row, read by no figure'

const IDENTITY = 'Who is who'
const LINES = 'Reporting lines'
const UNITS = 'Units'
const PATH = 'Coordination path'
const ENABLER = 'Enabler trap'
const BUILDER = 'Builder trap'
const RISK = 'Key-person risk'
const THINKER = 'Systems thinker'
const PLANNED = 'About to be misrouted'
const PACE = FIGURE_WORDS.pace
const CURRENT = FIGURE_WORDS.current_truck_factor
const EFFORT = FIGURE_WORDS.effort
const MODES = FIGURE_WORDS.modes

/** What the patterns and figures with lists of their own rest on. */
const LISTED: readonly (readonly [feeds: string, columns: readonly string[]])[] = [
  // The keys of FIGURE_COLUMNS are the figures.
  ...(Object.keys(FIGURE_COLUMNS) as Figure[]).map(figure => [FIGURE_WORDS[figure], FIGURE_COLUMNS[figure]] as const),
  [BUILDER, TRAP_INPUTS.builder_trap.flatMap(({ columns }) => columns)],
  [ENABLER, TRAP_INPUTS.enabler_trap.flatMap(({ columns }) => columns)],
  [PATH, ROUTE_COLUMNS],
  [THINKER, Object.values(BLOCK_COLUMNS)],
  [PLANNED, PLANS],
]

/** The cost is the lists' own where it is blank here. */
type Further = readonly [feeds: readonly string[], cost: string | null]

/** What no list names: how people are found, what fills in for another column, and what units are made of. */
const FURTHER: Readonly<Record<string, Further>> = {
  'people.name': [[IDENTITY, LINES], 'People are shown by their id, and contributions that bear a name alone find nobody.'],
  'people.email': [[IDENTITY, LINES], 'Contributions under an e-mail find nobody of the people file.'],
  'people.aliases': [[IDENTITY, LINES], 'Contributions under another e-mail or a login find nobody of the people file.'],
  'people.manager_id': [
    [LINES, UNITS, ENABLER],
    'Who reports to whom is not known: no spans, no layers, and ratings are not held against how a manager rates.',
  ],
  'people.title': [[PATH, THINKER, LINES], 'What people did before and do now is told by history and track alone.'],
  'people.level_rank': [[PACE], 'The order of levels is read off their labels.'],
  'people.track': [[PATH, UNITS], 'Who leads is inferred from direct reports and titles.'],
  'people.org_unit': [[UNITS], 'Units have no figures, and routes are compared with everybody.'],
  'people.location': [[ENABLER], 'Pay is not held against what is usual at a place.'],
  'people.hire_date': [
    [CURRENT, PACE, ENABLER],
    'Somebody who has not begun yet counts as here, and time at a level may lack its beginning.',
  ],
  'people.leave_to': [[FIGURE_WORDS.active_weeks, PACE], 'A leave lasts to the as-of date unless history tells of the return.'],
  'people.performance_rating': [[], 'Recognition is judged without ratings.'],
  'people.rating_max': [[ENABLER], 'Ratings are taken to be on one scale.'],
  'people.comp_ratio': [[], 'Recognition is judged without pay.'],
  'people.governance': [[UNITS], 'Whose work is an obligation is told by the kinds of their contributions alone.'],
  'people.accountable_for': [[], 'Nobody’s closeness to the systems they answer for can be told.'],
  'people.planned_title': [[PATH], 'Moves that are planned are not seen, unless the track or history tells of them.'],
  'people.planned_track': [[PATH], 'Moves that are planned are not seen, unless the title or history tells of them.'],
  'people.planned_date': [[PATH, PLANNED], 'A planned move has no day.'],
  'history.person_id': [[PATH, ENABLER, THINKER, CURRENT], 'Moves, promotions and returns are not known.'],
  'history.effective_date': [[ENABLER, THINKER, CURRENT], 'Moves, promotions and returns are not known.'],
  'history.title': [[], 'A move shows only where the track tells it, and how broad somebody’s trade is stays unknown.'],
  'history.level': [[], 'How long somebody has been at their level is not known.'],
  'history.level_rank': [[], 'Levels of job events are compared by their labels.'],
  'history.track': [[], 'A move to coordination shows only where titles tell it.'],
  'history.manager_id': [[LINES], 'A blank manager of the people file stays blank.'],
  'history.org_unit': [[UNITS], 'A blank unit of the people file stays blank.'],
  'history.fte': [[PATH], 'A change of working time looks like a change of work.'],
  'contributions.person': [[EFFORT, FIGURE_WORDS.authorship, FIGURE_WORDS.keepers, IDENTITY], 'Nothing is known about who works on what.'],
  'contributions.occurred_at': [[EFFORT, FIGURE_WORDS.authorship, FIGURE_WORDS.keepers], 'Nothing is known about when people worked.'],
  'contributions.kind': [[EFFORT, MODES], 'No contribution has a mode or an effort.'],
  'contributions.contribution_id': [
    [EFFORT],
    'A contribution that stands in two exports counts once only where all its cells are the same.',
  ],
  'contributions.work_item': [[], 'Work that one person carries from end to end is not seen.'],
  'contributions.title': [[EVIDENCE], 'Contributions are shown without their titles.'],
  'contributions.url': [[EVIDENCE], 'Contributions are shown without a link to where they are.'],
  'contributions.deleted': [[EFFORT], 'Deleted lines do not count as work where lines are given as added.'],
  'contributions.person_name': [
    [IDENTITY],
    'People outside the people file are shown by their key, and two keys of one person stay two people.',
  ],
  'contributions.participants': [
    [BUILDER, THINKER],
    'Whether knowledge is shared while working, and how many carry an item, is not known.',
  ],
  'contributions.uses': [[], 'Whose work others build on is not known, so no enabling is seen.'],
  'contributions.outcome': [[], 'How decisions turned out is not known.'],
  'contributions.agent': [[], 'How much of the work agents do is not known.'],
  'meetings.person': [[MODES, PATH], 'Meeting hours are known only as far as contributions record meetings.'],
  'meetings.week': [[MODES, PATH], 'Meeting hours are known only as far as contributions record meetings.'],
  'meetings.meeting_hours': [[UNITS], ''],
  'meetings.focus_hours': [[UNITS], ''],
  'meetings.meetings': [[NO_FIGURE], null],
  'meetings.attendees': [[NO_FIGURE], null],
  'meetings.one_on_one_hours': [[NO_FIGURE], null],
  'components.component': [[FIGURE_WORDS.exposure, THINKER], 'Systems are known only as far as contributions name them.'],
  'components.owner_unit': [[THINKER, RISK], 'Whether somebody works across units is not known.'],
  'components.regulated': [[RISK], 'Which systems are regulated is not shown beside their risk.'],
  'components.core': [[RISK], 'Which systems are at the core of the product is not shown beside their risk.'],
  'work_items.work_item': [[THINKER], 'How fast work gets done is not known.'],
  'work_items.title': [[NO_FIGURE], null],
  'work_items.component': [[THINKER], 'Speed is not held against what is usual in a system.'],
  'work_items.opened_at': [[THINKER], 'Where an item has no start, how long it took is not known.'],
  'work_items.started_at': [[THINKER], 'An item is taken to have begun when it was opened.'],
  'work_items.finished_at': [[], 'How fast work gets done is not known.'],
  'work_items.status': [[NO_FIGURE], null],
  'work_items.size': [[THINKER], 'Large items look slow.'],
  'work_items.handoffs': [[THINKER], 'How often an item changed hands is counted from who worked on it.'],
  'artifacts.component': [[FIGURE_WORDS.authorship], 'A row is in scope only where one system alone has an artifact of its name.'],
  'artifacts.status': [[FIGURE_WORDS.authorship], 'Everything the file lists is in scope, removed things too.'],
  'artifacts.lines': [[NO_FIGURE], null],
}

/** Deleted lines matter only beside added ones. */
const SIZE = ['contributions.hours', 'contributions.size']

/** Every column the method can use, in the order of the data dictionary. */
export const COLUMN_USES: readonly ColumnUse[] = INPUT_KINDS.flatMap(kind => {
  const { must, may } = INPUT_COLUMNS[kind]
  return [...must, ...may].map(column => useOf(kind, column, must.includes(column)))
})

function useOf(kind: InputKind, column: string, must: boolean): ColumnUse {
  const name = `${kind}.${column}`
  const listed = LISTED.flatMap(([feeds, columns]) => (columns.some(each => each.split('|').includes(name)) ? [feeds] : []))
  const [further, ownCost] = FURTHER[name] ?? [[], '']
  const feeds = [...new Set([...listed, ...further])]
  const costs = costsOf(name)
  return { kind, column, must, feeds, cost: ownCost === '' ? costs.join(' ') : ownCost, standIns: standInsOf(name, ownCost !== '') }
}

function standInsOf(name: string, hasOwnCost: boolean): readonly string[] {
  if (name === 'contributions.deleted') return SIZE
  if (hasOwnCost) return []
  const group = Object.keys(COSTS).find(columns => columns.includes('|') && columns.split('|').includes(name))
  return group?.split('|').filter(column => column !== name) ?? []
}

/** The words for columns that figures rest on; where another column would do as well, only the lack of both costs it. */
function costsOf(name: string): string[] {
  const columns = Object.keys(COSTS) as CostedColumn[] // the keys of COSTS are these
  return columns.filter(column => column.split('|').includes(name)).map(column => COSTS[column])
}
