/** Randomness that a seed decides: the same numbers on every machine, for resampling and permutations. */
export interface SeededRandom {
  /** At least 0, under 1. */
  readonly unit: () => number
  /** A whole number from 0 to `below - 1`. */
  readonly below: (below: number) => number
}

const WARM_UP_ROUNDS = 15

/** sfc32 (Chris Doty-Humphrey, PractRand): 32-bit additions and shifts alone. `stream` gives independent numbers under one seed. */
export function seededRandom(seed: number, stream = 0): SeededRandom {
  let [a, b, c, counter] = [seed | 0, Math.imul(seed, 0x9e3779b9) ^ 0x243f6a88, stream | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < WARM_UP_ROUNDS; round++) next()
  const unit = () => next() / 2 ** 32
  return { unit, below: below => Math.floor(unit() * below) }
}
