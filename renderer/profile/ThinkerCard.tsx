/** What the systems-thinker index is made of: five blocks, each beside people of the same role family. */
import { formatCount, formatDecimal, formatShare } from '../format.ts'
import type { PersonEntry } from '../people/answers.ts'
import { FactList } from '../systems/FactList.tsx'
import frame from './ProfileFacts.module.css'

const BLOCK_WORDS: Readonly<Record<string, string>> = {
  one_head: 'Phases in one head',
  system_span: 'Systems spanned',
  unusual_speed: 'Speed for its size',
  taste: 'Decisions that worked',
  role_breadth: 'Kinds of roles held',
}

const sentence = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`

export function ThinkerCard({ measures }: { measures: NonNullable<PersonEntry['systemsThinker']> }) {
  const { blocks, endToEndItems, endToEndPerYear, chanceCount } = measures
  return (
    <section className={frame.panel}>
      <h2>Work across systems</h2>
      <FactList
        facts={[
          ...blocks.map(({ block, percentile }) => ({
            label: BLOCK_WORDS[block] ?? sentence(block),
            value: percentile,
            format: (share: number) => `above ${formatShare(share)}`,
            unknownBecause: 'There is too little on record to compare.',
          })),
          {
            label: 'Items carried end to end',
            value: endToEndItems,
            format: formatCount,
            unknownBecause: 'No work items are recorded.',
            note: endToEndPerYear === null ? '' : `${formatDecimal(endToEndPerYear)} in 52 active weeks`,
          },
          {
            label: 'Chance alone would bring',
            value: chanceCount,
            format: formatDecimal,
            unknownBecause: 'It has not been computed.',
            note: 'people of a group of this size to the same index',
          },
        ]}
      />
    </section>
  )
}
