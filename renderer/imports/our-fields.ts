/** Our fields per kind of file, in words a person filling a mapping needs. A test holds them to those that are read. */
import type { InputKind } from './answers.ts'

export interface OurField {
  readonly field: string
  readonly must: boolean
  readonly meaning: string
  /** Words are those that mean something to us and can be placed. */
  readonly holds: 'text' | 'date' | 'number' | 'words'
}

type Holds = OurField['holds']
const must = (field: string, meaning: string, holds: Holds = 'text'): OurField => ({ field, must: true, meaning, holds })
const may = (field: string, meaning: string, holds: Holds = 'text'): OurField => ({ field, must: false, meaning, holds })

/** How further columns of a field are read beside its first. */
export const besideWords = (field: string) => (field === 'agent_actions' ? 'summed with' : 'where blank')

export const OUR_FIELDS: Readonly<Record<InputKind, readonly OurField[]>> = {
  people: [
    must('person_id', 'The HR key of the person, unique'),
    may('name', 'Display name'),
    may('email', 'Joins the person to contributions'),
    may('aliases', 'Other e-mails and logins, separated by ;'),
    may('manager_id', 'Id, e-mail or exact name of the manager'),
    may('title', 'Job title'),
    may('role_family', 'Engineering, product, design, …', 'words'),
    may('level', 'Grade label', 'words'),
    may('level_rank', 'Whole number, if the label does not sort', 'number'),
    may('track', 'ic or manager', 'words'),
    may('org_unit', 'Path, separated by /'),
    may('location', 'Place of work'),
    may('fte', 'Full-time equivalent, 0 to 1', 'number'),
    may('hire_date', 'First day', 'date'),
    may('termination_date', 'Last day; tells who still keeps a system', 'date'),
    may('employment_status', 'Active, terminated, …', 'words'),
    may('leave_from', 'First day of leave, never its kind', 'date'),
    may('leave_to', 'Last day of leave', 'date'),
    may('performance_rating', 'Last rating', 'number'),
    may('rating_max', 'Top of the rating scale', 'number'),
    may('comp_ratio', 'Pay divided by the middle of the band', 'number'),
    may('governance', 'yes for compliance, security, audit', 'words'),
    may('accountable_for', 'Systems, separated by ;'),
    may('planned_title', 'Title of a proposed move'),
    may('planned_track', 'Track of a proposed move'),
    may('planned_date', 'Day of a proposed move', 'date'),
    may('effective_date', 'From which day the row holds', 'date'),
    may('reason', 'hire, promotion, transfer, exit, …'),
    may('time_in_role', 'Years and months in the role'),
  ],
  history: [
    must('person_id', 'The HR key of the person'),
    must('effective_date', 'From which day it holds', 'date'),
    may('title', 'Job title'),
    may('level', 'Grade label'),
    may('level_rank', 'Whole number, if the label does not sort', 'number'),
    may('track', 'ic or manager', 'words'),
    may('manager_id', 'Id, e-mail or exact name of the manager'),
    may('org_unit', 'Path, separated by /'),
    may('fte', 'Full-time equivalent', 'number'),
    may('reason', 'hire, promotion, transfer, exit, …', 'words'),
  ],
  contributions: [
    must('person', 'Person id, e-mail or login'),
    must('occurred_at', 'Day or moment', 'date'),
    must('kind', 'commit, review, meeting, …', 'words'),
    may('contribution_id', 'Unique; the same id twice counts once'),
    may('component', 'The system it belongs to'),
    may('artifact', 'File, document or template worked on'),
    may('work_item', 'Ticket, project or initiative'),
    may('title', 'Shown as evidence'),
    may('url', 'Shown as evidence'),
    may('size', 'Changed lines, words or points', 'number'),
    may('added', 'Added lines, summed with deleted', 'number'),
    may('deleted', 'Deleted lines', 'number'),
    may('hours', 'Effort in hours, if known', 'number'),
    may('person_name', 'Used for people outside the HR export'),
    may('change', 'added, changed, renamed or removed', 'words'),
    may('previous_artifact', 'The old name when renamed'),
    may('participants', 'People also involved, separated by ;'),
    may('uses', 'Artifacts of others this builds on, separated by ;'),
    may('outcome', 'worked, failed, shipped, approved, …', 'words'),
    may('agent', 'yes when an AI agent did the work', 'words'),
    may('ended_at', 'End of the work, for its hours', 'date'),
    may('excluded', 'yes where an entry is no work: cancelled, private, all day', 'words'),
  ],
  meetings: [
    must('person', 'Person id, e-mail or login'),
    must('week', 'Any day in the week', 'date'),
    must('meeting_hours', 'Hours in meetings', 'number'),
    may('focus_hours', 'Hours without meetings', 'number'),
    may('meetings', 'Number of meetings', 'number'),
    may('attendees', 'People met', 'number'),
    may('one_on_one_hours', 'Hours one to one', 'number'),
    may('agent_actions', 'How often AI assistants or agents were used', 'number'),
  ],
  components: [
    must('component', 'Name of the system'),
    may('criticality', '1 to 5; 3 where blank', 'number'),
    may('owner_unit', 'Unit that answers for it'),
    may('regulated', 'yes or no', 'words'),
    may('core', "yes when part of the product's core", 'words'),
  ],
  work_items: [
    must('work_item', 'Key of the ticket or project'),
    may('title', 'Shown as evidence'),
    may('component', 'The system it belongs to'),
    may('opened_at', 'Day it was opened', 'date'),
    may('started_at', 'Day work began', 'date'),
    may('finished_at', 'Day it was finished', 'date'),
    may('status', 'State as text', 'words'),
    may('size', 'Points or hours', 'number'),
    may('handoffs', 'How often it changed hands', 'number'),
  ],
  artifacts: [
    must('artifact', 'File, document or template'),
    may('component', 'The system it belongs to'),
    may('status', 'current, removed or out_of_scope', 'words'),
    may('lines', 'Its size', 'number'),
  ],
}
