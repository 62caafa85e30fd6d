/** How many people of a group chance alone would bring to an index: blocks drawn independently of each other. */
import { seededRandom } from './seeded-random.ts'

const SEED = 47_110
const TOLERANCE = 1e-9

export interface ChanceIndex {
  readonly people: number
  /** The indexes of the drawn people, ascending. */
  readonly drawn: Float64Array
}

/** @param blocks per block the percentiles of all people of the group, missing ones as 0.5 */
export function chanceIndexOf(blocks: readonly Float64Array[], people: number, draws: number): ChanceIndex {
  const random = seededRandom(SEED)
  const drawn = new Float64Array(people === 0 || blocks.length === 0 ? 0 : draws)
  for (const block of blocks) for (let draw = 0; draw < drawn.length; draw++) drawn[draw]! += block[random.below(people)]! / blocks.length
  return { people, drawn: drawn.sort() }
}

/** The expected number of people at or above this index. */
export function chanceCountOf({ people, drawn }: ChanceIndex, index: number): number {
  let [low, high] = [0, drawn.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (drawn[middle]! < index - TOLERANCE) low = middle + 1
    else high = middle
  }
  return drawn.length === 0 ? NaN : (people * (drawn.length - low)) / drawn.length
}
