/** `people.csv`: one row a person, in the order of their id. */
import { WORK_MODES } from '../domain/kinds.ts'
import { compareText } from '../domain/identifiers.ts'
import type { AnalysisDocument, PersonEntry } from '../contract/analysis.ts'
import { csvText, type CsvCell } from './csv.ts'
import { words } from './wording.ts'

type Column = readonly [header: string, of: (person: PersonEntry) => CsvCell]

const COLUMNS: readonly Column[] = [
  ['person_id', person => person.personId],
  ['name', person => person.name],
  ['in_people_file', person => person.inHris],
  ['employed', person => person.employed],
  ['org_unit', person => person.orgUnit],
  ['title', person => person.title],
  ['track', person => person.track],
  ['role_family', person => person.roleFamily],
  ['manager_id', person => person.managerId],
  ['observed_weeks', person => person.observedWeeks],
  ['effort_hours', person => person.effortHours],
  ...WORK_MODES.map((mode): Column => [`${mode}_share`, person => person.modes?.[mode] ?? null]),
  ['build_hours_per_active_week', person => person.buildPace?.value ?? null],
  ['work_to_meeting', person => person.workToMeeting],
  ['exposure', person => person.exposure],
  ['keeps', person => person.keeps.map(kept => kept.component).join('; ')],
  ['keeps_that_matter', person => (person.exposure === null ? null : person.keeps.filter(kept => kept.matters).length)],
  ['builder_score', person => person.scores.builder],
  ['enabler_score', person => person.scores.enabler],
  ['coordination_score', person => person.scores.coordination],
  ['systems_thinker_score', person => person.scores.systemsThinker],
  ['flags', person => person.flags.map(flag => `${words(flag.pattern)}: ${flag.band}`).join('; ')],
  ['not_enough_evidence_for', person => person.notEnough.map(entry => words(entry.pattern)).join('; ')],
]

export function peopleCsv(document: AnalysisDocument): string {
  const people = document.people.toSorted((a, b) => compareText(a.personId, b.personId))
  return csvText(
    [...COLUMNS.map(([header]) => header), 'as_of', 'purpose'],
    people.map(person => [...COLUMNS.map(([, of]) => of(person)), document.asOf, document.purpose.purpose]),
  )
}
