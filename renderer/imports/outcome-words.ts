/** What becomes of a row as things stand. */
import type { ExaminedRow } from './answers.ts'

const WORDS: Readonly<Record<ExaminedRow['outcome'], string>> = {
  accepted: 'goes in',
  rejected: 'stays out',
  duplicate: 'is there already',
}

export const outcomeWords = ({ outcome }: Pick<ExaminedRow, 'outcome'>) => WORDS[outcome]
