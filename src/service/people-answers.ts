/** What a batch of people files means for the people of the workspace: who is missing, whose id changed, what must be asked first. */
import type { Output } from '../contract/contract.ts'
import type { ChangedIds, Mapping, MissingPeople } from '../ingest/mapping-model.ts'
import { countOf, percent } from './spoken-numbers.ts'

export type ImportQuestion = Output<'imports.review'>['questions'][number]

/** Over this share of the employed nobody leaves without somebody's word. */
const LEAVING_LIMIT = 0.4
/** Over this share of the people nobody's id has changed without somebody's word. */
const CHANGED_IDS_LIMIT = 0.05

export interface PeopleFindings {
  /** How many people the workspace knows from people files. */
  readonly people: number
  /** How many of them are employed. */
  readonly employed: number
  /** Of the employed: those in none of the files under any id. */
  readonly notListed: number
  /** Of the employed: those who would leave if those not listed have left, and if they stay. */
  readonly leaving: Readonly<Record<MissingPeople, number>>
  /** How many of the people come with another id, if those who share an e-mail are the same. */
  readonly changed: number
}

export interface PeopleAnswers {
  /** How they are taken; null where nobody is concerned, and while it is asked. */
  readonly missingPeople: MissingPeople | null
  readonly changedIds: ChangedIds | null
  readonly questions: readonly ImportQuestion[]
}

/** `mappings` are those of the people files: what they say is an answer. */
export function answerAboutPeople(findings: PeopleFindings, mappings: readonly Mapping[]): PeopleAnswers {
  const missing = answerMissing(findings, saidIn(mappings, 'missingPeople'))
  const ids = answerChangedIds(findings, saidIn(mappings, 'changedIds'))
  const questions = [missing.question, ids.question].filter(question => question !== null)
  return { missingPeople: missing.answer, changedIds: ids.answer, questions }
}

/** What the mappings say: nothing, one thing, or things that contradict each other. */
export function saidIn<Part extends 'missingPeople' | 'changedIds'>(
  mappings: readonly Mapping[],
  part: Part,
): ReadonlySet<NonNullable<Mapping[Part]>> {
  return new Set(mappings.flatMap(mapping => mapping[part] ?? []))
}

const theOnly = <Value>(values: ReadonlySet<Value>): Value | null => (values.size === 1 ? [...values][0]! : null)

interface Answered<Answer> {
  readonly answer: Answer | null
  readonly question: ImportQuestion | null
}

function answerMissing(findings: PeopleFindings, said: ReadonlySet<MissingPeople>): Answered<MissingPeople> {
  const { employed, notListed } = findings
  const answer = theOnly(said)
  const leaving = findings.leaving[answer ?? 'left']
  const share = employed === 0 ? 0 : leaving / employed
  const isContradictory = said.size > 1 && notListed > 0
  if (!isContradictory && (answer === 'left' || share <= LEAVING_LIMIT))
    return { answer: answer ?? (notListed > 0 ? 'left' : null), question: null }
  const isAboutMissing = notListed > 0 && answer !== 'keep'
  const left = { value: 'left', words: isAboutMissing ? 'They have left' : 'They have left: the end dates are right' }
  const keep = { value: 'keep', words: 'They are still here: the files do not list everybody' }
  const words = isAboutMissing ? missingInWords(findings) : endedInWords(findings)
  const question: ImportQuestion = {
    part: 'missingPeople',
    words: whereContradictory(said, words),
    people: leaving,
    of: employed,
    share,
    choices: isAboutMissing ? [left, keep] : [left],
  }
  return { answer: null, question }
}

function missingInWords({ employed, notListed, leaving }: PeopleFindings): string {
  const listed = `The people files list ${employed - notListed} of the ${countOf(employed, 'person', 'people')} employed in this workspace`
  const ended = leaving.keep === 0 ? '' : ` ${leaving.keep} of those listed would leave by their end dates.`
  return `${listed}; ${notListed} are missing.${ended} If those missing have left, ${leaving.left} (${percent(leaving.left / employed)}) leave at once. Have they left?`
}

const endedInWords = ({ employed, leaving }: PeopleFindings) =>
  `By their end dates ${leaving.keep} of the ${countOf(employed, 'person', 'people')} employed in this workspace (${percent(leaving.keep / employed)}) would leave. Is that so? If not, map the end dates to another column.`

function answerChangedIds({ changed, people }: PeopleFindings, said: ReadonlySet<ChangedIds>): Answered<ChangedIds> {
  const answer = theOnly(said)
  const share = people === 0 ? 0 : changed / people
  if (answer !== null || changed === 0) return { answer, question: null }
  if (said.size === 0 && share <= CHANGED_IDS_LIMIT) return { answer: 'same', question: null }
  const words = `${changed} of the ${countOf(people, 'person', 'people')} in this workspace (${percent(share)}) come with another id and the same e-mail. Are they the same people?`
  const question: ImportQuestion = {
    part: 'changedIds',
    words: whereContradictory(said, words),
    people: changed,
    of: people,
    share,
    choices: [
      { value: 'same', words: 'The same people: their ids have changed' },
      { value: 'other', words: 'Other people' },
    ],
  }
  return { answer: null, question }
}

const whereContradictory = (said: ReadonlySet<string>, words: string) =>
  said.size > 1 ? `The mappings of the files contradict each other. ${words}` : words

/** What an import says that cannot go on before its questions are answered. */
export const questionsInWords = (questions: readonly ImportQuestion[]) =>
  [...questions.map(({ words }) => words), 'Nothing was imported.'].join('\n')
