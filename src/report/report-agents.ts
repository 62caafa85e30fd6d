/** Work with agents in `report.html`: adoption and integration, by unit, and units where speed outruns the eyes. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { agentSentences } from './agent-sentences.ts'
import { bullets, markup, table, type Markup } from './markup.ts'
import { figure, oneLine, percent } from './wording.ts'

/** Null where nothing on record is agents' work. */
export function agentsSection(document: AnalysisDocument): Markup | null {
  const { agents } = document
  if (agents === null) return null
  const share = (count: number, people: number) => `${figure(count)} (${percent(people === 0 ? 0 : count / people)})`
  return markup`${bullets(agentSentences(document))}
    ${table({
      caption: 'People who were at work in enough weeks of the window, by unit, each with everything below it',
      columns: [
        { title: 'Unit' },
        { title: 'People', kind: 'number' },
        { title: 'With work of agents', kind: 'number' },
        { title: 'With brief, evaluation and configuration in most weeks', kind: 'number' },
      ],
      rows: agents.units.map(({ unit, people, adopters, integrated }) => ({
        head: oneLine(unit),
        cells: [figure(people), share(adopters, people), share(integrated, people)],
      })),
    })}
    ${(agents.speedWithoutEyes ?? []).map(
      ({ unit, reasons, counter, wouldChange }) =>
        markup`<div>
          <h3>Speed without eyes: ${oneLine(unit)}</h3>
          ${bullets([
            ...reasons.map(({ words }) => oneLine(words)),
            ...counter.map(sentence => `Against it: ${oneLine(sentence)}`),
            ...wouldChange.map(oneLine),
          ])}
        </div> `,
    )}`
}
