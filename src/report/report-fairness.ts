/** The fairness check in `report.html`: each group beside everybody else, flag by flag; what may not be shown stands as suppressed. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { cautionOf, fairnessSentences } from './fairness-sentences.ts'
import type { FairnessRow } from './fairness-sentences.ts'
import { bullets, markup, nothing, table, type Markup } from './markup.ts'
import { capitalised, figure, oneLine, percent, words } from './wording.ts'

const NOT_SHOWN = 'suppressed'

/** Null where no group is recorded, or nobody is flagged. */
export function fairnessSection(document: AnalysisDocument): Markup | null {
  const { fairness } = document
  if (fairness.length === 0) return null
  const comparisons = fairness.filter(row => !row.suppressed).length
  return markup`<p>Whether a flag falls on some groups more often than on others. Groups are used here and nowhere else. A difference is a question
    about the method, the records and how work is given out, before it is one about anybody.</p>
    ${bullets(fairnessSentences(document))}
    ${table({
      caption: 'Groups beside everybody else. Suppressed: too few people, or what the sums would tell of them.',
      columns: [
        { title: 'Attribute' },
        { title: 'Group' },
        { title: 'Flag' },
        { title: 'Flagged', kind: 'number' },
        { title: 'Of others', kind: 'number' },
        { title: 'Ratio', kind: 'number' },
        { title: 'Mid-P', kind: 'number' },
        { title: 'People who would turn it', kind: 'number' },
        { title: 'Reading' },
      ],
      rows: fairness.map(row => ({ head: capitalised(words(oneLine(row.attribute))), cells: cellsOf(row, comparisons) })),
    })}`
}

function cellsOf(row: FairnessRow, comparisons: number): (Markup | string)[] {
  const { group, pattern, suppressed, flagged, people, otherFlagged, otherPeople, adverseImpactRatio, fisherMidP, flipsWithin } = row
  if (suppressed) return ['all others', words(pattern), ...Array<string>(5).fill(NOT_SHOWN), 'too few people to show']
  const part = (count: number | null, of: number | null) =>
    count === null || of === null ? nothing : `${figure(count)} of ${figure(of)} (${percent(of === 0 ? 0 : count / of)})`
  const number = (value: number | null, decimals: 0 | 2) => (value === null ? nothing : figure(value, decimals))
  return [
    oneLine(group ?? ''),
    words(pattern),
    part(flagged, people),
    part(otherFlagged, otherPeople),
    number(adverseImpactRatio, 2),
    number(fisherMidP, 2),
    number(flipsWithin, 0),
    cautionOf(row, comparisons),
  ]
}
