/** Managers who were not found, in words: circles named, references to nobody, how many people each concerns. */
import type { Person } from '../domain/person.ts'
import type { ReportingProblem } from '../ingest/reporting-lines.ts'
import { countOf } from './spoken-numbers.ts'

export interface ManagerProblem {
  readonly code: string
  readonly words: string
  readonly people: number
  /** Names of some whom it concerns; the id of somebody without a name. */
  readonly examples: readonly string[]
}

const MOST_PROBLEMS = 100
const MOST_EXAMPLES = 5
const MOST_NAMED = 6
const MOST_LETTERS = 120

/** At most 100: circles and self-managers first, then the references that concern most people. */
export function managerProblems(problems: readonly ReportingProblem[], people: readonly Pick<Person, 'id' | 'name'>[]): ManagerProblem[] {
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name ?? id]))
  const inOrder = problems.toSorted(
    (a, b) => Number(b.chains !== null) - Number(a.chains !== null) || b.personIds.length - a.personIds.length,
  )
  return inOrder.slice(0, MOST_PROBLEMS).map(problem => {
    const concerned = problem.personIds.map(id => names.get(id) ?? id)
    return {
      code: problem.code,
      words: wordsOf(problem, concerned),
      people: problem.chains ?? concerned.length,
      examples: concerned.slice(0, MOST_EXAMPLES),
    }
  })
}

function wordsOf({ code, reference, chains }: ReportingProblem, concerned: readonly string[]): string {
  const named = reference.length > MOST_LETTERS ? `${reference.slice(0, MOST_LETTERS)}…` : reference
  const ending = chains === null ? '' : countOf(chains, 'chain of managers ends', 'chains of managers end')
  switch (code) {
    case 'manager-loop': {
      const members =
        concerned.length > MOST_NAMED ? [...concerned.slice(0, MOST_NAMED), `${concerned.length - MOST_NAMED} more`] : concerned
      return `${new Intl.ListFormat('en').format(members)} report to each other in a circle. ${ending} there; ${concerned[0]} counts as having no manager.`
    }
    case 'manager-self':
      return `${concerned[0]} is their own manager. ${ending} there; they count as having no manager.`
    case 'manager-ambiguous':
      return `“${named}” may be several people. Give the manager's id or e-mail.`
    case 'manager-not-found':
      return `“${named}” is nobody in the people file. Add them to it if they work here.`
  }
}
