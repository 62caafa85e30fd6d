/** What the inputs lacked and what that costs: figures with thin evidence, people who could not be joined, what was set aside. */
import { compareText } from '../domain/identifiers.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { capitalised, count, figure, list, oneLine, percent, words } from './wording.ts'

export function missingSentences(document: AnalysisDocument): string[] {
  return [...qualitySentences(document), ...identitySentences(document), ...notEnoughSentences(document)]
}

/** Figures whose gaps `identity` tells with names and counts. */
const TOLD_OF_IDENTITY = new Set(['identity', 'reporting_lines'])

/** One sentence a gap, however many figures it weakens, in the order in which figures first meet it. */
export function qualitySentences({ quality }: AnalysisDocument): string[] {
  const gaps = new Map<string, Set<string>>()
  for (const entry of quality) {
    if (TOLD_OF_IDENTITY.has(entry.figure)) continue
    for (const gap of gapsOf(entry)) {
      const figures = gaps.get(gap) ?? new Set()
      gaps.set(gap, figures.add(words(oneLine(entry.figure))))
    }
  }
  return [...gaps].map(([gap, figures]) => `${gap} Weakens: ${list([...figures])}.`)
}

/** A cost that has a sentence for each missing column is told column by column. */
function gapsOf({ missing, cost }: AnalysisDocument['quality'][number]): string[] {
  const columns = missing.map(column => oneLine(column).replaceAll('|', ' or '))
  const costs = oneLine(cost)
    .split(/(?<=\.) (?=\p{Lu})/u)
    .filter(text => text !== '')
  if (columns.length === costs.length) return columns.map((column, index) => `No ${column}: ${sentence(costs[index] ?? '')}`)
  if (costs.length === 0) return columns.length === 0 ? [] : [`No ${list(columns)}.`]
  return [columns.length === 0 ? sentence(cost) : `No ${list(columns)}: ${sentence(cost)}`]
}

const sentence = (text: string) => oneLine(text).replace(/(?<![.!?])$/, '.')

export function identitySentences({ identity, inputs, quality }: AnalysisDocument): string[] {
  const sentences: string[] = []
  const outside = count(identity.peopleOutside, 'person', 'people')
  const isWithoutWork = inputs.length > 0 && inputs.every(input => input.kind !== 'contributions')
  if (isWithoutWork && quality.every(entry => entry.figure !== 'systems')) {
    sentences.push('No contributions were read, so who works on what cannot be told.')
  } else if (isWithoutWork) {
    // The quality of the systems says so already.
  } else if (identity.joinedContributions !== null) {
    const stay = identity.peopleOutside === 1 ? 'stays a stranger' : 'stay strangers'
    const rest = identity.peopleOutside === 0 ? 'nobody stays a stranger' : `${outside} ${stay} to the people file`
    sentences.push(
      `${capitalised(percent(identity.joinedContributions))} of the contributions belong to somebody in the people file; ${rest}.`,
      ...(identity.peopleOutside === 0
        ? []
        : ['A stranger has no unit, no manager and no dates, and is not counted among those who are here to know something.']),
    )
  } else if (identity.peopleOutside > 0) {
    sentences.push(
      `No people file: ${outside} ${identity.peopleOutside === 1 ? 'was' : 'were'} made from the contributions (same e-mail or same name is one person). Who has left, who manages whom and which unit owns what cannot be told.`,
    )
  } else if (inputs.length === 0) sentences.push('No file has been imported yet.')
  if (identity.bots.length > 0) {
    const bots = identity.bots.map(bot => `${oneLine(bot.key)} (${oneLine(bot.sign)}, ${count(bot.contributions, 'contribution')})`)
    sentences.push(`Left out as bots: ${list(bots)}.`)
  }
  if (identity.unresolvedManagers.length > 0) {
    const people = identity.unresolvedManagers.reduce((sum, group) => sum + group.personIds.length, 0)
    const groups = identity.unresolvedManagers.map(
      group =>
        `${oneLine(group.reference) || 'not shown'} (${MANAGER_PROBLEMS[group.code] ?? words(group.code)}, ${figure(group.personIds.length)})`,
    )
    sentences.push(`${count(people, 'person has', 'people have')} a manager who could not be made out: ${list(groups)}.`)
  }
  const untold = identity.unknownKinds.filter(({ kind }) => quality.every(entry => !entry.cost.includes(`"${kind}"`)))
  if (untold.length > 0) {
    const kinds = untold.map(kind => `${oneLine(kind.kind)} (${count(kind.contributions, 'contribution')})`)
    sentences.push(`Kinds of contribution nobody has mapped to a mode of work yet, so counted as work of none: ${list(kinds)}.`)
  }
  return sentences
}

const MANAGER_PROBLEMS: Readonly<Record<string, string>> = {
  'manager-not-found': 'is nobody known',
  'manager-ambiguous': 'could be several people',
  'manager-self': 'is the person themselves',
  'manager-loop': 'closes a loop',
}

/** Patterns that could not be judged, with for how many people and for want of which columns. */
function notEnoughSentences({ people }: AnalysisDocument): string[] {
  const lacking = new Map<string, { people: number; columns: Set<string> }>()
  for (const entry of people.flatMap(person => person.notEnough)) {
    const seen = lacking.get(entry.pattern) ?? { people: 0, columns: new Set<string>() }
    seen.people += 1
    for (const column of entry.missing) seen.columns.add(oneLine(column))
    lacking.set(entry.pattern, seen)
  }
  return [...lacking]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([pattern, { people: concerned, columns }]) => {
      const missing = columns.size === 0 ? '' : `; missing: ${list([...columns].toSorted(compareText))}`
      return `Not enough evidence to look for the ${words(pattern)} with ${count(concerned, 'person', 'people')}${missing}.`
    })
}
