/** The seven kinds of file, their columns, and which of them a file cannot do without. */
export const INPUT_KINDS = ['people', 'history', 'contributions', 'meetings', 'components', 'work_items', 'artifacts'] as const
export type InputKind = (typeof INPUT_KINDS)[number]

export interface InputColumns {
  readonly must: readonly string[]
  readonly may: readonly string[]
}

export const INPUT_COLUMNS: Readonly<Record<InputKind, InputColumns>> = {
  people: {
    must: ['person_id'],
    may: [
      'name',
      'email',
      'aliases',
      'manager_id',
      'title',
      'role_family',
      'level',
      'level_rank',
      'track',
      'org_unit',
      'location',
      'fte',
      'hire_date',
      'termination_date',
      'employment_status',
      'leave_from',
      'leave_to',
      'performance_rating',
      'rating_max',
      'comp_ratio',
      'governance',
      'accountable_for',
      'planned_title',
      'planned_track',
      'planned_date',
    ],
  },
  history: {
    must: ['person_id', 'effective_date'],
    may: ['title', 'level', 'level_rank', 'track', 'manager_id', 'org_unit', 'fte', 'reason'],
  },
  contributions: {
    must: ['person', 'occurred_at', 'kind'],
    may: [
      'contribution_id',
      'component',
      'artifact',
      'work_item',
      'title',
      'url',
      'size',
      'added',
      'deleted',
      'hours',
      'person_name',
      'change',
      'previous_artifact',
      'participants',
      'uses',
      'outcome',
      'agent',
    ],
  },
  meetings: {
    must: ['person', 'week', 'meeting_hours'],
    may: ['focus_hours', 'meetings', 'attendees', 'one_on_one_hours', 'agent_actions'],
  },
  components: { must: ['component'], may: ['criticality', 'owner_unit', 'regulated', 'core'] },
  work_items: { must: ['work_item'], may: ['title', 'component', 'opened_at', 'started_at', 'finished_at', 'status', 'size', 'handoffs'] },
  artifacts: { must: ['artifact'], may: ['component', 'status', 'lines'] },
}
