/** Our fields per kind of file, in words a person filling a mapping needs. The `must` marks equal those of the domain; a test holds them together. */
import type { InputKind } from './answers.ts'

export interface OurField {
  readonly field: string
  readonly must: boolean
  readonly meaning: string
}

const must = (field: string, meaning: string): OurField => ({ field, must: true, meaning })
const may = (field: string, meaning: string): OurField => ({ field, must: false, meaning })

export const OUR_FIELDS: Readonly<Record<InputKind, readonly OurField[]>> = {
  people: [
    must('person_id', 'The HR key of the person, unique'),
    may('name', 'Display name'),
    may('email', 'Joins the person to contributions'),
    may('aliases', 'Other e-mails and logins, separated by ;'),
    may('manager_id', 'Id, e-mail or exact name of the manager'),
    may('title', 'Job title'),
    may('role_family', 'Engineering, product, design, …'),
    may('level', 'Grade label'),
    may('level_rank', 'Whole number, if the label does not sort'),
    may('track', 'ic or manager'),
    may('org_unit', 'Path, separated by /'),
    may('location', 'Place of work'),
    may('fte', 'Full-time equivalent, 0 to 1'),
    may('hire_date', 'First day'),
    may('termination_date', 'Last day; tells who still keeps a system'),
    may('employment_status', 'Active, terminated, …'),
    may('leave_from', 'First day of leave, never its kind'),
    may('leave_to', 'Last day of leave'),
    may('performance_rating', 'Last rating'),
    may('rating_max', 'Top of the rating scale'),
    may('comp_ratio', 'Pay divided by the middle of the band'),
    may('governance', 'yes for compliance, security, audit'),
    may('accountable_for', 'Systems, separated by ;'),
    may('planned_title', 'Title of a proposed move'),
    may('planned_track', 'Track of a proposed move'),
    may('planned_date', 'Day of a proposed move'),
  ],
  history: [
    must('person_id', 'The HR key of the person'),
    must('effective_date', 'From which day it holds'),
    may('title', 'Job title'),
    may('level', 'Grade label'),
    may('level_rank', 'Whole number, if the label does not sort'),
    may('track', 'ic or manager'),
    may('manager_id', 'Id, e-mail or exact name of the manager'),
    may('org_unit', 'Path, separated by /'),
    may('fte', 'Full-time equivalent'),
    may('reason', 'hire, promotion, transfer, exit, …'),
  ],
  contributions: [
    must('person', 'Person id, e-mail or login'),
    must('occurred_at', 'Day or moment'),
    must('kind', 'commit, review, meeting, …'),
    may('contribution_id', 'Unique; the same id twice counts once'),
    may('component', 'The system it belongs to'),
    may('artifact', 'File, document or template worked on'),
    may('work_item', 'Ticket, project or initiative'),
    may('title', 'Shown as evidence'),
    may('url', 'Shown as evidence'),
    may('size', 'Changed lines, words or points'),
    may('added', 'Added lines, summed with deleted'),
    may('deleted', 'Deleted lines'),
    may('hours', 'Effort in hours, if known'),
    may('person_name', 'Used for people outside the HR export'),
    may('change', 'added, changed, renamed or removed'),
    may('previous_artifact', 'The old name when renamed'),
    may('participants', 'People also involved, separated by ;'),
    may('uses', 'Artifacts of others this builds on, separated by ;'),
    may('outcome', 'worked, failed, shipped, approved, …'),
    may('agent', 'yes when an AI agent did the work'),
  ],
  meetings: [
    must('person', 'Person id, e-mail or login'),
    must('week', 'Any day in the week'),
    must('meeting_hours', 'Hours in meetings'),
    may('focus_hours', 'Hours without meetings'),
    may('meetings', 'Number of meetings'),
    may('attendees', 'People met'),
    may('one_on_one_hours', 'Hours one to one'),
  ],
  components: [
    must('component', 'Name of the system'),
    may('criticality', '1 to 5; 3 where blank'),
    may('owner_unit', 'Unit that answers for it'),
    may('regulated', 'yes or no'),
    may('core', "yes when part of the product's core"),
  ],
  work_items: [
    must('work_item', 'Key of the ticket or project'),
    may('title', 'Shown as evidence'),
    may('component', 'The system it belongs to'),
    may('opened_at', 'Day it was opened'),
    may('started_at', 'Day work began'),
    may('finished_at', 'Day it was finished'),
    may('status', 'State as text'),
    may('size', 'Points or hours'),
    may('handoffs', 'How often it changed hands'),
  ],
  artifacts: [
    must('artifact', 'File, document or template'),
    may('component', 'The system it belongs to'),
    may('status', 'current, removed or out_of_scope'),
    may('lines', 'Its size'),
  ],
}
