/** An invented answer about the quality of the data: seven kinds of file, of which one is missing and some are thin. */
import type { Output } from '../../src/contract/contract.ts'
import { INPUT_COLUMNS, INPUT_KINDS, type InputKind } from '../../src/domain/input-kind.ts'

type Quality = Output<'quality.get'>

const ROWS: Readonly<Record<InputKind, number>> = {
  people: 4_860,
  history: 12_204,
  contributions: 1_043_118,
  meetings: 0,
  components: 43,
  work_items: 61_020,
  artifacts: 0,
}

/** Share filled of columns that are there and not whole. */
const PARTLY: Readonly<Record<string, number>> = {
  'people.email': 0.981,
  'people.aliases': 0.12,
  'people.manager_id': 0.947,
  'people.level': 0.884,
  'people.termination_date': 0.153,
  'people.org_unit': 0.998,
  'history.title': 0.71,
  'history.reason': 0.64,
  'contributions.component': 0.993,
  'contributions.artifact': 0.871,
  'contributions.work_item': 0.312,
  'contributions.participants': 0.004,
  'components.criticality': 0.86,
  'components.owner_unit': 0.65,
  'work_items.handoffs': 0.42,
  'work_items.finished_at': 0.88,
}

const ABSENT = new Set(
  'people.level_rank people.location people.fte people.leave_from people.leave_to people.performance_rating people.rating_max people.comp_ratio people.governance people.accountable_for people.planned_title people.planned_track people.planned_date history.level_rank history.fte contributions.hours contributions.previous_artifact contributions.uses contributions.outcome contributions.agent components.regulated components.core'.split(
    ' ',
  ),
)

const FEEDS: Readonly<Record<string, readonly string[]>> = {
  'people.person_id': ['Current truck factor', 'Keepers', 'Exposure', 'Departure'],
  'people.termination_date': ['Current truck factor', 'Keepers', 'Exposure', 'Departure', 'Leave simulation'],
  'people.fte': ['Effort', 'Work mix', 'Pace', 'Coordination path', 'Builder trap'],
  'people.level': ['Pace', 'Cohorts'],
  'people.leave_from': ['Active weeks', 'Pace', 'Departure'],
  'people.planned_title': ['About to be misrouted', 'Promotion simulation'],
  'people.governance': ['Work mix'],
  'people.performance_rating': ['Enabler trap: recognition'],
  'contributions.artifact': ['Authorship', 'Truck factor', 'Current truck factor', 'Keepers', 'Exposure', 'Departure'],
  'contributions.hours': ['Effort', 'Work mix', 'Pace', 'Keepers', 'Exposure', 'Departure'],
  'contributions.previous_artifact': ['Authorship', 'Truck factor', 'Keepers'],
  'contributions.uses': ['Enabler trap', 'Leverage'],
  'contributions.title': ['Shown as evidence only'],
  'contributions.url': ['Shown as evidence only'],
  'meetings.meeting_hours': ['Work mix', 'Active weeks', 'Pace', 'Coordination path', 'Room to take systems over'],
  'meetings.focus_hours': ['Effort', 'Room to take systems over'],
  'artifacts.artifact': ['Authorship', 'Truck factor', 'Current truck factor', 'Keepers', 'Exposure', 'Departure', 'Scope'],
  'components.criticality': ['Exposure', 'Departure'],
}

const COSTS: Readonly<Record<string, string>> = {
  'people.fte': 'Everybody is taken to work full time.',
  'people.leave_from': 'Weeks of leave are not known; activity recorded during leave counts as work.',
  'people.planned_title': 'Moves that are about to be made cannot be looked at before they are.',
  'people.governance': 'Work for compliance and audit counts as coordination.',
  'people.performance_rating': 'Recognition is not compared with leverage.',
  'contributions.hours': 'Every piece of work of a kind counts the same, however large.',
  'contributions.previous_artifact': 'A renamed artifact is a new one: what people knew under its old name is lost.',
  'contributions.uses': 'Whose work others build on is not known: enabling shows only where people record it as such.',
  'meetings.meeting_hours': 'Meeting hours are known only as far as contributions record meetings, so coordination may be understated.',
  'meetings.focus_hours': 'A working week is taken as 40 hours x fte less meetings.',
  'artifacts.artifact':
    'Every artifact ever touched is in scope, removed and generated ones too; scope moves a truck factor more than anything else.',
}

