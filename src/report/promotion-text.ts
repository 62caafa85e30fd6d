/** A simulated promotion in words for a terminal. */
import type { Output } from '../contract/contract.ts'
import { oneLine } from './wording.ts'

export function promotionText({ people }: Output<'simulation.promote'>): string {
  return people
    .map(({ name, sentences }) =>
      [`If ${oneLine(name)} moved to coordination:`, ...sentences.map(sentence => `  ${oneLine(sentence)}`)].join('\n'),
    )
    .join('\n\n')
}
