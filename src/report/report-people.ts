/** The sections of `report.html` about people. They stand in the order of their id, never by a figure. */
import { WORK_MODES } from '../domain/kinds.ts'
import { compareText } from '../domain/identifiers.ts'
import type { AnalysisDocument, PersonEntry } from '../contract/analysis.ts'
import { bullets, markup, nothing, table, type Markup } from './markup.ts'
import { flagSentence, patternGroups, sharedRoutes } from './pattern-sentences.ts'
import type { PersonNames } from './person-names.ts'
import { capitalised, count, figure, list, oneLine, percent, words } from './wording.ts'

export function peopleSection({ people }: AnalysisDocument): Markup {
  const shown = people.filter(isShown).toSorted((a, b) => compareText(a.personId, b.personId))
  const rest = people.length - shown.length
  const others =
    rest === 0
      ? ''
      : `${count(rest, 'person', 'people')} without work on record in the window and without a system are in people.csv alone.`
  if (shown.length === 0) return markup`<p>Nobody has work on record in the window. ${others}</p>`
  const what =
    'How the work on record in the window divides, and which systems each person keeps. It says nothing of how well anybody works.'
  return markup`<p>${what} ${others}</p>
    ${table({
      caption: 'People, in the order of their id. A blank cell is a figure that cannot be told.',
      columns: [
        { title: 'Id' },
        { title: 'Name' },
        { title: 'Unit' },
        { title: 'Weeks observed', kind: 'number' },
        ...WORK_MODES.map(mode => ({ title: capitalised(mode), kind: 'number' as const })),
        { title: 'Keeps' },
      ],
      rows: shown.map(person => ({
        head: oneLine(person.personId),
        cells: [
          [
            oneLine(person.name ?? ''),
            ...(person.employed === false ? ['(has left)'] : []),
            ...(person.inHris ? [] : ['(not in the people file)']),
          ]
            .join(' ')
            .trim(),
          oneLine(person.orgUnit ?? ''),
          person.observedWeeks === null ? nothing : figure(person.observedWeeks),
          ...WORK_MODES.map(mode => (person.modes === null ? nothing : percent(person.modes[mode]))),
          list(
            person.keeps.map(kept => `${oneLine(kept.component)}${kept.matters ? '' : ' (does not matter)'}`),
            20,
          ),
        ],
      })),
    })}`
}

const isShown = (person: PersonEntry) => person.modes !== null || person.keeps.length > 0 || person.flags.length > 0

/** Null where no flag is raised: a version that does not look for patterns yet must not say there are none. */
export function flagsSection(document: AnalysisDocument, names: PersonNames): Markup | null {
  const groups = patternGroups(document)
  if (groups.length === 0) return null
  return markup`<p>Each flag is a question for a conversation about how work is routed, never a verdict on somebody.</p>
    ${groups.map(group => {
      const { pattern, flagged } = group
      const routes = sharedRoutes(group)
      return markup`<div>
          <h3>${capitalised(words(pattern))}: ${count(flagged.length, 'person', 'people')}</h3>
          ${bullets(flagged.map(each => flagSentence(each, names)))}
          ${routes.length === 0 ? nothing : markup`<p>Other routes to talk about: ${routes.join('; ')}.</p>`}
        </div> `
    })}`
}