function columnOf(kind: InputKind, column: string, must: boolean): Quality['columns'][number] {
  const name = `${kind}.${column}`
  const present = ROWS[kind] > 0 && !ABSENT.has(name)
  return {
    kind,
    column,
    must,
    present,
    filled: present ? (PARTLY[name] ?? 1) : null,
    rows: ROWS[kind],
    feeds: [...(FEEDS[name] ?? ['Shown as evidence only'])],
    cost: present ? null : (COSTS[name] ?? null),
  }
}

export const QUALITY: Quality = {
  columns: INPUT_KINDS.flatMap(kind => [
    ...INPUT_COLUMNS[kind].must.map(column => columnOf(kind, column, true)),
    ...INPUT_COLUMNS[kind].may.map(column => columnOf(kind, column, false)),
  ]),
  join: {
    contributions: 1_043_118,
    joined: 1_012_867,
    joinedShare: 0.971,
    by: { id: 0, email: 612, alias: 41, name: 27, merge: 3 },
    peopleInHris: 683,
    peopleOutside: 58,
    bots: 6,
    botContributions: 88_201,
    openSuggestions: 9,
  },
  spans: [
    { kind: 'people', from: null, to: null, rows: ROWS.people },
    { kind: 'history', from: '2014-03-01', to: '2026-11-01', rows: ROWS.history },
    { kind: 'contributions', from: '2021-01-04', to: '2026-11-17', rows: ROWS.contributions },
    { kind: 'components', from: null, to: null, rows: ROWS.components },
    { kind: 'work_items', from: '2023-06-12', to: '2026-11-18', rows: ROWS.work_items },
  ],
  managers: {
    named: 4_602,
    found: 4_388,
    problems: [
      {
        code: 'manager-loop',
        words:
          'Jonas Weber, Marta Díaz and Oskar Jansson report to each other in a circle. 344 chains of managers end there; Jonas Weber counts as having no manager.',
        people: 344,
        examples: ['Jonas Weber', 'Marta Díaz', 'Oskar Jansson'],
      },
      {
        code: 'manager-self',
        words: 'Noor Rahman is their own manager. 26 chains of managers end there; they count as having no manager.',
        people: 26,
        examples: ['Noor Rahman'],
      },
      ...['NO_MANAGER', 'Director (vacant)', 'E00310', 'E00877', 'E00912', 'E01020', 'E01177', 'E01180', 'E01203'].map(
        (reference, index) => ({
          code: 'manager-not-found',
          words: `“${reference}” is nobody in the people file. Add them to it if they work here.`,
          people: 64 - index * 7,
          examples: ['Priya Raman', 'Viktor Hansen', 'Hana Kovář', 'Gustavo Lima', 'Rosa Jiménez'],
        }),
      ),
      {
        code: 'manager-ambiguous',
        words: "“Chen Wei” may be several people. Give the manager's id or e-mail.",
        people: 2,
        examples: ['Elif Yıldız', 'E10097'],
      },
    ],
  },
  unknownKinds: [
    { kind: 'chore', contributions: 12_480 },
    { kind: 'backport', contributions: 3_114 },
    { kind: 'vendor-sync', contributions: 208 },
  ],
  figures: [
    {
      figure: 'effort',
      coverage: 0.25,
      missing: ['contributions.hours', 'people.fte', 'meetings.focus_hours'],
      cost: 'Every piece of work of a kind counts the same, however large. Everybody is taken to work full time.',
    },
    {
      figure: 'truck_factor',
      coverage: 0.5,
      missing: ['artifacts.artifact', 'contributions.previous_artifact'],
      cost: 'Every artifact ever touched is in scope; a renamed artifact is a new one.',
    },
    {
      figure: 'active_weeks',
      coverage: 0.5,
      missing: ['meetings.meeting_hours'],
      cost: 'Weeks in which somebody only met others are not seen as active.',
    },
    {
      figure: 'identity',
      coverage: 0.971,
      missing: [],
      cost: '97.1 % of the contributions are by people in the people file. The others do not count as employed.',
    },
  ],
}

/** Before the first analysis nothing is known that only it can tell. */
export const QUALITY_UNANALYSED: Quality = {
  ...QUALITY,
  join: {
    ...QUALITY.join,
    joined: null,
    joinedShare: null,
    by: { id: 0, email: 0, alias: 0, name: 0, merge: 0 },
    peopleInHris: 0,
    peopleOutside: 0,
    bots: 0,
    botContributions: 0,
    openSuggestions: 0,
  },
  spans: QUALITY.spans.map(span => ({ ...span, from: null, to: null })),
  managers: { named: 0, found: 0, problems: [] },
  unknownKinds: [],
  figures: [],
}
