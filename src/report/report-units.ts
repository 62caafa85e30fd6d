/** The units in `report.html`: their figures in a table, and what binds them with the evidence for both sides. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { bullets, markup, nothing, paragraphs, table, type Markup } from './markup.ts'
import { BOUND_WORDS, boundSentences, compressionSentence, promotionSentence } from './unit-sentences.ts'
import { count, figure, oneLine } from './wording.ts'

/** Null without units. */
export function unitsSection({ units }: AnalysisDocument): Markup | null {
  if (units.length === 0) return null
  const number = (value: number | null, decimals: 0 | 1 | 2 = 0) => (value === null ? nothing : figure(value, decimals))
  const decided = units.filter(({ bound }) => bound !== null && bound.verdict !== 'undecided')
  const undecided = units.filter(({ bound }) => bound?.verdict === 'undecided').length
  const sentences = [...units.flatMap(unit => compressionSentence(unit) ?? []), ...units.flatMap(unit => promotionSentence(unit) ?? [])]
  return markup`${table({
    caption: 'Units, each with everything below it. A blank cell is a figure that cannot be told. Hours are those of the window.',
    columns: [
      { title: 'Unit' },
      { title: 'People', kind: 'number' },
      { title: 'In governance', kind: 'number' },
      { title: 'Coordinating per builder or enabler', kind: 'number' },
      { title: 'Managers per builder or enabler', kind: 'number' },
      { title: 'Span', kind: 'number' },
      { title: 'Layers', kind: 'number' },
      { title: 'Work to one hour of meetings', kind: 'number' },
      { title: 'Load-bearing hours', kind: 'number' },
      { title: 'Optional hours', kind: 'number' },
      { title: 'Hours not told', kind: 'number' },
      { title: 'Bound by' },
    ],
    rows: units.map(unit => ({
      head: oneLine(unit.unit),
      cells: [
        figure(unit.people),
        number(unit.governance),
        number(unit.coordinationRatio, 2),
        number(unit.managerToCrafter, 2),
        number(unit.span, 1),
        number(unit.layers),
        number(unit.workToMeeting, 1),
        number(unit.loadBearingHours),
        number(unit.optionalHours),
        number(unit.untoldHours),
        unit.bound === null ? nothing : BOUND_WORDS[unit.bound.verdict],
      ],
    })),
  })}
    ${decided.map(
      unit => markup`<div>
        <h3>${oneLine(unit.unit)}: bound by ${BOUND_WORDS[unit.bound?.verdict ?? 'undecided']}</h3>
        ${bullets(boundSentences(unit))}
      </div> `,
    )}
    ${
      undecided === 0
        ? nothing
        : paragraphs([
            `What binds ${count(undecided, 'unit')} is undecided; analysis.json says for each what speaks for either side and what is missing.`,
          ])
    }
    ${bullets(sentences)}`
}
